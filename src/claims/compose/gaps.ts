import type { Token } from "../grammar/token.js";
import { claim, unmatched, type Composing } from "./emit.js";
import type { Figure } from "../figure.js";
import { clauseAt } from "../text/tight.js";
import { shares, type Share } from "./shares.js";
import { indicatorsSpokenOf } from "./state.js";

/** The goal's own figure where the text states it. */
export function target(goal: Token | undefined, composing: Composing): void {
  const [figure, ...others] = goal?.figures ?? [];
  if (figure === undefined || figure.points) return;
  const { state } = composing;
  if (others.length > 0) return targetsTold([figure, ...others], composing);
  state.goal = figure;
  // A town's goal is the row's.
  const rows = indicatorsSpokenOf(state);
  if (rows.length === 0) unmatched(composing, figure);
  for (const options of rows) asked(options, state.years, figure, composing);
}

/** 与1.12名、3.17张的目标相比: each its own. */
function targetsTold(figures: readonly Figure[], composing: Composing): void {
  const found = shares(composing, figures);
  if (found.length === 0) for (const figure of figures) unmatched(composing, figure);
  for (const { options, years, figure } of found) asked(options, years, figure, composing);
}

/** What the plan asks of rows; where a sentence says that it is the plan that does, though it is of years to come. */
export function asked(
  options: Share["options"],
  years: readonly number[],
  figure: Figure,
  composing: Composing,
): void {
  const { state } = composing;
  const { intent } = state;
  if (speaksOfPlan(composing.text) || isOfPlanInTime(figure, composing)) state.intent = false;
  claim(composing, { kind: "target", options, years, figure }, figure);
  state.intent = intent;
}

/** 到2030年难以达到99.5%的规划目标: what the plan asks for that year, whoever will reach it. */
function isOfPlanInTime({ start, end }: Figure, { state, text }: Composing): boolean {
  const { years, period } = state;
  if (years.join() !== String(period.end)) return false;
  const after = text.slice(end);
  // 到2030年仍达不到3.17张的目标: none that anybody sets himself.
  const isMissed = MISSED.test(clauseAt(text.slice(0, start), start)) && /^的?目标/u.test(after);
  return isMissed || /^的?《?(?:规划|纲要)》?(?:确定的|的)?目标/u.test(after);
}

const MISSED = /(?:难以|很难|无法|不能|未能|达不到|实现不了)[^，；。]*$/u;

/** Whether a sentence tells what the plan asks, and nobody else. */
export function speaksOfPlan(text: string): boolean {
  return OF_PLAN.test(text) && !OF_OTHERS.test(text);
}

const OF_PLAN = /《?(?:规划|纲要)》?(?:目标)?(?:提出|要求|明确|规定|确定|，)/u;
const OF_OTHERS =
  /力争|争取|拟|预计|预测|有望|推算|外推|按目前|计划|[省市国家]级?《?(?:规划|纲要)|十[四五]五/u;

/** How far each is from its goal: rows, or groups and towns of one, in their order. */
export function gaps(token: Token | undefined, composing: Composing): void {
  const figures = token?.figures ?? [];
  if (figures.length > 1) composing.state.respectively = true;
  const found = shares(composing, figures);
  if (found.length === 0) for (const figure of figures) unmatched(composing, figure);
  for (const { options, years, where, figure } of found)
    claim(composing, { kind: "gap", options, years, where, figure, goal: composing.state.goal }, figure);
  const [figure] = figures;
  if (figure !== undefined && figures.length === 1) apartFromLevel(composing.state.goal, figure, composing);
}

/**
 * 入托率为75%，距80%的目标还差15个百分点: what lies between two figures of the sentence, whatever they are of; where it has
 * told others before, nobody can tell which is meant.
 */
export function apartFromLevel(bound: Figure | null, by: Figure, composing: Composing): void {
  const { level, sure, distantFrom } = composing.state;
  const { text, out } = composing;
  if (sure || bound === null || level === null || distantFrom !== null) return;
  if (!by.points || by.hedge !== "exact") return;
  if (level.unit !== bound.unit || level.form !== "number" || bound.form !== "number") return;
  const rates = [...text.slice(0, by.start).matchAll(RATE)];
  if (rates.length !== [level, bound].filter(({ text: written }) => RATE_ALONE.test(written)).length) return;
  const [from, to] = level.value.lt(bound.value) ? [level, bound] : [bound, level];
  const course = { from: { ...from, hedge: "exact" }, to: { ...to, hedge: "exact" } } as const;
  const at = { at: 0, from: by.start, written: by.text, sure: true, doubt: null };
  out.push({ ...at, kind: "sum", course, figure: by, sign: 1 });
}

const RATE = /\d[%\u2030]/gu;
const RATE_ALONE = /\d[%\u2030]/u;
