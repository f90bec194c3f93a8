import { Chalk } from "chalk";
import type { Differences } from "../report/diff/differences.js";
import type { Terminal } from "../terminal/terminal.js";
import { groupBy } from "../terms/group-by.js";
import type { SheetLayout } from "../workbook/write/layout.js";
import { textSheet } from "./text-sheet.js";

/** For a person at a terminal: figures, statuses and sentences of each report, what was before what is. */
export function diffText(all: readonly Differences[], { colour }: Terminal): string {
  const chalk = new Chalk({ level: colour.out ? 1 : 0 });
  return all.map((each) => reportText(each, chalk)).join("\n");
}

function reportText(
  { before, after, figures, statuses, sentences }: Differences,
  chalk: InstanceType<typeof Chalk>,
): string {
  const title = before.name === after.name ? `《${after.name}》` : `《${before.name}》与《${after.name}》`;
  const change = (from: string, to: string) => `${from || "（无）"} → ${chalk.bold(to || "（无）")}`;
  const figureLines = figures.map(
    ({ indicator, name, year, group, from, to }) =>
      `  ${indicator} ${name}${group === "" ? "" : `（${group}）`} ${year}年  ${change(from, to)}\n`,
  );
  const statusLines = statuses.map(({ id, name, from, to }) => `  ${id} ${name}  ${change(from, to)}\n`);
  const parts = [...groupBy(sentences, ({ part }) => part)].map(([part, own]) => {
    const lines = own.map(
      ({ from, to }) =>
        `${from === "" ? "" : `    ${chalk.red(`－${from}`)}\n`}${to === "" ? "" : `    ${chalk.green(`＋${to}`)}\n`}`,
    );
    return `  ${part}\n${lines.join("")}`;
  });
  const none = figures.length + statuses.length + sentences.length === 0;
  return [
    `${chalk.bold(title)}\n  原：${before.label}\n  现：${after.label}\n`,
    none ? `${NONE}。\n` : "",
    section(`数：${figures.length}处不同`, figureLines),
    section(`状态：${statuses.length}项不同`, statusLines),
    section(`文字：${sentences.length}处不同`, parts),
  ].join("");
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${heading}\n${lines.join("")}`;
}

/** For other programs; `schemaVersion` goes up when a field changes meaning. */
export function diffJson(all: readonly Differences[]): string {
  return `${JSON.stringify({ schemaVersion: 1, reports: all }, null, 2)}\n`;
}

const NONE = "没有不同";

/** A sheet each for figures, statuses and sentences. */
export function diffSheets(all: readonly Differences[]): SheetLayout[] {
  const rowsOf = (lines: (each: Differences) => readonly (readonly string[])[]) =>
    all.flatMap((each) => lines(each).map((line) => [each.after.name, ...line]));
  return [
    textSheet(
      "数",
      { 报告: 36, 编号: 8, 指标名称: 40, 年份: 8, 分组: 16, 原: 14, 现: 14 },
      rowsOf(({ figures }) =>
        figures.map(({ indicator, name, year, group, from, to }) => [
          indicator,
          name,
          `${year}年`,
          group,
          from,
          to,
        ]),
      ),
      NONE,
    ),
    textSheet(
      "状态",
      { 报告: 36, 编号: 8, 名称: 40, 原: 14, 现: 14 },
      rowsOf(({ statuses }) => statuses.map(({ id, name, from, to }) => [id, name, from, to])),
      NONE,
    ),
    textSheet(
      "文字",
      { 报告: 36, 章节: 20, 原: 60, 现: 60 },
      rowsOf(({ sentences }) => sentences.map(({ part, from, to }) => [part, from, to])),
      NONE,
    ),
  ];
}
