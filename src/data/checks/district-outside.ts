import { decimal, type Decimal } from "../../terms/decimal.js";
import { unitOf } from "../../terms/unit.js";
import { issue } from "../../issues/issue.js";
import { agree } from "../settle/agree.js";
import type { Check } from "./check.js";
import { groupTables, isComplete, type GroupTable } from "./site-tables.js";

/**
 * A district figure its groups cannot give. A rate or mean lies between the least and the greatest of its
 * groups; a count may also be their sum or more (groups left out), but not between greatest and sum.
 */
export const districtOutside: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const { id, name, unit } = entry.indicator;
    const tables = groupTables(figures, entry);
    return tables.flatMap((table) => {
      const district = figures.series[id]?.find(({ year }) => year === table.year);
      if (district === undefined || !isComplete(table, tables, entry)) return [];
      if (canBe(district.value, table, unitOf(unit).kind === "rate")) return [];
      const { least, greatest } = ends(table);
      return issue("data/district-outside", district.source, {
        name,
        year: table.year,
        grouping: table.grouping,
        area: entry.plan.terms.area,
        district: district.display,
        least: `${least.group}${least.display}`,
        greatest: `${greatest.group}${greatest.display}`,
      });
    });
  });

function canBe(district: Decimal, table: GroupTable, isRate: boolean): boolean {
  const { least, greatest } = ends(table);
  const atLeast = (bound: Decimal): boolean => district.gte(bound) || agree(district, bound);
  if (!atLeast(least.value)) return false;
  if (district.lte(greatest.value) || agree(district, greatest.value)) return true;
  const sum = table.figures.reduce((total, { value }) => total.plus(value), decimal(0));
  return !isRate && atLeast(sum);
}

function ends({ figures }: GroupTable) {
  const [first, ...rest] = figures;
  if (first === undefined) throw new Error("A table without figures");
  return rest.reduce(
    ({ least, greatest }, each) => ({
      least: each.value.lt(least.value) ? each : least,
      greatest: each.value.gt(greatest.value) ? each : greatest,
    }),
    { least: first, greatest: first },
  );
}
