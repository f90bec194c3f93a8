import { changeSince, type Change } from "../../words/change.js";
import type { JudgedFacts } from "../../row-facts.js";
import { fewEvents } from "../../words/row-notes.js";
import { saidOf, type Said } from "../../words/row-sentence.js";
import { slidBack } from "../../words/rules/directions.js";
import { joined, shared } from "../../words/rules/rule-words.js";
import { courseText, isInBand } from "./course-text.js";
import { paceText } from "./pace-text.js";

/**
 * What the years say of a row, in parts: against its baseline, its course where that says something, and the pace
 * it needs where it is behind: 适龄妇女宫颈癌人群筛查率为52.94%，比2020年提高11.64个百分点，五年来逐年提高，
 * 距70%的目标还差17.06个百分点，到2030年需年均提高3.41个百分点，近五年年均提高2.33个百分点。
 */
export function seriesSaid(facts: JudgedFacts): Said {
  const said = saidOf(facts);
  const course = courseWithEnd(courseText(facts), slidBack(facts), facts.scored.year);
  const pace = [paceText(facts)].filter((clause) => clause !== "");
  // The course has named the figure that the target is about.
  const verdict = isInBand(course) ? shared("符合目标要求") : said.verdict;
  const changes = changesOf(facts);
  const caution = fewEvents(facts, changes);
  return { ...said, verdict, changes, course, notes: [...pace, ...said.notes], caution };
}

/** 其间2023年有所回落，2030年又低于2029年水平; 但低于2029年水平 where nothing came before it. */
function courseWithEnd(course: string, end: string, year: number): string {
  if (course === "" || end === "") return `${course}${end}`;
  return joined(course, end.replace(/^但/u, `${year}年又`));
}

/** Against the baseline; against the year before where there is none. */
function changesOf({ scored, scale }: JudgedFacts): Change[] {
  const { baseline, previous, year } = scored;
  const base = baseline !== null && baseline.year < year ? baseline : previous;
  return base === null ? [] : [changeSince(scored, scale, base)];
}
