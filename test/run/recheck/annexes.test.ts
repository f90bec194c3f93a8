import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../../src/report/evaluation/evaluation.js";
import "../../../src/run/reports.js";
import "../../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { indicatorCsv, testFolder, type TestFolder } from "../../commands/folder.js";
import { saidIn } from "../../commands/said.js";
import { fewRows } from "../../plan/few-rows.js";
import { amended } from "../../word/read/docx.js";

let folder: TestFolder;
let asked: string[];

async function printed(): Promise<Buffer> {
  const how = ["--format", "docx", "--browser", "none"];
  const { code, err } = await saidIn(folder, "midterm", ...asked, ...how);
  expect(code, err).toBe(0);
  return Object.entries(await folder.written()).find(([name]) => name.startsWith("永川区"))![1];
}

beforeAll(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康", "妇女“两癌”筛查"));
  asked = ["--plans", path.join(folder.data, "../plans"), "--as-of", "2026-05-20"];
  const rows = [
    ["W04", "孕产妇系统管理率", 92.99, 93.4, 94.62, 94.88],
    ["W05a", "适龄妇女宫颈癌人群筛查率", 41.3, 43, 50, 52.94],
  ] as const;
  await folder.write("data/2025.csv", indicatorCsv([2020, 2021, 2024, 2025], rows));
  const parts = ["主要做法和成效", "原因分析", "对策建议"].map((part) => `# ${part}\n\n文字。\n`);
  await folder.write("data/narrative/women-2025.md", parts.join("\n"));
});
afterAll(() => folder.remove());

const BY = `w:author="区妇联" w:date="2026-05-21T10:00:00Z"`;

/** A sentence put behind the run in which a text stands. */
function added(xml: string, behind: string, text: string): string {
  expect(xml).toContain(behind);
  const end = xml.indexOf("</w:r>", xml.indexOf(behind)) + "</w:r>".length;
  return `${xml.slice(0, end)}<w:ins w:id="950" ${BY}><w:r><w:t>${text}</w:t></w:r></w:ins>${xml.slice(end)}`;
}

/** The paragraph with a text, struck out. */
function struck(xml: string, text: string): string {
  const at = xml.indexOf(text);
  const [start, end] = [xml.lastIndexOf("<w:p>", at), xml.indexOf("</w:p>", at)];
  const gone = xml
    .slice(start, end)
    .replaceAll("<w:r>", `<w:del w:id="960" ${BY}><w:r>`)
    .replaceAll("</w:r>", "</w:r></w:del>")
    .replaceAll(/<(\/?)w:t(?=[ >])/gu, "<$1w:delText");
  return xml.slice(0, start) + gone + xml.slice(end);
}

it(
  "the annexes of a draft that were amended come back with --write, and are printed so",
  { tags: ["patience"], timeout: 180_000 },
  async () => {
    const copy = await amended(await printed(), {
      "word/document.xml": (xml) => {
        const more = [
          ["本报告的状态一律按序时进度法判定。", "评价结果稳健。"],
          ["已报数据没有修订。", "各单位已逐项核实。"],
          ["优先采用报送的2020年数据", "基期由评估组核定。"],
        ] as const;
        const text = more.reduce((all, [behind, said]) => added(all, behind, said), xml);
        return struck(text, "比较一律采用未经修约的数值");
      },
    });
    const file = path.join(folder.out, "区妇联.docx");
    await writeFile(file, copy);
    const { code, err } = await saidIn(folder, "recheck", file, ...asked, "--write");
    expect(code, err).toBe(0);
    expect(err).toContain("评价结果的敏感性分析、缺项与修订清单、评价规则");
    expect(err).not.toContain("没有写回");
    const written = await readFile(path.join(folder.data, "narrative/women-2025-midterm.md"), "utf8");
    expect(written).toMatch(/# 缺项与修订清单\n\n.*缺项指标3项.*\n\n已报数据没有修订。各单位已逐项核实。\n/u);
    expect(written).toContain("# 评价方法说明·评价规则\n");
    let text = "";
    await amended(await printed(), {
      "word/document.xml": (xml) => (text = xml.replaceAll(/<[^>]*>/gu, "")),
    });
    for (const said of ["评价结果稳健。", "各单位已逐项核实。", "基期由评估组核定。", "（四）目标判定"])
      expect(text).toContain(said);
    expect(text).not.toContain("比较一律采用未经修约的数值");
  },
);
