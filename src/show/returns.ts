import { Chalk } from "chalk";
import { stringify } from "csv-stringify/sync";
import { displayWidth } from "../terminal/display-width.js";
import type { UnitSummary } from "../forms/collect/summary.js";
import type { Issue } from "../issues/issue.js";
import type { Terminal } from "../terminal/terminal.js";
import type { LayoutCell, SheetLayout } from "../workbook/write/layout.js";
import { pad } from "../terminal/columns.js";

/** How the returns of a year stand, for whoever has to chase them. */
export interface ReturnsReport {
  year: number;
  /** Lines this run added to the ledger. */
  added: number;
  units: readonly UnitSummary[];
  issues: readonly Issue[];
}

type Field = (summary: UnitSummary) => string | number;

const COLUMNS: readonly (readonly [heading: string, field: Field])[] = [
  ["责任单位", ({ unit }) => unit],
  ["状态", ({ state }) => state],
  ["应报", ({ expected }) => expected],
  ["已报", ({ received }) => received],
  ["缺报有原因", ({ excused }) => excused],
  ["缺报无原因", ({ missing }) => missing.length],
  ["应报项目", ({ projects }) => projects],
  ["未报项目", ({ projectsMissing }) => projectsMissing.length],
  ["差错", ({ errors }) => errors],
  ["待补编号", ({ missing, projectsMissing }) => [...missing, ...projectsMissing].join(" ")],
];

/** A table on a terminal, and beneath it what each unit still owes, by id. */
export function returnsTable({ units, year, added }: ReturnsReport, { colour }: Terminal): string {
  const chalk = new Chalk({ level: colour.out ? 1 : 0 });
  const columns = COLUMNS.slice(0, -1);
  const head = columns.map(([heading]) => heading);
  const rows = units.map((unit) => columns.map(([, field]) => String(field(unit))));
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => displayWidth(row[at] ?? ""))));
  const line = (row: readonly string[]) =>
    row.map((text, at) => pad(text, widths[at] ?? 0, at > 1 ? "right" : "left")).join("  ");
  const count = (state: UnitSummary["state"]) => units.filter((each) => each.state === state).length;
  const proposed = units.some(({ confirmed }) => !confirmed) ? "责任单位为建议名单，待确认。\n" : "";
  return [
    `${chalk.bold(`${year}年数据回收情况`)}\n${chalk.dim(line(head))}\n`,
    ...rows.map((row) => `${line(row)}\n`),
    owed(units),
    `\n本次入库${added}条。${units.length}个单位：齐全${count("齐全")}个，不齐${count("不齐")}个，未报${count("未报")}个。\n`,
    proposed,
  ].join("");
}

function owed(units: readonly UnitSummary[]): string {
  const lines = units
    .map(({ unit, missing, projectsMissing }) => ({ unit, ids: [...missing, ...projectsMissing] }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ unit, ids }) => `  ${unit}：${ids.join(" ")}\n`);
  return lines.length === 0 ? "" : `\n待补编号：\n${lines.join("")}`;
}

/** For Excel on a double click: UTF-8 with BOM, CRLF, texts that would be formulas disarmed. */
export function returnsCsv({ units }: ReturnsReport): string {
  const rows = units.map((unit) => COLUMNS.map(([, field]) => String(field(unit))));
  return stringify([COLUMNS.map(([heading]) => heading), ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

/** For other programs; `schemaVersion` goes up when a field changes meaning. */
export function returnsJson({ year, added, units, issues }: ReturnsReport): string {
  return `${JSON.stringify({ schemaVersion: 1, year, added, units, issues }, null, 2)}\n`;
}

/** A sheet to be printed or sent round. */
export function returnsSheet({ units, year }: ReturnsReport): SheetLayout {
  const last = COLUMNS.length;
  const heads = COLUMNS.map(([heading]) => cell(heading, "head"));
  const title = COLUMNS.map((_, at) => cell(at === 0 ? `${year}年数据回收情况` : "", "title"));
  const rows = units.map((unit) => COLUMNS.map(([, field]) => valueCell(field(unit))));
  return {
    name: "回收情况",
    widths: COLUMNS.map((_, at) => [22, 8][at] ?? (at === last - 1 ? 50 : 11)),
    rows: [title, heads, ...rows].map((cells) => ({ height: null, cells })),
    merges: [{ top: 1, left: 1, bottom: 1, right: last }],
    frozen: { rows: 2, columns: 1 },
    print: { landscape: true, repeatRows: { first: 2, last: 2 }, footer: "" },
  };
}

function cell(text: string, style: LayoutCell["style"]): LayoutCell {
  return { text, number: null, format: "", style };
}

function valueCell(value: string | number): LayoutCell {
  return typeof value === "number"
    ? { ...cell("", "number"), number: String(value), format: "0" }
    : cell(value, "text");
}
