import { cellDecimal, cellText, decimal, type Decimal } from "../../terms/decimal.js";
import { issue, type Issue, type Place } from "../../issues/issue.js";
import type { Indicator } from "../../plan/plan.js";
import type { Cell } from "../../workbook/sheet.js";
import type { CellNote, Gap } from "../dataset.js";
import { note } from "./cell-note.js";
import { figureInText, standApart, figuresBeside } from "./figure-text.js";
import { saidByFormat } from "./format-unit.js";
import { withoutFigureSigns } from "./footnotes/signs.js";
import { tightText } from "./normalise.js";
import { quoted } from "./quoted.js";
import { femalePerMale, isQuotient, malesPerHundred, ratioInText, ratioInTime, type Ratio } from "./ratio.js";

/** What a reader must know of the figure it reads. */
export interface Measure {
  /** The plan's unit: "%", "万人", "". */
  unit: string;
  range: Indicator["range"];
  /** How a ratio is held; false for what is none. */
  ratio: Ratio | false;
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
  /** The cell's text as one sees it, what its format writes beside it included; "" for other content. */
  raw: string;
  /** The same without white space, in plain width. */
  text: string;
  /** A footnote's mark stands in the text, 34①1 or 34.1², where plain width makes a digit of it. */
  footnoted: boolean;
}

/** Reads one way of filling a cell, or leaves it to the next reader. */
type CellReader = (question: Question) => CellReading | null;

const READERS: readonly { name: string; read: CellReader }[] = [
  { name: "struck out", read: struckOut },
  { name: "not to be seen", read: unseen },
  { name: "error value", read: errorValue },
  { name: "formula without result", read: uncalculated },
  { name: "missing", read: missingMark },
  { name: "time that was a ratio", read: timeAsRatio },
  { name: "date", read: date },
  { name: "true or false", read: truth },
  { name: "ratio", read: textRatio },
  { name: "ratio to 100", read: textPerHundred },
  { name: "number", read: plainNumber },
  { name: "number as text", read: textNumber },
];

/**
 * Reads the figure of a cell at 15 significant digits, in the measure's unit. A cell that holds
 * anything but a figure or a mark for a missing one is refused with a finding at `where`.
 */
export function readCell(cell: Cell | null, measure: Measure, where: Place): CellReading {
  if (cell === null) return { type: "missing", reason: "blank", issue: null };
  const written =
    cell.content.type === "text" ? (cell.shown.words === "" ? cell.content.text : cell.display) : "";
  const raw = withoutFigureSigns(written);
  const question = { cell, measure, where, raw, text: tightText(raw), footnoted: FOOTNOTE_MARK.test(raw) };
  for (const { read } of READERS) {
    const reading = read(question);
    if (reading?.type === "figure") return withinRange(withMoreNotes(reading, cell), question);
    if (reading !== null) return reading;
  }
  const shown = quoted(cell.display);
  const figures = measure.ratio === false && !question.footnoted ? figuresBeside(raw) : [];
  if (figures.length > 0) return refusal(issue("data/two-figures", where, { shown, figures }));
  return refusal(issue("data/not-a-number", where, { shown, unit: measure.unit }));
}

function refusal(found: Issue): CellReading {
  return { type: "refused", issue: found };
}

const DIGIT = /\p{Nd}|\p{No}/u;

/** A figure that somebody struck out, or beside which one stands struck out: only they know what holds. */
function struckOut({ cell, where }: Question): CellReading | null {
  const { struck } = cell;
  if (struck === null || !DIGIT.test(struck.text)) return null;
  const kept = struck.whole ? "" : quoted(cell.display);
  return refusal(issue("data/struck-out", where, { struck: quoted(struck.text), kept }));
}

/** A content that its number format hides: a zero is as good as blank, anything else is asked about. */
function unseen({ cell, where }: Question): CellReading | null {
  const { content, display, shown } = cell;
  if (!shown.hidden || (content.type === "text" && !DIGIT.test(content.text))) return null;
  if (content.type === "number" && content.value === 0 && display === "") {
    return { type: "missing", reason: "blank", issue: issue("data/hidden-zero", where, {}) };
  }
  const stored = content.type === "number" ? cellText(content.value) : quoted(display);
  return refusal(issue("data/not-shown", where, { stored, shown: quoted(display) }));
}

function errorValue({ cell, where }: Question): CellReading | null {
  if (cell.content.type !== "error") return null;
  return refusal(issue("data/cell-error", where, { shown: cell.content.code }));
}

function uncalculated({ cell, where }: Question): CellReading | null {
  if (cell.content.type !== "uncalculated") return null;
  return refusal(issue("data/uncalculated", where, {}));
}

/** Digits that are none of a figure: ① ⑴ ² ½ (Unicode category No). */
const FOOTNOTE_MARK = /\p{No}/u;

const DASHES =
  /^(?:[-‐-―−－_/\\]+|无|(?:暂无|尚无|没有|无)(?:数据|统计|资料)?|暂缺|缺|缺失|缺报|空|未(?:统计|监测|开展|调查|测算|报|上报)|待报|不适用|null|none|n\/?a)$/iu;
const BELOW_UNIT = /^(?:\.{2,}|…+|⋯+)$/u;

/** Whether a text stands for no figure: blank, — or 暂无. */
export function isNoFigure(text: string): boolean {
  const tight = tightText(text);
  return tight === "" || DASHES.test(tight);
}

function missingMark({ cell, where, text }: Question): CellReading | null {
  if (cell.content.type !== "text") return null;
  if (text === "") return { type: "missing", reason: "blank", issue: null };
  if (DASHES.test(text)) return { type: "missing", reason: "dash", issue: null };
  if (!BELOW_UNIT.test(text)) return null;
  return { type: "missing", reason: "belowUnit", issue: issue("data/below-unit", where, {}) };
}

function timeAsRatio({ cell, measure }: Question): CellReading | null {
  const typed = measure.ratio === "femalePerMale" ? ratioInTime(cell) : null;
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
  return refusal(issue("data/date", where, { shown: cell.display }));
}

function truth({ cell, where, measure }: Question): CellReading | null {
  if (cell.content.type !== "boolean") return null;
  return refusal(issue("data/not-a-number", where, { shown: cell.display, unit: measure.unit }));
}

function textRatio({ measure, raw, text, footnoted }: Question): CellReading | null {
  const isOne = measure.ratio === "femalePerMale" && !footnoted && !standApart(raw);
  const typed = isOne ? ratioInText(text) : null;
  const value = typed === null ? null : femalePerMale(typed.male, typed.female);
  return value === null
    ? null
    : figure(
        value,
        note("ratio", value, (read) => `男女比${text.replace(":", "：")}读作${read}`),
      );
}

function textPerHundred({ measure, raw, text, footnoted }: Question): CellReading | null {
  const isOne = measure.ratio === "malePerHundred" && !footnoted && !standApart(raw);
  const value = isOne ? malesPerHundred(text) : null;
  return value === null
    ? null
    : figure(
        value,
        note("ratio", value, (read) => `“${text}”读作${read}`),
      );
}

function plainNumber(question: Question): CellReading | null {
  const { cell, measure, where } = question;
  if (cell.content.type !== "number") return null;
  const value = cellDecimal(cell.content.value);
  const said = saidByFormat(value, cell, measure.unit);
  switch (said.type) {
    case "asItStands":
      return bareFigure(question, value, ...zeroAsDash(cell, value));
    case "figure":
      if (isTypedBefore(value, said.value)) {
        const args = { shown: quoted(cell.display), unit: measure.unit, typed: value.toString() };
        return refusal(issue("data/percent-format", where, args));
      }
      return bareFigure(question, said.value, said.note);
    case "otherUnit": {
      const args = { shown: quoted(cell.display), unit: measure.unit, typed: null };
      return refusal(issue(said.percent ? "data/percent-format" : "data/format-unit", where, args));
    }
    case "scaled":
      return refusal(issue("data/scaled-format", where, { shown: cell.display, stored: value.toString() }));
  }
}

/** No share is twice its whole: 98.96 was there before the cell was made per cent, and shows as 9896%. */
function isTypedBefore(stored: Decimal, shown: Decimal): boolean {
  return stored.gte(2) && shown.eq(stored.times(100));
}

/** An accountant's format shows a typed zero as a dash. */
function zeroAsDash({ display }: Cell, value: Decimal): CellNote[] {
  if (!value.isZero() || DIGIT.test(display)) return [];
  return [note("format", value, (read) => `显示为“${display}”的数值读作${read}`)];
}

/** A number typed as text, in any width, with thousands separators, with the measure's own unit behind it. */
function textNumber(question: Question): CellReading | null {
  const { cell, measure, raw, footnoted, where } = question;
  if (footnoted || cell.content.type !== "text") return null;
  const found = figureInText(raw, measure.unit);
  const shown = quoted(cell.display);
  switch (found.type) {
    case "none":
      return null;
    case "two":
      return refusal(issue("data/two-figures", where, { shown }));
    case "either":
      return refusal(issue("data/unit-or-digit", where, { shown, readings: found.readings }));
    case "figure": {
      const value = decimal(found.digits).toSignificantDigits(15);
      const said = note("text", value, (read) => `文本“${quoted(cell.display.trim())}”读作${read}`);
      return bareFigure(question, value, said);
    }
  }
}

/** A number that stands alone. Told per 100, it may be the quotient. */
function bareFigure({ measure }: Question, value: Decimal, ...notes: CellNote[]): CellReading {
  if (measure.ratio !== "malePerHundred" || !isQuotient(value)) return figure(value, ...notes);
  const hundredfold = value.times(100);
  const said = note("perHundred", hundredfold, (read) => `${value.toString()}按女=100读作${read}`);
  return figure(hundredfold, ...notes, said);
}

function figure(value: Decimal, ...notes: CellNote[]): CellReading {
  return { type: "figure", value, notes };
}

function withMoreNotes(
  reading: CellReading & { type: "figure" },
  { formula, struck }: Cell,
): CellReading & { type: "figure" } {
  const { value } = reading;
  const more = [
    ...(formula !== null ? [note("formula", value, (read) => `公式保存的计算结果读作${read}`)] : []),
    ...(struck === null
      ? []
      : [note("struck", value, (read) => `略去划去的“${quoted(struck.text)}”，读作${read}`)]),
  ];
  return more.length === 0 ? reading : { ...reading, notes: [...reading.notes, ...more] };
}

/** Refuses negatives (health-ministry files use them as codes) and figures beyond the measure's limits. */
function withinRange(
  reading: CellReading & { type: "figure" },
  { cell, measure, where }: Question,
): CellReading {
  const { value } = reading;
  const { min, max } = measure.range;
  if (value.isNegative() && !value.isZero()) {
    return refusal(issue("data/negative", where, { shown: cell.display }));
  }
  if (value.lt(min) || (max !== null && value.gt(max))) {
    const limits = { min: min.toString(), max: max?.toString() ?? null };
    return refusal(issue("data/out-of-range", where, { shown: cell.display, ...limits }));
  }
  return reading;
}
