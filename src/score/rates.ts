import { traitsOf } from "../plan/target-kinds.js";
import { STATUS, statusName, type Status } from "../terms/status.js";
import type { Rate, RateName, Rates, ScoredRow } from "./scorecard.js";

/** A row as far as the rates ask: its target, and how it stands. */
type Standing = Pick<ScoredRow, "row" | "status">;

/** All that is known of a rate: what it counts, over which rows, and what both are called. */
export interface RateEntry {
  /** Whether a row is among those it is taken over. */
  among: (row: Standing) => boolean;
  /** What counts. */
  counts: readonly Status[];
  /** 达标率; what the rate is told as in tables. `final`: of the plan's last year. */
  name: (final: boolean) => string;
  /** The same where 已 goes without saying. */
  title: (final: boolean) => string;
  /** Before 38项指标: 有明确目标且可判定的; and in few words. */
  overMany: string;
  overFew: string;
  /** Behind 占: 有明确目标且可判定的指标. */
  whole: string;
  /** What the rows it is taken over leave out, in brackets. */
  aside: string;
  /** Before 20项: 达标. */
  counted: (final: boolean) => string;
  /** Before 20/38: 达标率为, 占. */
  is: string;
  /** The clause of the method annex; "" where it goes without saying. */
  definition: (final: boolean) => string;
}

const judged = ({ status }: Standing): boolean => STATUS[status].judged;
const isOf = (wanted: string) => (row: Standing) => judged(row) && traitsOf(row.row.target).class === wanted;
const met = (final: boolean): string => statusName("achieved", final);
const coming = STATUS.onTrack.name;

/** The four rates, each with its own denominator, in the order they are told. Adding one is adding a row. */
export const RATES: Readonly<Record<RateName, RateEntry>> = {
  achievement: {
    among: isOf("explicit"),
    counts: ["achieved"],
    name: () => "达标率",
    title: () => "达标率",
    overMany: "有明确目标且可判定的",
    overFew: "有明确目标的",
    whole: "有明确目标且可判定的指标",
    aside: "",
    counted: (final) => (final ? "实现" : "达标"),
    is: "达标率为",
    definition: (final) => `达标率为${met(final)}指标占有明确目标且可判定指标的比重`,
  },
  improving: {
    among: isOf("directional"),
    // A direction that holds is onTrack before the plan's last year, and achieved in it.
    counts: ["onTrack", "achieved"],
    name: () => "向好率",
    title: () => "向好率",
    overMany: "只提出方向要求且可判定的",
    overFew: "只提方向的",
    whole: "只提出方向要求且可判定的指标",
    aside: "",
    counted: () => "符合要求",
    is: "向好率为",
    definition: () => "向好率为符合方向要求的指标占只提出方向要求且可判定指标的比重",
  },
  onCourse: {
    among: judged,
    counts: ["achieved", "onTrack"],
    name: (final) => (final ? met(final) : `${met(final)}或${coming}`),
    title: (final) => (final ? met(final) : `达标或${coming}`),
    overMany: "可评价的",
    overFew: "可评价的",
    whole: "可评价指标",
    aside: `（不含${STATUS.observed.name}和${STATUS.noData.name}）`,
    counted: (final) => (final ? met(final) : `${met(final)}或${coming}`),
    is: "占",
    definition: (final) =>
      `${final ? met(final) : `达标或${coming}`}的比重以可评价指标为分母，即全部指标扣除${STATUS.observed.name}和${STATUS.noData.name}`,
  },
  overall: {
    among: () => true,
    counts: ["achieved"],
    name: met,
    title: met,
    overMany: "全部",
    overFew: "全部",
    whole: "全部指标",
    aside: "",
    counted: met,
    is: "占",
    definition: () => "",
  },
};

export const RATE_NAMES = Object.keys(RATES) as readonly RateName[];

/** The rates of some rows, each n/N. */
export function ratesOf(rows: readonly Standing[]): Rates {
  const rates = RATE_NAMES.map((name) => [name, rateOf(RATES[name], rows)] as const);
  return Object.fromEntries(rates) as Rates;
}

function rateOf({ among, counts }: RateEntry, rows: readonly Standing[]): Rate {
  const whole = rows.filter(among);
  return { n: whole.filter(({ status }) => counts.includes(status)).length, of: whole.length };
}

/** 19/30: shares are printed as they were counted, so that nobody has to guess the denominator. */
export function fraction({ n, of }: Rate): string {
  return `${n}/${of}`;
}
