import type { Position } from "../address.js";
import type { Formula } from "../sheet.js";
import type { Attributes } from "./xml.js";

/** Hears the formulas of a sheet, one cell after the other. */
export interface FormulaReader {
  /** A formula begins in the cell `at`: its own, or one that it shares. */
  open(at: Position, attributes: Attributes): Formula;
  /** Whether the text is that of a formula. */
  text(text: string): boolean;
  close(): void;
}

/** What a formula begins with says enough, and a sheet may have as many as it has cells. */
export const LONGEST_FORMULA = 80;

export function formulaReader(): FormulaReader {
  const shared = new Map<string, Formula>();
  let current: { formula: Formula; key: string | null } | null = null;
  return {
    open(at, attributes) {
      const key = attributes.get("t") === "shared" ? (attributes.get("si") ?? null) : null;
      current = { formula: { row: at.row, column: at.column, text: "" }, key };
      return (key === null ? undefined : shared.get(key)) ?? current.formula;
    },
    text(text) {
      if (current === null) return false;
      const { formula } = current;
      if (formula.text.length <= LONGEST_FORMULA) formula.text = kept(formula.text + text);
      return true;
    },
    close() {
      // The first that has a text is the one that others share.
      if (current !== null && current.key !== null && current.formula.text !== "" && !shared.has(current.key))
        shared.set(current.key, current.formula);
      current = null;
    },
  };
}

/** A copy: what is cut out of a text keeps the whole of it in memory. */
function kept(text: string): string {
  const begun = text.length > LONGEST_FORMULA ? `${text.slice(0, LONGEST_FORMULA)}…` : text;
  return Buffer.from(begun, "utf8").toString("utf8");
}
