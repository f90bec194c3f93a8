import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packPlans, unpackPlans } from "../../src/plan/compiled.js";
import { loadPlan } from "../../src/plan/load.js";
import { OTHER_DISTRICT } from "./other-district.js";

describe("a plan compiled when the program is built", () => {
  it.each([
    ["women.yaml", readFileSync("plans/women.yaml", "utf8")],
    ["children.yaml", readFileSync("plans/children.yaml", "utf8")],
    ["another district's", OTHER_DISTRICT],
  ])("%s is the very plan its file holds, decimals exact", (name, text) => {
    const { plan } = loadPlan(name, text);
    const packed = packPlans(plan === null ? {} : { digest: plan });
    expect(unpackPlans(packed)["digest"]).toStrictEqual(plan);
    expect(unpackPlans(packed)["digest"]?.method.tolerance.times(2)).toEqual(plan?.method.tolerance.times(2));
  });
});
