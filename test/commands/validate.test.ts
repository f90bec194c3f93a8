import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { validate } from "../../src/commands/validate.js";
import type { CommandOptions } from "../../src/run/settings.js";

import type { LedgerEntry } from "../../src/data/ledger/entry.js";
import type { Issue } from "../../src/issues/issue.js";
import { ledgerText, line } from "../data/ledger/lines.js";
import { makePipe, posix } from "../files/folder.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

async function run(options: CommandOptions, ...paths: string[]): Promise<{ code: number; out: string }> {
  const surroundings = silentSurroundings();
  const code = await validate(paths, { demo: true, ...options }, surroundings);
  return { code, out: surroundings.said.out };
}

async function found(...paths: string[]): Promise<Issue[]> {
  const { out } = await run({ format: "json" }, ...paths);
  return (JSON.parse(out) as { issues: Issue[] }).issues;
}

describe("report validate on the sample data", () => {
  it("finds no error, the same in the same order every time", { tags: ["patience"] }, async () => {
    const first = await run({ format: "json" });
    expect(first.code).toBe(0);
    const { issues } = JSON.parse(first.out) as { issues: Issue[] };
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await run({ format: "json" })).toEqual(first);
  });

  it("annotates files as they stand in the repository", { tags: ["patience"] }, async () => {
    const { out } = await run({ format: "github" }, "fixtures/data/妇女规划监测数据2020-2025.xlsx");
    expect(out).toContain("file=fixtures/data/妇女规划监测数据2020-2025.xlsx,");
    expect(
      out
        .trimEnd()
        .split("\n")
        .every((line) => /^::(?:error|warning|notice) /u.test(line)),
    ).toBe(true);
  });

  it("checks one workbook by itself, without asking for what others report", async () => {
    const codes = (await found("fixtures/data/年度填报/区公安局2025年度填报表.xlsx")).map(({ code }) => code);
    expect(codes).not.toContain("data/missing-two-years");
  });

  it.each(["-1", "多", "1.5"])("refuses --max-problems %s as wrong usage", async (maxProblems) => {
    await expect(run({ maxProblems })).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe("report validate on a workbook that asks for a second look", () => {
  let folder: TestFolder;
  let workbook: string;
  beforeEach(async () => {
    folder = await testFolder();
    const lines = [
      ["W04", "产前筛查率", 93.1, 93.4, 93.5, 93.6, 9.37],
      ["C21", "九年义务教育巩固率", 92.1, 92.4, 92.5, 92.6, 9.27],
    ];
    workbook = await folder.write("data/上报.csv", indicatorCsv([2020, 2021, 2022, 2023, 2024], lines));
  });
  afterEach(() => folder.remove());

  it("gives warnings their weight only when asked", async () => {
    expect(await run({}, workbook)).toMatchObject({ code: 0 });
    expect(await run({ strict: true }, workbook)).toMatchObject({ code: 1 });
  });

  it("says how many it left out, and still fails for what it did not show", async () => {
    const { out, code } = await run({ maxProblems: "1", strict: true }, workbook);
    expect(out).toMatch(/另有\d+个问题未列出/u);
    expect(code).toBe(1);
    const all = await run({ maxProblems: "0" }, workbook);
    expect(all.out).not.toContain("未列出");
  });
});

describe("report validate on one workbook of a data folder", () => {
  let folder: TestFolder;
  let workbook: string;
  beforeEach(async () => {
    folder = await testFolder();
    const text = indicatorCsv([2020, 2024], [["W04", "产前筛查率", 93.5, "…"]]);
    workbook = await folder.write("data/区卫生健康委/上报.csv", text);
  });
  afterEach(() => folder.remove());

  const codes = async (file = workbook): Promise<string[]> => (await found(file)).map(({ code }) => code);
  const excuse = (file: string, code = "data/below-unit", cell = "D2"): Promise<string> =>
    folder.write(
      "data/manifest.yaml",
      `silences:\n  - { code: ${code}, file: ${file}, sheet: 上报.csv, cell: ${cell}, reason: 已核实 }\n`,
    );

  it("leaves out what the manifest above it excuses, however the file is named", async () => {
    expect(await codes()).toContain("data/below-unit");
    await excuse("区卫生健康委/上报.csv");
    expect(await codes()).not.toContain("data/below-unit");
    expect(await codes(path.relative("", workbook))).not.toContain("data/below-unit");
  });

  it("leaves the rest, and does not ask of one workbook what only the folder knows", async () => {
    await excuse("区教委/上报.csv");
    expect(await codes()).toContain("data/below-unit");
    await excuse("区卫生健康委/上报.csv", "data/jump", "C2");
    expect(await codes()).not.toContain("data/idle-silence");
  });

  it("checks the folders that options name, too", async () => {
    const templates = path.dirname(await folder.write("版式/cover.hbs", "{{cover.isuer}}"));
    const options = { demo: false, format: "json", data: folder.data, templates };
    const plan = await folder.write("plans/women.yaml", "");
    const { issues } = JSON.parse((await run(options, plan)).out) as { issues: Issue[] };
    const told = issues.map(({ code }) => code);
    expect(told).toEqual(expect.arrayContaining(["template/unknown-path", "data/below-unit"]));
  });

  it("is not stopped by a manifest of another program above it", async () => {
    await folder.write("data/manifest.yaml", "packages: [a, b]\n");
    expect(await codes()).toContain("data/below-unit");
    expect(await codes()).not.toContain("data/manifest-key");
  });
});

describe("report validate on a monitoring database", () => {
  let folder: TestFolder;
  beforeEach(async () => {
    folder = await testFolder();
  });
  afterEach(() => folder.remove());

  const ledger = (...entries: LedgerEntry[]): string => ledgerText(entries);
  const codes = async (text: string): Promise<string[]> =>
    (await found(await folder.write("data/监测数据库.csv", text))).map(
      ({ code, where }) => `${code} ${where?.line ?? where?.cell ?? ""}`,
    );
  const history = [2021, 2022, 2023, 2024].map((year) => line(60 + year / 1000, { year }));

  it("checks its lines and the figures it holds, not what a workbook would have to be", async () => {
    const alone = "ledger/no-copies ";
    expect(await codes(ledger(...history, line(62.4)))).toEqual([alone]);
    expect(await codes(ledger(...history, line(6.24)))).toEqual(["data/unit-slip H4", alone]);
  });

  it("names the line that somebody changed", async () => {
    const changed = ledger(...history, line(62.4)).replace(",62.4,", ",64.2,");
    expect(await codes(changed)).toEqual(["ledger/changed-line 6", "ledger/no-copies "]);
  });
});

describe("report validate on a path that is no file of anybody's", () => {
  let folder: TestFolder;
  beforeEach(async () => {
    folder = await testFolder();
  });
  afterEach(() => folder.remove());

  it.runIf(posix).each([
    ["plans/a.yaml", "plan/unreadable"],
    ["data/manifest.yml", "plan/unreadable"],
    ["data/上报.csv", "workbook/not-a-file"],
    ["data/监测数据库.csv", "ledger/unreadable"],
  ])("%s: a finding, without waiting", async (name, code) => {
    const file = path.join(folder.data, "..", name);
    await folder.write(name, "");
    await rm(file);
    makePipe(file);
    expect((await found(file)).map((each) => each.code)).toEqual([code]);
  });

  it("knows a manifest by either ending, and takes no bytes for text that are none", async () => {
    const file = await folder.write("data/manifest.yml", "reveiw: 定稿\n");
    expect((await found(file)).map(({ code }) => code)).toEqual(["data/manifest-key"]);
    await writeFile(file, Buffer.from("region: \xff\n", "latin1"));
    expect(await found(file)).toMatchObject([{ code: "plan/not-utf8", where: { line: 1, column: 9 } }]);
  });
});

describe("report validate where something cannot be checked at all", () => {
  let folder: TestFolder;
  beforeEach(async () => {
    folder = await testFolder();
  });
  afterEach(() => folder.remove());

  /** What it prints on stdout before it fails with wrong usage. */
  async function refused(options: CommandOptions, ...paths: string[]): Promise<string> {
    const surroundings = silentSurroundings();
    await expect(validate(paths, options, surroundings)).rejects.toMatchObject({ exitCode: 2 });
    return surroundings.said.out;
  }

  it("fails where the data folder the user named is not there", async () => {
    expect(await refused({ data: folder.data })).toBe("");
  });

  it("tells in the format asked for why a folder holds nothing usable", async () => {
    await folder.write("data/空.csv", "");
    const out = await refused({ data: folder.data, format: "github" });
    expect(out).toMatch(/^::error file=.*data\/空\.csv,title=workbook\/empty-file::/u);
  });

  it("tells what it found in the other paths", async () => {
    const text = indicatorCsv([2024, 2025], [["W04", "产前筛查率", 93.5, -2]]);
    const workbook = await folder.write("data/上报.csv", text);
    expect(await refused({}, "没有这个文件.xlsx", workbook)).toContain("data/negative");
  });

  it("does not hold data against plans it could not read", async () => {
    await folder.write("plans/women.yaml", "rows: [\n");
    await folder.write("data/上报.csv", indicatorCsv([2024, 2025], [["W04", "产前筛查率", 93.5, 94]]));
    const options = { plans: path.join(folder.data, "../plans"), data: folder.data };
    const { code, out } = await run({ demo: false, ...options, format: "json" });
    const { issues } = JSON.parse(out) as { issues: Issue[] };
    expect([code, issues.length > 0, issues.filter((each) => !each.code.startsWith("plan/"))]).toEqual([
      1,
      true,
      [],
    ]);
  });
});
