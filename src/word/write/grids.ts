import {
  BorderStyle,
  Table,
  TableLayoutType,
  WidthType,
  type IBorderOptions,
  type ITableOptions,
} from "docx";
import type { ColumnLayout, HeadCell, Table as Contents } from "../../report/model.js";
import { SHORT } from "../../report/tables/cells.js";
import { largest } from "../../terms/long-lists.js";
import { pt } from "./measures.js";

export const NO_LINE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** The same line around a table and between all its cells. */
export function everySide(line: IBorderOptions) {
  return { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
}

/** A width in twips, as tables and cells take it. */
export function twips(size: number) {
  return { size, type: WidthType.DXA };
}

/** A table of columns that no text widens, in twips: Word reads its whole width, WPS those of its columns. */
export function fixedTable(
  widths: readonly number[],
  options: Omit<ITableOptions, "layout" | "width" | "columnWidths">,
): Table {
  return new Table({
    ...options,
    layout: TableLayoutType.FIXED,
    width: twips(sum(widths)),
    columnWidths: widths,
  });
}

/** Shares of the whole in twips; what rounding leaves over goes to the last. */
export function columnWidths(columns: readonly Pick<ColumnLayout, "width">[], width: number): number[] {
  const shares = columns.map((column) => Math.floor((parseFloat(column.width) * width) / 100));
  const rest = width - sum(shares);
  return shares.map((share, at) => (at === shares.length - 1 ? share + rest : share));
}

export function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

/*
 * Word breaks a line between digits and the character behind them: 2021 / 年. A column whose share of the
 * table is too small for such a piece of a text takes the room from columns that have more than their texts need.
 */

/** What must stand in a line: figures with the character behind them. */
const FIGURES = /[\p{Nd}!-/<>≤≥＜＞＋－：]+\p{sc=Han}?/gu;
/** A text gives no room that it needs not to be longer than this. */
const MOST_LINES = 4;
/** Points beside every text, as `PADDING` has them on both sides, and for what fonts differ in. */
const BESIDE = 3.5;
/** Points for the mark of a status, and what stands before it. */
export const MARK = 15;

/** The columns' widths in twips: their shares, but no column narrower than what must not be broken in it. */
export function roomyWidths({ columns, head, rows }: Contents, width: number, size: number): number[] {
  const shares = columnWidths(columns, width);
  const heads = lowestHeads(head, columns);
  const needs = columns.map((_, at) => {
    const cells = rows.flatMap(({ cells: own }) => (own.length === columns.length ? (own[at] ?? []) : []));
    const inCells = cells.map(({ text, mark }) => neededBy(text) * size + (mark === "" ? 0 : MARK));
    const inLines = (lengthOf(longestOf(cells.map(({ text }) => text))) * size) / MOST_LINES;
    return Math.max(
      Math.min(shares[at] ?? 0, pt(inLines)),
      pt(largest([neededBy(heads[at] ?? "") * size, ...inCells]) + BESIDE),
    );
  });
  return shifted(shares, needs);
}

/** Room goes from columns that have more than they need to those that have less, as far as it reaches. */
function shifted(shares: readonly number[], needs: readonly number[]): number[] {
  const lacking = shares.map((share, at) => Math.max(0, (needs[at] ?? 0) - share));
  const spare = shares.map((share, at) => Math.max(0, share - (needs[at] ?? 0)));
  const [asked, there] = [sum(lacking), sum(spare)];
  if (asked === 0 || there === 0) return [...shares];
  const given = Math.min(asked, there);
  const widths = shares.map((share, at) =>
    Math.floor(share + ((lacking[at] ?? 0) * given) / asked - ((spare[at] ?? 0) * given) / there),
  );
  const rest = sum(shares) - sum(widths);
  const widest = widths.indexOf(largest(widths));
  return widths.map((each, at) => (at === widest ? each + rest : each));
}

/** How wide a digit and a capital letter are beside a character. */
const DIGIT = 0.5;
const CAPITAL = 0.9;
/** The gap some programs leave between a digit and a character. */
const GAP = 0.25;

/** The widest piece of a text that must not be broken, in characters. */
function neededBy(text: string): number {
  const pieces = [...text].length <= SHORT ? [text] : (text.match(FIGURES) ?? []);
  return largest([0, ...pieces.map((piece) => lengthOf(piece))]);
}

/** How long a text is, in characters. */
export function lengthOf(text: string): number {
  const letters = [...text].map((letter) =>
    letter >= "A" && letter <= "Z" ? CAPITAL : digitOrCharacter(letter),
  );
  const gaps = text.match(/[!-~](?=\p{sc=Han})|\p{sc=Han}(?=[!-~])/gu)?.length ?? 0;
  return sum(letters) + gaps * GAP;
}

function digitOrCharacter(letter: string): number {
  return letter.charCodeAt(0) < 0x80 ? DIGIT : 1;
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}

/** The head of each column that no other shares; "" of others. */
function lowestHeads(head: readonly HeadCell[][], columns: readonly ColumnLayout[]): string[] {
  const heads = columns.map(() => "");
  const taken = head.map(() => columns.map(() => false));
  head.forEach((cells, y) => {
    for (const { text, colspan, rowspan } of cells) {
      const x = taken[y]?.indexOf(false) ?? 0;
      for (const row of taken.slice(y, y + Number(rowspan))) row.fill(true, x, x + Number(colspan));
      if (colspan === "1") heads[x] = text;
    }
  });
  return heads;
}
