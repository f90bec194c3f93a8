import { traitsOf } from "../../plan/target-kinds.js";
import { edges } from "../../score/goal.js";
import type { GroupEvidence, ScoredIndicator, YearValue } from "../../score/scorecard.js";
import { groupBy } from "../../terms/group-by.js";
import { unitOf } from "../../terms/unit.js";
import { changeSince } from "./change.js";
import { cited, uncited } from "./cited.js";
import { goalFigure } from "./goal-text.js";
import { districtScale, figure } from "./number.js";
import { groupingOf } from "./row-notes.js";
import { joined } from "./rules/rule-words.js";
import type { JudgedFacts } from "../row-facts.js";

/** All failing sites stand in the 数据报表; a sentence of more than these cannot be read aloud. */
const MOST_SITES_NAMED = 5;
/** Those of which the same is said: their names alone. */
const MOST_ALIKE = 10;

/** The facts of a row that its sites are judged for. */
interface SiteFacts {
  facts: JudgedFacts;
  groups: GroupEvidence;
}

/** The earlier figure of the district that its figure of the year is compared with. */
export type DistrictBefore = (facts: JudgedFacts, series: readonly YearValue[]) => YearValue | undefined;

/** Against the year before. */
export const latestBefore: DistrictBefore = ({ scored }, series) =>
  series.findLast(({ year }) => year < scored.year);

/** Against the plan's baseline year, or the first since. */
export const sinceBeginning: DistrictBefore = ({ scored, plan }, series) =>
  series.find(({ year }) => year >= plan.period.baseline && year < scored.year);

/**
 * A row that every site must meet for itself:
 * 23个镇街中20个达到98%，松溉镇（97.33%）、红炉镇（97.86%）未达到；全区为98.90%，比2024年提高0.07个百分点。
 * Null where only the district's figure is known.
 */
export function siteSentence(facts: JudgedFacts, before: DistrictBefore): string | null {
  const { groups } = facts.scored;
  if (groups === null) return null;
  const own = { facts, groups };
  const told = joined(facts.scored.indicator.name, standing(own), failing(own));
  return `${[told, districtClause(own, before)].filter((text) => text !== "").join("；")}。`;
}

/** 23个镇街中20个达到98%; 有数据的3个镇街（共23个）均达到98%. */
function standing({ facts, groups }: SiteFacts): string {
  const { indicator } = facts.scored;
  const grouping = groupingOf(indicator);
  const { reported, expected } = groups;
  const partial = expected !== null && reported < expected;
  const sites = partial
    ? `有数据的${reported}个${grouping}（应有${expected}个）`
    : `${reported}个${grouping}`;
  const goal = goalFigure(facts);
  const missed = groups.failing.length;
  if (missed === 0) return `${sites}均达到${goal}${worst(facts)}`;
  return missed === reported ? `${sites}均未达到${goal}` : `${sites}中${reported - missed}个达到${goal}`;
}

/** The site farthest from the target, where none is named for missing it: （最低为98.10%）. */
function worst(facts: JudgedFacts): string {
  const { goal, value } = facts.scored;
  if (goal !== null && edges(goal).some((edge) => edge.eq(value))) return "";
  return `（${worstWord(facts)}为${cited(figure(facts.scale, facts.scored.value), facts.scored.id, facts.scored.year)}）`;
}

function worstWord({ scored: { indicator } }: JudgedFacts): string {
  const rate = unitOf(indicator.unit).kind === "rate";
  if (traitsOf(indicator.target).better === "down") return rate ? "最高" : "最多";
  return rate ? "最低" : "最少";
}

/** A site that misses the target, and its figure as it is shown. */
interface Missing {
  group: string;
  value: string;
}

/**
 * 松溉镇（97.33%）、红炉镇（97.86%）等3个未达到, the worst first; what is the same of several is said once: 松溉镇卫生院（0名）、五间镇
 * 卫生院、红炉镇卫生院（均为1名）未达到.
 */
function failing({ facts, groups }: SiteFacts): string {
  const told = groups.failing.map(({ group, value }) => ({ group, value: figure(facts.scale, value) }));
  const [first] = told;
  if (first === undefined) return "";
  const farthest = told.filter(({ value }) => value === first.value);
  const alike = told.length > 1 && farthest.length === told.length;
  if (told.length === groups.reported)
    return alike ? `均为${first.value}` : `其中${worstWord(facts)}的为${namesOf(farthest, MOST_SITES_NAMED)}`;
  return `${namesOf(told, alike ? MOST_ALIKE : MOST_SITES_NAMED)}未达到`;
}

/** So many sites by name and figure, and of more how many there are: 松溉镇（97.33%）、红炉镇（97.86%）等3个. */
function namesOf(told: readonly Missing[], most: number): string {
  const named = groupBy(told.slice(0, most), ({ value }) => value);
  const rest = told.length > most ? `等${told.length}个` : "";
  const isOne = named.size === 1;
  const texts = [...named].map(([value, own]) => {
    const names = `${own.map(({ group }) => group).join("、")}${isOne ? rest : ""}`;
    return `${names}（${own.length > 1 ? "均为" : ""}${value}）`;
  });
  return `${texts.join("、")}${isOne ? "" : rest}`;
}

/**
 * 全区为98.90%，比2024年提高0.07个百分点; 全区平均为2.2名; "" without the district's figure of the year. Nothing is cited: the row's own
 * figure is that of its sites.
 */
function districtClause({ facts, groups }: SiteFacts, earlier: DistrictBefore): string {
  const { scored, plan } = facts;
  const now = groups.district.find(({ year }) => year === scored.year);
  if (now === undefined) return "";
  const scale = districtScale(scored, plan);
  const before = earlier(facts, groups.district);
  const district = { ...scored, groups: null, value: now.value };
  const change = before === undefined ? [] : [uncited(changeSince(district, scale, before).said)];
  // Where things are counted at each site, the district's figure is what a site has on average.
  const each = unitOf(scored.indicator.unit).kind === "rate" ? "" : "平均";
  return [`${plan.terms.area}${each}为${figure(scale, now.value)}`, ...change].join("，");
}

/** 23个镇街中20个达到98%，松溉镇（97.33%）…未达到; null for a row that is not judged by its sites. */
export function siteStanding(facts: JudgedFacts): string | null {
  const { groups } = facts.scored;
  return groups === null ? null : joined(standing({ facts, groups }), failing({ facts, groups }));
}

/** Rows whose figures are the worst of many sites, and what these are: Q18b, 各县市; null where there are none. */
export function worstOfSites(scored: readonly ScoredIndicator[]): { ids: string; each: string } | null {
  const rows = scored.filter(({ groups }) => groups !== null);
  if (rows.length === 0) return null;
  const groupings = new Set(rows.map(({ indicator }) => groupingOf(indicator)));
  const [only = "单位"] = groupings.size === 1 ? groupings : [];
  return { ids: rows.map(({ id }) => id).join("、"), each: `各${only}` };
}
