import { decimal, type Decimal } from "../../../terms/decimal.js";
import { isPercent, unitOf } from "../../../terms/unit.js";
import type { Plan } from "../../../plan/plan.js";
import type { JudgedIndicator } from "../../../score/scorecard.js";
import type { RowTrend } from "../../../score/method.js";
import { gapPhrase } from "../../words/goal-text.js";
import { figure, NOT_APPLICABLE } from "../../words/number.js";
import { factsOf, type JudgedFacts } from "../../row-facts.js";
import { groupingOf } from "../../words/row-notes.js";
import { joined } from "../../words/rules/rule-words.js";
import { nameList } from "../../words/wording.js";
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

/** 孕产妇系统管理率2025年为95.00%，2030年预计为93.00%，距94%的目标还差1.00个百分点: what meets its target now and will not at this pace. */
export function leavingText(forecast: Forecast, plan: Plan): string {
  const facts = projectedFacts(forecast, plan);
  if (facts === null) return "";
  const { scored } = forecast;
  const { end } = plan.period;
  const now = figure(facts.scale, scored.value);
  const then = figure(facts.scale, facts.scored.value);
  return joined(`${nameOf(forecast)}${scored.year}年为${now}`, `${end}年预计为${then}`, gapPhrase(facts));
}

/** The row or part; of one that is judged by its sites, its weakest. */
export function nameOf({ scored }: Forecast): string {
  const weakest = scored.groups === null ? "" : `（最低的${groupingOf(scored.indicator)}）`;
  return `${scored.indicator.name}${weakest}`;
}

/** 九年义务教育巩固率的预测值以100%为限。: what the pace would have carried beyond a natural limit, or to it; "" for none. */
export function limitNote(forecasts: readonly Forecast[]): string {
  const limits = forecasts.flatMap((forecast) => {
    const limit = limitOf(forecast);
    return limit === null ? [] : [{ name: forecast.scored.indicator.name, limit }];
  });
  const told = [...new Set(limits.map(({ limit }) => limit))].map((limit) => {
    const names = limits.filter((each) => each.limit === limit).map(({ name }) => name);
    return `${nameList(names)}的预测值以${limit}为限`;
  });
  return told.length === 0 ? "" : `${told.join("；")}。`;
}

/** 100%: the limit at which the projection ends; null where it runs free. */
function limitOf({ scored, trend, prospect }: Forecast): string | null {
  const value = prospect === "untold" ? null : trend.projection.value.value;
  const { range, unit } = scored.indicator;
  const full = isPercent(unitOf(unit)) ? FULL : null;
  const limit = [range.min, range.max, full].find((each) => each !== null && value?.eq(each) === true);
  return limit == null || scored.value.eq(limit) ? null : `${limit.toFixed()}${unitOf(unit).behind}`;
}

const FULL = decimal(100);

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
