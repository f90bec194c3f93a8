import type { Table } from "mdast";
import { apart, footnoteMark } from "../terms/footnotes.js";
import { noteLetter } from "./footnotes.js";
import { lettersOf, type Letter, type NoteAt } from "./letters.js";
import type { NarrativeBlock, NarrativeTable } from "./narrative.js";
import { passageOf, type Reading, type Written } from "./paragraphs.js";
import { spot, startOf } from "./source.js";
import { largest } from "../terms/long-lists.js";

/** A table in Markdown as one block; its cells are checked together, and their footnotes are a note below it. */
export function tableBlocks(node: Table, reading: Reading): Written[] {
  const notes: string[] = [];
  const checked: Letter[][] = [];
  const noteAt: NoteAt = (reference, strong) => {
    const letter = noteLetter(reference, strong, reading.footnotes);
    if (letter?.note === undefined) return null;
    notes.push(letter.note.map(({ text }) => text).join(""));
    checked.push([...letter.note]);
    return { ...letter, text: footnoteMark(notes.length) };
  };
  const lines = node.children.map((row) =>
    row.children.map((cell) => lettersOf(cell.children, reading.source, reading.issues, noteAt)),
  );
  const widest = largest(lines.map(({ length }) => length));
  const [head = [], ...rows] = lines.map((cells) =>
    Array.from({ length: widest }, (_, at) => textOf(cells[at] ?? [])),
  );
  const align = Array.from({ length: widest }, (_, at) => node.align?.[at] ?? null);
  const table: NarrativeTable = {
    title: "",
    typedNumber: "",
    unit: "",
    align,
    head,
    rows,
    notes: notes.length === 0 ? [] : [notes.map((text, at) => footnoteMark(at + 1) + text).join("")],
    source: "",
  };
  const { where } = spot(reading.source, startOf(node));
  const block: NarrativeBlock = { kind: "table", marker: "", level: 0, runs: [], table, where };
  const passages = [typed(lines, startOf(node)), ...checked].map((each) => passageOf(reading.slot, each));
  return passages.map((passage, at) => ({ block: at === 0 ? block : null, passage }));
}

/** The table as one would type it: its figures are read by the words around them. */
function typed(lines: readonly (readonly Letter[][])[], start: number): Letter[] {
  const mark = (text: string): Letter => ({ text, strong: false, offset: start });
  return lines.flatMap((cells, row) => [
    ...(row === 0 ? [] : [mark("\n")]),
    ...cells.flatMap((cell, at) => [
      ...(at === 0 ? [] : [mark("\t")]),
      ...cell.flatMap((letter) =>
        letter.note === undefined ? [/[\n\v\t|]/u.test(letter.text) ? { ...letter, text: " " } : letter] : [],
      ),
    ]),
  ]);
}

function textOf(letters: readonly Letter[]): string {
  return letters
    .map(({ text }) => (text === "\n" || text === "\v" ? "" : text))
    .join("")
    .trim();
}

/** 表1 满意度调查结果（单位：%）, above a table. */
const CAPTION = /^表\s*(\d+(?:[-—.]\d+)*)?[\s:：]*(\S.{0,40}?)\s*(?:[（(]?单位[:：]\s*([^（）()]+)[）)]?)?$/u;
const UNIT = /^[（(]?单位[:：]\s*([^（）()]{1,20})[）)]?$/u;
const NOTE = /^注[:：]\s*/u;
const SOURCE = /^(?:资料|数据)来源[:：]\s*/u;

/**
 * The blocks of a section with what stands around its tables drawn into them: the line above that is its title,
 * the lines below that are notes and source. Without such a line a table bears the heading it stands under.
 */
export function withCaptions(blocks: readonly NarrativeBlock[], heading: string): NarrativeBlock[] {
  const all: NarrativeBlock[] = [];
  let under = heading;
  for (const block of blocks) {
    if (block.kind === "heading") under = plain(block);
    const last = all.at(-1);
    if (block.table !== null) all.push(captioned(block, all, under));
    else if (last?.table == null || block.kind !== "paragraph" || !isBelow(plain(block))) all.push(block);
    else all[all.length - 1] = { ...last, table: noted(last.table, plain(block)) };
  }
  return all;
}

function isBelow(text: string): boolean {
  return NOTE.test(text) || SOURCE.test(text);
}

function noted(table: NarrativeTable, said: string): NarrativeTable {
  const [text = "", ...footnotes] = apart(said);
  const { notes, ...more } = withLine(table, text);
  return { ...more, notes: [...notes, ...footnotes] };
}

function withLine(table: NarrativeTable, text: string): NarrativeTable {
  if (NOTE.test(text)) return { ...table, notes: [...table.notes, text.replace(NOTE, "")] };
  const source = text.replace(SOURCE, "");
  return table.source === "" ? { ...table, source } : { ...table, notes: [...table.notes, text] };
}

/** Takes title and unit from the lines above out of `before`. */
function captioned(block: NarrativeBlock, before: NarrativeBlock[], under: string): NarrativeBlock {
  const [unit, ofUnit] = taken(before, UNIT);
  const [caption, ofCaption] = taken(before, CAPTION);
  const [, typedNumber = "", title = under, own = unit?.[1] ?? ""] = caption ?? [];
  const notes = [...ofCaption, ...ofUnit];
  return {
    ...block,
    table:
      block.table === null
        ? null
        : { ...block.table, title, typedNumber, unit: own, notes: [...notes, ...block.table.notes] },
  };
}

/** The line above, taken out, where it is such a one; its footnotes are notes of the table. */
function taken(before: NarrativeBlock[], what: RegExp): [RegExpExecArray | null, readonly string[]] {
  const last = before.at(-1);
  const [text = "", ...footnotes] = last?.kind === "paragraph" ? apart(plain(last)) : [];
  const found = what.exec(text);
  if (found === null || /[。；]$/u.test(found[0])) return [null, []];
  before.pop();
  return [found, footnotes];
}

function plain({ runs }: NarrativeBlock): string {
  return runs
    .map(({ text }) => text)
    .join("")
    .trim();
}
