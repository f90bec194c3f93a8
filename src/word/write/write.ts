import type { FileChild, ISectionOptions, Paragraph } from "docx";
import type { BoundModel } from "../../report/model.js";
import { textOf } from "../../narrative/narrative.js";
import { annexOf, bodyOf, gapsOf } from "./body.js";
import { contentsOf, entriesOf } from "./contents.js";
import { coverOf, versoOf } from "./cover.js";
import { watermarked } from "./edges.js";
import { estimatedPages } from "./estimate.js";
import { blocksIn, outlineOf, type Outline } from "./outline.js";
import { line } from "./paragraphs.js";
import { packed } from "./parts.js";
import { noBookmarks } from "./runs.js";
import { frontSection, textSection, wideSection } from "./sections.js";
import { reportStyles } from "./styles.js";
import type { Writing } from "./writing.js";

/** What a Word report is made with beside its model: plain data, so that it may pass between threads. */
export interface WordExtras {
  /** women-2025-annual, and the hash of the model: what an amended copy is known by. */
  id: string;
  hash: string;
  /** The report's day, YYYY-MM-DD. */
  date: string;
  /** Printed page numbers by the ids of the headings; estimated where there are none. */
  pages: Readonly<Record<string, string>>;
  /** PNG pictures by chart and place: status-0. */
  pictures: Readonly<Record<string, Uint8Array>>;
  /** Lines of the 红头, from the top; [] for none. */
  redHead: readonly string[];
}

/** Amendments to a report that is sent round are tracked. */
function isTracked({ cover, document }: BoundModel): boolean {
  return cover.review === "征求意见稿" || document.watermark.includes("初稿");
}

/** The report as a Word document. The same model and extras give the same bytes. */
export async function writeWord(model: BoundModel, extras: WordExtras): Promise<Uint8Array> {
  const { document } = model;
  const content = {
    styles: reportStyles(),
    customProperties: [
      { name: "report-id", value: extras.id },
      { name: "report-model", value: extras.hash },
    ],
    sections: sectionsOf(model, extras),
    footnotes: footnotesOf(outlineOf(model)),
  };
  return packed(content, document, extras.date, { tracked: isTracked(model) });
}

/** By the numbers that their marks in the text bear. */
function footnotesOf(outline: Outline): Record<string, { children: Paragraph[] }> {
  const items = blocksIn(outline).flatMap(({ prose }) => prose.flatMap((each) => each.items));
  const footnotes = items.filter(({ note }) => note !== "");
  return Object.fromEntries(
    footnotes.map((each) => [each.note, { children: [line(textOf(each), "FootnoteText")] }]),
  );
}

function sectionsOf(model: BoundModel, extras: WordExtras): ISectionOptions[] {
  const outline = outlineOf(model);
  const entries = entriesOf(outline);
  const writing: Writing = {
    bookmarks: noBookmarks(),
    pictures: new Map(Object.entries(extras.pictures)),
    drawn: 0,
  };
  const pages = new Map([...estimatedPages(outline, entries), ...Object.entries(extras.pages)]);
  const text: FileChild[] = [
    ...contentsOf(entries, pages),
    ...bodyOf(model.titleLines, outline, extras.redHead, writing),
  ];
  const { cover, document } = model;
  const marks = [document.watermark, cover.review === "征求意见稿" ? cover.review : ""].filter(
    (mark) => mark !== "",
  );
  return [
    { ...frontSection(), headers: watermarked(marks.join(" · ")), children: coverOf(cover) },
    { ...frontSection(), children: versoOf(cover.legend) },
    { ...textSection({ first: true }), children: text },
    ...outline.annexes.map((annex) => ({
      ...(annex.landscape ? wideSection() : textSection({ first: false })),
      children: annexOf(annex, writing),
    })),
    ...(outline.gaps.length === 0
      ? []
      : [{ ...textSection({ first: false }), children: gapsOf(outline.gaps, writing) }]),
  ];
}
