import { posix } from "node:path";
import { issue, type Issue } from "../../issues/issue.js";
import { decode, OFFICE_ENCODINGS } from "../../files/decode.js";
import { finishedCell } from "./cell.js";
import { recordsIn, type Record } from "./csv-lines.js";
import { unevenLines } from "./csv-width.js";
import { LIMITS, megabytes, meter, refused } from "./guard.js";
import { gatherSheet } from "./rows.js";
import { sheetName } from "./sheet-name.js";
import { sheetCounts, type SheetsRead } from "./sheets-read.js";
import type { Cell, Content, LeftOut } from "../sheet.js";
import { largest } from "../../terms/long-lists.js";

/** Reads a CSV file as one sheet, named like the file, each record a row. */
export function readCsv(bytes: Buffer, file: string): SheetsRead {
  if (bytes.length > LIMITS.csvBytes) {
    throw refused("workbook/file-too-large", megabytes(bytes.length, LIMITS.csvBytes));
  }
  const decoded = decode(bytes, OFFICE_ENCODINGS);
  if (!("text" in decoded)) throw refused("workbook/unknown-encoding", {}, decoded);
  const { text } = decoded;
  const records = readRecords(text, delimiterOf(text));
  const uneven = unevenLines(records);
  const sheet = gatherSheet(sheetCounts());
  const leftOut: LeftOut[] = [];
  records.forEach((record, index) => {
    for (const cell of cellsOf(record, index + 1)) {
      if (cell.display.length > LIMITS.text) sheet.tooLong(cell);
      else if (uneven.has(index)) leftOut.push({ why: "uneven", cell });
      else sheet.keep(cell);
    }
  });
  const name = sheetName(posix.basename(file.replaceAll("\\", "/")));
  const { sheet: read, issues } = sheet.finished(file, name, false);
  const told = [...uneven].map(([index, told]): Issue =>
    told({ file, sheet: name, line: records[index]?.line ?? 1 }),
  );
  return {
    keywords: "",
    sheets: [{ ...read, leftOut: [...read.leftOut, ...leftOut] }],
    issues: [...mostTold(told, file), ...issues],
  };
}

/** More of them have one cause. */
const MOST_TOLD = 20;

function mostTold(told: readonly Issue[], file: string): Issue[] {
  const more = told.length - MOST_TOLD;
  return more <= 0
    ? [...told]
    : [...told.slice(0, MOST_TOLD), issue("workbook/csv-more", { file }, { count: more })];
}

function readRecords(text: string, delimiter: string): Record[] {
  checkFields(text, delimiter);
  const countRow = meter(LIMITS.rows, () => refused("workbook/too-many", { what: "行", limit: LIMITS.rows }));
  const records: Record[] = [];
  for (const record of recordsIn(text, delimiter)) {
    countRow(1);
    if (record.fields.length > LIMITS.columns) {
      throw refused("workbook/too-many", { what: "列", limit: LIMITS.columns });
    }
    records.push(record);
  }
  return records;
}

/** A line of nothing but delimiters is short on disk and long in memory. */
function checkFields(text: string, sign: string): void {
  const count = meter(LIMITS.csvFields, () =>
    refused("workbook/too-many", { what: "列", limit: LIMITS.columns }),
  );
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count(1);
}

const DELIMITERS = [",", ";", "\t", "，", "；"] as const;
const HEAD_LINES = 20;

/**
 * The delimiter that most lines of the head have, outside quotes; then the one most often in a line, and ","
 * when in doubt. A sentence full of "，" is one line.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(/"[^"]*"/gu, "")
    .split(/\r\n|[\r\n\u2028\u2029]/u, HEAD_LINES);
  const counts = (sign: string) => lines.map((line) => line.split(sign).length - 1);
  const score = (sign: string) => {
    const all = counts(sign);
    return all.filter((count) => count > 0).length * MOST_COLUMNS + Math.min(MOST_COLUMNS - 1, largest(all));
  };
  return DELIMITERS.reduce((best, sign) => (score(sign) > score(best) ? sign : best));
}

const MOST_COLUMNS = LIMITS.columns;

function cellsOf({ fields }: Record, row: number): Cell[] {
  return fields.flatMap((field, at) => {
    // Files that were put one behind the other have a byte order mark in the middle.
    const written = at === 0 ? field.replace(/^\ufeff/u, "") : field;
    const text = TEXT_FORMULA.exec(written)?.[1] ?? written;
    if (text === "") return [];
    const content = contentOf(text);
    return [{ ...finishedCell({ row, column: at + 1 }, { content, struck: null }), display: text }];
  });
}

/** ="94.88", by which programs keep Excel from making a number of it: it shows what stands between the quotes. */
const TEXT_FORMULA = /^="([^"]*)"$/u;

/** Figures become numbers as they would on opening the file in Excel; more digits than it keeps stay text. */
function contentOf(text: string): Content {
  const isNumber =
    text.length <= LONGEST_NUMBER && PLAIN_NUMBER.test(text) && text.replace(/\D/gu, "").length <= 15;
  return isNumber ? { type: "number", value: Number(text) } : { type: "text", text };
}

const LONGEST_NUMBER = 30;
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/iu;
