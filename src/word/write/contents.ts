import { InternalHyperlink, Paragraph, Tab, TabStopType, LeaderType, TextRun, type FileChild } from "docx";
import { field, fieldBegin, fieldEnd } from "./elements.js";
import { TEXT_WIDTH } from "./measures.js";
import { GAPS, type Outline, type Part } from "./outline.js";
import { line } from "./paragraphs.js";
import { run } from "./runs.js";
import { largest } from "../../terms/long-lists.js";

/** A line of the 目录. */
export interface Entry {
  id: string;
  text: string;
  level: 1 | 2;
}

export function entriesOf({ summary, chapters, annexes, gaps }: Outline): Entry[] {
  const entry = ({ id, number, heading }: Part, level: Entry["level"]): Entry => ({
    id,
    text: `${number}${heading}`,
    level,
  });
  return [
    ...(summary === null ? [] : [entry(summary, 1)]),
    ...chapters.flatMap((chapter) => [
      entry(chapter, 1),
      ...(chapter.listed ? chapter.sections.map((section) => entry(section, 2)) : []),
    ]),
    ...annexes.map(({ id, label, title }): Entry => ({ id, text: `${label}　${title}`, level: 1 })),
    ...(gaps.length === 0 ? [] : [{ id: GAPS.id, text: GAPS.heading, level: 1 } as const]),
  ];
}

/** The bookmark of a heading that the 目录 leads to; Word hides names that begin so. */
export function headingName(id: string): string {
  return `_Toc_${id.replaceAll("-", "_")}`;
}

/**
 * 目录 as a field that already holds its entries and page numbers: an empty one shows nothing in WPS, and one that is
 * to be brought up to date brings a question in Word.
 */
export function contentsOf(entries: readonly Entry[], pages: ReadonlyMap<string, string>): FileChild[] {
  const deepest = largest(
    entries.map(({ level }) => level),
    1,
  );
  const lines = entries.map(
    ({ id, text, level }, at) =>
      new Paragraph({
        style: `TOC${level}`,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
        children: [
          ...(at === 0 ? [fieldBegin(`TOC \\o "1-${deepest}" \\h \\z \\u`)] : []),
          new InternalHyperlink({
            anchor: headingName(id),
            children: [
              run(text),
              new TextRun({ children: [new Tab()] }),
              ...field(`PAGEREF ${headingName(id)} \\h`, pages.get(id) ?? ""),
            ],
          }),
          ...(at === entries.length - 1 ? [fieldEnd()] : []),
        ],
      }),
  );
  return [line("目　录", "FrontTitle"), ...lines];
}
