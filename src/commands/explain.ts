import { hasErrors, type Issue } from "../issues/issue.js";
import { explainRow } from "../report/explain/explain.js";
import { scorePlan } from "../score/score.js";
import type { Terminal } from "../terminal/terminal.js";
import { askedRow } from "./asked-row.js";
import { explanationText } from "../show/explain-text.js";
import { plansWithData, readInputFor, readPlans } from "../run/input.js";
import { settingsOf, type CommandOptions, type Surroundings } from "../run/settings.js";
import { issueCount } from "../show/show-issues.js";
import { EXIT, type ExitCode } from "../issues/error.js";

const CHOICES = { known: ["text", "json"], defaults: ["text"] };

/**
 * How one row came to its status, from the cell on, on stdout. Findings on the row's own cells are part of
 * the explanation; others are only counted. Returns 1 when plans or data have errors.
 */
export async function explain(
  asked: string,
  year: number,
  options: CommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const settings = settingsOf(options, surroundings, CHOICES);
  const { terminal } = surroundings;
  // A row that is none is told at once: reading a folder of workbooks takes its time.
  const plans = await readPlans(settings);
  const { plan, row, part } = askedRow(asked, plans.chosen);
  const { dataset, issues } = await readInputFor(plans, settings);
  plansWithData(year, [plan], dataset);
  const scored = scorePlan(plan, dataset, year).rows.find(({ id }) => id === row.id);
  if (scored === undefined) throw new Error(`row ${row.id} was not scored`);
  const explanation = explainRow(scored, { plan, dataset, issues }, part);
  terminal.out(
    settings.formats.includes("json")
      ? `${JSON.stringify(explanation, null, 2)}\n`
      : explanationText(explanation, terminal),
  );
  tellOthers(issues, terminal);
  return hasErrors(issues) ? EXIT.findings : EXIT.done;
}

function tellOthers(issues: readonly Issue[], terminal: Terminal): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length > 0) terminal.err(`数据或规划中共有${issueCount(errors)}，用 report validate 查看。\n`);
}
