import { posix } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { cellAddress } from "./address.js";
import { decodeText } from "./encoding.js";
import { megabytes } from "./file.js";
import { LIMITS, refused } from "./guard.js";
import type { Cell, Sheet, SheetRow } from "./sheet.js";

/** Reads a CSV file as one sheet, named like the file, each record a row. */
export function readCsv(bytes: Buffer, name: string): Sheet {
  if (bytes.length > LIMITS.csvBytes) {
    throw refused("workbook/file-too-large", megabytes(bytes.length, LIMITS.csvBytes));
  }
  const rows = records(decodeText(bytes)).flatMap(sheetRow);
  return { name: posix.basename(name.replaceAll("\\", "/")), hidden: false, rows, merges: [] };
}

/** A line longer than this is no line of a table. */
const MAX_RECORD = 1_000_000;

function records(text: string): string[][] {
  try {
    const found = parse(text, {
      delimiter: delimiter(text),
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      to: LIMITS.rows + 1,
    });
    if (found.length > LIMITS.rows) throw refused("workbook/too-many", { what: "行", limit: LIMITS.rows });
    return found;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused("workbook/broken-csv", { line: Number(error["lines"] ?? 0) });
  }
}

const DELIMITERS = [",", ";", "\t"] as const;
const HEAD_LINES = 20;

/** The delimiter most often seen in one line of the head; outside quotes, and "," when in doubt. */
export function delimiter(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\r|\n/, HEAD_LINES);
  const most = (sign: string) => Math.max(...lines.map((line) => line.split(sign).length));
  return DELIMITERS.reduce((best, sign) => (most(sign) > most(best) ? sign : best));
}

function sheetRow(fields: readonly string[], index: number): SheetRow[] {
  if (fields.length > LIMITS.columns)
    throw refused("workbook/too-many", { what: "列", limit: LIMITS.columns });
  const row = index + 1;
  const cells = fields.flatMap((text, at) => (text === "" ? [] : [cell(row, at + 1, text)]));
  return cells.length === 0 ? [] : [{ row, cells }];
}

/** Figures become numbers as they would on opening the file in Excel; more digits than it keeps stay text. */
function cell(row: number, column: number, text: string): Cell {
  const isNumber = PLAIN_NUMBER.test(text) && text.replace(/\D/g, "").length <= 15;
  return {
    address: cellAddress(row, column),
    row,
    column,
    content: isNumber ? { type: "number", value: Number(text) } : { type: "text", text },
    format: "General",
    formula: null,
    display: text,
  };
}

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
