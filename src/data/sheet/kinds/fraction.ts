import type { CellPlace } from "../../../issues/place.js";
import { issue, type Issue } from "../../../issues/issue.js";
import { COUNT_WRITTEN, unitOf } from "../../../terms/unit.js";
import type { Entry } from "../../catalogue.js";
import { read, refused, unreadCell } from "../../coverage/fate.js";
import type { Figure } from "../../dataset.js";
import { sourceAt } from "../../settle/place.js";
import { readCell } from "../cell.js";
import { tightText } from "../normalise.js";
import type { Reading, SheetContext } from "../reading.js";

/** The columns of a year's numerator and denominator; null where there are none. */
export interface CountColumns {
  year: number;
  numerator: number | null;
  denominator: number | null;
}

/** The numerator and denominator beside a figure. */
type Fraction = Pick<Reading, "notes" | "issues" | "fates"> & {
  numerator: Figure | null;
  denominator: Figure | null;
};

/** Reads them from the columns of `at`; a pair that cannot be right is refused whole. */
export function readFraction(context: SheetContext, row: number, entry: Entry, at: CountColumns): Fraction {
  const top = readCount(context, row, entry, at.year, at.numerator);
  const bottom = readCount(context, row, entry, at.year, at.denominator);
  const notes = [...top.notes, ...bottom.notes];
  const issues = [...top.issues, ...bottom.issues];
  const fates = [...top.fates, ...bottom.fates];
  const exceeds = exceeding(entry, top.figure, bottom.figure) ?? uncounted(entry, top.figure, bottom.figure);
  if (exceeds === null) return { numerator: top.figure, denominator: bottom.figure, notes, issues, fates };
  return {
    numerator: null,
    denominator: null,
    notes,
    issues: [...issues, exceeds],
    fates: fates.map((fate) => (fate.as === "read" ? refused(fate.source, "cell") : fate)),
  };
}

/** A share of a whole that is more than the whole; gross rates, whose limit is open, may be. */
function exceeding({ indicator }: Entry, top: Figure | null, bottom: Figure | null): Issue | null {
  if (top === null || bottom === null || indicator.range.max === null) return null;
  if (top.value.lte(bottom.value) && !bottom.value.isZero()) return null;
  return issue("data/numerator-exceeds", top.source, {
    numerator: top.value.toString(),
    denominator: bottom.value.toString(),
    other: bottom.source.cell,
    isZero: bottom.value.isZero(),
  });
}

/** One of the two of a rate alone, and it counts nothing: 94.88 under 分子 is the figure of the next column. */
function uncounted({ indicator }: Entry, top: Figure | null, bottom: Figure | null): Issue | null {
  const alone = top === null ? bottom : bottom === null ? top : null;
  if (alone === null || alone.value.isInteger() || unitOf(indicator.unit).per === null) return null;
  const role = alone === top ? ("分子" as const) : ("分母" as const);
  return issue("data/not-a-count", alone.source, { role, shown: alone.display });
}

/** 94880人: what is counted, behind a whole number. */
const COUNTED = new RegExp(`^[\\d,]+(${COUNT_WRITTEN})$`, "u");

type Count = Pick<Reading, "notes" | "issues" | "fates"> & { figure: Figure | null };

function readCount(
  context: SheetContext,
  row: number,
  { indicator }: Entry,
  year: number,
  column: number | null,
): Count {
  if (column === null) return { figure: null, notes: [], issues: [], fates: [] };
  const source = sourceAt(context, row, column);
  const cell = context.grid.cell(row, column);
  const [, unit = ""] = COUNTED.exec(tightText(cell?.display ?? "")) ?? [];
  const reading = readCell(cell, { unit, range: { ...indicator.range, max: null }, ratio: false }, source);
  if (reading.type !== "figure") {
    const fates = cell === null ? [] : unreadCell(cell, source, reading.issue !== null);
    return { figure: null, notes: [], issues: reading.issue === null ? [] : [reading.issue], fates };
  }
  const notes = reading.notes.map((note) => ({ source, indicator: indicator.id, year, ...note }));
  const figure = { value: reading.value, display: cell?.display ?? "", source };
  return { figure, notes, issues: [], fates: [read(source)] };
}

/** Numerator and denominator without a value stand for nothing: told, with the value that they give. */
export function fractionAlone(
  { indicator }: Entry,
  year: number,
  { numerator, denominator, issues, fates }: Fraction,
  where: CellPlace,
): Pick<Reading, "issues" | "fates"> {
  const cells = fates.filter((fate) => fate.as === "read").map(({ source }) => source);
  if (cells.length === 0) return { issues, fates };
  const { per } = unitOf(indicator.unit);
  const isWhole = numerator !== null && denominator !== null && !denominator.value.isZero() && per !== null;
  const rate = isWhole
    ? numerator.value.times(per).div(denominator.value).toDecimalPlaces(indicator.decimals)
    : null;
  const args = {
    name: indicator.name,
    year,
    what: numerator === null ? "分母" : denominator === null ? "分子" : "分子、分母",
    cells: cells.map(({ cell }) => cell),
    rate: rate === null ? null : `${rate.toString()}${unitOf(indicator.unit).behind}`,
  };
  return {
    issues: [...issues, issue("data/fraction-without-value", where, args)],
    fates: fates.map((fate) => (fate.as === "read" ? refused(fate.source, "cell") : fate)),
  };
}
