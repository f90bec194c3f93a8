import { issue } from "../../../issues/issue.js";
import { decimal } from "../../../terms/decimal.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Entry } from "../../catalogue.js";
import { doubt, latestOf, typed, type Doubter } from "./doubt.js";

/** Digits a ratio is told with. */
const DIGITS = 3;

/**
 * 女/男 below 1, be it typed as one number or as two: in the trade many write 女:男, and more places for men than
 * for women are rare.
 */
export const turnedRatio: Doubter = (figures, catalogue, doubted) => [
  ...belowOne(figures, catalogue, doubted),
  ...acrossHundred(figures, catalogue, doubted),
];

const belowOne: Doubter = ({ series }, { entries }, doubted) =>
  entries.filter(isRatio).flatMap((entry) => {
    const below = (series[entry.indicator.id] ?? []).filter(
      (each) => !doubted.has(each) && !each.value.isZero() && each.value.lt(1),
    );
    if (below.length === 0) return [];
    const { value, source } = latestOf(below);
    const ratio = `1：${value.toSignificantDigits(DIGITS).toString()}`;
    return doubt(issue("data/ratio-below-one", source, { ...typed(entry, below), ratio }), below);
  });

function isRatio({ judged }: Entry): boolean {
  return judged !== null && traitsOf(judged.target).ratio;
}

/** The turned figure is so many times as near to the years before as the figure typed, and that is farther by this. */
const TIMES_NEARER = 5;
const LEAST_APART = 4;

/** 女婴÷男婴×100 for 男婴÷女婴×100: 92.17 after 108.7, which turned is 108.50. */
const acrossHundred: Doubter = ({ series }, { entries }, doubted) =>
  entries.filter(isPerHundred).flatMap((entry) =>
    (series[entry.indicator.id] ?? []).flatMap((figure, at, all) => {
      const before = all[at - 1] ?? all[at + 1];
      if (before === undefined || doubted.has(figure) || figure.value.isZero()) return [];
      const others = all.filter((each) => each !== figure);
      const isBeyond = others.every(({ value }) => value.gt(PER) !== figure.value.gt(PER));
      const turned = PER.times(PER).div(figure.value);
      const apart = figure.value.minus(before.value).abs();
      const isTurned = turned.minus(before.value).abs().times(TIMES_NEARER).lte(apart);
      if (!isBeyond || !isTurned || apart.lt(LEAST_APART)) return [];
      const args = {
        ...typed(entry, [figure]),
        beside: `${before.year}年${before.display}`,
        turned: turned.toDecimalPlaces(2).toFixed(2),
      };
      return doubt(issue("data/ratio-turned", figure.source, args), [figure]);
    }),
  );

const PER = decimal(100);

function isPerHundred({ judged }: Entry): boolean {
  return judged !== null && traitsOf(judged.target).pairedCounts;
}
