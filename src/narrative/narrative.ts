import type { Place } from "../issues/issue.js";
import type { Captions } from "./references.js";

export type ReportKind = "annual" | "midterm" | "final";

/** A part of a report that people may write: the heading a narrative file names it by, and where it stands. */
export interface Slot {
  /** "lead", "health/孕产妇健康", "achievements": stable; a part that two kinds of report share has one. */
  id: string;
  /** As it is written in the file: 主要做法和成效, 工作措施. */
  heading: string;
  /** The id of the part it stands in; null for a chapter and what stands before the first. */
  parent: string | null;
  /** Who writes it where the file does not: the report itself, or nobody. */
  writer: "report" | "people";
  /** A report without it is not printed, except as a draft with a marked gap. */
  required: boolean;
  /** It says one thing after the other, each under a heading: own headings take the place of those, not their end. */
  lists: boolean;
}

/** What people wrote for one report of one plan. Parts without text are absent. */
export interface Narrative {
  /** As findings call it: narrative/women-2025.md */
  file: string;
  sections: readonly NarrativeSection[];
}

export interface NarrativeSection {
  slot: string;
  blocks: readonly NarrativeBlock[];
  where: Place;
}

/**
 * A paragraph, a list item or a heading below the section's own, already free of markup; or one of the marks
 * 〔自动〕, where the generated text goes, and 〔不写〕, which leaves it out.
 */
export interface NarrativeBlock {
  kind: "paragraph" | "item" | "heading" | "table" | "auto" | "drop";
  /** Before an item: （1） of an ordered list, 一是 of another, ① of one inside a list, —— deeper; "" for all else. */
  marker: string;
  /** Of a heading: 1 directly below the section's own; 0 for all else. */
  level: number;
  runs: readonly Run[];
  /** Null for all but a table. */
  table: NarrativeTable | null;
  where: Place;
}

/** A table as it was written, with what stood above and below it. */
export interface NarrativeTable {
  /** The line above it, or the heading it stands under. */
  title: string;
  /** The number that line was typed with: 1 of 表1; "" without one. */
  typedNumber: string;
  /** % or 人, of a line 单位：… ; "" without one. */
  unit: string;
  align: readonly ("left" | "right" | "center" | null)[];
  head: readonly string[];
  /** Every row has as many cells as the head. */
  rows: readonly (readonly string[])[];
  notes: readonly string[];
  source: string;
}

/** A paragraph of a report's own: its heading, run in, without number; "" for a plain one. */
export interface GeneratedText {
  heading: string;
  text: string;
}

/** What a report says by itself in each of its parts, as it is printed. Parts without text are absent. */
export type GeneratedTexts = ReadonlyMap<Slot["id"], readonly GeneratedText[]>;

/** The same, with what bears a number in the report. */
export interface Generated {
  texts: GeneratedTexts;
  captions: Captions;
}

export interface Run {
  text: string;
  strong: boolean;
}

/** What runs say, whatever is bold in it. */
export function textOf({ runs }: { runs: readonly Run[] }): string {
  return runs.map(({ text }) => text).join("");
}
