import { issue } from "../../../issues/issue.js";
import { unitOf } from "../../../terms/unit.js";
import { isSameUnit, plainText } from "../normalise.js";
import { entryOf } from "../kinds/lines.js";
import { saysWhole, type Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge } from "./verdict.js";

/**
 * 合计 beside 其中：女 counts men and women together, and so does 2025年 where 其中：女 gives another figure: no figure of
 * 女性失业保险参保人数. Whether the women's column holds it as the plan means it, nobody can say.
 */
export const bothSexes: Judge = (each, before) => {
  const { context } = each;
  const values = new Set(valuesIn(before).map(({ column }) => column));
  const found = context.table.columns
    .filter(({ column, heading }) => values.has(column) && !/^[^男]*女/u.test(heading.text))
    .flatMap((column) => {
      const women = context.table.columns.find(
        (other) => isWomen(other, column) || isNextTo(each, other, column),
      );
      if (women === undefined) return [];
      const own = womensRows(each, column);
      const rows = isWhole(column) ? own : own.filter((row) => isAnother(each, { row, column, women }));
      return rows.length === 0 ? [] : [{ column, women, rows }];
    });
  return {
    except: new Map(
      found.map(({ column, rows }) => [
        column.column,
        new Map(rows.map((row) => [row, "other-figure" as const])),
      ]),
    ),
    issues: found.map(({ column, women, rows }) =>
      issue("data/both-sexes", headCell(context, column), {
        column: toldColumn(column),
        women: toldColumn(women),
        rows,
        rates: ratesOf(each, rows),
      }),
    ),
  };
};

function isWhole({ heading }: Column): boolean {
  return saysWhole(heading);
}

/** A column of women's figures of the same year. */
function isWomen({ heading }: Column, { heading: whole }: Column): boolean {
  // 上年女性比例 is of another year, whichever that is.
  const isOfYear = heading.year === whole.year && heading.relative === whole.relative;
  const isOfGroup = heading.other?.other === "group" && heading.leftover === "";
  return isOfGroup && isOfYear && heading.text.includes("女");
}

/** 其中：女 right behind the figures it is part of. */
function isNextTo({ context: { table } }: Case, other: Column, whole: Column): boolean {
  const figures = table.columns.filter(({ heading }) => heading.figures);
  const isNext = figures[figures.indexOf(whole) + 1] === other;
  return isNext && isWomen(other, { ...whole, heading: { ...whole.heading, year: null, relative: null } });
}

/** Whether the women's column gives the row another figure in the row's unit. */
function isAnother({ context, lines }: Case, at: { row: number; column: Column; women: Column }): boolean {
  const { row, column, women } = at;
  const line = lines.find((one) => one.row === row);
  const unit = line === undefined ? "" : (entryOf(line)?.indicator.unit ?? "");
  const isOfUnit = women.heading.unit === "" || isSameUnit(women.heading.unit, unit);
  const text = ({ column: own }: Column) => plainText(context.grid.cell(row, own)?.display ?? "");
  return isOfUnit && ownRows(context, lines, women.column).includes(row) && text(column) !== text(women);
}

/** 女性…, 女职工…; not 男女厕位比. */
function womensRows({ context, lines }: Case, { column }: Column): number[] {
  const filled = new Set(ownRows(context, lines, column));
  return lines
    .filter((line) => filled.has(line.row) && /(?<!男)女/u.test(entryOf(line)?.indicator.name ?? ""))
    .map(({ row }) => row);
}

/** The units of rows that are rates. */
function ratesOf({ lines }: Case, rows: readonly number[]): string[] {
  const all = lines
    .filter(({ row }) => rows.includes(row))
    .map((line) => entryOf(line)?.indicator.unit ?? "");
  return [...new Set(all)].filter((unit) => unitOf(unit).kind === "rate");
}
