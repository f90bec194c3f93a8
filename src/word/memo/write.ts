import {
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type IParagraphOptions,
  type ISectionOptions,
} from "docx";
import type { Chapter, MemoModel } from "../../report/model.js";
import { blocksOf } from "../write/blocks.js";
import { watermarked } from "../write/edges.js";
import { FONT } from "../write/fonts.js";
import { INDENT, pt, TEXT_WIDTH } from "../write/measures.js";
import { line } from "../write/paragraphs.js";
import { packed } from "../write/parts.js";
import { noBookmarks, run } from "../write/runs.js";
import { frontSection, textSection } from "../write/sections.js";
import { exact, reportStyles } from "../write/styles.js";
import type { Place } from "../write/tables.js";
import type { Writing } from "../write/writing.js";

const MEMO_LINE = pt(28);
const UPRIGHT: Place = { width: TEXT_WIDTH, style: "TableText", size: 10 };
const SPACING = exact(MEMO_LINE);

/**
 * A 简报, 任务单 or 催报函 as a Word document; `date`, YYYY-MM-DD, stands in for the clock, so that the same model gives the same
 * bytes.
 */
export async function writeMemo(model: MemoModel, date: string): Promise<Uint8Array> {
  const { document, kind } = model;
  const page: Omit<ISectionOptions, "children"> =
    kind === "brief" ? frontSection() : textSection({ first: true });
  const section = { ...page, headers: watermarked(document.watermark), children: childrenOf(model) };
  const content = { styles: reportStyles({ line: MEMO_LINE }), sections: [section] };
  return packed(content, document, date, { tracked: false });
}

function childrenOf(model: MemoModel): FileChild[] {
  const { review, titleLines, byline, addressee, opening, chapters, closing, signature } = model;
  const writing: Writing = { bookmarks: noBookmarks(), pictures: new Map(), drawn: 0 };
  const text = (blocks: Chapter["blocks"]): FileChild[] =>
    blocksOf(blocks, { heading: "Heading2", text: "BodyText" }, UPRIGHT, writing);
  const chapterOf = model.kind === "brief" ? runIn : headed(text);
  return [
    ...(review === ""
      ? []
      : [new Paragraph({ style: "Normal", children: [run(review, { font: FONT.hei })] })]),
    ...titleOf(titleLines),
    ...bylineOf(byline),
    ...(addressee === "" ? [] : [line(addressee, "Normal")]),
    ...text(opening),
    ...chapters.flatMap(chapterOf),
    ...text(closing),
    ...signatureOf(signature),
  ];
}

function titleOf(lines: readonly string[]): Paragraph[] {
  return lines.map((text, at) =>
    line(text, "Title", {
      spacing: {
        ...(at === 0 ? { before: pt(8) } : {}),
        ...(at === lines.length - 1 ? { after: pt(8) } : {}),
      },
    }),
  );
}

/** Who at the left, when at the right, what state it is in between. */
function bylineOf(said: readonly string[]): Paragraph[] {
  if (said.length === 0) return [];
  const stops = [
    { type: TabStopType.CENTER, position: TEXT_WIDTH / 2 },
    { type: TabStopType.RIGHT, position: TEXT_WIDTH },
  ].slice(said.length === 2 ? 1 : 0);
  return [
    new Paragraph({
      style: "Normal",
      spacing: { after: pt(10), ...SPACING },
      tabStops: stops,
      children: said.flatMap((text, at) => [
        ...(at === 0 ? [] : [new TextRun({ children: [new Tab()] })]),
        run(text, { font: FONT.kai }),
      ]),
    }),
  ];
}

/** The heading in one line with the text. A style separator would do it in Word, and in no other program. */
function runIn({ number, heading, blocks }: Chapter): Paragraph[] {
  const texts = blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  return [
    new Paragraph({
      style: "BodyText",
      children: [run(`${number}${heading}。`, { font: FONT.hei }), run(texts.join(""))],
    }),
  ];
}

function headed(text: (blocks: Chapter["blocks"]) => FileChild[]): (chapter: Chapter) => FileChild[] {
  return ({ number, heading, blocks }) => [line(`${number}${heading}`, "Heading1"), ...text(blocks)];
}

/** 署名 and 成文日期 below it, the day four characters in from the right edge and the name above its middle. */
function signatureOf([issuer, date]: readonly string[]): Paragraph[] {
  if (issuer === undefined || date === undefined) return [];
  const width = pt(16) * Math.max([...issuer].length, DAY_WIDTH);
  const place: IParagraphOptions = {
    alignment: "center",
    indent: { left: Math.max(0, TEXT_WIDTH - INDENT * 2 - width), right: INDENT, firstLine: 0 },
    keepLines: true,
  };
  return [
    line("", "Normal", { keepNext: true }),
    line(issuer, "Normal", { ...place, keepNext: true }),
    line(date, "Normal", place),
  ];
}

/** 2026年5月20日 in characters. */
const DAY_WIDTH = 8;
