import { decimal } from "../../terms/decimal.js";
import { PLAIN_LEVEL } from "../claim.js";
import { limited, type Figure } from "../figure.js";
import { claim, signOf, stretch, type Composing, type Parts } from "./emit.js";
import { indicatorsSpokenOf, placed, setTime, subject, yearsOf } from "./state.js";
import { scale } from "../scale.js";
import { manyTold } from "./named-tallies.js";
import { basesOf } from "./moves/bases.js";
import { REST } from "./tallies.js";
import { unitOf } from "../../terms/unit.js";
import type { Indicator } from "../../plan/plan.js";
import type { Names } from "../grammar/names.js";
import type { Token } from "../grammar/token.js";
import { numeral } from "../text/numerals.js";

const PLACES = new Set(["个", "所", "家"]);
const EACH = /^(?:各|所有|每个|每所|全[区县市州省国]各|分镇街看，?各)/u;
const SITE = /^(?:镇|乡|街道|社区|村|机构|单位|(?:基层)?(?:医疗)?卫生(?:服务)?机构|基层医疗机构)/u;

/** 镇街, and 县市 under a plan that calls its sites so. */
function areSites(text: string, { siteWords }: Names): boolean {
  return SITE.test(text) || siteWords.some((word) => text.startsWith(word));
}

/** 各镇街, 每个县市; 基层 goes for those who are told of together alone. */
function areAllSites(text: string, names: Names): boolean {
  const rest = text.replace(EACH, "");
  return rest !== text && (rest.startsWith("基层") || areSites(rest, names));
}

/** 超过98%的有20个; 20个镇街达到98%; 5个镇街接种率低于98%: so many towns on that side of a figure. */
export function sitesCounted(
  { whole, n, what, towns, s, not, verb, b, list }: Parts,
  composing: Composing,
): boolean {
  const [count, ...others] = n?.figures ?? [];
  const [bound] = b?.figures ?? [];
  // 1名的8家、2名的6家: of a list, whose pairs nobody has told apart.
  if (others.some(({ unit }) => unit !== count?.unit)) return false;
  const isBound = bound?.form === "number" || bound?.form === "range";
  if (count?.form !== "number" || !isBound || !PLACES.has(count.unit) || bound.points) return false;
  // 有6所|专职|儿童保健医生仅1名: a word on the row.
  const isOfSites = ({ text }: Token): boolean =>
    areSites(text, composing.names) || (s !== undefined && ON_DUTY.test(text));
  if ([what, towns].some((each) => each !== undefined && !isOfSites(each))) return false;
  if (s !== undefined) subject(composing.state, s.things, true);
  const [options, ...more] = indicatorsSpokenOf(composing.state);
  if (options === undefined || more.length > 0 || bound.unit === count.unit) return false;
  const { years } = composing.state;
  allOf(whole, options, composing);
  // 2名的6家 have just as many; 达到2名的17家 have no fewer.
  const isJust = verb === undefined && not === undefined && /^[名人]$/u.test(bound.unit);
  const limit =
    upToOnly(count, bound, composing) ?? (isJust ? bound : limited(bound, not !== undefined, signOf(verb)));
  claim(composing, { kind: "sites", options, years, bound: limit, figure: count }, count);
  Object.assign(composing.state, { sited: count, siteBound: bound });
  if (list !== undefined) {
    // …有20个，松溉镇…: another one.
    if (composing.text.slice(Math.max(count.end, bound.end), list.start) === "，")
      placed(composing.state, list.things);
    else {
      manyTold(list, count, composing);
      eachBeyond(list, limit, composing);
    }
  }
  return true;
}

const ON_DUTY = /^的?(?:专职|专业|专任|在岗|配备的?)$/u;

/** 只有1名: and no more. */
export function upToOnly(count: Figure, bound: Figure, { text }: Composing): Figure | null {
  return /[只仅]有?$/u.test(text.slice(count.end, bound.start)) ? { ...bound, hedge: "upTo" } : null;
}

/** 接种率低于98%的有松溉、永荣、红炉3个镇: each of them, and they are as many. */
export function sitesWhich({ what, have, not, verb, b, list, n }: Parts, composing: Composing): boolean {
  const [bound, ...more] = b?.figures ?? [];
  const [count] = n?.figures ?? [];
  const isBound = bound?.form === "number" && !bound.points && more.length === 0;
  if (list === undefined || !isBound || indicatorsSpokenOf(composing.state).length !== 1) return false;
  if (what !== undefined && !areSites(what.text, composing.names)) return false;
  if (have !== undefined && !/^(?:主要)?(?:有|包括|剩下?)$/u.test(have.text)) return false;
  const limit = limited(bound, not !== undefined, signOf(verb));
  if (count !== undefined) manyTold(list, count, composing);
  eachBeyond(list, limit, composing);
  noMoreThan(list, count ?? null, limit, composing);
  return true;
}

/** 只剩甲、乙两个镇, 的有甲、乙2个镇: so many there are, and no other. */
function noMoreThan(list: Token, count: Figure | null, bound: Figure, composing: Composing): void {
  const { state, text } = composing;
  const [options = []] = indicatorsSpokenOf(state);
  const isOnly = /[只仅][有剩]?下?$/u.test(text.slice(0, list.start));
  const isWhole = count !== null ? count.value.eq(list.things.length) : isOnly;
  if (!isWhole || /^(?:等|[和与及、])/u.test(text.slice(list.end))) return;
  const many = decimal(list.things.length);
  const figure = count ?? {
    ...bound,
    ...list,
    value: many,
    step: decimal(1),
    unit: "个",
    hedge: "exact" as const,
  };
  claim(composing, { kind: "sites", options, years: state.years, bound, figure }, figure);
}

/** Each of the towns is on that side of a figure. */
function eachBeyond(list: Token, figure: Figure, composing: Composing): void {
  const [options = []] = indicatorsSpokenOf(composing.state);
  const { years, groupsTold } = composing.state;
  composing.state.groupsTold = [...groupsTold, ...list.things.map(({ name }) => name)];
  for (const { name: where } of list.things)
    claim(composing, { ...PLAIN_LEVEL, options, years, where, figure }, figure);
}

/** 17所达到2名，6所只有1名: of the institutions of the row that is spoken of. */
export function sitesOfRow(parts: Parts, composing: Composing): boolean {
  const { n, b } = parts;
  const [count] = n?.figures ?? [];
  const [bound] = b?.figures ?? [];
  const [options = [], ...more] = indicatorsSpokenOf(composing.state);
  if (count === undefined || bound === undefined || more.length > 0 || options.length === 0) return false;
  const isOfRow = options.every(({ unit }) => scale(unitOf(unit), bound.unit) !== null);
  // 20个镇街达到98%，10个超过99%: of the towns again.
  const areSited = composing.state.sited !== null && PLACES.has(count.unit);
  if (!isOfRow || !(areSited || /^[所家]$/u.test(count.unit))) return false;
  return sitesCounted(parts, composing);
}

/** 23个镇街有20个接种率达标; 20个镇街达标: so many of them reach the goal of the row. */
export function sitesMet({ whole, n, what, s, not, st }: Parts, composing: Composing): boolean {
  const [count, ...more] = n?.figures ?? [];
  if (count?.form !== "number" || !PLACES.has(count.unit) || st?.text.endsWith("达标") !== true) return false;
  if (what === undefined ? s === undefined : !areSites(what.text, composing.names)) return false;
  if (s !== undefined) subject(composing.state, s.things, true);
  const [options, ...others] = indicatorsSpokenOf(composing.state);
  if (options === undefined || others.length + more.length > 0) return false;
  const { years } = composing.state;
  allOf(whole, options, composing);
  const met = not === undefined && !st.text.startsWith("未");
  claim(composing, { kind: "sites", options, years, bound: null, figure: count, met }, count);
  composing.state.sited = count;
  return true;
}

/** 接种率达标的镇街20个: so many there are behind it. */
export function sitesMetBehind({ not, st, what, n, list }: Parts, composing: Composing): boolean {
  if (what === undefined || !areSites(what.text, composing.names)) return false;
  const [options, ...more] = indicatorsSpokenOf(composing.state);
  const [count, ...others] = n?.figures ?? [];
  if (options === undefined || count === undefined || more.length + others.length > 0) return false;
  if (!PLACES.has(count.unit) || st?.text.endsWith("达标") !== true) return false;
  const met = not === undefined && !st.text.startsWith("未");
  claim(
    composing,
    { kind: "sites", options, years: composing.state.years, bound: null, figure: count, met },
    count,
  );
  if (list !== undefined) manyTold(list, count, composing);
  return true;
}

/** 接种率达标镇街由2020年的19个增加到2025年的20个: in each of the two years. */
export function sitesMetCourse({ t1, a, t2, b, ...parts }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const { years } = state;
  for (const [time, n] of [
    [t1, a],
    [t2, b],
  ] as const) {
    if (time === undefined) state.years = [state.period.year];
    else setTime(state, time.times);
    if (!sitesMetBehind({ ...parts, n }, composing)) {
      state.years = years;
      return false;
    }
  }
  return true;
}

/** 松溉、永荣、红炉3个镇未达到98%: as many as are named, and each is short of it. */
export function sitesNamed({ w, n, what, not, verb, b }: Parts, composing: Composing): boolean {
  const [count] = n?.figures ?? [];
  if (w === undefined || count?.form !== "number" || !PLACES.has(count.unit) || w.things.length < 2)
    return false;
  if (!areSites(what?.text ?? "", composing.names)) return false;
  manyTold(w, count, composing);
  placed(composing.state, w.things);
  // 20个达到98%，松溉、永荣、红炉3个镇未达到: that figure.
  const { siteBound } = composing.state;
  if (b === undefined && not !== undefined && siteBound !== null)
    eachBeyond(w, limited(siteBound, true, signOf(verb)), composing);
  const named = count.value.eq(w.things.length);
  return !named || b === undefined || sitesCounted({ n, what, not, verb, b }, composing);
}

/** 各镇街均在98%以上; 23个镇街全部达到98%; 其余20个镇街均在98%以上: there are as many. */
export function sitesAll({ whole, what, s, not, verb, b }: Parts, composing: Composing): boolean {
  const [bound] = b?.figures ?? [];
  if (whole !== undefined && REST.test(composing.text.slice(0, whole.start)))
    return sitesCounted({ n: whole, what, s, not, verb, b }, composing);
  const [named = null] = whole?.figures ?? [];
  if (what === undefined || bound?.form !== "number" || bound.points) return false;
  if (!(named === null ? areAllSites : areSites)(what.text, composing.names)) return false;
  if (s !== undefined) subject(composing.state, s.things, true);
  const [options, ...more] = indicatorsSpokenOf(composing.state);
  if (options === undefined || more.length > 0) return false;
  const { years } = composing.state;
  allOf(whole, options, composing);
  const limit = limited(bound, not !== undefined, signOf(verb));
  claim(composing, { kind: "sites", options, years, bound: limit, figure: null }, bound);
  return true;
}

/** 松溉、永荣两镇不足98%，其余21个镇街均已达标; 其余镇街均在98%以上: all but those that the sentence has named. */
export function restOfSites(parts: Parts, composing: Composing): boolean {
  const { whole, what, s, not, st, verb, b, t } = parts;
  const { state, names, text } = composing;
  const [figure = null, ...more] = whole?.figures ?? [];
  if (what === undefined || more.length > 0 || (figure !== null && !PLACES.has(figure.unit))) return false;
  const those = figure === null ? what.text.replace(OTHERS, "") : what.text;
  const areOthers = figure === null ? those !== what.text : REST.test(text.slice(0, figure.start));
  const but = state.groupsTold;
  if (!areOthers || !areSites(those, names) || (figure === null && but.length === 0)) return false;
  if (s !== undefined) subject(state, s.things, true);
  const [options, ...others] = indicatorsSpokenOf(state);
  const on = sideOrGoal({ not, st, verb, b, t });
  if (options === undefined || others.length > 0 || on === null) return false;
  const { years } = state;
  const at = figure ?? stretch(text, what, st ?? t ?? b ?? what);
  claim(composing, { kind: "sites", options, years, figure, but, ...on }, at);
  state.groups = [];
  return true;
}

const OTHERS = /^(?:其余|其他|其它|余下|剩余)的?各?个?/u;

/** On which side of a figure they are, or whether they reach the goal; null where neither is told. */
function sideOrGoal({ not, st, verb, b, t }: Parts): { bound: Figure | null; met?: boolean } | null {
  if (st !== undefined && !/达标$|^达到目标$/u.test(st.text)) return null;
  if (st !== undefined) return { bound: null, met: not === undefined && !st.text.startsWith("未") };
  if (t !== undefined)
    return verb === undefined || signOf(verb) !== 0 ? null : { bound: null, met: not === undefined };
  const [bound, ...more] = b?.figures ?? [];
  if (bound?.form !== "number" || bound.points || more.length > 0) return null;
  return { bound: limited(bound, not !== undefined, signOf(verb)) };
}

/** 接种率最高的为99.24% */
export function extremumTold({ t, x, a }: Parts, composing: Composing): boolean {
  const [figure, ...more] = a?.figures ?? [];
  const [options, ...others] = indicatorsSpokenOf(composing.state);
  if (figure === undefined || more.length > 0 || options === undefined || others.length > 0) return false;
  if (x === undefined || !/^最/u.test(x.text) || figure.points || figure.form !== "number") return false;
  if (t !== undefined) setTime(composing.state, t.times);
  const { years, span, groups } = composing.state;
  const since = groups.length === 0 ? (span?.[0] ?? null) : null;
  const highest = !/低|少/u.test(x.text);
  claim(composing, { kind: "extremum", options, years, figure, highest, since }, figure);
  return true;
}

/** 23 of 23个镇街中有3个: so many there are. */
export function allOf(whole: Token | undefined, options: readonly Indicator[], composing: Composing): void {
  const { years } = composing.state;
  for (const figure of whole?.figures ?? [])
    claim(composing, { kind: "sites", options, years, bound: null, figure }, figure);
}

/** 居各镇街首位 */
export function extremeTold({ x, low, w }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  if (w !== undefined) placed(composing.state, w.things);
  if (x === undefined || state.groups.length === 0) return true;
  const groups = state.groups;
  // 居第二低: which end it is counted from.
  const [, place = "一"] = /第([一二三四五六七八九十])/u.exec(x.text) ?? [];
  const nth = numeral(place) ?? 1;
  const highest = !/末|倒数|低|少/u.test(x.text) && !/^[低末少]/u.test(low?.text ?? text.slice(x.end));
  for (const thing of state.things ?? [])
    if (thing.kind === "indicators")
      claim(
        composing,
        { kind: "extreme", options: thing.options, years: state.years, where: groups, highest, nth },
        x,
      );
  return true;
}

/** 最低的3个镇街是甲、乙和丙; 排名后三位的依次是甲、乙和丙 */
export function foremostTold({ x, n, what, w }: Parts, composing: Composing): boolean {
  const [figure, ...more] = n?.figures ?? [];
  const [options, ...others] = indicatorsSpokenOf(composing.state);
  if (x === undefined || w === undefined || figure === undefined || more.length > 0) return false;
  if (options === undefined || others.length > 0 || figure.form !== "number") return false;
  if (what !== undefined && !areSites(what.text, composing.names)) return false;
  if (!PLACES.has(figure.unit) && figure.unit !== "位") return false;
  manyTold(w, figure, composing);
  placed(composing.state, w.things);
  const where = w.things.map(({ name }) => name);
  const end = { highest: !/[后末低少]|倒数/u.test(x.text), many: where.length, ranked: !/^最/u.test(x.text) };
  claim(composing, { kind: "extreme", options, years: composing.state.years, where, ...end }, x);
  return true;
}

/** 在23个镇街中排名倒数第五: of as many as there are. */
export function placeTold({ all, what, x }: Parts, composing: Composing): boolean {
  const [options, ...more] = indicatorsSpokenOf(composing.state);
  if (options === undefined || more.length > 0 || !areSites(what?.text ?? "", composing.names)) return false;
  if (composing.state.groups.length === 0 || !PLACES.has(all?.figures[0]?.unit ?? "")) return false;
  allOf(all, options, composing);
  return extremeTold({ x }, composing);
}

/** 提高幅度最大的是南大街街道: of all towns. */
export function siteMoved({ dir, most, w }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [options, ...more] = indicatorsSpokenOf(state);
  if (w === undefined || most === undefined || options === undefined || more.length > 0) return false;
  const where = w.things.map(({ name }) => name);
  const named = basesOf(composing);
  const bases = named.length > 0 ? named : [(state.years[0] ?? state.period.year) - 1, state.period.baseline];
  const moved = { bases, sign: signOf(dir) };
  const highest = !/[慢小]/u.test(most.text);
  claim(composing, { kind: "extreme", options, years: state.years, where, highest, moved }, most);
  placed(state, w.things);
  return true;
}

/** 23个镇街中，接种率比上年提高0.1个百分点及以上的有8个 */
export function sitesMovedCounted(
  { whole, of, s, t, dir, b, what, n }: Parts,
  composing: Composing,
): boolean {
  const { state, names } = composing;
  const [figure, ...others] = n?.figures ?? [];
  const [bound = null, ...more] = b?.figures ?? [];
  const site = what ?? of;
  if (figure === undefined || others.length + more.length > 0 || !PLACES.has(figure.unit)) return false;
  if (site === undefined || !areSites(site.text, names) || bound?.points === false) return false;
  if (s !== undefined) subject(state, s.things, true);
  const [options, ...rows] = indicatorsSpokenOf(state);
  if (options === undefined || rows.length > 0) return false;
  allOf(whole, options, composing);
  const bases = (t?.times ?? []).flatMap((time) => yearsOf(time, state));
  const told = { kind: "sitesMoved", options, years: state.years, bases, sign: signOf(dir) } as const;
  claim(composing, { ...told, bound: bound === null ? null : limited(bound, false, 1), figure }, figure);
  return true;
}
