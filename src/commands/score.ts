import { hasErrors, type Issue } from "../issues/issue.js";
import { scoreRows } from "../report/exports/score-rows.js";
import { scorecardText } from "../report/exports/scorecard-json.js";
import { scorePlan } from "../score/score.js";
import { plansWithData, readInput } from "../run/input.js";
import { scoreCsv } from "../show/score-csv.js";
import { scoreTable } from "../show/score-table.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import { tellAll, tellErrors } from "../show/show-issues.js";
import { EXIT, type ExitCode } from "../issues/error.js";

const CHOICES = { known: ["table", "json", "csv"], defaults: ["table"] };

/**
 * The scorecard of every chosen plan on stdout. Findings do not keep it from being shown: refused cells
 * count as 缺项. Returns 1 when there are errors (or, with --strict, warnings).
 */
export async function score(
  year: number,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  const input = await readInput(settings);
  const { ready, issues: absent } = plansWithData(year, input.chosen, input.dataset);
  const issues = [...input.issues, ...absent];
  const scorecards = ready.map((plan) => scorePlan(plan, input.dataset, year));
  const format = settings.formats[0] ?? "table";
  const { status } = input.dataset.manifest;
  if (format === "json") terminal.out(scorecardText(scorecards, issues, status));
  if (format === "csv")
    terminal.out(scoreCsv(scorecards.map((each) => ({ scorecard: each, lines: scoreRows(each) }))));
  if (format === "table") {
    for (const card of scorecards) terminal.out(scoreTable(card, scoreRows(card), terminal));
  }
  tellAll(absent, terminal);
  tellErrors(input.issues, terminal);
  return failed(issues, settings.strict) ? EXIT.findings : EXIT.done;
}

function failed(issues: readonly Issue[], strict: boolean): boolean {
  return hasErrors(issues) || (strict && issues.some((each) => each.severity === "warning"));
}
