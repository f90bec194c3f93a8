/** The stages as a library: plan → data → score → report → render → print. */
export { decimal, round, type Decimal, type Rounding } from "./terms/decimal.js";
export { EXIT, ReportError } from "./issues/error.js";
export { hasErrors, type Issue, type Place, type Severity } from "./issues/issue.js";
export { loadPlans } from "./plan/folder.js";
export { planJsonSchema } from "./plan/json-schema.js";
export { loadPlan } from "./plan/load.js";
export type { Plan, PlanRow, Project, Target } from "./plan/plan.js";
export type { Dataset, Observation } from "./data/dataset.js";
export { readData } from "./data/folder/read.js";
export { scorePlan } from "./score/score.js";
export type { Scorecard, ScoredIndicator, ScoredRow, Status } from "./score/scorecard.js";
export { formWorkbook } from "./forms/write/form-workbook.js";
export { reporterForms, type ReporterForm } from "./forms/write/reporter-forms.js";
export { sensitivityOf, type SensitivityRow } from "./score/sensitivity.js";
export { trendOf } from "./score/row-trend.js";
export { statusChanges, type StatusChange } from "./score/status-changes.js";
export type { Narrative, ReportKind, Slot } from "./narrative/narrative.js";
export { readNarrative } from "./narrative/read.js";
export { requiredGaps, slotsFor } from "./narrative/slots.js";
export { annualModel } from "./report/annual.js";
export {
  evaluationModel,
  type EvaluationContext,
  type EvaluationKind,
} from "./report/evaluation/evaluation.js";
export type { AnnualModel, EvaluationModel, ReportModel } from "./report/model.js";
export { scorecardJson } from "./report/exports/scorecard-json.js";
export { explainRow, type Evidence } from "./report/explain/explain.js";
export type {
  Block,
  ExplainedIndicator,
  Explanation,
  Line,
  Topic,
  Turn,
} from "./report/explain/explanation.js";
export { overviewModel, type OverviewContext } from "./report/overview/overview.js";
export type { OverviewModel } from "./report/overview/model.js";
export { renderReport, type RenderedReport } from "./render/html.js";
export { renderOverview } from "./render/overview.js";
export { dataTableSheets } from "./render/sheets/tables.js";
export { writeWorkbook } from "./workbook/write/write.js";
export { findBrowser } from "./print/browser/find-browser.js";
export { openBrowser } from "./print/browser/browser.js";
export { printPdf } from "./print/pdf.js";
export { districtRows, gatherer } from "./batch/rollup/gather.js";
export { readRun } from "./batch/rollup/read-run.js";
export { rollupOf } from "./batch/rollup/rollup.js";
