import { issue, type Issue } from "../../../issues/issue.js";
import { isOtherScale, unitOf } from "../../../terms/unit.js";
import { entryOf, type Line } from "../kinds/lines.js";
import { isDashed, isSameUnit, unitInName, unitKey } from "../normalise.js";
import { hear } from "../head/title.js";
import type { Column } from "../table/columns.js";
import { textIn } from "../table/table.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge } from "./verdict.js";

/** Rows of one stated unit whose plan's unit is another. */
interface Mismatch {
  row: number;
  column: number;
  unit: string;
  /** The same thing on another scale, or another thing: surely wrong. */
  scale: boolean;
}

/**
 * A unit in a line above rows or in the title is the unit of all that state none themselves, one in a heading of all
 * beneath. One on another scale than the plan's refuses its rows, once for the column, the line or the table.
 */
export const statedUnit: Judge = (each, before) => {
  const { context } = each;
  const columns = valuesIn(before).map(({ column }) => column);
  const headed = context.table.columns.filter(
    ({ column, heading }) => columns.includes(column) && heading.unit !== "",
  );
  const groups = [
    ...headed.map((column): Said => ({ unit: column.heading.unit, column, cell: "", rows: null })),
    ...unitsAround(each),
  ].map((said) => {
    const own =
      said.column === null
        ? columns.filter((column) => !headed.some((one) => one.column === column))
        : [said.column.column];
    const rows = own.flatMap((column) => mismatches(each, column, said));
    return { said, rows: rows.filter(({ row, column }) => !before.except.get(column)?.has(row)) };
  });
  const except = new Map<number, Map<number, "unit">>();
  for (const { row, column } of groups.flatMap(({ rows }) => rows.filter(({ scale }) => scale))) {
    except.set(column, (except.get(column) ?? new Map<number, "unit">()).set(row, "unit"));
  }
  return { except, issues: groups.flatMap((group) => told(each, group)) };
};

/** A unit that stands over figures: in a column's heading, or in a cell above rows; `rows` null for all of them. */
interface Said {
  unit: string;
  column: Column | null;
  cell: string;
  rows: ReadonlySet<number> | null;
}

/** The units of lines between the rows, 单位：人, each of the rows down to the next; the title's of those above the first. */
function unitsAround({ context, lines }: Case): Said[] {
  const { grid, table, catalogue, surroundings } = context;
  const parts: { unit: string; cell: string; rows: Set<number> }[] = [
    { unit: surroundings.unit?.unit ?? "", cell: surroundings.unit?.cell ?? "", rows: new Set() },
  ];
  for (const { row, match, hasFigure } of lines) {
    const [first, second] = grid.own(row).filter(({ column }) => column >= table.from && column <= table.to);
    const isLine = match.type === "foreign" && !hasFigure && first !== undefined && second === undefined;
    const unit =
      isLine && /单位/u.test(first.display)
        ? hear(first.display, catalogue.lexicon, catalogue.plans).unit
        : "";
    if (unit !== "") parts.push({ unit, cell: first?.address ?? "", rows: new Set() });
    else parts.at(-1)?.rows.add(row);
  }
  // 以上数据单位为‰ below the last row is said of those above.
  const [before, last] = parts.slice(-2);
  if (before !== undefined && last?.rows.size === 0 && before.unit === "")
    return [...parts.slice(0, -2), { ...last, rows: before.rows }].flatMap(stated);
  return parts.flatMap(stated);
}

function stated(part: { unit: string; cell: string; rows: ReadonlySet<number> }): Said[] {
  return part.unit === "" ? [] : [{ ...part, column: null }];
}

/** A column headed 人 holds no rates; titles are less strict: 单位：人 stands over tables of all kinds. */
function isOtherKind(stated: string, planned: string, byHeading: boolean): boolean {
  const [one, other] = [unitOf(unitKey(stated)), unitOf(planned)];
  return isOtherScale(one, other) || (byHeading && (one.per === null) !== (other.per === null));
}

function mismatches(
  { context, lines }: Case,
  column: number,
  { unit, column: headed, rows }: Said,
): Mismatch[] {
  const filled = new Set(ownRows(context, lines, column));
  return lines.flatMap((line) => {
    const planned = entryOf(line)?.indicator.unit;
    const isUnder = rows?.has(line.row) ?? true;
    if (planned === undefined || !isUnder || !filled.has(line.row) || isSameUnit(unit, planned)) return [];
    const scale = isOtherKind(unit, planned, headed !== null);
    const own = rowsUnit(context, line);
    const isHeard = own === "" || (headed !== null && scale && isSameUnit(own, planned));
    return isHeard ? [{ row: line.row, column, unit: planned, scale }] : [];
  });
}

/**
 * The row's own word on its unit, which counts more than a title's: a title stands over tables of all kinds. A heading
 * stands over these figures, and where it says otherwise than the row nobody knows which holds.
 */
function rowsUnit(context: Case["context"], { row }: Line): string {
  const stated = textIn(context.grid, context.table, row, "unit");
  return isDashed(stated) ? unitInName(textIn(context.grid, context.table, row, "name")) : stated;
}

function told({ context }: Case, { said, rows: all }: { said: Said; rows: readonly Mismatch[] }): Issue[] {
  const { file, sheet } = context;
  const where = said.column === null ? { file, sheet, cell: said.cell } : headCell(context, said.column);
  return [true, false].flatMap((scale) => {
    const rows = all.filter((each) => each.scale === scale);
    if (rows.length === 0) return [];
    const args = {
      column: said.column === null ? null : toldColumn(said.column),
      shown: said.unit,
      planned: [...new Set(rows.map(({ unit }) => unit))],
      rows: [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b),
    };
    return [issue(scale ? "data/stated-unit-scale" : "data/stated-unit-differs", where, args)];
  });
}
