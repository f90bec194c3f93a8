import { readFileSync } from "node:fs";
import path from "node:path";
import { loadPlan } from "../../src/plan/load.js";
import type { Plan } from "../../src/plan/plan.js";

/** The two plans of 永川府发〔2022〕20号 as they are shipped: names and units are those that will be printed. */
export const women = shipped("women");
export const children = shipped("children");

function shipped(id: string): Plan {
  const file = path.join(import.meta.dirname, `../../plans/${id}.yaml`);
  const { plan, issues } = loadPlan(`plans/${id}.yaml`, readFileSync(file, "utf8"));
  if (plan === null || issues.length > 0) throw new Error(`plans/${id}.yaml has findings`);
  return plan;
}
