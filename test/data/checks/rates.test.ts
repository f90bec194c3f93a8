import { describe, expect, it } from "vitest";
import { NO_MANIFEST } from "../../../src/data/dataset.js";
import { datasetOf } from "../../../src/data/settle/dataset-of.js";
import { loadPlan } from "../../../src/plan/load.js";
import type { Plan } from "../../../src/plan/plan.js";
import { CEILINGS } from "../../../src/terms/unit.js";
import { slip } from "../../plan/other-district.js";
import { book, sheet, type Written } from "../book.js";

/** A plan whose first row is a rate of accidents in `unit` that should be below 8. */
function planIn(unit: string): Plan {
  const renamed = slip(
    'name: 残疾人基本康复服务率\n    unit: "%"',
    `name: 意外伤害发生率\n    unit: "${unit}"`,
  );
  const text = slip(
    "{ text: ≥85, kind: atLeast, value: 85 }",
    "{ text: ＜8, kind: below, value: 8 }",
    renamed,
  );
  const { plan, issues } = loadPlan("plan.yaml", text);
  if (plan === null) throw new Error(JSON.stringify(issues));
  return plan;
}

/** The codes of what is found where 2018's form says this of the row. */
function told(
  plan: Plan,
  stated: string,
  value: Written,
  events: Written = null,
  base: Written = null,
): string[] {
  const rows = [
    ["编号", "计量单位", "本年数", "分子", "分母"],
    ["LH1", stated, value, events, base],
  ];
  const { issues } = datasetOf([book("2018年.xlsx", sheet("填报", rows))], NO_MANIFEST, [plan]);
  return issues.map(({ code }) => code);
}

describe.each(CEILINGS)("a rate in $name", ({ name, per }) => {
  const plan = planIn(name);

  it("passes no more than all", () => {
    expect(told(plan, name, per)).toEqual([]);
    expect(told(plan, name, per + 1)).toEqual(["data/out-of-range"]);
  });

  it("is recomputed from its cases", () => {
    expect(told(plan, name, per / 10, 900, 9000)).toEqual([]);
    expect(told(plan, name, per / 10, 800, 9000)).toEqual(["data/rate-differs"]);
  });

  it("of few cases is told with its interval", () => {
    expect(told(plan, name, per / 1000, 2, 2000)).toEqual(["data/small-numbers"]);
  });

  it("stated on another scale is refused, and under another spelling is not", () => {
    const other = name === "%" ? "‰" : "%";
    expect(told(plan, other, 1)).toEqual(["data/unit-scale"]);
    expect(told(plan, `${name.replace("%", "％")} `, 62)).toEqual([]);
  });
});

it.each(["constructor", "toString", "__proto__"])(
  "a plan's unit %s is a unit like any other unknown one",
  (name) => {
    const plan = planIn(name);
    expect(plan.rows[0]?.range.max).toBeNull();
    expect(told(plan, name, 123456, 2, 2000)).toEqual([]);
    expect(told(plan, "valueOf", 1)).toEqual(["data/unit-differs"]);
  },
);
