import type { Chapter as PlanChapter, Measure, Plan, PlanRow } from "../../plan/plan.js";
import { traitsOf } from "../../plan/target-kinds.js";
import type { ScoredRow } from "../../score/scorecard.js";
import { missingTwoYears } from "../annexes/gaps.js";
import { headedParagraphs, paragraph, type HeadingNumber } from "../blocks.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { chapter, type Part, type UnnumberedBlock } from "../numbering/unnumbered.js";
import { verbOf } from "../words/change.js";
import { rowsBehind } from "./problems.js";
import type { Matter } from "../row-facts.js";
import { chineseNumber, headline, nameList } from "../words/wording.js";

/** Rows that the plan answers with the same measures: one recommendation for all of them. */
interface Advice {
  rows: ScoredRow[];
  measures: readonly string[];
}

/**
 * 对策建议: every recommendation cites the plan's own chapter and measures, its projects and their
 * 责任单位. Nothing is advised that the plan does not say.
 */
export function recommendationsChapter(matter: Matter): Part {
  return chapter("recommendations", "对策建议", recommendationBlocks(matter));
}

/** A paragraph per recommendation, numbered at the level they stand on. */
export function recommendationBlocks(matter: Matter, number?: HeadingNumber): UnnumberedBlock[] {
  const { plan } = matter.scorecard;
  const items = [
    ...adviceFor(rowsBehind(matter)).map((advice) => ({
      heading: `着力${aimOf(advice.rows)}${headline(advice.rows.map(({ row }) => row.name))}`,
      text: adviceText(advice, plan),
    })),
    dataAdvice(matter),
  ];
  const blocks = headedParagraphs(items, number);
  const none = "建议各责任单位继续按照《规划》部署推进各项任务，保持指标稳定，按时报送监测数据。";
  return blocks.length === 0 ? [paragraph(none)] : blocks;
}

function adviceFor(rows: readonly ScoredRow[]): Advice[] {
  const binding = rows.filter(({ row }) => row.nature === "binding");
  const others = rows.filter(({ row }) => row.nature !== "binding");
  const advice: Advice[] = [];
  for (const row of [...binding, ...others]) {
    const { measures } = row.row;
    const same = advice.find((each) => each.measures.join() === measures.join());
    if (same === undefined) advice.push({ rows: [row], measures });
    else same.rows.push(row);
  }
  return advice;
}

/** What is to be done with the figures: 提高, 降低 … where the rows agree, 改善 where they do not. */
function aimOf(rows: readonly ScoredRow[]): string {
  const aims = new Set(rows.map(({ row }) => better(row)));
  const [only] = aims;
  return aims.size === 1 && only !== undefined ? only : "改善";
}

function better(row: PlanRow): string {
  const { better } = traitsOf(row.target);
  return better === "neither" ? "优化" : verbOf(row, better);
}

function adviceText({ rows, measures }: Advice, plan: Plan): string {
  return `${measuresText(measures, plan)}${projectsText(rows, plan)}${reportersText(rows)}`;
}

/** 落实《规划》重点任务“加大妇幼健康优质服务供给，提高妇女健康水平”中“2.保障妇女孕产期健康和母婴安全”等要求。 */
function measuresText(ids: readonly string[], plan: Plan): string {
  const cited = plan.chapters
    .map((chapter) => ({ chapter, measures: chapter.measures.filter(({ id }) => ids.includes(id)) }))
    .filter(({ measures }) => measures.length > 0);
  if (cited.length === 0) return "对照《规划》目标要求，逐项分析差距，制定并落实改进措施。";
  return `落实《规划》重点任务${cited.map(({ chapter, measures }) => citation(chapter, measures)).join("；")}。`;
}

function citation(chapter: PlanChapter, measures: readonly Measure[]): string {
  const titles = measures.map(({ number, title }) => `“${number}.${closed(title)}”`).join("");
  return `“（${chineseNumber(chapter.number)}）${closed(chapter.title)}”中的${titles}`;
}

/** Titles are quoted inside a sentence: without the full stop some of them end with. */
function closed(title: string): string {
  return title.replace(/。$/u, "");
}

function projectsText(rows: readonly ScoredRow[], plan: Plan): string {
  const ids = new Set(rows.flatMap(({ row }) => row.projects));
  const projects = plan.projects.filter(({ id }) => ids.has(id));
  if (projects.length === 0) return "";
  const named = projects.map(({ name, reporters }) => `“${name}”（责任单位：${reporters.join("、")}）`);
  return `结合实施${named.join("")}加以推进。`;
}

function reportersText(rows: readonly ScoredRow[]): string {
  const texts = [reportersOf(rows, true, "责任单位"), reportersOf(rows, false, "建议责任单位（待确认）")];
  return texts.filter((text) => text !== "").join("");
}

function reportersOf(rows: readonly ScoredRow[], confirmed: boolean, label: string): string {
  const names = rows
    .filter(({ row }) => row.reporters.confirmed === confirmed)
    .flatMap(({ row }) => row.reporters.names);
  const unique = [...new Set(names)];
  return unique.length === 0 ? "" : `${label}：${unique.join("、")}。`;
}

/** More names than these are counted, not listed; the annex has them all. */
const MOST_NAMES = 3;

function dataAdvice({ scorecard }: Matter): { heading: string; text: Passage } {
  const missing = scorecard.rows.filter(({ status }) => status === "noData");
  const names = missing.slice(0, MOST_NAMES).map(({ row }) => row.name);
  const survey = missing.some((row) => missingTwoYears(row, scorecard.plan.period.start))
    ? passage`；连续两年缺项的，建议开展专项统计调查（详见${labelOf("annex:gaps")}）`
    : passage`（详见${labelOf("annex:gaps")}）`;
  const which = `${nameList(names)}${missing.length === 1 ? "" : `等${missing.length}项缺项指标`}`;
  const text = passage`对${which}，由有关部门核实数据来源、口径和报送渠道，及时补报${survey}。${reportersText(missing)}`;
  return { heading: "补齐缺项数据", text: missing.length === 0 ? "" : text };
}
