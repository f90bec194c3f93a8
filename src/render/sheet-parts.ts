import stringWidth from "string-width";
import type { CellStyle, LayoutCell, LayoutRow } from "../workbook/layout.js";

export function cell(text: string, style: CellStyle): LayoutCell {
  return { text, number: null, format: "", style };
}

export function blank(style: CellStyle): LayoutCell {
  return cell("", style);
}

const LINE_HEIGHT: Partial<Record<CellStyle, number>> = { title: 24, subtitle: 16, note: 14 };
const BODY_LINE = 15;

/**
 * Points a text needs in `characters` across. Spreadsheet programs do not fit the height of merged cells
 * by themselves, and some fit none that come from a file.
 */
export function textHeight(text: string, style: CellStyle, characters: number): number {
  const lines = Math.max(1, Math.ceil(stringWidth(text) / characters));
  return lines * (LINE_HEIGHT[style] ?? BODY_LINE);
}

/** One text over `width` columns of together `characters`; the caller merges them. */
export function mergedLine(text: string, style: CellStyle, width: number, characters: number): LayoutRow {
  const rest = Array.from({ length: width - 1 }, () => blank(style));
  return { height: textHeight(text, style, characters), cells: [cell(text, style), ...rest] };
}

/** Excel's limit on a sheet name. */
const LONGEST = 31;

/** Names Excel accepts: without []:*?/\, at most 31 characters, no two alike (upper and lower case count as one). */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = name.replace(/[[\]:*?/\\']/g, "").trim() || "表";
    let unique = plain.slice(0, LONGEST);
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${plain.slice(0, LONGEST - 3)}_${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
