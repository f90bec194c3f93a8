import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { hasErrors } from "../issues/issue.js";
import { readInput } from "../run/input.js";
import { recheckFile, type RecheckedCopy } from "../run/recheck/recheck.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import { recheckJson, recheckText } from "../show/recheck.js";
import { tellErrors } from "../show/show-issues.js";

const CHOICES = { known: ["text", "json"], defaults: ["text"] };

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
  if (settings.formats.includes("text")) terminal.out(recheckText(copies, terminal));
  if (settings.formats.includes("json")) terminal.out(recheckJson(copies));
  const found = copies.flatMap(({ findings }) => findings.map(({ issue }) => issue));
  return hasErrors(found) ? EXIT.findings : EXIT.done;
}
