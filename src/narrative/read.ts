import { join } from "node:path";
import type { InputFile } from "../data/dataset.js";
import { issue, type Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import { readNarrativeFile } from "./file.js";
import type { Narrative, ReportKind, Slot } from "./narrative.js";
import { bounded } from "./most-findings.js";
import type { Passage } from "./paragraphs.js";
import { parseNarrative, type ParsedNarrative } from "./parse.js";
import type { ParsedSection } from "./sections.js";
import { everySlot, narrativeName, requiredGaps, slotsFor } from "./slots.js";
import type { Source } from "./source.js";

/** What people wrote for one report, what was wrong with it, and what the checks of its numbers need. */
export interface NarrativeReading {
  /** Null where there is no file. */
  narrative: Narrative | null;
  issues: Issue[];
  passages: readonly Passage[];
  source: Source | null;
  /** For the provenance; null where nothing was read. */
  input: InputFile | null;
}

/**
 * Reads the sections of one report from the narrative file in `dataFolder`. A section the report cannot do
 * without is an error naming file and heading; the annual report needs none. Reports of other kinds of the
 * same year share the file: their headings are known, their sections and what is wrong in those left alone.
 */
export async function readNarrative(
  dataFolder: string,
  plan: Plan,
  kind: ReportKind,
  year: number,
): Promise<NarrativeReading> {
  const file = narrativeName(plan, year);
  const { content, input, issues } = await readNarrativeFile(join(dataFolder, file), file);
  const slots = slotsFor(kind, plan);
  if (content === null || input === null) {
    const missing = content === null ? missingSections(kind, slots, null, file, false) : [];
    return { narrative: null, issues: [...issues, ...missing], passages: [], source: null, input };
  }
  const parsed = parseNarrative(file, content, everySlot(plan));
  const reading = narrativeOf(parsed, kind, slots);
  return { ...reading, issues: [...issues, ...reading.issues], input };
}

/** The part of a parsed file that is one report's. Pure. */
export function narrativeOf(
  { source, sections, issues }: ParsedNarrative,
  kind: ReportKind,
  slots: readonly Slot[],
): Omit<NarrativeReading, "input"> {
  const own = sections.filter(({ slot }) => slots.some(({ id }) => id === slot));
  const written = own.filter(hasText);
  const narrative: Narrative = {
    file: source.file,
    sections: written.map(({ slot, blocks, where }) => ({ slot, blocks, where })),
  };
  const found = [
    ...issues,
    ...own.flatMap((section) => section.issues),
    ...missingSections(kind, slots, { narrative, sections: own }, source.file, true),
    ...emptySections(slots, own),
  ];
  return {
    narrative,
    issues: bounded(source.file, found.sort(byLine)),
    passages: written.flatMap(({ passages }) => passages),
    source,
  };
}

/** Headings inside a section are no text of their own. */
function hasText({ blocks }: ParsedSection): boolean {
  return blocks.some(({ kind }) => kind !== "heading");
}

const REPORTS: Readonly<Record<ReportKind, string>> = {
  annual: "年度统计监测报告",
  midterm: "中期评估报告",
  final: "终期评估报告",
};

/** One error for each required heading without text, at the heading where it stands empty. */
function missingSections(
  kind: ReportKind,
  slots: readonly Slot[],
  found: { narrative: Narrative; sections: readonly ParsedSection[] } | null,
  file: string,
  fileExists: boolean,
): Issue[] {
  return requiredGaps(found?.narrative ?? null, slots).map(({ id, heading }) => {
    const empty = found?.sections.find(({ slot }) => slot === id);
    const args = { heading, report: REPORTS[kind], fileExists };
    return issue("narrative/missing-section", empty?.where ?? { file }, args);
  });
}

/** Optional headings may stand empty, as in a file just begun: told once. */
function emptySections(slots: readonly Slot[], own: readonly ParsedSection[]): Issue[] {
  const empty = own.filter((section) => !hasText(section));
  const optional = empty.flatMap(({ slot, where }) =>
    slots.filter(({ id, required }) => id === slot && !required).map(({ heading }) => ({ heading, where })),
  );
  const [first] = optional;
  if (first === undefined) return [];
  return [
    issue("narrative/empty-section", first.where, { headings: optional.map(({ heading }) => heading) }),
  ];
}

function byLine(a: Issue, b: Issue): number {
  return (a.where?.line ?? Infinity) - (b.where?.line ?? Infinity) || 0;
}
