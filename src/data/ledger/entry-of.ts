import { byteText, textOfBytes, type ByteText } from "../../files/lines.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import { MEASURE_STATUSES } from "../../terms/measure-status.js";
import type { ProjectStatus } from "../../terms/project-status.js";
import { LEDGER_COLUMNS, type LedgerColumn } from "./columns.js";
import {
  ENTRY_KINDS,
  type Count,
  type EntryKind,
  type LedgerEntry,
  type MeasureEntry,
  type ProjectEntry,
} from "./entry.js";

/** What a line's fields say, all of them, 序号 first; null where a field is none that the program writes. */
export type EntryReader = (fields: readonly ByteText[]) => LedgerEntry | null;

const NUMBER_COLUMNS = ["数值", "分子", "分母", "目标数", "完成数"] as const;
/** 序号 stands before them. */
const PLACE = Object.fromEntries(LEDGER_COLUMNS.map((column, at) => [column, at + 1])) as Record<
  LedgerColumn,
  number
>;
const NUMBER_PLACES = NUMBER_COLUMNS.map((column) => PLACE[column]);
const YEAR_PLACES = [PLACE.年份, PLACE.报表年度];
const KINDS: ReadonlyMap<string, EntryKind> = new Map(ENTRY_KINDS.map((kind) => [kind, kind]));
const VALUED: ReadonlySet<string> = new Set(["数值", "分组", "未采用"].map(byteText));

/** A reader that keeps what lines have in common once, however many lines there are. */
export function entryReader(): EntryReader {
  const own = ownTexts();
  const number = ownNumbers();
  return (fields) => entryOf(fields, own, number);
}

/** As many as there can be in a column of names, files and figures of a district; more are not remembered. */
const MOST_KEPT = 20_000;
/** From this length on V8 cuts a view out of a text and no copy: it keeps the whole block the line was read with. */
const VIEWED_FROM = 13;

type OwnText = (bytes: ByteText, place: number) => string;

/**
 * The text of a field by itself. Neighbouring lines are of one workbook: what stands in a column as in the line
 * before is looked for nowhere else.
 */
function ownTexts(): OwnText {
  const kept = LEDGER_COLUMNS.map(() => new Map<ByteText, string>());
  const bytesBefore: ByteText[] = [];
  const before: string[] = [];
  return (bytes, place) => {
    if (bytes === "") return bytes;
    if (bytesBefore[place] === bytes) return before[place] ?? "";
    if (bytes.length < VIEWED_FROM && isAscii(bytes)) return bytes;
    const own = kept[place - 1]!;
    const known = own.get(bytes);
    const text = known ?? textOfBytes(bytes);
    if (known === undefined && own.size < MOST_KEPT) own.set(byteText(text), text);
    bytesBefore[place] = bytes;
    before[place] = text;
    return text;
  };
}

function isAscii(bytes: ByteText): boolean {
  for (let at = 0; at < bytes.length; at += 1) if (bytes.charCodeAt(at) > 0x7f) return false;
  return true;
}

function ownNumbers(): (text: ByteText) => Decimal | null {
  const kept = new Map<string, Decimal>();
  return (text) => {
    if (text === "") return null;
    const known = kept.get(text);
    if (known !== undefined) return known;
    const number = decimal(text);
    if (kept.size < MOST_KEPT && text.length < VIEWED_FROM) kept.set(text, number);
    return number;
  };
}

function entryOf(
  fields: readonly ByteText[],
  own: OwnText,
  number: (text: ByteText) => Decimal | null,
): LedgerEntry | null {
  if (!isPossible(fields)) return null;
  const text = (place: number) => own(fields[place]!, place);
  const figure = (place: number) => number(fields[place]!);
  const kind = KINDS.get(text(PLACE.类型));
  if (kind === undefined) return null;
  const measure = kind === "措施" ? measureOf(text) : null;
  if (kind === "措施" && measure === null) return null;
  return {
    kind,
    id: text(PLACE.编号),
    name: text(PLACE.名称),
    year: Number(fields[PLACE.年份]),
    grouping: text(PLACE.分组),
    group: text(PLACE.组别),
    value: figure(PLACE.数值),
    unit: text(PLACE.计量单位),
    numerator: countOf(figure(PLACE.分子), text(PLACE.分子单元格)),
    denominator: countOf(figure(PLACE.分母), text(PLACE.分母单元格)),
    reason: text(PLACE.缺报原因),
    remark: text(PLACE.备注),
    reporter: text(PLACE.填报单位),
    dataSource: text(PLACE.数据来源),
    source: { file: text(PLACE.来源文件), sheet: text(PLACE.工作表), cell: text(PLACE.单元格) },
    display: text(PLACE.单元格内容),
    formYear: Number(fields[PLACE.报表年度]),
    time: text(PLACE.采集时间),
    sha256: text(PLACE["SHA-256"]),
    measure,
    project: kind === "进展" ? projectOf(text, figure(PLACE.目标数), figure(PLACE.完成数)) : null,
  };
}

/** null for a line without a status. */
function measureOf(text: (place: number) => string): MeasureEntry | null {
  const status = MEASURE_STATUSES.find((each) => each === text(PLACE.进展状态));
  return status === undefined ? null : { status, progress: text(PLACE.年度进展) };
}

/** A line made up with right codes may say anything. */
function isPossible(fields: readonly ByteText[]): boolean {
  return (
    YEAR_PLACES.every((place) => /^\d{4}$/u.test(fields[place]!)) &&
    NUMBER_PLACES.every((place) => isNumberOrBlank(fields[place]!)) &&
    (fields[PLACE.数值] !== "") === VALUED.has(fields[PLACE.类型]!)
  );
}

function isNumberOrBlank(text: string): boolean {
  return text === "" || /^\d+(?:\.\d+)?$/u.test(text);
}

function countOf(value: Decimal | null, cell: string): Count | null {
  return value === null ? null : { value, cell };
}

function projectOf(
  text: (place: number) => string,
  goal: Decimal | null,
  done: Decimal | null,
): ProjectEntry {
  return {
    status: text(PLACE.进展状态) as ProjectStatus | "",
    quantity: text(PLACE.量化内容),
    goal,
    done,
    progress: text(PLACE.年度进展),
    problems: text(PLACE.存在问题),
    nextPlan: text(PLACE.下年计划),
  };
}
