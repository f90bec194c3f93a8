import { issue, type Issue } from "../../issues/issue.js";
import type { Grouping } from "../../plan/plan.js";
import { agree } from "../settle/agree.js";
import type { Gap, GroupFigure, Observation, Revision } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import type { ProjectLine } from "../sheet/reading.js";
import { theMorePrecise } from "../settle/series.js";
import { figureKey, type Count, type LedgerEntry } from "./entry.js";
import { cellText } from "../../issues/place.js";

/** What the ledger holds to be so: the latest of what was ever reported, and what it took the place of. */
export interface Standing {
  observations: readonly Observation[];
  groups: readonly GroupFigure[];
  gaps: readonly Gap[];
  projects: readonly ProjectLine[];
  revisions: readonly Revision[];
  issues: readonly Issue[];
}

export function standingOf(entries: readonly LedgerEntry[]): Standing {
  const figures = [...groupBy(entries.filter(isFigure), figureKey).values()].map(settleFigure);
  const accounts = groupBy(
    entries.filter(({ kind }) => kind === "进展"),
    figureKey,
  );
  const standing = figures.flatMap(({ figure }) => figure ?? []);
  return {
    observations: standing.filter(({ entry }) => entry.kind === "数值").map(({ observation }) => observation),
    groups: standing.filter(({ entry }) => entry.kind === "分组").map(groupFigure),
    gaps: figures.flatMap(({ gap }) => gap ?? []).map(gapOf),
    projects: [...accounts.values()].flatMap(latestAccount).map(projectLine),
    revisions: figures.flatMap(({ revisions }) => revisions),
    issues: figures.flatMap(({ issues }) => issues),
  };
}

function isFigure({ kind }: LedgerEntry): boolean {
  return kind === "数值" || kind === "分组" || kind === "缺报";
}

/** What stands of one figure: a value, a reason why there is none, or nothing. */
interface SettledFigure {
  figure: StandingFigure | null;
  gap: LedgerEntry | null;
  revisions: Revision[];
  issues: Issue[];
}

/** The line that counts, and what it says together with earlier ones that agree. */
interface StandingFigure {
  entry: Valued;
  observation: Observation;
}

type Valued = LedgerEntry & { value: NonNullable<LedgerEntry["value"]> };

/**
 * A later form's figure counts before an earlier form's, whenever each was collected; of forms of the
 * same year the line further down counts. Figures that agree are one, the more precise.
 */
function settleFigure(entries: readonly LedgerEntry[]): SettledFigure {
  const settled: SettledFigure = { figure: null, gap: null, revisions: [], issues: [] };
  for (const now of [...entries].sort((a, b) => a.formYear - b.formYear)) {
    if (isValued(now)) takeValue(settled, now);
    else takeGap(settled, now);
  }
  return settled;
}

export function isValued(entry: LedgerEntry): entry is Valued {
  return entry.value !== null;
}

function takeValue(settled: SettledFigure, entry: Valued): void {
  const before = settled.figure;
  const now: StandingFigure = { entry, observation: observationOf(entry) };
  settled.gap = null;
  settled.figure = now;
  if (before === null) return;
  if (agree(before.entry.value, entry.value)) {
    if (!sameForm(before.entry, entry)) now.observation = theMorePrecise(before.observation, now.observation);
  } else if (entry.kind === "分组") settled.issues.push(groupRevised(before.entry, entry));
  else {
    const { id: indicator, year } = entry;
    settled.revisions.push({ indicator, year, old: before.observation, new: now.observation });
  }
}

/** Only who reported a figure can take it back; what another reporter or a later form leaves out stands. */
function takeGap(settled: SettledFigure, now: LedgerEntry): void {
  const before = settled.figure?.entry ?? null;
  if (before !== null && !sameForm(before, now)) return;
  settled.gap = now;
  settled.figure = null;
  if (before === null) return;
  const { id: indicator, year, reason, source } = now;
  const old = { display: before.display, cell: cellText(before.source) };
  settled.issues.push(issue("ledger/withdrawn", source, { indicator, year, reason, old }));
}

function sameForm(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.formYear === b.formYear && a.reporter === b.reporter;
}

function groupRevised(before: LedgerEntry, now: LedgerEntry): Issue {
  return issue("data/group-revised", now.source, {
    indicator: now.id,
    year: now.year,
    group: now.group,
    first: { display: now.display, cell: cellText(now.source) },
    second: { display: before.display, cell: cellText(before.source) },
  });
}

/** A reporter's lines on a project's year belong together: those of the workbook it sent last. */
function latestAccount(lines: readonly LedgerEntry[]): LedgerEntry[] {
  const last = lines.at(-1);
  return lines.filter(({ sha256, time }) => sha256 === last?.sha256 && time === last.time);
}

function observationOf(entry: Valued): Observation {
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

function groupFigure({ entry, observation: { value, display, source } }: StandingFigure): GroupFigure {
  const { id: indicator, year, group } = entry;
  return { indicator, year, grouping: entry.grouping as Grouping, group, value, display, source };
}

function gapOf(entry: LedgerEntry): Gap {
  const { id: indicator, year, display, source, remark, reason: statedReason } = entry;
  const reason = display === "" ? "blank" : /^[.…⋯]{1,}$/u.test(display) ? "belowUnit" : "dash";
  return { indicator, year, display, reason, statedReason, source, remark };
}

function projectLine({ id: project, year, source, reporter, unit, project: told }: LedgerEntry): ProjectLine {
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
