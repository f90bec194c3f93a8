import type { Dataset, ReferenceFigure } from "../../data/dataset.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Traits } from "../../plan/traits.js";
import { rateEvidence } from "../../score/evidence.js";
import { isNearlyLevel } from "../../score/trend.js";
import type { Decimal } from "../../terms/decimal.js";
import { countsEvents, growsWithThePlace, unitOf } from "../../terms/unit.js";
import { latestOf, theirScale } from "../references.js";
import type { JudgedFacts } from "../row-facts.js";
import { figure, shown } from "./number.js";
import type { Said } from "./row-sentence.js";

/** What other places are published this late after us: older figures say nothing of now. */
const LATEST_YEARS = 2;

/** A teller that adds how the row stands beside the city or the country, where that says something. */
export function besideOthers(
  teller: (facts: JudgedFacts) => Said,
  dataset: Dataset,
): (facts: JudgedFacts) => Said {
  return (facts) => {
    const said = teller(facts);
    const { earlier, clause } = besideOthersText(facts, dataset);
    if (clause === "") return said;
    return earlier === ""
      ? { ...said, notes: [...said.notes, clause] }
      : { ...said, aside: `${earlier}${clause}` };
  };
}

/** How it stands beside others, and what leads over to its figure of an earlier year where it is that. */
interface Beside {
  earlier: string;
  clause: string;
}

const NOTHING: Beside = { earlier: "", clause: "" };

/**
 * 低于全市平均水平（52.10%），但高于全国平均水平（48.30%）; of another year led over to. Nothing where neither more nor less is
 * better, nothing can be compared, chance may carry the difference, or there is hardly any.
 */
function besideOthersText(facts: JudgedFacts, dataset: Dataset): Beside {
  const { scored } = facts;
  const { target, unit, decimals } = scored.indicator;
  if (traitsOf(target).better === "neither" || scored.groups !== null) return NOTHING;
  // A city has more people and houses than its district: that is no average.
  if (growsWithThePlace(unitOf(unit), decimals)) return NOTHING;
  const window = { first: scored.year - LATEST_YEARS, last: scored.year };
  const places = facts.plan.terms.beside
    .flatMap((place) => latestOf(dataset, scored.id, place, window) ?? [])
    .map((theirs) => comparisonOf(facts, dataset, theirs))
    .filter((each) => each !== null);
  const [nearest] = places;
  if (nearest === undefined) return NOTHING;
  // Only the good of several would be half the truth, and figures of several years no sentence.
  const told = places.filter(({ year }) => year === nearest.year);
  const earlier = nearest.year === scored.year ? "" : earlierText(facts, told);
  return { earlier, clause: joinedPlaces(told) };
}

/** 与全市、全国最近一年的数据相比，2024年的94.52%: what leads over from the year's figure to that of an earlier one. */
function earlierText({ scale }: JudgedFacts, told: readonly Comparison[]): string {
  const [nearest] = told;
  if (nearest === undefined) return "";
  const places = told.map(({ region }) => region).join("、");
  return `与${places}最近一年的数据相比，${nearest.year}年的${figure(scale, nearest.ours)}`;
}

interface Comparison {
  region: string;
  year: number;
  ours: Decimal;
  word: string;
  said: string;
}

/** 高于全市平均水平（65.10%），但低于全国平均水平（77.10%）; 低于全市平均水平（3.75个），也低于全国平均水平（4.08个）. */
function joinedPlaces(places: readonly Comparison[]): string {
  return places
    .map(({ word, said }, at) => {
      const link = at === 0 ? "" : word === places[at - 1]?.word ? "也" : "但";
      return `${link}${word}${said}`;
    })
    .join("，");
}

function comparisonOf(facts: JudgedFacts, dataset: Dataset, theirs: ReferenceFigure): Comparison | null {
  const { scored, scale } = facts;
  const ours = scored.series.find(({ year }) => year === theirs.year)?.value;
  if (!theirs.vouched || ours === undefined || isChance(facts, dataset, theirs)) return null;
  const difference = shown(scale, ours).minus(shown(scale, theirs.value));
  if (difference.isZero() || isNearlyLevel(scored.indicator, difference)) return null;
  const scope = theirs.scope === "" ? "" : `，口径为${theirs.scope}`;
  const word = wordOf(traitsOf(scored.indicator.target), difference.gt(0));
  const said = `${theirs.region}平均水平（${figure(theirScale(scale, theirs), theirs.value)}${scope}）`;
  return { region: theirs.region, year: theirs.year, ours, word, said };
}

/** More is higher; of what should fall, and of a ratio, less bad is better. */
function wordOf({ better, ratio }: Traits, isMore: boolean): string {
  const isBetter = isMore === (better === "up");
  if (better === "up" && !ratio) return isMore ? "高于" : "低于";
  return isBetter ? "优于" : ratio ? "不及" : "高于";
}

/** Whether the district's figure of the year rests on so few events that the place's may be the same. */
function isChance({ scored, plan }: JudgedFacts, dataset: Dataset, theirs: ReferenceFigure): boolean {
  const observation = dataset.series[scored.id]?.find(({ year }) => year === theirs.year) ?? null;
  const evidence = rateEvidence(scored.indicator, observation, dataset, plan.method);
  const isEvents = scored.indicator.events || countsEvents(unitOf(scored.indicator.unit));
  // No case among nobody knows how many says nothing either.
  if (evidence === null) return isEvents || scored.flags.includes("smallNumbers") || isZero(observation);
  const { low, high } = evidence.interval;
  const isFew = evidence.numerator.value.lt(plan.method.smallNumbers);
  return isFew || (theirs.value.gte(low) && theirs.value.lte(high));
}

function isZero(observation: { value: Decimal } | null): boolean {
  return observation === null || observation.value.isZero();
}
