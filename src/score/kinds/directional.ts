import type { Decimal } from "../../terms/decimal.js";
import type { DirectionMode, Target } from "../../plan/plan.js";
import type { Direction } from "../../plan/traits.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { above, atOrAbove, atOrBelow, below, meets } from "../goal.js";
import type { Baseline, Flag, Goal, YearValue } from "../scorecard.js";
import { verdict, type Case, type Judgement, type Kind, type Setting } from "./kind.js";

/** What every judgement of a direction rests on. */
interface Held {
  goal: Goal;
  baseline: Baseline;
}

/** One way of reading a change against the baseline; `up` tells which way is better. */
interface Reading {
  goal(setting: Setting, up: boolean, baseline: Decimal): Goal;
  /** Judges a value that is better than the baseline, or level with it away from the natural limit. */
  judge(context: Case, up: boolean, grounds: Held): Judgement;
  /** What to say beside any status. */
  flags?(context: Case, baseline: YearValue): Flag[];
}

/** 提高, 降低: better than the baseline. */
const plain: Reading = {
  goal: (_, up, baseline) => (up ? above(baseline) : below(baseline)),
  judge: ({ value }, _up, held) =>
    value.eq(held.baseline.value) ? verdict("slow", "level", held) : verdict("onTrack", "better", held),
};

/** 明显降低: better by the size the plan file sets, or as far as the natural limit allows. Without a size, plain. */
const marked: Reading = {
  goal: (setting, up, baseline) => markedGoal(setting, up, baseline) ?? plain.goal(setting, up, baseline),
  judge: (context, up, held) => {
    const judgement = plain.judge(context, up, held);
    const mark = markedGoal(context, up, held.baseline.value);
    const short = mark !== null && judgement.status === "onTrack" && !meets(mark, context.value);
    return short ? verdict("slow", "belowMark", held) : judgement;
  },
};

function markedGoal(setting: Setting, up: boolean, baseline: Decimal): Goal | null {
  const { size } = directionOf(setting.target);
  if (size === null) return null;
  const asked = up ? baseline.plus(size) : baseline.minus(size);
  const limit = naturalLimit(setting, up);
  if (limit !== null && isBetter(asked, limit, up)) return up ? atOrAbove(limit) : atOrBelow(limit);
  return up ? atOrAbove(asked) : atOrBelow(asked);
}

/** 逐年提高: every year with data better than the one before. */
const everyYear: Reading = {
  goal: (setting, up, baseline) => {
    const bar = harder(baseline, setting.previous, up);
    return up ? above(bar) : below(bar);
  },
  judge: (context, up, held) => {
    if (context.value.eq(held.baseline.value)) return verdict("slow", "level", held);
    return rises(chain(context, held.baseline), up, naturalLimit(context, up))
      ? verdict("onTrack", "better", held)
      : verdict("slow", "notEveryYear", held);
  },
  flags: (context, baseline) => (hasGap(chain(context, baseline)) ? ["partial"] : []),
};

/** 逐步提高, 巩固提高, 得到控制: not worse than the baseline and not worse than last year. */
const noBackslide: Reading = {
  goal: (setting, up, baseline) => {
    const bar = harder(baseline, setting.previous, up);
    return up ? atOrAbove(bar) : atOrBelow(bar);
  },
  judge: ({ value, previous }, up, held) => {
    if (previous !== null && isBetter(previous.value, value, up)) {
      return verdict("slow", "belowLastYear", { ...held, previous });
    }
    return verdict("onTrack", value.eq(held.baseline.value) ? "level" : "better", held);
  },
};

const READINGS: Record<DirectionMode, Reading> = { plain, marked, everyYear, noBackslide };

function readingOf(target: Target): Reading {
  return READINGS[directionOf(target).mode];
}

function directionOf(target: Target): Direction {
  const { direction } = traitsOf(target);
  if (direction === null) throw new Error(`the target “${target.text}” has no direction`);
  return direction;
}

function isUpward(target: Target): boolean {
  return traitsOf(target).better === "up";
}

/** 提高, 降低, 得到控制 and their modes: the way a figure should move, and no figure to reach. */
export const directional: Kind = {
  goal: (setting) =>
    setting.baseline === null
      ? null
      : readingOf(setting.target).goal(setting, isUpward(setting.target), setting.baseline.value),
  judge: judgeDirection,
  progress: () => null,
  edges: () => [],
};

function judgeDirection(context: Case): Judgement {
  const { baseline } = context;
  if (baseline === null) return verdict("observed", "directionUnknown", {});
  const reading = readingOf(context.target);
  const up = isUpward(context.target);
  const held = { goal: reading.goal(context, up, baseline.value), baseline };
  const judgement = againstBaseline(context, up, held, reading);
  return { ...judgement, flags: [...judgement.flags, ...(reading.flags?.(context, baseline) ?? [])] };
}

function againstBaseline(context: Case, up: boolean, held: Held, reading: Reading): Judgement {
  const { value } = context;
  const before = held.baseline.value;
  if (isBetter(before, value, up)) return verdict("offTrack", "worse", held);
  const limit = naturalLimit(context, up);
  const levelAtLimit = limit !== null && value.eq(limit) && value.eq(before);
  return levelAtLimit ? verdict("onTrack", "level", held, ["atLimit"]) : reading.judge(context, up, held);
}

/** 100 for a bounded % that should rise, 0 for what should fall; null for a gross rate or a count. */
function naturalLimit({ range }: Setting, up: boolean): Decimal | null {
  return up ? range.max : range.min;
}

function isBetter(one: Decimal, other: Decimal, up: boolean): boolean {
  return up ? one.gt(other) : one.lt(other);
}

/** The better of baseline and last year: the one that is harder to keep. */
function harder(baseline: Decimal, previous: YearValue | null, up: boolean): Decimal {
  return previous !== null && isBetter(previous.value, baseline, up) ? previous.value : baseline;
}

/** The baseline and the years with data after it. */
function chain(context: Case, baseline: YearValue): YearValue[] {
  return [baseline, ...context.series.filter(({ year }) => year > baseline.year)];
}

function hasGap(years: readonly YearValue[]): boolean {
  return pairs(years).some(([before, after]) => after.year - before.year > 1);
}

/** At the natural limit a year cannot rise any more, and counts as risen. */
function rises(years: readonly YearValue[], up: boolean, limit: Decimal | null): boolean {
  return pairs(years).every(
    ([before, after]) => isBetter(after.value, before.value, up) || (limit !== null && after.value.eq(limit)),
  );
}

function pairs(years: readonly YearValue[]): [YearValue, YearValue][] {
  return years.slice(1).map((after, index) => [years[index] as YearValue, after]);
}
