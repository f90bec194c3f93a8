import type { GeneratedTexts, Narrative, ReportKind } from "../../../src/narrative/narrative.js";
import { parseNarrative } from "../../../src/narrative/parse.js";
import { narrativeOf, partOf } from "../../../src/narrative/read.js";
import { everySlot, narrativeName, requiredGaps, slotsFor } from "../../../src/narrative/slots.js";
import type { Issue } from "../../../src/issues/issue.js";
import { annualModel, annualTexts } from "../../../src/report/annual.js";
import { evaluationModel, evaluationTexts } from "../../../src/report/evaluation/evaluation.js";
import type { Block, ReportModel, Table } from "../../../src/report/model.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset } from "../../score/builder.js";
import { matterOf } from "../evaluation/compose.js";
import { CONTEXT } from "../context.js";
import { women } from "../plans.js";

export const KINDS: readonly ReportKind[] = ["annual", "midterm", "final"];

/** Figures of some rows in every kind of report's year. */
const DATA = dataset({
  W03: { 2020: "12.47", 2021: "0", 2024: "0", 2025: "16.04", 2030: "16.04" },
  W04: { 2020: "92.99", 2024: "94", 2025: "95", 2030: "94" },
  W05a: { 2020: "41.3", 2021: "43", 2024: "50", 2025: "52.94", 2030: "60" },
  W34: { 2020: "94.1", 2024: "94", 2025: "96.75", 2030: "90" },
});

export const slotsOf = (kind: ReportKind) => slotsFor(kind, women);

/** What a file of this text says for a report, and what is found in it. */
export function readText(text: string, kind: ReportKind): { narrative: Narrative; issues: Issue[] } {
  const file = narrativeName(women, 2025);
  const known = everySlot(women);
  const part = partOf(parseNarrative(file, text, known), slotsOf(kind), known);
  return narrativeOf([part], file);
}

/** The women's report of a kind with this text in it. */
export function reportOf(kind: ReportKind, text: string): ReportModel {
  const { narrative } = readText(text, kind);
  if (kind === "annual") {
    return annualModel(scorePlan(women, DATA, 2025), DATA, { ...CONTEXT, narrative });
  }
  const { scorecard, context } = matterOf(women, DATA, kind === "final" ? 2030 : 2025, {
    kind,
    narrative,
    more: { missingSlots: requiredGaps(narrative, slotsOf(kind)) },
  });
  return evaluationModel(kind, scorecard, DATA, context);
}

/** What the women's report of a kind says by itself, part by part. */
export function textsOf(kind: ReportKind): GeneratedTexts {
  if (kind === "annual") return annualTexts(scorePlan(women, DATA, 2025), DATA, CONTEXT).texts;
  const { scorecard, context } = matterOf(women, DATA, kind === "final" ? 2030 : 2025, { kind });
  return evaluationTexts(kind, scorecard, DATA, context).texts;
}

/** Chapters, sections and annexes with their blocks, in reading order. */
function placesOf(model: ReportModel): { title: string; blocks: Block[] }[] {
  const chapters =
    model.kind === "annual"
      ? [model.lead, ...model.domains, model.projects, model.problems, model.recommendations, model.alerts]
      : [model.summary, ...model.chapters.flatMap((chapter) => [chapter, ...chapter.sections])];
  return [
    ...chapters.map(({ number, heading, blocks }) => ({ title: number + heading, blocks })),
    ...model.annexes.map(({ label, title, blocks }) => ({ title: `${label}　${title}`, blocks })),
  ];
}

export function tablesIn(model: ReportModel): Table[] {
  return placesOf(model).flatMap(({ blocks }) => blocks.flatMap(({ tables }) => tables));
}

/** A report as it is read: a line for each heading, paragraph, list entry, table and chart. */
export function linesOf(model: ReportModel): string[] {
  return placesOf(model).flatMap(({ title, blocks }) => [
    ...(title === "" ? [] : [`# ${title}`]),
    ...blocks.flatMap(({ paragraphs, tables, charts, prose }) => [
      ...paragraphs.map(({ heading, text }) => heading + text),
      ...prose.flatMap(({ items }) =>
        items.map(({ marker, runs }) => marker + runs.map(({ text }) => text).join("")),
      ),
      ...tables.map(({ number, title: name }) => `[${number} ${name}]`),
      ...charts.map(({ number }) => `[${number}]`),
    ]),
  ]);
}

/** The lines of one chapter or section. */
export function linesUnder(model: ReportModel, title: string): string[] {
  const lines = linesOf(model);
  const start = lines.findIndex((line) => line.startsWith("# ") && line.endsWith(title));
  if (start < 0) return [];
  const end = lines.findIndex((line, at) => at > start && line.startsWith("# "));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}
