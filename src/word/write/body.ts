import { BorderStyle, Paragraph, type FileChild } from "docx";
import { blocksOf } from "./blocks.js";
import { headingName } from "./contents.js";
import { pt, TEXT_WIDTH, WIDE_TEXT_WIDTH } from "./measures.js";
import { GAPS, type AnnexPart, type Outline, type Part } from "./outline.js";
import { line, type TextLook } from "./paragraphs.js";
import { marked, run } from "./runs.js";
import type { StyleId } from "./styles.js";
import type { Place } from "./tables.js";
import type { Writing } from "./writing.js";

const UPRIGHT: Place = { width: TEXT_WIDTH, style: "TableText", size: 10 };
const WIDE: Place = { width: WIDE_TEXT_WIDTH, style: "WideTableText", size: 9 };

const CHAPTER_TEXT: TextLook = { heading: "Heading2", text: "BodyText" };
const SECTION_TEXT: TextLook = { heading: "Heading3", text: "BodyText" };
const SUMMARY_TEXT: TextLook = { heading: "SummaryHeading", text: "SummaryText" };

/** Everything between the 目录 and the annexes. */
export function bodyOf(
  titleLines: readonly string[],
  { summary, opening, chapters }: Outline,
  redHead: readonly string[],
  writing: Writing,
): FileChild[] {
  return [
    ...(summary === null ? [] : summaryOf(summary, writing)),
    ...titleOf(titleLines, redHead),
    ...blocksOf(opening, CHAPTER_TEXT, UPRIGHT, writing),
    ...chapters.flatMap((chapter) => chapterOf(chapter, writing)),
  ];
}

/** A heading that the 目录 leads to. */
function heading(id: string, text: string, style: StyleId, writing: Writing, onNewPage = false): Paragraph {
  return new Paragraph({
    style,
    ...(onNewPage ? { pageBreakBefore: true } : {}),
    children: marked(writing.bookmarks, headingName(id), [run(text)]),
  });
}

function summaryOf({ id, number, heading: text, blocks }: Part, writing: Writing): FileChild[] {
  return [
    heading(id, `${number}${text}`, "SummaryTitle", writing, true),
    ...blocksOf(blocks, SUMMARY_TEXT, UPRIGHT, writing),
  ];
}

const RED = { style: BorderStyle.SINGLE, size: 24, color: "FF0000", space: 6 };

/** The title, below the 红头 where there is one: the issuing body's name in red, the number, and a red rule. */
function titleOf(titleLines: readonly string[], redHead: readonly string[]): Paragraph[] {
  const last = redHead.length - 1;
  const head = redHead.map((text, at) =>
    line(text, at === 0 ? "RedHead" : "RedHeadNumber", {
      ...(at === 0 ? { pageBreakBefore: true } : {}),
      ...(at === last ? { border: { bottom: RED } } : {}),
    }),
  );
  const title = titleLines.map((text, at) =>
    line(text, "Title", {
      ...(at === 0 && head.length === 0 ? { pageBreakBefore: true } : {}),
      spacing: {
        ...(at === 0 ? { before: pt(11) } : {}),
        ...(at === titleLines.length - 1 ? { after: pt(28.95) } : {}),
      },
    }),
  );
  return [...head, ...title];
}

function chapterOf({ id, number, heading: text, blocks, sections }: Part, writing: Writing): FileChild[] {
  return [
    heading(id, `${number}${text}`, "Heading1", writing),
    ...blocksOf(blocks, CHAPTER_TEXT, UPRIGHT, writing),
    ...sections.flatMap((section) => [
      heading(section.id, `${section.number}${section.heading}`, "Heading2", writing),
      ...blocksOf(section.blocks, SECTION_TEXT, UPRIGHT, writing),
    ]),
  ];
}

/** An annex begins a section of pages of its own. */
export function annexOf({ id, label, title, landscape, blocks }: AnnexPart, writing: Writing): FileChild[] {
  return [
    line(label, "AnnexLabel"),
    heading(id, title, "AnnexTitle", writing),
    ...blocksOf(blocks, CHAPTER_TEXT, landscape ? WIDE : UPRIGHT, writing),
  ];
}

/** What a draft has still to write, on its last page. */
export function gapsOf(gaps: readonly string[], writing: Writing): FileChild[] {
  return [
    heading(GAPS.id, GAPS.heading, "AnnexTitle", writing),
    ...gaps.map((gap, at) => line(`${at + 1}. ${gap}`, "BodyText")),
  ];
}
