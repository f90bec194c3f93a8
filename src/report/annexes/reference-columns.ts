import type { Dataset, ReferenceFigure } from "../../data/dataset.js";
import type { Scorecard } from "../../score/scorecard.js";
import { groupBy } from "../../terms/group-by.js";
import { latestOf, yearsShown } from "../references.js";
import { rowsAndParts, type Matter } from "../row-facts.js";

/** A column of the data tables: the figures of another place. */
export interface ReferenceColumn {
  place: string;
  /** The year most of its figures are of: its heading's. */
  year: number;
  figures: ReadonlyMap<string, ReferenceFigure>;
}

/** 全市 and 全国, where there is a figure of them for any row. */
export function referenceColumns({ scorecard, dataset }: Matter): ReferenceColumn[] {
  return referenceColumnsOf([scorecard], dataset);
}

/** The same for a table with the rows of several plans. */
export function referenceColumnsOf(scorecards: readonly Scorecard[], dataset: Dataset): ReferenceColumn[] {
  const places = [...new Set(scorecards.flatMap(({ plan }) => plan.terms.beside))];
  return places.flatMap((place) => {
    const found = scorecards.flatMap((scorecard) =>
      rowsAndParts(scorecard).flatMap(({ id }) => latestOf(dataset, id, place, yearsShown(scorecard)) ?? []),
    );
    return found.length === 0
      ? []
      : [{ place, year: usualYear(found), figures: new Map(found.map((each) => [each.indicator, each])) }];
  });
}

function usualYear(figures: readonly ReferenceFigure[]): number {
  const years = [...groupBy(figures, ({ year }) => year)];
  const [[year] = [0]] = years.sort(([a, of], [b, others]) => others.length - of.length || b - a);
  return year;
}

/** Stands behind a figure that is not of the year its column's head names. */
export const OTHER_YEAR = "*";

/** What a figure of another place says of itself where it differs from its column's; "" where it does not. */
export function referenceNotes(columns: readonly ReferenceColumn[], id: string): string[] {
  return columns.flatMap(({ place, year, figures }) => {
    const figure = figures.get(id);
    if (figure === undefined) return [];
    const isOther = figure.year !== year;
    const said = [
      isOther ? `为${figure.year}年数据` : "",
      figure.scope === "" ? "" : `口径为${figure.scope}`,
      figure.vouched ? "" : "未注明口径或来源",
    ].filter((text) => text !== "");
    return said.length === 0 ? [] : [`${place}数${isOther ? `（${OTHER_YEAR}）` : ""}${said.join("，")}`];
  });
}

/** Whom the figures of other places are from: 全市、全国数据来自…. "" where there are none. */
export function referenceSource(columns: readonly ReferenceColumn[]): string {
  const publishers = columns.flatMap(({ figures }) =>
    [...figures.values()].map(({ publisher }) => publisher),
  );
  const named = [...new Set(publishers)].filter((publisher) => publisher !== "");
  const places = columns.map(({ place }) => place).join("、");
  return named.length === 0 ? "" : `${places}数据来自${named.join("、")}。`;
}
