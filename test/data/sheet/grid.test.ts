import fc from "fast-check";
import { expect, it } from "vitest";
import { gridOf } from "../../../src/data/sheet/grid.js";
import type { Cell, Merge, Sheet } from "../../../src/workbook/sheet.js";

function sheetOf(rows: readonly number[], merges: readonly Merge[]): Sheet {
  const cell = (row: number, column: number) =>
    ({ row, column, address: `R${row}C${column}`, display: "1" }) as Cell;
  return {
    ...{ name: "表", hidden: false, hiddenRows: [], hiddenColumns: [], leftOut: [], comments: [], merges },
    rows: rows.map((row) => ({ row, cells: [cell(row, 1)] })),
  };
}

const block: fc.Arbitrary<Merge> = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2, max: 9 }), fc.nat(12), fc.nat(3))
  .map(([top, left, down, across]) => ({ top, left, bottom: top + down, right: left + across }));

it("finds the blocks that reach into a row, in whatever order rows are asked for", () => {
  const asked = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), asked, (merges, rows) => {
      const grid = gridOf(sheetOf([1], merges));
      for (const row of rows) {
        const columns = new Set(row === 1 ? [1] : []);
        for (const { top, bottom, left, right } of merges.filter(
          (each) => each.top <= row && each.bottom >= row,
        ))
          for (let column = left; top <= bottom && column <= right; column += 1) columns.add(column);
        expect(grid.columns(row)).toEqual([...columns].sort((a, b) => a - b));
      }
    }),
  );
});

it("does not list blocks row by row: a thousand of them may lie beside one another down the sheet", () => {
  let looks = 0;
  const tall = Array.from({ length: 1_000 }, (_, at): Merge => ({
    ...{ top: 1, left: at + 2, right: at + 2 },
    get bottom() {
      looks += 1;
      return 50_000;
    },
  }));
  const rows = Array.from({ length: 60_000 }, (_, at) => at + 1);
  const grid = gridOf(sheetOf(rows, tall));
  expect(looks).toBeLessThan(10 * tall.length);
  expect(grid.columns(49_999)).toHaveLength(1_001);
  expect(grid.columns(50_001)).toEqual([1]);
});
