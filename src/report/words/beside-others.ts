import type { Dataset, ReferenceFigure } from "../../data/dataset.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { Traits } from "../../plan/traits.js";
import { rateEvidence } from "../../score/evidence.js";
import { isNearlyLevel } from "../../score/trend.js";
import type { Decimal } from "../../terms/decimal.js";
import { countsEvents, unitOf } from "../../terms/unit.js";
import { latestOf } from "../references.js";
import type { JudgedFacts } from "../row-facts.js";
import { figure, shown, type Scale } from "./number.js";
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
    const clause = besideOthersText(facts, dataset);
    return clause === "" ? said : { ...said, notes: [...said.notes, clause] };
  };
}

/**
 * 2024年低于全国平均水平（94.9%）: the district's and the place's figure of one year, the nearest place's. "" where
 * neither more nor less is better, nothing can be compared, chance may carry the difference, or there is hardly any.
 */
function besideOthersText(facts: JudgedFacts, dataset: Dataset): string {
  const { scored, scale } = facts;
  const traits = traitsOf(scored.indicator.target);
  const window = { first: scored.year - LATEST_YEARS, last: scored.year };
  const [theirs] = facts.plan.terms.beside.flatMap(
    (place) => latestOf(dataset, scored.id, place, window) ?? [],
  );
  if (traits.better === "neither" || theirs === undefined || !theirs.vouched || scored.groups !== null)
    return "";
  const ours = scored.series.find(({ year }) => year === theirs.year)?.value;
  if (ours === undefined || isChance(facts, dataset, theirs)) return "";
  const difference = shown(scale, ours).minus(shown(scale, theirs.value));
  if (difference.isZero() || isNearlyLevel(scored.indicator, difference)) return "";
  const when = theirs.year === scored.year ? "" : `${theirs.year}年`;
  const scope = theirs.scope === "" ? "" : `，口径为${theirs.scope}`;
  const word = wordOf(traits, difference.gt(0));
  return `${when}${word}${theirs.region}平均水平（${figure(digitsOf(theirs, scale), theirs.value)}${scope}）`;
}

/** More is higher; of what should fall, and of a ratio, less bad is better. */
function wordOf({ better, ratio }: Traits, isMore: boolean): string {
  const isBetter = isMore === (better === "up");
  if (better === "up" && !ratio) return isMore ? "高于" : "低于";
  return isBetter ? "优于" : ratio ? "不及" : "高于";
}

/** As published, as far as the row's own digits go. */
function digitsOf({ value }: ReferenceFigure, scale: Scale): Scale {
  return { ...scale, decimals: Math.min(scale.decimals, value.decimalPlaces()) };
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
