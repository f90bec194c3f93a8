import { traitsOf } from "../../plan/target-kinds.js";
import type { Sites } from "../../plan/traits.js";
import type { Entry } from "../catalogue.js";
import type { GroupFigure } from "../dataset.js";
import { groupsOf } from "../groups-of.js";
import { groupBy } from "../../terms/group-by.js";
import type { Figures } from "./check.js";

/** The figures of an indicator's groups in one year, by one grouping. */
export interface GroupTable {
  year: number;
  grouping: GroupFigure["grouping"];
  figures: readonly GroupFigure[];
}

/** Years ascending. */
export function groupTables({ groups }: Pick<Figures, "groups">, { indicator }: Entry): GroupTable[] {
  const own = groupsOf(groups, indicator.id);
  const tables = groupBy(own, ({ grouping, year }) => `${grouping} ${year}`).values();
  return [...tables]
    .flatMap((figures) => {
      const [first] = figures;
      return first === undefined ? [] : [{ year: first.year, grouping: first.grouping, figures }];
    })
    .sort((a, b) => a.year - b.year);
}

/** The sites that must each meet the target of a row; null for other rows, and for auxiliary series. */
export function sitesOf({ judged }: Entry): Sites | null {
  return judged === null ? null : traitsOf(judged.target).sites;
}

/** The tables of the sites that a row is judged by; none for rows that are not judged site by site. */
export function siteTables(figures: Figures, entry: Entry): GroupTable[] {
  const sites = sitesOf(entry);
  if (sites === null) return [];
  return groupTables(figures, entry).filter(({ grouping }) => grouping === sites.grouping);
}

/** Whether a year's table has every group there is: as many as expected, and as any other year. */
export function isComplete(
  { figures, grouping }: GroupTable,
  all: readonly GroupTable[],
  entry: Entry,
): boolean {
  const sites = sitesOf(entry);
  const expected = sites?.grouping === grouping ? (sites.expected ?? 0) : 0;
  const most = all
    .filter((table) => table.grouping === grouping)
    .reduce((count, table) => Math.max(count, table.figures.length), Math.max(2, expected));
  return figures.length >= most;
}
