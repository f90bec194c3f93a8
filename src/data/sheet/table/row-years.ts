import type { Grid } from "../grid.js";
import { tightText } from "../normalise.js";
import { yearIn } from "../years.js";
import type { Column } from "./columns.js";
import { hasRole, type Table } from "./table.js";

/**
 * A table with the column that says each row's year known as that, whatever heads it: 统计时间, 年, 数据时点. `isLine`
 * tells the rows that report something.
 */
export function withRowYears(grid: Grid, table: Table, isLine: (row: number) => boolean): Table {
  const open = hasRole(table.columns, "year") ? [] : table.columns.filter(mayHoldYears);
  if (open.length === 0) return table;
  const rows = table.body.filter(isLine);
  const found = open.find((column) => holdsYears(grid, column, rows));
  if (found === undefined) return table;
  const heading = { ...found.heading, role: "year", figures: false, other: null, leftover: "" } as const;
  const columns = table.columns.map((each) => (each === found ? { ...each, heading } : each));
  return { ...table, columns };
}

/** Headed as a time, or by nothing that anybody understands. */
function mayHoldYears({ heading: { role, year, other } }: Column): boolean {
  return role === "period" || (role === null && year === null && other === null);
}

/** Figures alone may look like a year or two by chance. */
const ENOUGH = 2;
/** Years that data tables tell of; counts of people and houses are seldom all among them. */
const YEARS = { first: 2010, last: 2035 };

function holdsYears(grid: Grid, { column, heading }: Column, rows: readonly number[]): boolean {
  const filled = rows.map((row) => grid.text(row, column)).filter((text) => text !== "");
  const isOfTime = heading.role === "period" || /[年时期]/u.test(heading.text);
  const worded = filled.some((text) => /年/u.test(text));
  return (
    filled.length > 0 &&
    (isOfTime || worded || filled.length >= ENOUGH) &&
    filled.every((text) => isYear(tightText(text)))
  );
}

function isYear(text: string): boolean {
  const year = yearIn(text);
  return /^\d{4}(?:年[度末底]?)?$/u.test(text) && year !== null && year >= YEARS.first && year <= YEARS.last;
}
