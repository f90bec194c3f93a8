import type {
  Block,
  ColumnLayout,
  HeadCell,
  BoundModel,
  Table,
  TableCell,
  TableRow,
  WorkingPaper,
} from "../../report/model.js";
import type { CellStyle, LayoutCell, LayoutRow, SheetLayout } from "../../workbook/write/layout.js";
import { OTHER_YEAR } from "../../report/annexes/reference-columns.js";
import { notesSheet } from "./notes-sheet.js";
import { blank, cell, mergedLine } from "./sheet-parts.js";
import { append } from "../../terms/long-lists.js";

/** Characters across an A4 landscape page in the size the writer prints. */
const PAGE_WIDTH = 130;
const NARROWEST = 6;

/**
 * The 数据报表: every table of the report as a sheet of its own. First the annex of data, the indicators of all
 * domains in one sheet, because that is what a bureau filters and copies from; then the chapters' tables and
 * the other annexes'; the notes last. Figures are numbers with the digits the report prints.
 */
export function dataTableSheets(model: BoundModel | WorkingPaper): SheetLayout[] {
  const [data, ...others] = model.annexes;
  const parts = [...(data ? [data] : []), ...textOf(model), ...others];
  const footer = [model.document.title, model.document.watermark].filter(Boolean).join("　");
  const sheets = parts
    .flatMap(({ blocks }) => tablesOf(blocks))
    .map((table) => tableSheet(table, model, footer));
  return [...sheets, notesSheet(model, footer)];
}

/** Whatever holds blocks between the 目录 and the annexes, in reading order. */
export function textOf(model: BoundModel | WorkingPaper): { blocks: Block[] }[] {
  if (model.kind === "paper") return [];
  if (model.kind === "annual")
    return [
      model.lead,
      ...model.domains,
      model.projects,
      model.problems,
      model.alerts,
      model.recommendations,
    ];
  return [model.summary, ...model.chapters.flatMap((chapter) => [chapter, ...chapter.sections])];
}

function tablesOf(blocks: readonly Block[]): Table[] {
  return blocks.flatMap(({ tables }) => tables);
}

function tableSheet(table: Table, model: BoundModel | WorkingPaper, footer: string): SheetLayout {
  const width = table.columns.length;
  const line = (text: string, style: CellStyle): LayoutRow => mergedLine(text, style, width);
  const top = [
    line([table.number, table.title].filter(Boolean).join("　"), "title"),
    line(subtitle(table, model), "subtitle"),
  ];
  const head = headRows(table.head, width, top.length);
  const body = table.rows.map((row) => bodyRow(row, table.columns));
  const above = top.length + head.rows.length;
  const foot = linesBelow(table).map((text) => line(text, "note"));
  return {
    name: `${table.number} ${table.title}`.trim(),
    widths: table.columns.map((column) => columnWidth(column)),
    rows: [...top, ...head.rows, ...body, ...foot],
    merges: [
      ...top.map((_, i) => across(i + 1, 1, width)),
      ...head.merges,
      ...table.rows.flatMap((row, i) => rowMerges(row, above + i + 1)),
      ...foot.map((_, i) => across(above + body.length + i + 1, 1, width)),
    ],
    frozen: { rows: above, columns: namingColumns(table.columns) },
    print: { landscape: true, repeatRows: { first: top.length + 1, last: above }, footer },
  };
}

/** Notes numbered as the report numbers them, one to a line, then the source. */
function linesBelow({ notes, source }: Table): string[] {
  const numbered = notes.length === 1 ? notes : notes.map((note, i) => `${i + 1}. ${note}`);
  return [
    ...numbered.map((note, i) => `${i === 0 ? "注：" : "　　"}${note}`),
    ...(source ? [`资料来源：${source}`] : []),
  ];
}

function subtitle({ unit }: Table, { document }: Pick<BoundModel, "document">): string {
  return [document.title, document.watermark, unit].filter(Boolean).join("　");
}

function columnWidth({ width }: ColumnLayout): number {
  return Math.max(NARROWEST, Math.round((PAGE_WIDTH * parseFloat(width)) / 100));
}

type Merge = SheetLayout["merges"][number];

function across(row: number, left: number, right: number): Merge {
  return { top: row, left, bottom: row, right };
}

/** Columns up to the name of the row stay in view. */
function namingColumns(columns: readonly ColumnLayout[]): number {
  return columns.findIndex(({ align }) => align === "left") + 1;
}

/** Lays a head with spans on a grid: cells under a span are blank and merged. */
function headRows(
  head: readonly HeadCell[][],
  width: number,
  above: number,
): { rows: LayoutRow[]; merges: Merge[] } {
  const grid = head.map(() => Array.from({ length: width }, (): LayoutCell | null => null));
  const merges: Merge[] = [];
  head.forEach((cells, y) => {
    for (const { text, colspan, rowspan } of cells) {
      const x = grid[y]?.indexOf(null) ?? 0;
      const [right, bottom] = [x + Number(colspan) - 1, y + Number(rowspan) - 1];
      for (let row = y; row <= bottom; row++) grid[row]?.fill(blank("head"), x, right + 1);
      grid[y]?.splice(x, 1, cell(text, "head"));
      if (right > x || bottom > y) {
        merges.push({ top: above + y + 1, left: x + 1, bottom: above + bottom + 1, right: right + 1 });
      }
    }
  });
  const rows = grid.map((cells) => ({ height: null, cells: cells.map((each) => each ?? blank("head")) }));
  return { rows, merges };
}

function bodyRow({ group, cells }: TableRow, columns: readonly ColumnLayout[]): LayoutRow {
  const laid: LayoutCell[] = [];
  for (const each of cells) {
    const style = group ? "group" : styleOf(each, columns[laid.length]);
    const covered = Array.from({ length: Number(each.colspan) - 1 }, () => blank(style));
    append(laid, [figure(each, style), ...covered]);
  }
  return { height: null, cells: laid };
}

function styleOf({ number }: TableCell, column: ColumnLayout | undefined): CellStyle {
  if (number !== "" || column?.align === "right") return "number";
  return column?.align === "centre" ? "centre" : "text";
}

function figure({ text, number, decimals }: TableCell, style: CellStyle): LayoutCell {
  if (number === "") return cell(text, style);
  const digits = decimals === "0" ? "0" : `0.${"0".repeat(Number(decimals))}`;
  // A change printed as ＋0.32 keeps its sign in the sheet.
  const format = text.startsWith("＋") ? `+${digits};-${digits};${digits}` : digits;
  return { text, number, format: text.endsWith(OTHER_YEAR) ? `${format}"${OTHER_YEAR}"` : format, style };
}

function rowMerges({ cells }: TableRow, row: number): Merge[] {
  const merges: Merge[] = [];
  let left = 1;
  for (const { colspan } of cells) {
    const right = left + Number(colspan) - 1;
    if (right > left) merges.push(across(row, left, right));
    left = right + 1;
  }
  return merges;
}
