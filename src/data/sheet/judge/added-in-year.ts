import { issue } from "../../../issues/issue.js";
import { unitOf } from "../../../terms/unit.js";
import { entryOf, type Line } from "../kinds/lines.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge } from "./verdict.js";
import { isOfYearsEnd } from "./year-figures.js";

/**
 * 当年 beside 累计, or behind a year, counts what the year has added: 29 of 260 households. Of what is counted at the end
 * of the year that is another figure; a rate, or the cases of a year, are the year's own.
 */
export const addedInYear: Judge = (each, before) => {
  const found = valuesIn(before).flatMap(({ column: at, echo }) => {
    const column = each.context.table.columns.find(({ column }) => column === at);
    if (column === undefined || echo || !saysAdded(each, column)) return [];
    const filled = new Set(ownRows(each.context, each.lines, at));
    const rows = each.lines.filter((line) => filled.has(line.row) && isStock(line)).map(({ row }) => row);
    return rows.length === 0 ? [] : [{ column, rows }];
  });
  return {
    except: new Map(
      found.map(({ column: { column }, rows }) => [
        column,
        new Map(rows.map((row) => [row, "other-figure" as const])),
      ]),
    ),
    issues: found.map(({ column, rows }) =>
      issue("data/added-only", headCell(each.context, column), {
        ...toldColumn(column),
        rows,
        year: column.heading.year,
      }),
    ),
  };
};

const OF_THE_YEAR = /[当本][年期]/u;
const IN_ALL = /累计|累积|总数|历年/u;

/** A year has 当年 behind it for a reason, and 当年 alone where 累计 stands in another column of the year. */
function saysAdded({ context: { table } }: Case, { column, heading: { text, year } }: Column): boolean {
  if (!OF_THE_YEAR.test(text)) return false;
  const isDated = year !== null && /20\d\d|\d\d年/u.test(text) && /当[年期]/u.test(text);
  return (
    isDated ||
    table.columns.some(
      (other) =>
        other.column !== column &&
        IN_ALL.test(other.heading.text) &&
        (other.heading.year === year || other.heading.year === null || year === null),
    )
  );
}

/** 年末区级文明家庭户数, in whole numbers of something. */
function isStock(line: Line): boolean {
  const entry = entryOf(line);
  return isOfYearsEnd(entry) && entry !== null && unitOf(entry.indicator.unit).per === null;
}
