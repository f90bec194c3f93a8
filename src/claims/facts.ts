import { isOfPeople } from "../plan/words/groupings.js";
import { placeWords } from "./grammar/regions.js";
import type { Dataset } from "../data/dataset.js";
import { cellText } from "../issues/place.js";
import type { Indicator, Judged, Plan } from "../plan/plan.js";
import { judgedOf } from "../plan/lookup.js";
import { scorePlan } from "../score/score.js";
import type { Scorecard, ScoredIndicator } from "../score/scorecard.js";
import type { Known } from "./claim.js";
import { namesOf } from "./grammar/names.js";
import type { DomainName, Vocabulary } from "./grammar/tokenise.js";

/** What texts of one report are held against. */
export interface Facts {
  plan: Plan;
  dataset: Dataset;
  /** The report's data year. */
  year: number;
  vocabulary: Vocabulary;
  /** The scorecard of a year of the plan; null outside its period. */
  scorecard: (year: number) => Scorecard | null;
}

/**
 * Facts about one plan and year; what texts say of rows of the other `plans` is held against their figures, too. Pure;
 * years are scored when first asked for.
 */
export function factsOf(plan: Plan, dataset: Dataset, year: number, plans: readonly Plan[] = [plan]): Facts {
  const { start, end, baseline } = plan.period;
  const scorecard = (of: number): Scorecard | null =>
    Number.isInteger(of) && of >= start && of <= end ? scorePlan(plan, dataset, of) : null;
  const vocabulary = {
    names: namesOf(
      plan,
      dataset,
      plans.filter(({ id, region }) => id !== plan.id && region === plan.region),
    ),
    period: { start, end, baseline, year },
    places: placeWords(plan),
    domains: plan.domains.flatMap(({ name }) => domainNames(name)),
    ages: agesIn(dataset, plan),
  };
  return { plan, dataset, year, vocabulary, scorecard };
}

/** 妇女与健康领域, 妇女与健康, 妇女健康领域, 健康领域, and 健康 before 11项指标: the longest first. */
function domainNames(name: string): DomainName[] {
  const { who = "", what } = /^(?<who>\p{Script=Han}{2})与(?<what>.+)$/u.exec(name)?.groups ?? {};
  const short = what === undefined ? [] : [`${who}${what}领域`, `${what}领域`];
  const bare = what === undefined ? [] : [{ called: what, name, before: OF_COUNTS }];
  return [...[`${name}领域`, name, ...short].map((called) => ({ called, name })), ...bare];
}

const OF_COUNTS = /^(?:方面|类)?(?:的)?\d+项(?:监测|统计)?指标/u;

/** Groups of people that numbers name: 35—44岁. Null where there are none. */
function agesIn({ groups }: Dataset, plan: Plan): RegExp | null {
  const names = new Set(
    groups.filter(({ grouping }) => isOfPeople(grouping, plan)).map(({ group }) => group),
  );
  const spelt = [...names]
    .filter((name) => /^\d+[—-]\d+岁$/u.test(name))
    .map((name) => name.replace(/[—-]/u, "[—\\-~至到]"));
  return spelt.length === 0 ? null : new RegExp(`(?:${spelt.join("|")})(?:(?:年龄)?[组段])?`, "uy");
}

/** The district's figures of an indicator and year: as reported, and of the worst site where sites are judged. */
export function knownOf(
  { plan, dataset, year: report, scorecard }: Facts,
  { id }: Indicator,
  year: number,
): Known[] {
  if (year > report) return [];
  const found = dataset.series[id]?.find((each) => each.year === year);
  const own = found === undefined ? [] : [{ value: found.value, from: cellText(found.source), year }];
  // Few rows have figures of towns; for the others no year need be scored.
  const sited = groupsOf({ plan, dataset }, id, year);
  const [worst] = sited.length === 0 ? [] : (scoredOf(scorecard(year), id)?.groups?.figures ?? sited);
  const site = worst === undefined ? [] : [{ value: worst.value, from: cellText(worst.source), year }];
  if (own.length + site.length > 0) return [...own, ...site];
  const baseline = judgedRow(plan, id)?.baseline;
  if (baseline == null || baseline.year !== year) return [];
  return [{ value: baseline.value, from: `${plan.terms.named}原文“${baseline.clause}”`, year }];
}

/** 男 of 男生, 35—44岁 of 35至44岁组: what one group is called, however it is written. */
export function bareGroup(group: string): string {
  return group.replace(/[性生童孩]$|(?:年龄)?[组段]$/u, "").replaceAll(/[-~～至到]/gu, "—");
}

/** A year's figures of an indicator, or of the town or group that is spoken of: 男生 is 男. */
export function knownAt(facts: Facts, indicator: Indicator, year: number, where: string | null): Known[] {
  if (where === null) return knownOf(facts, indicator, year);
  return facts.dataset.groups
    .filter((each) => each.indicator === indicator.id && each.year === year)
    .filter(({ group }) => bareGroup(group) === bareGroup(where))
    .map(({ value, source }) => ({ value, from: cellText(source), year }));
}

/** The figures of towns and institutions in a year before the plan: the least first. */
function groupsOf({ plan, dataset }: Pick<Facts, "plan" | "dataset">, id: string, year: number) {
  return dataset.groups
    .filter((each) => each.indicator === id && each.year === year && !isOfPeople(each.grouping, plan))
    .sort((a, b) => a.value.comparedTo(b.value));
}

/** What is judged of that id in the plan; undefined for an auxiliary series. */
export function judgedRow(plan: Plan, id: string): Judged | undefined {
  return plan.rows.flatMap((row): readonly Judged[] => [row, ...row.parts]).find((each) => each.id === id);
}

/** The row or part of that id as it was scored. */
export function scoredOf(scorecard: Scorecard | null, id: string): ScoredIndicator | undefined {
  return scorecard?.rows
    .flatMap((row): readonly ScoredIndicator[] => [row, ...judgedOf<ScoredIndicator>(row)])
    .find((each) => each.id === id);
}

/**
 * Whether the year's figure is known to be missing: reported as a gap, or the report's own year without one. Of a cell that
 * was refused, and of what is absent beside other errors, nobody knows.
 */
export function isMissing({ dataset, year: report, plan }: Facts, { id }: Indicator, year: number): boolean {
  if (judgedRow(plan, id) === undefined) return false;
  if (dataset.series[id]?.some((each) => each.year === year) === true) return false;
  const gaps = dataset.gaps.filter((each) => each.indicator === id && each.year === year);
  if (gaps.length > 0) return year <= report && gaps.every(({ reason }) => reason !== "refused");
  return year === report && !dataset.hasErrors;
}
