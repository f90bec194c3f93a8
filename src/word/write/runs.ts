import {
  BookmarkEnd,
  BookmarkStart,
  FootnoteReferenceRun,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import type { Span } from "../../report/model.js";
import { plainLine } from "../../terms/plain-text.js";

/** What no XML may hold, and halves of characters. */
const FORBIDDEN = /[\ufffe\uffff]|\p{Surrogate}/gu;

/** Whose face is a matter of doubt: Word takes them from the Chinese font only where it is told to. */
const AMBIGUOUS =
  /[\u00b7\u00d7\u2010-\u205e\u2103\u2160-\u2179\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff\u25a0-\u25ff]/u;

/** Text as a Word file can hold it. */
export function clean(text: string): string {
  return plainLine(text).replace(FORBIDDEN, "\ufffd");
}

/** A run of text; `look` is what differs from the paragraph's style. */
export function run(text: string, look: Omit<IRunOptions, "text" | "children"> = {}): TextRun {
  const said = clean(text);
  const font = typeof look.font === "object" && "eastAsia" in look.font ? look.font : {};
  return new TextRun({
    ...look,
    ...(AMBIGUOUS.test(said) ? { font: { ...font, hint: "eastAsia" } } : {}),
    text: said,
  });
}

/** Names and numbers of the bookmarks of one document, in the order they are set. */
export interface Bookmarks {
  /** How many bookmarks there are. */
  set: number;
  /** How many figures of a row and year, by `W04_2025`. */
  figures: Map<string, number>;
}

export function noBookmarks(): Bookmarks {
  return { set: 0, figures: new Map() };
}

/** The same inside a bookmark. */
export function marked(
  bookmarks: Bookmarks,
  name: string,
  children: readonly ParagraphChild[],
): ParagraphChild[] {
  const id = bookmarks.set;
  bookmarks.set += 1;
  // The library's own Bookmark counts across all documents of a run; what Word reads is the same.
  return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)] as unknown as ParagraphChild[];
}

/** The bookmark of the next figure of a row: r_W22_1_2025_1. An id's dots are no part of a bookmark's name. */
function figureName({ figures }: Bookmarks, { row, year }: Pick<Span, "row" | "year">): string {
  const whose = `${row.replaceAll(".", "_")}_${year}`;
  const count = (figures.get(whose) ?? 0) + 1;
  figures.set(whose, count);
  return `r_${whose}_${count}`;
}

/** Word sets the mark itself, and the footnote below the page. */
export function noteReference(note: string): FootnoteReferenceRun {
  return new FootnoteReferenceRun(Number(note));
}

/** A figure with its unit is one run inside one bookmark; all else is a run. */
export function spanned(
  bookmarks: Bookmarks,
  { text, row, year }: Span,
  look: Omit<IRunOptions, "text" | "children"> = {},
): ParagraphChild[] {
  const piece = run(text, look);
  return row === "" ? [piece] : marked(bookmarks, figureName(bookmarks, { row, year }), [piece]);
}
