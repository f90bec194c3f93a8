import { issue, type Issue, type Place } from "../../issues/issue.js";
import type { Record } from "./csv-lines.js";

/** Makes the finding about a line that is not read. */
type Told = (where: Place) => Issue;

/**
 * The records that are not read because their fields cannot be where they belong, by their index: quotes that
 * do not come out even, more fields than the head, or figures cut in two at their thousands.
 */
export function unevenLines(records: readonly Record[]): Map<number, Told> {
  const told = new Map<number, Told>();
  const usual = {
    fields: usualOf(records, ({ fields }) => fields.length),
    filled: usualOf(records, lastFilled),
  };
  let head = 0;
  records.forEach((record, index) => {
    if (isHead(record)) head = Math.max(head, record.fields.length);
    const fault = record.uneven
      ? openQuote
      : (tooWide(record, head, usual) ?? wideCommas(record, Math.max(head, usual.fields)));
    if (fault !== null) told.set(index, fault);
  });
  return told;
}

const openQuote: Told = (where) => issue("workbook/csv-quotes", where, {});

function tooWide(record: Record, head: number, usual: { fields: number; filled: number }): Told | null {
  const { fields } = record;
  const filled = lastFilled(record);
  const thousands = cutThousands(fields);
  const told =
    (width: number, most: number): Told =>
    (where) =>
      issue("workbook/csv-fields", where, { fields: width, head: most, example: thousands });
  if (head > 0 && fields.length > head) {
    if (filled > head || thousands !== null) return told(Math.max(filled, head + 1), head);
    if (usual.fields > 0 && fields.length > usual.fields)
      return told(fields.length, Math.max(head, usual.fields));
  }
  // A line without more fields than the head may still be longer than its neighbours, by the second half of a figure.
  const isLonger = usual.filled > 0 && filled > usual.filled && FIGURE.test(fields[filled - 1] ?? "");
  return isLonger && thousands !== null ? told(filled, usual.filled) : null;
}

/** 近视率，%，58，57: commas of a Chinese keyboard between the fields, all of them or some. */
function wideCommas({ fields }: Record, width: number): Told | null {
  if (fields.length >= width) return null;
  const meant = fields.flatMap((field) => field.split("，"));
  const isMeant = meant.length === width && meant.some((field) => FIGURE.test(field));
  return isMeant ? (where) => issue("workbook/csv-commas", where, {}) : null;
}

function lastFilled({ fields }: Record): number {
  return fields.findLastIndex((field) => field.trim() !== "") + 1;
}

const FIGURE = /^\s*[-+]?\d+(?:\.\d+)?%?\s*$/u;
const YEAR = /^\s*(?:19|20)\d\d\s*$/u;

/** A line of words and years, more than one: what a table's head looks like. */
function isHead({ fields, uneven }: Record): boolean {
  const words = fields.filter((field) => field.trim() !== "");
  return !uneven && words.length > 1 && !words.some((field) => FIGURE.test(field) && !YEAR.test(field));
}

/** "1,402" of two fields that make a figure with its thousands cut off; null where there are none. */
function cutThousands(fields: readonly string[]): string | null {
  const at = fields.findIndex(
    (field, index) =>
      /^\s*[-+]?[1-9]\d{0,2}$/u.test(field) && /^\d{3}(?:\.\d+)?\s*$/u.test(fields[index + 1] ?? ""),
  );
  return at < 0 ? null : `${fields[at]?.trim()},${fields[at + 1]?.trim()}`;
}

/** The most common width of lines with figures; 0 where there are none. */
function usualOf(records: readonly Record[], widthOf: (record: Record) => number): number {
  const counts = new Map<number, number>();
  for (const record of records) {
    if (record.uneven || !record.fields.some((field) => FIGURE.test(field))) continue;
    const width = widthOf(record);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, timesA], [b, timesB]) => timesB - timesA || a - b);
  return most?.[0] ?? 0;
}
