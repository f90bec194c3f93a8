import { issue } from "../../../issues/issue.js";
import { read } from "../../coverage/fate.js";
import { sourceAt } from "../../settle/place.js";
import { readCell } from "../cell.js";
import { figureAt, withoutCells } from "../grid.js";
import { headingOf } from "../head/heading.js";
import { placeNamed } from "../head/places.js";
import { measureOf, rowUnits } from "../kinds/indicator-row.js";
import { entriesIn, type Line } from "../kinds/lines.js";
import { titleYear } from "../kinds/year-columns.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext } from "../reading.js";
import type { Column } from "../table/columns.js";
import { headCell, toldColumn } from "./place.js";

/** A column of another place's figures, and of which year. */
interface ReferenceColumn {
  column: Column;
  region: string;
  year: number;
}

/**
 * Reads 全市 and 全国 beside the rows' own figures of that year as what the report sets beside them. Nothing says how they
 * are counted or who gives them: they stand in tables, and no sentence compares them. Gives the table without them, too.
 */
export function referenceColumns(
  context: SheetContext,
  lines: readonly Line[],
): { reading: Reading; rest: SheetContext } {
  const columns = context.surroundings.other === null ? columnsIn(context) : [];
  if (columns.length === 0) return { reading: NOTHING, rest: context };
  const { refused } = rowUnits(context, entriesIn(lines));
  const figures = entriesIn(lines)
    .filter(({ row }) => !refused.has(row))
    .flatMap(({ row, entry }) =>
      columns.flatMap((each) => {
        const { column } = each.column;
        const source = sourceAt(context, row, column);
        const cell = figureAt(context.grid, row, column);
        const found = cell === null ? null : readCell(cell, measureOf(entry), source);
        return found?.type === "figure" && found.notes.length === 0
          ? [
              {
                each,
                source,
                value: found.value,
                display: cell?.display ?? "",
                indicator: entry.indicator.id,
              },
            ]
          : [];
      }),
    );
  const told = columns.filter((column) => figures.some(({ each }) => each === column));
  const [first] = told;
  if (first === undefined) return { reading: NOTHING, rest: context };
  const references = figures.map(({ each: { region, year }, ...rest }) => ({
    region,
    year,
    ...UNVOUCHED,
    ...rest,
  }));
  const args = { columns: told.map(({ column, region, year }) => ({ ...toldColumn(column), region, year })) };
  const found = issue("data/reference-columns", headCell(context, first.column), args);
  const out = new Set(figures.map(({ source }) => source.cell));
  return {
    reading: joined([
      onlyIssues([found]),
      { ...NOTHING, references, fates: figures.map(({ source }) => read(source)) },
    ]),
    rest: { ...context, grid: withoutCells(context.grid, out) },
  };
}

const UNVOUCHED = { scope: "", vouched: false, publisher: "", published: "" };

/** 全市平均水平, 2025年全市平均: what the place has, not a mean of figures. */
const AVERAGE = /(?<=^|年[度末底]?)(?:平均)?(?:水平|值|数)?$/u;

function columnsIn(context: SheetContext): ReferenceColumn[] {
  const { lexicon } = context.catalogue;
  const own = ownYears(context);
  return context.table.columns.flatMap((column) => {
    const { other, leftover, text } = column.heading;
    if (other?.other !== "region" || leftover !== "") return [];
    const bare = text.split("|").map((level) => level.replace(other.word, ""));
    const said = headingOf(
      bare.map((level) => level.replace(AVERAGE, "")),
      lexicon,
    );
    const isFigure = said.text === "" || said.role === "yearValue" || said.role === "value";
    const region = placeNamed(other.word, lexicon.places);
    const year = said.year ?? (own.size === 1 ? [...own][0] : titleYear(context)) ?? null;
    const isClear = isFigure && said.other === null && said.leftover === "" && said.noted.length === 0;
    return isClear && region !== "" && year !== null && own.has(year) ? [{ column, region, year }] : [];
  });
}

/** The years of which the table gives the rows' own figures. */
function ownYears(context: SheetContext): ReadonlySet<number> {
  const about = titleYear(context);
  const years = context.table.columns.flatMap(({ heading: { role, year } }) => {
    if (role === "yearValue") return year ?? [];
    return (role === "value" || role === "done") && about !== null ? about : [];
  });
  return new Set(years);
}
