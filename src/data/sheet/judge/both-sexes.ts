import { issue } from "../../../issues/issue.js";
import { entryOf } from "../kinds/lines.js";
import { WHOLE, wordsIn } from "../head/words.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { valuesIn, type Case, type Judge } from "./verdict.js";

/**
 * 合计 beside 其中：女 counts men and women together: no figure of 女性失业保险参保人数. Whether the women's column
 * holds it as the plan means it, nobody can say.
 */
export const bothSexes: Judge = (each, before) => {
  const { context } = each;
  const values = new Set(valuesIn(before).map(({ column }) => column));
  const found = context.table.columns
    .filter((column) => values.has(column.column) && isWhole(column))
    .flatMap((column) => {
      const women = context.table.columns.find((other) => isWomen(other, column));
      const rows = women === undefined ? [] : womensRows(each, column);
      return women === undefined || rows.length === 0 ? [] : [{ column, women, rows }];
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
      }),
    ),
  };
};

const WHOLE_WORDS = wordsIn(WHOLE);

function isWhole({ heading }: Column): boolean {
  return WHOLE_WORDS.some((word) => heading.text.includes(word));
}

/** A column of women's figures of the same year. */
function isWomen({ heading }: Column, { heading: whole }: Column): boolean {
  return heading.other?.other === "group" && heading.year === whole.year && heading.text.includes("女");
}

/** 女性…, 女职工…; not 男女厕位比. */
function womensRows({ context, lines }: Case, { column }: Column): number[] {
  const filled = new Set(ownRows(context, lines, column));
  return lines
    .filter((line) => filled.has(line.row) && /(?<!男)女/u.test(entryOf(line)?.indicator.name ?? ""))
    .map(({ row }) => row);
}
