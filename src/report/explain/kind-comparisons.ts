import { exact } from "../words/number.js";
import type { DirectionMode, Target, TargetKind, Threshold } from "../../plan/plan.js";
import { traitsOf, type TargetOf } from "../../plan/target-kinds.js";
import type { Comparator } from "../../plan/traits.js";
import { nameOf, type RowFacts } from "../row-facts.js";

/** What the machine compares, x being the figure of the year. */
type Comparison<K extends TargetKind> = (target: TargetOf<K>, facts: RowFacts) => string;

const SIGNS: Record<Threshold, string> = { atLeast: "≥", above: "＞", atMost: "≤", below: "＜" };

const MODES: Record<DirectionMode, string> = {
  plain: "优于基期",
  everyYear: "优于基期，并且每年都优于上一年",
  noBackslide: "不差于基期，也不差于上一年",
  marked: "明显优于基期",
};

/** 越高越好：优于基期 */
function direction(target: Target, { scored, plan }: RowFacts): string {
  const { better, direction: asked } = traitsOf(target);
  if (asked === null) throw new Error(`“${target.text}” has no direction`);
  const { mode, asksSize, size } = asked;
  const said = `${better === "up" ? "越高越好" : "越低越好"}：${MODES[mode]}`;
  if (!asksSize) return said;
  return size === null
    ? `${said}；${plan.terms.named}没有规定幅度，优于基期即可`
    : `${said}，至少相差${exact(size)}${scored.indicator.unit}`;
}

const SIDES: Record<Comparator["side"], { sign: string; slack: string }> = {
  notBelow: { sign: "≥", slack: "－" },
  notAbove: { sign: "≤", slack: "＋" },
};

/** x≥同一年的W20（女党员比例）, or so much below it. */
function beside(target: Target, { plan }: RowFacts): string {
  const { comparator } = traitsOf(target);
  if (comparator === null) throw new Error(`“${target.text}” is compared with nothing`);
  const { id, side, tolerance } = comparator;
  const { sign, slack } = SIDES[side];
  const allowed = tolerance.isZero() ? "" : `${slack}${exact(tolerance)}`;
  return `x${sign}同一年的${id}（${nameOf(plan, id)}）${allowed}`;
}

/** One entry per target kind. */
const COMPARISONS: { [K in TargetKind]: Comparison<K> } = {
  atLeast: ({ value }) => `x≥${exact(value)}`,
  above: ({ value }) => `x＞${exact(value)}，等于不算`,
  atMost: ({ value }) => `x≤${exact(value)}`,
  below: ({ value }) => `x＜${exact(value)}，等于不算`,
  binary: ({ value }) => `x≥${exact(value)}；只有“有”和“没有”，没有中间进度`,
  around: ({ value, tolerance, above }) =>
    `${exact(value.minus(tolerance))}≤x≤${exact(value.plus(tolerance))}，即${exact(value)}±${exact(tolerance)}；` +
    (above === "met" ? "高于上限也算达标，另作标注" : "高于上限不算达标"),
  increase: direction,
  decrease: direction,
  observe: () => "只反映水平和变化",
  relativeTo: beside,
  matches: beside,
  balance: ({ low, high }) => `${exact(low)}≤x≤${exact(high)}（女＝100）`,
  stalls: ({ value }) => `女厕位÷男厕位≥${exact(value)}；x记女厕位与男厕位之比`,
  contain: () => "越低越好：不高于基期，也不高于上一年",
  each: ({ comparison, value, grouping, expected }) =>
    `每个${grouping}都要x${SIGNS[comparison]}${exact(value)}` +
    (expected === null ? "" : `，应有${expected}个${grouping}`),
};

/** x≥94: the comparison the target of an indicator asks for. */
export function comparisonOf(facts: RowFacts): string {
  const { target } = facts.scored.indicator;
  // The entry of the target's own kind, so that it may be asked about that target.
  const say = COMPARISONS[target.kind] as Comparison<TargetKind>;
  return say(target, facts);
}
