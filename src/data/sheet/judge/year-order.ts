import { issue } from "../../../issues/issue.js";
import { headCell, toldColumn } from "./place.js";
import { valuesIn, type Judge } from "./verdict.js";

/** Of fewer columns nobody can say in which order they stand. */
const LEAST = 4;

/**
 * Years across a table that go up, or down, but for two neighbours: 2023年, 2025年, 2024年. One of the two headings may
 * be a slip. The plan's base year may stand wherever it is.
 */
export const yearOrder: Judge = ({ context }, before) => {
  const bases = new Set(context.catalogue.plans.map(({ period }) => period.baseline));
  const dated = valuesIn(before)
    .flatMap(({ column, year }) => (year === null || bases.has(year) ? [] : [{ column, year }]))
    .sort((a, b) => a.column - b.column)
    // 2025年（%） and 2025年（人） stand for one year.
    .filter(({ year }, at, all) => year !== all[at - 1]?.year);
  if (dated.length < LEAST) return {};
  const falls = dated.slice(1).map(({ year }, at) => year < (dated[at]?.year ?? year));
  const odd = [true, false].find((isFall) => falls.filter((each) => each === isFall).length === 1);
  const at = odd === undefined ? -1 : falls.indexOf(odd);
  const pair = [dated[at], dated[at + 1]].flatMap((each) =>
    each === undefined ? [] : context.table.columns.filter(({ column }) => column === each.column),
  );
  const [first, second] = pair;
  if (first === undefined || second === undefined) return {};
  const args = { first: toldColumn(first), second: toldColumn(second) };
  return { issues: [issue("data/year-order", headCell(context, first), args)] };
};
