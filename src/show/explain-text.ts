import { Chalk, type ChalkInstance } from "chalk";
import { displayWidth } from "../terminal/display-width.js";
import { natureName } from "../report/words/labels.js";
import type { Block, ExplainedIndicator, Explanation, Topic } from "../report/explain/explanation.js";
import type { Status } from "../score/scorecard.js";
import type { Terminal } from "../terminal/terminal.js";
import { NEVER_FIRST, unbroken } from "../terms/line-ends.js";
import { pad } from "../terminal/columns.js";
import { paintAlert, paintStatus } from "./paint.js";
import { ALERT } from "../terms/alert.js";
import { largest } from "../terms/long-lists.js";

/** Lines longer than this are hard to follow, however wide the terminal. */
const WIDEST = 110;
/** A terminal narrower than this gets lines of this width. */
const NARROWEST = 50;
const INDENT = "  ";

/** An explanation for a person at a terminal: a head, then blocks of labelled lines, wrapped and aligned. */
export function explanationText(explanation: Explanation, terminal: Terminal): string {
  const chalk = new Chalk({ level: terminal.colour.out ? 1 : 0 });
  const width = Math.max(NARROWEST, Math.min(WIDEST, terminal.width));
  const parts = explanation.parts.map((part) => partText(part, width, chalk));
  return [headText(explanation, width, chalk), blocksText(explanation, width, chalk), ...parts].join("");
}

function headText(explanation: Explanation, width: number, chalk: ChalkInstance): string {
  const { plan, domain, nature, alert, year } = explanation;
  const warned = alert === null ? "" : `　${paintAlert(alert, `${ALERT[alert].name}预警`, chalk)}`;
  return [
    chalk.bold(wrapped(`${explanation.id}　${titleOf(explanation)}　${year}年`, width)),
    chalk.dim(wrapped([plan.title, domain, natureName(nature)].join("　").trimEnd(), width)),
    `\n${statusText(explanation, chalk)}${warned}\n`,
    wrapped(explanation.reason, width),
  ].join("");
}

function partText(part: ExplainedIndicator, width: number, chalk: ChalkInstance): string {
  const rule = chalk.dim("─".repeat(Math.floor(width / displayWidth("─"))));
  const head = chalk.bold(wrapped(`${part.id}　${titleOf(part)}`, width));
  const said = `${statusText(part, chalk)}\n${wrapped(part.reason, width)}`;
  return `\n${rule}\n${head}${said}${blocksText(part, width, chalk)}`;
}

function titleOf({ name, unit }: ExplainedIndicator): string {
  return unit === "" ? name : `${name}（${unit}）`;
}

function statusText(
  { status, statusName }: { status: Status; statusName: string },
  chalk: ChalkInstance,
): string {
  return paintStatus(status, `【${statusName}】`, chalk);
}

/** Findings and what to do next come last and are what a person acts on. */
const STRESSED: readonly Topic[] = ["turns", "findings", "alert"];

function blocksText({ blocks }: ExplainedIndicator, width: number, chalk: ChalkInstance): string {
  return blocks.map((block) => `\n${heading(block, chalk)}\n${linesText(block, width, chalk)}`).join("");
}

function heading({ topic, heading: text }: Block, chalk: ChalkInstance): string {
  return STRESSED.includes(topic) ? chalk.bold.cyan(text) : chalk.bold(text);
}

function linesText({ lines }: Block, width: number, chalk: ChalkInstance): string {
  const widest = largest(lines.map(({ label }) => displayWidth(label)));
  const hanging = " ".repeat(INDENT.length + widest + 2);
  return lines
    .map(({ label, text }) => {
      const body = wrapped(text, width, hanging);
      return `${INDENT}${chalk.dim(pad(label, widest))}${body.slice(INDENT.length + widest)}`;
    })
    .join("");
}

/** Marks that may stand beyond the width rather than take what they close to the next line. */
const HANGING = new RegExp(`[${NEVER_FIRST}]+$`, "u");

/** Breaks a text to the width, every line after `margin`. */
function wrapped(text: string, width: number, margin = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const piece of unbroken(text)) {
    if (displayWidth(margin + line + piece.replace(HANGING, "")) > width && line !== "") {
      lines.push(line);
      line = /^\s$/u.test(piece) ? "" : piece;
    } else line += piece;
  }
  lines.push(line);
  return lines.map((each) => `${margin}${each.trimEnd()}\n`).join("");
}
