import { issue, type Issue } from "../../../issues/issue.js";
import { traitsOf } from "../../../plan/target-kinds.js";
import type { Entry } from "../../catalogue.js";
import { readCell, type Measure } from "../cell.js";
import type { Figure, Gap } from "../../dataset.js";
import { isOtherScale, unitOf } from "../../../terms/unit.js";
import type { Role } from "../headings.js";
import { unitInName, unitKey } from "../normalise.js";
import { sourceAt } from "../../settle/place.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext } from "../reading.js";
import { reporterNamed } from "../signature.js";
import { columnOf, proseIn, textIn } from "../table.js";
import { cellText } from "../../../issues/place.js";

/** Where one year's figure of a row stands; the columns of its numerator and denominator or null. */
export interface YearColumn {
  year: number;
  column: number;
  numerator: number | null;
  denominator: number | null;
  /** Whether the row's 缺报原因 speaks of this year. */
  ownReason: boolean;
}

/** The measure of an indicator, as the cell readers need it. */
export function measureOf({ indicator, judged }: Entry): Measure {
  const ratio = judged !== null && traitsOf(judged.target).ratio;
  return { unit: indicator.unit, range: indicator.range, ratio };
}

/** Reads the figures of the indicator `entry` in one row, one per year column. */
export function readIndicatorRow(
  context: SheetContext,
  row: number,
  entry: Entry,
  years: readonly YearColumn[],
): Reading {
  const readings = years.map((year) => readYear(context, row, entry, year));
  const unit = unitIssue(context, row, entry);
  if (unit === null) return joined(readings);
  return joined([
    onlyIssues(unit),
    ...readings.map((each) => (unit.severity === "error" ? refused(each) : each)),
  ]);
}

/** The figures of a reading as gaps: they stand in a unit that is not the plan's. */
function refused({ observations, gaps, issues }: Reading): Reading {
  const cells = observations.map(({ indicator, year, source, display, remark }): Gap => {
    return { indicator, year, source, display, reason: "refused", statedReason: "", remark };
  });
  return { ...NOTHING, gaps: [...gaps, ...cells], issues };
}

function readYear(context: SheetContext, row: number, entry: Entry, at: YearColumn): Reading {
  const source = sourceAt(context, row, at.column);
  const cell = context.grid.cell(row, at.column);
  const reading = readCell(cell, measureOf(entry), source);
  const common = { indicator: entry.indicator.id, year: at.year, source };
  const remark = proseIn(context.grid, context.table, row, "remark");
  const statedReason = at.ownReason ? proseIn(context.grid, context.table, row, "missingReason") : "";
  const display = cell?.display ?? "";
  if (reading.type !== "figure") {
    const reason: Gap["reason"] = reading.type === "refused" ? "refused" : reading.reason;
    const covered = cell === null && context.grid.shown(row, at.column) !== null;
    const issues = [
      ...(reading.issue === null ? [] : [reading.issue]),
      ...(covered ? [issue("data/merged-value", source, {})] : []),
    ];
    return { ...NOTHING, gaps: [{ ...common, display, reason, statedReason, remark }], issues };
  }
  const fraction = readFraction(context, row, entry, at);
  const observation = {
    ...common,
    value: reading.value,
    display,
    numerator: fraction.numerator,
    denominator: fraction.denominator,
    remark,
    dataSource: proseIn(context.grid, context.table, row, "dataSource"),
    reporter: proseIn(context.grid, context.table, row, "reporter") || reporterNamed(context.table.title),
  };
  return {
    ...NOTHING,
    observations: [observation],
    notes: [...reading.notes.map((note) => ({ ...common, ...note })), ...fraction.notes],
    issues: [
      ...fraction.issues,
      ...(statedReason === ""
        ? []
        : [issue("data/reason-beside-figure", source, { shown: display, reason: statedReason })]),
    ],
  };
}

type Fraction = Pick<Reading, "notes" | "issues"> & { numerator: Figure | null; denominator: Figure | null };

function readFraction(context: SheetContext, row: number, entry: Entry, at: YearColumn): Fraction {
  const top = readCount(context, row, entry, at.year, at.numerator);
  const bottom = readCount(context, row, entry, at.year, at.denominator);
  const notes = [...top.notes, ...bottom.notes];
  const issues = [...top.issues, ...bottom.issues];
  const exceeds = exceeding(entry, top.figure, bottom.figure);
  return exceeds === null
    ? { numerator: top.figure, denominator: bottom.figure, notes, issues }
    : { numerator: null, denominator: null, notes, issues: [...issues, exceeds] };
}

/** A share of a whole that is more than the whole; gross rates, whose limit is open, may be. */
function exceeding({ indicator }: Entry, top: Figure | null, bottom: Figure | null): Issue | null {
  if (top === null || bottom === null || indicator.range.max === null) return null;
  if (top.value.lte(bottom.value) && !bottom.value.isZero()) return null;
  return issue("data/numerator-exceeds", top.source, {
    numerator: top.value.toString(),
    denominator: bottom.value.toString(),
    other: cellText(bottom.source),
  });
}

type Count = Pick<Reading, "notes" | "issues"> & { figure: Figure | null };

function readCount(
  context: SheetContext,
  row: number,
  { indicator }: Entry,
  year: number,
  column: number | null,
): Count {
  if (column === null) return { figure: null, notes: [], issues: [] };
  const source = sourceAt(context, row, column);
  const cell = context.grid.cell(row, column);
  const reading = readCell(
    cell,
    { unit: "", range: { ...indicator.range, max: null }, ratio: false },
    source,
  );
  if (reading.type !== "figure") {
    return { figure: null, notes: [], issues: reading.issue === null ? [] : [reading.issue] };
  }
  const notes = reading.notes.map((note) => ({ ...note, source, indicator: indicator.id, year }));
  return { figure: { value: reading.value, display: cell?.display ?? "", source }, notes, issues: [] };
}

/** The sheet's unit, in its column or in the name, against the plan's: 万人 for 人 is a factor of ten thousand. */
function unitIssue(context: SheetContext, row: number, { indicator }: Entry): Issue | null {
  const text = (role: Role) => textIn(context.grid, context.table, row, role);
  const stated = /^[-—–/]*$/u.test(text("unit")) ? "" : text("unit");
  const shown = stated === "" ? unitInName(text("name")) : stated;
  if (shown === "" || unitKey(shown) === unitKey(indicator.unit)) return null;
  const column = columnOf(context.table, stated === "" ? "name" : "unit") ?? 1;
  const code = isOtherScale(unitOf(unitKey(shown)), unitOf(indicator.unit))
    ? "data/unit-scale"
    : "data/unit-differs";
  return issue(code, sourceAt(context, row, column), { name: indicator.name, shown, unit: indicator.unit });
}
