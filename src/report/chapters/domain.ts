import type { Domain, Plan } from "../../plan/plan.js";
import type { Scorecard, ScoredRow, Tally } from "../../score/scorecard.js";
import { domainPart, topicPart } from "../../narrative/slots.js";
import { breakdownsOf } from "../annexes/breakdown.js";
import { citing, citingEarlier, type TableTarget } from "../charts/cited.js";
import type { Passage } from "../numbering/passage.js";
import {
  anchor,
  headedParagraphs,
  illustrated,
  inPart,
  paragraph,
  type Headed,
  type PlacedChart,
} from "../blocks.js";
import { nameList } from "../words/wording.js";
import { tallied } from "../words/labels.js";
import { chapter, type Part, type UnnumberedBlock, type UnnumberedChart } from "../numbering/unnumbered.js";
import { factsOf, toldOf, type Matter } from "../row-facts.js";
import { latestSentence, saidOf } from "../words/row-sentence.js";
import type { DistrictBefore } from "../words/site-sentence.js";
import { besideOthers } from "../words/beside-others.js";
import { closingSentence, toldTopics, type Teller } from "../words/topics/topic-text.js";
import { isLastYear } from "../../plan/period.js";

/**
 * The chapter of one domain: its tally, what people did, a paragraph a topic, and the names of the rows that are
 * behind; its charts in between.
 */
export function domainChapter(domain: Domain, matter: Matter, placed: readonly PlacedChart[]): Part {
  const charts = placed.map(({ chart }) => chart);
  const { scorecard } = matter;
  const rows = scorecard.rows.filter(({ row }) => row.domain === domain.id);
  const tally = scorecard.byDomain.find((each) => each.domain === domain.id)?.tally;
  const opening =
    tally === undefined
      ? []
      : [paragraph(openingOf(domain, openingText(domain, tally, matter), matter, charts))];
  const text = [
    ...inPart(domainPart(domain, "overview"), opening),
    anchor(domainPart(domain, "measures")),
    ...(hasData(rows)
      ? headedParagraphs(topicItems(domain, scorecard, besideOthers(saidOf, matter.dataset)))
      : []),
    ...closingOf(domain, rows, scorecard, saidOf),
  ];
  const blocks = illustrated(text, placed);
  return chapter(domainPartId(domain), domain.name, blocks, domain.id);
}

/** The topics of a domain as headed paragraphs, each a part of its own. */
export function topicItems(
  domain: Domain,
  scorecard: Scorecard,
  teller: Teller,
  before?: DistrictBefore,
): Headed[] {
  return toldTopics(domain, scorecard, teller, before).map(({ topic, heading, text }) => ({
    heading,
    text,
    part: topicPart(domain, topic),
  }));
}

/** The names of the rows that are behind, in a sentence; nothing where none is. */
export function closingOf(
  domain: Domain,
  rows: readonly ScoredRow[],
  scorecard: Scorecard,
  teller: Teller,
): UnnumberedBlock[] {
  // That all of it is missing the opening has said.
  const closing = hasData(rows) ? closingSentence(domain, rows, scorecard, teller) : "";
  return closing === "" ? [] : inPart(domainPart(domain, "closing"), [paragraph(closing)]);
}

/** A domain without any figure of the year has nothing to tell by subject. */
export function hasData(rows: readonly ScoredRow[]): boolean {
  return rows.some(({ status }) => status !== "noData");
}

/** The opening of a domain, which points to its pictures and to the tables that break down its rows. */
export function openingOf(
  domain: Domain,
  text: string,
  matter: Matter,
  charts: readonly UnnumberedChart[],
): Passage {
  const rows = matter.scorecard.rows.filter(({ row }) => row.domain === domain.id);
  const told = hasData(rows) ? citing : citingEarlier;
  return told(text, charts, ...breakdownRuns(domain, matter));
}

/** The tables that break down its rows, by what stands one behind the other: the first of sites is behind that of people. */
function breakdownRuns(domain: Domain, matter: Matter): TableTarget[][] {
  const { people, sites } = breakdownsOf(domain, matter);
  const [first] = matter.scorecard.plan.domains.flatMap((each) => breakdownsOf(each, matter).sites);
  return people.length > 0 && first !== undefined && sites[0] === first
    ? [[...people, ...sites]]
    : [people, sites];
}

/** What a reference calls the chapter of a domain. */
export function domainPartId({ id }: Domain): string {
  return `domain-${id}`;
}

/** Of more rows than these the list of what is missing tells. */
const MOST_LAST_KNOWN = 3;

/** 出生人口性别比最近一次数据为2022年的111.1。 "" where they never had any. */
function lastKnown(rows: readonly ScoredRow[], plan: Plan): string {
  const told = rows.flatMap(toldOf).filter(({ previous }) => previous !== null);
  return rows.length > MOST_LAST_KNOWN ? "" : latestSentence(told.map((scored) => factsOf(scored, plan)));
}

/** How many rows a domain has, and how many of each status; by name where none has data. */
export function openingText(domain: Domain, tally: Tally, { scorecard }: Pick<Matter, "scorecard">): string {
  const { plan, year } = scorecard;
  if (tally.total === 0) return `${domain.name}领域未设监测指标。`;
  if (tally.noData === tally.total) {
    const rows = scorecard.rows.filter(({ row }) => row.domain === domain.id);
    const lack = rows.length === 1 ? `缺${year}年数据` : `${year}年数据全部缺项`;
    return `${domain.name}领域共有指标${tally.total}项（${nameList(rows.map(({ row }) => row.name))}），${lack}，无法评价。${lastKnown(rows, plan)}`;
  }
  return `${domain.name}领域共有指标${tally.total}项，${year}年${tallied(tally, isLastYear({ plan, year }))}。`;
}
