import { decode, UTF8_ONLY } from "../../files/decode.js";
import { coverageOfFields, type FieldFate } from "../coverage/fields.js";
import type { SheetCoverage } from "../coverage/coverage.js";
import type { KnownReason } from "../coverage/reasons.js";
import { LEDGER_COLUMNS, LEDGER_HEAD, checkCode, type LedgerColumn } from "./columns.js";
import { decodeLine } from "./csv-line.js";

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
 * What became of the figures in the bytes of a ledger: those its lines report are read, unless the line was changed
 * or its id is one of `idle`, which no plan has in this unit.
 */
export function ledgerCoverage(file: string, bytes: Buffer, idle: ReadonlySet<string>): SheetCoverage {
  const decoded = decode(bytes, UTF8_ONLY);
  const [head = "", ...lines] = "text" in decoded ? decoded.text.split(/\r?\n/u) : [];
  const isLedger = "text" in decoded && decoded.marked && head === LEDGER_HEAD;
  const fields = isLedger
    ? [
        ...(decodeLine(head) ?? []).map((text): FieldFate => [text, known("head")]),
        ...lines.flatMap((line) => ofLine(line, idle)),
      ]
    : [head, ...lines]
        .flatMap((line) => line.split(","))
        .map((text): FieldFate => [text, { as: "refused", reason: "sheet" }]);
  return coverageOfFields(file, fields);
}

function known(reason: KnownReason): FieldFate[1] {
  return { as: "known", reason };
}

function ofLine(line: string, idle: ReadonlySet<string>): FieldFate[] {
  const cut = line.lastIndexOf(",");
  const fields = decodeLine(line.slice(0, Math.max(cut, 0)));
  const check = line.slice(cut + 1);
  if (fields?.length !== LEDGER_COLUMNS.length + 1 || checkCode(line.slice(0, cut)) !== check) {
    return line.split(",").map((text) => [text, { as: "refused", reason: "line" }]);
  }
  const [number = "", ...told] = fields;
  const isIdle = idle.has(told[LEDGER_COLUMNS.indexOf("编号")] ?? "");
  return [
    [number, known("ordinal")],
    ...LEDGER_COLUMNS.map((column, at): FieldFate => [told[at] ?? "", fateOf(column, isIdle)]),
    [check, known("record")],
  ];
}

function fateOf(column: LedgerColumn, isIdle: boolean): FieldFate[1] {
  if (!FIGURES.has(column)) return known(KNOWN_COLUMNS[column] ?? "record");
  return isIdle ? { as: "refused", reason: "row" } : { as: "read", echo: false };
}
