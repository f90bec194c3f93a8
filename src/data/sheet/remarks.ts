import { largest } from "../../terms/long-lists.js";
import type { Cell } from "../../workbook/sheet.js";
import type { Heading } from "./head/token.js";
import type { Line } from "./kinds/lines.js";
import type { SheetContext } from "./reading.js";
import { figureAt } from "./grid.js";

/** A remark on a row, where it stands. */
export interface Remark {
  row: number;
  column: number;
  cell: Cell;
}

/**
 * The remarks with such words, in columns of remarks and the `unheaded` ones, beside rows whose latest figure is given:
 * 2025年待核 in a row that has none of 2025 only says why.
 */
export function remarksBeside(
  context: SheetContext,
  lines: readonly Line[],
  unheaded: readonly number[],
  words: RegExp,
): Remark[] {
  const { grid, table } = context;
  const headed = table.columns.filter(({ heading }) => isCommented(heading)).map(({ column }) => column);
  const columns = [...headed, ...unheaded];
  if (columns.length === 0) return [];
  const latest = latestColumns(context);
  const isFilled = (row: number) => latest.some((column) => figureAt(grid, row, column) !== null);
  return lines
    .filter(({ match }) => match.type === "matched")
    .flatMap(({ row }) =>
      columns.flatMap((column) => {
        const cell = grid.shown(row, column);
        return cell !== null && words.test(cell.display) && isFilled(row) ? [{ row, column, cell }] : [];
      }),
    );
}

const COMMENTS: ReadonlySet<Heading["role"]> = new Set(["remark", "comment", "accepted", "problems"]);

/** Whether a column holds words that may speak of the figures beside them: 备注, 审核意见, a heading of somebody's own. */
export function isCommented({ role, figures }: Heading): boolean {
  return COMMENTS.has(role) || (role === null && !figures);
}

const OWN: ReadonlySet<unknown> = new Set(["yearValue", "value", "done"]);

function latestColumns({ table }: SheetContext): number[] {
  const own = table.columns.filter(({ heading: { role } }) => OWN.has(role));
  const latest = largest(own.map(({ heading }) => heading.year ?? Infinity));
  return own.filter(({ heading }) => (heading.year ?? Infinity) === latest).map(({ column }) => column);
}
