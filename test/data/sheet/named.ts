import type { Issue } from "../../../src/issues/issue.js";
import type { CellPlace } from "../../../src/issues/place.js";
import { parseAddress } from "../../../src/workbook/address.js";

const CELL = /(?<![A-Za-z0-9])([A-Z]{1,3}[1-9]\d{0,6})(?![A-Za-z0-9])/gu;

/**
 * Whether a finding says of a cell that its figure is not read: it stands on the cell, on its sheet or line, or its
 * message names the cell, its column (E列) or its row (第3、5—7行).
 */
export function names({ where, message }: Issue, { file, sheet, cell }: CellPlace): boolean {
  const at = parseAddress(cell);
  if (where === null || where.file !== file || at === null) return false;
  if (where.sheet === undefined) return where.line === undefined || where.line === at.row;
  if (where.sheet !== sheet) return message.includes(cell);
  if (where.cell === undefined || where.cell === cell) return true;
  const letters = cell.replace(/\d+$/u, "");
  const columns = [...message.matchAll(/(?<![A-Za-z0-9])([A-Z]{1,3})列/gu)].map(([, found]) => found);
  const cells = [...message.matchAll(CELL)].map(([, found]) => found);
  return columns.includes(letters) || cells.includes(cell) || rowsIn(message).some((row) => row === at.row);
}

function rowsIn(message: string): number[] {
  return [...message.matchAll(/第([\d、—]+)行/gu)].flatMap(([, list = ""]) =>
    list.split("、").flatMap((span) => {
      const [from = 0, to = from] = span.split("—").map(Number);
      return Array.from({ length: to - from + 1 }, (_, more) => from + more);
    }),
  );
}
