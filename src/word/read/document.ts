import type { ListKind } from "./lists.js";

/** Who changed something in a Word document, and when. */
export interface Mark {
  author: string;
  /** As the document has it: 2026-05-20T09:30:00Z; "" where it says none. */
  date: string;
  /** Moved from or to another place. */
  moved: boolean;
}

/** What was done to a piece of text, or to the end of a paragraph. Both may be: put in by one, taken out by another. */
export interface Tracked {
  inserted: Mark | null;
  deleted: Mark | null;
}

/** Text of which all has the same history, bookmarks and comments. "" where a bookmark has nothing in it. */
export interface Piece extends Tracked {
  /** With the footnotes and endnotes it points at inside it. */
  text: string;
  /** Names of the bookmarks around it. */
  bookmarks: readonly string[];
  /** Ids of the comments on it. */
  comments: readonly string[];
}

/** A cell by its table, row and column, each from 0. */
export interface CellAt {
  table: number;
  row: number;
  /** Its first, where several were made one. */
  column: number;
  /** So many columns were made one in it. */
  span: number;
}

/** Where in a document a text runs. */
export type Story = "body" | "footnote" | "endnote" | "header" | "footer";

export interface WordParagraph {
  pieces: readonly Piece[];
  /** The name of its style; "" without one. */
  style: string;
  /** 1 to 9 of a heading, 0 of text. */
  level: number;
  /** Its end: a paragraph of which it was deleted is one with the next. */
  end: Tracked;
  cell: CellAt | null;
  story: Story;
  /** The sign that the program sets before it, which is no text; null of a plain paragraph. */
  list: ListKind | null;
  pictures: number;
  /** Formulas, which its text has as one would type them on a line. */
  formulas: number;
}

export interface Comment {
  id: string;
  author: string;
  date: string;
  text: string;
}

/** A Word document as paragraphs, in the order of the text; notes, headers and footers follow. */
export interface WordContent {
  paragraphs: readonly WordParagraph[];
  comments: readonly Comment[];
  /** Custom properties by name. */
  properties: ReadonlyMap<string, string>;
  /** YYYY-MM-DD; "" where it says none. */
  created: string;
  /** Changes of looks alone, which leave the text as it was. */
  relooked: number;
}
