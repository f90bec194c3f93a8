import type { Decimal } from "../terms/decimal.js";
import type { DirectionMode, Grouping } from "./plan.js";

/**
 * What other stages ask of a target without knowing its kind. The table of kinds states it; whoever needs to
 * know more of a target adds a trait, so that the next kind is asked for it.
 */
export interface Traits {
  /** explicit: 明确目标; directional: 只有方向的目标; watched: 监测不判定. */
  class: "explicit" | "directional" | "watched";
  /** Which way is better; neither where too much is as wrong as too little. */
  better: "up" | "down" | "neither";
  /** Progress toward it can be measured by the distance from the target. */
  numeric: boolean;
  /** There or not, with nothing in between: no pace and no trend say anything of it. */
  stepwise: boolean;
  /** Figures are ratios 男:女, held as 女/男 and printed 1：1.6. */
  ratio: boolean;
  /** Its wording has no figure in the row's unit: 趋于平衡, 不低于2：3. */
  unitless: boolean;
  /** Numerator and denominator are both counts left to chance, one told per 100 of the other: boys and girls. */
  pairedCounts: boolean;
  /** What lies above its band meets it as well. */
  moreIsMet: boolean;
  /** The one figure it names, in the row's unit: a bound, the middle of a band; null where it names none, or two. */
  figure: Decimal | null;
  /** The two figures it names, between which it is met; null for every other. */
  edges: { low: Decimal; high: Decimal } | null;
  /** How far from its figure, its own or another's, still meets it, as the plan file sets it; null where it sets none. */
  tolerance: Decimal | null;
  /** The row or series of the same year it is compared with. */
  comparator: Comparator | null;
  /** The towns or institutions that must meet it each for itself. */
  sites: Sites | null;
  /** How a direction is read. */
  direction: Direction | null;
}

export interface Comparator {
  id: string;
  /** Where the id is declared: also the key of the machine form it stands under. */
  of: "row" | "series";
  /** Which side of the comparator's figure meets the target; level with it always does. */
  side: "notBelow" | "notAbove";
  /** How far on the wrong side of the figure still meets it, in the row's unit. */
  tolerance: Decimal;
}

export interface Sites {
  grouping: Grouping;
  /** How many there should be; null where the plan does not say. */
  expected: number | null;
}

export interface Direction {
  /** For records mapped by mode; what the modes have in common stands below. */
  mode: DirectionMode;
  /** What it is compared with beside the baseline: nothing, the year before, or each year with its year before. */
  against: "baseline" | "lastYear" | "eachYear";
  /** The text asks for a size, 明显, whether or not it sets one. */
  asksSize: boolean;
  /** How much better than the baseline it must be, in the row's unit; null where nothing is set. */
  size: Decimal | null;
}

const MODES: Record<DirectionMode, Pick<Direction, "against" | "asksSize">> = {
  plain: { against: "baseline", asksSize: false },
  everyYear: { against: "eachYear", asksSize: false },
  noBackslide: { against: "lastYear", asksSize: false },
  marked: { against: "baseline", asksSize: true },
};

/** The values that meet a target which names figures; null bounds are open. */
export interface Span {
  low: Decimal | null;
  high: Decimal | null;
  lowStrict: boolean;
  highStrict: boolean;
}

const plain: Omit<Traits, "class" | "better" | "numeric"> = {
  stepwise: false,
  ratio: false,
  unitless: false,
  pairedCounts: false,
  moreIsMet: false,
  figure: null,
  edges: null,
  tolerance: null,
  comparator: null,
  sites: null,
  direction: null,
};

/** A target with a figure: its distance can be measured. */
export function numeric(better: Traits["better"], special: Partial<Traits> = {}): Traits {
  return { ...plain, class: "explicit", better, numeric: true, ...special };
}

/** A target that is met or not. */
export function explicit(better: Traits["better"], special: Partial<Traits>): Traits {
  return { ...plain, class: "explicit", better, numeric: false, ...special };
}

/** Not on the wrong side of another figure of the same year: less is worse for notBelow, more for notAbove. */
export function beside(comparator: Comparator, special: Partial<Traits> = {}): Traits {
  return explicit(comparator.side === "notBelow" ? "up" : "down", { comparator, ...special });
}

export function directional(better: "up" | "down", mode: DirectionMode, size: Decimal | null): Traits {
  const direction = { mode, ...MODES[mode], size };
  return { ...plain, class: "directional", better, numeric: false, direction };
}

export const watched: Traits = { ...plain, class: "watched", better: "neither", numeric: false };
