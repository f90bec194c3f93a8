import { isFigure } from "../../coverage/figures.js";
import type { Place } from "../../../issues/issue.js";
import type { CellPlace } from "../../../issues/place.js";
import type { Entry } from "../../catalogue.js";
import { sourceAt } from "../../settle/place.js";
import { matchRow, type Match } from "../match.js";
import type { SheetContext } from "../reading.js";
import { columnOf, textIn } from "../table/table.js";

/** A row beneath a head, and whose figures it has. */
export interface Line {
  row: number;
  /** Its name as it stands, the part's name of a compound row. */
  name: string;
  code: string;
  /** The cell that says whose it is. */
  where: Place;
  match: Match;
  /** Something stands in its columns of figures. */
  filled: boolean;
  /** A figure stands in its columns of figures. */
  hasFigure: boolean;
}

/** The columns of a table that hold figures, read or not. */
function figureColumns({ table }: SheetContext): number[] {
  return table.columns
    .filter(({ heading }) => heading.figures || isCount(heading.role))
    .map(({ column }) => column);
}

function isCount(role: unknown): boolean {
  return role === "numerator" || role === "denominator";
}

/** Every figure of a row in columns of figures. */
export function figuresIn(context: SheetContext, row: number): CellPlace[] {
  return figureColumns(context).flatMap((column) => {
    const cell = context.grid.cell(row, column);
    return cell !== null && isFigure(cell) ? [sourceAt(context, row, column)] : [];
  });
}

/** The rows of a table, each matched with what the plans know. */
export function linesOf(context: SheetContext): Line[] {
  const { catalogue, grid, table, plan } = context;
  const nameColumns = table.columns.filter(({ heading }) => heading.role === "name");
  const codeColumn = columnOf(table, "code") ?? nameColumns[0]?.column ?? 1;
  const figures = figureColumns(context);
  let above: Entry | null = null;
  return table.body.map((row) => {
    const names = nameColumns
      .map(({ column }) => grid.text(row, column))
      .filter((name, index, all) => name !== "" && name !== all[index - 1]);
    const code = textIn(grid, table, row, "code");
    const number = textIn(grid, table, row, "number");
    const match = matchRow(catalogue, { code, number, names, plan, above });
    if (match.type === "matched") above = match.entry;
    const cells = figures.map((column) => grid.cell(row, column)).filter((cell) => cell !== null);
    return {
      row,
      name: names.at(-1) ?? "",
      code,
      where: sourceAt(context, row, codeColumn),
      match,
      filled: cells.length > 0,
      hasFigure: cells.some(isFigure),
    };
  });
}

/** The indicator a line is about, doubts and contradictions aside; null for none. */
export function entryOf({ match }: Line): Entry | null {
  return match.type === "matched" ? match.entry : null;
}
