import type { Entry } from "../catalogue.js";
import type { GroupFigure } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import type { Figures } from "./check.js";

/** The figures of an indicator's groups in one year, by one grouping. */
export interface GroupTable {
  year: number;
  grouping: GroupFigure["grouping"];
  figures: readonly GroupFigure[];
}

/** Years ascending. */
export function groupTables({ groups }: Figures, { indicator }: Entry): GroupTable[] {
  const own = groups.filter((each) => each.indicator === indicator.id);
  const tables = groupBy(own, ({ grouping, year }) => `${grouping} ${year}`).values();
  return [...tables]
    .flatMap((figures) => {
      const [first] = figures;
      return first === undefined ? [] : [{ year: first.year, grouping: first.grouping, figures }];
    })
    .sort((a, b) => a.year - b.year);
}

/** The tables of the units that a row of kind `each` is judged by; none for other rows. */
export function unitTables(figures: Figures, entry: Entry): GroupTable[] {
  const target = entry.judged?.target;
  if (target?.kind !== "each") return [];
  return groupTables(figures, entry).filter(({ grouping }) => grouping === target.grouping);
}

/** Whether a year's table has every group there is: as many as expected, and as any other year. */
export function isComplete(
  { figures, grouping }: GroupTable,
  all: readonly GroupTable[],
  entry: Entry,
): boolean {
  const target = entry.judged?.target;
  const expected = target?.kind === "each" && target.grouping === grouping ? (target.expected ?? 0) : 0;
  const most = all
    .filter((table) => table.grouping === grouping)
    .reduce((count, table) => Math.max(count, table.figures.length), Math.max(2, expected));
  return figures.length >= most;
}
