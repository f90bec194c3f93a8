import { round, type Decimal } from "../../terms/decimal.js";
import { pointsOf, unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Of, Sign, Verdict } from "../claim.js";
import { knownOf, type Facts } from "../facts.js";
import { fits } from "./amount.js";
import { scale } from "../scale.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

/** 增幅较上年收窄0.35个百分点: by how much it moved, in its own unit or in per cent, beside the year before. */
export function growthVerdict(
  { options, years, every, since, ...told }: Of<"growth">,
  facts: Facts,
): Verdict {
  return anyOf(
    options.flatMap((indicator) =>
      years.flatMap((year) => {
        if (every != null) return [ofEach(indicator, [every, year], told, facts)];
        const overall = since == null ? UNMATCHED : fromFirst(indicator, [since, year], told, facts);
        return [overall.state === "agree" ? overall : ofYear(indicator, year, told, facts)];
      }),
    ),
  );
}

/** 2021年以来增幅收窄: the last step beside the first since then. */
function fromFirst(
  indicator: Indicator,
  [since, until]: readonly [number, number],
  { sign, grew }: Pick<Of<"growth">, "sign" | "grew">,
  facts: Facts,
): Verdict {
  const known = [since, since + 1, until - 1, until].map((year) => knownOf(facts, indicator, year)[0]?.value);
  const [first, second, before, last] = known;
  if (first === undefined || second === undefined || before === undefined || last === undefined)
    return UNMATCHED;
  const went = last
    .minus(before)
    .minus(second.minus(first))
    .times(grew ? 1 : -1);
  return went.comparedTo(0) === sign ? AGREE : UNMATCHED;
}

/** 增幅逐年收窄: the first year in which it was not so; right where it was in all that are known. */
function ofEach(
  indicator: Indicator,
  [since, until]: readonly [number, number],
  told: Pick<Of<"growth">, "figure" | "sign" | "grew">,
  facts: Facts,
): Verdict {
  const years = Array.from({ length: Math.max(until - since - 1, 0) }, (_, nth) => since + 2 + nth);
  const each = years.map((year) => ofYear(indicator, year, told, facts));
  return (
    each.find(({ state }) => state === "differ") ??
    (each.length > 0 && each.every(({ state }) => state === "agree") ? AGREE : UNMATCHED)
  );
}

function ofYear(
  indicator: Indicator,
  year: number,
  { figure, sign, grew }: Pick<Of<"growth">, "figure" | "sign" | "grew">,
  facts: Facts,
): Verdict {
  const known = [year - 2, year - 1, year].map((each) => knownOf(facts, indicator, each)[0]);
  const [first, before, now] = known.map((each) => each?.value);
  const from = known[2]?.from ?? "";
  if (first === undefined || before === undefined || now === undefined) return UNMATCHED;
  const way = grew ? 1 : -1;
  const steps = [
    [now.minus(before), before.minus(first)],
    ...(before.isZero() || first.isZero() ? [] : [[grown(now, before), grown(before, first)]]),
  ];
  // 降幅收窄, of what rose: whatever that is.
  const readings = steps.flatMap(([last, earlier]) =>
    last === undefined || earlier === undefined || last.times(way).lte(0) || earlier.times(way).lte(0)
      ? []
      : [last.minus(earlier).times(way)],
  );
  const [apart] = readings;
  if (apart === undefined) return UNMATCHED;
  const holds = (value: Decimal): boolean =>
    figure === null
      ? value.comparedTo(0) === sign || sign === 0
      : inUnits(indicator, figure.unit).some((factor) =>
          fits(figure, value.times(factor).times(sign === 0 ? 1 : sign), facts.plan.method.rounding),
        );
  if (readings.some(holds)) return AGREE;
  const unit = unitOf(indicator.unit).behind;
  const told = known.map(
    (each) => `${each?.year}年${round(each?.value ?? now, indicator.decimals).toFixed()}${unit}`,
  );
  const right = `${wordOf(apart.comparedTo(0) as Sign)}（${told.join("、")}）`;
  return {
    state: "differ",
    about: `${indicator.name}${year}年的${grew ? "增幅" : "降幅"}比上年`,
    right,
    from,
  };
}

const grown = (now: Decimal, then: Decimal): Decimal => now.minus(then).times(100).div(then);

/** What one of the row's unit, or of per cent, is in the unit that is written. */
function inUnits({ unit }: Indicator, written: string): Decimal[] {
  const rate = pointsOf(written)?.name ?? written;
  return [unitOf(unit), unitOf("%")].flatMap((own) => scale(own, rate) ?? []);
}

const wordOf = (sign: Sign): string => (sign > 0 ? "扩大" : sign < 0 ? "收窄" : "相同");
