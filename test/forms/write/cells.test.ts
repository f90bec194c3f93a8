import { expect, it } from "vitest";
import { valueEntry } from "../../../src/forms/write/cells.js";
import { decimal } from "../../../src/terms/decimal.js";
import { women } from "../../data/book.js";

const [, , row] = women.rows;
if (row === undefined) throw new Error("no third row");

it.each([
  ["%", null],
  ["‰", "1000"],
  ["1/万", "10000"],
  ["1/10万", "100000"],
  ["件", null],
])(
  "a figure in %s is refused while it is typed above %s, even where the plan opens the range",
  (unit, max) => {
    const indicator = { ...row, unit, range: { min: decimal(0), max: null } };
    expect(valueEntry({ indicator, ratio: false }).entry?.rule).toMatchObject({ min: "0", max });
  },
);
