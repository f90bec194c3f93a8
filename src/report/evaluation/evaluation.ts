import type { Generated } from "../../narrative/narrative.js";
import type { Dataset } from "../../data/dataset.js";
import type { Scorecard } from "../../score/scorecard.js";
import { gapsAnnex } from "../annexes/gaps.js";
import { methodAnnex } from "../annexes/method.js";
import { dataTablesAnnex } from "../annexes/data-tables.js";
import { coverOf, documentFacts } from "../chapters/cover.js";
import type { EvaluationChapter, EvaluationModel } from "../model.js";
import { numbered } from "../numbering/numbered.js";
import type { NumberedPart, Part, UnnumberedAnnex, UnnumberedReport } from "../numbering/unnumbered.js";
import { achievementsPart, conclusionPart, experiencePart, surveyPart } from "./achievements.js";
import { sensitivityAnnex } from "./annexes/sensitivity.js";
import { evaluationRules } from "./annexes/rules.js";
import type { EvaluationContext, EvaluationKind, EvaluationMatter } from "./context.js";
import { domainsPart } from "./domains.js";
import { evaluationNaming, evaluationTitleLines } from "./words/naming.js";
import { measuresAnnex, measuresPart } from "./measures.js";
import { outlookPart } from "./outlook.js";
import { overviewPart } from "./overview.js";
import { problemsPart } from "./problems.js";
import { progressPart } from "./progress.js";
import { projectsPart } from "./projects.js";
import { recommendationsPart } from "./recommendations.js";
import { summaryPart } from "./summary.js";
import { generatedBy, withHand } from "../hand/hand.js";
import { gapsOf, handOf } from "./written.js";

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
  const { parts, annexes } = numbered(reportOf(matter));
  const summary = parts.find(({ id }) => id === "summary");
  return {
    schemaVersion: 1,
    kind,
    document: documentFacts(naming, matter, context),
    cover: coverOf(naming, matter, context),
    titleLines: evaluationTitleLines(kind, scorecard),
    summary: { number: "", heading: summary?.heading ?? "", blocks: summary?.blocks ?? [] },
    chapters: parts.filter((part) => part !== summary).map(chapterOf),
    annexes,
    gaps: gapsOf(matter),
  };
}

/** What the report says by itself, part by part, where people have not written. */
export function evaluationTexts(
  kind: EvaluationKind,
  scorecard: Scorecard,
  dataset: Dataset,
  context: EvaluationContext,
): Generated {
  return generatedBy(reportOf({ kind, scorecard, dataset, context }));
}

function reportOf(matter: EvaluationMatter): UnnumberedReport {
  return withHand({ parts: partsOf(matter), annexes: annexesOf(matter) }, handOf(matter));
}

/** In the order the template prints them, which is the order they are numbered in. */
function partsOf(matter: EvaluationMatter): Part[] {
  return [
    summaryPart(matter),
    overviewPart(matter),
    progressPart(matter),
    domainsPart(matter),
    measuresPart(matter),
    projectsPart(matter),
    achievementsPart,
    experiencePart,
    surveyPart,
    problemsPart(matter),
    outlookPart(matter),
    recommendationsPart(matter),
    conclusionPart,
  ];
}

function annexesOf(matter: EvaluationMatter): UnnumberedAnnex[] {
  const measures = measuresAnnex(matter);
  return [
    dataTablesAnnex(matter),
    ...(measures === null ? [] : [measures]),
    sensitivityAnnex(matter),
    gapsAnnex(matter, matter.context),
    methodAnnex(matter, evaluationRules(matter.scorecard)),
  ];
}

/** The chapter whose sections stand in the 目录: with those of all chapters it would not be one page. */
const LISTED = "domains";

function chapterOf({ id, number, heading, blocks, sections }: NumberedPart): EvaluationChapter {
  return { id, heading, blocks, sections, number, sectionsListed: id === LISTED };
}
