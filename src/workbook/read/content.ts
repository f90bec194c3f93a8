import { refused } from "./guard.js";
import type { NumberFormat } from "./number-format.js";
import type { Content } from "../sheet.js";
import { decodeEscapes } from "./strings.js";

/** A `<c>` element as it stands in the file. */
export interface RawCell {
  /** The attribute t; "n" where absent. */
  type: string;
  /** The text of `<v>`; null where there is none. */
  value: string | null;
  /** The text of `<is>`. */
  inline: string;
  fromFormula: boolean;
  format: NumberFormat;
}

/** What the cells of a workbook share. */
export interface WorkbookContext {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  date1904: boolean;
}

type Reader = (raw: RawCell, context: WorkbookContext) => Content;

/** One reader per cell type (ECMA-376-1, 18.18.11 ST_CellType). */
const READERS: Readonly<Record<string, Reader>> = {
  n: (raw, context) => numberOrDate(raw, context),
  s: ({ value }, { strings }) => ({ type: "text", text: sharedString(value, strings) }),
  str: ({ value }) => ({ type: "text", text: decodeEscapes(value ?? "") }),
  inlineStr: ({ inline }) => ({ type: "text", text: inline }),
  b: ({ value }) => ({ type: "boolean", value: /^\s*(1|true)\s*$/i.test(value ?? "") }),
  e: ({ value }) => ({ type: "error", code: value ?? "" }),
  d: ({ value }) => isoDate(value ?? ""),
};

/** The content of a cell, or null where it holds nothing. */
export function cellContent(raw: RawCell, context: WorkbookContext): Content | null {
  const hasValue =
    raw.type === "inlineStr" || (raw.value !== null && (raw.value !== "" || raw.type === "str"));
  if (!hasValue) return raw.fromFormula ? { type: "uncalculated" } : null;
  const read = READERS[raw.type];
  if (!read) throw refused("workbook/damaged", { detail: `不认识的单元格类型 ${raw.type}` });
  const content = read(raw, context);
  // An empty text is no content, unless a formula made it: then the cell does say something.
  return content.type === "text" && content.text === "" && !raw.fromFormula ? null : content;
}

function sharedString(value: string | null, strings: readonly string[]): string {
  const text = strings[Number(value)];
  if (text === undefined) throw refused("workbook/damaged", { detail: "单元格所引用的共享字符串不存在" });
  return text;
}

/** Days between the 1904 date system and the 1900 one. */
const DAYS_1904 = 1462;

function numberOrDate({ value, format }: RawCell, { date1904 }: WorkbookContext): Content {
  // Adding 0 makes a negative zero plain.
  const number = Number(value) + 0;
  if (!Number.isFinite(number) || value?.trim() === "") return { type: "text", text: value ?? "" };
  if (format.kind !== "date" && format.kind !== "time") return { type: "number", value: number };
  // A time of day is the same in both systems.
  return { type: "date", serial: date1904 && number >= 1 ? number + DAYS_1904 : number };
}

const MILLISECONDS_A_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** Strict workbooks may hold dates as ISO 8601; a time zone is not allowed there. */
function isoDate(value: string): Content {
  const timeOnly = /^T?\d{2}:/.test(value);
  const text = timeOnly ? `1970-01-01T${value.replace(/^T/, "")}` : value;
  const milliseconds = Date.parse(text.includes("T") ? text.replace(/Z?$/, "Z") : text);
  if (Number.isNaN(milliseconds)) return { type: "text", text: value };
  const days = milliseconds / MILLISECONDS_A_DAY;
  return { type: "date", serial: timeOnly ? days : days + UNIX_EPOCH_SERIAL };
}
