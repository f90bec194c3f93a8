import { UNIT_SIZED, UNIT_SPELT } from "../../../terms/unit.js";
import type { Grid } from "../grid.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { TITLE_OFFICE } from "../head/title-words.js";
import { oneOf } from "../head/words.js";
import { isDashed, tightText } from "../normalise.js";
import type { Column } from "./columns.js";
import { hasRole, withHeadings, type Table } from "./table.js";

const OFFICE = new RegExp(`\\p{Script=Han}${oneOf(TITLE_OFFICE)}$`, "u");

/** A table whose column 单位 names offices, 区法院 and 区检察院, with that known as who reports; others hold units of measure. */
export function withOffices(grid: Grid, table: Table, lexicon: Lexicon): Table {
  const namesOffices = ({ column, heading }: Column): boolean => {
    if (heading.role !== "unit" || !/(?:^|\|)单位$/u.test(heading.text)) return false;
    const texts = table.body.map((row) => tightText(grid.cell(row, column)?.display ?? ""));
    const filled = texts.filter((text) => !isDashed(text));
    return filled.some((text) => OFFICE.test(text)) && filled.every((text) => isNoUnit(text, lexicon));
  };
  const offices = table.columns.filter(namesOffices);
  if (offices.length === 0) return table;
  const headings = offices.map(
    ({ column, heading }) => [column, { ...heading, role: "reporter" as const }] as const,
  );
  return withHeadings(table, new Map(headings));
}

function isNoUnit(text: string, lexicon: Lexicon): boolean {
  return /^\p{Script=Han}{2,}$/u.test(text) && headingOf([text], lexicon).unit === "";
}

/** Short, and no figure: of most texts no more is asked. */
const MAY_BE_UNIT = /^(?!\d+(?:\.\d+)?$).{1,10}$/u;
/** 张, %, 分钟; 张/千人, 件/每万人. */
const UNIT = new RegExp(`^(?:${UNIT_SPELT}|${UNIT_SIZED})(?:/每?${UNIT_SPELT})?$`, "u");

/** Whether the heading speaks of one, or of nothing, a single unit beneath says enough. */
const OF_UNITS = /计量|单位|量纲|^$/u;

/**
 * A table without a column of units in which one holds nothing but units, with that known as theirs whatever heads it: 计量,
 * 量纲, nothing. Else a figure in another unit than the plan's is taken for one in the plan's.
 */
export function withUnits(
  grid: Grid,
  table: Table,
  isLine: (row: number) => boolean,
  lexicon: Lexicon,
): Table {
  if (hasRole(table.columns, "unit")) return table;
  const first = table.body.find(isLine);
  const begun = first === undefined ? [] : grid.own(first);
  const column = begun.find(
    ({ column: each, display }) =>
      each >= table.from &&
      each <= table.to &&
      isUnit(tightText(display)) &&
      holdsUnits(grid, table, isLine, each),
  )?.column;
  if (column === undefined) return table;
  const heading = { ...headingOf(["计量单位"], lexicon), text: headingAt(table, column) };
  const columns = [...table.columns.filter((each) => each.column !== column), { column, heading }];
  return { ...table, columns: columns.sort((one, other) => one.column - other.column) };
}

function headingAt({ columns }: Table, column: number): string {
  return columns.find((each) => each.column === column)?.heading.text ?? "";
}

function holdsUnits(grid: Grid, table: Table, isLine: (row: number) => boolean, column: number): boolean {
  const texts = table.body
    .filter(isLine)
    .map((row) => tightText(grid.cell(row, column)?.display ?? ""))
    .filter((text) => !isDashed(text));
  const isHeard = OF_UNITS.test(headingAt(table, column));
  return texts.length >= (isHeard ? 1 : 2) && texts.every(isUnit);
}

function isUnit(text: string): boolean {
  return MAY_BE_UNIT.test(text) && UNIT.test(text);
}
