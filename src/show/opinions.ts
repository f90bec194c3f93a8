import type { Opinion } from "../word/compare/opinions.js";
import type { LayoutCell, SheetLayout } from "../workbook/write/layout.js";

const HEADS = [
  ["单位", 18],
  ["段落", 24],
  ["原文", 50],
  ["修改", 50],
  ["批注", 30],
  ["采纳情况", 28],
] as const;

/** 意见采纳情况表: what every office said, with a column for what became of it. */
export function opinionSheet(opinions: readonly Opinion[]): SheetLayout {
  const lines = opinions.map(({ office, passage, before, after, comment, note }) => [
    office,
    passage === null ? "" : `${passage.path.at(-1) ?? ""}第${passage.number}段`,
    before,
    after === "" && comment === "" ? "（删去）" : after,
    comment,
    note,
  ]);
  const rows = lines.length === 0 ? [["没有修改和批注", "", "", "", "", ""]] : lines;
  return {
    name: "意见采纳情况表",
    widths: HEADS.map(([, width]) => width),
    rows: [
      { height: null, cells: HEADS.map(([head]) => cell(head, "head")) },
      ...rows.map((row) => ({ height: null, cells: row.map((text) => cell(text, "text")) })),
    ],
    merges: [],
    frozen: { rows: 1, columns: 0 },
    print: { landscape: true, repeatRows: { first: 1, last: 1 }, footer: "" },
  };
}

function cell(text: string, style: LayoutCell["style"]): LayoutCell {
  return { text, number: null, format: "", style };
}
