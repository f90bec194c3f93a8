import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReportError } from "../../src/issues/error.js";
import { loadPlans } from "../../src/plan/folder.js";
import { makePipe, posix } from "../files/folder.js";
import { OTHER_DISTRICT, slip } from "./other-district.js";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "plans-"));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

async function folderWith(name: string, files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = path.join(root, name);
  await mkdir(folder);
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content);
  return folder;
}

const SECOND = OTHER_DISTRICT.replaceAll("LH", "QT").replace("id: disabled", "id: elderly");

describe("loadPlans", () => {
  it("reads .yaml and .yml in the order of their names and leaves the rest alone", async () => {
    const folder = await folderWith("two", {
      "b.yml": OTHER_DISTRICT,
      "a.yaml": SECOND,
      "说明.txt": "不是规划",
      ".a.yaml.swp": "x",
    });
    const { plans, issues } = await loadPlans(folder);
    expect(issues).toEqual([]);
    expect(plans.map(({ id }) => id)).toEqual(["elderly", "disabled"]);
    expect(plans[0]?.file).toBe(path.join(folder, "a.yaml"));
  });

  it("puts the plans one document issued in the document's order", async () => {
    const second = SECOND.replace(/^document:.*$/mu, (line) => line.replace(/ ?\}$/u, ", part: 2 }"));
    const folder = await folderWith("ordered", { "a.yaml": second, "b.yaml": OTHER_DISTRICT });
    const { plans, issues } = await loadPlans(folder);
    expect(issues).toEqual([]);
    expect(plans.map(({ id, document }) => [id, document.part])).toEqual([
      ["disabled", 1],
      ["elderly", 2],
    ]);
  });

  it("reads a file again as soon as a byte of it is another, and only then", async () => {
    const folder = await folderWith("changed", { "a.yaml": OTHER_DISTRICT });
    const first = await loadPlans(folder);
    expect((await loadPlans(folder)).plans[0]).toBe(first.plans[0]);
    await writeFile(path.join(folder, "a.yaml"), SECOND);
    expect((await loadPlans(folder)).plans.map(({ id }) => id)).toEqual(["elderly"]);
    await writeFile(path.join(folder, "a.yaml"), "id: x\n");
    expect((await loadPlans(folder)).issues).toEqual((await loadPlans(folder)).issues);
    expect((await loadPlans(folder)).plans).toEqual([]);
  });

  it("keeps the sound plan and reports the broken one", async () => {
    const folder = await folderWith("broken", { "a.yaml": OTHER_DISTRICT, "b.yaml": "id: x\n" });
    const { plans, issues } = await loadPlans(folder);
    expect(plans.map(({ id }) => id)).toEqual(["disabled"]);
    expect(new Set(issues.map(({ where }) => where?.file))).toEqual(new Set([path.join(folder, "b.yaml")]));
  });

  it.each([
    ["a folder that does not exist", async () => Promise.resolve(path.join(root, "none"))],
    ["a folder without plans", () => folderWith("empty", { "说明.txt": "" })],
    [
      "a file in place of a folder",
      async () => path.join(await folderWith("file", { "a.yaml": OTHER_DISTRICT }), "a.yaml"),
    ],
  ])("fails with a next step for %s", async (_, folder) => {
    const failure = await loadPlans(await folder()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReportError);
    expect(failure).toMatchObject({ exitCode: 2 });
    expect((failure as ReportError).hint).toContain("--plans");
  });

  it("refuses a second plan that uses an id of the first: figures are kept by id", async () => {
    const folder = await folderWith("clash", {
      "a.yaml": OTHER_DISTRICT,
      "b.yaml": slip("id: disabled", "id: elderly"),
    });
    const { plans, issues } = await loadPlans(folder);
    expect(plans.map(({ id }) => id)).toEqual(["disabled"]);
    expect(issues.map(({ code }) => code)).toEqual(["plan/id-of-another-plan"]);
  });

  it("says so when a file is not UTF-8, or far too large", async () => {
    const folder = await folderWith("bytes", {
      "gb.yaml": new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xd3, 0xc0, 0xb4, 0xa8]),
      "huge.yaml": "a".repeat(300_001),
    });
    const { issues } = await loadPlans(folder);
    expect(issues.map(({ code }) => code)).toEqual(["plan/not-utf8", "plan/too-large"]);
    expect(issues[0]?.where).toMatchObject({ line: 1, column: 5 });
  });

  it.runIf(posix)("says so when a plan is no file at all, without waiting for it", async () => {
    const folder = await folderWith("pipe", { "a.yaml": OTHER_DISTRICT });
    makePipe(path.join(folder, "b.yaml"));
    const { plans, issues } = await loadPlans(folder);
    expect(plans.map(({ id }) => id)).toEqual(["disabled"]);
    expect(issues.map(({ code }) => code)).toEqual(["plan/unreadable"]);
  });

  it("takes a byte order mark and Windows line ends as they come", async () => {
    const text = `\ufeff${OTHER_DISTRICT.replaceAll("\n", "\r\n")}`;
    const { plans, issues } = await loadPlans(await folderWith("windows", { "a.yaml": text }));
    expect(issues).toEqual([]);
    expect(plans[0]?.chapters[0]?.title).toBe("提高康复服务水平");
  });
});
