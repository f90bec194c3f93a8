import type { Place } from "../issues/issue.js";

export type ReportKind = "annual" | "midterm" | "final";

/** A heading a narrative file may use, and where its text goes. */
export interface Slot {
  /** "achievements", "causes", "recommendations", "health:measures": stable, for templates and lookups. */
  id: string;
  /** As it is written in the file: 主要做法和成效, 妇女与健康·工作措施. */
  heading: string;
  /** A report without it is not printed, except as a draft with a marked gap. */
  required: boolean;
}

/** What people wrote for one report of one plan. Slots without text are absent. */
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

/** A paragraph, a list item or a heading below the section's own, already free of markup. */
export interface NarrativeBlock {
  kind: "paragraph" | "item" | "heading";
  /** "1." for ordered items, "—" for others, "" for paragraphs and headings. */
  marker: string;
  runs: readonly Run[];
  where: Place;
}

export interface Run {
  text: string;
  strong: boolean;
}
