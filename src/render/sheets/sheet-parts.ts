import type { CellStyle, LayoutCell, LayoutRow } from "../../workbook/write/layout.js";

export function cell(text: string, style: CellStyle): LayoutCell {
  return { text, number: null, format: "", style };
}

export function blank(style: CellStyle): LayoutCell {
  return cell("", style);
}

/** One text over `width` columns; the caller merges them. */
export function mergedLine(text: string, style: CellStyle, width: number): LayoutRow {
  const rest = Array.from({ length: width - 1 }, () => blank(style));
  return { height: null, cells: [cell(text, style), ...rest] };
}
