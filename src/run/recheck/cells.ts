import { plain, type Pair } from "../../word/compare/pairs.js";
import type { Passage } from "../../word/compare/passages.js";

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

const LONGEST_TITLE = 60;

/** The words a cell's figures are read by: the table's title, what heads the column, what stands in the line. */
export function wordsAround(passage: Passage, passages: readonly Passage[]): string[] {
  const { cell } = passage;
  if (cell === null) return [];
  const table = passages.filter((each) => each.cell?.table === cell.table);
  const above = passages[passages.findIndex((each) => each.cell?.table === cell.table) - 1];
  const title = above?.cell === null && above.after.length <= LONGEST_TITLE ? [above.after] : [];
  const head = table.filter((each) => each.cell?.column === cell.column && each.cell.row < cell.row);
  const line = table.filter((each) => each.cell?.row === cell.row && each !== passage);
  return [...title, ...[...head.slice(0, MOST_HEADS), ...line].map(({ after }) => after)];
}

/** Lines of a head: what stands further up in a column is of other rows. */
const MOST_HEADS = 2;
