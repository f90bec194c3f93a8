import type { Dataset } from "../../../data/dataset.js";
import type { ScoredRow } from "../../../score/scorecard.js";
import { changeSince, type Change } from "../../words/change.js";
import { factsOf, isJudged, type Matter, type JudgedFacts, type RowFacts, toldOf } from "../../row-facts.js";
import { missingSentence, saidOf, saidText } from "../../words/row-sentence.js";
import { paceText } from "./pace-text.js";
import { yearsText } from "./years-text.js";

/**
 * What the years say of a row: 适龄妇女宫颈癌人群筛查率为52.94%，比2020年提高11.64个百分点，距2030年目标值（≥70%）还差
 * 17.06个百分点，进度慢于序时进度，其间改善5年，到2030年需年均提高3.41个百分点，近五年年均提高2.33个百分点。 A compound row
 * is told part by part.
 */
export function seriesSentence(row: ScoredRow, { scorecard, dataset }: Matter): string {
  const told = toldOf(row);
  return told.map((scored) => indicatorText(factsOf(scored, scorecard.plan), dataset)).join("");
}

function indicatorText(facts: RowFacts, dataset: Dataset): string {
  if (!isJudged(facts)) return missingSentence(facts);
  const said = saidOf(facts, dataset);
  const course = [yearsText(facts), paceText(facts)].filter((clause) => clause !== "");
  return saidText({ ...said, changes: changesOf(facts), notes: [...course, ...said.notes] });
}

/** Against the baseline; against the year before where there is none. */
function changesOf({ scored, scale }: JudgedFacts): Change[] {
  const { baseline, previous, year } = scored;
  const base = baseline !== null && baseline.year < year ? baseline : previous;
  return base === null ? [] : [changeSince(scored, scale, base)];
}
