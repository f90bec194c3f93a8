import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readData } from "../../../src/data/folder/read.js";
import { ReportError } from "../../../src/issues/error.js";
import { makePipe, posix } from "../../files/folder.js";
import { sampleData } from "../../fixtures/sample-data.js";
import { plans } from "../book.js";

const CSV = "编号,指标名称,2025年\nW05a,适龄妇女宫颈癌人群筛查率,63.2\n";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "data-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(name: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

async function failure(path: string): Promise<ReportError> {
  const error: unknown = await readData(path, plans).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(ReportError);
  return error as ReportError;
}

describe("readData", () => {
  test("reads a manifest as it comes out of an older 记事本, and tells of one that is no text", async () => {
    await put("b.csv", CSV);
    // region: 永川
    await put("manifest.yaml", Buffer.from([...Buffer.from("region: "), 0xd3, 0xc0, 0xb4, 0xa8]));
    expect((await readData(folder, plans)).dataset.manifest.region).toBe("永川");
    await put("manifest.yaml", Buffer.from([0x72, 0xff, 0xff, 0x00]));
    const { issues } = await readData(folder, plans);
    expect(issues.map(({ code }) => code)).toContain("plan/not-utf8");
  });

  test("reads subfolders; no lock files, no hidden files, nothing under narrative/", async () => {
    await put("b.csv", CSV);
    await put("区教委/a.csv", CSV);
    await put("~$b.xlsx", "lock");
    await put(".cache/c.csv", "x");
    await put("narrative/d.csv", "x");
    await put("readme.txt", "x");
    await put("manifest.yaml", "review: 初稿\n");
    const { dataset, issues } = await readData(folder, plans);
    expect(dataset.inputs.map(({ file }) => file)).toEqual(["b.csv", "区教委/a.csv"]);
    expect(dataset.inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(dataset.manifest.review).toBe("初稿");
    expect(dataset.series["W05a"]).toMatchObject([{ source: { file: "b.csv", cell: "C2" } }]);
    expect(issues).toEqual([]);
  });

  test("does not follow a link out of the folder", async () => {
    const outside = await mkdtemp(join(tmpdir(), "outside-"));
    await writeFile(join(outside, "z.csv"), CSV.replace("63.2", "36.2"));
    await put("b.csv", CSV);
    await symlink(outside, join(folder, "link"));
    await symlink(join(outside, "z.csv"), join(folder, "z.csv"));
    await symlink(join(outside, "z.csv"), join(folder, "说明.txt"));
    const { dataset, issues } = await readData(folder, plans);
    await rm(outside, { recursive: true });
    expect(dataset.inputs.map(({ file }) => file)).toEqual(["b.csv"]);
    // What may hold figures is not left out in silence.
    expect(issues.map(({ code, where }) => `${code} ${where?.file ?? ""}`)).toEqual([
      "workbook/link link",
      "workbook/link z.csv",
    ]);
  });

  test.runIf(posix)(
    "what is no file is a finding, whatever it is called, and nobody waits for it",
    async () => {
      await put("b.csv", CSV);
      for (const name of ["c.csv", "manifest.yaml", "监测数据库.csv"]) makePipe(join(folder, name));
      const { dataset, issues } = await readData(folder, plans);
      expect(dataset.inputs.map(({ file }) => file)).toEqual(["b.csv", "c.csv"]);
      expect(issues.map(({ code, where }) => `${code} ${where?.file ?? ""}`)).toEqual([
        "plan/unreadable manifest.yaml",
        "ledger/unreadable 监测数据库.csv",
        "workbook/not-a-file c.csv",
      ]);
    },
  );

  test("a workbook that cannot be read is a finding beside the others' figures", async () => {
    await put("b.csv", CSV);
    await put("旧表.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"));
    const { dataset, issues } = await readData(folder, plans);
    expect(Object.keys(dataset.series)).toEqual(["W05a"]);
    expect(issues).toMatchObject([{ code: "workbook/damaged", where: { file: "旧表.xls" } }]);
    expect(dataset.hasErrors).toBe(true);
  });

  test("no folder: what to do next, exit 2", async () => {
    const error = await failure(join(folder, "data"));
    expect(error.exitCode).toBe(2);
    expect(error.hint).toContain("--demo");
  });

  test("a file for a folder, an empty folder, a folder of nothing usable: exit 2, findings kept", async () => {
    await put("封面.csv", "永川区\n");
    expect((await failure(join(folder, "封面.csv"))).exitCode).toBe(2);
    const error = await failure(folder);
    expect([error.exitCode, error.issues.map(({ code }) => code)]).toEqual([2, ["data/unrecognised-sheet"]]);
    await rm(join(folder, "封面.csv"));
    expect((await failure(folder)).exitCode).toBe(2);
  });
});

test(
  "the sample folder is read without an error, every row of both plans reported",
  { tags: ["patience"] },
  async () => {
    const { dataset, issues } = await sampleData();
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset.hasErrors).toBe(false);
    const rows = plans.flatMap((plan) => plan.rows);
    const ids = rows.flatMap(({ id, parts }) => (parts.length > 0 ? parts.map((part) => part.id) : [id]));
    expect(ids.filter((id) => dataset.series[id] === undefined)).toEqual([]);
    expect(dataset.revisions.map(({ indicator, year }) => `${indicator} ${year}`)).toEqual([
      "C10c 2024",
      "C20 2024",
    ]);
    const projects = dataset.progress.filter(({ year }) => year === 2025).map(({ project }) => project);
    expect(projects).toHaveLength(34);
  },
);
