import { expect, test } from "vitest";
import { catalogueOf } from "../../../src/data/catalogue.js";
import { readSheet, readSheets } from "../../../src/data/sheet/read-sheet.js";
import { gridOf } from "../../../src/data/sheet/grid.js";
import { columnwise } from "../../../src/data/sheet/laid/columnwise.js";
import type { Reading } from "../../../src/data/sheet/reading.js";
import { LIMITS } from "../../../src/workbook/read/guard.js";
import type { Sheet } from "../../../src/workbook/sheet.js";
import { formula, sheet, type Written } from "../book.js";
import { children, women } from "../../plan/shipped.js";
import { HEAD, KINDS, ROW, times } from "./many.js";

const CATALOGUE = catalogueOf([women, children]);

/** The looks that reading a sheet takes, however many they may be. */
function stepsFor(each: Sheet): number {
  let steps = 0;
  const spend = (more: number) => {
    steps += more;
  };
  readSheet("a-2025.xlsx", each, { ...CATALOGUE, lexicon: { ...CATALOGUE.lexicon, spend } });
  return steps;
}

const codesOf = ({ issues }: Reading) => issues.map(({ code }) => code);
const isRefused = (...sheets: Sheet[]) =>
  codesOf(readSheets("a-2025.xlsx", sheets, CATALOGUE)).includes("workbook/too-laborious");

/** As many rows as a sheet of six columns may have. */
const MOST_ROWS = 40_000;

test.each(Object.entries(KINDS))(
  "%s: twice as many are twice the work, or too many are refused",
  (_, rows) => {
    const [few, twice] = [100, 200].map((count) => stepsFor(sheet("指标数据", rows(count))));
    const ofSquare = few! * (MOST_ROWS / 2 / 100) ** 2;
    expect(twice! < 2.3 * few! || ofSquare > LIMITS.steps).toBe(true);
  },
);

test("thousands of heads are refused, with the whole file, and hundreds are read", () => {
  const heads = (count: number) => sheet("指标数据", KINDS["heads above rows"]!(count));
  const refused = readSheets("a-2025.xlsx", [sheet("前一张", [HEAD, ROW]), heads(2_600)], CATALOGUE);
  expect(codesOf(refused)).toEqual(["workbook/too-laborious"]);
  expect(refused.observations).toEqual([]);
  expect(readSheets("a-2025.xlsx", [heads(300)], CATALOGUE).observations.length).toBeGreaterThan(0);
});

test("ten thousand cells that are no numbers are told with the file, not one by one", () => {
  const words = (count: number) =>
    sheet("指标数据", [HEAD, ...times(count, (at) => [[...ROW.slice(0, 3), `甲${at}`, `乙${at}`]])]);
  expect(isRefused(words(3_000))).toBe(false);
  expect(codesOf(readSheets("a-2025.xlsx", [words(6_000)], CATALOGUE))).toEqual(["workbook/too-laborious"]);
});

test("many sheets count together", () => {
  const each = sheet("指标数据", KINDS["heads above rows"]!(40));
  expect(isRefused(each)).toBe(false);
  expect(isRefused(...Array.from({ length: 70 }, () => each))).toBe(true);
});

test("tables beside one another are looked at for each of them, and that is counted", () => {
  const beside = (count: number) =>
    sheet("指标数据", [
      times(count, () => [[...HEAD, null]]).flat(),
      ...times(20, () => [times(count, () => [[...ROW, null]]).flat()]),
    ]);
  expect(stepsFor(beside(30))).toBeGreaterThan(2 * stepsFor(beside(15)));
});

test("what eighty towns and institutions report in ten years is read", () => {
  const part = 2_000;
  const rows = times(part, (at) => [
    ["W05a", "适龄妇女宫颈癌人群筛查率", 2016 + (at % 10), "镇街", `某镇${Math.floor(at / 25)}`, 90],
  ]);
  const groups = sheet("分组数据", [["编号", "指标名称", "年份", "分组", "组别", "数值"], ...rows]);
  expect(stepsFor(groups) * (MOST_ROWS / part)).toBeLessThan(0.75 * LIMITS.steps);
});

test("each cell that might be a title is held against the names once, and that is counted", () => {
  const texts = (columns: number, row: number) =>
    Array.from({ length: columns }, (_, at) => `某事项${row}之${at}`);
  const other = (columns: number) =>
    sheet(
      "统计",
      times(20, (row) => [[...texts(columns, row), 1, 2]]),
    );
  const counted = (columns: number) => stepsFor(other(columns)) / (20 * columns);
  expect(counted(400)).toBeGreaterThan(CATALOGUE.byKey.size / 10);
  expect(counted(800)).toBeLessThan(1.1 * counted(400));
  expect(isRefused(other(40))).toBe(false);
  expect(isRefused(...Array.from({ length: 12 }, () => other(990)))).toBe(true);
});

/** As many texts as a workbook of four million characters has, at 300 each. */
const MOST_PROSE = 12_500;

test("prose in the place of names counts what its reading costs, and a workbook full of it is refused", () => {
  const prose = (at: number) => `其中(${at}，2024年、万/2025［街道100%｜原为`.repeat(12).slice(0, 300);
  const rows = (name: (at: number) => string) => [
    HEAD,
    ...times(100, (at) => [[null, name(at), "%", 40, 41]]),
  ];
  const names = stepsFor(
    sheet(
      "指标数据",
      rows((at) => `某指标第${at}号率`),
    ),
  );
  const texts = stepsFor(sheet("指标数据", rows(prose)));
  expect(names * (MOST_PROSE / 100)).toBeLessThan(LIMITS.steps);
  expect(texts * (MOST_PROSE / 100)).toBeGreaterThan(LIMITS.steps);
});

test("each row and each figure in it count before the first is read, though the names repeat", () => {
  const cells = (years: number, count: number) => {
    const figures = Array.from({ length: years }, (_, at) => 40 + at);
    const head = [...HEAD.slice(0, 3), ...figures.map((__, at) => `${2020 + at}年`)];
    const rows = times(100, () => [[...ROW.slice(0, 3), ...figures]]);
    return stepsFor(sheet("指标数据", [head, ...rows])) * (count / (100 * (3 + years)));
  };
  expect(cells(2, 120_000)).toBeLessThan(LIMITS.steps);
  expect(cells(6, LIMITS.cells)).toBeGreaterThan(LIMITS.steps);
});

test("a yearbook is looked at to its end: a hundred tables of two hundred rows of somebody's own", () => {
  const years = Array.from({ length: 10 }, (_, at) => `${2016 + at}年`);
  const rows = times(200, (at) => [
    [`　　某产业第${at}项产值`, "万元", ...years.map((__, year) => 100 + year)],
  ]);
  expect(100 * stepsFor(sheet("1-1", [["指标", "单位", ...years], ...rows]))).toBeLessThan(LIMITS.steps);
});

test("formulas count before anything is read: 60,000 of forty characters are refused, as many figures are not", () => {
  const text = "SUM(D3:D9)/ROUND(A1,2)*100+SUM(E3:E9)*0.5";
  const rows = (value: Written) => [HEAD, ...times(100, () => [[...ROW.slice(0, 3), value, value]])];
  const [plain, derived] = [40, formula(40, text)].map((each) => stepsFor(sheet("指标数据", rows(each))));
  expect(plain! * (30_000 / 100)).toBeLessThan(LIMITS.steps);
  expect(derived! * (30_000 / 100)).toBeGreaterThan(LIMITS.steps);
});

test("a note finds the rows it names by their names and codes, however many rows have them", () => {
  const noted = (count: number) =>
    stepsFor(sheet("指标数据", [HEAD, ...times(count, () => [ROW]), ["注：W05a为全市数据。"]]));
  const [few, many] = [noted(100), noted(1100)];
  const [fewRows, manyRows] = [100, 1100].map((count) =>
    stepsFor(sheet("指标数据", [HEAD, ...times(count, () => [ROW]), ["注：以上为年报数。"]])),
  );
  expect(many - manyRows! - (few - fewRows!)).toBeLessThan(5 * 1000);
});

test("a table with years down is refused before it is taken apart: its rows are made for each of its names", () => {
  const years = (count: number) =>
    sheet("指标数据", [
      ["年份", "孕产妇系统管理率", "婚前医学检查率"],
      ...times(count, (at) => [[`${2020 + (at % 6)}年`, 94.1, 68.2]]),
    ]);
  const spent = (count: number) => {
    let steps = 0;
    const grid = gridOf(years(count), (more) => {
      steps += more;
    });
    columnwise({ file: "a-2025.xlsx", sheet: years(count), grid, catalogue: CATALOGUE });
    return steps;
  };
  expect(spent(60)).toBeGreaterThan(60 * 2 * 50);
  expect(spent(MOST_ROWS * 2)).toBeGreaterThan(LIMITS.steps);
  expect(isRefused(years(60))).toBe(false);
});
