import { issue, type Issue } from "../../issues/issue.js";
import { agree, byPrecision } from "./agree.js";
import { inPlaceOrder } from "./place.js";
import type { Catalogue } from "../catalogue.js";
import type { GroupFigure } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { tightText } from "../sheet/normalise.js";
import { cellToFind, type CellPlace } from "../../issues/place.js";
import { underOneName } from "./sites.js";
import { withoutStrangers } from "./strange-sites.js";
import { largest } from "../../terms/long-lists.js";

/** A group figure with the latest data year of the workbook it was reported in. */
export interface DatedGroup {
  figure: GroupFigure;
  formYear: number;
}

/**
 * One figure per indicator, year, grouping and group. Agreeing repeats are one; a later form's figure
 * takes an earlier one's place with a finding; two different ones from forms of the same year are refused.
 */
export function settleGroups(
  reported: readonly DatedGroup[],
  catalogue: Catalogue,
): {
  groups: readonly GroupFigure[];
  /** Cells whose figures contradict each other. */
  refused: readonly CellPlace[];
  /** Cells in the rows of what is no site. */
  strangers: readonly CellPlace[];
  issues: readonly Issue[];
} {
  const named = underOneName(
    reported.map(({ figure }) => figure),
    catalogue,
  );
  const dated = reported.map(({ formYear }, at) => ({ figure: named[at] ?? reported[at]!.figure, formYear }));
  const settled = [...byGroup(dated).values()].map(settleGroup);
  const admitted = withoutStrangers(
    settled.flatMap(({ figure }) => figure ?? []),
    catalogue,
  );
  return {
    groups: admitted.groups,
    refused: settled.flatMap(({ refused }) => refused),
    strangers: admitted.refused,
    issues: [...settled.flatMap(({ issues }) => issues), ...admitted.issues],
  };
}

function byGroup(reported: readonly DatedGroup[]): Map<string, DatedGroup[]> {
  return groupBy(reported, ({ figure: { indicator, year, grouping, group } }) =>
    [indicator, year, grouping, tightText(group)].join("\n"),
  );
}

interface SettledGroup {
  figure: GroupFigure | null;
  refused: CellPlace[];
  issues: Issue[];
}

function settleGroup(reported: readonly DatedGroup[]): SettledGroup {
  const latest = largest(reported.map(({ formYear }) => formYear));
  const figures = reported.filter(({ formYear }) => formYear === latest).map(({ figure }) => figure);
  const [best, ...others] = figures.sort(byPrecision);
  if (best === undefined) return { figure: null, refused: [], issues: [] };
  if (others.some(({ value }) => !agree(value, best.value)))
    return { figure: null, refused: figures.map(({ source }) => source), issues: [conflict(best, others)] };
  const earlier = reported.find(
    ({ figure, formYear }) => formYear < latest && !agree(figure.value, best.value),
  );
  return {
    figure: best,
    refused: [],
    issues: earlier === undefined ? [] : [revised(best, earlier.figure)],
  };
}

function conflict(one: GroupFigure, others: readonly GroupFigure[]): Issue {
  const all = inPlaceOrder([one, ...others], ({ source }) => source);
  const { indicator, year, group } = one;
  const figures = all.map(({ display, source }) => ({ display, cell: cellToFind(source) }));
  return issue("data/group-conflict", (all[0] ?? one).source, { indicator, year, group, figures });
}

function revised(a: GroupFigure, b: GroupFigure): Issue {
  return issue("data/group-revised", a.source, {
    indicator: a.indicator,
    year: a.year,
    group: a.group,
    first: { display: a.display, cell: cellToFind(a.source) },
    second: { display: b.display, cell: cellToFind(b.source) },
  });
}
