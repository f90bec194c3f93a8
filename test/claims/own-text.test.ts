import { expect, it } from "vitest";
import { sampleData } from "../fixtures/sample-data.js";
import { checkProse } from "../../src/run/check-prose.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { partOf } from "../../src/narrative/read.js";
import { everySlot, slotsFor } from "../../src/narrative/slots.js";
import { loadPlans } from "../../src/plan/folder.js";
import { annualModel } from "../../src/report/annual.js";
import type { Block } from "../../src/report/model.js";
import { scorePlan } from "../../src/score/score.js";

const paragraphs = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => block.paragraphs.map(({ text }) => text));

it(
  "no sentence of the annual report is taken for a slip: people copy from it",
  { tags: ["patience"] },
  async () => {
    const { plans } = await loadPlans("plans");
    const { dataset } = await sampleData();
    for (const plan of plans) {
      const context = {
        asOf: "2026-05-20",
        sample: false,
        draft: false,
        issues: [],
        versions: { tool: "0" },
      };
      const model = annualModel(scorePlan(plan, dataset, 2025), dataset, context);
      const texts = [model.lead, ...model.domains].flatMap(({ blocks }) => paragraphs(blocks));
      texts.push(...paragraphs(model.problems.blocks), ...paragraphs(model.alerts.blocks));
      const text = `# 原因分析\n\n${texts.join("\n\n")}\n`;
      const known = everySlot(plan);
      const reading = partOf(parseNarrative("a.md", text, known), slotsFor("midterm", plan), known);
      const issues = checkProse(reading, plan, dataset, 2025).issues;
      expect(issues.map(({ message, frame }) => `${message}\n${frame}`)).toEqual([]);
      expect(reading.passages.length).toBeGreaterThan(20);
    }
  },
);
