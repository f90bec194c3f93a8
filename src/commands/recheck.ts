import path from "node:path";
import type { Dataset } from "../data/dataset.js";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { hasErrors, issue, type Issue } from "../issues/issue.js";
import { readInput } from "../run/input.js";
import { generated } from "../run/own-words.js";
import { placeIn } from "../run/recheck/claims.js";
import { originals } from "../run/recheck/original.js";
import { recheckFile, type RecheckedCopy } from "../run/recheck/recheck.js";
import { writeSections } from "../run/recheck/narrative-file.js";
import { writeBack } from "../run/recheck/write-back.js";
import { reportId } from "../run/report-id.js";
import { renewedText } from "../run/save-narrative.js";
import { settingsOf, type CommandOptions, type Settings, type Surroundings } from "../run/settings.js";
import { recheckJson, recheckText } from "../show/recheck.js";
import { opinionSheet } from "../show/opinions.js";
import { prettyIssues, tellErrors } from "../show/show-issues.js";
import { groupBy } from "../terms/group-by.js";
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
  const originalFor = originals(input, settings);
  const copies: RecheckedCopy[] = [];
  // One after the other: each holds a whole document.
  for (const file of files) {
    terminal.progress(`正在核对 ${file}…`);
    copies.push(await recheckFile(file, input, originalFor));
  }
  terminal.progress("");
  const { opinions, clashes } = opinionsOf(copies);
  const clashing = clashes.map(clashIssue);
  if (settings.formats.includes("text"))
    terminal.out(`${recheckText(copies, terminal)}${prettyIssues(clashing, terminal.colour.out)}`);
  if (settings.formats.includes("json")) terminal.out(recheckJson(copies, clashing));
  if (settings.formats.includes("xlsx")) await writeOpinions(opinions, settings, surroundings);
  if (options.write === true) await writeAll(copies, input.dataset, settings, surroundings);
  const found = copies.flatMap(({ findings }) => findings.map(({ issue }) => issue));
  return hasErrors(found) ? EXIT.findings : EXIT.done;
}

/** People's changes of each report into its narrative file; what is not written is told. */
async function writeAll(
  copies: readonly RecheckedCopy[],
  dataset: Dataset,
  { dataFolder, demo }: Settings,
  { terminal }: Surroundings,
): Promise<void> {
  if (demo)
    throw new ReportError("示例数据不能写回", EXIT.usage, "--write 写入自己的数据文件夹，请去掉 --demo");
  const known = copies.filter(({ original }) => original !== null);
  const editions = [...groupBy(known, ({ report }) => JSON.stringify(report)).values()];
  const isPublic = ([copy]: readonly RecheckedCopy[]): number => (copy?.report?.edition === "public" ? 1 : 0);
  // Both editions of a report have one narrative file.
  const taken = new Map<string, Set<string>>();
  for (const own of editions.toSorted((a, b) => isPublic(a) - isPublic(b))) {
    const [first] = own;
    if (first === undefined || first.original === null || first.report === null) continue;
    const { original, report } = first;
    const name = reportId({ ...report, edition: "internal" });
    const { sections, left } = writeBack(original, own, taken.get(name));
    taken.set(name, new Set([...(taken.get(name) ?? []), ...sections.keys()]));
    const { kind, year, edition } = report;
    const { plan, narrative } = original;
    const { texts } = await generated(kind, plan, dataset, year);
    const { captions } = await generated(kind, plan, dataset, year, { edition, narrative });
    const { file, headings, unsound, renewed } = await writeSections(dataFolder, original, report, sections, {
      texts,
      captions,
    });
    const told = left.map(({ file: copy, passage, text, why }) =>
      issue("word/not-written", placeIn(copy, passage), { text, why }),
    );
    terminal.err(prettyIssues(told, terminal.colour.err));
    if (unsound.length > 0) terminal.err(`没有写回，请手工改：${unsound.join("、")}\n`);
    terminal.err(renewedText(renewed));
    terminal.err(
      headings.length === 0
        ? "没有要写回的文字。\n"
        : `已写回 ${path.join(dataFolder, file)}：${headings.join("、")}\n`,
    );
  }
}

function clashIssue({ file, passage, others, text }: Clash): Issue {
  return issue("word/clash", placeIn(file, passage), { others, text });
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
