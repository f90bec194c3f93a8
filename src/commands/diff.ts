import path from "node:path";
import { ensureWritable, writeOutputs } from "../files/outputs.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import { differencesOf } from "../report/diff/differences.js";
import { comparedAt, pairsOf } from "../run/compared.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import { diffJson, diffSheets, diffText } from "../show/diff.js";

const CHOICES = { known: ["text", "json", "xlsx"], defaults: ["text"] };
const WORKBOOK = "报告比较.xlsx";

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
  if (settings.formats.includes("xlsx")) {
    const { writeWorkbook } = await import("../workbook/write/write.js");
    const folder = settings.outFolder ?? "out";
    const facts = { title: "报告比较", author: "", date: settings.asOf, produced: "报告比较" };
    const bytes = await writeWorkbook(diffSheets(found), facts);
    await ensureWritable(folder);
    await writeOutputs(folder, [{ name: WORKBOOK, bytes }]);
    terminal.out(`已写出：${path.join(folder, WORKBOOK)}\n`);
  }
  return EXIT.done;
}

function namesOf(all: readonly { name: string }[]): string {
  return all.map(({ name }) => name).join("、");
}
