import { decimal, type Decimal } from "../../terms/decimal.js";
import type { ProjectStatus } from "../../terms/project-status.js";
import { LEDGER_COLUMNS, type LedgerColumn } from "./columns.js";
import { ENTRY_KINDS, type Count, type LedgerEntry, type ProjectEntry } from "./entry.js";

/** What a line's fields say, from 类型 on; null where a field is none that the program writes. */
export type EntryReader = (fields: readonly string[]) => LedgerEntry | null;

const NUMBER_COLUMNS = ["数值", "分子", "分母", "目标数", "完成数"] as const;
const PLACE = Object.fromEntries(LEDGER_COLUMNS.map((column, at) => [column, at])) as Record<
  LedgerColumn,
  number
>;
const NUMBER_PLACES = NUMBER_COLUMNS.map((column) => PLACE[column]);
const VALUED: readonly string[] = ["数值", "分组", "未采用"];

/** A reader that keeps what lines have in common once, however many lines there are. */
export function entryReader(): EntryReader {
  const own = ownTexts();
  const number = ownNumbers();
  return (fields) => entryOf(fields, own, number);
}

/** As many as there can be of names, files and figures of a district; more are not remembered. */
const MOST_KEPT = 50_000;

/** From this length on V8 cuts a view out of a text and no copy: it keeps the whole block the line was read with. */
const VIEWED_FROM = 13;

type OwnText = (text: string, place: number) => string;

/**
 * The text of a field by itself. Neighbouring lines are of one workbook: what stands in a column as in the line
 * before is looked for nowhere else.
 */
function ownTexts(): OwnText {
  const kept = new Map<string, string>();
  const before: string[] = [];
  const copyOf = (text: string): string => {
    const copy = Buffer.from(text).toString();
    if (kept.size < MOST_KEPT) kept.set(copy, copy);
    return copy;
  };
  return (text, place) => {
    if (text.length < VIEWED_FROM) return text;
    const last = before[place];
    return last === text ? last : (before[place] = kept.get(text) ?? copyOf(text));
  };
}

function ownNumbers(): (text: string) => Decimal | null {
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
  fields: readonly string[],
  own: OwnText,
  number: (text: string) => Decimal | null,
): LedgerEntry | null {
  if (!isPossible(fields)) return null;
  const text = (column: LedgerColumn) => own(fields[PLACE[column]] ?? "", PLACE[column]);
  const figure = (column: (typeof NUMBER_COLUMNS)[number]) => number(fields[PLACE[column]] ?? "");
  const kind = ENTRY_KINDS.find((each) => each === fields[PLACE["类型"]]);
  if (kind === undefined) return null;
  return {
    kind,
    id: text("编号"),
    name: text("名称"),
    year: Number(fields[PLACE["年份"]]),
    grouping: text("分组"),
    group: text("组别"),
    value: figure("数值"),
    unit: text("计量单位"),
    numerator: countOf(figure("分子"), text("分子单元格")),
    denominator: countOf(figure("分母"), text("分母单元格")),
    reason: text("缺报原因"),
    remark: text("备注"),
    reporter: text("填报单位"),
    dataSource: text("数据来源"),
    source: { file: text("来源文件"), sheet: text("工作表"), cell: text("单元格") },
    display: text("单元格内容"),
    formYear: Number(fields[PLACE["报表年度"]]),
    time: text("采集时间"),
    sha256: text("SHA-256"),
    project: kind === "进展" ? projectOf(text, figure("目标数"), figure("完成数")) : null,
  };
}

/** A line made up with right codes may say anything. */
function isPossible(fields: readonly string[]): boolean {
  const at = (column: LedgerColumn) => fields[PLACE[column]] ?? "";
  return (
    [at("年份"), at("报表年度")].every((year) => /^\d{4}$/u.test(year)) &&
    NUMBER_PLACES.every((place) => isNumberOrBlank(fields[place] ?? "")) &&
    (at("数值") !== "") === VALUED.includes(at("类型"))
  );
}

function isNumberOrBlank(text: string): boolean {
  return text === "" || /^\d+(?:\.\d+)?$/u.test(text);
}

function countOf(value: Decimal | null, cell: string): Count | null {
  return value === null ? null : { value, cell };
}

function projectOf(
  text: (column: LedgerColumn) => string,
  goal: Decimal | null,
  done: Decimal | null,
): ProjectEntry {
  return {
    status: text("进展状态") as ProjectStatus | "",
    quantity: text("量化内容"),
    goal,
    done,
    progress: text("年度进展"),
    problems: text("存在问题"),
    nextPlan: text("下年计划"),
  };
}
