import { pointsOf } from "../../../score/methods/steps.js";
import { amountSince, judgedChange, type Change } from "../../words/change.js";
import type { JudgedFacts } from "../../row-facts.js";
import { fewEvents } from "../../words/row-notes.js";
import { saidOf, type Said } from "../../words/row-sentence.js";
import { slidBack } from "../../words/rules/directions.js";
import { joined, shared, type Verdict } from "../../words/rules/rule-words.js";
import { belowStartText, courseOf, recoveryText, turnsText, type Course } from "./course-text.js";
import { paceText } from "./pace-text.js";

/**
 * What the years say of a row, in parts: against its baseline, its course where that says something, and the pace
 * it needs where it is behind: 适龄妇女宫颈癌人群筛查率为52.94%，比2020年提高11.64个百分点，五年来逐年提高，
 * 距70%的目标还差17.06个百分点，到2030年需年均提高3.41个百分点，近五年年均提高2.33个百分点。
 */
export function seriesSaid(facts: JudgedFacts): Said {
  const said = saidOf(facts);
  const course = courseOf(facts);
  const told = courseSaid(course, said.verdict, facts);
  const pace = [told.reservation, paceText(facts)].filter((clause) => clause !== "");
  const changes = changesOf(facts);
  const caution = fewEvents(facts, changes);
  return {
    ...said,
    verdict: told.verdict,
    changes,
    course: told.before,
    notes: [...pace, ...said.notes],
    caution,
  };
}

/** A course around the verdict: what comes before it, and what is held against it. */
interface CourseSaid {
  before: string;
  verdict: Verdict;
  reservation: string;
}

/**
 * What a target is kept in spite of comes behind the verdict while the plan runs (…，符合“提高”的目标要求，但比2024年减少4人), and
 * before it when the plan has ended and all is the past (2027年曾有回落，2030年实现94%的目标). What misses its target is told by its
 * course, then by its gap.
 */
function courseSaid(course: Course, verdict: Verdict, facts: JudgedFacts): CourseSaid {
  const plain: CourseSaid = { before: "", verdict, reservation: "" };
  const end = slidBack(facts);
  switch (course.kind) {
    case "none":
      return { ...plain, before: end };
    case "steady":
      return { ...plain, before: joined(course.text, end) };
    case "inBand":
      // The course has named the figure that the target is about.
      return { ...plain, before: course.text, verdict: shared("符合目标要求") };
    case "recovering":
      return { ...plain, reservation: `但${recoveryText(facts, course.times)}` };
    case "belowStart":
      return belowStartSaid(course.years, plain, facts);
    case "turned":
      return verdict.alone ? onTheWay(course, plain, facts) : inSpiteOf(course, plain, facts);
  }
}

function belowStartSaid(years: readonly number[], plain: CourseSaid, facts: JudgedFacts): CourseSaid {
  const text = belowStartText(years, facts.scored);
  if (!facts.final) return { ...plain, reservation: `但${text}` };
  const reached = shared(`实现“${facts.scored.indicator.target.text}”的目标`);
  return { ...plain, before: text, verdict: { ...reached, year: `${facts.scored.year}年` } };
}

type Turned = Extract<Course, { kind: "turned" }>;

/** 其间2022年有所回落，2025年又比2024年下降0.30个百分点. */
function onTheWay({ years, now }: Turned, plain: CourseSaid, facts: JudgedFacts): CourseSaid {
  const { scored } = facts;
  const way = years.length === 0 ? "" : `其间${turnsText(years, scored, "有所")}`;
  const again = way === "" ? "但" : `${scored.year}年又`;
  const last = now ? `${again}${stepText(scored.year, facts)}` : slidBack(facts).replace(/^但/u, again);
  return { ...plain, before: joined(way, last) };
}

function inSpiteOf({ years, now }: Turned, plain: CourseSaid, facts: JudgedFacts): CourseSaid {
  const { scored, final } = facts;
  if (final && !now) {
    const verdict = { ...plain.verdict, year: `${scored.year}年` };
    return { ...plain, before: turnsText(years, scored, "曾有"), verdict };
  }
  const [year, ...others] = years;
  const last = now ? stepText(scored.year, facts) : "";
  if (year === undefined) return { ...plain, reservation: `但${last}` };
  if (last !== "")
    return { ...plain, reservation: `但${turnsText(years, scored, "曾有")}，${scored.year}年又${last}` };
  const way = others.length === 0 ? `${year}年曾${stepText(year, facts)}` : turnsText(years, scored, "曾有");
  return { ...plain, reservation: `但${way}` };
}

/** 比2024年减少4人: from the figure before to that of `year`. */
function stepText(year: number, { scored, scale }: JudgedFacts): string {
  const points = pointsOf(scored);
  const at = points.findIndex((point) => point.year === year);
  const [before, after] = [points[at - 1]!, points[at]!];
  return amountSince({ ...scored, year, value: after.value, rate: null }, scale, before).said;
}

/** Against the baseline; against the year before where there is none. */
function changesOf({ scored, scale }: JudgedFacts): Change[] {
  const { baseline, previous, year } = scored;
  const base = baseline !== null && baseline.year < year ? baseline : previous;
  return base === null ? [] : [judgedChange(scored, scale, base)];
}
