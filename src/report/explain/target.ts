import { TARGET_KINDS } from "../../plan/target-kinds.js";
import { natureName } from "../words/labels.js";
import { isRow, type RowFacts } from "../row-facts.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import type { Line } from "./explanation.js";
import { comparisonOf } from "./kind-comparisons.js";

/** 目标: the plan's own wording, and what the machine makes of it. */
export function targetLines(facts: RowFacts): Line[] {
  const { scored, plan } = facts;
  const { target, notes } = scored.indicator;
  return [
    { label: "目标原文", text: `${target.text}（${plan.period.end}年）` },
    { label: "判定形式", text: `${TARGET_KINDS[target.kind].label}，${comparisonOf(facts)}` },
    ...natureLine(scored),
    ...notes.map((text) => ({ label: `${plan.terms.plan}备注`, text })),
  ];
}

function natureLine(scored: ScoredIndicator | ScoredRow): Line[] {
  if (!isRow(scored)) return [];
  const { nature, reporters } = scored.row;
  const head = reporters.confirmed ? "责任单位" : "建议责任单位";
  const named = reporters.names.length === 0 ? [] : [{ label: head, text: reportersText(reporters) }];
  const told = nature === null ? [] : [{ label: "属性", text: natureName(nature) }];
  return [...told, ...named];
}

function reportersText({ names, confirmed }: ScoredRow["row"]["reporters"]): string {
  return `${names.join("、")}${confirmed ? "" : "（待确认）"}`;
}
