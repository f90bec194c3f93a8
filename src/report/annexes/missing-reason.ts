import type { Gap } from "../../data/dataset.js";
import type { ScoredIndicator } from "../../score/scorecard.js";

/** Why a figure is missing, by what its unit says of it and by the years before. */
export type MissingReason =
  /** The unit has it and has not settled it. */
  | "inWork"
  /** Without data the year before too: nobody gathers it. */
  | "untaken"
  /** It comes from surveys and elections, and is not due every year. */
  | "periodic"
  /** The unit waits for somebody else. */
  | "awaited"
  /** Nothing is known. */
  | "unreported";

/** What a unit says of a figure that it does not report; "" for nothing. */
export function saidOf(gap: Gap | undefined): string {
  return gap === undefined ? "" : `${gap.statedReason}${gap.remark}`;
}

/** `gap`: what the form says in its place; `start`: the plan's first year. */
export function missingReason(scored: ScoredIndicator, gap: Gap | undefined, start: number): MissingReason {
  const said = saidOf(gap);
  if (IN_WORK.test(said)) return "inWork";
  if (isMissingTwoYears(scored, start)) return "untaken";
  if (scored.indicator.flatIsNormal) return "periodic";
  return AWAITED.test(said) ? "awaited" : "unreported";
}

/** What a unit says of figures that it has and has not settled. */
const IN_WORK = /(?:核定|核实|审核|汇总|统计)(?:之?中|过程中)|正在(?:核定|核实|审核|汇总|统计)/u;

/** What it says of figures that it waits for: 待市残联反馈, 尚未返还, 检测报告未出. */
const AWAITED =
  /[待等][^，。；]{0,12}(?:反馈|返[还回]|提供|公布|出具|下发)|(?:尚?未|没有)(?:反馈|返[还回]|提供|公布|出具|下发|出)/u;

/** Without data this year and the year before, within the plan's years, where they are due every year. */
function isMissingTwoYears({ previous, year, indicator }: ScoredIndicator, start: number): boolean {
  return !indicator.flatIsNormal && year > start && (previous === null || previous.year < year - 1);
}
