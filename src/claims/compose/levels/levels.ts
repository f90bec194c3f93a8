import { isLastYear } from "../../../plan/period.js";
import { countsEvents, isPercent, unitOf } from "../../../terms/unit.js";
import { PLAIN_LEVEL } from "../../claim.js";
import { rateInWords } from "../../grammar/worded.js";
import type { Time } from "../../grammar/times.js";
import type { Token } from "../../grammar/token.js";
import { addedUp } from "../moves/together.js";
import { claim, signOf, unmatched, type Composing, type Parts } from "../emit.js";
import { asked, speaksOfPlan } from "../gaps.js";
import { clauseAt } from "../../text/tight.js";
import { shares, subjects, type Share } from "../shares.js";
import { besideLevel, indicatorsSpokenOf, subject, yearsOf } from "../state.js";
import { tellLevel, inPeople } from "./told.js";
import { LEAST_OF_ROW } from "./before.js";
import { isHeld, isLastLacking, heldTold, endsOf } from "./held.js";

/** 达到94.88%; cases beside a rate; sums over years. */
export function levelTold({ to, t, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (a === undefined) return false;
  if (to?.text.startsWith("占") === true && shareOfCases(a, composing)) return true;
  if (to?.kind === "meets" && withinTold(a, composing)) return true;
  if (to?.kind === "meets" && /完成了?$/u.test(to.text) && partOfGoal(a, composing)) return true;
  const [time] = t?.times ?? [];
  if (time !== undefined) {
    if (time.partial) {
      for (const figure of a.figures) unmatched(composing, figure);
      return true;
    }
    besideLevel(state, time);
    if (!isTopOfSpan(time, a, composing)) {
      state.years = yearsOf(time, state);
      state.listed = [];
    }
  }
  if (areAddedUp(a, composing)) return true;
  const isWithout = to !== undefined && areWithout(to, a, composing);
  const isOwn = isWithout && (lackingTold(a, composing) || lackIsOfRow(a, composing));
  const found = shares(composing, a.figures);
  if (isWithout) {
    const state = isOwn ? composing.state : { ...composing.state, sure: false };
    for (const share of found) tellLevel(share, 0, { ...composing, state }, true);
    if (found.length === 0) for (const figure of a.figures) unmatched(composing, figure);
    return true;
  }
  shareOfPart(a, composing);
  if (found.length === 0) for (const figure of a.figures) unmatched(composing, figure);
  if (state.intent && to !== undefined) state.goal = a.figures[0] ?? null;
  if (isGoalOfPlan(composing)) return goalsTold(found, composing);
  const held = isHeld(to, time, a, composing);
  // 2021年以来稳定在29.17%，2025年暂无数据: in the years that have one.
  if (!(held && isLastLacking(a, composing)))
    for (const share of found) tellLevel(share, signOf(to), composing);
  if (held) heldTold(found, to ?? a, composing);
  state.level = a.figures.length === 1 ? (a.figures[0] ?? null) : null;
  state.course = null;
  return true;
}

/** 托位数完成目标的90.7%，优良率完成87.3%: of the goal again. */
function partOfGoal(a: Token, composing: Composing): boolean {
  const [figure, ...more] = a.figures;
  const { goalTold } = composing.state;
  if (figure === undefined || more.length > 0 || figure.points || !isPercent(unitOf(figure.unit)))
    return false;
  const { text } = composing;
  // 完成93%的目标 is what the goal asks.
  if (!(goalTold || /进度/u.test(text.slice(0, figure.start))) || /^的/u.test(text.slice(figure.end)))
    return false;
  for (const { options, years, figure: each } of shares(composing, a.figures))
    claim(composing, { kind: "timesGoal", options, years, figure: each }, each);
  return true;
}

/** 落入37.5%至42.5%的合理区间: no less than the one, and no more than the other. */
function withinTold(a: Token, composing: Composing): boolean {
  const [figure, ...more] = a.figures;
  if (figure?.range === undefined || more.length > 0 || OF_SITES.test(clauseAt(composing.text, a.start)))
    return false;
  for (const end of endsOf(figure))
    for (const share of shares(composing, [end]))
      claim(composing, { ...PLAIN_LEVEL, ...share, within: true }, figure);
  return composing.state.things !== null && composing.state.things.length > 0;
}

const OF_SITES = /各|镇|机构|之间/u;

/** 首次突破90%是在2024年: of that year, and what follows of the one before it. */
export function levelThen(parts: Parts, composing: Composing): boolean {
  const { years, listed } = composing.state;
  const isRead = levelTold(parts, composing);
  Object.assign(composing.state, { years, listed });
  return isRead;
}

/** 还有近一成的农村家庭没有用上自来水, 仍有四分之一的婚姻登记机关是空白点: those that have not. */
function areWithout(to: Token, a: Token, { text }: Composing): boolean {
  const rest = /^[^，；。]*/u.exec(text.slice(a.end))?.[0] ?? "";
  return to.text.endsWith("有") && /^的[^\d]*?(?:没有?|尚?未(?!成年|来|保)|不能|空白|盲区)/u.test(rest);
}

/** 仍有0.08%的女童未完成九年义务教育: whose rate it is stands behind. */
function lackingTold({ end }: Token, composing: Composing): boolean {
  const clause = /^的([^，；。]*)/u.exec(composing.text.slice(end))?.[1] ?? "";
  const told = rateInWords(clause, composing.names);
  if (told === null) return false;
  subject(composing.state, [told.thing], told.isSure);
  composing.state.groups = [];
  composing.state.spelt = true;
  return true;
}

/** 覆盖率为75%，仍有四分之一的婚姻登记机关是空白点: the name of the rate just told says whose they are. */
function lackIsOfRow({ end }: Token, { text, state }: Composing): boolean {
  const [options = [], ...more] = indicatorsSpokenOf(state);
  const [, whose = ""] =
    /^的([^，；。]*?)(?:仍|还|尚|均|都|没|未|不能|[是为属]|处于|存在)/u.exec(text.slice(end)) ?? [];
  if (more.length > 0 || whose.length < LEAST_OF_ROW || !state.certain) return false;
  return options.every(({ name }) => name.includes(whose));
}

/** 8个登记点中有6个设立了辅导室，覆盖率75%: whatever rate it is. */
function shareOfPart(a: Token, composing: Composing): void {
  const { partTold, doubt, things } = composing.state;
  const [figure, ...more] = a.figures;
  if (partTold === null || figure === undefined || more.length > 0) return;
  const isOpen = doubt !== null || things === null || things.length === 0;
  const isShare = isPercent(unitOf(figure.unit)) && !figure.points && figure.form === "number";
  if (!isOpen || !isShare || !SHARE_OF_PART.test(clauseAt(composing.text, figure.start))) return;
  composing.state.partTold = null;
  const { some: counted, all } = partTold;
  const total = all.value.toNumber();
  const state = { ...composing.state, sure: true };
  claim({ ...composing, state }, { kind: "share", counted, total, among: null, figure }, figure);
}

const SHARE_OF_PART = /^(?:覆盖率|比例|比重|占比|占|设立率|建成率|达标率|完成率|普及率)/u;

/** 婴儿死亡14例，其中新生儿死亡9例，占64.3%: of the cases told before; a rate of a thousand is no share. */
function shareOfCases(a: Token, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = a.figures;
  const [options, ...others] = indicatorsSpokenOf(state);
  if (figure === undefined || more.length + others.length > 0 || options === undefined) return false;
  const isShare = isPercent(unitOf(figure.unit)) && !figure.points;
  if (!isShare || !options.every(({ unit }) => countsEvents(unitOf(unit)))) return false;
  const told = state.told.flatMap((thing) => ("options" in thing ? [thing.options] : []));
  const whole = told.findLast((each) => !each.some((row) => options.includes(row)));
  const { years } = state;
  if (whole === undefined) unmatched(composing, figure);
  else claim(composing, { kind: "caseShare", options, others: whole, years, figure }, figure);
  return true;
}

/** 《规划》要求到2030年…达到99.5%: the plan's own goal, and not what somebody intends. */
function isGoalOfPlan(composing: Composing): boolean {
  const { intent, years, period } = composing.state;
  const [year = 0, ...more] = years;
  const isGoalYear = more.length === 0 && isLastYear({ plan: { period }, year });
  return intent && isGoalYear && speaksOfPlan(composing.text);
}

function goalsTold(found: readonly Share[], composing: Composing): boolean {
  const { state } = composing;
  for (const { options, figure, where } of found)
    if (where === null && !figure.points) asked(options, [state.period.year], figure, composing);
    else unmatched(composing, figure);
  return true;
}

/** 2023年达到五年来最高点5.86%: of the year that was named, and no year since then had more. */
function isTopOfSpan({ span, since, end }: Time, { start }: Token, composing: Composing): boolean {
  const { state, text } = composing;
  const [, top] = /^的?(?:历史)?最([高低])/u.exec(text.slice(end, start)) ?? [];
  if (top === undefined || span === null || !since || state.dated.length === 0) return false;
  const at = { start: end, text: text.slice(end, start) };
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "record", options, years, since: span[0], highest: top === "高" }, at);
  return true;
}

function areAddedUp({ figures: [figure, ...more] }: Token, composing: Composing): boolean {
  return figure !== undefined && more.length === 0 && addedUp(inPeople(figure, composing.state), composing);
}
