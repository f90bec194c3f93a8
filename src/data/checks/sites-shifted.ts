import { decimal, type Decimal } from "../../terms/decimal.js";
import { groupBy } from "../../terms/group-by.js";
import { parseAddress } from "../../workbook/address.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { GroupFigure } from "../dataset.js";
import type { Check } from "./check.js";
import { siteTables, type GroupTable } from "./site-tables.js";

/** Fewer sites say nothing of where their figures belong. */
const ENOUGH = 6;
/** All together the figures are so many times as near to what their neighbours had. */
const TIMES_NEARER = 3;

const SHIFTS = [
  { by: -1, neighbours: "上一行" },
  { by: 1, neighbours: "下一行" },
] as const;

/**
 * A column of towns or institutions pasted one row off: each figure for itself is as good as any, but together they are
 * what the neighbours had the time before.
 */
export const sitesShifted: Check = (figures, { entries }) =>
  entries.flatMap((entry) => {
    const tables = siteTables(figures, entry);
    return tables.flatMap((table, at) => shiftedIn(table, tables[at - 1] ?? null));
  });

/** A site's figure, what it had before, and what its neighbour had. */
interface Beside {
  figure: GroupFigure;
  own: GroupFigure;
  other: GroupFigure;
}

function shiftedIn({ figures }: GroupTable, before: GroupTable | null): Issue[] {
  if (before === null) return [];
  const now = inRows(figures);
  const order = inRows(before.figures);
  const places = new Map(order.map(({ group }, at) => [group, at]));
  return SHIFTS.flatMap(({ by, neighbours }) => {
    const rows = now.flatMap((figure): Beside[] => {
      const at = places.get(figure.group);
      const [own, other] = at === undefined ? [] : [order[at], order[at + by]];
      return own === undefined || other === undefined ? [] : [{ figure, own, other }];
    });
    if (rows.length < ENOUGH) return [];
    const toOwn = sum(rows.map(({ figure, own }) => figure.value.minus(own.value).abs()));
    const toOther = sum(rows.map(({ figure, other }) => figure.value.minus(other.value).abs()));
    if (toOwn.isZero() || toOther.times(TIMES_NEARER).gt(toOwn)) return [];
    return told(rows, neighbours);
  });
}

/** As they stand below each other, where they all stand in one column. */
function inRows(figures: readonly GroupFigure[]): GroupFigure[] {
  const sheets = groupBy(figures, ({ source }) => `${source.file}\n${source.sheet}`);
  if (sheets.size !== 1) return [];
  const placed = figures.map((figure) => ({ figure, row: parseAddress(figure.source.cell)?.row ?? 0 }));
  return placed.sort((a, b) => a.row - b.row).map(({ figure }) => figure);
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((all, each) => all.plus(each), decimal(0));
}

function told(rows: readonly Beside[], neighbours: string): Issue[] {
  const cells = rows.map(({ figure }) => figure.source);
  const found = issue("data/rows-shifted", cells[0] ?? null, {
    year: rows[0]?.figure.year ?? 0,
    cells: `${cells[0]?.cell}—${cells.at(-1)?.cell}`,
    count: rows.length,
    neighbours,
    rows: rows.map(({ figure, other }) => ({
      cell: figure.source.cell,
      name: figure.group,
      display: figure.display,
      neighbour: other.group,
      before: `${other.year}年${other.display}`,
    })),
  });
  return [{ ...found, cells }];
}
