import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../src/report/annual.js";
import "../../src/report/working-paper.js";
import "../../src/run/recheck/recheck.js";
import "../../src/run/reports.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { fewRows } from "../plan/few-rows.js";
import { amended } from "../word/read/docx.js";
import { testFolder, type TestFolder } from "./folder.js";
import { saidIn } from "./said.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
});
afterEach(() => folder.remove());

/** The plan of few rows. */
const ofFew = (): string[] => ["--plans", path.join(folder.data, "../plans")];

const SHEET = "编号,指标名称,2025年,分子,分母\nW03,孕产妇死亡率,16.04,1,6236\nW04,孕产妇系统管理率,94.88,,\n";

async function annual(...more: string[]): Promise<{ code: number; out: string; err: string }> {
  await folder.write("data/2025.csv", SHEET);
  const surroundings = silentSurroundings();
  const argv = ["annual", "2025", ...ofFew(), "--data", folder.data, "--out", folder.out, ...more];
  return { code: await run(argv, surroundings), ...surroundings.said };
}

it(
  "writes the public edition beside the internal one, without what is the bureau's own",
  { tags: ["patience"] },
  async () => {
    const formats = ["--format", "xlsx,json"];
    expect(await annual(...formats, "--edition", "public")).toMatchObject({ code: 0 });
    expect(Object.keys(await folder.written())).toEqual([
      "永川区妇女发展规划2025年度数据报表（公开版）.xlsx",
      "永川区妇女发展规划2025年度统计监测报告（公开版）.json",
    ]);
    expect(await annual(...formats)).toMatchObject({ code: 0 });
    const written = await folder.written();
    expect(Object.keys(written)).toContain("永川区妇女发展规划2025年度核查底稿.xlsx");
    expect(Object.keys(written)).toContain("provenance.json");
    const text = (name: string) => written[`永川区妇女发展规划2025年度统计监测报告${name}.json`]!.toString();
    expect(text("")).toContain("16.04");
    expect(text("（公开版）")).not.toContain("16.04");
    expect(text("（公开版）")).toContain("不公布具体数值");
  },
);

const SMALL = "2025年孕产妇死亡率为16.04/10万。";

it.each([
  ["a part that people alone write", `# 妇女与健康\n## 工作措施\n${SMALL}\n`],
  ["the lead", `# 导语\n${SMALL}\n`],
  ["the place of a topic's text", `# 妇女与健康\n## 孕产妇健康\n${SMALL}\n`],
  ["a topic, under a heading of its own", `# 妇女与健康\n## 孕产妇健康\n**有所下降。**${SMALL}\n`],
  ["a heading of their own", `# 妇女与健康\n### 有所下降\n${SMALL}\n`],
  ["a table", "# 妇女与健康\n## 工作措施\n\n|指标|2025年|\n|--|--|\n|孕产妇死亡率|16.04|\n"],
  ["the head of a table", "# 妇女与健康\n## 工作措施\n\n|年份|孕产妇死亡率|\n|--|--|\n|2025|16.04|\n"],
])("asks about figures that it does not tell in %s", async (_where, text) => {
  await folder.write("data/narrative/women-2025.md", text);
  const { code, err } = await annual("--format", "json", "--edition", "public");
  expect(code).toBe(0);
  expect(err).toContain("公开版不公布“孕产妇死亡率”的数，文字材料中却写着");
});

it("asks nothing about what it says itself, kept as it was written", async () => {
  const head = (year: number) => `编号,指标名称,${year}年,分子,分母\n`;
  await folder.write("data/2024.csv", `${head(2024)}W03,孕产妇死亡率,15.65,1,6391\n`);
  await folder.write("data/2025.csv", `${head(2025)}W03,孕产妇死亡率,0,0,6236\n`);
  const argv = ["annual", "2025", ...ofFew(), "--edition", "public"];
  expect(await saidIn(folder, ...argv, "--write-narrative")).toMatchObject({ code: 0 });
  const kept = await readFile(path.join(folder.data, "narrative/women-2025-annual.md"), "utf8");
  expect(kept).toMatch(/孕产妇死亡率为0\.00\/10万，以往年份涉及人数较少/u);
  const { code, err } = await saidIn(folder, ...argv, "--format", "json");
  expect(code, err).toBe(0);
  expect(err).not.toContain("文字材料中却写着");
});

it("asks about people's own sentences with figures that it does not tell", async () => {
  await folder.write(
    "data/narrative/women-2025.md",
    "# 妇女与健康\n## 工作措施\n2025年孕产妇死亡率为16.04/10万。全区妇幼保健网络进一步完善。\n",
  );
  const { code, err } = await annual("--format", "json", "--edition", "public");
  expect(code).toBe(0);
  expect(err).toContain("公开版不公布“孕产妇死亡率”的数，文字材料中却写着：2025年孕产妇死亡率为16.04/10万。");
});

it("knows no other edition", async () => {
  const { code, err } = await annual("--edition", "secret");
  expect(code).toBe(2);
  expect(err).toContain("internal、public");
});

it(
  "takes back an amended public copy as what it is, and writes no part that the internal edition tells otherwise",
  { tags: ["patience"] },
  async () => {
    await folder.write("data/narrative/women-2025.md", "# 妇女与健康\n## 工作措施\n全区开展免费筛查。\n");
    const made = await annual("--format", "docx", "--browser", "none", "--edition", "public");
    expect(made.code, made.err).toBe(0);
    const draft = (await folder.written())["永川区妇女发展规划2025年度统计监测报告（公开版）.docx"]!;
    const ends = ["不公布具体数值。", "全区开展免费筛查。"];
    const copy = await amended(draft, {
      "word/document.xml": (xml) => ends.reduce((text, end) => text.replace(end, `${end}另有补充。`), xml),
    });
    const file = path.join(folder.out, "区妇联.docx");
    await writeFile(file, copy);
    const { out, err } = await saidIn(folder, "recheck", file, "--write", ...ofFew());
    expect(out).toContain("修改 2处");
    expect(err).toContain("这一部分公开版与内部版写法不同，写回会使内部版缺数");
    const written = await readFile(path.join(folder.data, "narrative", "women-2025-annual.md"), "utf8");
    expect(written).toBe("# 妇女与健康·工作措施\n\n全区开展免费筛查。另有补充。\n");
    const other = await saidIn(folder, "recheck", file, "--plan", "children");
    expect(other.out).toContain("这是另一份报告（women-2025-annual-public）");
  },
);
