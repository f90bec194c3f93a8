import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf } from "../../src/show/issue-excerpt.js";
import { gravestFirst } from "../../src/issues/order.js";
import { issue, type Issue } from "../../src/issues/issue.js";

const at = (file: string, cell: string) => ({ file, sheet: "数据", cell });
const warning = (file: string, cell: string): Issue => issue("data/below-unit", at(file, cell), {});
const error = (file: string, cell: string): Issue => issue("data/negative", at(file, cell), { shown: "-2" });
const cells = (issues: readonly Issue[]): string[] =>
  issues.map(({ where }) => `${where?.file ?? ""} ${where?.cell ?? ""}`);

describe("excerptOf", () => {
  it("shows something of every file, however many findings one of them has", () => {
    const drowning = Array.from({ length: 500 }, (_each, index) => warning("a.xlsx", `B${index}`));
    const { shown, left } = excerptOf([...drowning, warning("b.xlsx", "C1"), warning("c.xlsx", "C2")], 10);
    expect(cells(shown).slice(-3)).toEqual(["a.xlsx B7", "b.xlsx C1", "c.xlsx C2"]);
    expect(left).toEqual([{ file: "a.xlsx", count: 492 }]);
  });

  it("leaves out warnings before errors, wherever they stand", () => {
    const { shown, left } = excerptOf(
      [warning("a.xlsx", "B1"), error("b.xlsx", "C1"), error("b.xlsx", "C2")],
      2,
    );
    expect(cells(shown)).toEqual(["b.xlsx C1", "b.xlsx C2"]);
    expect(left).toEqual([{ file: "a.xlsx", count: 1 }]);
  });

  it("keeps the order findings are told in, the number asked for and count of all", () => {
    const any = fc.array(
      fc
        .tuple(fc.constantFrom(warning, error), fc.constantFrom("a", "b", "c"), fc.nat(99))
        .map(([make, file, row]) => make(file, `B${row}`)),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 20 }), (issues, most) => {
        const { shown, left } = excerptOf(issues, most);
        expect(shown).toHaveLength(Math.min(most, issues.length));
        expect(gravestFirst(issues).filter((each) => shown.includes(each))).toEqual(shown);
        expect(left.reduce((sum, { count }) => sum + count, shown.length)).toBe(issues.length);
      }),
    );
  });
});
