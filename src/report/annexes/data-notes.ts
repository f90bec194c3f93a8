import type { Plan } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { decimal } from "../../terms/decimal.js";
import { FLAG_NAMES } from "../../terms/flag.js";
import { unitOf } from "../../terms/unit.js";
import type { Dataset } from "../../data/dataset.js";
import type { Scorecard, ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { citing } from "../charts/cited.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { breakdownsOf } from "./breakdown.js";
import { factsOf, isJudged, isRow, rowsAndParts, type Matter } from "../row-facts.js";
import { isNearTheLine } from "../words/near-the-line.js";
import { figure, WITHHELD, type Scale } from "../words/number.js";
import { groupingOf } from "../words/row-notes.js";
import { nameList } from "../words/wording.js";
import { worstOfSites } from "../words/site-sentence.js";
import { referenceNotes, type ReferenceColumn } from "./reference-columns.js";

/** 注 below the data table: what its signs mean, then what a reviewer weighs single figures by. */
export function dataNotes(matter: Matter, others: readonly ReferenceColumn[]): Passage[] {
  const { scorecard, dataset } = matter;
  const { plan } = scorecard;
  const scored = rowsAndParts(scorecard);
  return [
    "“缺”表示没有数据，“—”表示不适用；“比上年”为两年显示值之差，单位与本行相同。",
    `基期除注明外为${plan.period.baseline}年。`,
    scored.some(({ withheld }) => withheld.length > 0)
      ? `“${WITHHELD}”为不足${plan.method.publicMinimum}人（例）或可据以推算的数，不公布。`
      : "",
    siteNote(scored, matter),
    ...shared(scored, (each) => [baselineNote(each, plan.period.baseline)]).map(sharedNote),
    ...shared(scored, (each) => [partialNote(each)]).map(sharedNote),
    ...shared(scored, (each) => figureNotes(each, scorecard)).map(sharedNote),
    ...shared(scored, (each) => [revisedYears(each, dataset)]).map(
      ({ ids, note }) => passage`${ids}：${note}数据已修订，修订前数据见${labelOf("annex:gaps")}。`,
    ),
    ...shared(scored, ({ indicator }) => indicator.notes).map(sharedNote),
    ...shared(scored, ({ id }) => referenceNotes(others, id)).map(sharedNote),
  ].filter((note) => note !== "");
}

function revisedYears({ id, year: now }: ScoredIndicator, { revisions }: Dataset): string {
  return revisions
    .filter(({ indicator, year }) => indicator === id && year <= now)
    .map(({ year }) => `${year}年`)
    .join("、");
}

function baselineNote({ baseline }: ScoredIndicator, usual: number): string {
  if (baseline === null) return "";
  const year = baseline.year === usual ? "" : `基期取${baseline.year}年数据`;
  const doubt =
    baseline.doubtful === null
      ? ""
      : `${FLAG_NAMES.doubtfulBaseline}，${baseline.doubtful.replace(/。$/u, "")}`;
  return [year, doubt].filter((text) => text !== "").join("，");
}

/** 缺区政协常委中女性比例数据，按区政协委员中女性比例评价，数据不完整: what a status rests on that rests on a part of the data. */
function partialNote(scored: ScoredIndicator | ScoredRow): string {
  const { flags, groups, year, indicator } = scored;
  const parts = isRow(scored) ? scored.parts : [];
  if (!flags.includes("partial")) return "";
  if (parts.length > 0) {
    const names = (lacking: boolean): string =>
      nameList(
        parts.filter(({ status }) => (status === "noData") === lacking).map((part) => part.indicator.name),
      );
    return names(true) === ""
      ? ""
      : `缺${names(true)}${year}年数据，按${names(false)}评价，${FLAG_NAMES.partial}`;
  }
  return groups === null
    ? `有年份缺数据，按有数据的年份评价，${FLAG_NAMES.partial}`
    : `应有${groups.expected}个${groupingOf(indicator)}，按报送数据的${groups.reported}个评价，${FLAG_NAMES.partial}`;
}

/** What a reviewer weighs a figure of the year by, and the text leaves out. */
function figureNotes(scored: ScoredIndicator, { plan }: Scorecard): string[] {
  const facts = factsOf(scored, plan);
  if (!isJudged(facts)) return [];
  return [
    facts.scored.flags.includes("singlePoint") ? `仅有${scored.year}年数据` : "",
    isNearTheLine(facts) ? "与目标界限相差不超过末位一个单位" : "",
    districtOnly(scored, facts.plan),
    oneEvent(scored, facts.scale),
  ];
}

function districtOnly({ groups, indicator }: ScoredIndicator, plan: Plan): string {
  const { sites } = traitsOf(indicator.target);
  return sites === null || groups !== null
    ? ""
    : `未报送分${sites.grouping}数据，按${plan.terms.area}数据判定`;
}

/** How far one event moves a rate of few of them: worked out from what it is counted against. */
function oneEvent({ flags, rate, indicator, year }: ScoredIndicator, scale: Scale): string {
  const { per } = unitOf(indicator.unit);
  if (!flags.includes("smallNumbers") || rate === null || per === null) return "";
  const step = decimal(per).div(rate.denominator.value);
  return `按${year}年分母${rate.denominator.value.toFixed()}计算，1例使本指标变动${figure(scale, step)}`;
}

interface SharedNote {
  /** W04、W05a */
  ids: string;
  note: string;
}

/** Notes with the ids they are about: one that several rows share is printed once. */
function shared(
  scored: readonly ScoredIndicator[],
  notesOn: (each: ScoredIndicator) => readonly string[],
): SharedNote[] {
  const ids = new Map<string, string[]>();
  for (const each of scored) {
    const notes = notesOn(each).filter((note) => note !== "");
    for (const note of notes) ids.set(note, [...(ids.get(note) ?? []), each.id]);
  }
  return [...ids].map(([note, holders]) => ({ ids: holders.join("、"), note }));
}

function sharedNote({ ids, note }: SharedNote): string {
  return `${ids}：${note.replace(/。$/u, "")}。`;
}

/** Rows of which every year is the worst of many sites, not a district figure. */
function siteNote(scored: readonly ScoredIndicator[], matter: Matter): Passage {
  const worst = worstOfSites(scored);
  const tables = matter.scorecard.plan.domains.flatMap((domain) => breakdownsOf(domain, matter).sites);
  return worst === null ? "" : citing(`${worst.ids}各年为${worst.each}中离目标最远的数。`, [], tables);
}
