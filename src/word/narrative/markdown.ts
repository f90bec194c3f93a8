import { escaped, escapedLine } from "../../narrative/escaped.js";
import { labelled } from "../../narrative/note-labels.js";
import { gridLines } from "../../narrative/table-lines.js";
import type { WordPlace } from "../../narrative/file.js";
import { PARAGRAPH_END, passagesOf, type Passage } from "../compare/passages.js";
import type { Story, WordContent, WordParagraph } from "../read/document.js";
import { largest } from "../../terms/long-lists.js";
import { unbrokenLine } from "../../terms/plain-text.js";

/** A Word document as a narrative file would have it, with the paragraph each line comes from. */
export interface WordText {
  content: string;
  paragraphs: readonly WordPlace[];
  /** What no narrative takes, once for each kind, where it stands first. */
  left: readonly { what: string; where: WordPlace }[];
}

/**
 * Text as if all changes were accepted: headings by their style, or where a line is nothing but the name of a part,
 * which `isPart` tells; every paragraph on one line. Pure.
 */
export function markdownOf(content: WordContent, isPart: (heading: string) => boolean): WordText {
  const passages = passagesOf(content).filter(({ story }) => story === "body");
  const lines = piecesOf(passages).flatMap((piece) => {
    const [first] = piece;
    if (first === undefined) return [];
    const where = { paragraph: first.number, heading: first.path.at(-1) ?? "" };
    const said = first.cell === null ? linesOf(first, content.paragraphs, isPart) : tableLines(piece);
    return [...said, ""].map((text) => ({ text, where }));
  });
  // Footnotes stand at the end, where they part no list.
  const labels = new Set<string>();
  const noted = lines.map(({ text, where }) => ({ ...labelled(text, labels), where }));
  const notes = noted.flatMap((line) =>
    line.notes.flatMap((text) => [
      { ...line, text },
      { ...line, text: "" },
    ]),
  );
  const all = [...noted, ...notes];
  return {
    content: all.map(({ text }) => text).join("\n"),
    paragraphs: all.map(({ where }) => where),
    left: leftOf(content.paragraphs, piecesOf(passages)),
  };
}

/** Paragraphs one by one, and the cells of a table together. */
function piecesOf(passages: readonly Passage[]): Passage[][] {
  const pieces: Passage[][] = [];
  for (const passage of passages) {
    const last = pieces.at(-1);
    const table = passage.cell?.table;
    if (table !== undefined && last?.[0]?.cell?.table === table) last.push(passage);
    else pieces.push([passage]);
  }
  return pieces;
}

/** A paragraph's lines; several where an end of a paragraph was put in. */
function linesOf(
  { after, level, number }: Passage,
  paragraphs: readonly WordParagraph[],
  isPart: (heading: string) => boolean,
): string[] {
  const { list = null } = paragraphs[number - 1] ?? {};
  const own = after
    .split(PARAGRAPH_END)
    .map(plainLine)
    .filter((line) => line !== "");
  return own.flatMap((line, at) => {
    if (level > 0 && at === 0) return [`${"#".repeat(Math.min(level, 6))} ${escaped(line)}`, ""];
    if (isPart(line)) return [`${"#".repeat(depthOf(line))} ${escaped(line)}`, ""];
    if (list !== null) return [`${list === "bullet" ? "-" : "1."} ${escapedLine(line)}`];
    return [escapedLine(line), ""];
  });
}

/** A line that was broken off by hand goes on; tabs and indents are looks. */
function plainLine(text: string): string {
  return unbrokenLine(text).replaceAll("\t", " ");
}

/** How deep a heading without a style stands, by the number it was typed with: 一、 above （一） above 1. */
function depthOf(heading: string): number {
  if (/^[（(][一二三四五六七八九十]/u.test(heading)) return 2;
  return /^\d/u.test(heading) ? 3 : 1;
}

/** A table as Markdown has it, from its cells. */
export function tableLines(cells: readonly Passage[]): string[] {
  const [head = [], ...rows] = rowsOf(cells);
  return [...gridLines(head, rows), ""];
}

/** The texts of a table's cells; a cell of several paragraphs has them one after the other. */
function rowsOf(cells: readonly Passage[]): string[][] {
  const rows: string[][] = [];
  const width = largest(cells.map(({ cell }) => (cell?.column ?? 0) + 1));
  for (const { cell, after } of cells) {
    if (cell === null) continue;
    while (rows.length <= cell.row) rows.push(Array.from({ length: width }, () => ""));
    const row = rows[cell.row];
    if (row !== undefined) row[cell.column] = `${row[cell.column] ?? ""}${plainLine(after)}`;
  }
  return rows;
}

const LEFT: readonly { what: string; is: (paragraph: WordParagraph) => boolean }[] = [
  { what: "图片", is: ({ pictures }) => pictures > 0 },
  {
    what: "正文中没有标记的脚注",
    is: ({ story, pieces }) => isNote(story) && pieces.some(({ text }) => text.trim() !== ""),
  },
];

function isNote(story: Story): boolean {
  return story === "footnote" || story === "endnote";
}

function leftOf(paragraphs: readonly WordParagraph[], pieces: readonly Passage[][]): WordText["left"] {
  const found = LEFT.flatMap(({ what, is }) => {
    const at = paragraphs.findIndex(is);
    return at < 0 ? [] : [{ what, where: { paragraph: at + 1, heading: "" } }];
  });
  const uneven = pieces.find((cells) => cells[0]?.cell != null && isUneven(cells[0].cell.table, paragraphs));
  const [first] = uneven ?? [];
  if (first === undefined) return found;
  return [
    ...found,
    { what: "有合并单元格的表格", where: { paragraph: first.number, heading: first.path.at(-1) ?? "" } },
  ];
}

/** Cells that were joined, or lines of different lengths: Markdown has neither. */
function isUneven(table: number, paragraphs: readonly WordParagraph[]): boolean {
  const last = new Map<number, number>();
  let isJoined = false;
  for (const { cell } of paragraphs)
    if (cell?.table === table) {
      last.set(cell.row, cell.column);
      isJoined ||= cell.span > 1;
    }
  return isJoined || new Set(last.values()).size > 1;
}
