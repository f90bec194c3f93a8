import { traitsOf } from "../../plan/target-kinds.js";
import type { Dataset } from "../../data/dataset.js";
import type { ScoredRow } from "../../score/scorecard.js";
import { changeSince, type Change } from "./change.js";
import { copulaOf } from "./copula.js";
import { figure } from "./number.js";
import { factsOf, isJudged, type Matter, type JudgedFacts, type RowFacts, toldOf } from "../row-facts.js";
import { rowNotes } from "./row-notes.js";
import { verdictText, type Verdict } from "./rules/rule-words.js";
import { verdictOf } from "./rules/rules.js";
import { sentence } from "./wording.js";

/** What is said of one indicator, in parts: neighbours whose parts match share a sentence. */
export interface Said {
  name: string;
  /** 为94.12%, 最低的镇街为98.20% */
  copula: string;
  value: string;
  unit: string;
  changes: readonly Change[];
  verdict: Verdict;
  notes: readonly string[];
}

/** Everything said of a row that has a value. */
export function saidOf(facts: JudgedFacts, dataset: Dataset): Said {
  const { scored, scale } = facts;
  return {
    name: scored.indicator.name,
    copula: copulaOf(scored),
    value: figure(scale, scored.value),
    unit: scale.unit,
    changes: changesOf(facts),
    verdict: verdictOf(facts),
    notes: rowNotes(facts, dataset),
  };
}

export function saidText(said: Said): string {
  return sentence([...figureClauses(said), verdictText(said.verdict), ...said.notes]);
}

/** Figure and changes. A change told as from level to level already holds the figure. */
function figureClauses({ name, copula, value, changes }: Said): string[] {
  const [first, ...others] = changes;
  if (first === undefined) return [`${name}${copula}${value}`];
  if (changes.length > 1 && changes.every(({ kind }) => kind === "level")) {
    return [`${name}${copula}${value}`, `与${changes.map(({ year }) => `${year}年`).join("、")}均持平`];
  }
  const later = others.map(({ also }) => also);
  return first.kind === "told"
    ? [`${name}${first.said}`, ...later]
    : [`${name}${copula}${value}`, first.said, ...later];
}

/**
 * The sentence of a row: 孕产妇系统管理率为94.12%，比2024年提高0.32个百分点，提前达到2030年目标值（≥94%）。
 * A compound row is told part by part.
 */
export function rowSentence(row: ScoredRow, { scorecard, dataset }: Matter): string {
  const told = toldOf(row);
  return told.map((each) => indicatorSentence(factsOf(each, scorecard.plan), dataset)).join("");
}

function indicatorSentence(facts: RowFacts, dataset: Dataset): string {
  return isJudged(facts) ? saidText(saidOf(facts, dataset)) : missingSentence(facts);
}

/** 女性平均受教育年限缺2025年数据（最近一次为2023年的12.10年）。 */
export function missingSentence({ scored, scale }: RowFacts): string {
  const { previous, indicator, year } = scored;
  const latest =
    previous === null ? "" : `（最近一次为${previous.year}年的${figure(scale, previous.value)}）`;
  return sentence([`${indicator.name}缺${year}年数据${latest}`]);
}

/** Against last year; a directional row also against its baseline, which is what it is judged by. */
function changesOf({ scored, scale }: JudgedFacts): Change[] {
  const { previous, baseline, indicator } = scored;
  const bases = previous === null ? [] : [previous];
  const judgedByBaseline =
    traitsOf(indicator.target).class === "directional" && baseline !== null && baseline.year < scored.year;
  if (judgedByBaseline && baseline.year !== previous?.year) bases.push(baseline);
  return bases.map((base) => changeSince(scored, scale, base));
}
