import {
  DeletedTextRun,
  InsertedTextRun,
  Paragraph,
  type IParagraphOptions,
  type ParagraphChild,
} from "docx";
import type { EditPiece } from "../../report/diff/edits.js";
import { clean, run } from "../write/runs.js";
import type { StyleId } from "../write/styles.js";

/** Changes of one document: who made them, on which day, and how many there are so far. */
export interface Tracking {
  author: string;
  /** 2026-05-20T00:00:00Z */
  date: string;
  count: number;
}

function nextChange(tracking: Tracking): { id: number; author: string; date: string } {
  tracking.count += 1;
  return { id: tracking.count, author: tracking.author, date: tracking.date };
}

export function trackedRuns(pieces: readonly EditPiece[], tracking: Tracking): ParagraphChild[] {
  return pieces.map(({ kind, text }) => RUNS[kind](text, tracking));
}

const RUNS: Record<EditPiece["kind"], (text: string, tracking: Tracking) => ParagraphChild> = {
  same: (text) => run(text),
  gone: (text, tracking) => new DeletedTextRun({ text: clean(text), ...nextChange(tracking) }),
  come: (text, tracking) => new InsertedTextRun({ text: clean(text), ...nextChange(tracking) }),
};

/** A paragraph; its end is tracked, too, where nothing of it stands in one of the two texts. */
export function trackedParagraph(
  pieces: readonly EditPiece[],
  style: StyleId,
  tracking: Tracking,
  options: IParagraphOptions = {},
): Paragraph {
  const all = (kind: EditPiece["kind"]): boolean => pieces.every((piece) => piece.kind === kind);
  const end = all("gone")
    ? { deletion: nextChange(tracking) }
    : all("come")
      ? { insertion: nextChange(tracking) }
      : null;
  const children = trackedRuns(pieces, tracking);
  return new Paragraph({ ...options, style, ...(end === null ? {} : { run: end }), children });
}
