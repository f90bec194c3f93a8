import { expect, it } from "vitest";
import { explainRow, loadPlans, readData, scorePlan, type Explanation } from "../src/index.js";

it(
  "lets a program load, score and explain with nothing but the package",
  { tags: ["patience"] },
  async () => {
    const { plans } = await loadPlans("plans");
    const { dataset, issues } = await readData("fixtures/data", plans);
    const explained = plans.flatMap((plan) =>
      scorePlan(plan, dataset, 2025).rows.map((row): Explanation =>
        explainRow(row, { plan, dataset, issues }),
      ),
    );
    expect(explained.length).toBe(90);
    expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
    expect(explained.find(({ id }) => id === "W33")).toMatchObject({
      status: "offTrack",
      turns: [{ way: "better", status: "achieved", value: 95 }],
    });
  },
);
