import type { Domain } from "../../../plan/plan.js";
import type { Scorecard, ScoredRow, Status } from "../../../score/scorecard.js";
import { EMPTY, SOURCE } from "../../charts/blank.js";
import { figuresOf, type Figure } from "../../charts/figures.js";
import type { UnnumberedChart } from "../../numbering/unnumbered.js";
import { legendOf } from "../../chapters/legend.js";
import type { HeatMap } from "../../charts/chart.js";
import type { EvaluationMatter } from "../context.js";
import { STATUS, STATUSES, statusName } from "../../../terms/status.js";
import { isLastYear } from "../../../plan/period.js";

/** A map of more rows does not fit on a page with its legend, its caption and names of two lines. */
const MOST_ROWS = 16;

/** Rows × years of one domain, a letter per status; none with a single year or row: a sentence says as much. */
export function heatMapCharts(domain: Domain, matter: EvaluationMatter): UnnumberedChart[] {
  const cards = [...matter.context.earlier, matter.scorecard];
  const rows = matter.scorecard.rows.filter(({ row }) => row.domain === domain.id);
  if (cards.length < 2 || rows.length < 2) return [];
  const courses = rows.map((row) => ({ row, statuses: cards.map((card) => statusIn(card, row)) }));
  return figuresOf(courses, MOST_ROWS, {
    id: `heat-${domain.id}`,
    title: `${domain.name}领域指标历年状态`,
  }).map((figure) => heatMapChart(figure, cards, matter.scorecard));
}

function heatMapChart(
  { items: courses, id, title }: Figure<Course>,
  cards: readonly Scorecard[],
  scorecard: Scorecard,
): UnnumberedChart {
  const present = new Set(courses.flatMap(({ statuses }) => statuses));
  return {
    ...EMPTY,
    id,
    title,
    unit: "",
    source: SOURCE,
    note: "各年状态均按同一方法和最新数据评价。",
    alt: `${courses.map((course) => spoken(course, cards)).join("；")}。`,
    heatMaps: [
      {
        years: cards.map(({ year }) => String(year)),
        columns: String(cards.length + 1),
        legend: legend(present, scorecard),
        rows: courses.map(({ row, statuses }) => ({
          name: row.row.name,
          cells: statuses.map((status) => ({ status, text: STATUS[status].letter })),
        })),
      },
    ],
  };
}

interface Course {
  row: ScoredRow;
  statuses: readonly Status[];
}

function statusIn({ rows }: Scorecard, { id }: ScoredRow): Status {
  return rows.find((row) => row.id === id)?.status ?? "noData";
}

function legend(present: ReadonlySet<Status>, scorecard: Scorecard): HeatMap["legend"] {
  const names = new Map(legendOf(scorecard).map(({ mark, name }) => [mark, name]));
  return STATUSES.filter((status) => present.has(status)).map((status) => ({
    status,
    text: STATUS[status].letter,
    name: names.get(status) ?? statusName(status, isLastYear(scorecard)),
  }));
}

/** 婚前医学检查率由2021年的进展偏慢变为2025年的已达标 */
function spoken({ row, statuses }: Course, cards: readonly Scorecard[]): string {
  const [first, last] = [cards[0]!, cards.at(-1)!];
  const before = statusName(statuses[0]!, isLastYear(first));
  const now = statusName(statuses.at(-1)!, isLastYear(last));
  if (before === now) return `${row.row.name}${first.year}年和${last.year}年均为${now}`;
  return `${row.row.name}由${first.year}年的${before}变为${last.year}年的${now}`;
}
