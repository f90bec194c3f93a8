import { decimal, round } from "../../terms/decimal.js";
import { countsEvents, unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { poissonInterval } from "../../terms/poisson.js";
import type { Entry } from "../catalogue.js";
import type { Observation } from "../dataset.js";
import type { Check } from "./check.js";

/** The latest figure of a rate that rests on fewer events than the plan's `smallNumbers`, with its interval. */
export const smallNumbers: Check = ({ series }, { entries }) =>
  entries.flatMap((entry) => {
    const { indicator, judged, plan } = entry;
    const unit = unitOf(indicator.unit);
    const latest = series[indicator.id]?.at(-1);
    if (judged === null || unit.per === null || latest === undefined) return [];
    // A percentage is a share of many, which chance moves little unless the events are the bad ones.
    if (!countsEvents(unit) && traitsOf(judged.target).better !== "down") return [];
    const told = intervalOf(entry, latest, unit.per, plan.method.smallNumbers);
    return told === null ? [] : [told];
  });

function intervalOf({ indicator }: Entry, figure: Observation, per: number, limit: number) {
  const { numerator, denominator, year, source } = figure;
  if (numerator === null || denominator === null || denominator.value.isZero()) return null;
  if (!numerator.value.isInteger() || numerator.value.gte(limit)) return null;
  const { low, high } = poissonInterval(numerator.value.toNumber());
  const shown = (events: number): string => {
    const rate = decimal(per).div(denominator.value).times(events);
    const bounded = indicator.range.max?.lt(rate) ? indicator.range.max : rate;
    return round(bounded, indicator.decimals).toFixed(indicator.decimals);
  };
  const interval = `${shown(low)}—${shown(high)}${unitOf(indicator.unit).behind}`;
  const { name } = indicator;
  return issue("data/small-numbers", source, { name, year, events: numerator.display, limit, interval });
}
