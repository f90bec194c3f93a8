import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadPlan } from "../../src/plan/load.js";

const TEXT = readFileSync("plans/women.yaml", "utf8");

/** The women's plan with a line in its method block. */
function loaded(line: string) {
  return loadPlan("women.yaml", TEXT.replace("severities: {}", `severities: { ${line} }`));
}

describe("the severities of a plan's method", () => {
  it("are taken as written, none where the plan sets none", () => {
    const { plan } = loaded("data/jump: note, data/flat-series: error");
    expect(plan?.method.severities).toEqual({ "data/jump": "note", "data/flat-series": "error" });
    expect(loadPlan("women.yaml", TEXT).plan?.method.severities).toEqual({});
  });

  it.each([
    ["an unknown code, with the nearest", "data/jmup: note", "plan/unknown-key", "data/jump"],
    ["a severity there is not, with the nearest", "data/jump: notes", "plan/not-a-choice", "note"],
    ["the code of a refused figure", "data/negative: warning", "plan/severity-fixed", "data/"],
    ["a code of another room", "plan/syntax: note", "plan/severity-fixed", "data/"],
  ])("refuse %s", (_what, line, code, hint) => {
    const { plan, issues } = loaded(line);
    expect(plan).toBeNull();
    expect(issues).toMatchObject([{ code, severity: "error" }]);
    expect(issues[0]?.hint).toContain(hint);
    expect(issues[0]?.where?.line).toBe(
      TEXT.split("\n").findIndex((each) => each.includes("severities: {}")) + 1,
    );
  });
});
