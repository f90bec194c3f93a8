import type { Decimal } from "../terms/decimal.js";

/** How a written figure is meant: 约, 近, 超过, 以上 and so on. */
export type Hedge =
  | "exact"
  /** 约, 左右: within 10 % of it. */
  | "about"
  /** 近, 接近, 不到: as about, and below it. */
  | "near"
  /** 120余: it and somewhat more. */
  | "some"
  /** 超过, 突破: above it. */
  | "over"
  /** 以上, 不低于: not below it. */
  | "from"
  /** 低于, 不足: below it. */
  | "under"
  /** 以内, 不超过: not above it. */
  | "upTo";

const LIMITS: ReadonlySet<Hedge> = new Set<Hedge>(["over", "from", "under", "upTo"]);

/** 超过, 以上, 低于, 以内: whatever lies on that side of it. */
export function isLimit({ hedge }: Pick<Figure, "hedge">): boolean {
  return LIMITS.has(hedge);
}

/** 达到98% is not below it, 未达到98% is; 未超过98% is not above it. */
export function limited(bound: Figure, isNot: boolean, sign: 1 | -1 | 0): Figure {
  const hedge = bound.hedge === "exact" ? (sign < 0 ? "upTo" : "from") : bound.hedge;
  const other = { from: "under", over: "upTo", under: "from", upTo: "over" } as const;
  return { ...bound, hedge: isNot && hedge in other ? other[hedge as keyof typeof other] : hedge };
}

/** What sort of number is written. */
export type Form =
  | "number"
  /** 1：1.6, held as 1.6 */
  | "ratio"
  /** 13/23, held as its quotient */
  | "fraction"
  /** 3.4倍 */
  | "times"
  /** 翻一番 */
  | "doubled"
  /** 90%—95%: nothing to compare. */
  | "range";

/** A number as a sentence writes it. */
export interface Figure {
  value: Decimal;
  /** What the last written digit stands for: 0.01 of 94.88, 10 of 五成. */
  step: Decimal;
  /** As `unitOf` names it, 百分点 and the like for points; "" where none is written. */
  unit: string;
  /** 百分点, 千分点. */
  points: boolean;
  hedge: Hedge;
  form: Form;
  /** 97.33 and 99.24 of 97.33%—99.24%. */
  range?: { from: Decimal; to: Decimal };
  /** 13 and 23 of 13/23. */
  parts: { n: number; of: number } | null;
  /** 5 of 五分之四, 每5个有4个: a part told in few, which stands for what is near it. */
  outOf?: number;
  /** 1.44人 of 每万名…1.44人, held as a share: what it was times, in what, and of how many. */
  ofEach?: { times: Decimal; unit: string; all: string };
  /** The year written right at it: 4.62%（2020年）. */
  year: number | null;
  /** As it stands in the text, hedges included. */
  text: string;
  start: number;
  end: number;
}
