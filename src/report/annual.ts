import type { Dataset } from "../data/dataset.js";
import type { Scorecard } from "../score/scorecard.js";
import { alertsChapter } from "./chapters/alerts.js";
import { dataTablesAnnex } from "./annexes/data-tables.js";
import { gapsAnnex } from "./annexes/gaps.js";
import { methodAnnex } from "./annexes/method.js";
import { qualityAnnex } from "./annexes/quality.js";
import { chartNumbers, domainCharts, statusChart, type UnnumberedChart } from "./charts.js";
import type { ReportContext } from "./context.js";
import { annualNaming, coverOf, documentFacts, titleLinesOf } from "./chapters/cover.js";
import { domainChapter } from "./chapters/domain.js";
import { leadOf } from "./chapters/lead.js";
import type { AnnualModel, Chapter, Chart } from "./model.js";
import { problemsChapter } from "./chapters/problems.js";
import { projectsChapter } from "./chapters/projects.js";
import { recommendationsChapter } from "./chapters/recommendations.js";
import type { Matter } from "./row-facts.js";
import { chineseNumber } from "./words/wording.js";

export type { ReportContext };

/** The 年度统计监测报告 of one plan: every sentence, table and chart, formatted and in order. */
export function annualModel(scorecard: Scorecard, dataset: Dataset, context: ReportContext): AnnualModel {
  const matter: Matter = { scorecard, dataset };
  const naming = annualNaming(matter);
  const numbered = chartNumbers();
  const overview = [numbered(statusChart(matter))];
  const domains = domainChapters(matter, numbered, context);
  const chapter = (offset: number): string => `${chineseNumber(domains.length + offset)}、`;
  return {
    schemaVersion: 1,
    kind: "annual",
    document: documentFacts(naming, matter, context),
    cover: coverOf(naming, matter, context),
    titleLines: titleLinesOf(matter),
    lead: leadOf(matter),
    overview,
    domains,
    projects: projectsChapter(chapter(1), matter, "表1"),
    problems: problemsChapter(chapter(2), matter),
    alerts: alertsChapter(chapter(3), matter, "表2"),
    recommendations: recommendationsChapter(chapter(4), matter),
    annexes: [
      dataTablesAnnex(matter),
      gapsAnnex(matter),
      qualityAnnex(matter, context),
      methodAnnex(matter, context),
    ],
  };
}

function domainChapters(
  matter: Matter,
  numbered: (chart: UnnumberedChart) => Chart,
  { narrative }: ReportContext,
): Chapter[] {
  return matter.scorecard.plan.domains.map((domain, index) =>
    domainChapter(domain, index, matter, domainCharts(domain, matter).map(numbered), narrative ?? null),
  );
}
