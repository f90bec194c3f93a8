import type { Cell } from "../../../workbook/sheet.js";
import type { Grid } from "../grid.js";
import { lexiconOf } from "../head/lexicon.js";
import { NOWHERE } from "../head/places.js";
import { isSignature } from "../signature.js";
import { bandsOn, isFigure, type HeadRules } from "./bands.js";
import { columnsOf, isKey, type Band, type Column } from "./columns.js";
import type { Table } from "./table.js";

/** The tables on a sheet, wherever their heads stand: one below another, or side by side. */
export function tablesOn(grid: Grid, rules: HeadRules): Table[] {
  const bands = bandsOn(grid, rules);
  return bands.flatMap((band, at) => {
    const next = bands[at + 1];
    const above = aboveOf(grid, band, bands[at - 1]?.bottom ?? 0, rules);
    const end = next === undefined ? Infinity : firstAbove(grid, next, band.bottom, rules);
    const body = rowsBetween(grid, band.bottom, end).filter((row) => !isSigned(grid, row));
    return sideBySide(columnsOf(grid, band, rules.lexicon), rules).map((columns, side, all) =>
      tableOf({ band, columns, body, above, side, sides: all.length }),
    );
  });
}

interface Side {
  band: Band;
  columns: readonly Column[];
  body: readonly number[];
  above: readonly Cell[];
  side: number;
  sides: number;
}

function tableOf({ band, columns, body, above, side, sides }: Side): Table {
  const from = side === 0 ? 1 : (columns[0]?.column ?? 1);
  const to = columns.at(-1)?.column ?? from;
  const own = above.filter(({ column, row }) => {
    const alone = sides === 1 || above.filter((each) => each.row === row).length === 1;
    return alone || (column >= from && column <= to);
  });
  const title = own.map(({ display }) => display).join("\n");
  return { columns, head: band, from, to, body, years: new Map(), isPart: false, above: own, title };
}

/**
 * A second 编号 or 指标名称 with figures before it and behind it begins a table of its own; 序号 right before it
 * goes with it.
 */
function sideBySide(columns: readonly Column[], { accepts }: HeadRules): Column[][] {
  const sides: Column[][] = [[]];
  columns.forEach((column, at) => {
    const current = sides.at(-1) ?? [];
    if (isKey(column.heading) && accepts(current) && accepts(columns.slice(at))) sides.push([column]);
    else current.push(column);
  });
  return sides;
}

/** The cells above a head, back to the last line of the table before. */
function aboveOf(grid: Grid, band: Band, after: number, rules: HeadRules): Cell[] {
  const first = after === 0 ? 0 : firstAbove(grid, band, after, rules);
  const rows = rowsBetween(grid, first - 1, band.top);
  return withoutForeign(grid, rows).flatMap((row) => grid.own(row));
}

/** Fewer cells side by side are a title with its date. */
const WIDE = 3;

/**
 * Rows above a first head without those of another's table there, its head and figures: what heads its columns is said of
 * nothing below. Its title is the sheet's.
 */
function withoutForeign(grid: Grid, rows: readonly number[]): readonly number[] {
  const figures = (row: number) => grid.own(row).filter(isFigure).length;
  const last = rows.findLastIndex((row) => figures(row) > 1);
  if (last < 0) return rows;
  const from = rows.findIndex((row) => figures(row) > 1 || grid.own(row).length >= WIDE);
  return [...rows.slice(0, from), ...rows.slice(last + 1)];
}

/** The first of the rows right above a head that hold words only: its title, its section, 续表. */
function firstAbove(grid: Grid, band: Band, after: number, { isLine }: HeadRules): number {
  let first = band.top;
  for (const row of rowsBetween(grid, after, band.top).reverse()) {
    if (isSigned(grid, row) || isLine(row) || grid.own(row).some(({ content }) => content.type === "number"))
      break;
    first = row;
  }
  return first;
}

/** The rows that hold something below one and above another: a sheet of many heads is not gone through for each. */
function rowsBetween({ rows }: Grid, above: number, below: number): number[] {
  return rows.slice(placeOf(rows, above + 1), placeOf(rows, below));
}

/** Where among ascending rows the first stands that is not before `row`. */
function placeOf(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSigned(grid: Grid, row: number): boolean {
  return isSignature(grid.own(row)[0]?.display ?? "");
}

/** Words alone, no places: enough for the heads of our own forms. */
const PLACELESS = lexiconOf(NOWHERE);

/** The first table on a sheet whose columns hold what `accepts` asks for; null for none. */
export function findTable(grid: Grid, accepts: (columns: readonly Column[]) => boolean): Table | null {
  return tablesOn(grid, { lexicon: PLACELESS, accepts, isLine: () => false })[0] ?? null;
}
