import { issue, type Issue } from "../../../issues/issue.js";
import { isOtherScale, unitOf } from "../../../terms/unit.js";
import { entryOf, type Line } from "../kinds/lines.js";
import { isDashed, unitInName, unitKey } from "../normalise.js";
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
 * A unit in a heading, or else in the title, is the unit of all rows that state none themselves. One on another
 * scale than the plan's refuses its rows, once for the column or the table.
 */
export const statedUnit: Judge = (each, before) => {
  const { context } = each;
  const found = valuesIn(before).flatMap(({ column }) => {
    const heading = context.table.columns.find((one) => one.column === column)?.heading;
    const own = heading?.unit ?? "";
    const unit = own === "" ? (context.surroundings.unit?.unit ?? "") : own;
    return unit === ""
      ? []
      : [{ column, unit, byHeading: own !== "", rows: mismatches(each, column, unit, own !== "") }];
  });
  const titled = found.filter(({ byHeading }) => !byHeading);
  const groups = [...found.filter(({ byHeading }) => byHeading).map((one) => [one]), titled];
  const except = found.map(
    ({ column, rows }) =>
      [column, new Map(rows.filter(({ scale }) => scale).map(({ row }) => [row, "unit" as const]))] as const,
  );
  return { except: new Map(except), issues: groups.flatMap((group) => told(each, group)) };
};

/** A column headed 人 holds no rates; titles are less strict: 单位：人 stands over tables of all kinds. */
function isOtherKind(stated: string, planned: string, byHeading: boolean): boolean {
  const [one, other] = [unitOf(unitKey(stated)), unitOf(planned)];
  return isOtherScale(one, other) || (byHeading && (one.per === null) !== (other.per === null));
}

function mismatches({ context, lines }: Case, column: number, unit: string, byHeading: boolean): Mismatch[] {
  const filled = new Set(ownRows(context, lines, column));
  return lines.flatMap((line) => {
    const planned = entryOf(line)?.indicator.unit;
    if (planned === undefined || !filled.has(line.row) || statesUnit(context, line)) return [];
    if (unitKey(unit) === unitKey(planned)) return [];
    const scale = isOtherKind(unit, planned, byHeading);
    return [{ row: line.row, column, unit: planned, scale }];
  });
}

/** The row's own word on its unit counts more than a heading's. */
function statesUnit(context: Case["context"], { row }: Line): boolean {
  const stated = textIn(context.grid, context.table, row, "unit");
  return !isDashed(stated) || unitInName(textIn(context.grid, context.table, row, "name")) !== "";
}

type Found = { column: number; unit: string; byHeading: boolean; rows: readonly Mismatch[] };

function told({ context }: Case, group: readonly Found[]): Issue[] {
  const [first] = group;
  const column = context.table.columns.find((one) => one.column === first?.column);
  if (first === undefined || column === undefined) return [];
  const { file, sheet, surroundings } = context;
  const where = first.byHeading
    ? headCell(context, column)
    : { file, sheet, cell: surroundings.unit?.cell ?? "" };
  return [true, false].flatMap((scale) => {
    const rows = group.flatMap((one) => one.rows).filter((each) => each.scale === scale);
    if (rows.length === 0) return [];
    const args = {
      column: first.byHeading ? toldColumn(column) : null,
      shown: first.unit,
      planned: [...new Set(rows.map(({ unit }) => unit))],
      rows: [...new Set(rows.map(({ row }) => row))].sort((a, b) => a - b),
    };
    return [issue(scale ? "data/stated-unit-scale" : "data/stated-unit-differs", where, args)];
  });
}
