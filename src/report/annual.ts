import type { Dataset } from "../data/dataset.js";
import type { Scorecard } from "../score/scorecard.js";
import { dataTablesAnnex } from "./annexes/data-tables.js";
import { gapsAnnex } from "./annexes/gaps.js";
import { methodAnnex } from "./annexes/method.js";
import { chartBlock, paragraph } from "./blocks.js";
import { alertsChapter } from "./chapters/alerts.js";
import { annualNaming, coverOf, documentFacts, titleLinesOf } from "./chapters/cover.js";
import { domainChapter, domainPartId } from "./chapters/domain.js";
import { leadOf } from "./chapters/lead.js";
import { problemsChapter } from "./chapters/problems.js";
import { projectsChapter } from "./chapters/projects.js";
import { recommendationsChapter } from "./chapters/recommendations.js";
import { domainCharts, statusChart } from "./charts/charts.js";
import { isUnsettled, type ReportContext } from "./context.js";
import type { AnnualModel, Chapter } from "./model.js";
import { numbered, partOf } from "./numbering/numbered.js";
import type { NumberedPart, Part } from "./numbering/unnumbered.js";
import type { Matter } from "./row-facts.js";

export type { ReportContext };

/** The 年度统计监测报告 of one plan: every sentence, table and chart, formatted and in order. */
export function annualModel(scorecard: Scorecard, dataset: Dataset, context: ReportContext): AnnualModel {
  const matter: Matter = { scorecard, dataset };
  const naming = annualNaming(matter);
  const { parts, annexes } = numbered({
    parts: partsOf(matter, context),
    annexes: [dataTablesAnnex(matter), gapsAnnex(matter, context.edition), methodAnnex(matter)],
  });
  const lead = partOf(parts, "lead").blocks;
  const opening = lead.flatMap(({ paragraphs }) => paragraphs);
  const domains = new Set(scorecard.plan.domains.map(domainPartId));
  return {
    schemaVersion: 1,
    kind: "annual",
    document: documentFacts(naming, matter, context),
    cover: coverOf(naming, matter, context),
    titleLines: titleLinesOf(matter),
    lead: opening.map(({ text }) => text),
    opening,
    overview: lead.flatMap(({ charts }) => charts),
    domains: parts.filter(({ id }) => domains.has(id)).map(chapterOf),
    projects: chapterOf(partOf(parts, "projects")),
    problems: chapterOf(partOf(parts, "problems")),
    alerts: chapterOf(partOf(parts, "alerts")),
    recommendations: chapterOf(partOf(parts, "recommendations")),
    annexes,
  };
}

/** In the order the template prints them, which is the order they are numbered in. */
function partsOf(matter: Matter, context: ReportContext): Part[] {
  const { narrative = null } = context;
  const chart = statusChart(matter);
  const lead = [...leadOf(matter, chart).map((text) => paragraph(text)), chartBlock(chart)];
  return [
    { id: "lead", counted: false, heading: "", blocks: lead, sections: [] },
    ...matter.scorecard.plan.domains.map((domain) =>
      domainChapter(domain, matter, domainCharts(domain, matter), narrative),
    ),
    projectsChapter(matter),
    problemsChapter(matter),
    alertsChapter(matter),
    recommendationsChapter(matter, isUnsettled(matter, context), narrative),
  ];
}

function chapterOf({ number, heading, blocks }: NumberedPart): Chapter {
  return { number, heading, blocks };
}
