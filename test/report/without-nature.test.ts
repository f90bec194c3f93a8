import fc from "fast-check";
import { expect, it } from "vitest";
import { annualModel } from "../../src/report/annual.js";
import { explainRow } from "../../src/report/explain/explain.js";
import { scorePlan } from "../../src/score/score.js";
import { dataOf, seeds, yearOf } from "./any-data.js";
import { CONTEXT } from "./context.js";
import { compose } from "./evaluation/compose.js";
import { textsOf } from "./model-text.js";

it("a plan that tells no 约束性 rows apart is reported without a word of it", { tags: ["patience"] }, () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const year = yearOf(seed);
      const plan = { ...seed.plan, rows: seed.plan.rows.map((row) => ({ ...row, nature: null, notes: [] })) };
      const data = dataOf(seed);
      const scorecard = scorePlan(plan, data, year);
      const context = { plan, dataset: data, issues: [] };
      const told = [
        annualModel(scorecard, data, CONTEXT),
        compose(plan, data, year, { kind: year === plan.period.end ? "final" : "midterm" }),
        ...scorecard.rows.slice(0, 5).map((row) => explainRow(row, context)),
      ].flatMap(textsOf);
      expect(told.filter((text) => /约束性|预期性|属性|红色/u.test(text))).toEqual([]);
    }),
    { numRuns: 25, seed: 13 },
  );
});
