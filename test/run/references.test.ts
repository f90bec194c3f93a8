import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import type { Issue } from "../../src/issues/issue.js";
import { indicatorCsv, testFolder, type TestFolder } from "../commands/folder.js";
import { saidIn } from "../commands/said.js";
import { silentSurroundings } from "../commands/surroundings.js";
import { fewRows } from "../plan/few-rows.js";

const annual = ["annual", "2025", "--plan", "women", "--format", "json"];
const NAME = "narrative/women-2025-annual.md";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  const rows = [["W04", "孕产妇系统管理率", 92.99, 94.52, 93.1]] as const;
  await folder.write("data/监测数据.csv", indicatorCsv([2020, 2024, 2025], rows));
});
afterEach(() => folder.remove());

const say = (...argv: string[]) => saidIn(folder, ...argv, "--plans", path.join(folder.data, "../plans"));

const text = (): Promise<string> => readFile(path.join(folder.data, NAME), "utf8");

async function told(): Promise<string[]> {
  const surroundings = silentSurroundings();
  const plans = ["--plans", path.join(folder.data, "../plans")];
  await run(["validate", "--format", "json", "--data", folder.data, ...plans], surroundings);
  const { issues } = JSON.parse(surroundings.said.out) as { issues: Issue[] };
  return issues
    .filter(({ code }) => code.startsWith("narrative/reference"))
    .map(({ where, message }) => `${where?.line} ${message}`);
}

async function amend(change: (text: string) => string): Promise<void> {
  await writeFile(path.join(folder.data, NAME), change(await text()));
}

async function printed(): Promise<string> {
  await say(...annual);
  const [, name = ""] = Object.keys(await folder.written());
  return readFile(path.join(folder.out, name), "utf8");
}

const TABLE = "\n表 满意度\n\n| 对象 | 满意 |\n| --- | --- |\n| 家长 | 95 |\n";

describe("what people's text points to", () => {
  it(
    "is what it pointed to when it was written, when a table before it shifts the numbers",
    { tags: ["patience"] },
    async () => {
      await say(...annual, "--write-narrative");
      await amend((all) =>
        all
          .replace("蓝色预警2项（见表2）。", "蓝色预警2项（见表2）。请各单位重视。")
          .replace("# 预警清单", "## 分工\n\n按表1所列单位办理。\n\n# 预警清单"),
      );
      // The second time what was added is kept, too.
      await say(...annual, "--write-narrative");
      expect(await printed()).toContain("（见表2）。请各单位重视。");
      await amend((all) => all.replace("## 工作措施\n", `## 工作措施\n${TABLE}`));
      const report = await printed();
      expect(report).toContain("（见表3）。请各单位重视。");
      expect(report).toContain("按表2所列单位办理。");
      expect(await told()).toEqual([]);
      // Nobody's file is written in: the same again, whatever is printed in between.
      expect(await text()).toContain("（见表2）。请各单位重视。");
      await say(...annual, "--write-narrative");
      expect(await printed()).toContain("（见表3）。请各单位重视。");
    },
  );

  it(
    "is told where the report does not have it, or a changed sentence may mean another",
    { tags: ["patience"] },
    async () => {
      await say(...annual, "--write-narrative");
      await amend((all) =>
        all
          .replace("蓝色预警2项（见表2）。", "蓝色预警2项，名单见表2。")
          .replace("## 工作措施\n", `## 工作措施\n${TABLE}\n做法见附件9。\n`),
      );
      expect((await told()).map((each) => each.replace(/^\d+ /u, ""))).toEqual([
        "写到“附件9”，年度统计监测报告中没有附件9",
        "写到“表2”，写成时是“永川区妇女发展规划2025年监测预警清单”，现在它是表3，表2是“进展滞后指标对应的责任单位”",
      ]);
      expect((await say(...annual)).err).toContain("写到“表2”，写成时是“");
      await amend((all) => all.replace("名单见表2", "名单见表3").replace("附件9", "附件1"));
      expect(await told()).toEqual([]);
      await say(...annual, "--write-narrative");
      expect(await told()).toEqual([]);
    },
  );
});
