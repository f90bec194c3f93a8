import { Chalk, type ChalkInstance } from "chalk";
import { SEVERITY_NAMES } from "../issues/definition.js";
import { isExcusableError, type Issue, type Place, type Severity } from "../issues/issue.js";
import { gravestFirst } from "../issues/order.js";
import type { Terminal } from "../terminal/terminal.js";
import { cellText } from "../issues/place.js";

const SEVERITIES = Object.keys(SEVERITY_NAMES) as readonly Severity[];

/** "监测数据.xlsx“指标数据”H5", "plans/women.yaml:12:7" */
export function placeText(where: Place | null): string {
  if (where === null) return "";
  if (where.line === undefined) return cellText(where);
  return [where.file, where.line, ...(where.column === undefined ? [] : [where.column])].join(":");
}

/** Findings as a person reads them, the gravest first, with the place, the frame and the next step. */
export function prettyIssues(issues: readonly Issue[], colour: boolean): string {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return gravestFirst(issues)
    .map((each) => prettyIssue(each, chalk))
    .join("");
}

function prettyIssue(each: Issue, chalk: ChalkInstance): string {
  const paint = { error: chalk.red, warning: chalk.yellow, note: chalk.cyan }[each.severity];
  const place = placeText(each.where);
  const head = `${paint(SEVERITY_NAMES[each.severity])} ${place === "" ? "" : `${chalk.bold(place)}：`}${each.message}`;
  const frame = each.frame === "" ? "" : `${indent(each.frame)}\n`;
  const hint = each.hint === "" ? "" : `${indent(chalk.dim(`→ ${each.hint}`))}\n`;
  return `${head} ${chalk.dim(each.code)}\n${frame}${hint}`;
}

function indent(text: string): string {
  return text.replace(/^/gmu, "    ");
}

/** "3个错误、12个提醒、5个说明"; "" where there are no findings. */
export function issueCount(issues: readonly Issue[]): string {
  return SEVERITIES.map((severity) => ({
    severity,
    count: issues.filter((each) => each.severity === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count}个${SEVERITY_NAMES[severity]}`)
    .join("、");
}

/** What to do where a doubted figure is right after all; "" where none is doubted so that it stops a report. */
export function excuseHint(issues: readonly Issue[]): string {
  return issues.some(isExcusableError)
    ? "存疑的数经核实属实的，在 manifest.yaml 的 silences 中写明代码、位置和理由，即不再提示。"
    : "";
}

/** "另有12个问题未列出：监测数据.xlsx 10个，区教委.xlsx 2个" */
export function leftOut(left: readonly { file: string; count: number }[]): string {
  const total = left.reduce((sum, { count }) => sum + count, 0);
  const files = left.map(({ file, count }) => `${file || "未指明文件"} ${count}个`);
  return `另有${total}个问题未列出：${files.join("，")}`;
}

/** Every finding in full on stderr: those that `report validate` cannot show, because they are about a printed page. */
export function tellAll(issues: readonly Issue[], terminal: Terminal): void {
  terminal.err(prettyIssues(issues, terminal.colour.err));
}

/**
 * Errors in full on stderr; warnings and notes are counted, and named in full by `report validate`.
 * A person with a deadline sees what stops him first.
 */
export function tellErrors(issues: readonly Issue[], terminal: Terminal): void {
  const errors = issues.filter((each) => each.severity === "error");
  terminal.err(prettyIssues(errors, terminal.colour.err));
  const rest = issues.filter((each) => each.severity !== "error");
  if (rest.length > 0) terminal.err(`另有${issueCount(rest)}，用 report validate 查看。\n`);
}
