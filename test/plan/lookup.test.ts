import { expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import { indicatorsOf } from "../../src/plan/lookup.js";
import type { Plan } from "../../src/plan/plan.js";
import { OTHER_DISTRICT } from "./other-district.js";

it("lists everything that has figures of its own: rows without parts, parts, series", () => {
  const plan = loadPlan("p.yaml", OTHER_DISTRICT).plan as Plan;
  expect(indicatorsOf(plan).map(({ id }) => id)).toEqual(["LH1", "LH2", "LH3.1", "LH3.2", "LH4", "LH4r"]);
});
