import { expect, it } from "vitest";
import { annualModel } from "../../../src/report/annual.js";
import { provenanceOf } from "../../../src/report/exports/provenance.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, observation, siteFigures } from "../../score/builder.js";
import { linesOf, tablesOf } from "../model-text.js";
import { women } from "../plans.js";

const data = dataset(
  { W04: { 2020: "92.99", 2024: "94.5", 2025: "94.88" }, W30r: { 2025: "39.7" }, C04: { 2025: "4.4" } },
  { groups: siteFigures("W05a", 2025, { "35—44岁": "56.4" }, "年龄") },
);
const scorecard = scorePlan(
  women,
  { ...data, series: { ...data.series, W03: [observation("W03", 2025, "15.63", ["1", "6400"])] } },
  2025,
);
const context = {
  asOf: "2026-05-20",
  draft: false,
  sample: false,
  issues: [],
  versions: { tool: "1.0.0", browser: "143" },
};
const facts = provenanceOf(annualModel(scorecard, data, context), scorecard, data, context) as {
  figures: { indicator: string; year: number; group: string; shown: string; cell: string }[];
  baselines: { indicator: string }[];
};

it("names the cell of every figure of the data table, and of nothing else", () => {
  const model = annualModel(scorecard, data, context);
  const [table] = tablesOf(model.annexes[0]!.blocks);
  const w04 = linesOf(table!).find(([, id]) => id === "W04")!;
  const known = facts.figures
    .filter(({ indicator }) => indicator === "W04")
    .map(({ shown }) => shown.replace("%", ""));
  expect(w04.filter((cell) => /^\d+\.\d+$/u.test(cell)).every((cell) => known.includes(cell))).toBe(true);
  expect(facts.figures.every(({ cell }) => cell === "F7")).toBe(true);
  expect(facts.figures.map(({ indicator }) => indicator)).not.toContain("C04");
  expect(facts.figures.map(({ indicator, group }) => `${indicator}${group}`)).toEqual(
    expect.arrayContaining(["W30r", "W05a35—44岁"]),
  );
});

it("names the clause of baselines that come from the plan's text", () => {
  expect(facts.baselines.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(["W12", "W15"]));
  expect(facts.baselines.map(({ indicator }) => indicator)).not.toContain("W04");
});
