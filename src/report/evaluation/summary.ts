import { withoutFootnotes } from "../../terms/footnotes.js";
import type { Rates, Scorecard, ScoredRow } from "../../score/scorecard.js";
import { statusChanges } from "../../score/status-changes.js";
import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import { inPart, paragraph } from "../blocks.js";
import type { Part } from "../numbering/unnumbered.js";
import { RATES } from "../../score/rates.js";
import { isOneRate, noneSaid, numberedRows, shareText, splitText } from "../chapters/lead.js";
import { alikeSaid, tallied, UNREACHED } from "../words/labels.js";
import { verdictBehind, verdictClause } from "../words/verdict.js";
import { themeHeading, themesOf, type Worst } from "../chapters/problems.js";
import { allOf, FARTHEST_FIRST } from "../chapters/projects.js";
import { metText, newlyMet } from "./newly-met.js";
import { bracketedFigure } from "../words/standing.js";
import { uncited } from "../words/cited.js";
import { factsOf, isJudged } from "../row-facts.js";
import { judgedOf } from "../../plan/lookup.js";
import { nameList, quoted, sentence } from "../words/wording.js";
import { midtermScorecard, previousScorecard, type EvaluationMatter } from "./context.js";
import { forecastsOf, hasNumericData, rowsMissing, type Forecast } from "./forecast.js";
import { againstOf } from "./words/against-text.js";
import { measuresSummary } from "./measures.js";
import { countedList, rowNames } from "./words/lists.js";
import { movesSaid } from "./words/moves-text.js";
import { movesOf } from "../since-baseline.js";
import { changedRows } from "./words/status-change-text.js";
import { STATUS, STATUSES, statusName, type Status } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";

/** In the summary's smaller type a page has 24 lines of 31 characters below the heading; one is kept for a wider face. */
const LINES = 23;
const LINE_WIDTH = 31;
const INDENT = 2;
/** Digits and Latin letters are half as wide as a character, and a little more for the space beside them. */
const NARROW = 0.6;
/** Heading and text in characters: beyond this a page is not read at a glance. */
const MOST_CHARACTERS = 660;

/** How much is named rather than counted: binding rows to act on and others, rows of any other list, and what went best. */
interface Detail {
  binding: number;
  reached: number;
  names: number;
  best: number;
}

/** From the most telling to the shortest; the first that fits the page is taken. */
const DETAILS: readonly Detail[] = [
  { binding: 99, reached: 99, names: 6, best: 4 },
  { binding: 99, reached: 99, names: 4, best: 4 },
  { binding: 99, reached: 99, names: 3, best: 4 },
  { binding: 99, reached: 99, names: 3, best: 3 },
  { binding: 99, reached: 99, names: 2, best: 3 },
  { binding: 99, reached: 99, names: 1, best: 3 },
  { binding: 99, reached: 0, names: 4, best: 3 },
  { binding: 99, reached: 0, names: 3, best: 3 },
  { binding: 99, reached: 0, names: 2, best: 3 },
  { binding: 99, reached: 0, names: 1, best: 3 },
  { binding: 99, reached: 0, names: 0, best: 3 },
  { binding: 99, reached: 0, names: 0, best: 1 },
  { binding: 99, reached: 0, names: 0, best: 0 },
  { binding: 4, reached: 0, names: 0, best: 0 },
  { binding: 2, reached: 0, names: 0, best: 0 },
  { binding: 0, reached: 0, names: 0, best: 0 },
];

/** 摘要: one page a leader can act on. Names give way to counts where the page would not hold them. */
export function summaryPart(matter: EvaluationMatter): Part {
  const view: View = { ...matter, forecasts: forecastsOf(matter.scorecard) };
  const versions = DETAILS.map((detail) => paragraphsOf(view, detail));
  const told = versions.find(fits) ?? versions.at(-1)!;
  const blocks = told.flatMap(({ part, heading, text }) => inPart(part, [paragraph(text, heading)]));
  return { id: "summary", part: "summary", counted: false, heading: HEADING, blocks, sections: [] };
}

type View = EvaluationMatter & { forecasts: readonly Forecast[] };

interface SummaryParagraph {
  part: string;
  heading: string;
  text: string;
}

function fits(paragraphs: readonly SummaryParagraph[]): boolean {
  // The marks of figures that people may cite are not printed.
  const texts = paragraphs.map(({ heading, text }) => heading + uncited(text));
  const sum = (length: (text: string) => number): number =>
    texts.reduce((total, text) => total + length(text), 0);
  const characters = HEADING.length + sum((text) => [...text].length);
  return characters <= MOST_CHARACTERS && sum(linesOf) <= LINES;
}

function linesOf(text: string): number {
  const widths = [...text].map((letter) => (letter.charCodeAt(0) < 0x80 ? NARROW : 1));
  return Math.ceil(widths.reduce<number>((sum, width) => sum + width, INDENT) / LINE_WIDTH);
}

const HEADING = EVALUATION_PART_NAMES.summary;

function paragraphsOf(view: View, detail: Detail): SummaryParagraph[] {
  const told = (part: keyof typeof EVALUATION_PART_NAMES, text: string): SummaryParagraph => ({
    part,
    heading: `${EVALUATION_PART_NAMES[part]}。`,
    text,
  });
  return [
    told("summary/overall", openingText(view.scorecard)),
    told("summary/binding", bindingText(view, detail)),
    told("summary/changes", changesText(view, detail)),
    told("summary/achievements", achievementsText(view, detail)),
    told("summary/measures", measuresSummary(view)),
    told("summary/projects", projectsText(view)),
    told("summary/problems", problemsText(view)),
    isLastYear(view.scorecard)
      ? told("summary/unreached", unreachedText(view, detail))
      : told("summary/prospect", prospectText(view, detail)),
    told("summary/asks", asksText(view)),
  ].filter(({ text }) => text !== "");
}

/** 2025年《规划》实施总体进展良好，49项指标中已达标13项，…；达标或预期可达标65.8%（25/38），其中有明确目标的达标率56.5%（13/23）。 */
export function overallText(scorecard: Scorecard): string {
  const { year, tally, rates } = scorecard;
  const final = isLastYear(scorecard);
  const verdict = verdictClause(scorecard);
  const opening = verdict === "" ? `${year}年` : verdict;
  const share = ratesClause(rates, final);
  return `${opening}，${tally.total}项指标${tallied(tally, final, "中")}${share === "" ? "" : `；${share}`}。`;
}

/** 达标或预期可达标65.8%（25/38），其中有明确目标的达标率56.5%（13/23）; "" where nothing can be judged. */
function ratesClause(rates: Rates, final: boolean): string {
  const { onCourse, achievement } = rates;
  if (onCourse.of === 0) return "";
  const rate =
    onCourse.n === 0
      ? `可评价的${onCourse.of}项${noneSaid(onCourse, final)}`
      : `${final ? `可评价指标中${RATES.onCourse.title(final)}的占` : RATES.onCourse.title(final)}${shareText(onCourse, [achievement])}`;
  const told = achievement.n === 0 || isOneRate(rates);
  return `${rate}${told ? "" : `，其中有明确目标的达标率${shareText(achievement, [onCourse])}`}`;
}

/**
 * 2025年，《永川区妇女发展规划》（以下简称《规划》）34项主要指标（分列为41项）中，已达标14项，…；…占69.2%（27/39）；…总体评价为“总体进展偏慢”: the figures first, and the
 * plan by its name, since nothing has named it yet.
 */
function openingText(scorecard: Scorecard): string {
  const { plan, year, tally, rates } = scorecard;
  const final = isLastYear(scorecard);
  const split = splitText(plan);
  const rows = `${numberedRows(plan)}项主要指标${split === "" ? "" : `（${split}）`}`;
  return sentence([
    `${year}年，《${plan.shortTitle}》（以下简称${plan.terms.named}）${rows}${tallied(tally, final, "中，")}`,
  ]).replace(
    /。$/u,
    `${[ratesClause(rates, final), verdictBehind(scorecard)]
      .filter((clause) => clause !== "")
      .map((clause) => `；${clause}`)
      .join("")}。`,
  );
}

/** 15个重点项目中，基本完成3个，推进中12个。 */
function projectsText({ scorecard }: View): string {
  const { projects } = scorecard;
  const counts = FARTHEST_FIRST.map((status) => ({
    status,
    count: projects.filter(({ progress }) => progress?.status === status).length,
  })).filter(({ count }) => count > 0);
  const [first] = counts;
  if (first === undefined) return "";
  if (first.count === projects.length)
    return `${projects.length}个重点项目${allOf(first.status, projects.length)}。`;
  return `${projects.length}个重点项目中，${counts.map(({ status, count }) => `${status}${count}个`).join("，")}。`;
}

/** So many problems and asks a leader acts on. */
const MOST = 3;
const ORDINALS = ["一是", "二是", "三是"];

/** 5岁以下儿童贫血率为3.35%，实现低于4%的目标；…: what was reached, against what was asked. */
function achievementsText({ scorecard }: View, { best }: Detail): string {
  const told = newlyMet(scorecard).slice(0, best);
  return told.length === 0 ? "" : `${told.map(metText).join("；")}。`;
}

/** 一是孕产妇死亡率（16.04/10万，1例）达标困难；二是…: the gravest subjects, each with the figure that weighs most. */
function problemsText({ scorecard }: View): string {
  const headings = themesOf(scorecard)
    .slice(0, MOST)
    .map(({ topic, rows }) => themeHeading(topic, rows, isLastYear(scorecard), worstFigure(rows, scorecard)));
  if (headings.length === 0) return "";
  if (headings.length === 1) return `${headings[0]}。`;
  return `${headings.map((heading, at) => `${ORDINALS[at]}${heading}`).join("；")}。`;
}

/** 16.04/10万，1例: of several rows the first one's. Null where no figure of the row says it. */
function worstFigure(rows: readonly ScoredRow[], { plan }: Scorecard): Worst | null {
  const [row] = rows;
  const scored = row === undefined ? undefined : judgedOf(row).find(({ status }) => status === row.status);
  if (row === undefined || scored === undefined || scored.groups !== null) return null;
  const facts = factsOf(scored, plan);
  return isJudged(facts) ? { name: scored.indicator.name, value: bracketedFigure(facts) } : null;
}

/** What people put first in their recommendations: the words they set in bold, three of them, none where there are none. */
function asksText({ context }: View): string {
  const written = context.narrative?.sections.find(({ slot }) => slot === "recommendations");
  const asks = (written?.blocks ?? [])
    .flatMap(({ runs }) => runs.filter(({ strong }) => strong).slice(0, 1))
    .map(({ text }) => quoted(withoutFootnotes(text)))
    .filter((text) => text !== "" && [...text].length <= LONGEST_ASK);
  return asks.length === 0 ? "" : `${asks.slice(0, MOST).join("；")}。`;
}

/** A bold sentence longer than this is no headline. */
const LONGEST_ASK = 20;

/** Binding rows by status, the ones to act on first and named. */
function bindingText({ scorecard }: View, { binding, reached }: Detail): string {
  const named = (status: Status): number =>
    STATUS[status].behind || status === "nearlyAchieved" || status === "noData" ? binding : reached;
  const rows = scorecard.rows.filter(({ row }) => row.nature === "binding");
  if (rows.length === 0) return "";
  const held = [...STATUSES]
    .reverse()
    .map((status) => ({ status, held: rows.filter((row) => row.status === status) }))
    .filter(({ held }) => held.length > 0);
  const final = isLastYear(scorecard);
  const [only, ...others] = held;
  if (only !== undefined && others.length === 0) return `${alikeText(rows, only.status, scorecard)}。`;
  const told = held.map(
    ({ status, held: own }) => `${statusName(status, final)}${countedList(own, named(status))}`,
  );
  return `${rows.length}项约束性指标中，${told.join("，")}。`;
}

/** Rows that all stand alike: 5项约束性指标全部达标, 均缺项; one alone by its name. */
function alikeText(rows: readonly ScoredRow[], status: Status, { plan, year }: Scorecard): string {
  const final = isLastYear({ plan, year });
  const said = alikeSaid(status, final);
  if (rows.length > 1) return `${rows.length}项约束性指标${said}`;
  return `1项约束性指标（${nameList(rowNames(rows))}）${said.replace(/^(?:全部|均为?)/u, "")}`;
}

function changesText(view: View, { names }: Detail): string {
  const since = movesSaid(movesOf(view.scorecard), names);
  const clauses = [since.length === 0 ? "" : `与基期相比，${since.join("，")}`, ...statusTexts(view, names)];
  const told = clauses.filter((clause) => clause !== "");
  return told.length === 0 ? "" : `${told.join("；")}。`;
}

function statusTexts(view: View, names: number): string[] {
  const midterm = view.kind === "final" ? midtermScorecard(view) : null;
  const bases = new Set([previousScorecard(view), midterm].filter((card) => card !== null));
  const turns = [...bases].map((then) => ({ then, changes: statusChanges(view.scorecard, then) }));
  const still = turns.filter(({ changes }) => changes.every(({ direction }) => direction === "other"));
  if (still.length > 1 && still.length === turns.length) {
    const years = still.map(({ then }) => `${then.year}年`).join("、");
    return [`与${years}相比，均没有状态好转或回落的指标`];
  }
  return turns.map(({ then, changes }) => {
    // What got worse asks for action: it is named before what got better.
    const parts = [
      { word: "状态好转", held: changedRows(changes, "better"), most: Math.max(names - 2, 0) },
      { word: "回落", held: changedRows(changes, "worse"), most: names },
    ].filter(({ held }) => held.length > 0);
    if (parts.length === 0) return `与${then.year}年相比，没有状态好转或回落的指标`;
    const told = parts.map(({ word, held, most }) => `${word}${countedList(held, most)}`);
    return `与${then.year}年相比，${told.join("，")}`;
  });
}

/** What will miss the plan's last year at this pace: of the binding rows every one by name. */
function prospectText({ scorecard, forecasts }: View, { names, binding }: Detail): string {
  if (!hasNumericData(scorecard)) return "";
  const missing = rowsMissing(forecasts);
  const { turning } = againstOf(scorecard);
  const bound = missing.filter(({ row }) => row.nature === "binding").length;
  const named = (rows: readonly ScoredRow[]): string => countedList(rows, Math.max(names, MOST));
  const parts = [
    missing.length === 0
      ? "没有预计不能达标的数值型指标"
      : `预计不能达标的数值型指标有${countedList(missing, Math.max(names, Math.min(bound, binding, MOST)))}`,
    turning.length === 0 ? "" : `变化方向与目标相反的指标有${named(turning)}`,
  ].filter((text) => text !== "");
  return `按目前速度，到${scorecard.plan.period.end}年${parts.join("；")}。`;
}

/** 未全面实现; 未实现 or 基本实现 where there is none of the other. */
export function unreachedName(rows: readonly ScoredRow[]): string {
  const held = (["notAchieved", "nearlyAchieved"] as const).filter((status) =>
    rows.some((row) => row.status === status),
  );
  return held.length > 1 ? UNREACHED : held.map((status) => STATUS[status].name).join("");
}

function unreachedText({ scorecard }: View, { names }: Detail): string {
  const parts = (["notAchieved", "nearlyAchieved", "noData"] as const)
    .map((status) => ({ status, held: scorecard.rows.filter((row) => row.status === status) }))
    .filter(({ held }) => held.length > 0)
    .map(({ status, held }) => `${STATUS[status].name}${countedList(bindingFirst(held), names)}`);
  return parts.length === 0 ? "没有未实现或缺项的指标。" : `${parts.join("，")}。`;
}

function bindingFirst(rows: readonly ScoredRow[]): ScoredRow[] {
  const isBinding = ({ row }: ScoredRow): boolean => row.nature === "binding";
  return [...rows.filter(isBinding), ...rows.filter((row) => !isBinding(row))];
}
