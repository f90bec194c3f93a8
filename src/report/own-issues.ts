import type { Dataset } from "../data/dataset.js";
import type { Issue } from "../issues/issue.js";
import type { CellPlace } from "../issues/place.js";
import type { Matter } from "./row-facts.js";

/** Those of a run's findings that belong into this plan's report. */
export function issuesOf(matter: Matter, issues: readonly Issue[]): Issue[] {
  return issues.filter(concerning(matter));
}

/** The ids of this plan's rows, parts and comparison series. */
export function idsOf({ scorecard }: Matter): Set<string> {
  const { rows, series } = scorecard.plan;
  return new Set([...rows, ...rows.flatMap(({ parts }) => parts), ...series].map(({ id }) => id));
}

/**
 * Whether a finding belongs into this plan's report: it does unless it names the other plan's rows, or all
 * figures of its cell (or, where the cell holds none, of its sheet, or of its file) are the other plan's.
 * What is asked of every finding is made once, for the matter.
 */
export function concerning(matter: Matter): (issue: Issue) => boolean {
  const ids = idsOf(matter);
  const owned = ownedPlaces(matter.dataset, ids);
  return ({ where, indicators: named }) => {
    if (named.length > 0) return named.some((id) => ids.has(id));
    if (where === null) return true;
    // Texts are written for one plan: another's say nothing of this one.
    if (where.file.startsWith(NARRATIVES))
      return where.file.startsWith(`${NARRATIVES}${matter.scorecard.plan.id}-`);
    const { file, sheet, cell } = where;
    const nearest = placesOf({ file, sheet: sheet ?? "", cell: cell ?? "" }).find((place) =>
      owned.has(place),
    );
    return nearest === undefined || owned.get(nearest) === true;
  };
}

/** Of each cell with a figure, its sheet and its file: whether one of the figures there is of these ids. */
function ownedPlaces(dataset: Dataset, ids: ReadonlySet<string>): Map<string, boolean> {
  const owned = new Map<string, boolean>();
  for (const { indicator, source } of cellsOf(dataset)) {
    const isOwn = ids.has(indicator);
    for (const place of placesOf(source)) owned.set(place, isOwn || owned.get(place) === true);
  }
  return owned;
}

/** From the cell to the file. */
function placesOf({ file, sheet, cell }: CellPlace): string[] {
  return [[file, sheet, cell], [file, sheet], [file]].map((parts) => parts.join("\n"));
}

/** The folder of people's texts, one file a plan and year. */
const NARRATIVES = "narrative/";

function cellsOf({ series, gaps, groups }: Dataset): { indicator: string; source: CellPlace }[] {
  return [...Object.values(series).flat(), ...gaps, ...groups];
}
