import { binomialTail } from "../../../terms/poisson.js";

/** So many events, or so many of a share, among so many. Whole numbers. */
export interface Count {
  count: number;
  base: number;
}

/** events: deaths, cases: rare, their base known. share: so many of the base itself, never more than all. */
export type CountKind = "events" | "share";

/** How a district lies against all districts together, as far as chance goes. */
export interface Standing {
  side: "higher" | "lower";
  /** Two-sided: how likely chance alone gives a count so far out, all districts being alike. */
  p: number;
}

/**
 * Each district against all of them together.
 *
 * Events: given how many there are in all, a district's are binomial with its share of the base, if the rate is one
 * (J. Przyborowski, H. Wilenski, Biometrika 31 (1940) 313–323): no rate need be known for that.
 * Shares: binomial with the share of all together, the exact limits of a funnel plot of proportions
 * (D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202).
 * Twice the smaller tail, so that both sides together keep the level.
 */
export function standingsOf(counts: readonly Count[], kind: CountKind): Standing[] {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const base = counts.reduce((sum, each) => sum + each.base, 0);
  return counts.map((each) => {
    const [n, p] = kind === "events" ? [all, each.base / base] : [each.base, all / base];
    const tail = binomialTail(each.count, n, p);
    return { side: each.count < n * p ? "lower" : "higher", p: Math.min(1, 2 * tail) };
  });
}

/** The control limits of a funnel, from the inner one; of so many districts so many lie outside by chance. */
export const LIMITS = [
  { name: "95", outside: 0.05 },
  { name: "99.8", outside: 0.002 },
] as const;

export type Limit = (typeof LIMITS)[number]["name"];

/** The outermost limit that a district lies beyond; null inside of all. */
export function beyond({ p }: Standing): Limit | null {
  return LIMITS.findLast(({ outside }) => p < outside)?.name ?? null;
}

/** All that is told apart in a report is wrong once, or oftener, in so many reports where nothing differs. */
export const LEVEL = 0.05;

/**
 * Which of many comparisons are more than chance, all of them taken together: S. Holm, A simple sequentially
 * rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979) 65–70. Whatever else holds, one or more
 * of those that chance explains are told apart with a probability of `level` at most. Answers in the order asked.
 */
export function toldApart(ps: readonly number[], level = LEVEL): boolean[] {
  const order = ps.map((_, at) => at).sort((a, b) => ps[a]! - ps[b]!);
  const first = order.findIndex((at, rank) => ps[at]! > level / (ps.length - rank));
  const apart = new Set(first < 0 ? order : order.slice(0, first));
  return ps.map((_, at) => apart.has(at));
}
