import type { Dataset } from "../../data/dataset.js";
import { meets } from "../../score/goal.js";
import { nameOf, type RowFacts } from "../row-facts.js";
import { figure } from "../words/number.js";
import type { Line } from "./explanation.js";
import { difference, exact } from "./formula.js";
import { placeOf } from "./places.js";
import { comparatorAtBaseline } from "./turning-points.js";

/** 对照: the other row's or series' figure of the same year, the gap now, and the gap in the baseline's year. */
export function comparatorSteps(facts: RowFacts, dataset: Dataset): Line[] {
  const { target } = facts.scored.indicator;
  if (target.kind !== "relativeTo" && target.kind !== "matches") return [];
  const id = target.kind === "relativeTo" ? target.row : target.series;
  const { comparator, year } = facts.scored;
  const name = `${id}${nameOf(facts.plan, id)}`;
  if (comparator === null) return [{ label: "对照", text: `${name}缺${year}年数据` }];
  return [
    {
      label: "对照",
      text: `${name}${year}年${figure(facts.scale, comparator.value)}${cellText(id, year, dataset)}`,
    },
    ...nowLine(facts),
    ...thenLine(facts, dataset),
  ];
}

function cellText(id: string, year: number, dataset: Dataset): string {
  const found = (dataset.series[id] ?? []).find((each) => each.year === year);
  return found === undefined ? "" : `　${placeOf(found.source)}`;
}

function nowLine({ scored }: RowFacts): Line[] {
  const { comparator, value, goal } = scored;
  if (comparator === null || value === null || goal?.low == null) return [];
  const met = meets(goal, value) ? "不低于要求" : "低于要求";
  const asked = goal.low.eq(comparator.value) ? "" : `；允许差距后要求${exact(goal.low)}`;
  return [
    { label: "本年差距", text: `${difference(comparator.value, value)}${asked}；${exact(value)}${met}` },
  ];
}

function thenLine(facts: RowFacts, dataset: Dataset): Line[] {
  const { scored, plan } = facts;
  const { baseline, goal, value, comparator } = scored;
  if (baseline === null || goal === null || value === null || comparator === null || meets(goal, value))
    return [];
  const then = comparatorAtBaseline(scored, { plan, dataset });
  if (then === null) return [{ label: "基期差距", text: `缺${baseline.year}年对照数据` }];
  const [before, now] = [then.minus(baseline.value), comparator.value.minus(value)];
  const moved = now.lt(before) ? "缩小" : now.eq(before) ? "没有变化" : "扩大";
  return [{ label: "基期差距", text: `${baseline.year}年${difference(then, baseline.value)}，差距${moved}` }];
}
