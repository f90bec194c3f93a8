import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { ratesText } from "../../src/report/chapters/lead.js";
import { scorePlan } from "../../src/score/score.js";
import { OTHER_DISTRICT, slip } from "../plan/other-district.js";
import { dataset } from "./builder.js";

const OWN = "target: { text: ≥85, kind: atLeast, value: 85 }";

function planWith(targets: string) {
  return loadPlan("p.yaml", slip(OWN, `${OWN}\n    targets: ${targets}`));
}

describe("targets of the plans above", () => {
  it("are held against the row's own figure, exactly, and counted apart", () => {
    const { plan, issues } = planWith(
      "{ national: { text: ＞90, kind: above, value: 90 }, municipal: { text: ≥90, kind: atLeast, value: 90 } }",
    );
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    if (plan === null) throw new Error("no plan");
    const id = plan.rows.find(({ targets }) => targets.national !== undefined)?.id ?? "";
    const scorecard = scorePlan(plan, dataset({ [id]: { 2020: "80", 2025: "90" } }), 2025);
    expect(scorecard.ratesByLevel).toEqual([
      { level: "national", rate: { n: 0, of: 1 } },
      { level: "municipal", rate: { n: 1, of: 1 } },
    ]);
    expect(ratesText(scorecard)).toContain(
      "另外，按国家目标评价的1项，达标率为0%（0/1）；按市级目标评价的1项，达标率为100%（1/1）。",
    );
    // A row without a figure of the year is not among them.
    expect(scorePlan(plan, dataset({ [id]: { 2020: "80" } }), 2025).ratesByLevel).toEqual([]);
  });

  it("are told nowhere where the plan names none", () => {
    const { plan } = loadPlan("p.yaml", OTHER_DISTRICT);
    if (plan === null) throw new Error("no plan");
    const scorecard = scorePlan(plan, dataset({}), 2025);
    expect(scorecard.ratesByLevel).toEqual([]);
    expect(ratesText(scorecard)).not.toContain("国家目标");
  });

  it.each([
    ["{ national: { text: 提高, kind: increase } }", "plan/higher-target"],
    ["{ national: { text: ≥95, kind: atLeast, value: 59 } }", "plan/wording-disagrees"],
    ["{ municipal: { text: ≥950, kind: atLeast, value: 950 } }", "plan/unreachable-target"],
  ])("must say figures that the row can have: %s", (targets, code) => {
    expect(planWith(targets).issues.map((each) => each.code)).toEqual([code]);
  });
});
