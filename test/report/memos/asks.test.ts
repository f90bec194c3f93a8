import { describe, expect, it } from "vitest";
import type { Plan } from "../../../src/plan/plan.js";
import { asksText } from "../../../src/report/memos/asks.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset } from "../../score/builder.js";
import { women } from "../plans.js";

/** What is asked for a single row without data. */
function askFor(confirmed: boolean): string {
  const rows = women.rows
    .filter(({ id }) => id === "W04")
    .map((row) => ({ ...row, reporters: { ...row.reporters, confirmed } }));
  const plan: Plan = { ...women, rows };
  return asksText(scorePlan(plan, dataset({}), 2025), true, { reporters: 9, rows: 3 });
}

describe("what units are asked for", () => {
  it("says that a unit is only proposed, where all it is asked for is missing data", () => {
    expect(askFor(false)).toMatch(/补报.*数据（责任单位为建议名单，待确认）。$/u);
    expect(askFor(true)).toMatch(/补报.*数据。$/u);
  });
});
