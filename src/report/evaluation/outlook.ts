import { outlookHeading } from "../../narrative/part-names.js";
import { namedSection } from "./sections.js";
import type { Plan } from "../../plan/plan.js";
import type { Scorecard } from "../../score/scorecard.js";
import { alertBlocks } from "../chapters/alerts.js";
import { headedParagraphs, paragraph, tableBlock } from "../blocks.js";
import type { Part, UnnumberedBlock, UnnumberedTable } from "../numbering/unnumbered.js";
import { baselineCell, figureCell, textCell } from "../tables/cells.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import { CLASS_NAMES } from "../words/labels.js";
import { nameList } from "../words/wording.js";
import { weakestNote } from "../words/row-notes.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { factsOf, type RowFacts } from "../row-facts.js";
import { labelOf, passage, type Passage } from "../numbering/passage.js";
import { closingBlocks } from "./closing.js";
import type { EvaluationMatter } from "./context.js";
import { caveatsText } from "./words/forecast-caveats.js";
import { againstTexts } from "./words/against-text.js";
import {
  departuresOf,
  forecastsOf,
  hasNumericData,
  horizonOf,
  type Forecast,
  type Prospect,
} from "./forecast.js";
import { leavingText, limitNote, METHODS, nameOf, projectedFacts, reachText } from "./words/forecast-text.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { statusName } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";

/** 到2030年的预测与预警; in the plan's last year what goes over into the next period instead. */
export function outlookPart(matter: EvaluationMatter): Part {
  const { scorecard } = matter;
  const closing = isLastYear(scorecard);
  const first = closing
    ? namedSection("outlook/closing", closingBlocks(matter))
    : namedSection("outlook/forecast", forecastBlocks(matter));
  return {
    id: "outlook",
    part: "outlook",
    counted: true,
    heading: outlookHeading(scorecard.plan, closing),
    blocks: [],
    sections: [first, namedSection("alerts", alertBlocks(matter))],
  };
}

function forecastBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const { scorecard } = matter;
  const { year, plan } = scorecard;
  if (!hasNumericData(scorecard)) return [paragraph(`${year}年没有数值型指标的数据，无法预测。`)];
  const [unmet, leaving] = [forecastsOf(scorecard), departuresOf(scorecard)];
  const texts = [
    unmet.length > 0 || leaving.length > 0 ? methodText(plan.period.end, unmet.length > 0) : "",
    unmet.length === 0 ? `${year}年有数据的数值型指标均已达到目标。` : "",
    onCourseText(scorecard),
    ...againstTexts(scorecard),
  ];
  const caveats = caveatsText(unmet, scorecard);
  return [
    ...texts.filter((text) => text !== "").map((text) => paragraph(text)),
    ...headedParagraphs(
      GROUPS.map(({ prospects, heading, text }) => {
        const held = [...unmet, ...leaving].filter(({ prospect }) => prospects.includes(prospect));
        return { heading: heading(held.length, plan), text: text(held, matter) };
      }),
      "dotted",
    ),
    ...(caveats === "" ? [] : [paragraph(caveats)]),
    ...(unmet.length === 0 ? [] : [tableBlock(forecastTable(unmet, matter))]),
  ];
}

/** Rows on course by a figure and by a direction alone: the one is a matter of pace, the other of keeping on. */
function onCourseText({ rows, plan: { period, terms } }: Scorecard): string {
  const onCourse = rows.filter(({ status }) => status === "onTrack");
  const numeric = onCourse.filter(({ row }) => traitsOf(row.target).numeric).length;
  const parts = [
    { name: CLASS_NAMES.numeric, count: numeric, said: "完成进度符合序时要求" },
    {
      name: CLASS_NAMES.directional,
      count: onCourse.length - numeric,
      said: `变化方向符合${terms.named}要求，须保持到${period.end}年，不作数值推算`,
    },
  ].filter(({ count }) => count > 0);
  const [only] = parts;
  if (only === undefined) return "";
  const opening = `${statusName("onTrack", false)}的${onCourse.length}项指标`;
  if (parts.length === 1)
    return `${opening}${onCourse.length === 1 ? "" : "均"}为${only.name}指标，${only.said}。`;
  return `${opening}中，${parts.map(({ name, count, said }) => `${name}指标${count}项，${said}`).join("；")}。`;
}

function methodText(end: number, tabled: boolean): Passage {
  const table = tabled ? passage`结果见${labelOf("table:forecast")}，` : "";
  return passage`对数值型指标，按基期以来的速度推算到${end}年（${table}方法见${labelOf("annex:method")}）。预测只反映目前速度延续的结果，不代表对未来走势的判断。`;
}

interface ForecastGroup {
  prospects: readonly Prospect[];
  heading: (count: number, plan: Plan) => string;
  text: (held: readonly Forecast[], matter: EvaluationMatter) => Passage;
}

/** More than these are not heard out. */
const MOST_TOLD = 10;

/** 即妇女人均预期寿命。 分别是甲、乙。 Names alone: the table has the figures of all that are not met yet. */
function namesText(held: readonly Forecast[]): Passage {
  const told = held.slice(0, held.length > MOST_TOLD ? MOST_TOLD / 2 : MOST_TOLD);
  const left = held.length - told.length;
  const rest = left === 0 ? "" : passage`等，见${labelOf("table:forecast")}`;
  const verb = left > 0 ? "包括" : held.length > 1 ? "分别是" : "即";
  return held.length === 0 ? "" : passage`${verb}${nameList(told.map(nameOf))}${rest}。`;
}

/** No table has them. */
function leavingTexts(held: readonly Forecast[], { scorecard }: EvaluationMatter): string {
  const told = held.slice(0, held.length > MOST_TOLD ? MOST_TOLD / 2 : MOST_TOLD);
  const left = held.length - told.length;
  const rest = left === 0 ? "" : `其余${left}项不再列举。`;
  return `${told.map((forecast) => `${leavingText(forecast, scorecard.plan)}。`).join("")}${rest}`;
}

const GROUPS: readonly ForecastGroup[] = [
  {
    prospects: ["inTime"],
    heading: (count, { period }) => `按目前速度，预计到${period.end}年可以达标的${count}项`,
    text: namesText,
  },
  {
    prospects: ["late"],
    heading: (count, plan) =>
      `按目前速度，预计${plan.period.end}年不能达标、到${horizonOf(plan)}年可以达到的${count}项`,
    text: namesText,
  },
  {
    prospects: ["distant", "never"],
    heading: (count, plan) => `按目前速度到${horizonOf(plan)}年仍不能达标、须扭转或明显加快的${count}项`,
    text: namesText,
  },
  {
    prospects: ["leaving"],
    heading: (count, { period }) => `目前已达标、按目前速度到${period.end}年将偏离目标的${count}项`,
    text: leavingTexts,
  },
  {
    prospects: ["untold"],
    heading: (count) => `不作预测的${count}项`,
    text: whyText,
  },
];

/** 高中生每天睡眠时间缺基期数据；孕产妇死亡率事件数少、年度间波动大。 What has one reason is named together. */
function whyText(held: readonly Forecast[]): string {
  const reasons = [...new Set(held.map(({ why }) => why))];
  const told = reasons.map((reason) => {
    const names = held.filter(({ why }) => why === reason).map(({ scored }) => scored.indicator.name);
    return `${nameList(names)}${reason}`;
  });
  return told.length === 0 ? "" : `${told.join("；")}。`;
}

/** A row whose target is not met, and how it would stand in the plan's last year; null without a forecast. */
interface ForecastLine {
  forecast: Forecast;
  own: RowFacts;
  projected: RowFacts | null;
}

function lineOf(forecast: Forecast, plan: Scorecard["plan"]): ForecastLine {
  const projected = forecast.prospect === "untold" ? null : projectedFacts(forecast, plan);
  return { forecast, own: factsOf(forecast.scored, plan), projected };
}

function columnsOf({ plan, year }: Scorecard): Column<ForecastLine>[] {
  const { end } = plan.period;
  const indicatorOf = ({ own }: ForecastLine) => own.scored.indicator;
  const shownOr = (facts: RowFacts | null) =>
    facts === null ? textCell(NOT_APPLICABLE) : figureCell(facts.scale, facts.scored.value);
  return [
    ...namingColumns({ id: 7, name: 22 }, indicatorOf),
    unitColumn(7.5, indicatorOf),
    {
      head: "基期",
      width: 9,
      align: "right",
      cell: ({ own }) => baselineCell(own.scale, own.scored.baseline),
    },
    { head: `${year}年`, width: 9, align: "right", cell: ({ own }) => shownOr(own) },
    { head: [`${end}年`, "目标"], width: 11, align: "centre", cell: (line) => indicatorOf(line).target.text },
    { head: [`${end}年`, "预测"], width: 10, align: "right", cell: ({ projected }) => shownOr(projected) },
    {
      head: "预测方法",
      width: 11,
      align: "centre",
      cell: ({ forecast, projected }) =>
        projected === null ? NOT_APPLICABLE : METHODS[forecast.trend.projection.method],
    },
    { head: "预计达标年份", width: 15, align: "centre", cell: ({ forecast }) => reachText(forecast, plan) },
  ];
}

/** The pace of a row counts from its own base year: who reckons again must know of another. */
function baseNote(forecasts: readonly Forecast[], { period }: Plan): Passage {
  const others = forecasts.filter(
    ({ scored: { baseline } }) => baseline !== null && baseline.year !== period.baseline,
  );
  return others.length === 0 ? "" : passage`基期不是${period.baseline}年的，年份见${labelOf("annex:data")}。`;
}

function forecastTable(forecasts: readonly Forecast[], { scorecard }: EvaluationMatter): UnnumberedTable {
  const { plan } = scorecard;
  return tableOf(
    {
      id: "forecast",
      title: `尚未达标的数值型指标${plan.period.end}年预测`,
      notes: [
        "预计达标年份为按同一方法推算首次达到目标的年份；“—”表示不作预测。",
        limitNote(forecasts),
        baseNote(forecasts, plan),
        weakestNote(forecasts.map(({ scored }) => scored)),
      ].filter((note) => note !== ""),
      source: "根据各责任单位报送数据推算。",
    },
    columnsOf(scorecard),
    forecasts.map((forecast) => lineOf(forecast, plan)),
  );
}
