import type { Dataset } from "../../data/dataset.js";
import type { Scorecard } from "../../score/scorecard.js";
import { gapsAnnex } from "../annexes/gaps.js";
import { methodAnnex } from "../annexes/method.js";
import { qualityAnnex } from "../annexes/quality.js";
import { dataTablesAnnex } from "../annexes/data-tables.js";
import { coverOf, documentFacts } from "../chapters/cover.js";
import type { Annex, EvaluationModel } from "../model.js";
import { achievementsPart } from "./achievements.js";
import { sensitivityAnnex } from "./annexes/sensitivity.js";
import { ANNEX } from "./annexes/names.js";
import { comparisonBlocks } from "./annexes/comparison-methods.js";
import type { EvaluationContext, EvaluationKind, EvaluationMatter } from "./context.js";
import { domainsPart } from "./domains.js";
import { evaluationNaming, evaluationTitleLines } from "./words/naming.js";
import { numbered, reportNumbers, type Part } from "./numbers.js";
import { outlookPart } from "./outlook.js";
import { overviewPart } from "./overview.js";
import { problemsPart } from "./problems.js";
import { progressPart } from "./progress.js";
import { projectsPart } from "./projects.js";
import { recommendationsPart } from "./recommendations.js";
import { summaryOf } from "./summary.js";
import { gapsOf } from "./written.js";

export type { EvaluationContext, EvaluationKind };

/** The 中期评估报告 or 终期评估报告 of one plan: every sentence, table and chart, formatted and in order. */
export function evaluationModel(
  kind: EvaluationKind,
  scorecard: Scorecard,
  dataset: Dataset,
  context: EvaluationContext,
): EvaluationModel {
  const matter: EvaluationMatter = { kind, scorecard, dataset, context };
  const naming = evaluationNaming(kind, scorecard);
  return {
    schemaVersion: 1,
    kind,
    document: documentFacts(naming, matter, context),
    cover: coverOf(naming, matter, context),
    titleLines: evaluationTitleLines(kind, scorecard),
    summary: summaryOf(matter),
    chapters: numbered(partsOf(matter)),
    annexes: annexesOf(matter),
    gaps: gapsOf(matter),
  };
}

/** In reading order, which is the order tables and charts are numbered in. */
function partsOf(matter: EvaluationMatter): Part[] {
  const numbers = reportNumbers();
  return [
    overviewPart(matter),
    progressPart(matter, numbers),
    domainsPart(matter, numbers),
    projectsPart(matter, numbers),
    achievementsPart(matter),
    problemsPart(matter),
    outlookPart(matter, numbers),
    recommendationsPart(matter),
  ];
}

function annexesOf(matter: EvaluationMatter): Annex[] {
  const { context } = matter;
  const method = methodAnnex(matter, context, ANNEX.method);
  return [
    dataTablesAnnex(matter, ANNEX.gaps),
    sensitivityAnnex(matter, ANNEX.sensitivity),
    gapsAnnex(matter, ANNEX.gaps),
    qualityAnnex(matter, context, ANNEX.quality),
    { ...method, blocks: [...method.blocks, ...comparisonBlocks(ANNEX.method)] },
  ];
}
