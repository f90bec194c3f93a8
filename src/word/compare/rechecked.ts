import type { ClaimCounts } from "../../claims/check.js";
import type { Issue } from "../../issues/issue.js";
import type { ReportKind } from "../../narrative/narrative.js";
import type { Edition } from "../../report/context.js";
import type { Change } from "./changes.js";
import type { Passage } from "./passages.js";
import type { PlacedComment } from "./remarks.js";

/** Which report a Word file is a copy of. */
export interface ReportOf {
  plan: string;
  year: number;
  kind: ReportKind;
  edition: Edition;
}

/** A finding in a copy, with what other programs ask of it: "" where it is about no figure. */
export interface Finding {
  issue: Issue;
  /** The paragraph's text. */
  text: string;
  written: string;
  right: string;
  /** The cell. */
  source: string;
}

/** A finding that is about no figure. */
export function withoutFigure(issue: Issue, text = ""): Finding {
  return { issue, text, written: "", right: "", source: "" };
}

/** How the program's figures fared in a copy. */
export interface FigureCounts {
  checked: number;
  agree: number;
  differ: number;
  moved: number;
  gone: number;
}

/** What was found in one amended copy. */
export interface Rechecked {
  /** As the user named it. */
  file: string;
  /** Null where the report is not known. */
  report: ReportOf | null;
  claims: ClaimCounts;
  figures: FigureCounts;
  changes: readonly Change[];
  comments: readonly PlacedComment[];
  /** Where passages stand in the program's own text. */
  positions: ReadonlyMap<Passage, number>;
  /** In the order of the text. */
  findings: readonly Finding[];
  /** Changes of looks alone. */
  relooked: number;
}
