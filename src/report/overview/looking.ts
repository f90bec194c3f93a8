import { statusName, STATUS, STATUSES } from "../../terms/status.js";
import { ALERT, ALERTS } from "../../terms/alert.js";
import { domainNameOf } from "../../plan/lookup.js";
import { isLastYear } from "../../plan/period.js";
import type { Scorecard, ScoredRow } from "../../score/scorecard.js";
import { natureName, reportersHead } from "../words/labels.js";
import type { Filter, Order, OverviewRow } from "./model.js";

/* How the rows may be looked at: which of them, and in what order. */

/** A row and the scorecard it stands in. */
export interface Placed {
  row: ScoredRow;
  scorecard: Scorecard;
}

/** 规划, 纲要: what the plans call themselves. */
export function planWords(scorecards: readonly Scorecard[]): string {
  return [...new Set(scorecards.map(({ plan }) => plan.terms.plan))].join("、");
}

interface FilterEntry {
  name: string;
  label: (rows: readonly Placed[]) => string;
  /** What the row answers to. */
  answers: (placed: Placed) => readonly string[];
  /** The order of what is offered; where there is none, that of the rows. */
  offered: readonly string[] | null;
}

const NO_UNIT = "无计量单位";

/** Adding a filter is adding an entry. */
const FILTERS: readonly FilterEntry[] = [
  {
    name: "plan",
    label: (rows) => planWords(rows.map(({ scorecard }) => scorecard)),
    answers: ({ scorecard }) => [scorecard.plan.shortTitle],
    offered: null,
  },
  {
    name: "domain",
    label: () => "领域",
    answers: ({ row, scorecard }) => [domainNameOf(scorecard.plan, row.row.domain)],
    offered: null,
  },
  {
    name: "status",
    label: () => "状态",
    answers: ({ row, scorecard }) => [statusName(row.status, isLastYear(scorecard))],
    offered: STATUSES.flatMap((status) => [STATUS[status].name, STATUS[status].nameAtEnd]),
  },
  {
    name: "alert",
    label: () => "预警",
    answers: ({ row }) => (row.alert === null ? [] : [ALERT[row.alert].name]),
    offered: ALERTS.map((alert) => ALERT[alert].name),
  },
  {
    name: "nature",
    label: () => "属性",
    answers: ({ row }) => (row.row.nature === null ? [] : [natureName(row.row.nature)]),
    offered: [natureName("binding"), natureName("anticipated")],
  },
  {
    name: "reporter",
    label: (rows) => reportersHead(rows.map(({ row }) => row)),
    answers: ({ row }) => row.row.reporters.names,
    offered: null,
  },
  {
    name: "unit",
    label: () => "计量单位",
    answers: ({ row }) => [row.row.unit === "" ? NO_UNIT : row.row.unit],
    offered: null,
  },
];

/** The filters among whose options there is a choice. */
export function filtersOf(rows: readonly Placed[]): Filter[] {
  return FILTERS.map(({ name, label, answers, offered }) => {
    const found = [...new Set(rows.flatMap(answers))];
    const options = offered === null ? found : [...new Set(offered)].filter((each) => found.includes(each));
    return { name, label: label(rows), options };
  }).filter(({ options }) => options.length > 1);
}

/** What stands between the options that a row answers to: no name of anything has it in it. */
const BETWEEN = "\n";

export function answersOf(placed: Placed): OverviewRow["answers"] {
  return FILTERS.map(({ name, answers }) => ({ name, options: answers(placed).join(BETWEEN) }));
}

interface OrderEntry extends Order {
  /** A number, or a name; "" comes last. `place` is where the row stands in the plans. */
  rank: (row: ScoredRow, place: number) => string;
}

/** The first is that of the page without script. */
const ORDERS: readonly OrderEntry[] = [
  { name: "place", label: "原有的次序", rank: (_, place) => String(place) },
  { name: "name", label: "指标名称", rank: ({ row }) => row.name },
  { name: "status", label: "状态（差的在前）", rank: ({ status }) => String(STATUS[status].rank) },
  {
    name: "alert",
    label: "预警（重的在前）",
    rank: ({ alert }) => (alert === null ? "" : String(ALERTS.indexOf(alert))),
  },
  { name: "value", label: "本年数", rank: ({ value }) => value?.toFixed() ?? "" },
];

export const ORDERS_OFFERED: readonly Order[] = ORDERS.map(({ name, label }) => ({ name, label }));

export function ranksOf({ row }: Placed, place: number): OverviewRow["ranks"] {
  return ORDERS.map(({ name, rank }) => ({ name, rank: rank(row, place) }));
}
