import { decimal, shownStep } from "../../terms/decimal.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import { agree } from "../settle/agree.js";
import type { Check } from "./check.js";
import { groupTables, isComplete } from "./site-tables.js";
import { smallest } from "../../terms/long-lists.js";

/** Rows whose groups by sex are shares of one whole: 女职工占全部职工的比例. */
function isShareOfSex(name: string): boolean {
  const sex = name.search(/[女男]/u);
  return sex >= 0 && /比例|比重|占比|率/u.test(name.slice(sex));
}

const WHOLE = decimal(100);

/**
 * Shares of women and men that do not add up to 100. They are shares, and not rates of each sex, where the
 * district's figure is that of one sex.
 */
export const sharesSum: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const { id, name, unit } = entry.indicator;
    if (!isPercent(unitOf(unit)) || !isShareOfSex(name)) return [];
    const tables = groupTables(figures, entry).filter(({ grouping }) => grouping === "性别");
    return tables.flatMap((table) => {
      const district = figures.series[id]?.find(({ year }) => year === table.year);
      const own = table.figures.filter(({ value }) => district !== undefined && agree(value, district.value));
      if (own.length !== 1 || !isComplete(table, tables, entry)) return [];
      const sum = table.figures.reduce((total, { value }) => total.plus(value), decimal(0));
      const digits = smallest(table.figures.map(({ value }) => value.decimalPlaces()));
      if (sum.minus(WHOLE).abs().lte(shownStep(digits))) return [];
      const groups = table.figures.map(({ group, display }) => `${group}${display}`);
      const where = table.figures[0]?.source ?? null;
      return issue("data/shares-sum", where, { name, year: table.year, groups, sum: sum.toString() });
    });
  });
