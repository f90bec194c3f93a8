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
  it("says where the names stand that are left out", () => {
    const rows = women.rows.filter(({ id }) => ["W03", "W04", "W10"].includes(id));
    const scorecard = scorePlan({ ...women, rows }, dataset({}), 2025);
    const ask = (most: number) => asksText(scorecard, true, { reporters: 9, rows: most });
    expect(ask(3)).toMatch(/补报孕产妇死亡率、标准化妇幼保健机构数、孕产妇系统管理率数据/u);
    expect(ask(3)).not.toContain("任务单");
    expect(ask(1)).toMatch(/补报孕产妇死亡率等3项指标数据.*。没有列名的指标见各单位任务单。$/u);
  });

  it("says that a unit is only proposed, where all it is asked for is missing data", () => {
    expect(askFor(false)).toMatch(/补报.*数据（责任单位为建议名单，待确认）。$/u);
    expect(askFor(true)).toMatch(/补报.*数据。$/u);
  });
});
