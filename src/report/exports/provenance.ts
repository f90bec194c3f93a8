import type { Dataset } from "../../data/dataset.js";
import type { Method } from "../../plan/plan.js";
import type { Scorecard } from "../../score/scorecard.js";
import type { ReportContext } from "../context.js";
import { districtScale, figure, siteScale, type Scale } from "../words/number.js";
import type { CellPlace } from "../../issues/place.js";
import { judgedOf } from "../../plan/lookup.js";

export interface ProvenanceContext extends Pick<ReportContext, "asOf" | "draft" | "issues"> {
  versions: { tool: string; browser: string };
}

/** Where a printed figure comes from: what was printed, the exact value, and its cell. */
interface FigureSource extends CellPlace {
  indicator: string;
  year: number;
  group: string;
  shown: string;
  value: string;
  display: string;
}

/**
 * provenance.json: the inputs with their SHA-256, the tool, browser and method a report was made with,
 * and the cell of every figure printed in it.
 */
export function provenanceOf(scorecard: Scorecard, dataset: Dataset, context: ProvenanceContext): object {
  const { plan, year } = scorecard;
  return {
    schemaVersion: 1,
    plan: { id: plan.id, title: plan.title, document: plan.document.number, file: fileName(plan.file) },
    year,
    asOf: context.asOf,
    draft: context.draft,
    versions: context.versions,
    method: methodFacts(plan.method),
    inputs: dataset.inputs,
    figures: [...seriesFigures(scorecard, dataset), ...groupFigures(scorecard, dataset)],
    baselines: planBaselines(scorecard),
    revisions: revisionsOf(scorecard, dataset),
    issues: context.issues.map(({ code, severity, message, where }) => ({ code, severity, message, where })),
  };
}

/** Without its folder, which is the machine's own: the same plan gives the same record anywhere. */
function fileName(file: string): string {
  return file.split(/[\\/]/u).at(-1) ?? file;
}

function methodFacts({ pace, tolerance, rounding, smallNumbers }: Method): object {
  return {
    pace: { onTrack: pace.onTrack.toFixed(), slow: pace.slow.toFixed() },
    tolerance: tolerance.toFixed(),
    rounding,
    smallNumbers,
  };
}

/** The scale of every series of the district that the report prints: rows, parts and comparison series. */
function scalesOf(scorecard: Scorecard): Map<string, Scale> {
  const { plan } = scorecard;
  const scales = new Map(
    scorecard.rows.flatMap(judgedOf).map((scored) => [scored.id, districtScale(scored, plan)]),
  );
  for (const { id, unit, decimals } of plan.series) {
    scales.set(id, { unit, decimals, rounding: plan.method.rounding, ratio: false });
  }
  return scales;
}

function seriesFigures(scorecard: Scorecard, dataset: Dataset): FigureSource[] {
  return [...scalesOf(scorecard)].flatMap(([id, scale]) =>
    (dataset.series[id] ?? [])
      .filter(({ year }) => isPrinted(year, scorecard))
      .flatMap((observation) => {
        const { year, value, display, source, numerator, denominator } = observation;
        const own = {
          indicator: id,
          year,
          group: "",
          shown: figure(scale, value),
          value: value.toFixed(),
          display,
          ...source,
        };
        const behind = [numerator, denominator].filter((each) => each !== null);
        return [
          own,
          ...behind.map((each) => ({
            ...own,
            shown: each.value.toFixed(),
            value: each.value.toFixed(),
            display: each.display,
            ...each.source,
          })),
        ];
      }),
  );
}

function groupFigures(scorecard: Scorecard, dataset: Dataset): FigureSource[] {
  const printed = dataset.groups.filter(({ year }) => isPrinted(year, scorecard));
  const ownOf = (id: string) => printed.filter(({ indicator }) => indicator === id);
  const { plan } = scorecard;
  const scales = new Map([
    ...scalesOf(scorecard),
    ...scorecard.rows
      .flatMap(judgedOf)
      .map((scored) => [scored.id, siteScale(scored, plan, ownOf(scored.id))] as const),
  ]);
  return printed.flatMap(({ indicator, year, group, value, display, source }) => {
    const scale = scales.get(indicator);
    if (scale === undefined) return [];
    const [shown, exact] = [figure(scale, value), value.toFixed()];
    return { indicator, year, group, shown, value: exact, display, ...source };
  });
}

function isPrinted(year: number, { plan, year: reported }: Pick<Scorecard, "plan" | "year">): boolean {
  return year >= plan.period.baseline && year <= reported;
}

/** Baselines that come from the plan's own text have a clause, not a cell. */
function planBaselines(scorecard: Scorecard): object[] {
  return scorecard.rows.flatMap(judgedOf).flatMap(({ id, indicator, baseline }) =>
    baseline?.origin !== "source"
      ? []
      : {
          indicator: id,
          year: baseline.year,
          value: baseline.value.toFixed(),
          clause: indicator.baseline?.clause ?? "",
          doubtful: baseline.doubtful,
        },
  );
}

function revisionsOf(scorecard: Scorecard, dataset: Dataset): object[] {
  const scales = scalesOf(scorecard);
  return dataset.revisions
    .filter(({ indicator, year }) => scales.has(indicator) && isPrinted(year, scorecard))
    .map(({ indicator, year, old, new: current }) => ({
      indicator,
      year,
      old: { value: old.value.toFixed(), ...old.source },
      new: { value: current.value.toFixed(), ...current.source },
    }));
}
