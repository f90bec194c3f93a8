import { cellDecimal, decimal, type Decimal } from "../../terms/decimal.js";
import { issue, type Issue, type Place } from "../../issues/issue.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Cell } from "../../workbook/sheet.js";
import type { CellNote, Gap } from "../dataset.js";
import { tightText, unitKey } from "./normalise.js";
import { femalePerMale, ratioInText, ratioInTime } from "./ratio.js";

/** What a reader must know of the figure it reads. */
export interface Measure {
  /** The plan's unit: "%", "万人", "". */
  unit: string;
  range: Indicator["range"];
  /** 男:女 厕位比: ratios are read as 女/男. */
  ratio: boolean;
}

/** What a cell turned out to hold. `notes`: what was done beyond reading a number. */
export type CellReading =
  | { type: "figure"; value: Decimal; notes: readonly CellNote[] }
  | { type: "missing"; reason: Gap["reason"]; issue: Issue | null }
  | { type: "refused"; issue: Issue };

interface Question {
  cell: Cell;
  measure: Measure;
  where: Place;
  /** The cell's text without white space, in plain width; "" for other content. */
  text: string;
  /** A footnote's mark stands beside the text: 34.1① or 34.1², where plain width makes a digit of it. */
  footnoted: boolean;
}

/** Reads one way of filling a cell, or leaves it to the next reader. */
type CellReader = (question: Question) => CellReading | null;

const READERS: readonly { name: string; read: CellReader }[] = [
  { name: "error value", read: errorValue },
  { name: "formula without result", read: uncalculated },
  { name: "missing", read: missingMark },
  { name: "time that was a ratio", read: timeAsRatio },
  { name: "date", read: date },
  { name: "true or false", read: truth },
  { name: "ratio", read: textRatio },
  { name: "number", read: plainNumber },
  { name: "number as text", read: textNumber },
];

/**
 * Reads the figure of a cell at 15 significant digits, in the measure's unit. A cell that holds
 * anything but a figure or a mark for a missing one is refused with a finding at `where`.
 */
export function readCell(cell: Cell | null, measure: Measure, where: Place): CellReading {
  if (cell === null) return { type: "missing", reason: "blank", issue: null };
  const raw = cell.content.type === "text" ? cell.content.text : "";
  const question = { cell, measure, where, text: tightText(raw), footnoted: FOOTNOTE_MARK.test(raw) };
  for (const { read } of READERS) {
    const reading = read(question);
    if (reading?.type === "figure") return withinRange(withFormulaNote(reading, cell), question);
    if (reading !== null) return reading;
  }
  return { type: "refused", issue: issue("data/not-a-number", where, { shown: cell.display }) };
}

function errorValue({ cell, where }: Question): CellReading | null {
  if (cell.content.type !== "error") return null;
  return { type: "refused", issue: issue("data/cell-error", where, { shown: cell.content.code }) };
}

function uncalculated({ cell, where }: Question): CellReading | null {
  if (cell.content.type !== "uncalculated") return null;
  return { type: "refused", issue: issue("data/uncalculated", where, {}) };
}

/** Digits that are none of a figure: ① ⑴ ² ½ (Unicode category No). */
const FOOTNOTE_MARK = /\p{No}/u;

const DASHES = /^(?:[-‐-―−－_/\\]+|无|无数据|暂无|暂缺|缺|缺失|空|n\/?a)$/iu;
const BELOW_UNIT = /^(?:\.{2,}|…+|⋯+)$/u;

function missingMark({ cell, where, text }: Question): CellReading | null {
  if (cell.content.type !== "text") return null;
  if (text === "") return { type: "missing", reason: "blank", issue: null };
  if (DASHES.test(text)) return { type: "missing", reason: "dash", issue: null };
  if (!BELOW_UNIT.test(text)) return null;
  return { type: "missing", reason: "belowUnit", issue: issue("data/below-unit", where, {}) };
}

function timeAsRatio({ cell, measure }: Question): CellReading | null {
  const typed = measure.ratio ? ratioInTime(cell) : null;
  const value = typed === null ? null : femalePerMale(typed.male, typed.female);
  if (typed === null || value === null) return null;
  const ratio = `${typed.male.toString()}：${typed.female.toString()}`;
  return figure(
    value,
    note("ratioTime", value, (read) => `Excel存成了时间，按男女比${ratio}读作${read}`),
  );
}

function date({ cell, where }: Question): CellReading | null {
  if (cell.content.type !== "date") return null;
  return { type: "refused", issue: issue("data/date", where, { shown: cell.display }) };
}

function truth({ cell, where }: Question): CellReading | null {
  if (cell.content.type !== "boolean") return null;
  return { type: "refused", issue: issue("data/not-a-number", where, { shown: cell.display }) };
}

function textRatio({ measure, text, footnoted }: Question): CellReading | null {
  const typed = measure.ratio && !footnoted ? ratioInText(text) : null;
  const value = typed === null ? null : femalePerMale(typed.male, typed.female);
  return value === null
    ? null
    : figure(
        value,
        note("ratio", value, (read) => `男女比${text.replace(":", "：")}读作${read}`),
      );
}

function plainNumber(question: Question): CellReading | null {
  const { cell, measure, where } = question;
  if (cell.content.type !== "number") return null;
  const value = cellDecimal(cell.content.value);
  if (!isPercentFormat(cell.format)) return bareFigure(question, value);
  if (!isPercent(unitOf(measure.unit))) {
    return {
      type: "refused",
      issue: issue("data/percent-format", where, { shown: cell.display, unit: measure.unit }),
    };
  }
  const read = value.times(100);
  return figure(
    read,
    note("percent", read, (shown) => `读作${shown}（百分比格式${value.toString()}）`),
  );
}

/** A % in a number format that is neither quoted nor escaped: Excel multiplies by 100 to show it. */
function isPercentFormat(format: string): boolean {
  return format.replace(/"[^"]*"|\\./gu, "").includes("%");
}

const TEXT_NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)(.*)$/u;

/** A number typed as text, in any width, with thousands separators, with the measure's own unit behind it. */
function textNumber(question: Question): CellReading | null {
  const { cell, measure, text, footnoted } = question;
  if (footnoted) return null;
  const [, sign, digits, unit] = TEXT_NUMBER.exec(text.replace(/^[−–—]/u, "-")) ?? [];
  if (sign === undefined || digits === undefined || unit === undefined) return null;
  if (unit !== "" && unitKey(unit) !== unitKey(measure.unit)) return null;
  const value = decimal(sign + digits.replace(/,/gu, "")).toSignificantDigits(15);
  return bareFigure(
    question,
    value,
    note("text", value, (read) => `文本“${cell.display.trim()}”读作${read}`),
  );
}

/** A number that stands alone. For a ratio it is 女/男; below 1 somebody may have meant 男/女. */
function bareFigure({ cell, measure, where }: Question, value: Decimal, ...notes: CellNote[]): CellReading {
  return measure.ratio && value.lt(1) && !value.isNegative()
    ? { type: "refused", issue: issue("data/ratio-below-one", where, { shown: cell.display }) }
    : figure(value, ...notes);
}

function figure(value: Decimal, ...notes: CellNote[]): CellReading {
  return { type: "figure", value, notes };
}

function note(kind: CellNote["kind"], value: Decimal, say: (read: string) => string): CellNote {
  const read = value.toString();
  return { kind, read, text: say(read) };
}

function withFormulaNote(
  reading: CellReading & { type: "figure" },
  { fromFormula }: Cell,
): CellReading & { type: "figure" } {
  if (!fromFormula) return reading;
  const saved = note("formula", reading.value, (read) => `公式保存的计算结果读作${read}`);
  return { ...reading, notes: [...reading.notes, saved] };
}

/** Refuses negatives (health-ministry files use them as codes) and figures beyond the measure's limits. */
function withinRange(
  reading: CellReading & { type: "figure" },
  { cell, measure, where }: Question,
): CellReading {
  const { value } = reading;
  const { min, max } = measure.range;
  if (value.isNegative() && !value.isZero()) {
    return { type: "refused", issue: issue("data/negative", where, { shown: cell.display }) };
  }
  if (value.lt(min) || (max !== null && value.gt(max))) {
    const limits = { min: min.toString(), max: max?.toString() ?? null };
    return { type: "refused", issue: issue("data/out-of-range", where, { shown: cell.display, ...limits }) };
  }
  return reading;
}
