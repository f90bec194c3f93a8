import { MEASURE_STATUSES } from "../../terms/measure-status.js";
import { PROJECT_STATUSES } from "../../terms/project-status.js";
import { MISSING_REASONS, YES_OR_NO } from "../../data/form-words.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import { hardCeiling, isPercent, unitOf } from "../../terms/unit.js";
import type { Indicator, Quantity } from "../../plan/plan.js";
import type { CellEntry, CellRule, CellStyle, LayoutCell } from "../../workbook/write/layout.js";

/** What is shown where there is no earlier figure. */
const NONE = "—";
const TEXT_FORMAT = "@";

export function textCell(text: string, style: CellStyle = "text"): LayoutCell {
  return { text, number: null, format: "", style };
}

export function numberCell(number: string, format: string): LayoutCell {
  return { text: number, number, format, style: "number" };
}

type Measured = { indicator: Indicator; ratio: boolean };

/** An earlier figure, whole, shown with the row's digits; a ratio as 1：1.6, which is how it is typed. */
export function figureCell({ indicator, ratio }: Measured, value: Decimal | null): LayoutCell {
  if (value === null) return textCell(NONE, "number");
  if (ratio) return textCell(`1：${value.toString()}`, "number");
  return numberCell(value.toString(), formatOf(indicator.decimals));
}

/** Whether the figure is counted in whole things: 所, 个, 户, 件, 人. */
function counts({ decimals, unit }: Indicator): boolean {
  const { kind, times } = unitOf(unit);
  return decimals === 0 && kind !== "rate" && times === 1;
}

/** The figure of the year. What cannot be is refused while it is typed. */
export function valueEntry({ indicator, ratio }: Measured): LayoutCell {
  if (ratio) return ratioEntry();
  const { min } = indicator.range;
  const max = highest(indicator);
  const whole = counts(indicator);
  const rule: CellRule = {
    type: whole ? "whole" : "decimal",
    min: min.toString(),
    max: max?.toString() ?? null,
  };
  const bounds = max === null ? `不小于${min.toString()}` : `${min.toString()}到${max.toString()}之间`;
  const refusal = `请填${bounds}的${whole ? "整数" : "数"}，不带单位和符号。没有数据请留空，并选择缺报原因。`;
  return openCell(rule, promptFor(indicator.unit), refusal, formatOf(indicator.decimals), "number");
}

/** Without a bound of its own a percentage may pass 100; nothing passes 1000‰ or 100 000 in 100 000. */
function highest({ range, unit }: Indicator): Decimal | null {
  const ceiling = hardCeiling(unitOf(unit));
  return range.max ?? (ceiling === null ? null : decimal(ceiling));
}

function ratioEntry(): LayoutCell {
  const refusal = "请填两个大于0的数，如 2：3。没有数据请留空，并选择缺报原因。";
  return openCell({ type: "ratio" }, "按“男：女”填写，如 2：3。", refusal, TEXT_FORMAT, "number");
}

function promptFor(unit: string): string {
  if (isPercent(unitOf(unit))) return "只填数字：94.12%填94.12，不填0.9412。";
  return unit === "" ? "只填数字。" : `只填数字，计量单位：${unit}。`;
}

/** 分子 or 分母; `other` is the address of the other one. A count has neither. */
export function fractionEntry(
  { indicator, ratio }: Measured,
  part: "numerator" | "denominator",
  other: string,
): LayoutCell {
  if (ratio || counts(indicator)) return textCell(NONE, "number");
  if (highest(indicator) === null) return amountEntry("请填不小于0的数。");
  const rule: CellRule = { type: part === "numerator" ? "notAbove" : "notBelow", address: other };
  const refusal = "请填不小于0的数，分子不大于分母。";
  return openCell(rule, "", refusal, "", "number");
}

function amountEntry(refusal: string): LayoutCell {
  return openCell({ type: "decimal", min: "0", max: null }, "", refusal, "", "number");
}

export function missingReasonEntry(): LayoutCell {
  return choiceEntry(MISSING_REASONS, "没有数据时选择；选“其他”的请在备注中写明。");
}

export function statusEntry(): LayoutCell {
  return choiceEntry(PROJECT_STATUSES, "请选择项目总体进展。");
}

export function measureStatusEntry(): LayoutCell {
  return choiceEntry(MEASURE_STATUSES, "请选择落实状态。");
}

function choiceEntry(choices: readonly string[], prompt: string): LayoutCell {
  const refusal = `请从下拉列表中选择：${choices.join("、")}。`;
  return openCell({ type: "list", choices }, prompt, refusal, "", "centre");
}

/** What was done of a project's quantity; a goal without a number is reached or not. */
export function doneEntry({ goal, unit }: Quantity): LayoutCell {
  if (goal === null && unit === "") return choiceEntry(YES_OR_NO, "请选择是否已完成。");
  if (unitOf(unit).kind === "count") {
    return openCell({ type: "whole", min: "0", max: null }, "", "请填不小于0的整数。", "", "number");
  }
  if (!isPercent(unitOf(unit))) return amountEntry("请填不小于0的数。");
  return openCell(
    { type: "decimal", min: "0", max: "100" },
    promptFor(unit),
    "请填0到100之间的数。",
    "",
    "number",
  );
}

/** Any text, kept as text whatever it looks like. */
export function proseEntry(prompt = ""): LayoutCell {
  return openCell(null, prompt, "", TEXT_FORMAT, "text");
}

function openCell(
  rule: CellRule | null,
  prompt: string,
  refusal: string,
  format: string,
  style: CellStyle,
): LayoutCell {
  const entry: CellEntry = { rule, prompt, refusal };
  return { text: "", number: null, format, style, entry };
}

function formatOf(decimals: number): string {
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}
