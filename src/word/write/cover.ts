import { BorderStyle, Paragraph, TableCell, TableRow, type FileChild } from "docx";
import type { Cover, LegendEntry } from "../../report/model.js";
import { isStatus, STATUS } from "../../terms/status.js";
import { hex } from "./colours.js";
import { FONT } from "./fonts.js";
import { everySide, fixedTable, NO_LINE, twips } from "./grids.js";
import { LINE, mm, pt, TEXT_WIDTH } from "./measures.js";
import { line } from "./paragraphs.js";
import { run } from "./runs.js";

const ABOVE_TITLE = mm(38);
const ABOVE_SUBTITLE = mm(8);
const ABOVE_ISSUER = mm(34);
const TITLE_LINE = pt(46);
const NOTICE_LINE = pt(20);
/** Characters of a notice in a line. */
const NOTICE_WIDTH = 36;
/** What the lines of the cover may fill: a line less than the page, so that none is driven to the next. */
const HEIGHT = mm(225) - LINE;

/** Title in the upper half, notice, issuer and date at the foot of the page. */
export function coverOf({ titleLines, subtitle, issuer, date, review, notice }: Cover): FileChild[] {
  const noticeLines = notice === "" ? 0 : Math.ceil(notice.length / NOTICE_WIDTH);
  const used =
    LINE * 3 +
    ABOVE_TITLE +
    titleLines.length * TITLE_LINE +
    (subtitle === "" ? 0 : ABOVE_SUBTITLE + LINE) +
    noticeLines * NOTICE_LINE +
    ABOVE_ISSUER;
  const gap = Math.max(0, HEIGHT - used);
  const above = (before: number) => ({ spacing: { before } });
  return [
    new Paragraph({ style: "Normal", children: [run(review, { font: FONT.hei })] }),
    ...titleLines.map((text, at) => line(text, "CoverTitle", at === 0 ? above(ABOVE_TITLE) : {})),
    ...(subtitle === "" ? [] : [line(subtitle, "CoverText", above(ABOVE_SUBTITLE))]),
    ...(notice === "" ? [] : [line(notice, "CoverNotice", above(gap))]),
    line(issuer, "CoverText", above(ABOVE_ISSUER + (notice === "" ? gap : 0))),
    line(date, "CoverText"),
  ];
}

const NAME_WIDTH = pt(116);
/** With the space above and below it. */
const LEGEND_LINE = pt(18);

/** 图表符号, at the foot of the back of the cover. */
export function versoOf(legend: readonly LegendEntry[]): FileChild[] {
  const cell = (width: number, content: Paragraph): TableCell =>
    new TableCell({ width: twips(width), children: [content] });
  const above = HEIGHT - (legend.length + 1) * LEGEND_LINE;
  return [
    new Paragraph({
      style: "TableText",
      spacing: { before: Math.max(0, above) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: "000000" } },
      children: [run("图表符号", { font: FONT.hei })],
    }),
    fixedTable([NAME_WIDTH, TEXT_WIDTH - NAME_WIDTH], {
      borders: everySide(NO_LINE),
      rows: legend.map(
        ({ mark, name, meaning }) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell(NAME_WIDTH, new Paragraph({ style: "TableText", children: [...signed(mark), run(name)] })),
              cell(TEXT_WIDTH - NAME_WIDTH, line(meaning, "TableText")),
            ],
          }),
      ),
    }),
  ];
}

function signed(mark: string) {
  if (!isStatus(mark)) return [];
  const { mark: sign, ink } = STATUS[mark];
  return [run(`${sign} `, { color: hex(ink) })];
}
