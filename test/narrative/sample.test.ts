import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.js";
import { sampleData } from "../fixtures/sample-data.js";
import { checkTexts } from "../../src/run/check-prose.js";
import type { ReportKind } from "../../src/narrative/narrative.js";
import { readNarrative } from "../../src/narrative/read.js";
import { requiredGaps, slotsFor } from "../../src/narrative/slots.js";
import { loadPlans } from "../../src/plan/folder.js";
import type { Plan } from "../../src/plan/plan.js";

const FOLDER = "fixtures/data";
let plans: Plan[];
let dataset: Dataset;

beforeAll(async () => {
  plans = (await loadPlans("plans")).plans;
  dataset = (await sampleData(FOLDER)).dataset;
});

const CASES: readonly (readonly [string, ReportKind, readonly string[]])[] = [
  ["women", "midterm", ["achievements", "causes", "recommendations", "health:measures", "security:measures"]],
  ["women", "annual", ["recommendations", "health:measures", "security:measures"]],
  ["children", "midterm", ["achievements", "causes", "recommendations", "health:measures", "law:measures"]],
  ["children", "annual", ["recommendations", "health:measures", "law:measures"]],
];

describe("the sample narratives", () => {
  it.each(CASES)(
    "%s, %s: every section is read, no figure disagrees with the data",
    async (id, kind, slots) => {
      const plan = plans.find((each) => each.id === id);
      if (plan === undefined) throw new Error(`no plan ${id}`);
      const reading = await readNarrative(FOLDER, plan, kind, 2025);
      expect(reading.narrative?.sections.map(({ slot }) => slot)).toEqual(slots);
      expect(requiredGaps(reading.narrative, slotsFor(kind, plan))).toEqual([]);
      const issues = [...reading.issues, ...checkTexts(reading.texts, plan, dataset, 2025).issues];
      // What is the evaluation's alone is told of in the other.
      const others = kind === "annual" ? ["narrative/other-report"] : [];
      expect(issues.map(({ code }) => code)).toEqual(others);
    },
  );

  it("say that they are samples in every section", async () => {
    for (const plan of plans) {
      for (const kind of ["midterm", "annual"] as const) {
        const { narrative } = await readNarrative(FOLDER, plan, kind, 2025);
        for (const { blocks, slot } of narrative?.sections ?? []) {
          expect(blocks[0]?.runs[0]?.text, `${plan.id} ${slot}`).toMatch(/^本[节段]为示例文字/u);
        }
      }
    }
  });

  it("are checked: a digit changed in any figure with a year is found", { tags: ["patience"] }, async () => {
    // Each figure below stands beside an indicator's name and a year in the women's sample.
    const plan = plans.find(({ id }) => id === "women");
    if (plan === undefined) throw new Error("no women's plan");
    const reading = await readNarrative(FOLDER, plan, "midterm", 2025);
    const figures = ["94.88%", "1.89个", "96.30%", "99.51%", "99.92%", "96.75%", "2.65个"];
    figures.push(
      "6.08万",
      "8.03万",
      "260户",
      "140户",
      "95.60%",
      "94.72%",
      "50.48%",
      "0.74个",
      "45.61%",
      "1.21个",
    );
    for (const figure of figures) {
      const wrong = figure.replace(/\d/u, (digit) => String((Number(digit) % 8) + 1));
      const texts = reading.texts.map(({ source, passages }) => ({
        source,
        passages: passages.map((each) => ({ ...each, text: each.text.replace(figure, wrong) })),
      }));
      const codes = checkTexts(texts, plan, dataset, 2025).issues.map(({ code }) => code);
      expect(codes, figure).toHaveLength(1);
      expect(codes[0], figure).toMatch(/^narrative\/wrong-(?:figure|change)$/u);
    }
  });
});
