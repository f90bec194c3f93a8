import { expect, test } from "vitest";
import { dataTableSheets } from "../../../src/render/sheets/tables.js";
import type { SheetLayout } from "../../../src/workbook/write/layout.js";
import { sampleModel } from "../sample-model.js";

function sheets(): SheetLayout[] {
  return dataTableSheets(sampleModel());
}

function dataSheet(): SheetLayout {
  const [sheet] = sheets();
  if (sheet === undefined) throw new Error("no sheet was made");
  return sheet;
}

test("the indicator data of all domains come first, in one sheet; notes come last", () => {
  const names = sheets().map(({ name }) => name);
  expect(names[0]).toBe("妇女发展规划监测指标数据");
  expect(names.at(-1)).toBe("说明");
});

test("figures are numbers with the digits the report prints, missing ones are words", () => {
  const row = dataSheet().rows.find(({ cells }) => cells[1]?.text === "孕产妇死亡率");
  expect(row?.cells[6]).toEqual({ text: "93.10", number: "93.1", format: "0.00", style: "number" });
  expect(row?.cells[7]).toEqual({ text: "缺", number: null, format: "", style: "number" });
});

test("a change keeps its sign in the number format", () => {
  const model = sampleModel();
  const rows = model.annexes[0]?.blocks[1]?.tables[0]?.rows ?? [];
  const cell = rows[1]?.cells[6];
  if (cell === undefined) throw new Error("the sample has no such cell");
  Object.assign(cell, { text: "＋0.32", number: "0.32", decimals: "2" });
  const written = dataTableSheets(model)[0]?.rows.flatMap(({ cells }) => cells);
  expect(written?.find(({ text }) => text === "＋0.32")?.format).toBe("+0.00;-0.00;0.00");
});

test("a figure of another year bears its mark in the sheet, too", () => {
  const model = sampleModel();
  const cell = model.annexes[0]?.blocks[1]?.tables[0]?.rows[1]?.cells[6];
  if (cell === undefined) throw new Error("the sample has no such cell");
  Object.assign(cell, { text: "24.20*", number: "24.2", decimals: "2" });
  const written = dataTableSheets(model)[0]?.rows.flatMap(({ cells }) => cells);
  expect(written?.find(({ text }) => text === "24.20*")?.format).toBe('0.00"*"');
});

test("a two-level head is merged as it is printed and stays in view and on every page", () => {
  const { merges, frozen, print } = dataSheet();
  expect(merges).toContainEqual({ top: 3, left: 2, bottom: 4, right: 2 });
  expect(merges).toContainEqual({ top: 3, left: 6, bottom: 3, right: 11 });
  expect(frozen).toEqual({ rows: 4, columns: 1 });
  expect(print).toMatchObject({ landscape: true, repeatRows: { first: 3, last: 4 } });
});

test("every row is as wide as the table, and no two merged blocks overlap", () => {
  for (const { rows, widths, merges } of sheets()) {
    for (const { cells } of rows) expect(cells).toHaveLength(widths.length);
    const covered = merges.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, i) => {
        const across = right - left + 1;
        return `${top + Math.floor(i / across)}:${left + (i % across)}`;
      }),
    );
    expect(new Set(covered).size).toBe(covered.length);
  }
});

test("a domain's line is merged over the table, notes and source stand below", () => {
  const { rows, merges } = dataSheet();
  const group = rows.findIndex(({ cells }) => cells[0]?.style === "group") + 1;
  expect(merges).toContainEqual({ top: group, left: 1, bottom: group, right: 12 });
  expect(rows.at(-1)?.cells[0]?.text).toBe("资料来源：区统计局、有关部门");
});

test("several notes are numbered as in the report", () => {
  const model = sampleModel();
  const table = model.annexes[0]?.blocks.flatMap(({ tables }) => tables)[0];
  if (table === undefined) throw new Error("the sample has no table");
  Object.assign(table, { notes: ["甲", "乙"], source: "" });
  const below = dataTableSheets(model)[0]?.rows.slice(-2);
  expect(below?.map(({ cells }) => cells[0]?.text)).toEqual(["注：1. 甲", "　　2. 乙"]);
});

test("sheets of sample data say so", () => {
  for (const { rows, print } of sheets()) {
    const text = rows.flatMap(({ cells }) => cells.map((cell) => cell.text)).join();
    expect(text + print.footer).toContain("示例数据");
  }
});
