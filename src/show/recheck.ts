import { Chalk, type ChalkInstance } from "chalk";
import type { Issue } from "../issues/issue.js";
import type { Terminal } from "../terminal/terminal.js";
import { groupBy } from "../terms/group-by.js";
import type { Change } from "../word/compare/changes.js";
import type { PlacedComment } from "../word/compare/remarks.js";
import { withoutFigure, type Finding, type Rechecked } from "../word/compare/rechecked.js";
import { passagePlace } from "./passage-place.js";
import { prettyIssues } from "./show-issues.js";

/** For a person at a terminal: findings, every change by who made it, comments, and what was compared. */
export function recheckText(copies: readonly Rechecked[], { colour }: Terminal): string {
  const chalk = new Chalk({ level: colour.out ? 1 : 0 });
  return copies.map((copy) => copyText(copy, chalk, colour.out)).join("\n");
}

function copyText(copy: Rechecked, chalk: ChalkInstance, colour: boolean): string {
  const { file, claims, figures, changes, comments, findings, relooked } = copy;
  const issues = prettyIssues(
    findings.map(({ issue }) => issue),
    colour,
  );
  const checked =
    `程序生成的数 ${figures.checked}处：相符${figures.agree}，不符${figures.differ}，移动${figures.moved}，删去${figures.gone}\n` +
    `文字中的数 ${claims.checked}处：相符${claims.agree}，不符${claims.differ}，无法比对${claims.unmatched}\n`;
  return [
    `${chalk.bold(file)}\n`,
    issues,
    section(`修改 ${changes.length}处`, changesText(changes, chalk), chalk),
    section(`批注 ${comments.length}条`, comments.map((each) => commentText(each, chalk)).join(""), chalk),
    relooked === 0 ? "" : `另有格式修订${relooked}处，不影响文字\n`,
    figures.checked + claims.checked === 0 ? "" : checked,
  ].join("");
}

function section(heading: string, text: string, chalk: ChalkInstance): string {
  return text === "" ? "" : `${chalk.bold(heading)}\n${text}`;
}

function changesText(changes: readonly Change[], chalk: ChalkInstance): string {
  return [...groupBy(changes, ({ author }) => author)]
    .map(([author, own]) => `  ${authorName(author)}\n${own.map((each) => changeText(each, chalk)).join("")}`)
    .join("");
}

/** Who made a change; it may have been made without a trace. */
function authorName(author: string): string {
  return author === "" ? "未留痕的改动（没有打开修订，或修订已被接受）" : author;
}

const CHANGE_NAMES: Readonly<Record<Change["kind"], string>> = {
  edit: "改",
  insert: "增",
  delete: "删",
  move: "移",
};

function changeText({ kind, passage, inTable, before, after, date }: Change, chalk: ChalkInstance): string {
  const day = date === "" ? "" : `  ${date.slice(0, 16).replace("T", " ")}`;
  const head = `    ${CHANGE_NAMES[kind]}  ${passagePlace(passage, inTable)}${day}\n`;
  const line = (sign: string, text: string) => `      ${sign}${text.replaceAll("\n", "\n        ")}\n`;
  if (kind === "move") return `${head}${line("　", after || before)}`;
  return [
    head,
    before === "" ? "" : chalk.red(line("－", before)),
    after === "" ? "" : chalk.green(line("＋", after)),
  ].join("");
}

function commentText({ passage, author, text, quoted }: PlacedComment, chalk: ChalkInstance): string {
  const place = passage === null ? "" : passagePlace(passage);
  const on = quoted === "" ? "" : `“${quoted}”`;
  return `  ${author}  ${place}${on}\n    ${chalk.cyan(text.replaceAll("\n", "\n    "))}\n`;
}

/** For other programs; `schemaVersion` goes up when a field changes meaning. */
export function recheckJson(copies: readonly Rechecked[], clashes: readonly Issue[]): string {
  const clashing = clashes.map((issue) => withoutFigure(issue));
  const issues = [...copies.flatMap(({ findings }) => findings), ...clashing].map(issueJson);
  const json = { schemaVersion: 1, documents: copies.map(documentJson), issues };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function documentJson({ file, report, claims, figures, changes, comments }: Rechecked): object {
  return {
    file,
    plan: report?.plan ?? null,
    kind: report?.kind ?? null,
    year: report?.year ?? null,
    claims,
    figures,
    changes: changes.map(({ passage, kind, before, after, author, date }) => ({
      paragraph: passage.number,
      heading: passage.path.at(-1) ?? "",
      ...{ kind, before, after, author, date },
    })),
    comments: comments.map(({ passage, author, date, text, quoted }) => ({
      paragraph: passage?.number ?? null,
      ...{ author, date, text, quoted },
    })),
  };
}

/** A paragraph is told with each of its findings, of which a made one has thousands. */
const LONGEST_TEXT = 500;

function issueJson({ issue: { code, severity, message, hint, where }, text, ...about }: Finding): object {
  return { code, severity, message, hint, where, text: text.slice(0, LONGEST_TEXT), ...about };
}
