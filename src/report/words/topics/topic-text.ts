import { citing } from "../../charts/cited.js";
import type { Passage } from "../../numbering/passage.js";
import { statusSaid } from "../labels.js";
import type { Domain, Topic } from "../../../plan/plan.js";
import { saidTopic, topicsOf } from "../../../plan/lookup.js";
import type { ScoredRow, Scorecard } from "../../../score/scorecard.js";
import { isBehind, WORST_FIRST, type Status } from "../../../terms/status.js";
import { isLastYear } from "../../../plan/period.js";
import { factsOf, isJudged, toldOf, type JudgedFacts, type RowFacts } from "../../row-facts.js";
import { neighbourSentences, sharedCourse } from "../neighbours.js";
import { lackText, latestSentence, missingSentence, withheldSentence, type Said } from "../row-sentence.js";
import { latestBefore, siteSentence, type DistrictBefore } from "../site-sentence.js";
import { topicHeading } from "./topic-heading.js";
import { nameList, sentence } from "../wording.js";
import { append } from "../../../terms/long-lists.js";

/** A topic as a report tells it: its conclusion, and its figures, good and bad together. */
export interface ToldTopic {
  topic: Topic;
  rows: readonly ScoredRow[];
  heading: string;
  text: string;
}

/** How a report says what it says of a row: against the year before, or over the years. */
export type Teller = (facts: JudgedFacts) => Said;

/** The topics of a domain in telling order. */
export function toldTopics(
  domain: Domain,
  scorecard: Scorecard,
  teller: Teller,
  before: DistrictBefore = latestBefore,
): ToldTopic[] {
  return headedTopics(domain, scorecard, teller).map((headed) => ({
    ...headed,
    text: textOf(headed, scorecard, teller, before),
  }));
}

type HeadedTopic = Omit<ToldTopic, "text">;

function headedTopics(domain: Domain, scorecard: Scorecard, teller: Teller): HeadedTopic[] {
  const { plan, rows } = scorecard;
  return topicsOf(plan, domain).map((topic) => {
    const own = topic.rows.flatMap((id) => rows.filter((row) => row.id === id));
    const said = saidTopic(topic, domain);
    return {
      topic,
      rows: own,
      heading: topicHeading(said, own, scorecard, isLastYear(scorecard), (facts) => teller(facts).changes),
    };
  });
}

/** 2025年，…; rows without data close the paragraph, and need no year before it. */
function textOf(
  { topic, rows, heading }: HeadedTopic,
  scorecard: Scorecard,
  teller: Teller,
  before: DistrictBefore,
): string {
  const told = rows.flatMap(toldOf).map((scored) => factsOf(scored, scorecard.plan));
  const judged = told.filter(isJudged);
  const untold = told.filter((facts) => !isJudged(facts));
  const isWithheld = ({ scored }: RowFacts): boolean => scored.rule === "withheld";
  const withheld = withheldSentence(untold.filter(isWithheld));
  const missing = untold.filter((facts) => !isWithheld(facts));
  // What the heading has just said to lack data is not said to lack them once more.
  const isSaid = judged.length === 0 || missing.every((facts) => heading.includes(lackText(facts)));
  const known = judged.length === 0 ? missing : missing.filter(({ scored }) => scored.previous !== null);
  const lacking = isSaid && withheld === "" ? latestSentence(known) : missingSentence(missing);
  const opening = judged.length === 0 ? "" : `${scorecard.year}年，`;
  const subject = `${topic.name}${untold.length === 0 ? "" : "有数据的"}`;
  return `${opening}${sentencesOf(judged, { subject, teller, before }).join("")}${withheld}${lacking}`;
}

/** Sentences of rows in order; simple neighbours share one, rows told by their sites stand alone; what many share comes last. */
function sentencesOf(
  rows: readonly JudgedFacts[],
  { subject, teller, before }: { subject: string; teller: Teller; before: DistrictBefore },
): string[] {
  const sites = rows.map((facts) => siteSentence(facts, before));
  const simple = rows.filter((_, at) => sites[at] === null);
  const others = rows.filter((_, at) => sites[at] !== null).map(({ scored }) => scored.indicator.name);
  const { rows: told, closing } = sharedCourse(simple.map(teller), { subject, others });
  const texts: string[] = [];
  let from = 0;
  let to = 0;
  const flush = (): void => {
    append(texts, neighbourSentences(told.slice(from, to)));
    from = to;
  };
  for (const text of sites) {
    if (text === null) to += 1;
    else {
      flush();
      texts.push(text);
    }
  }
  flush();
  return [...texts, closing];
}

/**
 * What closes a domain: its rows that are behind and those without data, by name in one sentence:
 * 本领域需要关注的指标中，婚前医学检查率、…进展偏慢，孕产妇死亡率达标困难。 "" where there are none, and where the headings of
 * the domain have named them all.
 */
export function closingSentence(
  domain: Domain,
  rows: readonly ScoredRow[],
  scorecard: Scorecard,
  teller: Teller,
): Passage {
  const clauses = closingClauses(rows, scorecard);
  const [first] = clauses;
  const headings = headedTopics(domain, scorecard, teller).map(({ heading }) => heading);
  const isSaid = ({ names, said }: ClosingClause): boolean =>
    names.every((name) => headings.some((heading) => heading.includes(`${name}${said}`)));
  if (first === undefined || clauses.every(isSaid)) return "";
  const alone = clauses.length === 1 && first.names.length === 1;
  // The topic just before has told of it alone.
  if (
    alone &&
    isInLastTopic(
      rows.find(({ row }) => row.name === first.names[0]),
      domain,
      scorecard,
    )
  )
    return "";
  if (alone) return sentence([`本领域需要关注的指标为${nameList(first.names)}（${first.said}）`]);
  const told =
    clauses.length === 1
      ? `本领域需要关注的指标为${fewNames(first.names)}，均${first.said}`
      : `本领域需要关注的指标中，${clauses.map(({ names, said }) => `${fewNames(names)}${said}`).join("；")}`;
  const lists = new Set(clauses.filter(({ names }) => names.length > MOST_NAMES).map(({ list }) => list));
  return citing(sentence([told]), [], ...lists);
}

function isInLastTopic(row: ScoredRow | undefined, domain: Domain, { plan, rows }: Scorecard): boolean {
  const told = topicsOf(plan, domain).filter((topic) => rows.some(({ id }) => topic.rows.includes(id)));
  return row !== undefined && told.at(-1)?.rows.includes(row.id) === true;
}

/** More names than these are not heard out; a table has all of them. */
const MOST_NAMES = 8;

/** 甲、乙、丙; 甲、乙、丙等9项指标 where they are many. */
function fewNames(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return nameList(names);
  return `${nameList(names.slice(0, MOST_NAMES / 2))}等${names.length}项指标`;
}

interface ClosingClause {
  names: readonly string[];
  said: string;
  /** The table in which all of them stand. */
  list: "table:alerts" | "table:indicators";
}

function closingClauses(rows: readonly ScoredRow[], scorecard: Scorecard): ClosingClause[] {
  const clause = (status: Status, said: string): ClosingClause => {
    const own = rows.filter((row) => row.status === status);
    // 基本实现 at the plan's end is no alarm.
    const alarmed = own.every(({ alert }) => alert !== null);
    return {
      names: own.map(({ row }) => row.name),
      said,
      list: alarmed ? "table:alerts" : "table:indicators",
    };
  };
  const behind = WORST_FIRST.filter(isBehind).map((status) =>
    clause(status, statusSaid(status, isLastYear(scorecard))),
  );
  return [...behind, clause("noData", `缺${scorecard.year}年数据`)].filter(({ names }) => names.length > 0);
}
