import { chmod, cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { validate } from "../../src/commands/validate.js";
import type { Issue } from "../../src/issues/issue.js";
import { ledgerText, line } from "../data/ledger/lines.js";
import { makePipe, posix } from "../files/folder.js";
import { fewRows } from "../plan/few-rows.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

/** What is read against a plan is read so against a small one. */
const FEW = await fewRows("孕产妇健康");

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  const table = indicatorCsv([2020, 2025], [["W04", "孕产妇系统管理率", 93.5, 94.88]]);
  await folder.write("data/上报.csv", table);
  await folder.write(
    "data/别处.csv",
    indicatorCsv([2021, 2022], [["W04", "孕产妇系统管理率", 93.61, 93.75]]),
  );
  await cp("fixtures/data/重点项目进展/重点项目进展2025.xlsx", path.join(folder.data, "项目.xlsx"));
  await cp("test/workbook/read/xls/libreoffice.xls", path.join(folder.data, "旧.xls"));
  await folder.write("data/manifest.yaml", "region: 永川区\nstatus: 初步\n");
  await folder.write("data/监测数据库.csv", ledgerText([line(90.1)]));
  await folder.write("data/narrative/women-2025.md", "# 妇女与健康\n\n## 工作措施\n\n开展筛查。\n");
  await mkdir(path.join(folder.data, "已发布"));
  await folder.write("plans/women.yaml", FEW);
  await mkdir(at("templates"));
  await cp("templates/annual.hbs", at("templates/annual.hbs"));
});
afterEach(() => folder.remove());

const at = (name: string): string => path.join(folder.data, "..", name);

/** What is told, and the files that figures were read from. */
async function found(): Promise<{ issues: Issue[]; files: string[] }> {
  const surroundings = silentSurroundings();
  await validate(
    [],
    { data: folder.data, plans: at("plans"), templates: at("templates"), format: "json" },
    surroundings,
  );
  const { issues, coverage } = JSON.parse(surroundings.said.out) as {
    issues: Issue[];
    coverage: { file: string; read: number }[];
  };
  return { issues, files: coverage.filter(({ read }) => read > 0).map(({ file }) => file) };
}

/** Every kind of file that is read beside the plans, and how findings call this one. */
const KINDS: readonly [file: string, called: string][] = [
  ["data/上报.csv", "上报.csv"],
  ["data/项目.xlsx", "项目.xlsx"],
  ["data/旧.xls", "旧.xls"],
  ["data/manifest.yaml", "manifest.yaml"],
  ["data/监测数据库.csv", "监测数据库.csv"],
  ["data/narrative/women-2025.md", "women-2025.md"],
  ["data/已发布/妇女2024_第1版.json", "妇女2024_第1版.json"],
  ["templates/annual.hbs", "annual.hbs"],
];

/** What may stand in a file's place. */
const STANDINS: [what: string, make: (file: string) => Promise<unknown> | void][] = [
  ["a pipe", makePipe],
  ["a folder", (file) => mkdir(file)],
  ["a file without end", (file) => symlink("/dev/zero", file)],
  ["a link that leads to itself", (file) => symlink(path.basename(file), file)],
  ["a link to nothing", (file) => symlink("nowhere", file)],
];

/** Root reads all there is. */
if (process.getuid?.() !== 0) STANDINS.push(["a file nobody may read", locked]);

async function locked(file: string): Promise<void> {
  await writeFile(file, "编号");
  await chmod(file, 0);
}

/** The file is told of, and by more than a note. */
function expectTold(issues: readonly Issue[], called: string, file: string): void {
  const about = issues.filter(({ where }) => where?.file.endsWith(called));
  expect(about, file).not.toEqual([]);
  expect(
    about.filter(({ severity }) => severity === "note"),
    file,
  ).toEqual([]);
}

describe.runIf(posix).each(STANDINS)("%s", (_, make) => {
  async function put(file: string): Promise<void> {
    await rm(at(file), { force: true });
    await make(at(file));
  }

  it("in place of every file is told of each, and what is left is read", async () => {
    for (const [file] of KINDS) await put(file);
    const { issues, files } = await found();
    for (const [file, called] of KINDS) expectTold(issues, called, file);
    expect(files).toEqual(["别处.csv"]);
  });

  // Without its plan no figure has a row.
  it("in place of a plan is told", async () => {
    await put("plans/women.yaml");
    expectTold((await found()).issues, "women.yaml", "the plan");
  });
});
