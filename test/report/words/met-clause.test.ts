import { expect, it } from "vitest";
import type { Target } from "../../../src/plan/plan.js";
import { factsOf } from "../../../src/report/row-facts.js";
import { verdictText } from "../../../src/report/words/rules/rule-words.js";
import { verdictOf } from "../../../src/report/words/rules/rules.js";
import { scorePlan } from "../../../src/score/score.js";
import { decimal } from "../../../src/terms/decimal.js";
import { atLeast, below, dataset, plan, row, unbounded, type Values } from "../../score/builder.js";

const threshold = (kind: "above" | "atMost", value: string): Target => ({
  kind,
  value: decimal(value),
  text: "",
});

/** As plans word it that hold a figure: 控制在12%以内. */
const within = (value: string): Target => ({ ...threshold("atMost", value), text: `控制在${value}%以内` });

/** A target that is met, kept from the baseline on, reached since, or only at the plan's end. */
const CASES: readonly [Target, Values, year: number, says: string][] = [
  [threshold("atMost", "12"), { 2020: "11", 2025: "10" }, 2025, "继续保持在12%以下"],
  [threshold("atMost", "12"), { 2020: "13", 2025: "12" }, 2025, "达到12%以下的目标"],
  [threshold("atMost", "12"), { 2020: "13", 2030: "12" }, 2030, "实现12%以下的目标"],
  [within("12"), { 2020: "11", 2025: "10" }, 2025, "继续保持在12%以内"],
  [within("12"), { 2020: "13", 2025: "12" }, 2025, "达到12%以内的目标"],
  [below("12"), { 2020: "11", 2025: "10" }, 2025, "继续低于12%的目标"],
  [below("12"), { 2020: "13", 2025: "10" }, 2025, "低于12%的目标"],
  [below("12"), { 2020: "13", 2030: "10" }, 2030, "实现低于12%的目标"],
  [atLeast("94"), { 2020: "95", 2025: "96" }, 2025, "继续达到94%的目标"],
  [atLeast("94"), { 2020: "90", 2025: "96" }, 2025, "提前达到94%的目标"],
  [threshold("above", "100"), { 2020: "130", 2025: "132" }, 2025, "继续高于100%的目标"],
  [threshold("above", "100"), { 2020: "99", 2030: "101" }, 2030, "实现高于100%的目标"],
];

it.each(CASES)("says how a figure stands to a target it meets %#", (target, values, year, says) => {
  const own = plan([row(target, unbounded)]);
  const [scored] = scorePlan(own, dataset({ W01: values }), year).rows;
  expect(verdictText(verdictOf(factsOf(scored!, own)))).toBe(says);
});
