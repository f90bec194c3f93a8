import { decimal, type Decimal } from "../../terms/decimal.js";
import { unitOf, type Unit } from "../../terms/unit.js";
import type { Cell } from "../../workbook/sheet.js";
import type { CellNote } from "../dataset.js";
import { note } from "./cell-note.js";
import { unitKey } from "./normalise.js";

/** What a number format says of a figure beside the measure's unit. */
export type SaidByFormat =
  /** Nothing: the number is as it stands. */
  | { type: "asItStands" }
  | { type: "figure"; value: Decimal; note: CellNote }
  /** It writes a unit or words beside the figure that are not the measure's. */
  | { type: "otherUnit"; percent: boolean }
  /** It shows another figure than the cell holds, and does not say so. */
  | { type: "scaled" };

/**
 * Compares what a number format writes beside a figure with the measure's unit: 59200 shown as 5.9万 is 5.92
 * beside 万人 and 59200 beside 人; shown as 59, by a format that divides by 1000, it is neither.
 */
export function saidByFormat(value: Decimal, { shown, display }: Cell, measureUnit: string): SaidByFormat {
  const { power, words } = shown;
  if (words === "") return power === 0 ? { type: "asItStands" } : { type: "scaled" };
  const [said, unit] = [unitOf(unitKey(words)), unitOf(unitKey(measureUnit))];
  const seen = value.times(decimal(10).pow(power));
  if (said.per !== null) return ofRate(value, seen, said, unit, power);
  if (!isOfOneThing(said, unit)) return { type: "otherUnit", percent: false };
  // 60.8万 of 60800: it divides by a thousand and writes ten thousand.
  if (power !== 0 && !isHonest(power, said)) return { type: "scaled" };
  const read = said.times === unit.times ? seen : power !== 0 && unit.times === 1 ? value : null;
  if (read === null) return { type: "otherUnit", percent: false };
  if (power === 0) return { type: "asItStands" };
  return {
    type: "figure",
    value: read,
    note: note("format", read, (each) => `显示为“${display}”，读作${each}`),
  };
}

function ofRate(value: Decimal, seen: Decimal, said: Unit, unit: Unit, power: number): SaidByFormat {
  const percent = said.per === 100 && power !== 0;
  if (said.per !== unit.per) return { type: "otherUnit", percent };
  if (power === 0) return { type: "asItStands" };
  if (
    !decimal(10)
      .pow(power)
      .eq(said.per ?? 1)
  )
    return { type: "scaled" };
  return {
    type: "figure",
    value: seen,
    note: note("percent", seen, (read) => `读作${read}（百分比格式${value.toString()}）`),
  };
}

/** 万 alone is of whatever the measure counts; a number without a unit may be of anything counted one by one. */
function isOfOneThing(said: Unit, unit: Unit): boolean {
  if (said.thing === "" || said.thing === unit.thing)
    return unit.kind !== "rate" && (said.times === 1 || unit.kind !== "bare");
  return unit.kind === "bare" && said.kind === "count";
}

/** The format divides by just what it then writes: 5.92万 of 59200. */
function isHonest(power: number, { times }: Unit): boolean {
  return decimal(10).pow(-power).eq(times);
}
