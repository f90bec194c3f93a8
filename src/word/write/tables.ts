import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  type Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IBorderOptions,
  type ParagraphChild,
} from "docx";
import type {
  ColumnLayout,
  HeadCell,
  Table as Contents,
  TableCell as Cell,
  TableRow as Row,
} from "../../report/model.js";
import { SHORT } from "../../report/tables/cells.js";
import { NOT_APPLICABLE } from "../../report/words/number.js";
import { ALERT, ALERTS } from "../../terms/alert.js";
import { isStatus, STATUS } from "../../terms/status.js";
import { captioned } from "./captions.js";
import { hex } from "./colours.js";
import { FONT } from "./fonts.js";
import { fixedTable, lengthOf, MARK, NO_LINE, roomyWidths, sum, twips } from "./grids.js";
import { pt } from "./measures.js";
import { line } from "./paragraphs.js";
import { run, spanned } from "./runs.js";
import type { StyleId } from "./styles.js";
import type { Writing } from "./writing.js";

/** Where a table stands: how wide its page's text is, and in which style its cells are set. */
export interface Place {
  width: number;
  style: StyleId;
  /** Of the type in its cells, in points. */
  size: number;
}

/** Title and unit in its first row, three rules, notes and source below. */
export function tableOf(table: Contents, place: Place, writing: Writing): FileChild[] {
  const { notes, source } = table;
  return [
    grid(table, place, writing),
    ...numbered(notes).map((note) => line(note, "TableNote")),
    ...(source === "" ? [] : [line(`资料来源：${source}`, "TableNote")]),
    // Two tables without a paragraph in between are one to Word.
    line("", "TableNote"),
  ];
}

/** 注：1. …; one note alone bears no number. */
function numbered(notes: readonly string[]): string[] {
  return notes.map(
    (note, at) => `${at === 0 ? "注：" : "　　"}${notes.length === 1 ? "" : `${at + 1}. `}${note}`,
  );
}

/** Widths are eighths of a point. */
const rule = (size: number, color = "000000"): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color });

/** Top and bottom line, hairlines between the rows, sides open. */
const TOP = rule(10);
const RULES = {
  top: TOP,
  bottom: rule(10),
  insideHorizontal: rule(2, "999999"),
  left: NO_LINE,
  right: NO_LINE,
  insideVertical: NO_LINE,
};
const BELOW_HEAD = { bottom: rule(5) };
/** A point and a half beside every text. */
const PADDING = { left: pt(1.5), right: pt(1.5), top: pt(2), bottom: pt(2), marginUnitType: WidthType.DXA };

/** The last rows stay together, and with the notes below them. */
function grid(table: Contents, { width, style, size }: Place, writing: Writing): Table {
  const { number, title, unit, head, columns, rows, notes, source } = table;
  const widths = roomyWidths(table, width, size);
  const caption = [
    ...(title === "" ? [] : [captioned(number, title, "TableCaption")]),
    ...(unit === "" ? [] : [line(unit, "TableUnit")]),
  ];
  const noted = notes.length > 0 || source !== "";
  return fixedTable(widths, {
    margins: PADDING,
    borders: caption.length === 0 ? RULES : { ...RULES, top: NO_LINE },
    rows: [
      ...(caption.length === 0 ? [] : [captionRow(caption, widths)]),
      ...headRows(head, { widths, style, size }),
      ...rows.map((row, at) =>
        bodyRow(
          row,
          {
            widths,
            columns,
            style,
            size,
            together: row.group || at === 0 || at === rows.length - 2 || (noted && at === rows.length - 1),
          },
          writing,
        ),
      ),
    ],
  });
}

/**
 * Over the whole width, above the head and repeated with it: the page a table goes on upon names the table. Word cannot
 * say 续表 there: what it repeats it repeats as it stands.
 */
function captionRow(caption: readonly Paragraph[], widths: readonly number[]): TableRow {
  const cell = new TableCell({
    columnSpan: widths.length,
    width: twips(sum(widths)),
    margins: { ...PADDING, top: 0, bottom: 0 },
    borders: { top: NO_LINE, bottom: TOP },
    children: caption,
  });
  return new TableRow({ tableHeader: true, cantSplit: true, children: [cell] });
}

/** A head over several columns or rows covers their width; the cells below it are left to the library. */
function headRows(
  head: readonly HeadCell[][],
  { widths, style, size }: Pick<RowLook, "widths" | "style" | "size">,
): TableRow[] {
  const taken = head.map(() => widths.map(() => false));
  return head.map((cells, y) => {
    const children = cells.map(({ text, colspan, rowspan }) => {
      const [across, down] = [Number(colspan), Number(rowspan)];
      const x = taken[y]?.indexOf(false) ?? 0;
      for (const row of taken.slice(y, y + down)) row.fill(true, x, x + across);
      const width = sum(widths.slice(x, x + across));
      const scale = [...text].length <= SHORT ? narrowed(text, { width, size }) : {};
      return new TableCell({
        columnSpan: across,
        rowSpan: down,
        width: twips(width),
        borders: BELOW_HEAD,
        verticalAlign: VerticalAlignTable.CENTER,
        children: [centred([run(text, { font: FONT.heiOfTables, ...scale })], style)],
      });
    });
    return new TableRow({ tableHeader: true, cantSplit: true, children });
  });
}

function centred(children: readonly ParagraphChild[], style: StyleId): Paragraph {
  return new Paragraph({ style, alignment: AlignmentType.CENTER, keepNext: true, children });
}

interface RowLook {
  widths: readonly number[];
  columns: readonly ColumnLayout[];
  style: StyleId;
  size: number;
  /** The row stays with the next one. */
  together: boolean;
}

function bodyRow({ group, cells }: Row, look: RowLook, writing: Writing): TableRow {
  let left = 0;
  const children = cells.map((cell) => {
    const across = Number(cell.colspan);
    const [column] = look.columns.slice(left, left + 1);
    const width = sum(look.widths.slice(left, left + across));
    left += across;
    return bodyCell(cell, { ...look, group, across, width, align: column?.align ?? "left" }, writing);
  });
  return new TableRow({ cantSplit: true, children });
}

interface CellLook extends RowLook {
  group: boolean;
  across: number;
  width: number;
  align: ColumnLayout["align"];
}

const ALIGN = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  centre: AlignmentType.CENTER,
} as const satisfies Record<ColumnLayout["align"], unknown>;

/** Points beside a text that are no room for it. */
const BESIDE = 3;

/**
 * A figure, a year or a short word that its column is too narrow for is set narrower, in per cent: broken in two it
 * would be misread.
 */
function narrowed(text: string, { width, size }: Pick<CellLook, "width" | "size">): { scale?: number } {
  const share = ((width / 20 - BESIDE) * 100) / (lengthOf(text) * size);
  return share < 100 ? { scale: Math.max(50, Math.floor(share)) } : {};
}

function bodyCell(cell: Cell, look: CellLook, writing: Writing): TableCell {
  const sign = look.group || look.align === "right" ? null : signOf(cell.mark);
  const room = sign === null ? look : { ...look, width: look.width - pt(MARK) };
  const text = look.group
    ? [run(cell.text, { font: FONT.hei })]
    : spanned(writing.bookmarks, cell, isWhole(cell) ? narrowed(cell.text, room) : {});
  return new TableCell({
    columnSpan: look.across,
    width: twips(look.width),
    verticalAlign: VerticalAlignTable.CENTER,
    ...(sign === null ? {} : { margins: { ...PADDING, left: pt(6) } }),
    ...(look.group ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "F0F0F0" } } : {}),
    children: [
      new Paragraph({
        style: look.style,
        alignment: look.group || sign !== null ? AlignmentType.LEFT : ALIGN[alignOf(cell, look.align)],
        keepNext: look.together,
        children: sign === null ? text : [run(sign.mark, { color: hex(sign.ink) }), ...text],
      }),
    ],
  });
}

/** What stands for a text that there is none of stands in the middle. */
function alignOf({ text }: Cell, align: ColumnLayout["align"]): ColumnLayout["align"] {
  return text === NOT_APPLICABLE && align === "left" ? "centre" : align;
}

/** Figures and short words stand in one line. */
function isWhole({ text, number }: Cell): boolean {
  return number !== "" || [...text].length <= SHORT;
}

/** Mark and colour of a status or an alert; null for a cell without. */
function signOf(mark: string): { mark: string; ink: string } | null {
  if (isStatus(mark)) return STATUS[mark];
  const alert = ALERTS.find((each) => each === mark);
  return alert === undefined ? null : ALERT[alert];
}
