import { round, type Decimal } from "../../terms/decimal.js";
import { pointsOf, unitOf } from "../../terms/unit.js";
import { groupBy } from "../../terms/group-by.js";
import type { Indicator } from "../../plan/plan.js";
import { spanOf } from "../../plan/target-kinds.js";
import type { Known, Of, Sign, Verdict } from "../claim.js";
import { isLimit, type Figure } from "../figure.js";
import { isOfPeople } from "../../plan/words/groupings.js";
import { judgedRow, knownOf, type Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { AGREE, UNMATCHED } from "./any-of.js";
import { goalpostsOf } from "./goals.js";

/** Two figures that stand so far from each other. */
interface Distance {
  apart: Decimal;
  year: number;
  /** What it is from, the same in each year; null where it is none that could be told of another year. */
  kind: string | null;
  of: "years" | "goal" | "rows" | "groups" | "places";
  /** 2025年比2024年的变化 */
  about: string;
  from: string;
  /** Of how a distance moved: whether it grew or shrank. */
  grew?: Sign;
}

/**
 * Points of some rows in words that leave open of what: right where any two figures of the rows stand so far from each
 * other (two years, a year and the goal, a yearly mean, two rows, two groups, another place), wrong where none do; or,
 * where it is said that a distance moved, right where any did by so much from one year to another.
 */
export function loneVerdict({ options, figure, moved, way }: Of<"lone">, facts: Facts): Verdict {
  const rate = pointsOf(figure.unit);
  const rows = options.filter(({ unit }) => rate !== null && unitOf(unit).per !== null);
  // 年均不足0.5个百分点 is true of some distance or other.
  if (rate === null || rows.length === 0 || isLimit(figure)) return UNMATCHED;
  const apart = rows.flatMap((row) => {
    const factor = scale(unitOf(row.unit), rate.name);
    return factor === null
      ? []
      : distancesOf(row, rows, facts).map((each) => ({ ...each, apart: each.apart.abs().times(factor) }));
  });
  const all = moved === null ? apart : movesOf(ofKind(apart, moved));
  const fitting = all.filter(({ apart }) => fits(figure, apart, facts.plan.method.rounding));
  if (fitting.some(({ grew = 0 }) => way === 0 || grew === 0 || grew === way)) return AGREE;
  const nearest = all.sort((a, b) => beyond(a, figure).comparedTo(beyond(b, figure)))[0];
  if (nearest === undefined) return UNMATCHED;
  const [turned] = fitting;
  if (turned !== undefined)
    return {
      state: "differ",
      about: turned.about,
      right: way > 0 ? "缩小，不是扩大" : "扩大，不是缩小",
      from: turned.from,
    };
  const digits = Math.max(figure.value.decimalPlaces(), rows[0]?.decimals ?? 0);
  return {
    state: "differ",
    about: `${rows[0]?.name ?? ""}${rows.length > 1 ? "等" : ""}的变化或差距`,
    right: `没有这个数，最接近的是${nearest.about}${round(nearest.apart, digits).toFixed()}个${figure.unit}`,
    from: nearest.from,
  };
}

/** Distances of what the words say they are of; of rows that have none such, whatever is no change over the years. */
function ofKind(all: readonly Distance[], wanted: NonNullable<Of<"lone">["moved"]>): readonly Distance[] {
  if (wanted === "any") return all;
  for (const each of [wanted, "rows", "groups"]) {
    const found = all.filter(({ of }) => of === each);
    if (found.length > 0) return found;
  }
  return all.filter(({ of }) => of !== "years");
}

/** How each distance moved from any year to a later one. */
function movesOf(all: readonly Distance[]): Distance[] {
  const kinds = groupBy(
    all.filter(({ kind }) => kind !== null),
    ({ kind }) => kind,
  );
  return [...kinds.values()].flatMap((same) =>
    same.flatMap((now) =>
      same
        .filter(({ year }) => year < now.year)
        .map((then) => ({
          ...now,
          apart: now.apart.minus(then.apart).abs(),
          grew: now.apart.comparedTo(then.apart) as Sign,
          about: `${now.about}比${then.year}年的变动`,
          from: [...new Set([then.from, now.from])].join("、"),
        })),
    ),
  );
}

const beyond = ({ apart }: Distance, { value }: Figure): Decimal => apart.minus(value).abs();

function distancesOf(row: Indicator, rows: readonly Indicator[], facts: Facts): Distance[] {
  const years = yearsOf(facts).flatMap((year) => knownOf(facts, row, year));
  return [
    ...overYears(row, years, facts),
    ...toGoal(row, years, facts),
    ...rows.filter(({ id }) => id > row.id).flatMap((other) => toRow(row, other, years, facts)),
    ...amongGroups(row, facts),
    ...toOthers(row, years, facts),
  ];
}

const yearsOf = ({ plan, year }: Facts): number[] =>
  Array.from({ length: year - plan.period.baseline + 1 }, (_, nth) => plan.period.baseline + nth);

/** Differences of what is shown, and of what was reported. */
function apartIn(row: Indicator, one: Decimal, other: Decimal, facts: Facts): Decimal[] {
  const digits = (value: Decimal): Decimal => round(value, row.decimals, facts.plan.method.rounding);
  return [digits(one).minus(digits(other)), one.minus(other)];
}

function overYears(row: Indicator, known: readonly Known[], facts: Facts): Distance[] {
  return known.flatMap((now, nth) =>
    known.slice(0, nth).flatMap((then) => {
      const span = now.year - then.year;
      if (span <= 0) return [];
      const about = `${row.name}${now.year}年比${then.year}年的变化`;
      const told = { of: "years" as const, year: now.year, about, from: `${then.from}、${now.from}` };
      return apartIn(row, now.value, then.value, facts).flatMap((apart, nth) => [
        { ...told, apart, kind: `${row.id} ${nth} ${span}` },
        { ...told, apart: apart.div(span), about: `${about}每年平均`, kind: null },
      ]);
    }),
  );
}

function toGoal(row: Indicator, known: readonly Known[], facts: Facts): Distance[] {
  const judged = judgedRow(facts.plan, row.id);
  const span = judged === undefined ? null : spanOf(judged.target);
  if (judged === undefined || span === null) return [];
  const { target } = judged;
  return known.flatMap(({ value, year, from }) =>
    goalpostsOf(judged, span).flatMap((edge) =>
      apartIn(row, value, edge, facts).map((apart, nth) => ({
        apart,
        year,
        of: "goal" as const,
        kind: `${row.id} ${nth} ${edge.toFixed()}目标`,
        about: `${row.name}${year}年与目标${target.text}的差距`,
        from,
      })),
    ),
  );
}

function toRow(row: Indicator, other: Indicator, known: readonly Known[], facts: Facts): Distance[] {
  if (row.unit !== other.unit) return [];
  return known.flatMap((one) =>
    knownOf(facts, other, one.year).flatMap((beside) =>
      apartIn(row, one.value, beside.value, facts).map((apart, nth) => ({
        apart,
        year: one.year,
        of: "rows" as const,
        kind: `${row.id} ${nth} ${other.id}`,
        about: `${one.year}年${row.name}与${other.name}的差距`,
        from: `${one.from}、${beside.from}`,
      })),
    ),
  );
}

function amongGroups(row: Indicator, facts: Facts): Distance[] {
  const all = facts.dataset.groups.filter(({ indicator }) => indicator === row.id);
  const own = all.filter((each) => isOfPeople(each.grouping, facts.plan) || isExtreme(each, all));
  return own.flatMap((one) =>
    own
      .filter(
        ({ year, grouping, group }) => year === one.year && grouping === one.grouping && group > one.group,
      )
      .flatMap((other) =>
        apartIn(row, one.value, other.value, facts).map((apart, nth) => ({
          apart,
          year: one.year,
          of: "groups" as const,
          kind: `${row.id} ${nth} ${one.group}${other.group}`,
          about: `${row.name}${one.year}年${one.group}与${other.group}的差距`,
          from: one.source.file,
        })),
      ),
  );
}

/** Of many towns only the highest and the lowest are set against each other: any points are some two towns'. */
function isExtreme({ value, year }: GroupFigure, all: readonly GroupFigure[]): boolean {
  const same = all.filter((each) => each.year === year);
  return same.every((each) => each.value.lte(value)) || same.every((each) => each.value.gte(value));
}

type GroupFigure = Facts["dataset"]["groups"][number];

function toOthers(row: Indicator, known: readonly Known[], { dataset }: Facts): Distance[] {
  return dataset.references
    .filter(({ indicator }) => indicator === row.id)
    .flatMap(({ value, region, year }) =>
      known.map((own) => ({
        apart: own.value.minus(value),
        year: own.year,
        of: "places" as const,
        kind: `${row.id} ${region}${own.year - year}`,
        about: `${row.name}${own.year}年与${region}${year}年的差距`,
        from: own.from,
      })),
    );
}
