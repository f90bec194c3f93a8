import { unitOf } from "../../terms/unit.js";
import type { Figure } from "../../data/dataset.js";
import type { Interval, RateEvidence } from "../../score/scorecard.js";
import { figure, type Scale, exact } from "../words/number.js";
import type { RowFacts } from "../row-facts.js";
import type { Line } from "./explanation.js";
import { cellText } from "../../issues/place.js";

/** 分子分母: both cells, the rate they give, its 95 % interval and the three-year rate. */
export function rateLines(facts: RowFacts): Line[] {
  const { scored, scale, plan } = facts;
  const { observation, rate } = scored;
  if (observation === null) return [];
  return [
    ...countLine("分子", observation.numerator),
    ...countLine("分母", observation.denominator),
    ...(rate === null ? quotientLine(facts) : evidenceLines(rate, scale, plan.method.smallNumbers)),
  ];
}

function countLine(label: string, count: Figure | null): Line[] {
  return count === null ? [] : [{ label, text: `${exact(count.value)}　${cellText(count.source)}` }];
}

/** Shares of many get no interval: what numerator and denominator give is all there is to say. */
function quotientLine({ scored, scale }: RowFacts): Line[] {
  const { numerator = null, denominator = null } = scored.observation ?? {};
  const { per } = unitOf(scored.indicator.unit);
  if (numerator === null || denominator === null || per === null || denominator.value.isZero()) return [];
  return [{ label: "重算", text: figure(scale, numerator.value.times(per).div(denominator.value)) }];
}

function evidenceLines(rate: RateEvidence, scale: Scale, few: number): Line[] {
  const { numerator, pooled } = rate;
  const small = numerator.value.lt(few) ? `；分子少于${few}，一两例就会使数值大幅变动` : "";
  const own = {
    label: "重算",
    text: `${figure(scale, rate.rate)}，95%置信区间${intervalText(rate.interval, scale)}${small}`,
  };
  if (pooled === null) return [own];
  const { years } = pooled;
  const text = `${years[0]}—${years.at(-1)}年合并为${figure(scale, pooled.rate)}，95%置信区间${intervalText(pooled.interval, scale)}`;
  return [own, { label: "三年合并", text }];
}

export function intervalText({ low, high }: Interval, scale: Scale): string {
  return `${figure(scale, low)}—${figure(scale, high)}`;
}
