import type { Grid } from "../grid.js";
import { isFigure } from "../../coverage/figures.js";
import { lowestOf, type Column } from "./columns.js";
import { withHeadings, type Table } from "./table.js";

/** 助产机构, 医院, 幼儿园名称 */
const HEADS_SITES = /(?:机构|医院|卫生院|学校|小学|中学|幼儿园|园所|校园|站点)(?:名称)?$/u;
/** One alone may be a word for something else. */
const SEVERAL = 2;

/** A table whose column 助产机构 or 医院 names several of them, with that known as the column of institutions. */
export function withSites(grid: Grid, table: Table): Table {
  const namesSites = (column: Column): boolean => {
    const { role, other } = column.heading;
    // Over figures 机构 says whose they are.
    const isOpen = role === null && (other === null || other.other === "group");
    if (!isOpen || !HEADS_SITES.test(lowestOf(column))) return false;
    const cells = table.body.flatMap((row) => grid.cell(row, column.column) ?? []);
    const isWords = cells.every((cell) => cell.content.type === "text" && !isFigure(cell));
    return isWords && new Set(cells.map(({ display }) => display)).size >= SEVERAL;
  };
  const sites = table.columns.filter(namesSites);
  if (sites.length === 0) return table;
  const heading = (each: Column) =>
    ({ ...each.heading, role: "institution", figures: false, other: null, leftover: "" }) as const;
  return withHeadings(table, new Map(sites.map((each) => [each.column, heading(each)])));
}
