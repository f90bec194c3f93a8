import type { Decimal } from "../../../terms/decimal.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Plan } from "../../../plan/plan.js";
import type { JudgedIndicator } from "../../../score/scorecard.js";
import type { RowTrend } from "../../../score/method.js";
import { gapPhrase, goalFigure, goalTail, isToldFromMiddle } from "../../words/goal-text.js";
import { figureWords } from "../../words/kind-words.js";
import { figure, NOT_APPLICABLE } from "../../words/number.js";
import { factsOf, type JudgedFacts } from "../../row-facts.js";
import { groupingOf } from "../../words/row-notes.js";
import { horizonOf, type Forecast, type Prospect } from "../forecast.js";

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
 * 适龄妇女宫颈癌人群筛查率2030年预计为64.58%，距70%的目标还差5.42个百分点，2033年才能达到; what is reached in time is told by the year.
 * "" where there is no forecast. That it goes on as it went stands in the heading, how it was drawn in the table.
 */
export function forecastText(forecast: Forecast, plan: Plan): string {
  const facts = projectedFacts(forecast, plan);
  if (forecast.prospect === "untold" || facts === null) return "";
  const { scored, trend, prospect } = forecast;
  const weakest = scored.groups === null ? "" : `（最低的${groupingOf(scored.indicator)}）`;
  const name = `${scored.indicator.name}${weakest}`;
  // A band between two figures is nothing that is reached.
  const reaches = traitsOf(scored.indicator.target).pairedCounts ? "进入" : "达到";
  if (prospect === "inTime") {
    return `${name}预计${trend.reachYear.value}年${below(facts) || `${reaches}${goalFigure(facts)}`}${goalTail(facts)}`;
  }
  const { end } = plan.period;
  if (prospect === "leaving") {
    const now = figure(facts.scale, scored.value);
    return `${name}${scored.year}年为${now}，${end}年预计为${figure(facts.scale, facts.scored.value)}，${gapPhrase(facts)}`;
  }
  const untold = isToldFromMiddle(scored.indicator.target);
  const reach = prospect === "late" && !untold ? `${trend.reachYear.value}年才能${reaches}` : "";
  const clauses = [
    `${name}${end}年预计为${figure(facts.scale, facts.scored.value)}`,
    gapPhrase(facts),
    reach,
  ];
  return clauses.filter((clause) => clause !== "").join("，");
}

/** 实现低于0.1‰, 达到38%以下: where less is better the figure itself is nothing to be reached; "" elsewhere. */
function below(facts: JudgedFacts): string {
  const { target } = facts.scored.indicator;
  if (traitsOf(target).better !== "down" || !traitsOf(target).numeric) return "";
  const stands = figureWords(target).stands?.(target) ?? "";
  return facts.scored.goal?.highStrict === true
    ? `实现${stands}${goalFigure(facts)}`
    : `达到${goalFigure(facts)}以下`;
}

/** 2033年, 2035年以后, 不能达到 or — with no forecast. */
export function reachText({ prospect, trend }: Forecast, plan: Plan): string {
  return REACHED[prospect](trend, plan);
}

const inYear = ({ reachYear }: RowTrend): string => `${reachYear.value}年`;
const unsaid = (): string => NOT_APPLICABLE;

const REACHED: Record<Prospect, (trend: RowTrend, plan: Plan) => string> = {
  inTime: inYear,
  late: inYear,
  distant: (_, plan) => `${horizonOf(plan)}年以后`,
  never: () => "不能达到",
  untold: unsaid,
  leaving: unsaid,
};
