import type { Gap, GroupFigure, Observation } from "../dataset.js";
import type { MeasureLine, ProjectLine } from "../sheet/reading.js";
import type { Count, LedgerEntry } from "./entry.js";

/** A line with a number. */
export type Valued = LedgerEntry & { value: NonNullable<LedgerEntry["value"]> };

/** Whether a line says a number: those of 缺报, 进展 and 措施 do not. */
export function isValued(entry: LedgerEntry): entry is Valued {
  return entry.value !== null;
}

/** The line that counts of a figure, and what it says together with earlier ones that agree. */
export interface StandingFigure {
  entry: Valued;
  /** null where it speaks alone. */
  joined: Observation | null;
}

export function observationIn({ entry, joined }: StandingFigure): Observation {
  return joined ?? observationOf(entry);
}

export function observationOf(entry: Valued): Observation {
  const { id, year, value, display, numerator, denominator, source } = entry;
  const { remark, dataSource, reporter, formYear } = entry;
  const count = (each: Count | null) =>
    each === null
      ? null
      : { value: each.value, display: each.value.toFixed(), source: { ...source, cell: each.cell } };
  return {
    indicator: id,
    year,
    value,
    display,
    source,
    numerator: count(numerator),
    denominator: count(denominator),
    remark,
    dataSource,
    reporter,
    formYear,
  };
}

/** Of a figure of a town or institution the line itself counts. */
export function groupFigureOf({ id, year, grouping, group, value, display, source }: Valued): GroupFigure {
  return { indicator: id, year, grouping, group, value, display, source };
}

export function gapOf(entry: LedgerEntry): Gap {
  const { id: indicator, year, display, source, remark, reason: statedReason } = entry;
  const reason = display === "" ? "blank" : /^[.…⋯]{1,}$/u.test(display) ? "belowUnit" : "dash";
  return { indicator, year, display, reason, statedReason, source, remark };
}

/** A line on a project's year. */
export function projectLineOf({
  id: project,
  year,
  source,
  reporter,
  unit,
  project: told,
}: LedgerEntry): ProjectLine {
  if (told === null) throw new Error("a 进展 line without progress");
  const { status, quantity: name, goal, done, progress, problems, nextPlan } = told;
  const empty = name === "" && goal === null && done === null;
  return {
    project,
    year,
    status: status === "" ? null : status,
    quantities: empty ? [] : [{ name, goal, done, unit }],
    progress,
    problems,
    nextPlan,
    reporter,
    source,
  };
}

/** A line on a measure's year. */
export function measureLineOf({ id, year, source, reporter, measure }: LedgerEntry): MeasureLine {
  if (measure === null) throw new Error("a 措施 line without a status");
  return { measure: id, year, ...measure, reporter, source };
}
