import type { Cell } from "../../workbook/sheet.js";
import type { Catalogue } from "../catalogue.js";
import type { Grid } from "./grid.js";
import { headingOf } from "./head/heading.js";
import { nameKey } from "./normalise.js";

/** A table that stands on its side: indicators across, years down, or places. */
export interface Transposed {
  names: readonly string[];
  /** What stands beside the only one of them: 应检人数, 实检人数. */
  counts: readonly string[];
  /** The rows of years; none where something else goes down. */
  rows: readonly number[];
  /** Two cells of the head that say the same: blocks side by side, 镇街 | 普惠率 | 镇街 | 普惠率. */
  twice: readonly Cell[];
}

/** Finds a row that names indicators, with figures beneath them; null for none. */
export function transposed(grid: Grid, { byKey, byId, lexicon }: Catalogue): Transposed | null {
  for (const row of grid.rows) {
    const named = grid
      .own(row)
      .filter(
        ({ content, display }) =>
          content.type === "text" && (byKey.has(nameKey(display)) || byId.has(display)),
      );
    const [first] = named;
    if (first === undefined) continue;
    const beneath = grid.rows.filter(
      (each) => each > row && grid.own(each).some(({ column }) => column >= first.column),
    );
    const years = beneath.filter((each) => {
      const [head] = grid.own(each);
      return (
        head !== undefined &&
        head.column < first.column &&
        headingOf([head.display], lexicon).role === "yearValue"
      );
    });
    const names = named.map(({ display }) => display);
    const twice = twiceIn(grid.own(row));
    const beside = grid.own(row).filter((cell) => !named.includes(cell));
    const counts =
      named.length > 1
        ? []
        : beside.filter((cell) => isCounted(grid, cell, beneath)).map(({ display }) => display);
    if (years.length > 0 && years.length * 2 >= beneath.length) return { names, counts, rows: years, twice };
    const isOver = named.every(({ column }) =>
      beneath.some((each) => grid.cell(each, column)?.content.type === "number"),
    );
    if (isOver && beneath.length > 0) return { names, counts, rows: [], twice };
  }
  return null;
}

function isCounted(grid: Grid, { column }: Cell, rows: readonly number[]): boolean {
  return rows.some((row) => grid.cell(row, column)?.content.type === "number");
}

function twiceIn(cells: readonly Cell[]): Cell[] {
  const second = cells.find(({ display }, at) => cells.slice(0, at).some((each) => each.display === display));
  return second === undefined ? [] : cells.filter(({ display }) => display === second.display).slice(0, 2);
}
