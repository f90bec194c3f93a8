import { columnLetters, columnNumber, type Position } from "../address.js";
import { LIMITS } from "./guard.js";
import type { Attributes } from "./xml.js";

/**
 * Reads the `<f>` of one sheet: a cell that shares a formula names it by number, and the first to do
 * so spells it out. Past the limit they stay unspelt (""): a long formula shared by a whole sheet
 * would fill the memory, and its results are in the cells anyway.
 */
export function sharedFormulas(): (attributes: Attributes, text: string, at: Position) => string {
  const masters = new Map<string, { formula: string; at: Position }>();
  let spelt = 0;
  return ({ t, si }, text, at) => {
    if (t !== "shared" || si === undefined) return text;
    if (text !== "") {
      masters.set(si, { formula: text, at });
      return text;
    }
    const master = masters.get(si);
    spelt += master?.formula.length ?? 0;
    return master && spelt <= LIMITS.sharedFormulas ? shiftFormula(master.formula, master.at, at) : "";
  };
}

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
