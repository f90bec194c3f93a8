import { placesTold, isDoubt, type Issue, type IssueCode } from "../../issues/issue.js";
import type { Silence, SilencedFinding } from "../dataset.js";
import { cellKey } from "../../issues/place.js";
import { groupBy } from "../../terms/group-by.js";

/** Findings sorted into those that are told and those a silence of the manifest excuses. */
export interface Sorted {
  issues: Issue[];
  silenced: SilencedFinding[];
  /** One finding for each silence that excused nothing: its cell was put right, or it is mistyped. */
  idle: Issue[];
}

export function silence(issues: readonly Issue[], silences: readonly Silence[]): Sorted {
  const sorted: Sorted = { issues: [], silenced: [], idle: [] };
  const used = new Set<Silence>();
  const places = groupBy([...silences.keys()], (at) => cellKey(silences[at]!));
  for (const issue of issues) {
    const found = silencesAt(issue, places)
      .flatMap((at) => silences[at] ?? [])
      .filter((each) => excuses(each, issue));
    const reason = [...new Set(found.map((each) => each.reason))].join("；");
    for (const each of found) used.add(each);
    if (found.length === 0) sorted.issues.push(issue);
    else sorted.silenced.push({ issue, reason });
  }
  sorted.idle = silences.filter((each) => !used.has(each)).map(({ idle }) => idle);
  return sorted;
}

/** Findings that were told by another code before: who looked into that one has looked into this. */
const FORMERLY: Readonly<Partial<Record<IssueCode, readonly IssueCode[]>>> = {
  "data/magnitude": ["data/unit-slip", "data/share-typed"],
};

/** Who has looked into one doubt about a figure has confirmed the figure, whatever else is to be said of it. */
function isOfFigure(silence: Silence, { code, cells }: Issue): boolean {
  return cells.length === 0 && isDoubt(code) && isDoubt(silence.code);
}

/** Whether a silence of one of the finding's cells is meant for it. */
function excuses(silence: Silence, issue: Issue): boolean {
  const { code } = issue;
  const isSame = code === silence.code || FORMERLY[code]?.includes(silence.code) === true;
  return isSame || isOfFigure(silence, issue);
}

/** A finding on several cells is one matter: it is excused on any of them. Both may be thousands, and are not compared one by one. */
function silencesAt(issue: Issue, places: ReadonlyMap<string, readonly number[]>): number[] {
  return [...new Set(placesTold(issue).flatMap((place) => places.get(cellKey(place)) ?? []))].sort(
    (a, b) => a - b,
  );
}
