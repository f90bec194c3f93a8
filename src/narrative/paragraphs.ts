import type { Issue } from "../issues/issue.js";
import type { Footnotes } from "./footnotes.js";
import { HARD_BREAK, type Letter } from "./letters.js";
import { markOf } from "./marks.js";
import type { NarrativeBlock, Run } from "./narrative.js";
import { findingAt, spot, type Source } from "./source.js";

/** The text of one block, and where each of its UTF-16 units stands in the source: what checks read. */
export interface Passage {
  slot: string;
  text: string;
  offsets: readonly number[];
}

/** A block for the report, with the passage it is checked by; a further passage of a table has no block. */
export interface Written {
  block: NarrativeBlock | null;
  passage: Passage;
}

/** Where blocks are being read: the section they belong to, and where its findings go. */
export interface Reading {
  slot: string;
  source: Source;
  issues: Issue[];
  footnotes: Footnotes;
}

/** Row under a table's head: |---|:--:| */
const TABLE_RULE = /^\|?[ ]*:?-{2,}:?[ ]*(?:\|[ ]*:?-{2,}:?[ ]*)*\|?$/u;
/** A footnote that nobody wrote. */
const FOOTNOTE = /\[\^([^\]\s]+)\]/u;

/** The paragraphs a run of lines stands for; tables and footnotes are told. */
export function paragraphs(letters: readonly Letter[], reading: Reading): Written[] {
  const lines = linesOf(letters);
  const [first] = letters;
  const plain = lines.map((line) => textOf(line));
  if (first !== undefined && plain.slice(1).some((line) => line.includes("|") && TABLE_RULE.test(line))) {
    reading.issues.push(
      findingAt(reading.source, first.offset, "narrative/not-printed", { what: "列数不齐的表格" }),
    );
    return [];
  }
  tellFootnotes(lines, plain, reading);
  const kept = lines.map((line) => withoutQuoteMark(line, reading));
  const pieces = joined(kept);
  for (const piece of pieces) tellTypedNumber(piece, reading);
  return pieces.flatMap((piece) => markBlock(piece, reading) ?? written("paragraph", "", piece, reading));
}

/** 一、强化组织领导。: a line that is a heading but for its mark, with a number of the report's chapters. */
const TYPED_HEADING = /^[一二三四五六七八九十]{1,3}、([^。；：:，,]{2,30})。?$/u;

function tellTypedNumber(piece: readonly Letter[], { source, issues }: Reading): void {
  const text = textOf(piece).trim();
  const [, title] = TYPED_HEADING.exec(text) ?? [];
  const [first] = piece;
  if (title === undefined || first === undefined) return;
  issues.push(findingAt(source, first.offset, "narrative/typed-number", { shown: text, title }));
}

/** A line that is a mark is no text: nothing in it is checked or printed. */
function markBlock(piece: readonly Letter[], reading: Reading): Written[] | null {
  const mark = markOf(textOf(piece));
  if (mark === null) return null;
  return written(mark, "", piece, reading).map(({ block, passage }) => ({
    block: block && { ...block, runs: [] },
    passage: { ...passage, text: "", offsets: [] },
  }));
}

function tellFootnotes(lines: readonly Letter[][], plain: readonly string[], reading: Reading): void {
  lines.forEach((line, index) => {
    const found = FOOTNOTE.exec(plain[index] ?? "");
    const place = [...(plain[index] ?? "").slice(0, found?.index)].length;
    const letter = ownLetters(line)[place];
    if (found === null || letter === undefined) return;
    const what = `没有写明内容的脚注${found[0]}`;
    reading.issues.push(findingAt(reading.source, letter.offset, "narrative/not-printed", { what }));
  });
}

/** > at the head of a line marks a quotation; the text is printed without it. */
function withoutQuoteMark(line: Letter[], { source, issues }: Reading): Letter[] {
  const marks = /^(?:>[ ]*)+/u.exec(textOf(line))?.[0].length ?? 0;
  const [first] = line;
  if (marks === 0 || first === undefined) return line;
  issues.push(findingAt(source, first.offset, "narrative/format-dropped", { what: "引用符号“>”" }));
  return line.slice(marks);
}

/** The lines of a paragraph, spaces at their ends gone; a break the writer asked for stays as its own line. */
function linesOf(letters: readonly Letter[]): Letter[][] {
  const lines: Letter[][] = [[]];
  for (const letter of letters) {
    if (letter.text === "\n" || letter.text === HARD_BREAK) {
      if (letter.text === HARD_BREAK) lines.push([letter]);
      lines.push([]);
    } else lines.at(-1)?.push(letter);
  }
  return lines;
}

/** A line that ends a sentence, or ends in a colon before a list, ends its paragraph. */
const ENDS_PARAGRAPH = /[。！？!?：]["”』」）)]*[ \u3000]*$/u;
/** A line set in from the edge, or numbered as official texts are, begins a paragraph. */
const BEGINS_PARAGRAPH =
  /^(?:\u3000|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])/u;

/**
 * Lines joined into paragraphs. In an editor like Notepad people press Enter once between paragraphs, which
 * Markdown would run together; a line that plainly ends or begins a paragraph does so.
 */
function joined(lines: readonly Letter[][]): Letter[][] {
  const pieces: Letter[][] = [[]];
  for (const line of lines) {
    const before = pieces.at(-1) ?? [];
    const text = textOf(line);
    if (text === HARD_BREAK) pieces.push([]);
    else if (standsApart(textOf(before), text)) pieces.push([...line]);
    else pieces[pieces.length - 1] = [...before, ...between(before, line), ...line];
  }
  return pieces;
}

function standsApart(before: string, text: string): boolean {
  const isMark = markOf(before) !== null || markOf(text) !== null;
  return isMark || ENDS_PARAGRAPH.test(before) || BEGINS_PARAGRAPH.test(text);
}

/** Lines of a table typed with tabs stay lines. */
function between(before: readonly Letter[], line: readonly Letter[]): Letter[] {
  const last = before.at(-1);
  const cells = [before, line].every((each) => each.some(({ text }) => text === "\t"));
  return cells && last !== undefined ? [{ ...last, text: "\n" }] : spaceBetween(before, line);
}

/** Chinese lines meet without a space; words and figures of Latin letters keep one. */
function spaceBetween(before: readonly Letter[], after: readonly Letter[]): Letter[] {
  const last = before.at(-1);
  const wordy = /^[\p{Script=Latin}\d]$/u;
  return last !== undefined && wordy.test(last.text) && wordy.test(after[0]?.text ?? "")
    ? [{ ...last, text: " " }]
    : [];
}

/** Without footnotes. */
function textOf(letters: readonly Letter[]): string {
  return ownLetters(letters)
    .map(({ text }) => text)
    .join("");
}

function ownLetters(letters: readonly Letter[]): Letter[] {
  return letters.filter(({ note }) => note === undefined);
}

/** One block of plain text, or none where nothing is left of it; footnotes have passages of their own. */
export function written(
  kind: NarrativeBlock["kind"],
  marker: string,
  all: readonly Letter[],
  { slot, source }: Reading,
): Written[] {
  const letters = trimmed(all.map((each) => (each.text === HARD_BREAK ? { ...each, text: " " } : each)));
  const [first] = letters;
  if (first === undefined) return [];
  const block: NarrativeBlock = {
    kind,
    marker,
    level: 0,
    runs: runsOf(letters),
    table: null,
    where: spot(source, first.offset).where,
  };
  const notes = letters.flatMap(({ note }) => (note === undefined ? [] : [note]));
  return [
    { block, passage: passageOf(slot, ownLetters(letters)) },
    ...notes.map((note) => ({ block: null, passage: passageOf(slot, note) })),
  ];
}

/** What letters without footnotes say, and where. */
export function passageOf(slot: string, letters: readonly Letter[]): Passage {
  return { slot, text: textOf(letters), offsets: letters.flatMap(unitOffsets) };
}

function unitOffsets({ text, offset }: Letter): number[] {
  return Array.from({ length: text.length }, () => offset);
}

function trimmed(letters: readonly Letter[]): Letter[] {
  const inked = letters.map(({ text }) => text.trim() !== "");
  return letters.slice(Math.max(inked.indexOf(true), 0), inked.lastIndexOf(true) + 1);
}

function runsOf(letters: readonly Letter[]): Run[] {
  const runs: Run[] = [];
  for (const { text, strong } of letters) {
    const last = runs.at(-1);
    if (last?.strong === strong) last.text += text;
    else runs.push({ text, strong });
  }
  return runs;
}
