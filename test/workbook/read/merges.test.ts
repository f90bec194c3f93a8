import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codes, testFolder } from "../folder.js";
import { rowOf, xlsx } from "./package.js";
import { splitCovered } from "../../../src/workbook/read/merges.js";
import type { Cell, Merge, SheetRow } from "../../../src/workbook/sheet.js";

const folder = testFolder();
const merged = (...ranges: string[]) =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;

describe("merged cells", () => {
  it("records the block and puts aside what it covers", async () => {
    const cells = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>';
    const { sheets } = await folder.read(xlsx({ sheet: rowOf(cells) + merged("A1:B2") }));
    expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect(sheets[0]?.rows[0]?.cells.map((cell) => cell.address)).toEqual(["A1", "C1"]);
    expect(sheets[0]?.leftOut).toMatchObject([{ why: "covered", cell: { address: "B1" } }]);
  });

  it("bears a merge of the whole sheet", async () => {
    const read = await folder.read(
      xlsx({ sheet: rowOf('<c r="A1"><v>1</v></c>') + merged("A1:XFD1048576") }),
    );
    expect(codes(read)).toEqual([]);
    expect(read.sheets[0]?.rows).toHaveLength(1);
  });

  it("refuses thousands of merges over each other", async () => {
    const many = merged(...Array.from({ length: 2_000 }, () => "A1:Z99"));
    expect(codes(await folder.read(xlsx({ sheet: rowOf('<c r="A1"><v>1</v></c>') + many })))).toEqual([
      "workbook/damaged",
    ]);
  });

  it("keeps exactly the cells that no block hides", () => {
    const block: fc.Arbitrary<Merge> = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.nat(3), fc.nat(3))
      .map(([top, left, down, across]) => ({
        top,
        left,
        bottom: top + down,
        right: left + across,
      }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (merges) => {
        const disjoint = merges.filter(
          (merge, index) => !merges.slice(0, index).some((other) => overlap(merge, other)),
        );
        const { rows, covered } = splitCovered(grid(12), disjoint, "表");
        const kept = rows.flatMap(({ row, cells }) => cells.map((cell) => [row, cell.column]));
        expect(kept.length + covered.length).toBe(144);
        const shown = grid(12)
          .flatMap(({ row, cells }) => cells.map((cell) => [row, cell.column] as const))
          .filter(([row, column]) => !disjoint.some((merge) => hides(merge, row, column)));
        expect(kept).toEqual(shown);
      }),
    );
  });
});

function grid(size: number): SheetRow[] {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  return numbers.map((row) => ({ row, cells: numbers.map((column) => ({ row, column }) as Cell) }));
}

function overlap(a: Merge, b: Merge): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function hides({ top, left, bottom, right }: Merge, row: number, column: number): boolean {
  const inside = row >= top && row <= bottom && column >= left && column <= right;
  return inside && !(row === top && column === left);
}
