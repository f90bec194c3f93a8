import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";
import {
  findDomain,
  findIndicator,
  findMeasure,
  findProject,
  findRow,
  indicatorsOf,
} from "../../src/plan/lookup.js";
import type { Plan } from "../../src/plan/plan.js";
import { OTHER_DISTRICT } from "./other-district.js";

const plan = loadPlan("p.yaml", OTHER_DISTRICT).plan as Plan;

describe("lookups in a plan", () => {
  it("list everything that has figures of its own: rows without parts, parts, series", () => {
    expect(indicatorsOf(plan).map(({ id }) => id)).toEqual(["LH1", "LH2", "LH3.1", "LH3.2", "LH4", "LH4r"]);
  });

  it("find by id, and nothing by an unknown one", () => {
    expect(findIndicator(plan, "LH3.2")?.name).toBe("农村就业残疾人中女性比例");
    expect(findIndicator(plan, "LH3")).toBeNull();
    expect(findProject(plan, "XM1")?.name).toBe("康复中心建设项目");
    expect(findMeasure(plan, "R1.1")?.title).toBe("健全康复服务体系");
    expect(findDomain(plan, "B")?.name).toBe("就业");
    expect([findProject(plan, "XM2"), findMeasure(plan, "R9"), findDomain(plan, "C")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("find the row a part or a series belongs to", () => {
    expect(["LH1", "LH3.1", "LH4r", "LH9"].map((id) => findRow(plan, id)?.id ?? null)).toEqual([
      "LH1",
      "LH3",
      "LH4",
      null,
    ]);
  });
});
