import type { Dataset } from "../../data/dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Comparator } from "../../plan/traits.js";
import { edges, meets, shortfall } from "../../score/goal.js";
import type { JudgedIndicator, OtherFigure } from "../../score/scorecard.js";
import { nameOf, type JudgedFacts } from "../row-facts.js";
import { figure, exact } from "../words/number.js";
import type { Line } from "./explanation.js";
import { difference } from "./formula.js";
import { cellText } from "../../issues/place.js";

type Side = Comparator["side"];

/** 对照: the other row's or series' figure of the same year, the gap now, and the gap in the baseline's year. */
export function comparatorSteps(facts: JudgedFacts, dataset: Dataset): Line[] {
  const asked = traitsOf(facts.scored.indicator.target).comparator;
  if (asked === null) return [];
  const { id, side } = asked;
  const { comparator, year } = facts.scored;
  const name = `${id}${nameOf(facts.plan, id)}`;
  if (comparator === null) return [{ label: "对照", text: `${name}缺${year}年数据` }];
  return [
    {
      label: "对照",
      text: `${name}${year}年${figure(facts.scale, comparator.value)}${originText(id, year, dataset)}`,
    },
    ...nowLine(facts.scored, comparator, side),
    ...thenLine(facts.scored, comparator, side),
  ];
}

function originText(id: string, year: number, dataset: Dataset): string {
  const found = (dataset.series[id] ?? []).find((each) => each.year === year);
  return found === undefined ? "" : `　${cellText(found.source)}`;
}

/** How a figure stands to what its comparator asks, on the right side of it and on the wrong one. */
const SIDES: Record<Side, { right: string; wrong: string }> = {
  notBelow: { right: "不低于要求", wrong: "低于要求" },
  notAbove: { right: "不高于要求", wrong: "高于要求" },
};

function nowLine({ value, goal }: JudgedIndicator, other: OtherFigure, side: Side): Line[] {
  if (goal === null) return [];
  const met = meets(goal, value) ? SIDES[side].right : SIDES[side].wrong;
  const bounds = edges(goal).filter((edge) => !edge.eq(other.value));
  const asked = bounds.map((edge) => `；允许差距后要求${exact(edge)}`).join("");
  const text = `${gapText(value, other.value, side)}${asked}；${exact(value)}${met}`;
  return [{ label: "本年差距", text }];
}

/** 30.12－28.92＝1.2: how far the figure is on the wrong side. */
function gapText(value: Decimal, other: Decimal, side: Side): string {
  return side === "notBelow" ? difference(other, value) : difference(value, other);
}

function thenLine(scored: JudgedIndicator, other: OtherFigure, side: Side): Line[] {
  const { baseline, value, status } = scored;
  if (baseline === null || status === "achieved") return [];
  const then = other.atBaseline;
  if (then === null) return [{ label: "基期差距", text: `缺${baseline.year}年对照数据` }];
  const before = shortfall(baseline.value, then, side);
  const now = shortfall(value, other.value, side);
  const moved = now.lt(before) ? "缩小" : now.eq(before) ? "没有变化" : "扩大";
  const gap = gapText(baseline.value, then, side);
  return [{ label: "基期差距", text: `${baseline.year}年${gap}，差距${moved}` }];
}
