import path from "node:path";
import { ensureWritable, writeOutputs, type NamedBytes } from "../files/outputs.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { differencesOf, type Compared, type Differences } from "../report/diff/differences.js";
import { comparedAt, pairsOf } from "../run/compared.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import { diffJson, diffSheets, diffText } from "../show/diff.js";

const CHOICES = { known: ["text", "json", "docx", "xlsx"], defaults: ["text"] };
const WORKBOOK = "报告比较.xlsx";
const WORD = "报告修改对照稿.docx";

/** What is different in the reports of two runs, or of a run and a published one. Returns 0 whatever it is. */
export async function diff(
  before: string,
  after: string,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  const [one, other] = await Promise.all([comparedAt(before), comparedAt(after)]);
  const asked = pairsOf(one, other).filter(
    ([{ report }]) => settings.planIds.length === 0 || settings.planIds.includes(report.plan.id),
  );
  if (asked.length === 0) {
    throw new ReportError(
      "两处没有同一规划、同一种报告可以比较",
      EXIT.usage,
      `“${before}”中有：${namesOf(one)}；“${after}”中有：${namesOf(other)}`,
    );
  }
  const found = asked.map(([a, b]) => differencesOf(a, b));
  if (settings.formats.includes("text")) terminal.out(diffText(found, terminal));
  if (settings.formats.includes("json")) terminal.out(diffJson(found));
  const outputs = [
    ...(settings.formats.includes("docx") ? [await wordOf(asked, settings.asOf)] : []),
    ...(settings.formats.includes("xlsx") ? [await workbookOf(found, settings.asOf)] : []),
  ];
  if (outputs.length > 0) {
    const folder = settings.outFolder ?? "out";
    await ensureWritable(folder);
    await writeOutputs(folder, outputs);
    for (const { name } of outputs) terminal.out(`已写出：${path.join(folder, name)}\n`);
  }
  return EXIT.done;
}

function namesOf(all: readonly { name: string }[]): string {
  return all.map(({ name }) => name).join("、");
}

async function workbookOf(found: readonly Differences[], date: string): Promise<NamedBytes> {
  const { writeWorkbook } = await import("../workbook/write/write.js");
  const facts = { title: "报告比较", author: "", date, produced: "报告比较" };
  return { name: WORKBOOK, bytes: await writeWorkbook(diffSheets(found), facts) };
}

/** The later text with the earlier one in tracked changes. */
async function wordOf(asked: readonly [Compared, Compared][], date: string): Promise<NamedBytes> {
  const [{ writeComparison }, { editsOf }] = await Promise.all([
    import("../word/memo/comparison.js"),
    import("../report/diff/edits.js"),
  ]);
  const all = asked.map(([before, after]) => {
    const parts = editsOf(before.report.statement, after.report.statement);
    return { ...differencesOf(before, after), parts };
  });
  return { name: WORD, bytes: await writeComparison(all, date) };
}
