import type { Dataset, Figure, Observation } from "../../data/dataset.js";
import { judgedOf } from "../../plan/lookup.js";
import type { Scorecard } from "../../score/scorecard.js";
import { districtScale, figure, siteScale, type Scale } from "../words/number.js";

/** A figure of the data tables, as printed. */
export interface PrintedFigure {
  indicator: string;
  year: number;
  /** The town, institution or people it is of; "" for the district. */
  group: string;
  shown: string;
  /** What was reported: with 分子 and 分母 where it is the district's. */
  of: Figure & Partial<Pick<Observation, "numerator" | "denominator">>;
}

/** Every figure that the data tables of a report hold: the district's, then those of groups. */
export function printedFigures(scorecard: Scorecard, dataset: Dataset): PrintedFigure[] {
  return [...seriesFigures(scorecard, dataset), ...groupFigures(scorecard, dataset)];
}

function seriesFigures(scorecard: Scorecard, { series }: Dataset): PrintedFigure[] {
  return [...scalesOf(scorecard)].flatMap(([indicator, scale]) =>
    (series[indicator] ?? [])
      .filter(({ year }) => isPrinted(year, scorecard))
      .map((of) => ({ indicator, year: of.year, group: "", shown: figure(scale, of.value), of })),
  );
}

function groupFigures(scorecard: Scorecard, dataset: Dataset): PrintedFigure[] {
  const printed = dataset.groups.filter(({ year }) => isPrinted(year, scorecard));
  const ownOf = (id: string) => printed.filter(({ indicator }) => indicator === id);
  const { plan } = scorecard;
  const scales = new Map([
    ...scalesOf(scorecard),
    ...scorecard.rows
      .flatMap(judgedOf)
      .map((scored) => [scored.id, siteScale(scored, plan, ownOf(scored.id))] as const),
  ]);
  return printed.flatMap((of) => {
    const { indicator, year, group, value } = of;
    const scale = scales.get(indicator);
    return scale === undefined ? [] : [{ indicator, year, group, shown: figure(scale, value), of }];
  });
}

/** The scale of every series of the district that the report prints: rows, parts and comparison series. */
export function scalesOf(scorecard: Scorecard): Map<string, Scale> {
  const { plan } = scorecard;
  const scales = new Map(
    scorecard.rows.flatMap(judgedOf).map((scored) => [scored.id, districtScale(scored, plan)]),
  );
  for (const { id, unit, decimals } of plan.series) {
    scales.set(id, { unit, decimals, rounding: plan.method.rounding, ratio: false });
  }
  return scales;
}

export function isPrinted(year: number, { plan, year: reported }: Pick<Scorecard, "plan" | "year">): boolean {
  return year >= plan.period.baseline && year <= reported;
}
