import { unitOf } from "../../terms/unit.js";
import type { Dataset } from "../../data/dataset.js";
import { decimal, type Decimal } from "../../terms/decimal.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { meets } from "../../score/goal.js";
import { verbOf } from "../words/change.js";
import { pendingOf } from "../words/rules/rules.js";
import { amountIn } from "../words/goal-text.js";
import { figure, shown } from "../words/number.js";
import { groupingOf } from "../words/row-notes.js";
import type { GroupEvidence, JudgedIndicator } from "../../score/scorecard.js";
import { isJudged, type JudgedFacts, type RowFacts } from "../row-facts.js";
import { nameList } from "../words/wording.js";
import type { Line, Turn } from "./explanation.js";
import { turningPoints, type TurningPoint } from "./turning-points.js";
import { statusName } from "../../terms/status.js";

/** What would change the status, with figures. */
export function turnsOf(facts: RowFacts, dataset: Dataset): Turn[] {
  if (!isJudged(facts)) return [];
  return turningPoints(facts, dataset).map((point) => ({
    way: point.way,
    status: point.status,
    statusName: statusName(point.status, facts.final),
    value: point.value.toNumber(),
    text: turnText(point, facts),
  }));
}

/** The turns in lines, with what figures alone do not tell. */
export function turnLines(turns: readonly Turn[], facts: RowFacts): Line[] {
  const labels = { better: "提升", worse: "退步" };
  const told = turns.map(({ way, text }) => ({ label: labels[way], text: sentence(text) }));
  const extra = [pendingOf(facts), casesText(facts), pastText(turns, facts), finalText(turns, facts)];
  return [
    ...told,
    ...extra.filter((text) => text !== "").map((text) => ({ label: "说明", text: sentence(text) })),
  ];
}

function sentence(text: string): string {
  return `${text}。`;
}

/** 再提高0.92个百分点（提高到93.91%）即转为“预期可达标”. */
function turnText(point: TurningPoint, facts: JudgedFacts): string {
  const { scored } = facts;
  const scale = { ...facts.scale, decimals: point.decimals };
  const verb = verbOf(scored.indicator, point.value.gt(scored.value) ? "up" : "down");
  const to = `${verb}到${figure(scale, point.value)}`;
  const amount = `${verb}${amountIn(scale, point.value.minus(shown(scale, scored.value)).abs())}`;
  const becomes = `即${becoming(point, facts)}`;
  if (scored.groups !== null) return `${sitesMove(point, scored, scored.groups, to, amount)}${becomes}`;
  if (scale.ratio) return `${to}${becomes}`;
  return point.way === "better" ? `再${amount}（${to}）${becomes}` : `${to}（${amount}）${becomes}`;
}

/** For a row judged site by site: which sites have to move, and how far the worst one. */
function sitesMove(
  point: TurningPoint,
  { indicator }: JudgedIndicator,
  { figures }: GroupEvidence,
  to: string,
  amount: string,
): string {
  const grouping = groupingOf(indicator);
  if (point.way === "worse") return `任何一个${grouping}${to}`;
  const up = traitsOf(indicator.target).better === "up";
  const short = figures
    .filter(({ value }) => (up ? value.lt(point.value) : value.gt(point.value)))
    .map(({ group }) => group);
  const names = nameList(short.slice(0, MOST_SITES_NAMED));
  const rest = short.length > MOST_SITES_NAMED ? "等" : "";
  const all = short.length === 1 ? "" : `${rest}${short.length}个${grouping}都`;
  return `${names}${all}${to}（${short.length === 1 ? "再" : `${short[0]}须再`}${amount}）`;
}

/** More sites than these cannot be read in one sentence; all stand among the steps. */
const MOST_SITES_NAMED = 10;

function becoming({ status }: TurningPoint, { final }: RowFacts): string {
  if (status === "achieved") return final ? "实现目标" : "达标";
  return `转为“${statusName(status, final)}”`;
}

/** How many cases the target allows on this year's denominator: a rate moves in steps of one case. */
function casesText({ scored, scale }: RowFacts): string {
  const { rate, goal, value, indicator } = scored;
  const { per } = unitOf(indicator.unit);
  if (per === null || rate === null || value === null) return "";
  if (goal === null || goal.high === null || goal.low !== null || meets(goal, value)) return "";
  const events = rate.numerator.value;
  const base = rate.denominator.value;
  const most = mostCases(goal.high.times(base).div(per), goal.highStrict);
  const one = `按本年分母${base.toFixed()}计，1例即${figure(scale, decimal(per).div(base))}`;
  const asked = most.isZero() ? "须为0例" : `不多于${most.toFixed()}例`;
  return `数值随例数变动：${one}，${asked}才能达标（本年${events.toFixed()}例）`;
}

function mostCases(limit: Decimal, strict: boolean): Decimal {
  const whole = limit.floor();
  const most = strict && whole.eq(limit) ? whole.minus(1) : whole;
  return most.isNegative() ? decimal(0) : most;
}

/** Where no figure of this year can mend what earlier years did. */
function pastText(turns: readonly Turn[], { scored }: RowFacts): string {
  const better = turns.some(({ way }) => way === "better");
  if (scored.rule === "notEveryYear" && !better)
    return "以前年份未逐年提高的，本年数再高也不能改变；除非以前年份数据经核实修订";
  return "";
}

function finalText(turns: readonly Turn[], { scored }: RowFacts): string {
  const held = scored.status === "onTrack" || scored.status === "achieved";
  return held && turns.length === 0 ? "在取值范围内没有会改变状态的数值" : "";
}
