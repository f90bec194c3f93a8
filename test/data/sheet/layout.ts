import type { Merge, Sheet } from "../../../src/workbook/sheet.js";
import { book, read, sheet, valuesOf, type Written } from "../book.js";

export type Rows = readonly (readonly Written[])[];

export interface Surroundings {
  file?: string;
  name?: string;
  merges?: readonly Merge[];
  hiddenColumns?: Sheet["hiddenColumns"];
}

/** Reads one sheet and asks for figures by id: "W04 2024:94.52 2025:94.88". */
export function figures(rows: Rows, ids: readonly string[], around: Surroundings = {}): string[] {
  const found = reading(rows, around);
  return ids.map((id) => `${id} ${valuesOf(found, id)}`.trim());
}

export function reading(
  rows: Rows,
  { file = "a.xlsx", name = "数据", merges = [], hiddenColumns = [] }: Surroundings = {},
): ReturnType<typeof read> {
  return read(book(file, { ...sheet(name, rows, { merges }), hiddenColumns }));
}

/** Findings but those on figures that stand, "warning data/other-column D1". */
export function told(rows: Rows, around: Surroundings = {}): string[] {
  const ofFigures = ["data/flat-series", "data/jump", "data/small-numbers", "data/baseline-differs"];
  return reading(rows, around)
    .issues.filter(({ code }) => !ofFigures.includes(code))
    .map(({ code, severity, where }) => `${severity} ${code} ${where?.cell ?? ""}`.trim());
}

export const over = (top: number, left: number, right: number): Merge => ({ top, bottom: top, left, right });
export const down = (left: number, top: number, bottom: number): Merge => ({
  top,
  bottom,
  left,
  right: left,
});

export const HEAD = ["编号", "指标名称", "计量单位"];
export const W04 = ["W04", "孕产妇系统管理率", "%"];
export const W01 = ["W01", "婚前医学检查率", "%"];
export const C08 = ["C08", "3岁以下儿童系统管理率", "%"];
