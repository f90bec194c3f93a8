import type { Plan } from "../../plan/plan.js";
import type { Terms } from "../../plan/words/terms.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { meets } from "../../score/goal.js";
import type { OutcomeReason, RowTrend } from "../../score/method.js";
import { trendOf } from "../../score/row-trend.js";
import type { JudgedIndicator, ScoredIndicator, ScoredRow, Scorecard } from "../../score/scorecard.js";
import { FLAG_NAMES } from "../../terms/flag.js";
import { STATUS } from "../../terms/status.js";
import { judgedOf } from "../../plan/lookup.js";

/**
 * inTime: reached by the plan's last year at the present pace; late: soon after it; distant: in a year that nobody
 * would name; never; untold: no forecast. leaving: met now, and no longer in the plan's last year.
 */
export type Prospect = "inTime" | "late" | "distant" | "never" | "untold" | "leaving";

/** So many years after the plan's end a year is still named: what comes later is not foreseen by going on as before. */
const FORESEEN = 5;

/** The last year that a forecast names. */
export function horizonOf({ period }: Pick<Plan, "period">): number {
  return period.end + FORESEEN;
}

/** Where the present pace leads a numeric row. */
export interface Forecast {
  row: ScoredRow;
  scored: JudgedIndicator;
  trend: RowTrend;
  prospect: Prospect;
  /** Why there is no forecast; "" where there is one. */
  why: string;
}

/** A forecast for every row or part with a figure to reach, a value, and its target not met. */
export function forecastsOf({ rows, plan }: Scorecard): Forecast[] {
  return rows.flatMap((row) =>
    judgedOf(row)
      .filter(isUnmet)
      .map((scored) => forecastOf(row, scored, plan)),
  );
}

/** The rows and parts that meet their target now and that the present pace carries out of it. */
export function departuresOf({ rows, plan }: Scorecard): Forecast[] {
  return rows.flatMap((row) =>
    judgedOf(row)
      .filter(isJudgedNumeric)
      .map((scored): Forecast => ({
        row,
        scored,
        trend: trendOf(scored, plan),
        prospect: "leaving",
        why: "",
      }))
      .filter(({ scored: { goal, value }, trend }) => {
        const projected = trend.projection.value.value;
        return goal !== null && projected !== null && meets(goal, value) && !meets(goal, projected);
      }),
  );
}

/** Whether any row with a figure to reach has a value: without one there is nothing to say of its prospects. */
export function hasNumericData({ rows }: Scorecard): boolean {
  return rows.flatMap(judgedOf).some(isNumeric);
}

function isNumeric({ value, indicator }: ScoredIndicator): boolean {
  return value !== null && traitsOf(indicator.target).numeric;
}

function isJudgedNumeric(scored: ScoredIndicator): scored is JudgedIndicator {
  return isNumeric(scored);
}

function isUnmet(scored: ScoredIndicator): scored is JudgedIndicator {
  const { value, goal } = scored;
  return isNumeric(scored) && value !== null && goal !== null && !meets(goal, value);
}

function forecastOf(row: ScoredRow, scored: JudgedIndicator, plan: Scorecard["plan"]): Forecast {
  const trend = trendOf(scored, plan);
  const own = { row, scored, trend };
  const { value, reason } = trend.reachYear;
  if (value !== null) return { ...own, prospect: prospectIn(value, plan), why: "" };
  if (reason === "neverAtThisPace") return { ...own, prospect: "never", why: "" };
  return { ...own, prospect: "untold", why: outcomeReason(reason, plan) };
}

function prospectIn(year: number, plan: Plan): Prospect {
  if (year <= plan.period.end) return "inTime";
  return year <= horizonOf(plan) ? "late" : "distant";
}

/** The target is not met by the plan's last year at the present pace. */
export function isMissing({ prospect }: Forecast): boolean {
  return prospect === "late" || prospect === "distant" || prospect === "never";
}

/** Why a figure does not exist, in a reader's words. */
export function outcomeReason(reason: OutcomeReason, { terms }: Plan): string {
  const said = REASONS[reason];
  return typeof said === "string" ? said : said(terms);
}

const REASONS: Record<OutcomeReason, string | ((terms: Terms) => string)> = {
  noTarget: ({ named }) => `${named}未设数值目标`,
  noBaseline: "缺基期数据",
  noValue: "缺本年数据",
  fewerThanTwoPoints: "有数据的年份不足两年",
  zeroBase: "基期值为0",
  negativeBase: "基期值为负",
  signChange: "数值正负变号",
  zeroValue: "现值或目标值为0",
  baseEqualsTarget: "基期值等于目标值",
  baseMeetsTarget: FLAG_NAMES.metAtBaseline,
  noTimeElapsed: "基期即为本年",
  noTimeLeft: ({ span }) => `${span}已满`,
  smallNumbers: "事件数少、年度间波动大",
  alreadyMet: STATUS.achieved.name,
  notApplicable: "方法不适用",
  neverAtThisPace: "按目前速度不能达到",
};

/** A direction that is not kept: no pace leads to its target. */
export function isAgainst({ status, row }: ScoredRow): boolean {
  return status === "offTrack" && traitsOf(row.target).class === "directional";
}

/** Rows the present pace does not bring to their target in time, binding ones first. */
export function rowsMissing(forecasts: readonly Forecast[]): ScoredRow[] {
  const missing = forecasts.filter(isMissing);
  const rows = [...new Set(missing.map(({ row }) => row))];
  const binding = rows.filter(({ row }) => row.nature === "binding");
  return [...binding, ...rows.filter(({ row }) => row.nature !== "binding")];
}
