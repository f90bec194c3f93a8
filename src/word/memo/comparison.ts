import { Paragraph, TableRow, TableCell, type FileChild } from "docx";
import type { Differences } from "../../report/diff/differences.js";
import { piecesOf, type EditedPart } from "../../report/diff/edits.js";
import { columnWidths, everySide, fixedTable, twips } from "../write/grids.js";
import { pt, TEXT_WIDTH } from "../write/measures.js";
import { line } from "../write/paragraphs.js";
import { packed } from "../write/parts.js";
import { textSection } from "../write/sections.js";
import { reportStyles } from "../write/styles.js";
import { trackedParagraph, trackedRuns, type Tracking } from "./tracked.js";

/** What two reports have different, and their text as one. */
export interface Comparison extends Differences {
  parts: readonly EditedPart[];
}

const TITLE = "报告修改对照稿";
/** Whose changes they are in Word's list of reviewers. */
const AUTHOR = "报告比较";

/**
 * The later text of each report with the earlier one in tracked changes: who accepts all has the later, who rejects all the
 * earlier. `date`, YYYY-MM-DD, is the day of the changes and of the file; the same input gives the same bytes.
 */
export async function writeComparison(all: readonly Comparison[], date: string): Promise<Uint8Array> {
  const tracking: Tracking = { author: AUTHOR, date: `${date}T00:00:00Z`, count: 0 };
  const children = all.flatMap((each, at) => comparisonOf(each, at > 0, tracking));
  const content = { styles: reportStyles(), sections: [{ ...textSection({ first: true }), children }] };
  const facts = { title: TITLE, author: AUTHOR, subject: TITLE, keywords: "" };
  return packed(content, facts, date, { tracked: false });
}

function comparisonOf(
  { before, after, figures, statuses, parts }: Comparison,
  onNewPage: boolean,
  tracking: Tracking,
): FileChild[] {
  return [
    line(after.name, "Title", { pageBreakBefore: onNewPage }),
    line("（修改对照稿）", "CoverText", { spacing: { after: pt(14), line: pt(28.95), lineRule: "exact" } }),
    line(`原稿：${before.label}`, "BodyText"),
    line(`现稿：${after.label}`, "BodyText"),
    line("现稿与原稿不同之处以修订标出：接受全部修订即为现稿，拒绝全部修订即为原稿。", "BodyText"),
    ...parts.flatMap((part) => partOf(part, tracking)),
    ...tableOf("状态变化", statuses, ({ id, name }) => `${id} ${name}`, tracking),
    ...tableOf(
      "数据变化",
      figures,
      ({ indicator, name, year, group }) =>
        `${indicator} ${name}${group === "" ? "" : `（${group}）`} ${year}年`,
      tracking,
    ),
  ];
}

function partOf({ heading, kind, paragraphs }: EditedPart, tracking: Tracking): Paragraph[] {
  return [
    trackedParagraph([{ kind, text: heading }], "Heading1", tracking),
    ...paragraphs.map((pieces) => trackedParagraph(pieces, "BodyText", tracking)),
  ];
}

/** A column of a table of changes: what heads it, its share of the width, and what stands in it for a change. */
interface Column<T> {
  head: string;
  width: string;
  cell: (change: T) => Paragraph;
}

/** What it is of, and the old figure or status with the new one in tracked changes. */
function columnsOf<T extends { from: string; to: string }>(
  nameOf: (change: T) => string,
  tracking: Tracking,
): readonly Column<T>[] {
  return [
    { head: "指标或项目", width: "60%", cell: (change) => line(nameOf(change), "TableText") },
    {
      head: "原→现",
      width: "40%",
      cell: ({ from, to }) =>
        new Paragraph({ style: "TableText", children: trackedRuns(piecesOf(from, to), tracking) }),
    },
  ];
}

/** What changed, line by line. */
function tableOf<T extends { from: string; to: string }>(
  title: string,
  changes: readonly T[],
  nameOf: (change: T) => string,
  tracking: Tracking,
): FileChild[] {
  if (changes.length === 0) return [];
  const columns = columnsOf(nameOf, tracking);
  const widths = columnWidths(columns, TEXT_WIDTH);
  const row = (cells: readonly Paragraph[], tableHeader = false): TableRow =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((cell, at) => new TableCell({ width: twips(widths[at] ?? 0), children: [cell] })),
    });
  const body = changes.map((change) => row(columns.map(({ cell }) => cell(change))));
  return [
    line(title, "TableCaption"),
    fixedTable(widths, {
      borders: everySide({ style: "single", size: 4, color: "999999" }),
      margins: { left: pt(3), right: pt(3), top: pt(2), bottom: pt(2), marginUnitType: "dxa" },
      rows: [
        row(
          columns.map(({ head }) => line(head, "TableText", { keepNext: true })),
          true,
        ),
        ...body,
      ],
    }),
    line("", "TableNote"),
  ];
}
