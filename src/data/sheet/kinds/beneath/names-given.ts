import { headingOf } from "../../head/heading.js";
import { GROUP_ROLES, type Role } from "../../head/words.js";
import { tightText } from "../../normalise.js";
import type { SheetContext } from "../../reading.js";
import type { Column } from "../../table/columns.js";
import { columnOf } from "../../table/table.js";
import { yearIn } from "../../years.js";
import { qualifierOf } from "../qualifiers.js";

/** What names a row. */
export interface Name {
  code: string;
  names: readonly string[];
}

const NAMELESS: Name = { code: "", names: [] };

/**
 * The name that a row without one repeats: people write it on the first of its rows and leave it blank on those of the
 * other years, towns or sorts of figures. Rows are asked from the first to the last. A row that says nothing of its own,
 * or what one of that name has said already, has lost its name and repeats none.
 */
export function namesGiven(context: SheetContext): (row: number, own: Name, hasFigure: boolean) => Name {
  const columns = context.table.columns.filter(({ heading: { role } }) => !NAMES.has(role));
  const saying = columns.filter((column) => SAYS.has(column.heading.role) || qualifierOf(column) !== null);
  let name = NAMELESS;
  let above = saidAbove(context, saying);
  return (row, own, hasFigure) => {
    if (own.code !== "" || own.names.length > 0) {
      const isSame = own.code === name.code && own.names.join("\n") === name.names.join("\n");
      if (!isSame) above = saidAbove(context, saying);
      name = own;
      above.add(row);
      return own;
    }
    if (!hasFigure || name === NAMELESS || saying.length === 0 || isNumbered(context, row)) return own;
    if (above.has(row) || !saying.some((column) => isHeard(context, row, column))) return own;
    above.add(row);
    return name;
  };
}

/** What the rows of a name have said, each looked at once, and only where a row without a name asks. */
function saidAbove(
  context: SheetContext,
  saying: readonly Column[],
): { add: (row: number) => void; has: (row: number) => boolean } {
  const said = new Set<string>();
  const rows: number[] = [];
  return {
    add: (row) => void rows.push(row),
    has: (row) => {
      for (const each of rows.splice(0)) said.add(saidIn(context, each, saying));
      return said.has(saidIn(context, row, saying));
    },
  };
}

const NAMES: ReadonlySet<unknown> = new Set(["code", "name", "number", "yearValue", "text"]);
/** What a row is of, whatever is written there. */
const GROUPS: ReadonlySet<unknown> = new Set<Role>(GROUP_ROLES);
const SAYS: ReadonlySet<unknown> = new Set<unknown>(["year", ...GROUPS]);

/** A number of its own is that of an indicator. */
function isNumbered({ grid, table }: SheetContext, row: number): boolean {
  const column = columnOf(table, "number");
  return column !== null && grid.cell(row, column) !== null && grid.text(row, column) !== "";
}

function saidIn({ grid }: SheetContext, row: number, columns: readonly Column[]): string {
  return columns.map(({ column }) => grid.text(row, column)).join("\n");
}

/** Whether a cell says whose or of when the row is, in words that are understood. */
function isHeard({ grid, catalogue }: SheetContext, row: number, at: Column): boolean {
  const text = tightText(grid.text(row, at.column));
  const { role } = at.heading;
  if (text === "") return false;
  if (GROUPS.has(role) || (role === "year" && yearIn(text) !== null)) return true;
  const said = headingOf([text], catalogue.lexicon);
  if (said.leftover !== "") return false;
  const isOwn = OWN.has(role) && (said.role === "value" || said.role === "done" || said.year !== null);
  return isOwn || (qualifierOf(at)?.(said) ?? null) !== null;
}

/** Columns in which 实际值 and 2024年 are what sets a row apart: behind a figure they only remark upon it. */
const OWN: ReadonlySet<unknown> = new Set<unknown>([
  "sort",
  "period",
  "region",
  "coverage",
  "projectName",
  null,
]);
