import { issue, type Issue } from "../../issues/issue.js";
import { cellText } from "../../issues/place.js";
import { agree } from "../settle/agree.js";
import type { Gap, GroupFigure, Observation, Revision } from "../dataset.js";
import type { MeasureLine, ProjectLine } from "../sheet/reading.js";
import { theMorePrecise } from "../settle/series.js";
import type { LedgerEntry } from "./entry.js";
import {
  gapOf,
  groupFigureOf,
  observationIn,
  measureLineOf,
  projectLineOf,
  type StandingFigure,
  type Valued,
} from "./observation.js";
import type { FigureRecord, LedgerRecord, Round } from "./record.js";
import { append } from "../../terms/long-lists.js";

/** What the ledger holds to be so: the latest of what was ever reported, and what it took the place of. */
export interface Standing {
  observations: readonly Observation[];
  groups: readonly GroupFigure[];
  gaps: readonly Gap[];
  projects: readonly ProjectLine[];
  measures: readonly MeasureLine[];
  revisions: readonly Revision[];
  issues: readonly Issue[];
}

/** What stands of the figures and projects of the ids that are `known`. */
export function standingOf(
  { figures, accounts }: LedgerRecord,
  known: (id: string) => boolean = () => true,
): Standing {
  const told = [...accounts.values()].flat().filter(({ id }) => known(id));
  const standing = {
    observations: [] as Observation[],
    groups: [] as GroupFigure[],
    gaps: [] as Gap[],
    projects: told.filter(({ kind }) => kind === "进展").map(projectLineOf),
    measures: told.filter(({ kind }) => kind === "措施").map(measureLineOf),
    revisions: [] as Revision[],
    issues: [] as Issue[],
  };
  for (const record of figures.values()) {
    const { figure, gap, revisions, issues } = settled(record);
    const id = figure?.entry.id ?? gap?.id;
    if (id === undefined || !known(id)) continue;
    if (figure?.entry.kind === "数值") standing.observations.push(observationIn(figure));
    if (figure?.entry.kind === "分组") standing.groups.push(groupFigureOf(figure.entry));
    if (gap !== null) standing.gaps.push(gapOf(gap));
    append(standing.revisions, revisions);
    append(standing.issues, issues);
  }
  return standing;
}

/** What stands of one figure: a value, a reason why there is none, or nothing. */
interface SettledFigure {
  figure: StandingFigure | null;
  gap: LedgerEntry | null;
  revisions: Revision[];
  issues: Issue[];
}

/**
 * A later year's form counts before an earlier one's, whenever each was collected. Figures that agree are one, the
 * more precise; another one revises what the earlier year's report printed. Within a year's round nothing is
 * revised: what `report publish` freezes will be the second thing to compare with, here.
 */
function settled({ rounds }: FigureRecord): SettledFigure {
  const result: SettledFigure = { figure: null, gap: null, revisions: [], issues: [] };
  for (const round of rounds) {
    if (round.figure !== null) takeFigure(result, round.figure);
    else if (result.figure === null) takeGap(result, round);
  }
  return result;
}

function takeFigure(result: SettledFigure, now: StandingFigure): void {
  const before = result.figure;
  result.figure = now;
  result.gap = null;
  if (before === null) return;
  if (agree(before.entry.value, now.entry.value)) {
    result.figure = { ...now, joined: theMorePrecise(observationIn(before), observationIn(now)) };
  } else if (now.entry.kind === "分组") result.issues.push(groupRevised(before.entry, now.entry));
  else {
    const { id: indicator, year } = now.entry;
    result.revisions.push({ indicator, year, old: observationIn(before), new: observationIn(now) });
  }
}

function takeGap(result: SettledFigure, { gap, withdrawn }: Round): void {
  if (gap === null) return;
  result.gap = gap;
  if (withdrawn === null) return;
  const { id: indicator, year, reason, source } = gap;
  const old = { display: withdrawn.display, cell: cellText(withdrawn.source) };
  result.issues.push(issue("ledger/withdrawn", source, { indicator, year, reason, old }));
}

function groupRevised(before: Valued, now: Valued): Issue {
  return issue("data/group-revised", now.source, {
    indicator: now.id,
    year: now.year,
    group: now.group,
    first: { display: now.display, cell: cellText(now.source) },
    second: { display: before.display, cell: cellText(before.source) },
  });
}
