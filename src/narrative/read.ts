import { join } from "node:path";
import type { InputFile } from "../data/dataset.js";
import { issue, type Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";
import { readNarrativeFile, type FileText } from "./file.js";
import type { Narrative, NarrativeSection, ReportKind, Slot } from "./narrative.js";
import { bounded } from "./most-findings.js";
import type { Passage } from "./paragraphs.js";
import { parseNarrative, type ParsedNarrative } from "./parse.js";
import type { ParsedSection } from "./sections.js";
import { everySlot, narrativeName, requiredGaps, slotsFor } from "./slots.js";
import type { Source } from "./source.js";

/** The text of one file that is printed, as the checks of its numbers need it. */
export interface CheckedText {
  source: Source;
  passages: readonly Passage[];
}

/** What people wrote for one report, what was wrong with it, and what the checks of its numbers need. */
export interface NarrativeReading {
  /** Null where there is no file. */
  narrative: Narrative | null;
  issues: Issue[];
  texts: readonly CheckedText[];
  /** For the provenance: the files that were read. */
  inputs: readonly InputFile[];
}

/** A Word file that holds parts of the report, as findings call it, with its text. */
export interface WordFile {
  file: string;
  text: FileText;
}

/** One file's part in a report. */
interface FilePart extends CheckedText {
  file: string;
  own: readonly ParsedSection[];
  issues: readonly Issue[];
  input: InputFile;
}

/**
 * Reads what people wrote for one report from the two files in `dataFolder` that may hold it: the one of the year,
 * which serves all kinds, and the one of the kind, which wins. A section the report cannot do without is an error
 * naming file and heading; the annual report needs none. The headings of other kinds are known in the year's file,
 * their sections and what is wrong in those left alone. Behind them come Word files, of `word`, as far as they hold
 * parts that neither has.
 */
export async function readNarrative(
  dataFolder: string,
  plan: Plan,
  kind: ReportKind,
  year: number,
  word: readonly WordFile[] = [],
): Promise<NarrativeReading> {
  const slots = slotsFor(kind, plan);
  const known = everySlot(plan);
  const shared = await readPart(dataFolder, narrativeName(plan, year), slots, known);
  const special = await readPart(dataFolder, narrativeName(plan, year, kind), slots, slots);
  const inWord = word.map(({ file, text }) => readText(file, text, slots, known));
  const parts = [special, shared, ...inWord].flatMap(({ part }) => (part === null ? [] : [part]));
  const unread = [shared, special, ...inWord].flatMap((each) => each.issues);
  // A file that is there and is none has its own finding: that everything is missing says no more.
  const missingToo = parts.length > 0 || (shared.absent && special.absent);
  const { narrative, texts, issues } = narrativeOf(parts, narrativeName(plan, year));
  const missing = missingToo ? missingSections(kind, slots, narrative, parts, narrativeName(plan, year)) : [];
  return {
    narrative: parts.length === 0 ? null : narrative,
    issues: [...unread, ...issues, ...missing].sort(byLine),
    texts,
    inputs: parts.map(({ input }) => input),
  };
}

async function readPart(
  folder: string,
  file: string,
  slots: readonly Slot[],
  known: readonly Slot[],
): Promise<{ part: FilePart | null; issues: Issue[]; absent: boolean }> {
  return readText(file, await readNarrativeFile(join(folder, file), file), slots, known);
}

function readText(
  file: string,
  { content, input, issues, paragraphs }: FileText,
  slots: readonly Slot[],
  known: readonly Slot[],
): { part: FilePart | null; issues: Issue[]; absent: boolean } {
  if (content === null || input === null) return { part: null, issues, absent: content === null };
  const parsed = parseNarrative(file, content, known, paragraphs);
  return { part: { ...partOf(parsed, slots, known), input }, issues, absent: false };
}

/** The sections of a parsed file that are one report's, and what is wrong with them. Pure. */
export function partOf(
  { source, sections, issues }: ParsedNarrative,
  slots: readonly Slot[],
  known: readonly Slot[],
): Omit<FilePart, "input"> {
  const own = sections.filter(({ slot }) => slots.some(({ id }) => id === slot));
  const found = [...issues, ...own.flatMap((section) => [...section.issues, ...marksIssues(section, slots)])];
  const others = sections.filter((section) => !own.includes(section) && isWritten(section));
  const told = [...found, ...emptySections(slots, own), ...otherReports(others, known)].sort(byLine);
  const passages = own.filter(isWritten).flatMap((section) => section.passages);
  return { file: source.file, source, own, passages, issues: bounded(source.file, told) };
}

/** The files' sections as one text, the first file's before the others'. Pure. */
export function narrativeOf(
  parts: readonly Omit<FilePart, "input">[],
  file: string,
): { narrative: Narrative; texts: CheckedText[]; issues: Issue[] } {
  const sections = new Map<Slot["id"], NarrativeSection>();
  const issues: Issue[] = parts.flatMap((part) => part.issues);
  for (const section of parts.flatMap(({ own }) => own.filter(isWritten))) {
    const first = sections.get(section.slot);
    if (first === undefined) sections.set(section.slot, sectionOf(section));
    else issues.push(issue("narrative/overridden", section.where, { by: first.where.file }));
  }
  const texts = parts.map(({ source, passages }) => ({ source, passages }));
  return { narrative: { file: parts[0]?.file ?? file, sections: [...sections.values()] }, texts, issues };
}

function sectionOf({ slot, blocks, where }: ParsedSection): NarrativeSection {
  const text = blocks.filter(({ kind }) => kind !== "drop");
  return { slot, blocks: text.some(({ kind }) => kind !== "heading") ? text : blocks, where };
}

/** Headings inside a section are no text of their own. */
function isWritten({ blocks }: ParsedSection): boolean {
  return blocks.some(({ kind }) => kind !== "heading");
}

/** Marks that contradict what stands beside them, or have nothing to do. */
export function marksIssues({ slot, blocks, where }: ParsedSection, slots: readonly Slot[]): Issue[] {
  const marks = blocks.filter(({ kind }) => kind === "auto");
  const text = blocks.some(({ kind }) => kind !== "heading" && kind !== "drop");
  const generated = slots.some(({ id, writer }) => id === slot && writer === "report");
  const idle = generated ? marks.slice(1) : marks;
  return [
    ...(text && blocks.some(({ kind }) => kind === "drop")
      ? [issue("narrative/dropped-with-text", where, {})]
      : []),
    ...idle.map((mark) => issue("narrative/idle-mark", mark.where, { generated })),
  ];
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
  narrative: Narrative,
  parts: readonly FilePart[],
  file: string,
): Issue[] {
  const sections = parts.flatMap(({ own }) => own);
  return requiredGaps(narrative, slots).map(({ id, heading }) => {
    const empty = sections.find(({ slot }) => slot === id);
    const args = { heading, report: REPORTS[kind], fileExists: parts.length > 0 };
    return issue("narrative/missing-section", empty?.where ?? { file: parts[0]?.file ?? file }, args);
  });
}

/** Optional headings may stand empty, as in a file just begun: told once. What is generated then is printed. */
function emptySections(slots: readonly Slot[], own: readonly ParsedSection[]): Issue[] {
  const empty = own.filter((section) => !isWritten(section));
  const optional = empty.flatMap(({ slot, where, blocks }) =>
    slots
      .filter(({ id }) => id === slot)
      .filter(({ id, writer, required }) => {
        const holds = slots.some(({ parent }) => parent === id);
        return !required && ((writer === "people" && !holds) || blocks.length > 0);
      })
      .map(({ heading }) => ({ heading, where })),
  );
  const [first] = optional;
  if (first === undefined) return [];
  return [
    issue("narrative/empty-section", first.where, { headings: optional.map(({ heading }) => heading) }),
  ];
}

/** What another kind of report prints, and this one does not: told once, so that nothing written is missed in silence. */
function otherReports(others: readonly ParsedSection[], known: readonly Slot[]): Issue[] {
  const [first] = others;
  if (first === undefined) return [];
  const headings = others.map(({ slot }) => known.find(({ id }) => id === slot)?.heading ?? slot);
  return [issue("narrative/other-report", first.where, { headings })];
}

function byLine(a: Issue, b: Issue): number {
  const placeOf = ({ where }: Issue): number => where?.line ?? where?.paragraph ?? Infinity;
  return placeOf(a) - placeOf(b) || 0;
}
