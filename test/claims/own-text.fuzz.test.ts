import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/claims/facts.js";
import { remarksOn } from "../../src/claims/remarks.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Dataset } from "../../src/data/dataset.js";
import { annualModel } from "../../src/report/annual.js";
import type { EvaluationModel } from "../../src/report/model.js";
import { scorePlan } from "../../src/score/score.js";
import { dataOf, seeds, yearOf, type Seed } from "../report/any-data.js";
import { CONTEXT } from "../report/context.js";
import { compose } from "../report/evaluation/compose.js";
import { proseOf } from "../report/model-text.js";

/** What the checker holds against our own sentences: they were written apart from it, from the same figures. */
function remarks(texts: readonly string[], plan: Plan, data: Dataset, year: number): string[] {
  const facts = factsOf(plan, data, year);
  return texts.flatMap((text) =>
    remarksOn(text, facts).remarks.map((remark) => {
      const { code, message } = remark.issue(null, "");
      return `${code}: ${message} | ${text.slice(Math.max(0, remark.at - 60), remark.at + 60)}`;
    }),
  );
}

/** What is read aloud of an evaluation report, its 摘要 first. */
function spokenOf({ summary, chapters, annexes }: EvaluationModel): string[] {
  const places = [...chapters.flatMap((chapter) => [chapter, ...chapter.sections]), ...annexes];
  const blocks = [...summary.blocks, ...places.flatMap((place) => place.blocks)];
  return blocks.flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => `${heading}${text}`));
}

type Kind = "annual" | "midterm" | "final";

function textsOf(kind: Kind, seed: Seed, data: Dataset, year: number): string[] {
  const { plan } = seed;
  return kind === "annual"
    ? proseOf(annualModel(scorePlan(plan, data, year), data, CONTEXT))
    : spokenOf(compose(plan, data, year, { kind }));
}

describe.each(["annual", "midterm", "final"] as const)("the %s report on any data", (kind) => {
  it("says nothing that the checker of people's text holds against it", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = dataOf(seed);
        const year = kind === "final" ? seed.plan.period.end : yearOf(seed);
        expect(remarks(textsOf(kind, seed, data, year), seed.plan, data, year)).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});
