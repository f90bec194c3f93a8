import { plain, type Pair } from "../../word/compare/pairs.js";
import type { Passage } from "../../word/compare/passages.js";
import { headsOf, tablesIn } from "../../word/compare/tables.js";

/** The cells whose text the program did not write, each with what stood there before: "" of one that is new. */
export function typedCells(passages: readonly Passage[], pairs: readonly Pair[]): Map<Passage, string> {
  const before = new Map(
    pairs.flatMap(({ ours, theirs }) =>
      theirs === null ? [] : [[theirs.passage, ours?.text ?? ""] as const],
    ),
  );
  const typed = passages.filter(
    (passage) => passage.cell !== null && plain(before.get(passage) ?? "") !== plain(passage.after),
  );
  return new Map(typed.map((passage) => [passage, before.get(passage) ?? ""]));
}

/** What a line begins with, by which its cells are read. */
const MOST_IN_LINE = 20;
/** And of each so much: a head is read again with every cell below it. */
const LONGEST_WORDS = 300;

/**
 * The words a cell's figures are read by: the table's title, what heads the column, what the line begins with. The
 * passages are gone through once, however many cells are asked for.
 */
export function wordsAround(passages: readonly Passage[]): (passage: Passage) => string[] {
  const tables = new Map(
    [...tablesIn(passages)].map(([nth, table]) => {
      const lines = new Map(
        table.rows.map((row) => [row[0]?.cell?.row ?? 0, row.slice(0, MOST_IN_LINE)] as const),
      );
      return [nth, { title: table.title, above: headsOf(table), lines }] as const;
    }),
  );
  return (passage) => {
    const { cell } = passage;
    const table = cell === null ? undefined : tables.get(cell.table);
    if (cell === null || table === undefined) return [];
    const line = (table.lines.get(cell.row) ?? []).filter((each) => each !== passage);
    const around = [...table.above(cell.row, cell.column), ...line].map(({ after }) =>
      after.slice(0, LONGEST_WORDS),
    );
    return table.title === "" ? around : [table.title, ...around];
  };
}
