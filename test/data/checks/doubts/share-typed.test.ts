import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../../../src/data/catalogue.js";
import { shareTyped } from "../../../../src/data/checks/doubts/share-typed.js";
import type { Plan } from "../../../../src/plan/plan.js";
import { book, plans, read, sheet, type Written } from "../../book.js";

type Case = [what: string, id: string, ...values: Written[]];

/** A plan whose file says nothing of what is plausible. */
function withoutLimits(plan: Plan): Plan {
  return { ...plan, rows: plan.rows.map((row) => ({ ...row, plausible: null })) };
}

function told(id: string, values: readonly Written[]): string[] {
  const head = ["编号", ...values.map((_value, index) => `${2020 + index}年`)];
  const { dataset } = read(book("a.xlsx", sheet("数据", [head, [id, ...values]])));
  const found = shareTyped(dataset, catalogueOf(plans.map(withoutLimits)), new Set());
  return found.map(({ issue: { code, where } }) => `${code} ${where?.cell}`);
}

describe("a row of percentages typed as shares throughout, in a plan without limits", () => {
  test.each<Case>([
    ["of every year", "W33", 0.93, 0.931, 0.94, 0.942, 0.95, 0.951],
    ["with nothing beside it", "W01", null, null, null, null, null, 1],
    ["of a row that is only observed", "W20", null, null, null, 0.27, 0.271, 0.28],
  ])("is told once: %s (%s)", (_what, id, ...values) => {
    expect(told(id, values)).toEqual(["data/share-typed G2"]);
  });

  test.each<Case>([
    ["a rate that should be low", "W06", 1.1, 0.9, 0.8, 0.7, 0.6, 0.5],
    ["a rate that should be low, and is, every year", "C32", 0.02, 0.02, 0.019, 0.018, 0.018, 0.017],
    ["nothing at all", "W33", 0, 0, 0, 0, 0, 0],
    ["another unit", "C12", 0.8, 0.8, 0.9, 0.9, 0.9, 1],
  ])("is not told of %s (%s)", (_why, id, ...values) => {
    expect(told(id, values)).toEqual([]);
  });
});
