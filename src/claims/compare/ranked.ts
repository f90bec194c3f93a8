import { round, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Of, Verdict } from "../claim.js";
import { knownOf, type Facts } from "../facts.js";
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
