import { issue } from "../../../issues/issue.js";
import { doubt, type Doubt, type Doubter } from "./doubt.js";
import { belongsTo, misplaced, suits, yearColumns, type YearRow } from "./rows.js";

/** So many rows away people paste a block: a whole line up or down, or past a line they overlooked. */
const SHIFTS = [
  { by: 1, neighbours: "下一行" },
  { by: -1, neighbours: "上一行" },
  { by: 2, neighbours: "往下第二行" },
  { by: -2, neighbours: "往上第二行" },
] as const;

/** Fewer rows may be chance. */
const LEAST_ROWS = 3;

/** Neighbouring rows of a sheet that each hold what is like the figure their neighbour had before. */
export const rowsShifted: Doubter = (figures, catalogue, doubted) =>
  yearColumns(figures, catalogue, doubted).flatMap((column) => {
    const taken = new Set<YearRow>();
    return SHIFTS.flatMap((shift) =>
      blocks(column, shift.by)
        .filter((block) => !block.some((row) => taken.has(row)))
        .map((block) => {
          for (const row of block) taken.add(row);
          return found(column, block, shift);
        }),
    );
  });

/** Stretches of rows that suit their neighbour, from the first to the last that do not suit their own. */
function blocks(column: readonly YearRow[], by: number): YearRow[][] {
  const isMoved = (row: YearRow): boolean => belongsTo(row, column[column.indexOf(row) + by]);
  const stretches: YearRow[][] = [[]];
  column.forEach((row, index) => {
    if (row.typed === null || suits(row, column[index + by])) stretches.at(-1)?.push(row);
    else stretches.push([]);
  });
  return stretches
    .map((stretch) => stretch.slice(stretch.findIndex(isMoved), stretch.findLastIndex(isMoved) + 1))
    .filter((block) => block.filter(isMoved).length >= LEAST_ROWS);
}

function found(column: readonly YearRow[], block: readonly YearRow[], shift: (typeof SHIFTS)[number]): Doubt {
  const rows = block.filter(({ typed }) => typed !== null);
  const moved = rows.filter((row) => belongsTo(row, column[column.indexOf(row) + shift.by]));
  const figures = rows.flatMap(({ typed }) => typed ?? []);
  const [first, last] = [rows[0], rows.at(-1)];
  const args = {
    year: figures[0]?.year ?? 0,
    cells: `${first?.source.cell}—${last?.source.cell}`,
    count: moved.length,
    neighbours: shift.neighbours,
    rows: moved.flatMap((row) => {
      const other = column[column.indexOf(row) + shift.by];
      return other === undefined ? [] : misplaced(row, other);
    }),
  };
  return doubt(issue("data/rows-shifted", first?.source ?? null, args), figures);
}
