import { hash } from "node:crypto";
import type { ByteText } from "../../files/lines.js";
import { encodeLine } from "./csv-line.js";
import type { LedgerEntry } from "./entry.js";

/** What stands in a column of the ledger. */
type Writer = (entry: LedgerEntry) => string;

/** Between 序号 and 校验码. The order is for ever: lines once written are never touched again. */
const WRITERS = {
  类型: ({ kind }) => kind,
  编号: ({ id }) => id,
  名称: ({ name }) => name,
  年份: ({ year }) => String(year),
  分组: ({ grouping }) => grouping,
  组别: ({ group }) => group,
  数值: ({ value }) => value?.toFixed() ?? "",
  计量单位: ({ unit }) => unit,
  分子: ({ numerator }) => numerator?.value.toFixed() ?? "",
  分母: ({ denominator }) => denominator?.value.toFixed() ?? "",
  缺报原因: ({ reason }) => reason,
  备注: ({ remark }) => remark,
  填报单位: ({ reporter }) => reporter,
  数据来源: ({ dataSource }) => dataSource,
  来源文件: ({ source }) => source.file,
  工作表: ({ source }) => source.sheet,
  单元格: ({ source }) => source.cell,
  单元格内容: ({ display }) => display,
  分子单元格: ({ numerator }) => numerator?.cell ?? "",
  分母单元格: ({ denominator }) => denominator?.cell ?? "",
  进展状态: ({ project, measure }) => project?.status ?? measure?.status ?? "",
  量化内容: ({ project }) => project?.quantity ?? "",
  目标数: ({ project }) => project?.goal?.toFixed() ?? "",
  完成数: ({ project }) => project?.done?.toFixed() ?? "",
  年度进展: ({ project, measure }) => project?.progress ?? measure?.progress ?? "",
  存在问题: ({ project }) => project?.problems ?? "",
  下年计划: ({ project }) => project?.nextPlan ?? "",
  报表年度: ({ formYear }) => String(formYear),
  采集时间: ({ time }) => time,
  "SHA-256": ({ sha256 }) => sha256,
} as const satisfies Record<string, Writer>;

export type LedgerColumn = keyof typeof WRITERS;
export const LEDGER_COLUMNS = Object.keys(WRITERS) as readonly LedgerColumn[];

/** UTF-8's mark: without it Excel takes the file for GBK. */
export const BYTE_ORDER_MARK = "\ufeff";
/** Windows' own: Excel writes no other. */
export const LINE_END = "\r\n";

/** The heads there have been. Version 0.1.0 sealed each line by itself: 连环码 came later. */
export const LEDGER_HEADS = {
  single: ["序号", ...LEDGER_COLUMNS, "校验码"],
  chained: ["序号", ...LEDGER_COLUMNS, "校验码", "连环码"],
} as const satisfies Record<string, readonly string[]>;
export type LedgerVersion = keyof typeof LEDGER_HEADS;

/** The head of every ledger that is written. */
export const LEDGER_HEAD = encodeLine(LEDGER_HEADS.chained);
/** What the first line is sealed with. */
export const FIRST_SEAL = checkCode(LEDGER_HEAD);

/** A line as it is written, `number` being its place from 1 and `before` the seal of the line before it. */
export function ledgerLine(
  entry: LedgerEntry,
  number: number,
  before: string,
): { text: string; seal: string } {
  const fields = [String(number), ...LEDGER_COLUMNS.map((column) => WRITERS[column](entry))];
  return sealedLine(encodeLine(fields), before);
}

/** A line with its two codes: 校验码 over what it says, 连环码 over that and the line before it. */
export function sealedLine(told: string, before: string): { text: string; seal: string } {
  const checked = `${told},${checkCode(told)}`;
  const seal = sealOf(checked, before);
  return { text: `${checked},${seal}`, seal };
}

/** The 连环码 of a line without it: whoever takes a line away, or puts another in, breaks the next one's. */
export function sealOf(checked: string, before: string): string {
  return checkCode(`${before},${checked}`);
}

/** `sealOf` a line by its bytes. */
export function sealOfBytes(checked: ByteText, before: string): string {
  const length = before.length + 1 + checked.length;
  if (scratch.length < length) scratch = Buffer.allocUnsafe(2 * length);
  scratch.write(before, 0, "latin1");
  scratch.write(",", before.length, "latin1");
  scratch.write(checked, before.length + 1, "latin1");
  return `c${hash("sha256", scratch.subarray(0, length), "hex").slice(0, 10)}`;
}

/** Written into again for each line. */
let scratch = Buffer.allocUnsafe(4096);

/**
 * A code by which a line that was changed by hand is known. It starts with a letter, or Excel would take
 * some of them for numbers.
 */
export function checkCode(line: string): string {
  return `c${hash("sha256", line, "hex").slice(0, 10)}`;
}

/** What a line says, leaving out when it was collected: two lines alike in this are one report of a figure. */
export function contentOf(entry: LedgerEntry): string {
  const telling = LEDGER_COLUMNS.filter((column) => !PLACE_COLUMNS.has(column));
  return encodeLine(telling.map((column) => WRITERS[column](entry)));
}

/** Where and when, as against what. */
const PLACE_COLUMNS: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>([
  "名称",
  "来源文件",
  "工作表",
  "单元格",
  "单元格内容",
  "分子单元格",
  "分母单元格",
  "采集时间",
  "SHA-256",
]);
