import type { Decimal } from "../../terms/decimal.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Comparator } from "../../plan/traits.js";
import { shortfall } from "../../score/goal.js";
import { amountIn } from "./goal-text.js";
import { besideWords } from "./kind-words.js";
import { figure, shown } from "./number.js";
import { nameOf, type RowFacts, type RuleFacts } from "../row-facts.js";

/** How a figure on the wrong side of its comparator stands to it. */
const WRONG: Record<Comparator["side"], string> = { notBelow: "低", notAbove: "高" };

/** 全区中国共产党女党员比例; "" where the target is compared with nothing. */
export function comparatorName({ scored, plan }: Pick<RowFacts, "scored" | "plan">): string {
  const { comparator } = traitsOf(scored.indicator.target);
  return comparator === null ? "" : nameOf(plan, comparator.id);
}

/** 不低于同年全区中国共产党女党员比例（28.37%） */
export function comparatorMet(facts: RuleFacts<"metBeside">): string {
  return besideWords(facts.scored.indicator.target).beside(comparatorFigure(facts));
}

/** 比同年全区中国共产党女党员比例（30.12%）低1.20个百分点 */
export function comparatorGap(facts: RuleFacts<"gapUnknown" | "gapNarrowed" | "gapNotNarrowed">): string {
  const { scored, scale } = facts;
  const asked = traitsOf(scored.indicator.target).comparator;
  if (asked === null) throw new Error(`“${scored.indicator.target.text}” is compared with nothing`);
  const gap = shortfall(shown(scale, scored.value), shown(scale, scored.comparator.value), asked.side);
  return `比${comparatorFigure(facts)}${WRONG[asked.side]}${amountIn(scale, gap)}`;
}

/** 1.26个百分点: how far it was on the wrong side in the baseline's year, by shown values; "" where that is not known. */
export function comparatorGapThen({
  scored: { indicator, baseline, comparator },
  scale,
}: RuleFacts<"gapNarrowed" | "gapNotNarrowed">): string {
  const asked = traitsOf(indicator.target).comparator;
  const then = comparator.atBaseline;
  if (asked === null || then === null) return "";
  return amountIn(scale, shortfall(shown(scale, baseline.value), shown(scale, then), asked.side));
}

/** How far a row was on the wrong side of its comparator in a year; not above 0 on the right one. */
interface YearGap {
  year: number;
  gap: Decimal;
  /** Within the tolerance. */
  met: boolean;
}

/** The gap of every year in which both have a figure, years ascending. */
export function comparatorGaps({ scored }: RuleFacts<"gapNarrowed" | "gapNotNarrowed">): YearGap[] {
  const asked = traitsOf(scored.indicator.target).comparator;
  if (asked === null) return [];
  const points = scored.series.some(({ year }) => year === scored.baseline.year)
    ? scored.series
    : [scored.baseline, ...scored.series];
  return points.flatMap(({ year, value }) => {
    const other =
      scored.comparator.series.find((each) => each.year === year)?.value ??
      (year === scored.baseline.year ? scored.comparator.atBaseline : null);
    if (other === null) return [];
    const gap = shortfall(value, other, asked.side);
    return [{ year, gap, met: gap.lte(asked.tolerance) }];
  });
}

type Compared = RuleFacts<"metBeside" | "gapUnknown" | "gapNarrowed" | "gapNotNarrowed">;

function comparatorFigure(facts: Compared): string {
  return `同年${comparatorName(facts)}（${figure(facts.scale, facts.scored.comparator.value)}）`;
}
