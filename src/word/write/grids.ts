import {
  BorderStyle,
  Table,
  TableLayoutType,
  WidthType,
  type IBorderOptions,
  type ITableOptions,
} from "docx";
import type { ColumnLayout } from "../../report/model.js";

export const NO_LINE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** The same line around a table and between all its cells. */
export function everySide(line: IBorderOptions) {
  return { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
}

/** A width in twips, as tables and cells take it. */
export function twips(size: number) {
  return { size, type: WidthType.DXA };
}

/** A table of columns that no text widens, in twips: Word reads its whole width, WPS those of its columns. */
export function fixedTable(
  widths: readonly number[],
  options: Omit<ITableOptions, "layout" | "width" | "columnWidths">,
): Table {
  return new Table({
    ...options,
    layout: TableLayoutType.FIXED,
    width: twips(sum(widths)),
    columnWidths: widths,
  });
}

/** Shares of the whole in twips; what rounding leaves over goes to the last. */
export function columnWidths(columns: readonly Pick<ColumnLayout, "width">[], width: number): number[] {
  const shares = columns.map((column) => Math.floor((parseFloat(column.width) * width) / 100));
  const rest = width - sum(shares);
  return shares.map((share, at) => (at === shares.length - 1 ? share + rest : share));
}

export function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
