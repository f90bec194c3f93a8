import { decimal, round, type Decimal } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Of, Verdict } from "../claim.js";
import { knownOf, type Facts } from "../facts.js";
import { scale } from "../scale.js";
import { fits } from "./amount.js";
import { AGREE, anyOf, UNMATCHED } from "./any-of.js";

interface Ranked {
  row: Indicator;
  by: Decimal;
  from: string;
}

/** 下降最快的是甲; 最高的是甲: of rows in one unit, each of which has its figures. */
export function rankedVerdict(claim: Of<"ranked">, facts: Facts): Verdict {
  const bases = claim.by === "level" ? [0] : claim.bases;
  return anyOf(claim.years.flatMap((year) => bases.map((base) => ofYears(claim, year, base, facts))));
}

/** What several rows come to, where they count in one unit. */
export function togetherVerdict({ rows, years, figure, moved }: Of<"together">, facts: Facts): Verdict {
  const own = rows.flatMap(([row]) => row ?? []);
  const measures = new Set(own.map(({ unit }) => unit));
  const [unit = ""] = measures;
  // 比2020年增长17.9%
  const isShare = moved !== undefined && isPercent(unitOf(figure.unit)) && !figure.points;
  const factor = isShare ? decimal(1) : scale(unitOf(unit), figure.unit);
  if (measures.size !== 1 || unitOf(unit).per !== null || factor === null) return UNMATCHED;
  const { behind } = unitOf(unit);
  const { rounding } = facts.plan.method;
  const whose = own.map(({ name }) => name).join("、");
  if (moved === undefined)
    return anyOf(
      years.flatMap((year): Verdict[] => {
        const sum = sumIn(own, year, facts);
        if (sum === null) return [];
        if (fits(figure, sum.by.times(factor), rounding)) return [AGREE];
        const right = `${sum.by.toFixed()}${behind}`;
        return [{ state: "differ", about: `${whose}${year}年合计`, right, from: sum.from }];
      }),
    );
  return anyOf(
    years.flatMap((year) =>
      moved.bases.flatMap((base): Verdict[] => {
        const [now, then] = [year, base].map((each) => sumIn(own, each, facts));
        if (now == null || then == null || base >= year) return [];
        const by = now.by.minus(then.by);
        const share = then.by.isZero() ? null : by.times(100).div(then.by);
        if (isShare && share === null) return [];
        if (
          fits(
            figure,
            ((isShare ? share : null) ?? by).times(factor).times(moved.sign < 0 ? -1 : 1),
            rounding,
          )
        )
          return [AGREE];
        const percent = share === null || !isShare ? "" : `（${round(share, 1).toFixed()}%）`;
        const right = `${by.isNegative() ? "减少" : "增加"}${by.abs().toFixed()}${behind}${percent}`;
        return [{ state: "differ", about: `${whose}${year}年合计比${base}年`, right, from: now.from }];
      }),
    ),
  );
}

/** What rows come to in a year; null where one of them is not known. */
function sumIn(rows: readonly Indicator[], year: number, facts: Facts): { by: Decimal; from: string } | null {
  const known = rows.map((row) => knownOf(facts, row, year)[0]);
  if (known.some((each) => each === undefined)) return null;
  const by = known.reduce((all, each) => all.plus(each?.value ?? 0), decimal(0));
  return { by, from: known[0]?.from ?? "" };
}

function ofYears(claim: Of<"ranked">, year: number, base: number, facts: Facts): Verdict {
  const { rows, sign, most, by } = claim;
  const [own] = claim.options;
  const ranked = rows.map(([row]) => rankedOf(row, year, by === "level" ? null : base, facts));
  const all = ranked.filter((each) => each !== null);
  const mine = all.find(({ row }) => row.id === own?.id);
  const measures = new Set(all.map(({ row }) => row.unit));
  if (mine === undefined || all.length < rows.length || measures.size > 1) return UNMATCHED;
  const way = (sign < 0 ? -1 : 1) * (most ? 1 : -1);
  // 下降最慢: of those that fell.
  const among = sign === 0 ? all : all.filter((each) => each.by.times(sign).gt(0));
  const first = [...among].sort((a, b) => b.by.comparedTo(a.by) * way)[0];
  if (first === undefined) return UNMATCHED;
  if (first.by.eq(mine.by)) return AGREE;
  const { behind, points } = unitOf(first.row.unit);
  const unit = by === "move" && points !== null ? `个${points}` : behind;
  const apart = by === "move" ? first.by.abs() : first.by;
  return {
    state: "differ",
    about: `${rows.length}项中${sign === 0 ? "" : sign > 0 ? "上升" : "下降"}${most ? "最多" : "最少"}的`,
    right: `${first.row.name}（${round(apart, first.row.decimals).toFixed()}${unit}）`,
    from: first.from,
  };
}

/** By its figure, or by what it moved since the base. */
function rankedOf(
  row: Indicator | undefined,
  year: number,
  base: number | null,
  facts: Facts,
): Ranked | null {
  if (row === undefined) return null;
  const [now] = knownOf(facts, row, year);
  if (now === undefined || base === null)
    return now === undefined ? null : { row, by: now.value, from: now.from };
  const [then] = knownOf(facts, row, base);
  return then === undefined ? null : { row, by: now.value.minus(then.value), from: now.from };
}
