import type { Dataset, Figure } from "../../data/dataset.js";
import type { Method } from "../../plan/plan.js";
import type { Scorecard } from "../../score/scorecard.js";
import type { ReportModel } from "../model.js";
import { statementOf } from "./statement.js";
import type { ReportContext } from "../context.js";
import { isPrinted, printedFigures, scalesOf, type PrintedFigure } from "./printed.js";
import { gravestFirst } from "../../issues/order.js";
import type { CellPlace } from "../../issues/place.js";
import { judgedOf } from "../../plan/lookup.js";

export interface ProvenanceContext extends Pick<ReportContext, "asOf" | "draft" | "sample" | "issues"> {
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
export function provenanceOf(
  model: ReportModel,
  scorecard: Scorecard,
  dataset: Dataset,
  context: ProvenanceContext,
): object {
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
    figures: printedFigures(scorecard, dataset).flatMap(figureSources),
    baselines: planBaselines(scorecard),
    revisions: revisionsOf(scorecard, dataset),
    statement: statementOf(model, scorecard, dataset, context),
    issues: gravestFirst(context.issues).map(({ code, severity, message, where }) => ({
      code,
      severity,
      message,
      where,
    })),
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

/** A figure with its cell, and behind it its 分子 and 分母 with theirs. */
function figureSources({ indicator, year, group, shown, of }: PrintedFigure): FigureSource[] {
  const sourceOf = ({ value, display, source }: Figure, text: string): FigureSource => {
    return { indicator, year, group, shown: text, value: value.toFixed(), display, ...source };
  };
  const behind = [of.numerator, of.denominator].filter((each) => each != null);
  return [sourceOf(of, shown), ...behind.map((each) => sourceOf(each, each.value.toFixed()))];
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
