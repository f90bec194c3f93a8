import type { Dataset } from "../data/dataset.js";
import type { Scorecard } from "../score/scorecard.js";
import { dataTablesAnnex } from "./annexes/data-tables.js";
import { gapsAnnex } from "./annexes/gaps.js";
import { methodAnnex } from "./annexes/method.js";
import { chartBlock, paragraph } from "./blocks.js";
import { alertsChapter } from "./chapters/alerts.js";
import { annualNaming, coverOf, documentFacts, titleLinesOf } from "./chapters/cover.js";
import { domainChapter, domainPartId } from "./chapters/domain.js";
import { legendOf, statusesPrinted } from "./chapters/legend.js";
import { leadOf } from "./chapters/lead.js";
import { problemsChapter } from "./chapters/problems.js";
import { projectsChapter } from "./chapters/projects.js";
import { recommendationsChapter } from "./chapters/recommendations.js";
import { domainCharts, statusChart } from "./charts/charts.js";
import { isUnsettled, type ReportContext } from "./context.js";
import type { AnnualModel, Chapter } from "./model.js";
import type { Plan } from "../plan/plan.js";
import type { Generated } from "../narrative/narrative.js";
import { slotsFor } from "../narrative/slots.js";
import { generatedBy, withHand, type Hand } from "./hand/hand.js";
import { numbered } from "./numbering/numbered.js";
import type { NumberedPart, Part, UnnumberedReport } from "./numbering/unnumbered.js";
import type { Matter } from "./row-facts.js";

export type { ReportContext };

/** The 年度统计监测报告 of one plan: every sentence, table and chart, formatted and in order. */
export function annualModel(scorecard: Scorecard, dataset: Dataset, context: ReportContext): AnnualModel {
  const matter: Matter = { scorecard, dataset };
  const naming = annualNaming(matter);
  const { parts, annexes } = numbered(reportOf(matter, context));
  return {
    schemaVersion: 1,
    kind: "annual",
    document: documentFacts(naming, matter, context),
    cover: {
      ...coverOf(naming, matter, context),
      legend: legendOf(scorecard, statusesPrinted(scorecard)),
    },
    titleLines: titleLinesOf(matter),
    lead: chapterOf(parts, "lead"),
    domains: scorecard.plan.domains.map((domain) => chapterOf(parts, domainPartId(domain))),
    projects: chapterOf(parts, "projects"),
    problems: chapterOf(parts, "problems"),
    recommendations: chapterOf(parts, "recommendations"),
    alerts: chapterOf(parts, "alerts"),
    annexes,
  };
}

/** What the report says by itself, part by part, where people have not written. */
export function annualTexts(scorecard: Scorecard, dataset: Dataset, context: ReportContext): Generated {
  return generatedBy(reportOf({ scorecard, dataset }, context));
}

function reportOf(matter: Matter, context: ReportContext): UnnumberedReport {
  const parts = partsOf(matter, context);
  const annexes = [dataTablesAnnex(matter), gapsAnnex(matter, context), methodAnnex(matter)];
  return withHand({ parts, annexes }, handOf(matter.scorecard.plan, context));
}

/** In the order the template prints them, which is the order they are numbered in. */
function partsOf(matter: Matter, context: ReportContext): Part[] {
  const chart = statusChart(matter);
  const lead = [...leadOf(matter, chart).map((text) => paragraph(text)), chartBlock(chart)];
  return [
    { id: "lead", part: "lead", counted: false, heading: "", blocks: lead, sections: [] },
    ...matter.scorecard.plan.domains.map((domain) =>
      domainChapter(domain, matter, domainCharts(domain, matter)),
    ),
    projectsChapter(matter),
    problemsChapter(matter),
    recommendationsChapter(matter, isUnsettled(matter, context)),
    alertsChapter(matter),
  ];
}

function handOf(plan: Plan, { narrative = null }: ReportContext): Hand {
  return { narrative, slots: slotsFor("annual", plan), gapOf: () => null };
}

/** A chapter of which people want nothing, and which has no table or chart, is empty and bears no number. */
function chapterOf(parts: readonly NumberedPart[], wanted: string): Chapter {
  const { number, heading, blocks } = parts.find(({ id }) => id === wanted) ?? NOTHING;
  return { number, heading, blocks };
}

const NOTHING: Chapter = { number: "", heading: "", blocks: [] };
