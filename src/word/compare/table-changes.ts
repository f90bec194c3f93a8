import { groupBy } from "../../terms/group-by.js";
import type { Change } from "./changes.js";
import type { Pair } from "./pairs.js";
import type { Passage } from "./passages.js";

/**
 * The changes with those of all cells of a table as one, and of all cells of a line: a table that somebody put in is
 * one change. Pure.
 */
export function cellsTogether(
  changes: readonly Change[],
  passages: readonly Passage[],
  pairs: readonly Pair[],
): Change[] {
  const theirs = new Set(passages);
  const ours = new Set(pairs.flatMap((pair) => (pair.ours === null ? [] : [pair.ours.passage])));
  const inTable = (passage: Passage): string => `${theirs.has(passage)} ${passage.cell?.table}`;
  const inLine = (passage: Passage): string => `${inTable(passage)} ${passage.cell?.row}`;
  const all = [...theirs, ...ours].filter(({ cell }) => cell !== null);
  let left = changes;
  for (const { key, words } of [
    { key: inTable, words: /第\d+行.*$/su },
    { key: inLine, words: /第\d+列.*$/su },
  ]) {
    const sizes = new Map([...groupBy(all, key)].map(([name, own]) => [name, own.length]));
    left = joinedBy(left, key, sizes, words);
  }
  return left.toSorted((a, b) => a.passage.number - b.passage.number);
}

/** Joins what came or went as a whole. */
function joinedBy(
  changes: readonly Change[],
  keyOf: (passage: Passage) => string,
  sizes: ReadonlyMap<string, number>,
  words: RegExp,
): Change[] {
  const groups = groupBy(changes, ({ passage, kind, author }) => `${kind} ${author} ${keyOf(passage)}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const isCells = own.every(
      ({ passage, kind, passages }) =>
        passage.cell !== null && passages.length === 1 && (kind === "insert" || kind === "delete"),
    );
    if (first === undefined || !isCells || own.length < 2) return own;
    if (sizes.get(keyOf(first.passage)) !== own.length) return own;
    return [
      {
        ...first,
        before: linesOf(own, ({ before }) => before),
        after: linesOf(own, ({ after }) => after),
        inTable: first.inTable.replace(words, ""),
        passages: own.map(({ passage }) => passage),
      },
    ];
  });
}

/** 指标 | 2024年 | 2025年, a line of the table a line. */
function linesOf(cells: readonly Change[], said: (change: Change) => string): string {
  const rows = groupBy(cells, ({ passage }) => passage.cell?.row);
  const lines = [...rows.values()].map((row) => row.map(said).join(" | "));
  return lines.some((line) => /[^\s|]/u.test(line)) ? lines.join("\n") : "";
}
