import type { Dataset } from "../../src/data/dataset.js";
import { checkProse } from "../../src/run/check-prose.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { partOf } from "../../src/narrative/read.js";
import { everySlot, slotsFor } from "../../src/narrative/slots.js";
import type { Plan } from "../../src/plan/plan.js";
import { children, women } from "../plan/shipped.js";
import { dataset, type Values } from "../score/builder.js";

export const FILE = "narrative/women-2025.md";

export { children, women };

/** Figures by year, in cells H2, H3, … of a made-up sheet. */
export function datasetWith(values: Readonly<Record<string, Values>>): Dataset {
  const { series } = dataset(values);
  const placed = Object.entries(series).map(([id, figures]) => [
    id,
    figures.map((figure, index) => ({ ...figure, source: { ...figure.source, cell: `H${index + 2}` } })),
  ]);
  return dataset({}, { series: Object.fromEntries(placed) as Dataset["series"] });
}

/** The figures the tables of cases speak of. */
export const DATA = datasetWith({
  W03: { 2020: "12.47", 2024: "0", 2025: "16.04" },
  W04: { 2020: "92.99", 2021: "93.28", 2024: "94.52", 2025: "94.88" },
  W09: { 2020: "88.9", 2025: "90.3" },
  W10: { 2025: "1" },
  "W22.1": { 2020: "28.13", 2025: "30.08" },
  "W22.2": { 2025: "24.24" },
  W33: { 2020: "95.6", 2024: "95.06", 2025: "94.72" },
  W34: { 2020: "94.1", 2025: "96.75" },
  W35: { 2020: "5.12", 2025: "6.08" },
  W40: { 2020: "109.62", 2025: "108.49" },
  W41: { 2025: "1.6" },
  C02: { 2020: "2.37", 2025: "2.25" },
  C08: { 2020: "92.15", 2025: "94.72" },
});

/** Codes with the text at their place, of a mid-term section holding `text` alone. */
export function slips(text: string, plan: Plan = women, dataset = DATA, year = 2025): string[] {
  const parsed = parseNarrative(FILE, `# 原因分析\n\n${text}\n`, everySlot(plan));
  const reading = partOf(parsed, slotsFor("midterm", plan), everySlot(plan));
  return checkProse(reading, plan, dataset, year).issues.map(({ code, where }) => {
    const line = parsed.source.lines[(where?.line ?? 0) - 1] ?? "";
    return `${code.replace("narrative/", "")} ${line.slice((where?.column ?? 1) - 1, (where?.column ?? 1) + 3)}`;
  });
}
