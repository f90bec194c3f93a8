import type { Plan } from "../../plan/plan.js";
import type { ScoredIndicator, ScoredRow } from "../../score/scorecard.js";
import { headedParagraphs, paragraph } from "../blocks.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { statusSaid } from "../words/labels.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";
import { isNearTheLine } from "../words/near-the-line.js";
import { rowsBehind } from "../chapters/problems.js";
import { factsOf, isJudged, type JudgedFacts } from "../row-facts.js";
import { nameList } from "../words/wording.js";
import { worseningOf } from "../words/worsening.js";
import { joined } from "../words/rules/rule-words.js";
import { gapOf } from "../annexes/gaps.js";
import { missingReason, type MissingReason } from "../annexes/missing-reason.js";
import { hasHardlyMoved } from "../since-baseline.js";
import type { Dataset } from "../../data/dataset.js";
import type { EvaluationMatter } from "./context.js";
import { rowNames } from "./words/lists.js";
import { openMeasures } from "./measures.js";
import { unreachedName } from "./summary.js";
import { judgedOf } from "../../plan/lookup.js";

/** 转入下一周期的事项: targets not reached, achievements at risk, rows without data, measures and projects not finished. */
export function closingBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const blocks = headedParagraphs(
    ITEMS.map((item) => item(matter)),
    "dotted",
  );
  const { end } = matter.scorecard.plan.period;
  return blocks.length === 0
    ? [paragraph(`${end}年没有未实现的目标、缺项的指标和待续的重点项目，没有建议转入下一周期的事项。`)]
    : blocks;
}

type Item = (matter: EvaluationMatter) => { heading: string; text: Passage };

const ITEMS: readonly Item[] = [unreached, unsteady, missing, open, unfinished];

/** Names alone: each one's figure and gap stand in its subject. */
function unreached({ scorecard }: EvaluationMatter): { heading: string; text: Passage } {
  const rows = rowsBehind(scorecard);
  const told = (["notAchieved", "nearlyAchieved"] as const)
    .map((status) => ({ status, held: rows.filter((row) => row.status === status) }))
    .filter(({ held }) => held.length > 0)
    .map(({ status, held }) => ({ held, names: fewNames(rowNames(held)), said: statusSaid(status, true) }));
  // The heading has said how those of one status stand.
  const [only, ...others] = told;
  const named =
    only !== undefined && others.length === 0
      ? `${only.names}，`
      : `${told.map(({ names, said }) => `${names}${said}`).join("；")}。`;
  const list = told.some(({ held }) => held.length > MOST_NAMES)
    ? passage`名单见${labelOf("table:decade")}，`
    : "";
  return {
    heading: `${unreachedName(rows)}的目标${rows.length}项`,
    text:
      told.length === 0
        ? ""
        : passage`${named}${list}现状和差距见${labelOf("part:domains")}，建议在下一周期${scorecard.plan.terms.plan}中接续安排。`,
  };
}

/** More names than these are not heard out: the comparison of the whole period has every row. */
const MOST_NAMES = 12;

function fewNames(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return nameList(names);
  return `${nameList(names.slice(0, MOST_NAMES / 2))}等${names.length}项`;
}

/** Achieved by a hair, or on a doubtful footing: not to be counted on. Rows of which the same is so are told together. */
function unsteady({ scorecard }: EvaluationMatter): { heading: string; text: string } {
  const rows = scorecard.rows
    .filter(({ status }) => status === "achieved")
    .map((row) => ({ row, reason: unsteadiness(row, scorecard.plan) }))
    .filter(({ reason }) => reason !== "");
  const told = [...new Set(rows.map(({ reason }) => reason))].map((reason) => {
    const held = rows.filter((each) => each.reason === reason).map(({ row }) => row);
    return `${fewNames(rowNames(held))}${reason}`;
  });
  return {
    heading: "已实现但需巩固的目标",
    text: told.length === 0 ? "" : `${told.join("；")}，建议继续监测、巩固。`,
  };
}

/** 刚达到目标值, 仅略优于基期水平, 连续两年下降; "" for a row that stands firmly. */
function unsteadiness(row: ScoredRow, plan: Plan): string {
  const facts = judgedOf(row)
    .map((scored) => factsOf(scored, plan))
    .filter(isJudged);
  return joined(
    facts.some(isNearTheLine) ? "刚达到目标值" : "",
    facts.some(isHardlyBetter) ? "仅略优于基期水平" : "",
    worseningOf(row),
  );
}

/** A direction that is kept by a change that would else be told as 基本持平. */
function isHardlyBetter({ scored, plan }: JudgedFacts): boolean {
  return scored.rule === "better" && hasHardlyMoved(scored, plan);
}

function missing({ scorecard, dataset }: EvaluationMatter): { heading: string; text: string } {
  const { year, plan } = scorecard;
  const rows = scorecard.rows.filter(({ status }) => status === "noData");
  const told = REASONS.flatMap(({ reason, said }) => {
    const held = rows.filter((row) => reasonOf(row, dataset, plan) === reason);
    return held.length === 0 ? [] : [`${fewNames(rowNames(held))}${said(year)}。`];
  });
  return { heading: `期末缺数据的指标${rows.length}项`, text: told.join("") };
}

/** What is made of a missing figure, by the reason why it is: nobody who waits for another is asked to report better. */
const REASONS: readonly { reason: MissingReason; said: (year: number) => string }[] = [
  { reason: "unreported", said: (year) => `缺${year}年数据，未能评价，建议核实后补报并补充评价` },
  { reason: "untaken", said: () => "连续两年以上缺数据，建议开展专项统计调查" },
  { reason: "inWork", said: (year) => `${year}年数据尚在核定，待核定后补充评价` },
  { reason: "awaited", said: (year) => `尚无${year}年数据，待有关数据反馈后补充评价` },
  { reason: "periodic", said: (year) => `尚无${year}年数据，待有关结果公布后补充评价` },
];

/** Of a compound row that of its first part. */
function reasonOf(row: ScoredRow, dataset: Dataset, { period }: Plan): MissingReason {
  const [first = row] = judgedOf<ScoredIndicator>(row);
  return missingReason(first, gapOf(first.id, row.year, dataset), period.start);
}

/** Measures by name, as they were last reported; what nobody reported stands with the counts of the measures. */
function open(matter: EvaluationMatter): { heading: string; text: string } {
  const { year } = matter.scorecard;
  const all = openMeasures(matter);
  const told = (["推进中", "未启动"] as const)
    .map((status) => all.filter((each) => each.status === status).map(({ title }) => `“${title}”`))
    .map((names, at) =>
      names.length === 0 ? "" : `${fewQuoted(names)}${at === 0 ? "仍在推进" : "尚未启动"}`,
    )
    .filter((text) => text !== "");
  return {
    heading: `未全部落实的措施${all.length}项`,
    text: told.length === 0 ? "" : `截至${year}年底，${told.join("；")}，建议在下一周期继续落实。`,
  };
}

/** Quoted names need no 顿号 between them: GB/T 15834—2011, 4.5.3.5. */
function fewQuoted(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join("");
  return `${names.slice(0, MOST_NAMES / 2).join("")}等${names.length}项`;
}

/** Where no other project is open the heading has counted those that did not report. */
function silentText(count: number, counted: boolean, year: number): string {
  const which = counted ? "上述项目" : `未报送${year}年进展的${count}个项目`;
  return `${which}${counted ? `截至${year}年底的` : "，"}完成情况有待核实。`;
}

function unfinished({ scorecard }: EvaluationMatter): { heading: string; text: string } {
  const { projects, year } = scorecard;
  const open = projects.filter(({ progress }) => progress !== null && progress.status !== "已完成");
  const silent = projects.filter(({ progress }) => progress === null);
  // Quoted names need no 顿号 between them until brackets stand in between: GB/T 15834—2011, 4.5.3.5.
  const told = open.map(({ project, progress }) => `“${project.name}”（${progress!.status}）`);
  const clauses = [
    told.length === 0 ? "" : `${told.join("、")}截至${year}年底尚未全部完成，建议在下一周期继续实施。`,
    silent.length === 0 ? "" : silentText(silent.length, open.length === 0, year),
  ];
  const which = [open.length === 0 ? "" : "未全部完成", silent.length === 0 ? "" : "未报送进展"];
  const named = which.filter((words) => words !== "").join("或");
  return { heading: `${named}的重点项目${open.length + silent.length}个`, text: clauses.join("") };
}
