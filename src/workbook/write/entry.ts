import type { DataValidation, Worksheet, WorksheetProtection } from "exceljs";
import type { CellEntry, CellRule } from "./layout.js";
import { cleanText } from "./text.js";

/** Excel keeps no more characters of a prompt or of a refusal. */
const LONGEST_MESSAGE = 255;

/** Lets a spreadsheet program hold `entry` to its rule while people type at `address`. */
export function addRule(sheet: Worksheet, address: string, { rule, prompt, refusal }: CellEntry): void {
  if (rule === null && prompt === "") return;
  const validation = {
    ...(rule === null ? { type: "any" as const, formulae: [] } : conditionOf(rule, address)),
    allowBlank: true,
    showErrorMessage: rule !== null,
    errorStyle: "stop",
    errorTitle: "填写有误",
    error: message(refusal),
    showInputMessage: prompt !== "",
    prompt: message(prompt),
  };
  // The library joins like cells to ranges of its own, which overlap; a range of one cell is left alone.
  (sheet as unknown as Validated).dataValidations.add(`${address}:${address}`, validation);
}

/** The library's list of rules by range, which its typings leave out. */
interface Validated {
  dataValidations: { add(range: string, validation: Omit<DataValidation, "type"> & { type: string }): void };
}

type Condition = Pick<DataValidation, "operator" | "formulae"> & { type: string };

/** A blank cell to compare with allows everything: either of the two may be typed first. */
function conditionOf(rule: CellRule, own: string): Condition {
  switch (rule.type) {
    case "list":
      return { type: "list", formulae: [`"${rule.choices.join(",")}"`] };
    case "ratio":
      return { type: "custom", formulae: [ratio(own)] };
    case "notAbove":
    case "notBelow":
      return { type: "custom", formulae: [comparison(rule, own)] };
    case "decimal":
    case "whole":
      return rule.max === null
        ? { type: rule.type, operator: "greaterThanOrEqual", formulae: [Number(rule.min)] }
        : { type: rule.type, operator: "between", formulae: [Number(rule.min), Number(rule.max)] };
  }
}

/** What is no number on either side of the colon makes an error of the formula, which counts as no. */
function ratio(own: string): string {
  const typed = `SUBSTITUTE(${own},"：",":")`;
  const colon = `FIND(":",${typed})`;
  return `AND(VALUE(LEFT(${typed},${colon}-1))>0,VALUE(MID(${typed},${colon}+1,9))>0)`;
}

function comparison({ type, address }: Extract<CellRule, { address: string }>, own: string): string {
  const sign = type === "notAbove" ? "<=" : ">=";
  return `AND(ISNUMBER(${own}),${own}>=0,OR(${address}="",${own}${sign}${address}))`;
}

function message(text: string): string {
  return cleanText(text).slice(0, LONGEST_MESSAGE);
}

/** What stays allowed on a protected sheet: widths and heights are the reader's own affair. */
const ALLOWED: Partial<WorksheetProtection> = {
  formatColumns: true,
  formatRows: true,
  selectLockedCells: true,
  selectUnlockedCells: true,
};

/** Locks every cell but the unlocked ones; without a password, so that the bureau can always help. */
export function protect(sheet: Worksheet): void {
  // The library answers with a promise and has done its work when it does.
  void sheet.protect("", ALLOWED);
}
