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
} from "docx";
import type { HeatMap } from "../../report/charts/chart.js";
import { isStatus, STATUS } from "../../terms/status.js";
import { hex } from "./colours.js";
import { FONT } from "./fonts.js";
import { columnWidths, everySide, fixedTable, sum, twips } from "./grids.js";
import { pt } from "./measures.js";
import { run } from "./runs.js";

/** Of the width of the text, as on the printed page. */
const YEAR_SHARE = 6.4;

const GAPS = everySide({ style: BorderStyle.SINGLE, size: 10, color: "FFFFFF" });

/** Rows × years in shaded cells with a letter each; whole on a page, with what it is called below. */
export function heatMapTable({ years, legend, rows }: HeatMap, width: number): Table {
  const names = { width: `${100 - years.length * YEAR_SHARE}%` };
  const widths = columnWidths([names, ...years.map(() => ({ width: `${YEAR_SHARE}%` }))], width);
  const cells = (texts: readonly TableCell[]): TableRow => new TableRow({ cantSplit: true, children: texts });
  return fixedTable(widths, {
    borders: GAPS,
    margins: { left: pt(1), right: pt(1), top: pt(1), bottom: pt(1), marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: [legendCell(legend, widths)] }),
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: ["指标", ...years].map((text, at) => headCell(text, widths[at] ?? 0, at === 0)),
      }),
      ...rows.map(({ name, cells: own }) =>
        cells([
          headCell(name, widths[0] ?? 0, true),
          ...own.map(({ status, text }, at) => shadedCell(status, text, widths[at + 1] ?? 0)),
        ]),
      ),
    ],
  });
}

function legendCell(legend: HeatMap["legend"], widths: readonly number[]): TableCell {
  const entries = legend.flatMap(({ status, text, name }) => [
    run(` ${text} `, { font: FONT.hei, ...inkAndFill(status) }),
    run(`${name}　`),
  ]);
  return new TableCell({
    columnSpan: widths.length,
    width: twips(sum(widths)),
    children: [new Paragraph({ style: "TableNote", keepNext: true, children: entries })],
  });
}

function headCell(text: string, width: number, left: boolean): TableCell {
  const alignment = left ? AlignmentType.LEFT : AlignmentType.CENTER;
  return new TableCell({
    width: twips(width),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: "TableNote", keepNext: true, alignment, children: [run(text)] })],
  });
}

function shadedCell(status: string, text: string, width: number): TableCell {
  const { shading, color } = inkAndFill(status);
  return new TableCell({
    width: twips(width),
    verticalAlign: VerticalAlignTable.CENTER,
    shading,
    children: [
      new Paragraph({
        style: "TableNote",
        keepNext: true,
        alignment: AlignmentType.CENTER,
        children: [run(text, { font: FONT.hei, color })],
      }),
    ],
  });
}

function inkAndFill(status: string) {
  const { fill, dark } = isStatus(status) ? STATUS[status] : { fill: "#ffffff", dark: false };
  return {
    color: dark ? "FFFFFF" : "000000",
    shading: { type: ShadingType.CLEAR, color: "auto", fill: hex(fill) },
  };
}
