import { isPercent, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL, type Sign } from "../claim.js";
import type { Token } from "../grammar/token.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import { gaps, target } from "./gaps.js";
import { shares, subjects } from "./shares.js";
import { indicatorsSpokenOf, setTime, yearsOf } from "./state.js";
import { pairOf } from "./steps.js";

/** 距70%的目标还差17.06个百分点 */
export function gapTold({ far, goal, stated, after, t, g, a, b, v }: Parts, composing: Composing): boolean {
  composing.state.goalTold = true;
  target(goal ?? stated ?? after, composing);
  gaps(a ?? b, composing);
  const by = a ?? b;
  // 距4.5‰的控制线仅剩0.01个千分点的空间: it is not beyond it.
  const isLeft = /剩|空间|余地|上限|下限|界限|红线/u.test(`${t?.text}${g?.text}${v?.text}`);
  if (far !== undefined && by !== undefined && !isLeft)
    for (const { options, years } of subjects(composing))
      claim(composing, { kind: "met", options, years, met: false, side: 0 }, by);
  return true;
}

/** 与目标仍有差距 */
export function fallsShort({ goal, stated, after, has, v }: Parts, composing: Composing): boolean {
  if (
    v === undefined ||
    has === undefined ||
    !/^(?:存?在?有|存在)(?:一定|较大|明显|不小|较小)?的?$/u.test(has.text)
  )
    return false;
  composing.state.goalTold = true;
  target(goal ?? stated ?? after, composing);
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "met", options, years, met: false, side: 0 }, v);
  return true;
}

/** 与40%左右的目标相比，: what the sentence goes on to say is how far it is from there. */
export function goalCompared({ goal, stated }: Parts, composing: Composing): boolean {
  composing.state.goalTold = true;
  const told = goal ?? stated ?? null;
  const isNamed = indicatorsSpokenOf(composing.state).length > 0;
  composing.state.distantFrom = { is: "goal", told: isNamed ? null : told };
  if (isNamed) target(told ?? undefined, composing);
  return true;
}

/** 提前达到94%的规划目标; 尚未达到目标; 高于目标8.24个百分点. */
export function goalTold(
  { not, far, verb, side, goal, stated, t, by }: Parts,
  composing: Composing,
): boolean {
  if (t === undefined) return false;
  composing.state.goalTold = true;
  const figure = goal ?? stated;
  target(figure, composing);
  gaps(by, composing);
  const first = not ?? far ?? verb ?? side ?? goal ?? t;
  const near = goal?.figures[0]?.hedge === "near";
  // 未达到低于0.1‰的目标: so the goal is worded, where something is said of reaching it.
  const isWorded = not !== undefined || far !== undefined || verb !== undefined;
  const where: Sign = side !== undefined ? signOf(side) : isWorded ? 0 : sideOf(goal);
  const met =
    where !== 0 ? null : not !== undefined || far !== undefined ? false : verb !== undefined ? true : null;
  if (near || (met === null && where === 0)) return true;
  if (verb !== undefined && /^(?:为|是|基本.*)$/u.test(verb.text)) return true;
  // 比目标低: the side behind it.
  const [from, to] = first.start < t.start ? [first, t] : [t, first];
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "met", options, years, met, side: where }, stretch(composing.text, from, to));
  return true;
}

/** 高于60%的目标: above or below it, whichever is better. 超过 may praise. */
function sideOf(goal: Token | undefined): Sign {
  const [figure] = goal?.figures ?? [];
  return figure?.hedge === "over" ? 1 : figure?.hedge === "under" ? -1 : 0;
}

/** 未达到98% */
export function shortTold({ a, not }: Parts, composing: Composing): boolean {
  if (a === undefined || not === undefined) return false;
  const [figure] = a.figures;
  const rows = indicatorsSpokenOf(composing.state);
  if (figure === undefined || a.figures.length !== 1 || rows.length === 0) {
    for (const each of a.figures) unmatched(composing, each);
    return true;
  }
  const { groups, years } = composing.state;
  composing.state.goalTold = true;
  composing.state.goal = figure;
  for (const options of rows)
    for (const where of groups.length === 0 ? [null] : groups)
      claim(composing, { kind: "short", options, years, figure, where }, stretch(composing.text, not, a));
  return true;
}

/** 是目标值的两倍多 */
export function timesGoalTold({ stated, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  if (a === undefined || figure === undefined || figure.points) return false;
  if (figure.form !== "times" && !isPercent(unitOf(figure.unit))) return false;
  target(stated, composing);
  if (a.figures.length > 1) composing.state.respectively = true;
  for (const { options, years, figure } of shares(composing, a.figures))
    claim(composing, { kind: "timesGoal", options, years, figure }, figure);
  return true;
}

/** 目标值为70% */
export function goalStated({ goal }: Parts, composing: Composing): boolean {
  target(goal, composing);
  return true;
}

/** 还需年均提高2.04个百分点 */
export function paceTold({ goal, y, y2, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  target(goal, composing);
  if ((y ?? y2) === undefined && !state.yearly) {
    gaps(a, composing);
    return true;
  }
  const intent = state.intent;
  state.intent = false;
  for (const figure of a?.figures ?? [])
    for (const { options } of subjects(composing))
      claim(composing, { kind: "pace", options, years: [state.period.year], figure }, figure);
  state.intent = intent;
  return true;
}

const OF_SOME = /^[^，；。]*的(?:只有|仅有|有|是)/u;

/** 与全国2024年43.4%的水平相比，: what the sentence goes on to say is how far it is from there. */
export function otherCompared({ t, t2, o, a }: Parts, composing: Composing): boolean {
  const [figure = null, ...more] = a?.figures ?? [];
  if (o === undefined || more.length > 0 || figure?.points === true) return false;
  const { state } = composing;
  const [time] = (t ?? t2)?.times ?? [];
  const [year = null] = time === undefined ? [] : yearsOf(time, state);
  state.distantFrom = { is: "place", region: o.text, figure, year, named: false };
  return true;
}

/** 高于全市平均水平0.7个百分点; what the sentence gives of both sides must come to the difference. */
export function besideTold(
  { t, t2, t3, o, a, bracketed, side, verb, by }: Parts,
  composing: Composing,
): boolean {
  const { state } = composing;
  if (o === undefined) return false;
  // 高于全市水平的只有前者: of some of them.
  if (OF_SOME.test(composing.text.slice(o.end))) {
    unmatched(composing, o);
    return true;
  }
  const told = [a, bracketed].flatMap((each) => each?.figures ?? []);
  const levels = told.filter(({ points }) => !points);
  const distances = [...told.filter(({ points }) => points), ...(by?.figures ?? [])];
  const rows = subjects(composing);
  // 分别低于全国2.5‰和4.0‰的水平: each its own.
  const ofRow = (figures: typeof levels, nth: number) =>
    (figures.length === rows.length ? figures[nth] : figures.length === 1 ? figures[0] : undefined) ?? null;
  const [theirs, apart] = [ofRow(levels, 0), ofRow(distances, 0)];
  const sign = signOf(side) || signOf(verb);
  const [time] = (t ?? t2 ?? t3)?.times ?? [];
  const [year = state.besideYear] = time === undefined ? [] : yearsOf(time, state);
  state.besideYear = year;
  // 优于全国2024年水平（4.0‰），低1.75个千分点: from there.
  if (apart === null) state.distantFrom = { is: "place", region: o.text, figure: theirs, year, named: true };
  rows.forEach(({ options, years }, nth) => {
    const [figure, by] = [ofRow(levels, nth), ofRow(distances, nth)];
    claim(composing, { kind: "beside", options, years, region: o.text, figure, by, year, sign }, o);
  });
  if (theirs !== null && apart !== null && state.level !== null) {
    const course = { from: theirs, to: state.level };
    const stated = { at: 0, from: apart.start, written: apart.text, sure: true, doubt: null };
    composing.out.push({ ...stated, kind: "sum", course, figure: apart, sign: sign === 0 ? 1 : sign });
  }
  return true;
}

/** 高于2023年的32.50% */
export function ownYearTold({ side, t, a }: Parts, composing: Composing): boolean {
  const [time] = t?.times ?? [];
  if (side === undefined || time === undefined) return false;
  const bases = yearsOf(time, composing.state);
  const apart = a?.figures.length === 1 && a.figures[0]?.points === true;
  for (const { options, years } of subjects(composing)) {
    claim(
      composing,
      { kind: "direction", options, years, bases, sign: signOf(side), strict: true, nearly: false },
      side,
    );
    for (const figure of a?.figures ?? []) {
      const change = { options, years, bases, figure, sign: signOf(side), yearly: false };
      if (apart) claim(composing, { kind: "change", ...change }, figure);
      else claim(composing, { ...PLAIN_LEVEL, options, years: bases, figure }, figure);
    }
  }
  return true;
}

/** 进展偏慢; 尚未达标. */
export function statusTold({ not, st }: Parts, composing: Composing): boolean {
  if (st === undefined) return false;
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "status", options, years, name: st.text, negated: not !== undefined }, st);
  return true;
}

/** 居各镇街首位 */
export function extremeTold({ x, w }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (w !== undefined) {
    state.groups = w.things.map(({ name }) => name);
    state.atSite = true;
  }
  if (x === undefined || state.groups.length === 0) return true;
  const groups = state.groups;
  const highest = !/末|低|少/u.test(x.text);
  for (const thing of state.things ?? [])
    if (thing.kind === "indicators")
      claim(
        composing,
        { kind: "extreme", options: thing.options, years: state.years, where: groups, highest },
        x,
      );
  return true;
}

/** 女性法官占比与女性检察官占比相差0.78个百分点 */
export function rowsApart({ by }: Parts, composing: Composing): boolean {
  const [one, other, ...more] = subjects(composing);
  const [figure, ...figures] = by?.figures ?? [];
  if (one === undefined || other === undefined || more.length > 0) return false;
  if (figure === undefined || figures.length > 0) return false;
  claim(composing, { kind: "than", ...one, others: other.options, sign: 0, figure, first: false }, figure);
  return true;
}

/** 比法官、律师分别高0.78个和6.59个百分点 */
export function severalRowsTold({ s, side, by }: Parts, composing: Composing): boolean {
  const others = (s?.things ?? []).flatMap((thing) => (thing.kind === "indicators" ? [thing.options] : []));
  const figures = by?.figures ?? [];
  const [own, ...more] = subjects(composing);
  if (own === undefined || more.length > 0 || others.length !== figures.length || others.length < 2)
    return false;
  figures.forEach((figure, nth) => {
    const than = { ...own, others: others[nth] ?? [], sign: signOf(side), figure, first: false };
    claim(composing, { kind: "than", ...than }, figure);
  });
  return true;
}

/** 为近五年最低 */
export function recordTold({ t, x }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [time] = t?.times ?? [];
  if (x === undefined || time?.span === undefined || time.span === null || state.groups.length > 0)
    return false;
  if (!/^最/u.test(x.text)) return false;
  const [since] = time.span;
  const highest = !/低|少/u.test(x.text);
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "record", options, years, since, highest }, stretch(composing.text, t ?? x, x));
  return true;
}

/** 人数最多的年份是2024年 */
export function peakYearTold({ x, t }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [time] = t?.times ?? [];
  if (x === undefined || time === undefined || state.groups.length > 0 || !/^最/u.test(x.text)) return false;
  const { baseline, year: until } = state.period;
  setTime(state, [time]);
  const peak = { since: baseline - 1, until, highest: !/低|少/u.test(x.text) };
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "record", options, years, ...peak }, stretch(composing.text, x, t ?? x));
  return true;
}

/** 前者高出后者1.02个百分点 */
export function otherOfTwoTold({ two, ...parts }: Parts, composing: Composing): boolean {
  if (two === undefined) return false;
  const other = pairOf(composing.state)[two.text === "前者" ? 0 : 1];
  return other !== undefined && otherRowTold({ ...parts, s: { ...two, things: [other] } }, composing);
}

const OF_CHANGE = /^的?(?:[增升降]幅|增速|降速|增长|提升|提高|变化|改善)(?:幅度)?(?=[，；）]|$)/u;

/** 低于女党员比例（28.37%）1.02个百分点: the other row's figure, and both beside each other; what is spoken of stays. */
export function otherRowTold({ by, side, ...parts }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const s = parts["s"] ?? parts["s2"] ?? parts["s3"];
  const a = parts["a"] ?? parts["a2"] ?? parts["a3"];
  const before = { ...state };
  const [time] = parts["t"]?.times ?? [];
  // 资源不足：每千名儿童床位数2.71张 compares nothing.
  if (s !== undefined && /[:：]/u.test(composing.text.slice(side?.start ?? s.start, s.start))) return false;
  // 高于孕产妇系统管理率的增幅: of how that row changed.
  if (s !== undefined && OF_CHANGE.test(composing.text.slice(s.end))) {
    unmatched(composing, s);
    return true;
  }
  // 比2024年女党员比例提高: of that row, and against that year.
  if (s === undefined || (time !== undefined && time.relative !== "same")) return false;
  state.things = s.things;
  // 低于女党员比例28.37%: its own figure, not how far they are apart.
  const told = by?.figures.filter((each) => !each.points && unitOf(each.unit).per !== null) ?? [];
  for (const figure of [...(a?.figures ?? []), ...told])
    for (const { options, years } of subjects(composing))
      claim(composing, { ...PLAIN_LEVEL, options, years, figure }, figure);
  Object.assign(state, before);
  const [others, ...more] = s.things.map((thing) => (thing.kind === "indicators" ? thing.options : []));
  const [figure = null, ...figures] = by?.figures.filter((each) => !told.includes(each)) ?? [];
  if (others === undefined || more.length > 0 || figures.length > 0) {
    for (const each of by?.figures ?? []) unmatched(composing, each);
    return true;
  }
  state.against = others;
  const sign = signOf(side ?? parts["side2"]);
  const first = /首次[^，；]{0,4}$/u.test(composing.text.slice(0, side?.start ?? s.start));
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "than", options, others, years, sign, figure, first }, by ?? s);
  return true;
}
