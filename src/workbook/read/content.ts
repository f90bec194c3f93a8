import { refused } from "./guard.js";
import { dateShown, sectionFor } from "./format/number-format.js";
import { decodeEscapes, LONGEST, lostString, seenText, type SeenText, type StringItem } from "./strings.js";
import { NO_STYLE, type CellStyle } from "./styles.js";
import type { Content, Formula } from "../sheet.js";

/** A `<c>` element as it stands in the file. */
export interface RawCell {
  /** The attribute t; "n" where absent. */
  type: string;
  /** The text of `<v>`; null where there is none. */
  value: string | null;
  /** The text of `<is>`. */
  inline: StringItem;
  formula: Formula | null;
  style: CellStyle;
}

/** What the cells of a workbook share. */
export interface WorkbookContext {
  strings: readonly StringItem[];
  styles: readonly CellStyle[];
  date1904: boolean;
}

export function styleAt({ styles }: WorkbookContext, index: string | undefined): CellStyle {
  return styles[Number(index ?? 0)] ?? NO_STYLE;
}

/** What a cell holds; `tooLong`: a text longer than Excel's own limit, which is left where it is. */
export type CellContent = { content: Content; struck: SeenText["struck"] } | "tooLong";

type Reader = (raw: RawCell, context: WorkbookContext) => CellContent;

/** One reader per cell type (ECMA-376-1, 18.18.11 ST_CellType). */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["n", (raw, { date1904 }) => bare(raw, numberOrDate(raw.value ?? "", raw.style, date1904))],
  ["s", (raw, { strings }) => text(raw, strings[Number(raw.value)] ?? lost(raw.value, strings))],
  ["str", (raw) => text(raw, formulaText(raw.value ?? ""))],
  ["inlineStr", (raw) => text(raw, raw.inline)],
  ["b", (raw) => bare(raw, { type: "boolean", value: /^\s*(?:1|true)\s*$/iu.test(raw.value ?? "") })],
  ["e", (raw) => bare(raw, { type: "error", code: (raw.value ?? "").slice(0, LONGEST_ERROR) })],
  ["d", (raw) => bare(raw, isoDate(raw.value ?? "", raw.style))],
]);

const LONGEST_ERROR = 20;

/** The content of a cell, or null where it holds nothing. */
export function cellContent(raw: RawCell, context: WorkbookContext): CellContent | null {
  const hasValue =
    raw.type === "inlineStr" || (raw.value !== null && (raw.value !== "" || raw.type === "str"));
  if (!hasValue) return raw.formula !== null ? { content: { type: "uncalculated" }, struck: null } : null;
  const read = READERS.get(raw.type);
  if (!read) throw refused("workbook/damaged", { detail: `不认识的单元格类型“${raw.type.slice(0, 20)}”` });
  const found = read(raw, context);
  if (found === "tooLong" || found.content.type !== "text") return found;
  // An empty text is no content, unless a formula made it: then the cell does say something.
  return found.content.text === "" && raw.formula === null ? null : found;
}

function lost(value: string | null, strings: readonly StringItem[]): null {
  if (strings[Number(value)] === null) return null;
  throw lostString();
}

function formulaText(value: string): StringItem {
  return value.length > LONGEST ? null : decodeEscapes(value);
}

function text({ style }: RawCell, item: StringItem): CellContent {
  if (item === null) return "tooLong";
  const { text: seen, struck } = seenText(item, style.struck);
  return { content: { type: "text", text: seen }, struck };
}

/** Content of which all is struck out or nothing. */
function bare({ value, style }: RawCell, content: Content): CellContent {
  return { content, struck: style.struck ? { text: value ?? "", whole: true } : null };
}

/** Days between the 1904 date system and the 1900 one. */
const DAYS_1904 = 1462;

/** What programs write into `<v>`; Number() knows more spellings, 0x10 among them. */
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/iu;

/** A number, or the date or time that its format makes of it. */
function numberOrDate(value: string, style: CellStyle, date1904: boolean): Content {
  // Adding 0 makes a negative zero plain.
  const number = NUMBER.test(value) ? Number(value) + 0 : NaN;
  if (!Number.isFinite(number)) return { type: "text", text: value.slice(0, LONGEST) };
  return numberContent(number, style, date1904);
}

/** The content of a number under the style of its cell. */
export function numberContent(number: number, { format }: CellStyle, date1904: boolean): Content {
  const date = dateShown(sectionFor(format, number));
  if (date === null) return { type: "number", value: number };
  // A time of day and hours in all are the same in both systems.
  return { type: "date", serial: date1904 && !date.clock ? number + DAYS_1904 : number, clock: date.clock };
}

const MILLISECONDS_A_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** Strict workbooks may hold dates as ISO 8601; a time zone is not allowed there. */
function isoDate(value: string, { format }: CellStyle): Content {
  const timeOnly = /^T?\d{2}:/u.test(value);
  const iso = timeOnly ? `1970-01-01T${value.replace(/^T/u, "")}` : value;
  const milliseconds = Date.parse(iso.includes("T") ? iso.replace(/Z?$/u, "Z") : iso);
  if (Number.isNaN(milliseconds)) return { type: "text", text: value.slice(0, LONGEST) };
  const days = milliseconds / MILLISECONDS_A_DAY;
  const serial = timeOnly ? days : days + UNIX_EPOCH_SERIAL;
  return { type: "date", serial, clock: dateShown(sectionFor(format, serial))?.clock ?? timeOnly };
}
