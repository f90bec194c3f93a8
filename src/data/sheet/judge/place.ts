import type { CellPlace } from "../../../issues/place.js";
import type { Cell } from "../../../workbook/sheet.js";
import { isBareFigure } from "../../coverage/figures.js";
import { sourceAt } from "../../settle/place.js";
import { columnLetters } from "../../../workbook/address.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";
import type { Line } from "../kinds/lines.js";
import { figureAt } from "../grid.js";

/** A column as findings speak of it. */
interface ColumnTold {
  /** "E" */
  letters: string;
  /** Its heading as it stands. */
  heading: string;
}

export function toldColumn({ column, heading }: Column): ColumnTold {
  return { letters: columnLetters(column), heading: quoted(heading.text.replaceAll("|", "／")) };
}

/** Where a finding about a column stands: the lowest cell of its heading. */
export function headCell(context: SheetContext, { column }: Column): CellPlace {
  const { grid, table } = context;
  for (let row = table.head.bottom; row >= table.head.top; row -= 1) {
    const cell = grid.shown(row, column);
    if (cell !== null) return { file: context.file, sheet: context.sheet, cell: cell.address };
  }
  return sourceAt(context, table.head.bottom, column);
}

/** The rows of our indicators that have a figure in the column. */
export function ownRows({ grid }: SheetContext, lines: readonly Line[], column: number): number[] {
  const own = lines.filter(({ match }) => match.type !== "foreign");
  return own.filter(({ row }) => isFilled(figureAt(grid, row, column))).map(({ row }) => row);
}

function isFilled(figure: Cell | null): boolean {
  return figure !== null && isBareFigure(figure);
}
