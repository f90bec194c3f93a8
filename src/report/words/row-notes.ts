import type { Judged } from "../../plan/plan.js";
import { spanOf, traitsOf } from "../../plan/target-kinds.js";
import type { Dataset } from "../../data/dataset.js";
import { holdsGoal } from "../../score/goal.js";
import type { Flag, Interval, JudgedIndicator } from "../../score/scorecard.js";
import { shownStep } from "../../terms/decimal.js";
import { amountIn } from "./goal-text.js";
import { isNearTheLine } from "./near-the-line.js";
import { figure } from "./number.js";
import type { JudgedFacts } from "../row-facts.js";

/** A clause that some rows need beside value, change and verdict; "" where it does not apply. */
type RowNote = (facts: JudgedFacts, dataset: Dataset) => string;

/** What a reader must know to weigh the figure, in reading order. A new flag is a new entry. */
const NOTES: readonly RowNote[] = [
  fellBack,
  districtFigureOnly,
  failingSites,
  partialSites,
  partialYears,
  nearTheLine,
  fallbackBaseline,
  doubtfulBaseline,
  interval,
  singlePoint,
  revisions,
];

export function rowNotes(facts: JudgedFacts, dataset: Dataset): string[] {
  return NOTES.map((note) => note(facts, dataset)).filter((clause) => clause !== "");
}

function has({ scored }: JudgedFacts, flag: Flag): boolean {
  return scored.flags.includes(flag);
}

function fellBack(facts: JudgedFacts): string {
  return has(facts, "fellBack") && facts.scored.rule !== "lostTarget" ? "此前年份曾达标，现已回落" : "";
}

function districtFigureOnly({ scored }: JudgedFacts): string {
  const { sites } = traitsOf(scored.indicator.target);
  if (sites === null || scored.groups !== null) return "";
  return `未报送分${sites.grouping}数据，按全区数据判定`;
}

/** All failing sites stand in the 数据报表; a sentence of more than these cannot be read aloud. */
const MOST_SITES_NAMED = 10;

function failingSites({ scored }: JudgedFacts): string {
  const failing = scored.groups?.failing ?? [];
  if (failing.length === 0) return "";
  const names = failing.slice(0, MOST_SITES_NAMED).map(({ group }) => group);
  const rest = failing.length > names.length ? `等${failing.length}个` : "";
  return `${names.join("、")}${rest}未达标`;
}

function partialSites({ scored }: JudgedFacts): string {
  const { groups, indicator } = scored;
  if (groups === null || groups.expected === null || groups.reported === groups.expected) return "";
  return `有数据的${groupingOf(indicator)}为${groups.reported}/${groups.expected}个`;
}

/** 镇街, 机构: what the sites of a row are. */
export function groupingOf({ target }: Judged): string {
  return traitsOf(target).sites?.grouping ?? "单位";
}

function partialYears(facts: JudgedFacts): string {
  const yearly = traitsOf(facts.scored.indicator.target).direction?.against === "eachYear";
  return yearly && has(facts, "partial") ? "其间个别年份缺数据" : "";
}

/** Within one step of the last digit shown. */
function nearTheLine(facts: JudgedFacts): string {
  const { status, indicator } = facts.scored;
  if (!isNearTheLine(facts)) return "";
  if (onTheLine(facts)) return status === "achieved" ? "恰好达到目标界限，没有余量" : "";
  const { decimals } = indicator;
  return `与目标界限相差不超过${amountIn({ ...facts.scale, decimals }, shownStep(decimals))}，处于临界状态`;
}

/** Exactly on a bound of the target; where that does not meet it, the gap says so. */
function onTheLine({ scored: { indicator, value } }: JudgedFacts): boolean {
  const span = spanOf(indicator.target);
  return [span?.low, span?.high].some((bound) => bound != null && value.eq(bound));
}

function fallbackBaseline(facts: JudgedFacts): string {
  const { baseline, progress, indicator } = facts.scored;
  const counts = progress !== null || traitsOf(indicator.target).class === "directional";
  return baseline !== null && counts && judgedBy(facts, "baselineFallback")
    ? `以${baseline.year}年为基期评价`
    : "";
}

function doubtfulBaseline(facts: JudgedFacts): string {
  if (!judgedBy(facts, "doubtfulBaseline")) return "";
  return facts.scored.status === "achieved" ? "基期数据存疑" : "基期数据存疑，进度评价仅供参考";
}

/** A baseline says nothing about a row that is not judged. */
function judgedBy(facts: JudgedFacts, flag: Flag): boolean {
  return has(facts, flag) && facts.scored.baseline !== null && facts.scored.status !== "observed";
}

/** Where few events are counted, chance weighs on the verdict, or boys and girls are set against each other; all intervals stand in the 数据质量核查. */
function interval(facts: JudgedFacts): string {
  const { scored, scale } = facts;
  if (scored.rate === null || !isWeighed(facts)) return "";
  const { interval: bounds, pooled } = scored.rate;
  const holdsTarget = holdsMissedGoal(scored, bounds) ? "，包含目标值" : "";
  const years =
    pooled === null ? "" : `，${pooled.years[0]}—${pooled.years.at(-1)}年合并为${figure(scale, pooled.rate)}`;
  return `95%置信区间为${figure(scale, bounds.low)}—${figure(scale, bounds.high)}${holdsTarget}${years}`;
}

function holdsMissedGoal(scored: JudgedIndicator, bounds: Interval): boolean {
  const { goal, status, indicator } = scored;
  const missed = traitsOf(indicator.target).pairedCounts && status !== "achieved";
  return isCapped(scored) || (missed && goal !== null && holdsGoal(bounds, goal));
}

function isWeighed(facts: JudgedFacts): boolean {
  const { scored } = facts;
  const { pairedCounts } = traitsOf(scored.indicator.target);
  return isCapped(scored) || has(facts, "smallNumbers") || pairedCounts;
}

function isCapped(scored: JudgedIndicator): boolean {
  return "alertCap" in scored && scored.alertCap === "interval";
}

function singlePoint(facts: JudgedFacts): string {
  return has(facts, "singlePoint") ? `目前仅有${facts.scored.year}年数据` : "";
}

function revisions(facts: JudgedFacts, dataset: Dataset): string {
  const { scored, scale } = facts;
  return dataset.revisions
    .filter(({ indicator, year }) => indicator === scored.id && year <= scored.year)
    .map(
      (each) => `${each.year}年数据由${figure(scale, each.old.value)}修订为${figure(scale, each.new.value)}`,
    )
    .join("，");
}
