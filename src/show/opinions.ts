import type { Opinion } from "../word/compare/opinions.js";
import type { SheetLayout } from "../workbook/write/layout.js";
import { passagePlace } from "./passage-place.js";
import { textSheet } from "./text-sheet.js";

const WIDTHS = { 单位: 18, 段落: 24, 原文: 50, 修改: 50, 批注: 30, 采纳情况: 28 };

/** 意见采纳情况表: what every office said, with a column for what became of it. */
export function opinionSheet(opinions: readonly Opinion[]): SheetLayout {
  const lines = opinions.map(({ office, passage, inTable, before, after, comment, note }) => [
    office,
    passage === null ? "" : passagePlace(passage, inTable),
    before,
    after === "" && comment === "" ? "（删去）" : after,
    comment,
    note,
  ]);
  return textSheet("意见采纳情况表", WIDTHS, lines, "没有修改和批注");
}
