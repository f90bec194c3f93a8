import type { List, ListItem, RootContent } from "mdast";
import { noteLetter } from "./footnotes.js";
import { clip, HARD_BREAK, lettersOf, plainLetters, type NoteAt } from "./letters.js";
import { paragraphs, written, type Reading, type Written } from "./paragraphs.js";
import { findingAt, startOf } from "./source.js";
import { tableBlocks } from "./tables.js";

/** Lists inside lists, deeper than any person goes; - - - - … on one line nests once for every mark. */
const DEEPEST = 30;

/** The blocks one Markdown node below a section's heading stands for; what cannot be printed is told. */
export function blocksOf(node: RootContent, reading: Reading, depth = 0): Written[] {
  const noteAt: NoteAt = (reference, strong) => noteLetter(reference, strong, reading.footnotes);
  switch (node.type) {
    case "paragraph":
      return paragraphs(lettersOf(node.children, reading.source, reading.issues, noteAt), reading);
    case "heading":
      return written("heading", "", lettersOf(node.children, reading.source, reading.issues), reading);
    case "list":
      if (depth > DEEPEST) return asWritten(node, reading);
      return node.children.flatMap((item, index) =>
        itemBlocks(item, markerOf(node, index, depth), reading, depth),
      );
    case "table":
      return tableBlocks(node, reading);
    case "thematicBreak":
      return ruleBlocks(node, reading);
    case "code":
      return codeBlocks(node, reading);
    case "html":
      reading.issues.push(
        findingAt(reading.source, startOf(node), "narrative/raw-html", { shown: clip(node.value) }),
      );
      return [];
    case "definition":
      reading.issues.push(
        findingAt(reading.source, startOf(node), "narrative/format-dropped", { what: "链接" }),
      );
      return [];
    default:
      // Quotes are not switched on in the parser: their text comes as paragraphs. Footnotes come with what points at them.
      return [];
  }
}

const POINTS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
/** ① and on: twenty characters. */
const DASH = "——";
const CIRCLED = { first: 0x2460, count: 20 };

/**
 * As official documents number them: 一是, 二是 of a list without numbers, （1） of one with, ① inside another, and a
 * dash still deeper, where ① would be read as the one above.
 */
function markerOf({ ordered, start, children }: List, index: number, depth: number): string {
  const number = ordered === true ? (start ?? 1) + index : index + 1;
  if (ordered !== true && children.length === 1) return "";
  if (depth > 1) return DASH;
  if (depth > 0 && number > 0 && number <= CIRCLED.count) {
    return String.fromCodePoint(CIRCLED.first + number - 1);
  }
  return ordered === true || children.length > POINTS.length ? `（${number}）` : `${POINTS[index]}是`;
}

/** An item that was typed with a number of its own needs none of ours. */
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[是、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[\u2460-\u2473]|\d{1,2}[.．、](?!\d))/u;

/** The item's first paragraph carries its marker; what follows inside it stands below. */
function itemBlocks(item: ListItem, marker: string, reading: Reading, depth: number): Written[] {
  const blocks = item.children.flatMap((child) => blocksOf(child, reading, depth + 1));
  const [first, ...rest] = blocks;
  if (first?.block?.kind !== "paragraph") return blocks;
  const own = NUMBERED.test(first.passage.text) ? "" : marker;
  return [{ ...first, block: { ...first.block, kind: "item", marker: own } }, ...rest];
}

/** A line of --- or *** parts text and prints nothing; a line of ____ is a blank to fill in. */
function ruleBlocks(node: RootContent, reading: Reading): Written[] {
  return reading.source.text[startOf(node)] === "_" ? asWritten(node, reading) : [];
}

/** The node's own text, marks and all. */
function asWritten(node: RootContent, reading: Reading): Written[] {
  const start = startOf(node);
  const text = reading.source.text.slice(start, node.position?.end.offset ?? start);
  return paragraphs(plainLetters(text, start), reading);
}

/** A fenced block is text somebody set apart: the text is kept, line for line. */
function codeBlocks(node: Extract<RootContent, { type: "code" }>, reading: Reading): Written[] {
  const start = startOf(node);
  reading.issues.push(findingAt(reading.source, start, "narrative/format-dropped", { what: "代码块" }));
  const from = reading.source.text.indexOf(node.value, start);
  const lines = plainLetters(node.value, Math.max(from, start)).map((letter) =>
    letter.text === "\n" ? { ...letter, text: HARD_BREAK } : letter,
  );
  return paragraphs(lines, reading);
}
