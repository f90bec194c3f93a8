import { traitsOf } from "../../plan/target-kinds.js";
import { judgedChange, type Change } from "./change.js";
import { cited } from "./cited.js";
import { isTrueToShown, withoutIdleZeros } from "./idle-zeros.js";
import { figure, levelText, WITHHELD_WORDS } from "./number.js";
import type { JudgedFacts, RowFacts } from "../row-facts.js";
import { fewEvents, lostText } from "./row-notes.js";
import { standingText, type Verdict } from "./rules/rule-words.js";
import { verdictOf } from "./rules/rules.js";
import { isListable, nameList, sentence } from "./wording.js";

/** What is said of one indicator, in parts: neighbours whose parts match share a sentence. */
export interface Said {
  name: string;
  value: string;
  unit: string;
  /** Whether a figure that is shown as a whole number is one. */
  trueToShown: boolean;
  changes: readonly Change[];
  /** 五年来逐年提高; "" where the years are no matter. */
  course: string;
  verdict: Verdict;
  /** Clauses that some rows need besides; none is empty. */
  notes: readonly string[];
  /** What is said of another year's figure, by itself; "" for nothing. */
  aside: string;
  /** How the figure is to be weighed, after all that is said of it; "" where it needs no weighing. */
  caution: string;
}

/** Everything said of a row that has a value, in the year's report: against the year before. */
export function saidOf(facts: JudgedFacts): Said {
  const { scored, scale } = facts;
  const changes = changesOf(facts);
  return {
    name: scored.indicator.name,
    value: cited(levelText(scale, scored.value), scored.id, scored.year),
    unit: scale.unit,
    trueToShown: isTrueToShown(facts),
    changes,
    course: "",
    verdict: verdictOf(facts),
    notes: [lostText(facts)].filter((clause) => clause !== ""),
    aside: "",
    caution: fewEvents(facts, changes),
  };
}

export function saidText(said: Said): string {
  const { verdict, course, notes } = said;
  const told = sentence([...figureClauses(said), course, standingText(verdict), ...notes, verdict.end]);
  const more = [said.aside, said.caution].filter((clause) => clause !== "").map((clause) => `；${clause}`);
  return more.length === 0 ? told : told.replace(/。$/u, `${more.join("")}。`);
}

/** Figure and changes. A change told as from level to level already holds the figure. */
function figureClauses({ name, value, changes, verdict }: Said): string[] {
  const [first, ...others] = changes;
  if (first === undefined) return [`${name}为${value}`];
  if (changes.length > 1 && changes.every(({ kind }) => kind === "level")) {
    return [`${name}为${value}`, `与${changes.map(({ year }) => `${year}年`).join("、")}均持平`];
  }
  const later = others.map(({ also }) => (runsAgainst({ changes, verdict }) ? `但${also}` : also));
  return first.kind === "told"
    ? [`${name}${first.said}`, ...later]
    : [`${name}为${value}`, first.said, ...later];
}

/**
 * Better than in one year and worse than in the other: the second comparison, which the verdict rests on, says 但. A verdict
 * that says it itself needs none before it.
 */
export function runsAgainst({ changes, verdict }: Pick<Said, "changes" | "verdict">): boolean {
  const moved = changes.every(({ kind }) => kind === "moved" || kind === "told");
  const ways = new Set(changes.map(({ direction }) => direction));
  return moved && ways.size > 1 && !verdict.lead.startsWith("但");
}

/** 女性平均受教育年限（最近一次为2023年的12.10年）、…缺2025年数据。 "" for no rows. */
export function missingSentence(rows: readonly RowFacts[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const named = rows.map((facts) => {
    const { name } = facts.scored.indicator;
    return `${isListable(name) ? name : `“${name}”`}${latestText(facts)}`;
  });
  return rows.length > 1
    ? sentence([`${named.join("、")}${lacks(first)}`])
    : sentence([`${lackText(first)}${latestText(first)}`]);
}

/** 女性平均受教育年限缺2025年数据 */
export function lackText(facts: RowFacts): string {
  return `${facts.scored.indicator.name}${lacks(facts)}`;
}

function lacks({ scored }: RowFacts): string {
  return `缺${scored.year}年数据`;
}

/**
 * 新生儿死亡率、儿童自杀率涉及人数较少，不公布具体数值。 A row whose figure may be told, but not what came before:
 * 孕产妇死亡率为0.00/10万，以往年份涉及人数较少，不作比较。 "" for no rows.
 */
export function withheldSentence(rows: readonly RowFacts[]): string {
  const nowOf = ({ scored }: RowFacts) => scored.series.find(({ year }) => year === scored.year);
  const untold = rows.filter((facts) => nowOf(facts) === undefined);
  const names = untold.map(({ scored: { indicator } }) => indicator.name);
  const told = rows.flatMap((facts) => {
    const now = nowOf(facts);
    const { indicator, id } = facts.scored;
    if (now === undefined) return [];
    const value = cited(figure(facts.scale, now.value), id, now.year);
    return [sentence([`${indicator.name}为${value}`, "以往年份涉及人数较少，不作比较"])];
  });
  return [...told, names.length === 0 ? "" : sentence([`${nameList(names)}${WITHHELD_WORDS}`])].join("");
}

/**
 * 女职工职业病发病率最近一次数据为2023年的0.0351%; of several 最近一次数据，甲为2023年的…，乙为2024年的…。 Of rows of which has just been
 * said that they have none; "" for no rows.
 */
export function latestSentence(rows: readonly RowFacts[]): string {
  const known = rows.flatMap((facts) => {
    const last = lastFigure(facts);
    return last === "" ? [] : [{ name: facts.scored.indicator.name, last: `为${last}` }];
  });
  const never = rows.filter(({ scored }) => scored.previous === null);
  const [only, ...others] = known;
  const lasts = known.map(({ name, last }) => `${name}${last}`);
  return sentence([
    only !== undefined && others.length === 0 ? `${only.name}最近一次数据${only.last}` : "",
    ...(others.length === 0 ? [] : ["最近一次数据", ...lasts]),
    never.length === 0 ? "" : `${nameList(never.map(({ scored }) => scored.indicator.name))}尚无数据`,
  ]);
}

/** （最近一次为2023年的12.10年）; "" where there never were data. */
function latestText(facts: RowFacts): string {
  const last = lastFigure(facts);
  return last === "" ? "" : `（最近一次为${last}）`;
}

/** 2023年的12.10年; "" where there never were data. */
function lastFigure(facts: RowFacts): string {
  const { scored, scale } = facts;
  const { id, previous } = scored;
  if (previous === null) return "";
  return `${previous.year}年的${withoutIdleZeros(cited(figure(scale, previous.value), id, previous.year), facts)}`;
}

/**
 * Against last year; against the baseline too, where the row is judged by it or has moved away from its target since. What
 * the verdict rests on comes last.
 */
function changesOf({ scored, scale }: JudgedFacts): Change[] {
  const { previous, baseline, indicator } = scored;
  const bases = previous === null ? [] : [previous];
  const matters = traitsOf(indicator.target).class === "directional" || isBackward(scored);
  const compared = matters && baseline !== null && baseline.year < scored.year;
  if (compared && baseline.year !== previous?.year) bases.push(baseline);
  const told = scored.rule === "belowLastYear" ? bases.reverse() : bases;
  return told.map((base) => judgedChange(scored, scale, base));
}

/** Farther from the target than it was at the baseline. */
function isBackward({ progress, rule, flags }: JudgedFacts["scored"]): boolean {
  return rule === "pace" && progress.made.lt(0) && !flags.includes("smallNumbers");
}
