// What the command loads when it is called is loaded before the first test's time runs.
import "../../src/commands/overview.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { testFolder, indicatorCsv, type TestFolder } from "./folder.js";
import { saidIn } from "./said.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

const PAGE = "总览.html";
const SHEET = indicatorCsv([2024, 2025], [["W04", "孕产妇系统管理率", 94.52, 94.88]]);

async function pageOf(...argv: string[]): Promise<string> {
  expect(await saidIn(folder, "overview", "2025", ...argv)).toMatchObject({ code: 0 });
  return (await folder.written())[PAGE]!.toString();
}

it("writes one page, and the same bytes again on the same date", async () => {
  await folder.write("data/2025.csv", SHEET);
  const once = await pageOf("--as-of", "2026-05-20");
  expect(Object.keys(await folder.written())).toEqual([PAGE]);
  expect(once).toContain("2025.csv D2");
  expect(await pageOf("--as-of", "2026-05-20")).toBe(once);
});

it("names the cell, and no folder of this machine", async () => {
  await folder.write("data/2025.csv", `${SHEET}\nW02,妇女人均预期寿命,82,199`);
  const html = await pageOf("--draft");
  expect(html).toContain("核查发现");
  expect(html).not.toContain(folder.data);
  expect(html).not.toContain(process.cwd());
});

it("says which plan has no data, and shows the other", async () => {
  await folder.write("data/2025.csv", SHEET);
  const html = await pageOf();
  expect(html).toContain("永川区儿童发展规划没有2025年的数据，未列入。");
  expect(html).not.toContain('id="children-');
});

it("has all rows of the sample data, and says so", { tags: ["patience"] }, async () => {
  const surroundings = silentSurroundings();
  expect(await run(["overview", "2025", "--demo", "--out", folder.out], surroundings)).toBe(0);
  const html = (await folder.written())[PAGE]!.toString();
  expect(html.match(/<tbody class="row"/gu)).toHaveLength(90);
  expect(html).toContain("示例数据");
  expect(surroundings.said.out).toContain(PAGE);
});

it("has no public edition, and says what to do instead", async () => {
  await folder.write("data/2025.csv", SHEET);
  const { code, err } = await saidIn(folder, "overview", "2025", "--edition", "public");
  expect(code).toBe(2);
  expect(err).toBe(
    "总览没有公开版：它列有单元格和全部数值，供本单位核对。\n→ 公开的材料请用 report annual 2025 --edition public 编制\n",
  );
});

it("writes nothing where data have errors, unless it is a draft", async () => {
  await folder.write("data/2025.csv", `${SHEET}\nW02,妇女人均预期寿命,82,约八十二`);
  const refused = await saidIn(folder, "overview", "2025");
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toContain("总览.html没有写出");
  const html = await pageOf("--draft");
  expect(html).toContain("初稿");
  expect(html).toContain("约八十二");
});

it("refuses a year of which there are no data", async () => {
  await folder.write("data/2025.csv", SHEET);
  expect(await saidIn(folder, "overview", "2023")).toMatchObject({ code: 2, out: "" });
});
