import { join } from "node:path";
import { readByteLines, textOfBytes } from "../../files/lines.js";
import type { SheetCoverage } from "../coverage/coverage.js";
import { fieldCounter, type FieldFate } from "../coverage/fields.js";
import type { KnownReason } from "../coverage/reasons.js";
import { LEDGER_COLUMNS, type LedgerColumn, type LedgerVersion } from "./columns.js";
import { splitFields } from "./csv-line.js";
import { LEDGER_FILE, MOST_LEDGER_BYTES } from "./entry.js";
import { ledgerParser } from "./parse.js";

/** What the figures of a ledger's line are that are not the reported ones. */
const KNOWN_COLUMNS: Readonly<Partial<Record<LedgerColumn, KnownReason>>> = {
  编号: "code",
  名称: "name",
  年份: "year",
  组别: "name",
  计量单位: "unit",
  备注: "remark",
  年度进展: "remark",
  存在问题: "remark",
  下年计划: "remark",
};
const FIGURES: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>([
  "数值",
  "分子",
  "分母",
  "目标数",
  "完成数",
]);

/**
 * What became of the figures in the ledger of a data folder: those its lines report are read, unless the line was
 * changed or its id is one of `idle`, which no plan has in this unit.
 */
export async function ledgerCoverage(folder: string, idle: ReadonlySet<string>): Promise<SheetCoverage> {
  const counter = fieldCounter();
  let told: string | null = null;
  const parser = ledgerParser(LEDGER_FILE, (_, text) => (told = text()));
  let isHead = true;
  await readByteLines(join(folder, LEDGER_FILE), MOST_LEDGER_BYTES, (bytes) => {
    parser.take(bytes);
    const line = textOfBytes(bytes);
    const version = parser.version();
    if (version === null) counter.take(all(line, { as: "refused", reason: "sheet" }));
    else if (isHead) counter.take(all(line, known("head")));
    else if (told === null) counter.take(all(line, { as: "refused", reason: "line" }));
    else counter.take(ofLine(line, told, { version, idle }));
    isHead = false;
    told = null;
  });
  return counter.coverage(LEDGER_FILE);
}

const PARTED = /[,;\t"]/u;
const CODES: Readonly<Record<LedgerVersion, number>> = { single: 1, chained: 2 };

/** The fields of a line that is none of ours, whatever it is parted by. */
function all(line: string, outcome: FieldFate[1]): FieldFate[] {
  return line.split(PARTED).map((text) => [text, outcome]);
}

function known(reason: KnownReason): FieldFate[1] {
  return { as: "known", reason };
}

/** A line as it stands, and as the program writes it without the codes. */
function ofLine(
  line: string,
  told: string,
  { version, idle }: { version: LedgerVersion; idle: ReadonlySet<string> },
): FieldFate[] {
  const [number = "", ...fields] = splitFields(told);
  const isIdle = idle.has(fields[LEDGER_COLUMNS.indexOf("编号")] ?? "");
  // 校验码, and 连环码 where there is one: no other field is behind the SHA-256.
  const codes = line
    .split(PARTED)
    .filter((text) => text !== "")
    .slice(-CODES[version]);
  return [
    [number, known("ordinal")],
    ...LEDGER_COLUMNS.map((column, at): FieldFate => [fields[at] ?? "", fateOf(column, isIdle)]),
    ...codes.map((code): FieldFate => [code, known("record")]),
  ];
}

function fateOf(column: LedgerColumn, isIdle: boolean): FieldFate[1] {
  if (!FIGURES.has(column)) return known(KNOWN_COLUMNS[column] ?? "record");
  return isIdle ? { as: "refused", reason: "row" } : { as: "read", echo: false };
}
