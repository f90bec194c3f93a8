import { isDoubt, type Issue, type IssueCode } from "../../issues/issue.js";
import type { Silence, SilencedFinding } from "../dataset.js";
import { cellKey } from "../../issues/place.js";

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
  for (const issue of issues) {
    const found = silences.filter((each) => excuses(each, issue));
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

/** A finding on several cells is one matter: it is excused on any of them. */
function excuses(silence: Silence, issue: Issue): boolean {
  const { code, where, cells } = issue;
  const isSame = code === silence.code || FORMERLY[code]?.includes(silence.code) === true;
  if (!isSame && !isOfFigure(silence, issue)) return false;
  const places = where === null ? cells : [where, ...cells];
  return places.some((place) => cellKey(place) === cellKey(silence));
}
