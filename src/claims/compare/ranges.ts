import { round, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { isOfPeople } from "../../plan/words/groupings.js";
import { cellText } from "../../issues/place.js";
import type { Indicator } from "../../plan/plan.js";
import type { Level, Verdict } from "../claim.js";
import { knownAt, type Facts } from "../facts.js";
import type { Figure } from "../figure.js";
import { fits } from "./amount.js";
import { scale } from "../scale.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

type Range = NonNullable<Figure["range"]>;

/**
 * 97.33%—99.24%: from the lowest to the highest of towns or institutions; of a row without such, what its figure lies
 * within. Where neither end is that of the towns it may be the range of something else.
 */
export function rangeVerdict(claim: Level, range: Range, facts: Facts): Verdict {
  if (claim.pooled) return UNMATCHED;
  return anyOf(
    claim.options.flatMap((indicator) =>
      claim.years.flatMap((year): Verdict[] => {
        const factor = scale(unitOf(indicator.unit), claim.figure.unit);
        if (factor === null || claim.figure.unit === "") return [];
        const written = { from: range.from.div(factor), to: range.to.div(factor) };
        return [
          ofSites(indicator, year, claim.figure, factor, facts) ??
            // 103—107的正常区间: where it should be.
            (claim.nearGoal === true ? UNMATCHED : ofFigure(indicator, year, claim.where, written, facts)),
        ];
      }),
    ),
  );
}

/** The lowest and the highest of them, where one of the two ends is so; null where there are none. */
export function ofSites(
  indicator: Indicator,
  year: number,
  figure: Figure,
  factor: Decimal,
  facts: Facts,
): Verdict | null {
  const all = facts.dataset.groups
    .filter(
      ({ indicator: of, year: at, grouping }) =>
        of === indicator.id && at === year && !isOfPeople(grouping, facts.plan),
    )
    .sort((a, b) => a.value.comparedTo(b.value));
  const [lowest, highest] = [all[0], all.at(-1)];
  if (lowest === undefined || highest === undefined || figure.range === undefined) return null;
  const isAt = (end: Decimal, value: Decimal): boolean =>
    fits({ ...figure, value: end, form: "number" }, value.times(factor), facts.plan.method.rounding);
  const ends = [isAt(figure.range.from, lowest.value), isAt(figure.range.to, highest.value)];
  if (ends.every(Boolean)) return AGREE;
  if (!ends.some(Boolean)) return UNMATCHED;
  const { decimals } = indicator;
  const shown = (value: Decimal): string =>
    `${round(value, decimals).toFixed()}${unitOf(indicator.unit).behind}`;
  const right = `${lowest.group}${shown(lowest.value)}至${highest.group}${shown(highest.value)}`;
  return {
    state: "differ",
    about: `${year}年${indicator.name}各${lowest.grouping}`,
    right,
    from: cellText(lowest.source),
  };
}

function ofFigure(
  indicator: Indicator,
  year: number,
  where: string | null,
  { from, to }: Range,
  facts: Facts,
): Verdict {
  const known = knownAt(facts, indicator, year, where);
  const [first] = known;
  if (first === undefined) return UNMATCHED;
  if (known.some(({ value }) => value.gte(from) && value.lte(to))) return AGREE;
  const right = `${round(first.value, indicator.decimals).toFixed()}${unitOf(indicator.unit).behind}`;
  return { state: "differ", about: `${where ?? ""}${indicator.name}${year}年`, right, from: first.from };
}
