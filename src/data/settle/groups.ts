import { issue, type Issue } from "../../issues/issue.js";
import { agree, byPrecision } from "./agree.js";
import type { GroupFigure } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { tightText } from "../sheet/normalise.js";
import { cellText } from "../../issues/place.js";

/** A group figure with the latest data year of the workbook it was reported in. */
export interface DatedGroup {
  figure: GroupFigure;
  formYear: number;
}

/**
 * One figure per indicator, year, grouping and group. Agreeing repeats are one; a later form's figure
 * takes an earlier one's place with a finding; two different ones from forms of the same year are refused.
 */
export function settleGroups(reported: readonly DatedGroup[]): {
  groups: readonly GroupFigure[];
  issues: readonly Issue[];
} {
  const settled = [...byGroup(reported).values()].map(settleGroup);
  return {
    groups: settled.flatMap(({ figure }) => figure ?? []),
    issues: settled.flatMap(({ issues }) => issues),
  };
}

function byGroup(reported: readonly DatedGroup[]): Map<string, DatedGroup[]> {
  return groupBy(reported, ({ figure: { indicator, year, grouping, group } }) =>
    [indicator, year, grouping, tightText(group)].join("\n"),
  );
}

function settleGroup(reported: readonly DatedGroup[]): { figure: GroupFigure | null; issues: Issue[] } {
  const latest = Math.max(...reported.map(({ formYear }) => formYear));
  const figures = reported.filter(({ formYear }) => formYear === latest).map(({ figure }) => figure);
  const [best, ...others] = figures.sort(byPrecision);
  if (best === undefined) return { figure: null, issues: [] };
  const against = others.find(({ value }) => !agree(value, best.value));
  if (against !== undefined)
    return { figure: null, issues: [conflict("data/group-conflict", best, against)] };
  const earlier = reported.find(
    ({ figure, formYear }) => formYear < latest && !agree(figure.value, best.value),
  );
  return {
    figure: best,
    issues: earlier === undefined ? [] : [conflict("data/group-revised", best, earlier.figure)],
  };
}

function conflict(code: "data/group-conflict" | "data/group-revised", a: GroupFigure, b: GroupFigure): Issue {
  return issue(code, a.source, {
    indicator: a.indicator,
    year: a.year,
    group: a.group,
    first: { display: a.display, cell: cellText(a.source) },
    second: { display: b.display, cell: cellText(b.source) },
  });
}
