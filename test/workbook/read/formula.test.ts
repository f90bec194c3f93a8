import { describe, expect, it } from "vitest";
import { shiftFormula } from "../../../src/workbook/read/formula.js";

describe("shiftFormula", () => {
  const from = { row: 1, column: 1 };
  const to = { row: 3, column: 2 };
  const cases: readonly [formula: string, shifted: string][] = [
    ["A1+B2", "B3+C4"],
    ["$A1+A$1+$A$1", "$A3+B$1+$A$1"],
    ["SUM(A1:Z9)", "SUM(B3:AA11)"],
    ["LOG10(A1)", "LOG10(B3)"],
    ["数据!A1", "数据!B3"],
    ["'A1'!A1", "'A1'!B3"],
    ['IF(A1="B2","A1",B2)', 'IF(B3="B2","A1",C4)'],
    ["率A1+A1_x", "率A1+A1_x"],
  ];
  it.each(cases)("%s becomes %s", (formula, shifted) => {
    expect(shiftFormula(formula, from, to)).toBe(shifted);
  });

  it("shows a reference that leaves the sheet as Excel does", () => {
    expect(shiftFormula("A1*2", to, from)).toBe("#REF!*2");
  });
});
