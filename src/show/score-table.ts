import { Chalk, type ChalkInstance } from "chalk";
import { displayWidth } from "../terminal/display-width.js";
import type { ScoreLine } from "../report/exports/score-rows.js";
import { hasNatures } from "../plan/lookup.js";
import type { Scorecard } from "../score/scorecard.js";
import type { Terminal } from "../terminal/terminal.js";
import { clip, pad } from "../terminal/columns.js";
import { headline } from "./headline.js";
import type { ListColumn } from "./list.js";
import { paintAlert, paintStatus } from "./paint.js";
import { largest } from "../terms/long-lists.js";

interface Column extends ListColumn<ScoreLine> {
  align: "left" | "right";
  cell: (line: ScoreLine) => string;
  paint: (text: string, line: ScoreLine, chalk: ChalkInstance) => string;
  /** Columns that may be cut when the terminal is narrow: the least wide they may become. */
  least?: number;
}

const plain: Column["paint"] = (text) => text;

const COLUMNS: readonly Column[] = [
  { head: "编号", align: "left", cell: ({ id }) => id, paint: plain },
  {
    head: "指标",
    align: "left",
    cell: ({ name, unit, codes }) =>
      `${codes.binding ? "★" : "　"}${name}${unit === "" ? "" : `（${unit}）`}`,
    paint: (text, { codes }, chalk) => (codes.binding ? chalk.bold(text) : text),
    least: 30,
  },
  { head: "目标", align: "left", cell: ({ target }) => target, paint: plain, least: 12 },
  { head: "基期", align: "right", cell: ({ baseline }) => baseline, paint: plain },
  { head: "上年", align: "right", cell: ({ previous }) => previous, paint: plain },
  {
    head: "本年",
    align: "right",
    cell: ({ value }) => value,
    paint: (text, _line, chalk) => chalk.bold(text),
  },
  {
    head: "状态",
    align: "left",
    cell: ({ status }) => status,
    paint: (text, { codes }, chalk) => paintStatus(codes.status, text, chalk),
  },
  {
    head: "预警",
    align: "left",
    cell: ({ alert }) => alert,
    paint: (text, { codes }, chalk) => (codes.alert === null ? text : paintAlert(codes.alert, text, chalk)),
  },
];

const GAP = "  ";

/** A plan's scorecard for a person at a terminal: by domain, 约束性 first, with the tallies below. */
export function scoreTable(scorecard: Scorecard, lines: readonly ScoreLine[], terminal: Terminal): string {
  const chalk = new Chalk({ level: terminal.colour.out ? 1 : 0 });
  const widths = fit(lines, terminal.width);
  const head = COLUMNS.map(({ head: text, align }, index) => pad(text, widths[index] ?? 0, align)).join(GAP);
  const domains = [...new Set(lines.map(({ domain }) => domain))];
  const body = domains.map((domain) => {
    const own = bindingFirst(lines.filter((line) => line.domain === domain));
    return `${chalk.bold.underline(domain)}\n${own.map((line) => row(line, widths, chalk)).join("")}`;
  });
  const { plan, year } = scorecard;
  return `${chalk.bold(`${plan.title}　${year}年`)}\n\n${chalk.dim(head)}\n${body.join("\n")}\n${headline(scorecard, chalk)}${hasNatures(plan) ? "  ★为约束性指标\n" : ""}\n`;
}

function bindingFirst(lines: readonly ScoreLine[]): ScoreLine[] {
  return [...lines.filter(({ codes }) => codes.binding), ...lines.filter(({ codes }) => !codes.binding)];
}

function row(line: ScoreLine, widths: readonly number[], chalk: ChalkInstance): string {
  const cells = COLUMNS.map(({ cell, paint, align }, index) => {
    const width = widths[index] ?? 0;
    return paint(pad(clip(cell(line), width), width, align), line, chalk);
  });
  return `${cells.join(GAP).trimEnd()}\n`;
}

/** Each column as wide as its widest text; the columns that may be cut give way on a narrow terminal. */
function fit(lines: readonly ScoreLine[], available: number): number[] {
  const widths = COLUMNS.map(({ head, cell }) =>
    largest(
      lines.map((line) => displayWidth(cell(line))),
      displayWidth(head),
    ),
  );
  for (const [index, { least }] of COLUMNS.entries()) {
    const excess = widths.reduce((sum, width) => sum + width, GAP.length * (COLUMNS.length - 1)) - available;
    if (least !== undefined && excess > 0) widths[index] = Math.max(least, (widths[index] ?? 0) - excess);
  }
  return widths;
}
