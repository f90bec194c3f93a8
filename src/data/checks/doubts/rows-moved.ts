import type { Observation } from "../../dataset.js";
import type { Doubter } from "./doubt.js";
import { rowsShifted } from "./rows-shifted.js";
import { rowsSwapped } from "./rows-swapped.js";
import { strayedColumns, yearColumns } from "./rows.js";

/** Figures that stand in another row than they were meant for: whole blocks, then two that changed places among the rest. */
export const rowsMoved: Doubter = (figures, catalogue) => {
  const columns = yearColumns(figures, catalogue);
  const shifted = columns.flatMap(rowsShifted);
  const told = new Set<Observation | null>(shifted.flatMap((each) => each.figures));
  const rest = columns.map((column) => column.filter(({ typed }) => !told.has(typed)));
  const swapped = rest.flatMap(rowsSwapped);
  for (const figure of swapped.flatMap((each) => each.figures)) told.add(figure);
  const left = strayedColumns(figures, catalogue).map((column) =>
    column.filter(({ typed }) => !told.has(typed)),
  );
  return [...shifted, ...swapped, ...left.flatMap(rowsSwapped)];
};
