import { issue } from "../../../issues/issue.js";
import type { Role } from "../head/words.js";
import type { Column } from "../table/columns.js";
import { headCell, ownRows, toldColumn } from "./place.js";
import { undecided, type Judge, type Verdict } from "./verdict.js";

/** Columns that say whose a row's figures are: a table has one of each. */
const WHOSE: ReadonlySet<unknown> = new Set<Role>([
  "town",
  "institution",
  "group",
  "region",
  "year",
  "period",
]);

/**
 * 镇街 | 2025年 | 镇街 | 2025年: a second column of the same kind behind the figures begins a block of its own, and
 * nobody can say which name and year it shares with the first.
 */
export const sideBySide: Judge = (each, before) => {
  const { context, lines } = each;
  const { columns } = context.table;
  const second = columns.find((column, at) => {
    const first = firstLike(columns, column);
    return first < at && columns.slice(first, at).some(({ heading }) => heading.figures);
  });
  const behind = second === undefined ? [] : columns.slice(columns.indexOf(second));
  const isFilled = behind.some(
    ({ column, heading }) => heading.figures && ownRows(context, lines, column).length > 0,
  );
  if (second === undefined || !isFilled) return {};
  const first = columns[firstLike(columns, second)];
  const refused: Verdict = { is: "refused", reason: "table" };
  return {
    verdicts: new Map(undecided(each, before).map(({ column }) => [column, refused])),
    issues: [
      issue("data/side-by-side", headCell(context, second), {
        columns: [first, second].flatMap((column) => (column === undefined ? [] : [toldColumn(column)])),
      }),
    ],
  };
};

/** Where the first column of the same kind stands; behind all where there is none. */
function firstLike(columns: readonly Column[], { heading: { role } }: Column): number {
  const at = WHOSE.has(role) ? columns.findIndex(({ heading }) => heading.role === role) : -1;
  return at < 0 ? columns.length : at;
}
