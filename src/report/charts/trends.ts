import type { Domain } from "../../plan/plan.js";
import { spanOf, traitsOf } from "../../plan/target-kinds.js";
import { edges, nearEdge } from "../../score/goal.js";
import { valueIn } from "../../score/history.js";
import type { ScoredIndicator, YearValue } from "../../score/scorecard.js";
import { round, type Decimal } from "../../terms/decimal.js";
import type { Trend } from "./chart.js";
import { topicPart } from "../../narrative/slots.js";
import { rowOf, topicsOf } from "../../plan/lookup.js";
import type { UnnumberedChart } from "../numbering/unnumbered.js";
import type { PlacedChart } from "../blocks.js";
import { nameOf, type Matter, type RowFacts } from "../row-facts.js";
import { targetText } from "../words/goal-text.js";
import { figure, plain } from "../words/number.js";
import { chineseNumber } from "../words/wording.js";
import { EMPTY, SOURCE } from "./blank.js";
import { commonScale, endsOf } from "./axis-ends.js";
import { inPairs } from "./key-rows.js";

/** The course of a domain's key rows, two to a figure, each beside the topic of its first row. */
export function trendCharts(domain: Domain, key: readonly RowFacts[], matter: Matter): PlacedChart[] {
  const { plan } = matter.scorecard;
  const topics = topicsOf(plan, domain);
  const topicOf = ({ scored: { id } }: RowFacts): number => {
    const row = rowOf(plan, id);
    return topics.findIndex(({ rows }) => row !== undefined && rows.includes(row.id));
  };
  const pairs = inPairs(key, topicOf);
  const title = `${domain.name}领域重点指标变化趋势`;
  return pairs.map((facts, at) => {
    const topic = facts[0] === undefined ? undefined : topics[topicOf(facts[0])];
    const chart = {
      ...trendChart(facts, matter),
      id: `trend-${domain.id}-${at + 1}`,
      title: pairs.length === 1 ? title : `${title}（${chineseNumber(at + 1)}）`,
    };
    return { chart, after: topic === undefined ? "" : topicPart(domain, topic) };
  });
}

function trendChart(facts: readonly RowFacts[], matter: Matter): Omit<UnnumberedChart, "id" | "title"> {
  const trends = facts.map((each) => ({ ...trend(each, matter), unit: each.scored.indicator.unit }));
  const drawn = commonScale(trends).map(({ unit: _, ...each }) => each);
  return {
    ...EMPTY,
    unit: "",
    source: SOURCE,
    note: noteOf(drawn),
    alt: `${facts.map(trendSpoken).join("；")}。`,
    trends: drawn,
  };
}

/** What the lines and signs mean that are there. */
function noteOf(trends: readonly Trend[]): string {
  const any = (is: (trend: Trend) => boolean): boolean => trends.some(is);
  const end = trends[0]?.years.at(-1) ?? "";
  const parts = [
    any(({ path }) => path.length > 0) ? `点线为从基期到${end}年目标的直线路径` : "",
    levelNote(trends.filter((trend) => !hasBand(trend))),
    any(hasBand) ? "灰色区域为目标的允许范围，虚线为其上下限" : "",
    any(({ series }) => series.some((each) => each.surveyed && hasGap(each.values)))
      ? "两次调查之间以虚线相连"
      : "",
    any(({ low }) => Number(low) > 0) ? "纵轴有折断符号的，刻度不从0开始" : "",
  ].filter((text) => text !== "");
  return parts.length === 0 ? "" : `${parts.join("；")}。`;
}

/** 水平虚线为目标值或基期值: what is drawn of the two. */
function levelNote(trends: readonly Trend[]): string {
  const drawn = [TARGET, BASELINE].filter((name) => trends.some(({ levelName }) => levelName === name));
  return drawn.length === 0 ? "" : `水平虚线为${drawn.map((name) => `${name}值`).join("或")}`;
}

/** Two levels are the edges of a band, and what lies between is drawn grey. */
function hasBand({ levels }: Trend): boolean {
  return levels.length > 1;
}

function hasGap(values: readonly string[]): boolean {
  return /x_+x/u.test(values.map((value) => (value === "" ? "_" : "x")).join(""));
}

function trendSpoken({ scored, scale }: RowFacts): string {
  const ends = [scored.series[0], scored.series.at(-1)].filter((end) => end !== undefined);
  const figures = ends.map(({ year, value }) => `${year}年为${figure(scale, value)}`);
  return `${scored.indicator.name}${figures.join("，")}，目标为${targetText(scored.indicator)}`;
}

const TARGET = "目标";
const BASELINE = "基期";

/** Years from the baseline to the plan's end; years without data are "". */
export function trend(facts: RowFacts, matter: Matter): Trend {
  const { scored, plan } = facts;
  const { baseline: first, end } = plan.period;
  const years = Array.from({ length: end - first + 1 }, (_, index) => first + index);
  const { name, unit, target, range } = scored.indicator;
  const others = comparatorSeries(scored, matter);
  const lines = [{ name, series: scored.series }, ...others];
  const level = levelOf(scored, others.length > 0);
  const way = path(scored, years, end);
  const { low, high } = endsOf([
    ...lines.flatMap(({ series }) => series.map(({ value }) => value)),
    ...level.levels,
    ...way.filter((value) => value !== null),
  ]);
  return {
    years: years.map(String),
    year: String(scored.year),
    series: lines.map((each) => ({
      name: unit === "" ? each.name : `${each.name}（${unit}）`,
      values: years.map((year) => valueIn(each.series, year)?.toFixed() ?? ""),
      shown: years.map((year) => shownIn(facts, each.series, year)),
      surveyed: scored.indicator.flatIsNormal || isSurvey(each.series),
    })),
    path: way.some((value) => value !== null) ? way.map((value) => value?.toFixed() ?? "") : [],
    target: targetText(scored.indicator),
    levels: level.levels.map((value) => value.toFixed()),
    levelName: level.name,
    low: low.toFixed(),
    high: high.toFixed(),
    limit: range.max !== null && range.max.gte(high) ? range.max.toFixed() : "",
    tickPrefix: traitsOf(target).ratio ? "1：" : "",
  };
}

function shownIn({ scale }: RowFacts, series: readonly YearValue[], year: number): string {
  const value = valueIn(series, year);
  return value === null ? "" : plain(scale, value);
}

/** No two years running have data. */
function isSurvey(series: readonly YearValue[]): boolean {
  return series.every(({ year }, at) => at === 0 || year - (series[at - 1]?.year ?? 0) > 1);
}

/** The figures that the target compares the row with, year by year; none for other targets. */
function comparatorSeries(
  { indicator, year }: ScoredIndicator,
  { scorecard, dataset }: Matter,
): { name: string; series: readonly YearValue[] }[] {
  const id = traitsOf(indicator.target).comparator?.id;
  if (id === undefined) return [];
  const { plan } = scorecard;
  const series = (dataset.series[id] ?? [])
    .filter((each) => each.year >= plan.period.baseline && each.year <= year)
    .sort((a, b) => a.year - b.year);
  return series.length === 0 ? [] : [{ name: nameOf(plan, id), series }];
}

/** The figures of the target; of a direction the baseline; nothing where another line is the measure. */
function levelOf(scored: ScoredIndicator, compared: boolean): { name: string; levels: Decimal[] } {
  const span = spanOf(scored.indicator.target);
  if (span !== null) return { name: TARGET, levels: edges(span) };
  const { direction } = traitsOf(scored.indicator.target);
  if (compared || direction === null || scored.baseline === null) return { name: "", levels: [] };
  return { name: BASELINE, levels: [scored.baseline.value] };
}

/**
 * The straight path from the baseline to the target, or to the near edge of a band, by year; null before the
 * baseline, and in all years where no progress can be measured: a direction, no baseline, a target met from the start.
 */
function path({ progress }: ScoredIndicator, years: readonly number[], end: number): (Decimal | null)[] {
  if (progress === null) return years.map(() => null);
  const { baseline, goal } = progress;
  const step = nearEdge(goal, baseline.value)
    .minus(baseline.value)
    .div(end - baseline.year);
  return years.map((year) =>
    year < baseline.year ? null : round(baseline.value.plus(step.times(year - baseline.year)), PATH_DECIMALS),
  );
}

/** The path is a line on paper: four digits place it exactly enough. */
const PATH_DECIMALS = 4;
