import { cp, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import ExcelJS from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { OTHER_DISTRICT } from "../plan/other-district.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

async function say(...argv: string[]) {
  const surroundings = silentSurroundings();
  const code = await run(["form", ...argv, "--out", folder.out], surroundings);
  return { code, ...surroundings.said };
}

const CHILDREN = ["2025", "--plan", "children", "--as-of", "2026-01-05"];

const UNDECIDED = "填报表2025_责任单位待定.xlsx";

/** A plan of two reporters and a data folder: enough for what becomes of files that are there already. */
async function small(): Promise<string[]> {
  const plans = path.dirname(await folder.write("plans/a.yaml", OTHER_DISTRICT));
  const lines = [["LH1", "残疾人基本康复服务率", 80.5]] as const;
  await folder.write("data/a.csv", indicatorCsv([2024], lines));
  return ["2025", "--plans", plans, "--data", folder.data, "--as-of", "2026-01-05"];
}

/** Somebody opens a form, types into a cell and saves it. */
async function type(name: string, sheet: string, cell: string, value: string | number): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(folder.out, name));
  const target = book.getWorksheet(sheet);
  if (target === undefined) throw new Error(`no sheet ${sheet}`);
  target.getCell(cell).value = value;
  await book.xlsx.writeFile(path.join(folder.out, name));
}

describe("report form", () => {
  it("writes one workbook for each reporter", { tags: ["patience"] }, async () => {
    const { code, out } = await say(...CHILDREN, "--demo");
    expect(code).toBe(0);
    const first = await folder.written();
    expect(Object.keys(first)).toContain("填报表2025_区卫生健康委.xlsx");
    expect(out).toContain(`已写出${Object.keys(first).length}份填报表`);
  });

  it("writes over what nobody touched, the same bytes for the same day", { tags: ["patience"] }, async () => {
    const two = await small();
    expect((await say(...two)).code).toBe(0);
    const first = await folder.written();
    expect(Object.keys(first)).toEqual(["填报表2025_区残联.xlsx", "填报表2025_责任单位待定.xlsx"]);
    expect((await say(...two)).code).toBe(0);
    expect(await folder.written()).toEqual(first);
  });

  it("goes out with last year's figures from the data folder", async () => {
    const two = await small();
    await folder.write(
      "data/a.csv",
      indicatorCsv([2015, 2024], [["LH1", "残疾人基本康复服务率", 85, 91.25]]),
    );
    expect((await say(...two)).code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(folder.out, UNDECIDED));
    const rows = book.getWorksheet("年度填报")?.getSheetValues() ?? [];
    const line = rows.find((row) => Array.isArray(row) && row[1] === "LH1") as unknown[] | undefined;
    expect(line?.slice(6, 8)).toEqual([85, 91.25]);
  });

  it("tells every reporter until when, and whom to ask", async () => {
    const notice = ["--deadline", "2026年3月31日", "--contact", "张三 49800000"];
    expect((await say(...(await small()), ...notice)).code).toBe(0);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(folder.out, UNDECIDED));
    const guide = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(guide).toContain("2026年3月31日");
    expect(guide).toContain("张三 49800000");
  });

  it("needs the data folder it was told of, and years of the plan", async () => {
    expect((await say(...CHILDREN, "--data", folder.data)).code).toBe(2);
    expect((await say("2031", "--demo")).code).toBe(2);
  });

  it("never overwrites what somebody typed: nothing is written, and the cell is named", async () => {
    const two = await small();
    await say(...two);
    await type(UNDECIDED, "年度填报", "H5", 30.5);
    const before = await folder.written();
    const { code, err } = await say(...two);
    expect(code).toBe(1);
    expect(err).toContain(`${UNDECIDED}“年度填报”H5`);
    expect(await folder.written()).toEqual(before);
  });

  it("nor a file of that name that it cannot read", async () => {
    const two = await small();
    await say(...two);
    await writeFile(path.join(folder.out, UNDECIDED), "不是工作簿");
    expect((await say(...two)).code).toBe(1);
  });

  it("leaves other files of the folder alone, and nothing half-written", async () => {
    const two = await small();
    await say(...two);
    await cp(path.join(folder.out, UNDECIDED), path.join(folder.out, "已交.xlsx"));
    await type("已交.xlsx", "年度填报", "H5", 30.5);
    expect((await say(...two)).code).toBe(0);
    const names = await readdir(folder.out);
    expect(names).toContain("已交.xlsx");
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
