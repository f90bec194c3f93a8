import type { Scorecard } from "../../score/scorecard.js";
import { alertBlocks } from "../chapters/alerts.js";
import { headedParagraphs, paragraph, tableBlock } from "../blocks.js";
import type { Part, UnnumberedBlock, UnnumberedTable } from "../numbering/unnumbered.js";
import { baselineCell, figureCell, textCell } from "../tables/cells.js";
import { namingColumns, unitColumn } from "../tables/columns.js";
import { tableOf, type Column } from "../tables/table.js";
import { NOT_APPLICABLE } from "../words/number.js";
import { factsOf, type RowFacts } from "../row-facts.js";
import { closingBlocks } from "./closing.js";
import type { EvaluationMatter } from "./context.js";
import { caveatsText } from "./words/forecast-caveats.js";
import { departuresOf, forecastsOf, hasNumericData, type Forecast, type Prospect } from "./forecast.js";
import { forecastText, METHODS, projectedFacts, reachText } from "./words/forecast-text.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { statusName } from "../../terms/status.js";
import { isLastYear } from "../../plan/period.js";

/** 到2030年的预测与预警; in the plan's last year what goes over into the next period instead. */
export function outlookPart(matter: EvaluationMatter): Part {
  const { scorecard } = matter;
  const closing = isLastYear(scorecard);
  const first = closing
    ? { part: "outlook/closing", heading: "转入下一周期的事项", blocks: closingBlocks(matter) }
    : { part: "outlook/forecast", heading: "预测", blocks: forecastBlocks(matter) };
  return {
    id: "outlook",
    part: "outlook",
    counted: true,
    heading: closing ? "转入下一周期的事项与预警" : `到${scorecard.plan.period.end}年的预测与预警`,
    blocks: [],
    sections: [first, { part: "alerts", heading: "预警清单", blocks: alertBlocks(matter) }],
  };
}

function forecastBlocks(matter: EvaluationMatter): UnnumberedBlock[] {
  const { scorecard } = matter;
  const { year, plan } = scorecard;
  if (!hasNumericData(scorecard)) return [paragraph(`${year}年没有数值型指标的数据，无法预测。`)];
  const [unmet, leaving] = [forecastsOf(scorecard), departuresOf(scorecard)];
  const texts = [
    unmet.length > 0 || leaving.length > 0 ? methodText(plan.period.end) : "",
    unmet.length === 0 ? `${year}年有数据的数值型指标均已达到目标。` : "",
    onCourseText(scorecard),
  ];
  const caveats = caveatsText(unmet, scorecard);
  return [
    ...texts.filter((text) => text !== "").map((text) => paragraph(text)),
    ...headedParagraphs(
      GROUPS.map(({ prospect, heading, text }) => {
        const held = [...unmet, ...leaving].filter((each) => each.prospect === prospect);
        return { heading: heading(held.length, plan.period.end), text: text(held, matter) };
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
    { name: "数值型", count: numeric, said: "完成进度符合序时要求" },
    {
      name: "方向性",
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

function methodText(end: number): string {
  return (
    `对数值型指标，按基期以来的速度推算到${end}年：一般指标按年均变动量直线外推；` +
    "死亡率等应当下降的千分率、万分率、十万分率按年均变化率外推，基期值或现值为0的改用直线外推；结果以指标的自然上下限为界。" +
    "预测只反映目前速度延续的结果，不是对未来的承诺。"
  );
}

interface ForecastGroup {
  prospect: Prospect;
  heading: (count: number, end: number) => string;
  text: (held: readonly Forecast[], matter: EvaluationMatter) => string;
}

const sentences = (held: readonly Forecast[], { scorecard }: EvaluationMatter): string =>
  held.map((forecast) => `${forecastText(forecast, scorecard.plan)}。`).join("");

const GROUPS: readonly ForecastGroup[] = [
  {
    prospect: "inTime",
    heading: (count, end) => `按目前速度，预计到${end}年可以达标的${count}项`,
    text: sentences,
  },
  {
    prospect: "late",
    heading: (count, end) => `按目前速度，预计${end}年不能达标、此后方可达到的${count}项`,
    text: sentences,
  },
  {
    prospect: "never",
    heading: (count) => `按目前速度不能达标、须扭转或明显加快的${count}项`,
    text: sentences,
  },
  {
    prospect: "leaving",
    heading: (count, end) => `目前已达标、按目前速度到${end}年将偏离目标的${count}项`,
    text: sentences,
  },
  {
    prospect: "untold",
    heading: (count) => `不作预测的${count}项`,
    text: (held) => held.map(({ scored, why }) => `${scored.indicator.name}${why}，不作推算。`).join(""),
  },
];

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

function columnsOf(year: number, end: number): Column<ForecastLine>[] {
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
    { head: `${end}年目标`, width: 12, align: "centre", cell: (line) => indicatorOf(line).target.text },
    { head: `${end}年预测`, width: 12, align: "right", cell: ({ projected }) => shownOr(projected) },
    {
      head: "预测方法",
      width: 11,
      align: "centre",
      cell: ({ forecast, projected }) =>
        projected === null ? NOT_APPLICABLE : METHODS[forecast.trend.projection.method],
    },
    { head: "预计达标年份", width: 12, align: "centre", cell: ({ forecast }) => reachText(forecast) },
  ];
}

function forecastTable(forecasts: readonly Forecast[], { scorecard }: EvaluationMatter): UnnumberedTable {
  const { plan, year } = scorecard;
  return tableOf(
    {
      id: "forecast",
      title: `尚未达标的数值型指标${plan.period.end}年预测`,
      notes: ["预计达标年份为按同一方法推算首次达到目标的年份；“—”表示不作预测。"],
      source: "根据各责任单位报送数据推算。",
    },
    columnsOf(year, plan.period.end),
    forecasts.map((forecast) => lineOf(forecast, plan)),
  );
}
