import type { Dataset } from "../data/dataset.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { Nature, Plan, PlanRow } from "../plan/plan.js";
import { warningOf, worstWarning } from "./alerts.js";
import { joinParts } from "./compound.js";
import { scoreIndicator, type Scope } from "./indicator.js";
import { levelRatesOf } from "./higher-targets.js";
import { ratesOf } from "./rates.js";
import type { Scorecard, ScoredProject, ScoredRow } from "./scorecard.js";
import { tallyOf } from "./tally.js";

/** Scorecards already made: a report, its earlier years and the check of people's texts ask for the same ones. */
const SCORED = new WeakMap<Dataset, WeakMap<Plan, Map<number, Scorecard>>>();

/**
 * Scores every row of `plan` in `year` from the figures of `dataset`. Pure and exact; the order of the
 * figures changes nothing. Throws a ReportError for a year outside the plan's period.
 */
export function scorePlan(plan: Plan, dataset: Dataset, year: number): Scorecard {
  refuseOtherYears(plan, year);
  const byPlan = SCORED.get(dataset) ?? new WeakMap<Plan, Map<number, Scorecard>>();
  const byYear = byPlan.get(plan) ?? new Map<number, Scorecard>();
  const scorecard = byYear.get(year) ?? scoredAnew(plan, dataset, year);
  SCORED.set(dataset, byPlan.set(plan, byYear.set(year, scorecard)));
  return scorecard;
}

function scoredAnew(plan: Plan, dataset: Dataset, year: number): Scorecard {
  const rows = plan.rows.map((row) => scoreRow(row, { plan, dataset, year }));
  const ofNature = (nature: Nature) => rows.filter(({ row }) => row.nature === nature);
  return {
    plan,
    year,
    rows,
    tally: tallyOf(rows),
    byNature: {
      binding: tallyOf(ofNature("binding")),
      anticipated: tallyOf(ofNature("anticipated")),
    },
    byDomain: plan.domains.map(({ id }) => ({
      domain: id,
      tally: tallyOf(rows.filter(({ row }) => row.domain === id)),
    })),
    rates: ratesOf(rows),
    ratesByLevel: levelRatesOf(rows),
    ratesByNature: {
      binding: ratesOf(ofNature("binding")),
      anticipated: ratesOf(ofNature("anticipated")),
    },
    projects: joinProjects(plan, dataset, year),
  };
}

function refuseOtherYears({ shortTitle, period }: Plan, year: number): void {
  if (Number.isInteger(year) && year >= period.start && year <= period.end) return;
  throw new ReportError(
    `${year}年不在《${shortTitle}》的规划期内`,
    EXIT.usage,
    `请选${period.start}—${period.end}年中的一年`,
  );
}

function scoreRow(row: PlanRow, scope: Scope): ScoredRow {
  if (row.parts.length === 0) {
    const scored = scoreIndicator(row, scope);
    return { ...scored, row, ...warningOf(scored, row.nature), parts: [] };
  }
  const parts = row.parts.map((part) => scoreIndicator(part, scope));
  const scored = joinParts(row, scope.year, parts);
  return { ...scored, row, ...compoundWarning(scored, parts, row.nature), parts };
}

/** Parts without data give no warning of their own while another part has data. */
function compoundWarning(
  scored: ReturnType<typeof joinParts>,
  parts: ScoredRow["parts"],
  nature: Nature | null,
): ReturnType<typeof warningOf> {
  if (scored.status === "noData") return warningOf(scored, nature);
  return worstWarning(
    parts.filter(({ status }) => status !== "noData").map((part) => warningOf(part, nature)),
  );
}

function joinProjects(plan: Plan, dataset: Dataset, year: number): ScoredProject[] {
  return plan.projects.map((project) => ({
    project,
    progress: dataset.progress.find((each) => each.project === project.id && each.year === year) ?? null,
  }));
}
