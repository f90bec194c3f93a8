import { round, type Decimal } from "../../terms/decimal.js";
import { apartText, unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import { spanOf } from "../../plan/target-kinds.js";
import type { Of, Sign, Verdict } from "../claim.js";
import { judgedRow, knownAt, knownOf, type Facts } from "../facts.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";
import { earlier } from "./changes.js";
import { goalpostsOf } from "./goals.js";

/** How far two stand apart in a year. */
interface Apart {
  year: number;
  by: Decimal;
  from: string;
}

/**
 * 差距较上年有所缩小: the distance beside that of the year it is held against; where none is named it is wrong only where
 * it holds neither against the year before nor against the first.
 */
export function widenedVerdict(claim: Of<"widened">, facts: Facts): Verdict {
  const { options, years, bases, sign, every } = claim;
  if (sign === 0) return UNMATCHED;
  if (every != null)
    return anyOf(options.flatMap((row) => years.map((year) => eachYear(row, [every, year], claim, facts))));
  return anyOf(
    options.flatMap((row) =>
      years.flatMap((year) => {
        const all = (bases.length > 0 ? bases : earlier(year, facts)).filter((base) => base < year);
        const found = all.flatMap((base) => between(row, [base, year], claim, facts));
        return bases.length > 0 ? found : ends(found);
      }),
    ),
  );
}

/** The first year that it went another way; right where it did so in all that are known. */
function eachYear(
  row: Indicator,
  [since, until]: readonly [number, number],
  claim: Of<"widened">,
  facts: Facts,
): Verdict {
  const steps = Array.from({ length: Math.max(until - since, 0) }, (_, nth) => since + nth)
    .map((base) => anyOf(between(row, [base, base + 1], claim, facts)))
    .filter(({ state }) => state !== "unmatched");
  return steps.find(({ state }) => state === "differ") ?? (steps.length > 0 ? AGREE : UNMATCHED);
}

const ends = (found: readonly Verdict[]): Verdict[] =>
  [found[0], found.at(-1)].filter((each) => each !== undefined);

function between(
  row: Indicator,
  [base, year]: readonly [number, number],
  { of, sign }: Of<"widened">,
  facts: Facts,
): Verdict[] {
  const now = distancesOf(row, of, year, facts);
  const then = distancesOf(row, of, base, facts);
  return now.flatMap((last, nth): Verdict[] => {
    const first = then[nth];
    if (first === undefined) return [];
    const went = last.by.comparedTo(first.by) as Sign;
    if (went === sign) return [AGREE];
    const told = ({ by }: Apart): string => apartText(round(by, row.decimals).toFixed(), unitOf(row.unit));
    const way = went === 0 ? "相同" : went > 0 ? "扩大" : "缩小";
    return [
      {
        state: "differ",
        about: `${row.name}${aside(of)}的差距${year}年比${base}年`,
        right: `${way}（${told(first)}→${told(last)}）`,
        from: [...new Set([first.from, last.from])].join("、"),
      },
    ];
  });
}

/** 与农村社区…覆盖率 */
function aside(of: Of<"widened">["of"]): string {
  if (of.from === "goal") return "与目标";
  return of.from === "group" ? of.where.join("与") : `与${of.others[0]?.name ?? ""}`;
}

function distancesOf(row: Indicator, of: Of<"widened">["of"], year: number, facts: Facts): Apart[] {
  const shown = (value: Decimal): Decimal => round(value, row.decimals, facts.plan.method.rounding);
  if (of.from === "group") {
    const [one, other] = of.where.map((group) => knownAt(facts, row, year, group)[0]);
    if (one === undefined || other === undefined) return [];
    return [{ year, by: one.value.minus(other.value).abs(), from: one.from }];
  }
  const [own] = knownOf(facts, row, year);
  if (own === undefined) return [];
  if (of.from === "row")
    return of.others.flatMap((other) => {
      const [beside] = row.unit === other.unit && row.id !== other.id ? knownOf(facts, other, year) : [];
      if (beside === undefined) return [];
      return [{ year, by: shown(own.value).minus(shown(beside.value)).abs(), from: own.from }];
    });
  const judged = judgedRow(facts.plan, row.id);
  const span = judged === undefined ? null : spanOf(judged.target);
  if (judged === undefined || span === null) return [];
  return goalpostsOf(judged, span).map((edge) => ({ year, by: own.value.minus(edge).abs(), from: own.from }));
}
