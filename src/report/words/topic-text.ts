import { statusSaid } from "./labels.js";
import type { Domain, Topic } from "../../plan/plan.js";
import { topicsOf } from "../../plan/lookup.js";
import type { ScoredRow, Scorecard } from "../../score/scorecard.js";
import { isBehind, WORST_FIRST } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";
import { factsOf, isJudged, toldOf, type JudgedFacts, type RowFacts } from "../row-facts.js";
import { neighbourSentences } from "./neighbours.js";
import { latestSentence, missingSentence, withheldSentence, type Said } from "./row-sentence.js";
import { siteSentence } from "./site-sentence.js";
import { topicHeading } from "./topic-heading.js";
import { nameList, sentence } from "./wording.js";
import { append } from "../../terms/long-lists.js";

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
export function toldTopics(domain: Domain, scorecard: Scorecard, teller: Teller): ToldTopic[] {
  const { plan, rows } = scorecard;
  return topicsOf(plan, domain).map((topic) => {
    const own = topic.rows.flatMap((id) => rows.filter((row) => row.id === id));
    return {
      topic,
      rows: own,
      heading: topicHeading(topic, own, scorecard, isLastYear(scorecard)),
      text: textOf(own, scorecard, teller),
    };
  });
}

/** 2025年，…; rows without data close the paragraph in one sentence, and need no year before it. */
function textOf(rows: readonly ScoredRow[], scorecard: Scorecard, teller: Teller): string {
  const told = rows.flatMap(toldOf).map((scored) => factsOf(scored, scorecard.plan));
  const judged = told.filter(isJudged);
  const untold = told.filter((facts) => !isJudged(facts));
  const isWithheld = ({ scored }: RowFacts): boolean => scored.rule === "withheld";
  const [only, ...others] = told;
  // The heading has just said that it has no data.
  if (only !== undefined && others.length === 0 && !isJudged(only) && !isWithheld(only))
    return latestSentence(only);
  const missing = missingSentence(untold.filter((facts) => !isWithheld(facts)));
  const withheld = withheldSentence(untold.filter(isWithheld));
  const opening = judged.length === 0 ? "" : `${scorecard.year}年，`;
  return `${opening}${sentencesOf(judged, teller).join("")}${withheld}${missing}`;
}

/** Sentences of rows in order; simple neighbours share one, rows told by their sites stand alone. */
function sentencesOf(rows: readonly JudgedFacts[], teller: Teller): string[] {
  const texts: string[] = [];
  let simple: Said[] = [];
  const flush = (): void => {
    append(texts, neighbourSentences(simple));
    simple = [];
  };
  for (const facts of rows) {
    const sites = siteSentence(facts);
    if (sites === null) simple.push(teller(facts));
    else {
      flush();
      texts.push(sites);
    }
  }
  flush();
  return texts;
}

/**
 * What closes a domain: its rows that are behind and those without data, by name in one sentence:
 * 本领域需要关注的是：婚前医学检查率、…进展偏慢，孕产妇死亡率达标困难。 "" where there are none.
 */
export function closingSentence(rows: readonly ScoredRow[], scorecard: Scorecard): string {
  const final = isLastYear(scorecard);
  const clauses = WORST_FIRST.filter(isBehind)
    .map((status) => ({ held: rows.filter((row) => row.status === status), said: statusSaid(status, final) }))
    .filter(({ held }) => held.length > 0)
    .map(({ held, said }) => `${nameList(held.map(({ row }) => row.name))}${said}`);
  const missing = rows.filter(({ status }) => status === "noData").map(({ row }) => row.name);
  const told = missing.length === 0 ? clauses : [...clauses, `${nameList(missing)}缺${scorecard.year}年数据`];
  return told.length === 0 ? "" : sentence([`本领域需要关注的指标中，${told.join("；")}`]);
}
