import { traitsOf } from "../../../plan/target-kinds.js";
import type { Plan, Topic } from "../../../plan/plan.js";
import { meets } from "../../../score/goal.js";
import { pointsOf, yearsOf } from "../../../score/methods/steps.js";
import type { ScoredIndicator, ScoredRow } from "../../../score/scorecard.js";
import { STATUS } from "../../../terms/status.js";
import { factsOf, isJudged, toldOf, type JudgedFacts } from "../../row-facts.js";
import { hasHardlyMoved } from "../../since-baseline.js";
import { unitOf } from "../../../terms/unit.js";
import { verbOf } from "../change.js";
import { headingName, statusSaid } from "../labels.js";
import { metSince } from "../met-years.js";
import { figure } from "../number.js";

/** A topic and its rows. */
interface Told {
  topic: Topic;
  plan: Plan;
  rows: readonly ScoredRow[];
}

/** The one row that a topic is about, where it is judged by a figure of its own; null for topics of several. */
export function onlyRow({ rows, plan }: Omit<Told, "topic">): JudgedFacts | null {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0 || !STATUS[row.status].judged) return null;
  const [told, ...more] = toldOf(row);
  const facts = told === undefined || more.length > 0 ? null : factsOf(told, plan);
  return facts !== null && isJudged(facts) ? facts : null;
}

/** A topic of one row is headed with that row's course: its field has more to it than one figure tells. */
export function onlyRowWords(told: Told): string {
  const facts = onlyRow(told);
  const [row] = told.rows;
  if (facts === null || row === undefined) return "";
  const name = headingName(row.row) ?? `${told.topic.name}指标`;
  const said = COURSES.find(({ holds }) => holds(facts))?.says(facts) ?? statusSaid(row.status, facts.final);
  return `${name}${said}`;
}

interface Course {
  holds: (facts: JudgedFacts) => boolean;
  says: (facts: JudgedFacts) => string;
}

/** The first that holds; the status where none does. */
const COURSES: readonly Course[] = [
  { holds: isOneSided, says: ({ scored }) => `${wasOneSided(scored)}${isAbove(scored) ? "偏高" : "偏低"}` },
  {
    holds: ({ scored }) => isWell(scored) && isFull(scored),
    says: ({ scored, scale }) => `保持${figure({ ...scale, decimals: 0 }, scored.value)}`,
  },
  { holds: (facts) => isMet(facts) && facts.final, says: () => "实现目标" },
  { holds: (facts) => isMet(facts), says: ({ scored }) => (metSince(scored) === null ? "达标" : "保持达标") },
  { holds: (facts) => isWell(facts.scored) && isBetter(facts), says: betterWords },
  {
    holds: ({ scored }) => isWell(scored) && scored.rule === "level",
    says: ({ plan }) => `符合${plan.terms.plan}要求`,
  },
  { holds: ({ scored }) => isWell(scored), says: () => "进展顺利" },
];

type Scored = JudgedFacts["scored"];

function isWell({ status }: Scored): boolean {
  return status === "achieved" || status === "onTrack";
}

/** Its figure, or its balance, is reached. */
function isMet({ scored }: JudgedFacts): boolean {
  return scored.status === "achieved" && traitsOf(scored.indicator.target).class !== "directional";
}

/** Out of balance before the plan's last year, which says 未实现 outright. */
function isOneSided({ scored, final }: JudgedFacts): boolean {
  const { goal, value } = scored;
  return !final && traitsOf(scored.indicator.target).pairedCounts && goal !== null && !meets(goal, value);
}

function isAbove({ goal, value }: Scored): boolean {
  return goal?.high != null && value.gt(goal.high);
}

/** 仍然: it was so at the baseline, too. */
function wasOneSided(scored: Scored): string {
  const { baseline } = scored;
  return baseline !== null && isAbove(scored) === isAbove({ ...scored, value: baseline.value }) ? "仍然" : "";
}

/** 100% this year and the year before. */
function isFull({ value, previous, indicator: { unit, range, target } }: Scored): boolean {
  const full =
    unitOf(unit).kind === "rate" && traitsOf(target).better === "up" && range.max?.eq(value) === true;
  return full && previous !== null && previous.value.eq(value);
}

/** Whether its course can be seen: a single step shows no steadiness. */
export function isSeen(scored: Pick<ScoredIndicator, "baseline" | "series">): boolean {
  return pointsOf(scored).length > 2;
}

/** Better than at the baseline by more than a trifle; of what is neither, no way is better. */
function isBetter({ scored, plan }: JudgedFacts): boolean {
  const { baseline, value, year } = scored;
  const { better } = traitsOf(scored.indicator.target);
  if (baseline === null || baseline.year >= year || better === "neither") return false;
  const moved = better === "up" ? value.gt(baseline.value) : value.lt(baseline.value);
  return moved && !hasHardlyMoved(scored, plan);
}

/** 稳步提高 with every year better than or level with the one before, and better more than once; 有所降低; 低于2020年水平 of one that has just been worse. */
function betterWords({ scored }: JudgedFacts): string {
  const way = traitsOf(scored.indicator.target).better === "up" ? "up" : "down";
  const { worsened, improved } = yearsOf(scored);
  const [last] = [...worsened, ...improved].sort((a, b) => b - a);
  const verb = verbOf(scored.indicator, way);
  if (worsened.includes(scored.year))
    return `${way === "up" ? "高于" : "低于"}${scored.baseline?.year}年水平`;
  const steady = worsened.length === 0 && last === scored.year && isSeen(scored);
  return `${steady ? "稳步" : "有所"}${verb}`;
}
