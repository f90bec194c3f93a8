import { issue } from "../../issues/issue.js";
import { meter, Refused } from "../../workbook/read/guard.js";

/**
 * How much of a Word draft is looked at before it is refused: several times what the longest report with all its
 * offices' changes holds, which is 700 paragraphs, 3,000 cells, 2,000 bookmarks, some thousand changes and a hundred
 * comments. What is made of a draft takes time and memory in step with these, and with nothing else.
 */
export const LIMITS = {
  /** Of the text, its notes, headers and comments: five times the longest report. */
  characters: 250_000,
  /** Those of a table's cells are counted as cells. */
  paragraphs: 7_000,
  cells: 20_000,
  /** Bookmarks, ends of comments and marks of notes: a report has as many bookmarks as figures. */
  marks: 20_000,
  changes: 20_000,
  comments: 2_000,
  /** Word itself makes some four thousand at most. */
  styles: 10_000,
  /**
   * Characters told again: a passage once for each person who changed it and for each paragraph that was joined to it,
   * a text once for each comment and bookmark on it.
   */
  repeated: 2_000_000,
} as const;

export type Limit = keyof typeof LIMITS;

/** What is counted of one draft, all its parts together. */
export type Counts = Readonly<Record<Limit, (amount: number) => void>>;

/** What the readers of all parts of one draft have in common. */
export interface Reader {
  count: Counts;
  /** A name, kept once. */
  own: (name: string) => string;
}

const uncounted = (): void => undefined;

/** For a report of our own, which is as long as its data make it. */
export const UNCOUNTED: Counts = {
  characters: uncounted,
  paragraphs: uncounted,
  cells: uncounted,
  marks: uncounted,
  changes: uncounted,
  comments: uncounted,
  styles: uncounted,
  repeated: uncounted,
};

/** The meters of one draft, each at nought: made once for a file, at the door. */
export function countsOfDraft(): Counts {
  const counted = (what: Limit) => {
    const limit = LIMITS[what];
    return meter(limit, () => new Refused((file) => issue("word/too-long", { file }, { what, limit })));
  };
  return {
    characters: counted("characters"),
    paragraphs: counted("paragraphs"),
    cells: counted("cells"),
    marks: counted("marks"),
    changes: counted("changes"),
    comments: counted("comments"),
    styles: counted("styles"),
    repeated: counted("repeated"),
  };
}
