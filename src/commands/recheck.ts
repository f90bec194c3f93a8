import path from "node:path";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { hasErrors, issue, type Issue } from "../issues/issue.js";
import { readInput } from "../run/input.js";
import { recheckFile, type RecheckedCopy } from "../run/recheck/recheck.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "../run/settings.js";
import { recheckJson, recheckText } from "../show/recheck.js";
import { opinionSheet } from "../show/opinions.js";
import { prettyIssues, tellErrors } from "../show/show-issues.js";
import { opinionsOf, type Clash, type Opinion } from "../word/compare/opinions.js";

const CHOICES = { known: ["text", "json", "xlsx"], defaults: ["text"] };
const WORKBOOK = "意见采纳情况表.xlsx";

/** Amended Word drafts held against the data. Returns 1 where a figure differs or a file could not be read. */
export async function recheck(
  files: readonly string[],
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  if (files.length === 0)
    throw new ReportError("没有写出要核对的修改稿", EXIT.usage, "如 report recheck 修改稿.docx");
  const input = await readInput(settings);
  tellErrors(input.issues, terminal);
  const copies: RecheckedCopy[] = [];
  // One after the other: each holds a whole document.
  for (const file of files) {
    terminal.progress(`正在核对 ${file}…`);
    copies.push(await recheckFile(file, input, settings));
  }
  terminal.progress("");
  const { opinions, clashes } = opinionsOf(copies);
  const clashing = clashes.map(clashIssue);
  if (settings.formats.includes("text"))
    terminal.out(`${recheckText(copies, terminal)}${prettyIssues(clashing, terminal.colour.out)}`);
  if (settings.formats.includes("json")) terminal.out(recheckJson(copies, clashing));
  if (settings.formats.includes("xlsx")) await writeOpinions(opinions, settings, surroundings);
  const found = copies.flatMap(({ findings }) => findings.map(({ issue }) => issue));
  return hasErrors(found) ? EXIT.findings : EXIT.done;
}

function clashIssue({ file, passage, others, text }: Clash): Issue {
  const where = { file, paragraph: passage.number, heading: passage.path.at(-1) ?? "" };
  return issue("word/clash", where, { others, text });
}

async function writeOpinions(
  opinions: readonly Opinion[],
  { outFolder, asOf }: Settings,
  { terminal }: Surroundings,
): Promise<void> {
  const { writeWorkbook } = await import("../workbook/write/write.js");
  const folder = outFolder ?? "out";
  const facts = { title: "意见采纳情况表", author: "", date: asOf, produced: "意见采纳情况表" };
  const bytes = await writeWorkbook([opinionSheet(opinions)], facts);
  await ensureWritable(folder);
  await writeOutputs(folder, [{ name: WORKBOOK, bytes }]);
  terminal.err(`已写出：${path.join(folder, WORKBOOK)}\n`);
}
