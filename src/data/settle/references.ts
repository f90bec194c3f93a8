import { issue, type Issue } from "../../issues/issue.js";
import { cellToFind, type CellPlace } from "../../issues/place.js";
import { compareText } from "../../terms/compare-text.js";
import { groupBy } from "../../terms/group-by.js";
import type { Catalogue } from "../catalogue.js";
import type { ReferenceFigure } from "../dataset.js";
import { agree, byPrecision } from "./agree.js";

/**
 * One figure per indicator, year and place. Of figures in several 口径 the plan's own counts; two different ones in
 * one 口径 are refused.
 */
export function settleReferences(
  reported: readonly ReferenceFigure[],
  { byId }: Catalogue,
): {
  references: readonly ReferenceFigure[];
  /** Cells whose figures contradict each other. */
  refused: readonly CellPlace[];
  issues: readonly Issue[];
} {
  const same = groupBy(reported, ({ indicator, year, region }) => [indicator, year, region].join("\n"));
  const settled = [...same.values()].map((figures) => {
    const own = figures.filter(({ scope }) => scope === "");
    const [best, ...others] = (own.length > 0 ? own : figures).sort(byPrecision);
    const against = others.find(({ value }) => best !== undefined && !agree(value, best.value));
    if (best === undefined) return { kept: [], refused: [], issues: [] };
    if (against === undefined) return { kept: [best], refused: [], issues: [] };
    const args = {
      name: byId.get(best.indicator)?.indicator.name ?? best.indicator,
      year: best.year,
      region: best.region,
      first: { display: best.display, cell: cellToFind(best.source) },
      second: { display: against.display, cell: cellToFind(against.source) },
    };
    const refused = [best, ...others].map(({ source }) => source);
    return { kept: [], refused, issues: [issue("data/reference-conflict", best.source, args)] };
  });
  return {
    references: settled.flatMap(({ kept }) => kept).sort(inOrder),
    refused: settled.flatMap(({ refused }) => refused),
    issues: settled.flatMap(({ issues }) => issues),
  };
}

function inOrder(a: ReferenceFigure, b: ReferenceFigure): number {
  return compareText(a.indicator, b.indicator) || compareText(a.region, b.region) || a.year - b.year;
}
