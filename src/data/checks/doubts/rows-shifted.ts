import { issue } from "../../../issues/issue.js";
import { doubt, type Doubt } from "./doubt.js";
import { belongsTo, misplaced, suits, type YearRow } from "./rows.js";

/** So many rows away people paste a block: a whole line up or down, or past a line they overlooked. */
const SHIFTS = [
  { by: 1, neighbours: "下一行" },
  { by: -1, neighbours: "上一行" },
  { by: 2, neighbours: "往下第二行" },
  { by: -2, neighbours: "往上第二行" },
] as const;

/** Fewer rows may be chance. */
const LEAST_ROWS = 3;

/** Neighbouring rows of a column that each hold what is like the figure their neighbour had before. */
export function rowsShifted(column: readonly YearRow[]): Doubt[] {
  const taken = new Set<YearRow>();
  return SHIFTS.flatMap((shift) =>
    blocks(column.map((row, index) => ({ row, other: column[index + shift.by] })))
      .filter((block) => !block.some(({ row }) => taken.has(row)))
      .map((block) => {
        for (const { row } of block) taken.add(row);
        return found(block, shift.neighbours);
      }),
  );
}

/** A row, and the one that it may have been meant for. */
interface Shifted {
  row: YearRow;
  other: YearRow | undefined;
}

const isMoved = ({ row, other }: Shifted): boolean => belongsTo(row, other);

/** Of a neighbour that nothing is known of nobody can tell whether a figure suits it; at home it is not moved. */
const isUntold = ({ row, other }: Shifted): boolean =>
  other !== undefined && other.before === null && other.rate === null && !suits(row, row);

/** Stretches of rows that suit their neighbour, from the first to the last that do not suit their own. */
function blocks(column: readonly Shifted[]): Shifted[][] {
  const stretches: Shifted[][] = [[]];
  for (const each of column) {
    if (each.row.typed === null || suits(each.row, each.other) || isUntold(each))
      stretches.at(-1)?.push(each);
    else stretches.push([]);
  }
  return stretches
    .map((stretch) => stretch.slice(stretch.findIndex(isMoved), stretch.findLastIndex(isMoved) + 1))
    .filter((block) => block.filter(isMoved).length >= LEAST_ROWS);
}

function found(block: readonly Shifted[], neighbours: string): Doubt {
  const rows = block.filter(({ row }) => row.typed !== null);
  const moved = rows.filter(isMoved);
  const figures = rows.flatMap(({ row }) => row.typed ?? []);
  const [first, last] = [rows[0]?.row, rows.at(-1)?.row];
  const args = {
    year: figures[0]?.year ?? 0,
    cells: `${first?.source.cell}—${last?.source.cell}`,
    count: moved.length,
    neighbours,
    rows: moved.flatMap(({ row, other }) => (other === undefined ? [] : misplaced(row, other))),
  };
  return doubt(issue("data/rows-shifted", first?.source ?? null, args), figures);
}
