import { round, type Decimal } from "../terms/decimal.js";
import type { Domain } from "../plan/plan.js";
import { traitsOf } from "../plan/target-kinds.js";
import type { ScoredIndicator, ScoredRow } from "../score/scorecard.js";
import { goalBounds, targetText } from "./words/goal-text.js";
import { tallyText } from "./words/labels.js";
import type { Dumbbells, StatusBars, Trend } from "./model.js";
import type { UnnumberedChart } from "./numbering/unnumbered.js";
import { figure, plain } from "./words/number.js";
import { factsOf, type Matter, type RowFacts } from "./row-facts.js";
import { chineseNumber } from "./words/wording.js";
import { STATUSES, statusName } from "../terms/status.js";
import { judgedOf } from "../plan/lookup.js";
import { isLastYear } from "../plan/period.js";
import { nearEdge } from "../score/goal.js";
import { valueIn } from "../score/history.js";

export const SOURCE = "各责任单位报送数据。";
/** A chart without pictures. */
export const EMPTY = { note: "", statusBars: [], dumbbells: [], trends: [], heatMaps: [] };

/** Stacked bars: how many rows of each domain have each status. */
export function statusChart({ scorecard }: Matter): UnnumberedChart {
  const { plan, year, byDomain, tally } = scorecard;
  const final = isLastYear(scorecard);
  const nameOf = (id: string): string => plan.domains.find((domain) => domain.id === id)?.name ?? id;
  const bars: StatusBars = {
    bars: byDomain.map(({ domain }) => nameOf(domain)),
    series: STATUSES.filter((status) => tally[status] > 0).map((status) => ({
      status,
      name: statusName(status, final),
      values: byDomain.map(({ tally: own }) => String(own[status])),
    })),
  };
  const spoken = byDomain.filter(({ tally: own }) => own.total > 0);
  return {
    ...EMPTY,
    id: "status-by-domain",
    title: `${year}年分领域指标状态`,
    unit: "项",
    source: SOURCE,
    alt: `${year}年各领域指标状态：${spoken.map(({ domain, tally: own }) => `${nameOf(domain)}${tallyText(own, final)}`).join("；")}。`,
    statusBars: [bars],
  };
}

/** A domain's charts: baseline → now → target of its numeric rows, and the series of its key rows. */
export function domainCharts(domain: Domain, { scorecard }: Matter): UnnumberedChart[] {
  const facts = scorecard.rows
    .filter(({ row }) => row.domain === domain.id)
    .flatMap(judgedOf)
    .map((scored) => factsOf(scored, scorecard.plan));
  const dumbbells = dumbbellChart(domain, facts);
  return [...(dumbbells === null ? [] : [dumbbells]), ...trendCharts(domain, facts, scorecard.rows)];
}

function dumbbellChart(domain: Domain, facts: readonly RowFacts[]): UnnumberedChart | null {
  const rows = facts.flatMap(dumbbell);
  const drawn = rows.filter(({ position }) => position !== "");
  if (drawn.length === 0) return null;
  const spoken = rows.map(
    ({ name, baseline, now, target }) => `${name}基期${baseline}、现值${now}、目标${target}`,
  );
  return {
    ...EMPTY,
    id: `progress-${domain.id}`,
    title: `${domain.name}领域指标从基期到目标的进展`,
    unit: "见各指标",
    source: SOURCE,
    note: drawn.length < rows.length ? "基期已达标或无法衡量进度的指标只列数值。" : "",
    alt: `${spoken.join("；")}。`,
    dumbbells: [{ rows }],
  };
}

/** Of a numeric row with a baseline and a value; one that started beyond its target is named, with no way to draw. */
function dumbbell(facts: RowFacts): Dumbbells["rows"] {
  const { scored, scale } = facts;
  const { indicator, baseline, value, progress, status } = scored;
  if (value === null || baseline === null || !traitsOf(indicator.target).numeric) return [];
  return [
    {
      name: indicator.name,
      unit: indicator.unit,
      baseline: figure(scale, baseline.value),
      now: figure(scale, value),
      target: goalBounds(facts),
      position: progress === null ? "" : position(progress.made),
      status,
    },
  ];
}

/** Progress in per cent of the way, cut to what fits beside the line. */
function position(progress: Decimal): string {
  const percent = progress.times(100);
  const cut = percent.gt(150) ? percent.minus(percent).plus(150) : percent;
  return round(cut.lt(-50) ? cut.minus(cut).minus(50) : cut, 1).toFixed();
}

const MOST_TRENDS = 4;
const FEWEST_POINTS = 3;

/** Pictures of one figure stand in one row, so that a figure never needs half a page to itself. */
const PER_FIGURE = 2;

function trendCharts(
  domain: Domain,
  facts: readonly RowFacts[],
  rows: readonly ScoredRow[],
): UnnumberedChart[] {
  const long = facts.filter(({ scored }) => scored.value !== null && scored.series.length >= FEWEST_POINTS);
  const key = [...long].sort((a, b) => weight(b.scored, rows) - weight(a.scored, rows)).slice(0, MOST_TRENDS);
  const told = long.filter((each) => key.includes(each));
  const figures = Array.from({ length: Math.ceil(told.length / PER_FIGURE) }, (_, index) =>
    told.slice(index * PER_FIGURE, (index + 1) * PER_FIGURE),
  );
  const title = `${domain.name}领域重点指标变化趋势`;
  return figures.map((shown, index) => ({
    ...trendChart(shown),
    id: `trend-${domain.id}-${index + 1}`,
    title: figures.length === 1 ? title : `${title}（${chineseNumber(index + 1)}）`,
  }));
}

function trendChart(facts: readonly RowFacts[]): Omit<UnnumberedChart, "id" | "title"> {
  const trends = facts.map(trend);
  return {
    ...EMPTY,
    unit: "见各指标",
    source: SOURCE,
    note: pathNote(trends),
    alt: `${facts.map(trendSpoken).join("；")}。`,
    trends,
  };
}

/** What the dashed line is, where one is drawn; the years of a trend end with the plan. */
function pathNote(trends: readonly Trend[]): string {
  const drawn = trends.filter(({ path }) => path.length > 0);
  const end = drawn[0]?.years.at(-1);
  if (end === undefined) return "";
  const without = drawn.length < trends.length ? "；无法衡量进度的指标不画虚线" : "";
  return `实线为实际值，虚线为从基期到${end}年目标的直线路径${without}。`;
}

/** Key rows: binding ones first, then those under alert, then those with a figure to reach. */
function weight(scored: ScoredIndicator, rows: readonly ScoredRow[]): number {
  const row = rows.find(({ id, parts }) => id === scored.id || parts.some((part) => part.id === scored.id));
  return (
    (row?.row.nature === "binding" ? 4 : 0) +
    (row?.alert != null ? 2 : 0) +
    (scored.progress === null ? 0 : 1)
  );
}

function trendSpoken({ scored, scale }: RowFacts): string {
  const ends = [scored.series[0], scored.series.at(-1)].filter((end) => end !== undefined);
  const figures = ends.map(({ year, value }) => `${year}年为${figure(scale, value)}`);
  return `${scored.indicator.name}${figures.join("，")}，目标为${targetText(scored.indicator)}`;
}

/** Years from the baseline to the plan's end; years without data are "". */
function trend({ scored, scale, plan }: RowFacts): Trend {
  const { baseline: first, end } = plan.period;
  const years = Array.from({ length: end - first + 1 }, (_, index) => first + index);
  const figures = years.map((year) => valueIn(scored.series, year));
  const { name, unit } = scored.indicator;
  return {
    years: years.map(String),
    series: [
      {
        name: unit === "" ? name : `${name}（${unit}）`,
        values: figures.map((value) => value?.toFixed() ?? ""),
        shown: figures.map((value) => (value === null ? "" : plain(scale, value))),
      },
    ],
    path: path(scored, years, end),
    target: targetText(scored.indicator),
  };
}

/**
 * The straight path from the baseline to the target, or to the near edge of a band; [] where no progress can
 * be measured: a direction, no baseline, a target met from the start.
 */
function path({ progress }: ScoredIndicator, years: readonly number[], end: number): string[] {
  if (progress === null) return [];
  const { baseline, goal } = progress;
  const step = nearEdge(goal, baseline.value)
    .minus(baseline.value)
    .div(end - baseline.year);
  return years.map((year) => {
    if (year < baseline.year) return "";
    return round(baseline.value.plus(step.times(year - baseline.year)), PATH_DECIMALS).toFixed();
  });
}

/** The path is a line on paper: four digits place it exactly enough. */
const PATH_DECIMALS = 4;
