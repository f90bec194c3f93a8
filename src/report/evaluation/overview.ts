import { EVALUATION_PART_NAMES } from "../../narrative/part-names.js";
import { anchor, headedParagraphs } from "../blocks.js";
import { numberedRows, splitText } from "../chapters/lead.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { chapter, type Part } from "../numbering/unnumbered.js";
import { UNREACHED } from "../words/labels.js";
import { counted, enumerate, nameList } from "../words/wording.js";
import { measuresTold, silentMeasuresText } from "./measures.js";
import { FEWEST_YEARS, type EvaluationMatter } from "./context.js";
import { rowNames } from "./words/lists.js";
import { evaluationName, spanText } from "./words/naming.js";
import { STATUS } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";
import { revisionCounts } from "../annexes/gaps.js";
import { joined } from "../words/rules/rule-words.js";
import { judgedOf, withoutNature } from "../../plan/lookup.js";

type PartName = keyof typeof EVALUATION_PART_NAMES;

/** 评估工作概况: basis, scope, data, method in brief, and how complete the data are. */
export function overviewPart(matter: EvaluationMatter): Part {
  const told = (part: PartName, text: Passage) => ({ heading: EVALUATION_PART_NAMES[part], text, part });
  const basis = headedParagraphs([told("overview/basis", basisText(matter))]);
  const blocks = headedParagraphs([
    told("overview/scope", scopeText(matter)),
    told("overview/sources", sourceText(matter)),
    told("overview/method", methodText(matter)),
    told("overview/completeness", completenessText(matter)),
  ]);
  const own = `${EVALUATION_PART_NAMES["overview/organisation"]}。`;
  const organisation = anchor("overview/organisation", own, "bracketed");
  return chapter("overview", EVALUATION_PART_NAMES.overview, [...basis, organisation, ...blocks]);
}

function basisText({ kind, scorecard }: EvaluationMatter): string {
  const { plan } = scorecard;
  const issued = plan.document.number === "" ? "" : `${plan.document.number}，`;
  return (
    `根据《${plan.title}》（${issued}以下简称${plan.terms.named}）关于${evaluationName(kind)}的要求，` +
    `${plan.issuers[kind]}对${plan.terms.named}${spanText(scorecard)}的实施情况进行了评估。`
  );
}

function scopeText(matter: EvaluationMatter): string {
  const { scorecard } = matter;
  const { plan, byNature } = scorecard;
  const without = withoutNature(plan);
  const natures = [
    byNature.binding.total === 0 ? "" : `约束性指标${byNature.binding.total}项`,
    byNature.anticipated.total === 0 ? "" : `预期性指标${byNature.anticipated.total}项`,
    without === 0 ? "" : `未划分的${without}项`,
  ].filter((text) => text !== "");
  const split = splitText(plan);
  const inside = joined(split, `${split === "" || natures.length === 0 ? "" : "其中"}${natures.join("、")}`);
  const measures = measuresTold(matter);
  const besides = [
    measures === 0 ? "" : `${plan.terms.named}措施${measures}项`,
    plan.projects.length === 0 ? "" : `重点项目${plan.projects.length}个`,
  ].filter((text) => text !== "");
  return (
    `评估期为${spanText(scorecard)}，基期为${plan.period.baseline}年。` +
    `从${nameList(plan.domains.map(({ name }) => name))}${counted(plan.domains.length)}个领域，` +
    `逐项评价主要指标${numberedRows(plan)}项${inside === "" ? "" : `（${inside}）`}${besides.length === 0 ? "" : `，并评估${besides.join("、")}`}。`
  );
}

function sourceText(matter: EvaluationMatter): Passage {
  const { scorecard, dataset, context } = matter;
  const status = context.sample
    ? "本稿所用数据为示例数据。"
    : dataset.manifest.status === "初步"
      ? "本次评估使用初步数据，以最终核定数据为准。"
      : "";
  const sources = [
    "监测数据",
    ...(measuresTold(matter) === 0 ? [] : ["措施落实情况"]),
    ...(scorecard.projects.length === 0 ? [] : ["重点项目进展"]),
  ];
  return `评估数据取自各责任单位历年报送的${enumerate(sources)}，不作估算和推补。${status}`;
}

function methodText({ scorecard }: EvaluationMatter): Passage {
  const { year } = scorecard;
  const { method } = scorecard.plan;
  const { onTrack, slow } = method.pace;
  const classes = isLastYear(scorecard)
    ? `达到目标的为${STATUS.achieved.nameAtEnd}，未达到目标但完成程度不低于${onTrack.times(100).toFixed()}%的为${STATUS.nearlyAchieved.name}，` +
      `其余为${STATUS.notAchieved.name}，后两者合称${UNREACHED}`
    : `未达标的，进度比不低于${onTrack.toFixed()}为${STATUS.onTrack.name}，不低于${slow.toFixed()}为${STATUS.slow.name}，` +
      `其余为${STATUS.offTrack.name}`;
  const basis =
    `以序时进度法为判定依据：有数值目标的指标，将实际进展与${isLastYear(scorecard) ? "到" : "截至"}${year}年的应有进展相比，${classes}；` +
    "只提出方向要求的指标与基期比较。同时以复合年均增长率法和年均下降率法作敏感性分析，";
  return passage`${basis}结果列于${labelOf("annex:sensitivity")}，不改变判定；评价方法详见${labelOf("annex:method")}。`;
}

function completenessText(matter: EvaluationMatter): Passage {
  const { scorecard } = matter;
  const { tally, rows, year } = scorecard;
  const missing = rows.filter(({ status }) => status === "noData");
  const told =
    missing.length === 0
      ? `${year}年${tally.total}项指标均有数据。`
      : passage`${year}年${tally.total}项指标中，有数据的${tally.total - missing.length}项，缺项${missing.length}项（清单见${labelOf("annex:gaps")}）。`;
  return passage`${told}${fewYearsText(matter)}${shortSeriesText(matter)}${revisionText(matter)}${silentMeasuresText(matter)}`;
}

/** Too few years in the whole report to speak of a course. */
function fewYearsText({ scorecard, context }: EvaluationMatter): string {
  const years = [...context.earlier.map(({ year }) => year), scorecard.year];
  if (years.length >= FEWEST_YEARS) return "";
  const drawn = isLastYear(scorecard) ? "变化趋势" : "变化趋势和预测";
  return `目前仅有${years.map((year) => `${year}年`).join("、")}数据，不足三年，${drawn}仅供参考。`;
}

function shortSeriesText(matter: EvaluationMatter): string {
  const { scorecard } = matter;
  // What has been said of the report is so of every row.
  if (fewYearsText(matter) !== "") return "";
  const short = scorecard.rows.filter((row) =>
    judgedOf(row).some(({ value, series }) => value !== null && series.length < FEWEST_YEARS),
  );
  if (short.length === 0) return "";
  const names = short.length > 5 ? "" : `（${nameList(rowNames(short))}）`;
  return `有数据的年份不足三年的指标${short.length}项${names}，不判断其变化过程。`;
}

/** 已报数据修订1处，另有2项指标据报表备注经过修订，均采用修订后数据: as the annex lists them. */
function revisionText(matter: EvaluationMatter): string {
  const { revised, remarked } = revisionCounts(matter);
  const told = joined(
    revised === 0 ? "" : `已报数据修订${revised}处`,
    remarked === 0 ? "" : `${revised === 0 ? "" : "另"}有${remarked}项指标据报表备注经过修订`,
  );
  return told === "" ? "" : `${told}，${revised + remarked === 1 ? "" : "均"}采用修订后数据。`;
}
