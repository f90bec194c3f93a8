import { decimal, type Decimal } from "../../terms/decimal.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { Grouping } from "../../plan/plan.js";
import type { ProjectStatus } from "../dataset.js";
import { decode, UTF8_ONLY } from "../../files/decode.js";
import { LEDGER_COLUMNS, LEDGER_HEAD, checkCode, type LedgerColumn } from "./columns.js";
import { decodeLine } from "./csv-line.js";
import { ENTRY_KINDS, type Count, type LedgerEntry, type ProjectEntry } from "./entry.js";

export interface ParsedLedger {
  entries: readonly LedgerEntry[];
  issues: readonly Issue[];
}

/**
 * Reads the bytes of a ledger, which findings call `file`. A line that is not as it was written is a
 * finding with its number and gives no entry: nothing is repaired.
 */
export function parseLedger(file: string, bytes: Buffer): ParsedLedger {
  const decoded = decode(bytes, UTF8_ONLY);
  if (!("text" in decoded)) {
    return { entries: [], issues: [issue("ledger/not-utf8", { file, ...decoded }, {})] };
  }
  const [head, ...lines] = decoded.text.split(/\r?\n/u);
  if (!decoded.marked || head !== LEDGER_HEAD) {
    return { entries: [], issues: [issue("ledger/head", { file, line: 1 }, {})] };
  }
  if (lines.at(-1) === "") lines.pop();
  return readLines(file, lines);
}

function readLines(file: string, lines: readonly string[]): ParsedLedger {
  const entries: LedgerEntry[] = [];
  const issues: Issue[] = [];
  let expected = 1;
  lines.forEach((text, index) => {
    const where = { file, line: index + 2 };
    const cut = text.lastIndexOf(",");
    const fields = decodeLine(text.slice(0, Math.max(cut, 0)));
    if (
      fields?.length !== LEDGER_COLUMNS.length + 1 ||
      checkCode(text.slice(0, cut)) !== text.slice(cut + 1)
    ) {
      issues.push(issue("ledger/changed-line", where, {}));
      expected += 1;
      return;
    }
    const number = Number(fields[0]);
    if (number !== expected) issues.push(issue("ledger/out-of-sequence", where, { number, expected }));
    expected = number + 1;
    const entry = entryOf(fields.slice(1));
    if (entry === null) issues.push(issue("ledger/changed-line", where, {}));
    else entries.push(entry);
  });
  return { entries, issues };
}

/** null where a field is none that the program writes: a line made up with a right check code. */
function entryOf(fields: readonly string[]): LedgerEntry | null {
  const text = (column: LedgerColumn) => fields[LEDGER_COLUMNS.indexOf(column)] ?? "";
  const kind = ENTRY_KINDS.find((each) => each === text("类型"));
  const numbers = NUMBER_COLUMNS.map((column) => text(column));
  const years = [text("年份"), text("报表年度")];
  if (kind === undefined || !years.every((year) => /^\d{4}$/u.test(year))) return null;
  if (!numbers.every((number) => /^(?:\d+(?:\.\d+)?)?$/u.test(number))) return null;
  if ((text("数值") === "") === ["数值", "分组", "未采用"].includes(kind)) return null;
  const number = (column: (typeof NUMBER_COLUMNS)[number]) => numberOf(text(column));
  return {
    kind,
    id: text("编号"),
    name: text("名称"),
    year: Number(text("年份")),
    grouping: text("分组") as Grouping | "",
    group: text("组别"),
    value: number("数值"),
    unit: text("计量单位"),
    numerator: countOf(number("分子"), text("分子单元格")),
    denominator: countOf(number("分母"), text("分母单元格")),
    reason: text("缺报原因"),
    remark: text("备注"),
    reporter: text("填报单位"),
    dataSource: text("数据来源"),
    source: { file: text("来源文件"), sheet: text("工作表"), cell: text("单元格") },
    display: text("单元格内容"),
    formYear: Number(text("报表年度")),
    time: text("采集时间"),
    sha256: text("SHA-256"),
    project: kind === "进展" ? projectOf(text, number("目标数"), number("完成数")) : null,
  };
}

const NUMBER_COLUMNS = ["数值", "分子", "分母", "目标数", "完成数"] as const;

function numberOf(text: string): Decimal | null {
  return text === "" ? null : decimal(text);
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
