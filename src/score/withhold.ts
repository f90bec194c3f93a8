import type { Dataset } from "../data/dataset.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "./scorecard.js";
import { groupingKey, type SmallCells } from "./small-cells.js";

/**
 * The scorecard without its small cells: statuses stand, and whatever such a figure could be read from or worked out
 * from is taken away, so that no report made of it can tell. A row whose own figure, last year's or baseline is
 * small has no figure to tell: each is told by its difference from the others.
 */
export function withheldScorecard(scorecard: Scorecard, cells: SmallCells): Scorecard {
  return {
    ...scorecard,
    rows: scorecard.rows.map((row): ScoredRow => {
      const { row: plan, alert, alertCap } = row;
      const parts = row.parts.map((part) => withheld(part, cells));
      return { ...withheld(row, cells), row: plan, alert, alertCap, parts };
    }),
  };
}

function withheld<S extends ScoredIndicator>(scored: S, { years }: SmallCells): ScoredIndicator {
  const small = years.get(scored.id);
  const other = scored.comparator === null ? undefined : years.get(scored.comparator.id);
  if (small === undefined && other === undefined) return scored;
  const isSmall = (each: { year: number } | null): boolean => each !== null && small?.has(each.year) === true;
  const shown = {
    ...scored,
    withheld: [...(small ?? [])].filter((year) => year <= scored.year).sort((a, b) => a - b),
    series: scored.series.filter((each) => !isSmall(each)),
    previous: isSmall(scored.previous) ? null : scored.previous,
    baseline: isSmall(scored.baseline) ? null : scored.baseline,
    comparator: other === undefined ? scored.comparator : null,
    rate: withoutPool(scored.rate, isSmall),
  };
  const isTouched = isSmall(scored) || isSmall(scored.previous) || isSmall(scored.baseline);
  if (scored.rule === "noValue" || scored.rule === "worstPart" || (!isTouched && other === undefined))
    return shown;
  const { status } = scored;
  const nothing = { value: null, observation: null, rate: null, progress: null, groups: null };
  return { ...shown, ...nothing, goal: scored.goal, rule: "withheld", status, worseTwice: false };
}

/** A rate of three years less those that are told is the one that is not. */
function withoutPool(
  rate: ScoredIndicator["rate"],
  isSmall: (each: { year: number }) => boolean,
): ScoredIndicator["rate"] {
  const isHidden = rate?.pooled?.years.some((year) => isSmall({ year })) === true;
  return rate === null || !isHidden ? rate : { ...rate, pooled: null };
}

/** The figures without the small cells, and without what was said of them before: revisions, gaps, notes. */
export function withheldDataset(dataset: Dataset, { years, groupings }: SmallCells): Dataset {
  const series = Object.entries(dataset.series).map(([id, all]) => [
    id,
    all.filter(({ year }) => years.get(id)?.has(year) !== true),
  ]);
  return {
    ...dataset,
    series: Object.fromEntries(series) as Dataset["series"],
    groups: dataset.groups.filter((each) => !groupings.has(groupingKey(each))),
    revisions: [],
    gaps: [],
    readerNotes: [],
    silenced: [],
  };
}
