import { Chalk } from "chalk";
import { owedIn, type ReporterSummary } from "../forms/collect/summary.js";
import { gravestFirst } from "../issues/order.js";
import type { Issue } from "../issues/issue.js";
import type { Terminal } from "../terminal/terminal.js";
import type { LayoutCell, SheetLayout } from "../workbook/write/layout.js";
import { csvOf, listed, type AlignedColumn } from "./list.js";
import { cell } from "./text-sheet.js";

/** How the returns of a year stand, for whoever has to chase them. */
export interface ReturnsReport {
  year: number;
  /** Lines this run added to the ledger. */
  added: number;
  reporters: readonly ReporterSummary[];
  issues: readonly Issue[];
}

interface Column extends AlignedColumn<ReporterSummary> {
  /** Characters on the sheet. */
  width: number;
}

const count = (head: string, cell: (summary: ReporterSummary) => number): Column => ({
  head,
  width: 11,
  align: "right",
  cell,
});

const COLUMNS: readonly Column[] = [
  { head: "责任单位", width: 22, align: "left", cell: ({ reporter }) => reporter },
  { head: "状态", width: 8, align: "left", cell: ({ state }) => state },
  count("应报", ({ expected }) => expected),
  count("已报", ({ received }) => received),
  count("缺报有原因", ({ excused }) => excused),
  count("缺报无原因", ({ missing }) => missing.length),
  count("应报项目", ({ projects }) => projects),
  count("未报项目", ({ projectsMissing }) => projectsMissing.length),
  count("应报措施", ({ measures }) => measures),
  count("未报措施", ({ measuresMissing }) => measuresMissing.length),
  count("差错", ({ errors }) => errors),
];

/** What each reporter still owes: beneath the table on a terminal, its last column elsewhere. */
const OWED: Column = { head: "待补编号", width: 50, align: "left", cell: (each) => owedIn(each).join(" ") };

/** A table on a terminal, and beneath it what each reporter still owes, by id. */
export function returnsTable({ reporters, year, added }: ReturnsReport, { colour }: Terminal): string {
  const chalk = new Chalk({ level: colour.out ? 1 : 0 });
  const { head, lines } = listed(COLUMNS, reporters);
  const inState = (state: ReporterSummary["state"]) =>
    reporters.filter((each) => each.state === state).length;
  const proposed = reporters.some(({ confirmed }) => !confirmed) ? "责任单位为建议名单，待确认。\n" : "";
  return [
    `${chalk.bold(`${year}年数据回收情况`)}\n${chalk.dim(head)}\n`,
    ...lines.map((line) => `${line}\n`),
    owed(reporters),
    `\n本次入库${added}条。${reporters.length}个单位：齐全${inState("齐全")}个，不齐${inState("不齐")}个，未报${inState("未报")}个。\n`,
    proposed,
  ].join("");
}

function owed(reporters: readonly ReporterSummary[]): string {
  const lines = reporters
    .filter((each) => owedIn(each).length > 0)
    .map((each) => `  ${each.reporter}：${owedIn(each).join(" ")}\n`);
  return lines.length === 0 ? "" : `\n待补编号：\n${lines.join("")}`;
}

export function returnsCsv({ reporters }: ReturnsReport): string {
  return csvOf([...COLUMNS, OWED], reporters);
}

/**
 * For other programs; `schemaVersion` goes up when a field changes meaning. They know a reporter as a `unit`, the
 * word of the plan files.
 */
export function returnsJson({ year, added, reporters, issues: found }: ReturnsReport): string {
  const issues = gravestFirst(found);
  const units = reporters.map(({ reporter, ...standing }) => ({ unit: reporter, ...standing }));
  return `${JSON.stringify({ schemaVersion: 1, year, added, units, issues }, null, 2)}\n`;
}

/** A sheet to be printed or sent round. */
export function returnsSheet({ reporters, year }: ReturnsReport): SheetLayout {
  const columns = [...COLUMNS, OWED];
  const title = columns.map((_, at) => cell(at === 0 ? `${year}年数据回收情况` : "", "title"));
  const heads = columns.map(({ head }) => cell(head, "head"));
  const rows = reporters.map((each) => columns.map((column) => valueCell(column.cell(each))));
  return {
    name: "回收情况",
    widths: columns.map(({ width }) => width),
    rows: [title, heads, ...rows].map((cells) => ({ height: null, cells })),
    merges: [{ top: 1, left: 1, bottom: 1, right: columns.length }],
    frozen: { rows: 2, columns: 1 },
    print: { landscape: true, repeatRows: { first: 2, last: 2 }, footer: "" },
  };
}

function valueCell(value: string | number): LayoutCell {
  return typeof value === "number"
    ? { ...cell("", "number"), number: String(value), format: "0" }
    : cell(value, "text");
}
