import { columnLetters, columnNumber, type Position } from "./address.js";

/**
 * The formula of a cell that shares another's: relative references move with the cell
 * (ECMA-376-1, 18.3.1.40 `f`). Text in quotes, sheet names and function names stay.
 */
export function shiftFormula(formula: string, from: Position, to: Position): string {
  const down = to.row - from.row;
  const right = to.column - from.column;
  return formula.replace(
    TOKEN,
    (token: string, fixedColumn?: string, column?: string, fixedRow?: string, row?: string) => {
      if (column === undefined || row === undefined) return token;
      const shiftedColumn = fixedColumn ? columnNumber(column) : columnNumber(column) + right;
      const shiftedRow = fixedRow ? Number(row) : Number(row) + down;
      if (shiftedColumn < 1 || shiftedRow < 1) return "#REF!";
      return `${fixedColumn ?? ""}${columnLetters(shiftedColumn)}${fixedRow ?? ""}${String(shiftedRow)}`;
    },
  );
}

/** A quoted string or sheet name, a cell reference, or a longer word that only looks like one. */
const TOKEN = /"[^"]*"|'[^']*'|(\$?)\b([A-Z]{1,3})(\$?)([1-9]\d{0,6})\b(?![\w.(!])|[\p{L}_][\p{L}\p{N}_.]*/gu;
