import {
  AlignmentType,
  Footer,
  Header,
  HeightRule,
  PageNumber,
  Paragraph,
  type Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TextDirection,
  TextRun,
} from "docx";
import { everySide, fixedTable, NO_LINE, twips } from "./grids.js";
import { mm, pt, WIDE_MARGIN } from "./measures.js";
import { watermarkRun } from "./watermark.js";

/** Headers or footers of the odd (`default`) and the even pages. */
interface Both<Edge> {
  default: Edge;
  even: Edge;
}

function pageNumber(): TextRun {
  return new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: { hint: "eastAsia" } });
}

/** 单页居右，双页居左，各空一字. */
export function pageNumbers(): Both<Footer> {
  const one = pt(14);
  const footer = (side: "left" | "right"): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: "Footer",
          alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: { [side]: one },
          children: [pageNumber()],
        }),
      ],
    });
  return { default: footer("right"), even: footer("left") };
}

/** Of the strip that holds a number set on its side. */
const STRIP = { width: pt(24), height: pt(70) };

/** A page turned on its side is bound with the others: its number stands where theirs do. */
export function sidewaysPageNumbers(): Both<Footer> {
  const left = WIDE_MARGIN.left - mm(7) - STRIP.width;
  const low = mm(210) - WIDE_MARGIN.bottom - STRIP.height;
  const footer = (top: number, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
    new Footer({ children: [sideways(left, top, alignment), new Paragraph({ style: "Footer" })] });
  return {
    default: footer(low - pt(14), AlignmentType.RIGHT),
    even: footer(WIDE_MARGIN.top + pt(14), AlignmentType.LEFT),
  };
}

function sideways(
  left: number,
  top: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Table {
  const cell = new TableCell({
    width: twips(STRIP.width),
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    children: [new Paragraph({ style: "Footer", alignment, children: [pageNumber()] })],
  });
  return fixedTable([STRIP.width], {
    borders: everySide(NO_LINE),
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: left,
      absoluteVerticalPosition: top,
    },
    rows: [new TableRow({ height: { value: STRIP.height, rule: HeightRule.EXACT }, children: [cell] })],
  });
}

/** The watermark stands in the headers; sections that say nothing of theirs have those of the section before. */
export function watermarked(text: string): Both<Header> {
  const header = (place: number): Header =>
    new Header({
      children: [
        new Paragraph({ style: "Header", children: text === "" ? [] : [watermarkRun(text, place)] }),
      ],
    });
  return { default: header(1), even: header(2) };
}
