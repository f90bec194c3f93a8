import { isLastYear } from "../../plan/period.js";
import { countsEvents, isPercent, unitOf } from "../../terms/unit.js";
import { scale } from "../scale.js";
import { PLAIN_LEVEL, type Level } from "../claim.js";
import { isLimit, type Figure } from "../figure.js";
import type { Thing } from "../grammar/names.js";
import { spelt } from "../grammar/clauses.js";
import { rateInWords } from "../grammar/worded.js";
import type { Time } from "../grammar/times.js";
import type { Token } from "../grammar/token.js";
import { apartTold } from "./apart.js";
import { basesOf } from "./moves/bases.js";
import { addedUp, cameTo } from "./moves/together.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import { asked, speaksOfPlan } from "./gaps.js";
import { clauseAt } from "../text/tight.js";
import { shares, type Share } from "./shares.js";
import { besideLevel, indicatorsSpokenOf, subject, yearsOf, type State } from "./state.js";

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
    state.years = yearsOf(time, state);
    state.listed = [];
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

/** 保持在, 一直为, 自2022年起降至4%以下: so in each of the years. */
function isHeld(
  to: Token | undefined,
  time: Time | undefined,
  a: Token,
  { state, text }: Composing,
): boolean {
  const start = (to ?? a).start;
  const before = text.slice(0, start);
  const isAlways = (to !== undefined && /(?:始终|一直|均)$/u.test(before)) || EACH_SINCE.test(before);
  const isBoundSince = /年起/u.test(clauseAt(text, start)) && a.figures.every(isLimit);
  // 近五年实现翻番: since then, and not in each of the years.
  if (a.figures.some(({ form }) => form === "doubled" || form === "times")) return false;
  return to?.kind === "keep" || ((time ?? state).since && (isAlways || to?.kind === "meets" || isBoundSince));
}

/** 此后两年均在90%以上 */
const EACH_SINCE = /后[一两二三四五六]年均在?$/u;

/** The sentence goes on to say that the year it speaks of has no figure. */
function isLastLacking({ end }: Token, { state, text }: Composing): boolean {
  const [year] = state.years;
  return new RegExp(
    `${year}年[^，；。]{0,20}(?:暂无|暂缺|缺报|没有|尚未|未取得|未报送|未反馈|未完成|待)`,
    "u",
  ).test(text.slice(end));
}

/** 始终保持在93%以上, 近五年稳定在93%以上: in each of the years. */
function heldTold(found: readonly Share[], to: Token, { state, text, ...composing }: Composing): void {
  const clause = /[^，；]*$/u.exec(text.slice(0, to.start))?.[0] ?? "";
  // 2023年起保持100%: in that year, too; 2020年以来 tells of those after it.
  const [, from] = /(\d{4})年起/u.exec(clause) ?? [];
  const span =
    (from === undefined ? null : [Number(from) - 1, state.period.year]) ??
    state.span ??
    (/始终|一直|长期|历年/u.test(clause) ? [state.period.start - 1, state.period.year] : null);
  if (span === null || state.groups.length > 0) return;
  const since = Math.max((span[0] ?? 0) + 1, state.period.start);
  for (const { options, years, figure } of found)
    for (const held of figure.points ? [] : endsOf(figure))
      claim(
        { state, text, ...composing },
        { kind: "streak", options, years, count: null, since, sign: 0, held, except: [] },
        stretch(text, to, figure),
      );
}

/** 99.8%至100%之间: no less than the one, and no more than the other. */
function endsOf(figure: Figure): Figure[] {
  if (figure.range === undefined) return [figure];
  const { range, ...plain } = figure;
  return [
    { ...plain, form: "number", value: range.from, hedge: "from" },
    { ...plain, form: "number", value: range.to, hedge: "upTo" },
  ];
}

function tellLevel(told: Share, moved: 1 | -1 | 0, composing: Composing, without = false): void {
  const { state } = composing;
  const share = { ...told, figure: inPeople(inUnit(told.figure, state), state) };
  const { figure } = share;
  if (changedTold(share, composing)) return;
  if (figure.points && apartTold(figure, share.years, composing)) return;
  // 缺口分别为0.46张和0.19名: from the goal.
  if (state.apart && figure.form === "number") {
    const { options, years, where } = share;
    if (!state.goalTold) unmatched(composing, figure);
    else claim(composing, { kind: "gap", options, years, where, figure, goal: state.goal }, figure);
    return;
  }
  // 每所…医生数: 9家 are places.
  const areSites =
    /^[所家]$/u.test(figure.unit) && share.options.every(({ name }) => /^每[所个]/u.test(name));
  if (figure.points || figure.form === "times" || areSites) {
    unmatched(composing, figure);
    return;
  }
  // 失业保险和工伤保险女性参保人数合计14.11万人: of two rows together.
  if (state.total && indicatorsSpokenOf(state).length > 1 && !state.each)
    return cameTo(share.figure, share.years, composing);
  const average = averageOf(share, composing);
  const pooled = state.pooled !== null && average === null;
  const sum = state.total || (pooled && state.span !== null) ? yearsSummed(state) : null;
  claim(
    composing,
    {
      ...PLAIN_LEVEL,
      ...share,
      moved,
      pooled,
      sum,
      ...(average === null ? meanTold(figure, composing) : { mean: average }),
      first: isFirst(figure, composing),
      added: !state.total && CHOSEN.test(clauseAt(composing.text, figure.start)),
      without,
    },
    figure,
  );
  turnTold(share, moved, composing);
}

/** 连续四年下降后，2025年降至0.104‰: then it went on as it is told, or turned. */
function turnTold({ options, years, figure }: Share, sign: 1 | -1 | 0, composing: Composing): void {
  const [year, ...more] = years;
  if (sign === 0 || year === undefined || more.length > 0 || composing.state.groups.length > 0) return;
  if (!AFTER_STREAK.test(composing.text.slice(0, figure.start))) return;
  const bases = [year - 1];
  claim(composing, { kind: "direction", options, years, bases, sign, strict: true, nearly: false }, figure);
}

const AFTER_STREAK =
  /连续[一二两三四五六七八九\d]年[^，；。\d]{2,8}(?:之?后|的基础上)，?(?:\d{4}年)[^，；。\d]{0,8}$/u;

/** 三年平均为94.52%, of a rate whose cases are not added up: the mean of the three. */
function averageOf({ options, years }: Share, { state, text }: Composing): readonly [number, number] | null {
  const [year = state.period.year, ...more] = years;
  const isOfCases = options.some(({ unit }) => countsEvents(unitOf(unit)));
  if (state.pooled === null || isOfCases || more.length > 0 || !/三年平均/u.test(text)) return null;
  return [year - 2, year];
}

/** 2021—2025年，孕产妇系统管理率平均为94.12%, 年均救助381人: over the years of the span. */
function meanTold({ start, unit }: Figure, { state, text }: Composing): Pick<Level, "mean"> {
  const isYearly = state.yearly && unitOf(unit).per === null;
  const isMean = isYearly || /(?<!年)平均(?:值|水平|数)?[为达是约在到]*$/u.test(text.slice(0, start));
  return state.span !== null && isMean ? { mean: yearsSummed(state) } : {};
}

function areAddedUp({ figures: [figure, ...more] }: Token, composing: Composing): boolean {
  return figure !== undefined && more.length === 0 && addedUp(inPeople(figure, composing.state), composing);
}

/** What is done with so many of them in a year. */
const CHOSEN = /评选|评出|命名|认定|表彰|选树/u;

/** 翻一番; 五年提高5.7个百分点，年均不足1.2个百分点: the same way again. */
function changedTold({ options, years, where, figure }: Share, composing: Composing): boolean {
  const { state } = composing;
  // 五年净增2.66个，年均0.53个: as well.
  const isBare = BARE_YEARLY.test(clauseAt(composing.text, figure.start)) && figure.form === "number";
  const isYearly = (figure.points || isBare) && state.yearly && state.moved !== 0;
  if (figure.form !== "doubled" && !isYearly) return false;
  const since = state.bases.length > 0 ? state.bases : [state.period.baseline];
  const how = isYearly
    ? { bases: since, sign: state.moved, yearly: true, where }
    : { bases: basesOf(composing), sign: 1 as const, yearly: false };
  claim(composing, { kind: "change", options, years, figure, ...how }, figure);
  return true;
}

const BARE_YEARLY = /^(?:[年每]年?均|平均每年)(?:约|近|超过|不足|不到)?\d/u;

/** The years that 累计 adds up: those of a span, or of the plan so far. */
export function yearsSummed({ span, after, period, years }: State): readonly [number, number] {
  if (span === null) return [period.start, years[0] ?? period.year];
  return [after ? span[0] + 1 : span[0], span[1]];
}

/** 2025年首次突破90%: a year is named, and none before it had as much. */
export function isFirst({ start }: { start: number }, { text }: Composing): boolean {
  return /(?:\d{4}年|今年|本年|当年).*首次[^，；]{0,6}$/u.test(text.slice(0, start));
}

/** 累计1904人次: people who came back in another year are told by the times they came. */
function inPeople(figure: Figure, { total }: State): Figure {
  return figure.unit.endsWith("人次") && total ? { ...figure, unit: figure.unit.slice(0, -1) } : figure;
}

/** 孕产妇系统管理率（%）94.88 */
export function inUnit(figure: Figure, { unit }: Pick<State, "unit">): Figure {
  return figure.unit === "" && figure.form === "number" && unit !== "" && !unit.includes("100")
    ? { ...figure, unit: unitOf(unit).name }
    : figure;
}

/** 94.88%的孕产妇系统管理率 */
export function shareBefore({ a, a2, s }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure === undefined || s === undefined) return false;
  const named = s.things.filter(({ kind }) => kind === "indicators");
  const { things, without } = named.length > 0 ? { things: named, without: false } : predicate(composing, s);
  if (things.length === 0 || figure.points || a?.figures.length !== 1) return false;
  composing.state.things = things;
  composing.state.sure = true;
  composing.state.spelt = named.length === 0;
  // 三成多的区政协委员是女性: the group before it is in the name.
  if (named.length === 0) composing.state.groups = [];
  for (const each of [figure, ...(a2?.figures ?? [])])
    for (const share of shares(composing, [each])) tellLevel(share, 0, composing, without);
  return true;
}

/** 累计为1904人次残疾儿童提供康复救助: what the row counts, before its name. */
export function countBefore({ a, s }: Parts, composing: Composing): boolean {
  const [told] = a?.figures ?? [];
  const [thing] = s?.things ?? [];
  if (told?.form !== "number" || a?.figures.length !== 1 || thing?.kind !== "indicators") return false;
  const { state } = composing;
  const figure = inPeople(told, state);
  const isCount = thing.options.every(
    ({ unit }) => unitOf(unit).per === null && scale(unitOf(unit), figure.unit),
  );
  if (!isCount || s?.things.length !== 1 || figure.unit === "") return false;
  subject(state, s.things, s.doubt === null);
  for (const share of shares(composing, [figure])) tellLevel(share, 0, composing);
  return true;
}

/** 75%设立了婚姻家庭辅导室，仍有四分之一尚未设立: what is left of the rate spoken of. */
export function othersTold({ a, what }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure !== undefined && what !== undefined && isTopicOf(what, a, composing))
    return othersTold({ a }, composing);
  const [options, ...more] = indicatorsSpokenOf(composing.state);
  if (figure === undefined || a?.figures.length !== 1 || options === undefined || more.length > 0)
    return false;
  const isShare = options.every(({ unit }) => isPercent(unitOf(unit))) && isPercent(unitOf(figure.unit));
  if (!isShare || figure.points || composing.state.groups.length > 0) return false;
  // 近三成家庭没有养成习惯: of whom the rate does not speak.
  const isOfRate =
    what === undefined || options.some(({ name }) => [...what.text].every((letter) => name.includes(letter)));
  if (!isOfRate) return false;
  const { sure } = composing.state;
  composing.state.sure ||= what !== undefined;
  for (const share of shares(composing, [figure])) tellLevel(share, 0, composing, true);
  composing.state.sure = sure;
  return true;
}

/** 婚姻家庭辅导室|尚有三分之一的|婚姻登记机关没有设立: what they have not stands before, and makes the name with them. */
function isTopicOf(what: Token, a: Token | undefined, composing: Composing): boolean {
  const { text, state } = composing;
  const [, topic] =
    /(?:^|[，；。])([^，；。\d]{3,16}?)(?:尚|仍|还|目前|已)*有?$/u.exec(text.slice(0, a?.start)) ?? [];
  if (topic === undefined || state.named) return false;
  const verb = /^[^，；。]*/u.exec(text.slice(what.end))?.[0] ?? "";
  const { thing } = spelt(`${what.text}${verb}${topic}`, composing.names);
  if (thing === null) return false;
  subject(state, [thing], true);
  return true;
}

/** 近九成新婚夫妇知晓政策: a share of what stands behind it, whatever was spoken of before. */
export function shareOfOthers({ a, a2, s }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (figure === undefined || !isPercent(unitOf(figure.unit)) || figure.points) return false;
  // 近六成（59.8%）婴儿实现6个月内纯母乳喂养
  if (s !== undefined && shareBefore({ a, a2, s }, composing)) return true;
  for (const each of a2?.figures ?? []) unmatched(composing, each);
  unmatched(composing, figure);
  return true;
}

/** 约四分之三的婚姻登记机关设立了婚姻家庭辅导室: the clause is the rate's name, but for a few words. */
function predicate(composing: Composing, from: Token): { things: readonly Thing[]; without: boolean } {
  const clause = /^(?:[^，。；（：]|（[^）]{1,4}）)*/u.exec(composing.text.slice(from.start))?.[0] ?? "";
  const { thing, without, bare } = spelt(clause, composing.names);
  if (thing !== null) return { things: [thing], without };
  return { things: isOfRow(bare, composing.state) ? (composing.state.things ?? []) : [], without };
}

/** 接近六成的学生达到优良: all its words are of the name of the rate that is spoken of. */
function isOfRow(words: string, { things, sure }: State): boolean {
  const [thing, ...more] = things ?? [];
  const letters = [...words.replace(/达到|为|是|人|率/gu, "")];
  if (!sure || thing?.kind !== "indicators" || more.length > 0 || letters.length < LEAST_OF_ROW) return false;
  return thing.options.some(
    ({ name, unit }) => isPercent(unitOf(unit)) && letters.every((each) => name.includes(each)),
  );
}

const LEAST_OF_ROW = 4;
