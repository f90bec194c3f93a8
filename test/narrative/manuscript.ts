import { readFileSync } from "node:fs";
import type { Dataset, Observation, Series } from "../../src/data/dataset.js";
import { NO_MANIFEST } from "../../src/data/dataset.js";
import { decimal } from "../../src/terms/decimal.js";
import { lintNarrative } from "../../src/narrative/lint.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { narrativeOf } from "../../src/narrative/read.js";
import { everySlot, slotsFor } from "../../src/narrative/slots.js";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";

export const FILE = "narrative/women-2025.md";

export function shippedPlan(id: "women" | "children"): Plan {
  const file = `plans/${id}.yaml`;
  const { plan } = loadPlan(file, readFileSync(file, "utf8"));
  if (plan === null) throw new Error(`${file} has errors`);
  return plan;
}

export const women = shippedPlan("women");
export const children = shippedPlan("children");

/** A series from year and value pairs, in cells H2, H3, … of a made-up sheet. */
function series(indicator: string, values: Readonly<Record<number, string>>): Series {
  return Object.entries(values).map(([year, value], index): Observation => ({
    indicator,
    year: Number(year),
    value: decimal(value),
    display: value,
    source: { file: "监测数据.xlsx", sheet: "指标数据", cell: `H${index + 2}` },
    numerator: null,
    denominator: null,
    remark: "",
    dataSource: "",
    unit: "",
    formYear: 2025,
  }));
}

export function datasetWith(values: Readonly<Record<string, Readonly<Record<number, string>>>>): Dataset {
  return {
    manifest: NO_MANIFEST,
    inputs: [],
    series: Object.fromEntries(Object.entries(values).map(([id, years]) => [id, series(id, years)])),
    groups: [],
    progress: [],
    revisions: [],
    gaps: [],
    readerNotes: [],
    silenced: [],
  };
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
  const reading = narrativeOf(parsed, "midterm", slotsFor("midterm", plan));
  return lintNarrative(reading, plan, dataset, year).map(({ code, where }) => {
    const line = parsed.source.lines[(where?.line ?? 0) - 1] ?? "";
    return `${code.replace("narrative/", "")} ${line.slice((where?.column ?? 1) - 1, (where?.column ?? 1) + 3)}`;
  });
}
