import type { Dataset } from "../../data/dataset.js";
import type { Issue } from "../../issues/issue.js";
import { domainNameOf } from "../../plan/lookup.js";
import type { Plan } from "../../plan/plan.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { reasonOf } from "../words/rules/rules.js";
import { factsOf, isRow, type RowFacts } from "../row-facts.js";
import { alertLines } from "./alert.js";
import { baselineLines } from "./baseline.js";
import { cellLines } from "./cells.js";
import type { Block, ExplainedIndicator, Explanation, Line, Topic } from "./explanation.js";
import { flagLines } from "./flags.js";
import { findingLines, gapLines, revisionLines } from "./history.js";
import { rateLines } from "./rate.js";
import { stepLines } from "./steps.js";
import { targetLines } from "./target.js";
import { turnLines, turnsOf } from "./turns.js";
import { STATUS, statusName } from "../../terms/status.js";

/**
 * What an explanation is made from: the plan and the data set the row was scored with, and the findings of
 * `readData`; those on the row's own cells are told, others are left out.
 */
export interface Evidence {
  plan: Plan;
  dataset: Dataset;
  issues: readonly Issue[];
}

/**
 * Explains a row of a `Scorecard`: from its cells over target, baseline and each step of the rule to its
 * status, and what would change that, in Chinese sentences and in figures. Figures are in the row's unit.
 * A compound row is explained part by part; `part` (an id such as W22.1) asks for one of them alone.
 * Pure, and JSON-serialisable; the thresholds it tells are those of the plan's `method`.
 */
export function explainRow(row: ScoredRow, evidence: Evidence, part: string | null = null): Explanation {
  const { plan } = evidence;
  const parts = row.parts.filter(({ id }) => part === null || id === part);
  return {
    schemaVersion: 1,
    row: row.id,
    year: row.year,
    plan: { id: plan.id, title: plan.title },
    domain: domainNameOf(plan, row.row.domain),
    nature: row.row.nature,
    alert: row.alert,
    alertCap: row.alertCap,
    ...explainIndicator(row, evidence),
    parts: parts.map((each) => explainIndicator(each, evidence)),
  };
}

const HEADINGS: Record<Topic, string> = {
  cells: "数据出处",
  rate: "分子分母",
  target: "目标",
  baseline: "基期",
  steps: "判定过程",
  flags: "标记",
  alert: "预警",
  turns: "怎样改变状态",
  gaps: STATUS.noData.name,
  revisions: "修订",
  findings: "核查发现",
};

type Teller = (facts: RowFacts, evidence: Evidence, turns: ExplainedIndicator["turns"]) => Line[];

/** One entry per topic; a topic without lines is left out. A compound row has no figures of its own. */
const TELLERS: readonly { topic: Topic; compound: boolean; tell: Teller }[] = [
  { topic: "cells", compound: false, tell: (facts, { dataset }) => cellLines(facts, dataset) },
  { topic: "rate", compound: false, tell: rateLines },
  { topic: "target", compound: true, tell: targetLines },
  { topic: "baseline", compound: false, tell: (facts, { dataset }) => baselineLines(facts, dataset) },
  { topic: "steps", compound: true, tell: (facts, { dataset }) => stepLines(facts, dataset) },
  { topic: "flags", compound: true, tell: (facts, { dataset }) => flagLines(facts, dataset) },
  { topic: "alert", compound: true, tell: ownAlert },
  { topic: "turns", compound: false, tell: (facts, _, turns) => turnLines(turns, facts) },
  { topic: "gaps", compound: false, tell: (facts, { dataset }) => gapLines(facts, dataset) },
  { topic: "revisions", compound: false, tell: (facts, { dataset }) => revisionLines(facts, dataset) },
  {
    topic: "findings",
    compound: true,
    tell: (facts, { dataset, issues }) => findingLines(facts, dataset, issues),
  },
];

function explainIndicator(scored: ScoredIndicator | ScoredRow, evidence: Evidence): ExplainedIndicator {
  const facts = factsOf(scored, evidence.plan);
  const compound = isRow(scored) && scored.parts.length > 0;
  const turns = compound ? [] : turnsOf(facts, evidence.dataset);
  return {
    id: scored.id,
    name: scored.indicator.name,
    unit: scored.indicator.unit,
    value: scored.value?.toNumber() ?? null,
    status: scored.status,
    statusName: statusName(scored.status, facts.final),
    flags: scored.flags,
    reason: reasonOf(scored, evidence.plan),
    blocks: TELLERS.filter((each) => each.compound || !compound)
      .map(({ topic, tell }): Block => ({
        topic,
        heading: HEADINGS[topic],
        lines: tell(facts, evidence, turns),
      }))
      .filter(({ lines }) => lines.length > 0),
    turns,
  };
}

/** Alerts stand on rows; a part has none of its own. */
function ownAlert(facts: RowFacts): Line[] {
  return isRow(facts.scored) ? alertLines(facts.scored, facts) : [];
}
