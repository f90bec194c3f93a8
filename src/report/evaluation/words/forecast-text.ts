import type { Decimal } from "../../../terms/decimal.js";
import type { Plan } from "../../../plan/plan.js";
import type { JudgedIndicator } from "../../../score/scorecard.js";
import type { RowTrend } from "../../../score/method.js";
import { gapPhrase, goalPhrase } from "../../words/goal-text.js";
import { figure, NOT_APPLICABLE } from "../../words/number.js";
import { factsOf, type JudgedFacts, type RowFacts } from "../../row-facts.js";
import type { Forecast } from "../forecast.js";

/** How a projection was drawn, in words. */
export const METHODS: Record<RowTrend["projection"]["method"], string> = {
  linear: "直线外推",
  cagr: "按年均变化率外推",
  reported: "实际值",
};

/** The row as it would stand in the plan's last year: shown with the digits that agree with its target. */
export function projectedFacts({ scored, trend }: Forecast, plan: Plan): JudgedFacts | null {
  const value = trend.projection.value.value;
  return value === null ? null : factsOf(atEnd(scored, value, plan), plan);
}

function atEnd(scored: JudgedIndicator, value: Decimal, { period }: Plan): JudgedIndicator {
  return { ...scored, value, year: period.end };
}

/**
 * 适龄妇女宫颈癌人群筛查率2030年预计为64.58%（直线外推），距2030年目标值（≥70%）还差5.42个百分点，按目前速度预计2033年达到. "" where
 * there is no forecast.
 */
export function forecastText(forecast: Forecast, plan: Plan): string {
  const facts = projectedFacts(forecast, plan);
  if (forecast.prospect === "untold" || facts === null) return "";
  const { scored, trend } = forecast;
  const { end } = plan.period;
  const projected = `${scored.indicator.name}${end}年预计为${figure(facts.scale, facts.scored.value)}`;
  const clauses = [
    `${projected}（${METHODS[trend.projection.method]}）`,
    forecast.prospect === "inTime" ? "" : gapPhrase(facts),
    reachClause(forecast, facts),
    scored.flags.includes("doubtfulBaseline") ? "基期数据存疑，仅供参考" : "",
  ];
  return clauses.filter((clause) => clause !== "").join("，");
}

function reachClause({ prospect, trend }: Forecast, facts: RowFacts): string {
  if (prospect === "never") return "按目前速度不能达到";
  if (prospect === "late") return `按目前速度预计${trend.reachYear.value}年达到`;
  return `按目前速度预计${trend.reachYear.value}年达到${goalPhrase(facts)}`;
}

/** 2033年, 不能达到 or — with no forecast. */
export function reachText({ prospect, trend }: Forecast): string {
  if (prospect === "untold") return NOT_APPLICABLE;
  return prospect === "never" ? "不能达到" : `${trend.reachYear.value}年`;
}
