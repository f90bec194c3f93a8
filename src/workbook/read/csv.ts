import { posix } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { cellAddress } from "../address.js";
import { decode, OFFICE_ENCODINGS } from "../../files/decode.js";
import { LIMITS, megabytes, meter, refused } from "./guard.js";
import type { Cell, Sheet, SheetRow } from "../sheet.js";

/** Reads a CSV file as one sheet, named like the file, each record a row. */
export function readCsv(bytes: Buffer, name: string): Sheet {
  if (bytes.length > LIMITS.csvBytes) {
    throw refused("workbook/file-too-large", megabytes(bytes.length, LIMITS.csvBytes));
  }
  const decoded = decode(bytes, OFFICE_ENCODINGS);
  if (!("text" in decoded)) throw refused("workbook/unknown-encoding", {}, decoded);
  const rows = readRows(decoded.text);
  return { name: posix.basename(name.replaceAll("\\", "/")), hidden: false, rows, merges: [] };
}

/** A line longer than this is no line of a table. */
const MAX_RECORD = 1_000_000;

function readRows(text: string): SheetRow[] {
  const rows: SheetRow[] = [];
  const sign = delimiter(text);
  checkFields(text, sign);
  const countRow = meter(LIMITS.rows, () => refused("workbook/too-many", { what: "行", limit: LIMITS.rows }));
  const countCells = meter(LIMITS.cells, () =>
    refused("workbook/too-many", { what: "单元格", limit: LIMITS.cells }),
  );
  let number = 0;
  const onRecord = (fields: string[]) => {
    countRow(1);
    const row = sheetRow(fields, ++number);
    countCells(row.cells.length);
    if (row.cells.length > 0) rows.push(row);
    return null;
  };
  try {
    parse(text, {
      delimiter: sign,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      on_record: onRecord,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused("workbook/broken-csv", { line: Number(error["lines"] ?? 0) });
  }
  return rows;
}

/** A line of nothing but delimiters is short on disk and long in memory. */
function checkFields(text: string, sign: string): void {
  const count = meter(LIMITS.csvFields, () =>
    refused("workbook/too-many", { what: "列", limit: LIMITS.columns }),
  );
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count(1);
}

const DELIMITERS = [",", ";", "\t"] as const;
const HEAD_LINES = 20;

/** The delimiter most often seen in one line of the head; outside quotes, and "," when in doubt. */
function delimiter(text: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\r|\n/, HEAD_LINES);
  const most = (sign: string) => Math.max(...lines.map((line) => line.split(sign).length));
  return DELIMITERS.reduce((best, sign) => (most(sign) > most(best) ? sign : best));
}

function sheetRow(fields: readonly string[], row: number): SheetRow {
  if (fields.length > LIMITS.columns) {
    throw refused("workbook/too-many", { what: "列", limit: LIMITS.columns });
  }
  return { row, cells: fields.flatMap((text, at) => (text === "" ? [] : [cell(row, at + 1, text)])) };
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
    fromFormula: false,
    display: text,
  };
}

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
