import { describe, expect, it } from "vitest";
import { topicsOf } from "../../../src/plan/lookup.js";
import { bindingText } from "../../../src/report/chapters/binding.js";
import { ratesText, verdictText } from "../../../src/report/chapters/lead.js";
import { problemBlocks } from "../../../src/report/chapters/problems.js";
import type { EvaluationMatter } from "../../../src/report/evaluation/context.js";
import { forecastsOf } from "../../../src/report/evaluation/forecast.js";
import {
  limitNote,
  METHODS,
  nameOf,
  projectedFacts,
  reachText,
} from "../../../src/report/evaluation/words/forecast-text.js";
import { figure } from "../../../src/report/words/number.js";
import { seriesSaid } from "../../../src/report/evaluation/words/series-sentence.js";
import { resolved } from "../../../src/report/numbering/passage.js";
import { uncited } from "../../../src/report/words/cited.js";
import { saidOf } from "../../../src/report/words/row-sentence.js";
import { closingSentence, toldTopics } from "../../../src/report/words/topics/topic-text.js";
import { judgedOf } from "../../../src/plan/lookup.js";
import type { ScoredRow } from "../../../src/score/scorecard.js";
import { paragraphsOf } from "../evaluation/compose.js";
import { annexOf } from "../model-text.js";
import { casesOf, matterIn, type Case } from "./situation.js";

/** The row a case is about: of the first indicator it gives figures of. */
function rowOf(given: Case, { scorecard }: EvaluationMatter): ScoredRow {
  const id = Object.keys({ ...given.数据, ...given.分镇街, ...given.分机构 })[0];
  const found = scorecard.rows.find((row) => [row, ...row.parts].some((each) => each.id === id));
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

/** The topic of the row, as if the plan had no other rows in it than those the case gives figures of. */
function topicOf(given: Case, matter: EvaluationMatter, whole: boolean) {
  const { scorecard } = matter;
  const row = rowOf(given, matter);
  const domain = scorecard.plan.domains.find(({ id }) => id === row.row.domain)!;
  const topic = topicsOf(scorecard.plan, domain).find(({ rows }) => rows.includes(row.id))!;
  const own = (each: ScoredRow): boolean =>
    judgedOf(each).some(({ id }) => id in { ...given.数据, ...given.分镇街 });
  const rows = scorecard.rows.filter((each) => topic.rows.includes(each.id) && (whole || own(each)));
  return { domain, scorecard: { ...scorecard, rows }, rows };
}

/** What a report says in the situation of a case: one entry a table, and the file of that name. */
const TABLES: Readonly<Record<string, (given: Case, matter: EvaluationMatter) => string>> = {
  年度报告一项指标: (given, matter) => {
    const { domain, scorecard } = topicOf(given, matter, false);
    const only = { ...scorecard, rows: [rowOf(given, matter)] };
    return toldTopics(domain, only, saidOf).flatMap(({ rows, text }) => (rows.length > 0 ? [text] : []))[0]!;
  },
  年度报告相邻指标: (given, matter) => {
    const { domain, scorecard } = topicOf(given, matter, false);
    return toldTopics(domain, scorecard, saidOf).find(({ rows }) => rows.length > 0)!.text;
  },
  评估报告一项指标: (given, matter) => {
    const { domain, scorecard } = topicOf(given, matter, false);
    const only = { ...scorecard, rows: [rowOf(given, matter)] };
    return toldTopics(domain, only, seriesSaid).find(({ rows }) => rows.length > 0)!.text;
  },
  评估报告相邻指标: (given, matter) => {
    const { domain, scorecard } = topicOf(given, matter, false);
    return toldTopics(domain, scorecard, seriesSaid).find(({ rows }) => rows.length > 0)!.text;
  },
  专题标题: (given, matter) => {
    const { domain, scorecard } = topicOf(given, matter, true);
    return toldTopics(domain, scorecard, saidOf).find(({ rows }) => rows.length > 0)!.heading;
  },
  领域小结: (given, matter) => {
    const { domain, rows } = topicOf(given, matter, true);
    return resolved(closingSentence(domain, rows, matter.scorecard, saidOf), () => "表2");
  },
  总体评价: (_, { scorecard }) => verdictText(scorecard),
  比率: (_, { scorecard }) => ratesText(scorecard),
  约束性指标: (_, { scorecard }) => bindingText(scorecard),
  主要问题: (given, { scorecard, ...matter }) => {
    // A case gives no more than it is about: that the rest is missing would come first.
    const { tally } = scorecard;
    const noData = given.只设所列指标 === undefined ? 0 : tally.noData;
    const blocks = problemBlocks({ ...matter, scorecard: { ...scorecard, tally: { ...tally, noData } } });
    return paragraphsOf(annexOf({ id: "gaps", title: "", blocks }).blocks)[0] ?? "";
  },
  预测: (given, matter) => {
    const forecast = forecastsOf(matter.scorecard).find(({ row }) => row.id === rowOf(given, matter).id);
    if (forecast === undefined) return "不作预测";
    if (forecast.prospect === "untold") return `不作预测：${forecast.why}`;
    const { plan } = matter.scorecard;
    const { scale, scored } = projectedFacts(forecast, plan)!;
    const cells = [METHODS[forecast.trend.projection.method], reachText(forecast, plan)];
    const line = `${nameOf(forecast)}2030年预测${figure(scale, scored.value)}，${cells.join("，")}`;
    return [line, limitNote([forecast])].filter((text) => text !== "").join("；");
  },
};

describe.each(Object.keys(TABLES))("%s", (table) => {
  it.each(casesOf(table).map((given) => [given.情形, given] as const))("%s", (_, given) => {
    expect(uncited(TABLES[table]!(given, matterIn(given)))).toBe(given.句子);
  });
});
