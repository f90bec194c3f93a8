import { unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Time } from "../grammar/times.js";
import type { Token } from "../grammar/token.js";
import { apartTold } from "./apart.js";
import { claim, signOf, stretch, unmatched, type Composing, type Parts } from "./emit.js";
import { clauseAt } from "../text/tight.js";
import { shares, subjects } from "./shares.js";
import { setTime, yearsOf } from "./state.js";

/** 由2020年的92.99%提高到2025年的94.88%: two levels, and the base of what follows. */
export function courseTold({ t1, a, x, a0, t2, n, to, t3, b }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (a === undefined || b === undefined) return false;
  const after = t3 ?? t2;
  const isAnywhen = t1 === undefined && after === undefined && WITHIN.test(clauseAt(composing.text, a.start));
  const anywhen = [state.period.year, ...between(state.period.baseline, state.period.year)];
  const firstYears = isAnywhen ? anywhen : startOf(t1, composing);
  if (after !== undefined) setTime(state, after.times);
  // 由91.02%修订为91.20%: the first is what stood there before.
  if (x === undefined || !/修订|更正|调整|核减|核增/u.test(x.text)) levels(a, composing, firstYears, 0);
  // 从四成出头（41.30%）提高到五成以上
  if (a0 !== undefined) levels(a0, composing, firstYears, 0);
  // 自2021年以来…由2021年的A变为B: B is of a later year than A.
  const isLater = t1 === undefined || after !== undefined || (state.years[0] ?? 0) > (firstYears[0] ?? 0);
  levels(b, composing, isAnywhen ? anywhen : isLater ? null : [state.period.year], signOf(to));
  if (to !== undefined) standingStill(a, b, signOf(to), firstYears, composing);
  if (n !== undefined && to !== undefined) everyYearTold(n, to, firstYears, composing);
  state.bases = firstYears;
  state.basesFrom = "clause";
  const [from, last] = [a.figures[0], b.figures[0]];
  if (from !== undefined && last !== undefined && a.figures.length === 1 && b.figures.length === 1)
    state.course = { from, to: last };
  if (state.course !== null && to !== undefined) wayTold(state.course, to, composing);
  return true;
}

/** 两年间由8.7%跃升至65.22%: in whichever years. */
const WITHIN = /^[^，；\d]*[二两三四]年间[从由]/u;

/** 分别由1.62‰、4.49‰下降到1.44‰、4.49‰: what is as it was did not go that way. */
function standingStill(
  a: Token,
  b: Token,
  sign: 1 | -1 | 0,
  bases: readonly number[],
  composing: Composing,
): void {
  if (sign === 0 || a.figures.length < 2 || a.figures.length !== b.figures.length) return;
  const [before, after] = [a, b].map(({ figures }) => shares(composing, figures));
  for (const [nth, { options, years, where, figure }] of (after ?? []).entries()) {
    const from = before?.[nth];
    const isStill = from?.figure.value.eq(figure.value) === true && from.options[0] === options[0];
    if (!isStill || where !== null || figure.points) continue;
    const told = { kind: "direction", bases, sign, strict: true, nearly: false } as const;
    claim(composing, { ...told, options, years }, figure);
  }
}

/** 从不足一成起步: what it began with, in no year that is named. */
export function startTold({ t, x, a }: Parts, composing: Composing): boolean {
  const [time] = t?.times ?? [];
  if (a === undefined) return false;
  if (time !== undefined && x === undefined) levels(a, composing, yearsOf(time, composing.state), 0);
  else for (const figure of a.figures) unmatched(composing, figure);
  return true;
}

/** 好于2020年的2.37‰: that year's figure; whether more or less is better is the row's own. */
export function betterYearTold({ t, a }: Parts, composing: Composing): boolean {
  const [time] = t?.times ?? [];
  if (time !== undefined && a !== undefined) levels(a, composing, yearsOf(time, composing.state), 0);
  return true;
}

/**
 * 自2021年95.92%的高点逐年回落: since then, up to the year that is spoken of, or to a later one that the sentence goes on
 * to name.
 */
export function sinceTold({ t, a }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const [since, ...more] = t?.times.flatMap(({ years }) => years) ?? [];
  if (t === undefined || since === undefined || more.length > 0) return false;
  if (a !== undefined) startTold({ t, a }, composing);
  const { year: last } = state.period;
  const later = [...text.slice(t.end).matchAll(/\d{4}(?=年)/gu)].map(([year]) => Number(year));
  const until = [...new Set([...state.years, ...later])].filter((year) => year > since && year <= last);
  Object.assign(state, { years: until.length > 0 ? until : [last], span: [since, last], since: true });
  Object.assign(state, { bases: [since], basesFrom: "clause" });
  // 自2021年升至95.92%的峰值以来: no other year had as much.
  const [, top] = PEAK.exec(text.slice(t.end)) ?? [];
  if (top !== undefined) topYears({ ...t, text: top }, t.times, composing);
  return true;
}

const PEAK = /^[^，；。\d]{0,4}[\d.]*[^，；。\d]{0,3}的(峰值|最[高低](?:点|值)|谷底|谷值)/u;

/** 自2023年5.86%的高位回落0.23个百分点: since then. */
export function fromBy({ t1, a }: Parts, composing: Composing): boolean {
  const { state } = composing;
  if (t1 === undefined || a === undefined) return false;
  startTold({ t: t1, a }, composing);
  state.years = [state.period.year];
  state.bases = (t1.times ?? []).flatMap((time) => yearsOf(time, state));
  state.basesFrom = "clause";
  return true;
}

/** 由46.82%逐年降至45.61% */
function everyYearTold(n: Token, to: Token, first: readonly number[], composing: Composing): void {
  if (!/^(?:逐年|连年|年年)$/u.test(n.text)) return;
  const [since = null, ...more] = first;
  const streak = {
    count: null,
    since: more.length > 0 ? null : since,
    sign: signOf(to),
    held: null,
    except: [],
  };
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "streak", options, years, ...streak }, stretch(composing.text, n, to));
}

/** 由4.46‰降至4.49‰: rates that rose are told to have fallen, whatever they are of. */
function wayTold(
  { from, to: last }: NonNullable<Composing["state"]["course"]>,
  to: Token,
  composing: Composing,
): void {
  const sign = signOf(to);
  const unit = unitOf(last.unit);
  const exact = [from, last].every(
    ({ form, hedge, points }) => form === "number" && hedge === "exact" && points === last.points,
  );
  const apart = last.value.minus(from.value);
  if (sign === 0 || !exact || from.unit !== last.unit || apart.comparedTo(0) !== -sign) return;
  const figure = {
    ...last,
    value: apart.abs(),
    unit: unit.points ?? last.unit,
    points: last.points || unit.points !== null,
  };
  const course = { from, to: last };
  const stated = {
    at: 0,
    from: from.start,
    written: stretch(composing.text, from, last).text,
    sure: true,
    doubt: null,
  };
  composing.out.push({ ...stated, kind: "sum", course, figure, sign });
}

/** The year before the span, or its first: 2021—2025年，由A提高到B means either. */
function startOf(time: Token | undefined, { state }: Composing): readonly number[] {
  const [named] = time?.times ?? [];
  if (named !== undefined) return yearsOf(named, state);
  // “十四五”时期，由A提高到B: from the year that all came after, or from the period's first.
  if (state.span !== null && state.after && state.basesFrom === "sentence" && state.bases.length > 1)
    return state.bases;
  if (state.span !== null) return [state.span[0] - 1, state.span[0]];
  if (state.basesFrom !== null && state.bases.length > 0) return state.bases;
  const [year = state.period.year] = state.years;
  return [year - 1, state.period.baseline, ...between(state.period.baseline, year)];
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, nth) => to - 1 - nth);
}

function levels(
  token: Token,
  composing: Composing,
  years: readonly number[] | null,
  moved: 0 | 1 | -1,
): void {
  const found = shares(composing, token.figures);
  if (found.length === 0) for (const figure of token.figures) unmatched(composing, figure);
  for (const share of found) {
    if (apartTold(share.figure, years ?? share.years, composing)) continue;
    // 缺口由2020年的3.08个缩小到0.42个: from the goal.
    if (composing.state.apart && !share.figure.points) {
      const { goal } = composing.state;
      claim(composing, { kind: "gap", ...share, years: years ?? share.years, goal }, share.figure);
      continue;
    }
    claim(composing, { ...PLAIN_LEVEL, ...share, years: years ?? share.years, moved }, share.figure);
  }
}

/** 比2020年的38.46%提高…: the base's own level, and the base. */
export function baseTold({ t, a }: Parts, composing: Composing): boolean {
  const [time] = t?.times ?? [];
  if (a === undefined || time === undefined) return false;
  const [gap, ...more] = a.figures;
  // 差距比上年的3.93个百分点扩大0.06个百分点
  if (gap?.points === true && more.length === 0 && /差距|相差|之差/u.test(composing.text.slice(0, gap.start)))
    return gapOfBaseTold(gap, time, composing);
  if (a.figures.some(({ points, form }) => points || form === "times" || form === "doubled")) return false;
  const { state } = composing;
  const years = yearsOf(time, state);
  levels(a, composing, years, 0);
  state.bases = years;
  state.basesFrom = "clause";
  const [figure] = a.figures;
  if (state.level !== null && figure !== undefined) state.course = { from: figure, to: state.level };
  return true;
}

function gapOfBaseTold(gap: Figure, time: Time, composing: Composing): boolean {
  const { state } = composing;
  const years = yearsOf(time, state);
  if (!apartTold(gap, years, composing, true)) unmatched(composing, gap);
  state.bases = years;
  state.basesFrom = "clause";
  return true;
}

/** 较峰值（2020年136%）低2.14个百分点 */
export function peakTold({ x, t, a }: Parts, composing: Composing): boolean {
  if (
    x === undefined ||
    !/[比较](?:历史|近年)?(?:峰值|谷值|[最]?[高低]点|最[高低][值年]?|最好水平)$/u.test(x.text)
  )
    return false;
  return baseTold({ t, a }, composing);
}

/** 比2020年, 与上年相比, 同比. */
export function baseNamed({ t, t2, q, b, x }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const times = (t ?? t2)?.times ?? [];
  if (x !== undefined) topYears(x, times, composing);
  state.bases = b === undefined ? basesOf(times, state) : [(state.years[0] ?? state.period.year) - 1];
  state.basesFrom = "clause";
  state.comparing = q !== undefined;
  state.course = null;
  return true;
}

function basesOf(times: readonly Time[], state: Composing["state"]): readonly number[] {
  return times.flatMap((time) => (time.span === null ? yearsOf(time, state) : [time.span[0]]));
}

/** The claim that C is what lies between A and B of the course just told; whatever it is of. */
export function sumOfCourse(
  figure: Figure,
  sign: 1 | -1 | 0,
  written: ReturnType<typeof stretch>,
  composing: Composing,
): void {
  const { course } = composing.state;
  if (course === null || course.from.unit !== course.to.unit) return;
  const stated = { at: 0, from: written.start, written: written.text, sure: true, doubt: null };
  composing.out.push({ ...stated, kind: "sum", course, figure, sign });
}

/** 高于2023年的32.50% */
export function ownYearTold({ side, t, a }: Parts, composing: Composing): boolean {
  const [time] = t?.times ?? [];
  if (side === undefined || time === undefined) return false;
  const bases = yearsOf(time, composing.state);
  const apart = a?.figures.length === 1 && a.figures[0]?.points === true;
  if (subjects(composing).length === 0) for (const figure of a?.figures ?? []) unmatched(composing, figure);
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

/** 为近五年最低 */
export function recordTold({ t, x }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [time] = t?.times ?? [];
  if (x === undefined || time?.span === undefined || time.span === null || state.groups.length > 0)
    return false;
  if (!TOP.test(x.text)) return false;
  // 增幅为近五年最低: of how it changed.
  if (/(?:[增涨升降减]幅|增速)[为是]?$/u.test(composing.text.slice(0, t?.start))) {
    unmatched(composing, x);
    return true;
  }
  const [since] = time.span;
  const highest = isHighest(x);
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "record", options, years, since, highest }, stretch(composing.text, t ?? x, x));
  return true;
}

/** 人数最多的年份是2024年 */
export function peakYearTold({ x, t }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [time] = t?.times ?? [];
  if (x === undefined || time === undefined || state.groups.length > 0 || !TOP.test(x.text)) return false;
  setTime(state, [time]);
  topYears(x, [time], composing);
  return true;
}

/** 最高的2020年: of all years that are known. */
function topYears(x: Token, times: readonly Time[], composing: Composing): void {
  const { baseline, year: until } = composing.state.period;
  const peak = { since: baseline - 1, until, highest: isHighest(x) };
  const years = times.flatMap((time) => yearsOf(time, composing.state));
  for (const { options } of subjects(composing))
    claim(composing, { kind: "record", options, years, ...peak }, x);
}

/** 创历史新高: of all years that are known. */
export function newTopTold({ x }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const { baseline } = state.period;
  if (x === undefined || !/新[高低]$|^历史最/u.test(x.text) || state.groups.length > 0) return false;
  const peak = { since: baseline - 1, highest: isHighest(x) };
  for (const { options, years } of subjects(composing))
    claim(composing, { kind: "record", options, years, ...peak }, x);
  return true;
}

/** 2024年最低，为42.45%: of all years, where the sentence speaks of no fewer. */
export function topYearTold({ t, x }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  const [time, ...more] = t?.times ?? [];
  const [year, ...others] = time?.years ?? [];
  if (x === undefined || time === undefined || year === undefined || more.length + others.length > 0)
    return false;
  if (!/^最[高低]$/u.test(x.text) || state.groups.length > 0 || OF_SOME.test(text)) return false;
  setTime(state, [time]);
  topYears(x, [time], composing);
  return true;
}

/** 2021年为5.05%，2023年最高达5.86%: of years, where the sentence tells of another and of no second one that is highest. */
export function topLevelTold({ t, x, a }: Parts, composing: Composing): boolean {
  const { dated, period } = composing.state;
  const [year, ...more] = t?.times.flatMap(({ years }) => years) ?? [];
  const isOnly = x !== undefined && composing.text.split(x.text).length === 2;
  // 2025年最高56.38%，最低46.25%: of whatever it is told for in that year.
  const isPast =
    year !== undefined && year < period.year && !/(?<![年的])最[高低](?![点值])/u.test(composing.text);
  const isAmongYears = isPast && more.length === 0 && dated.some((each) => each !== year);
  if (a === undefined || !isOnly || !isAmongYears || !topYearTold({ t, x }, composing)) return false;
  levels(a, composing, null, 0);
  return true;
}

/** Of fewer years, or of towns, rows and other places: what is highest there is no year. */
const OF_SOME =
  /近[两二三四]年|(?<![五六])年[来间]|\d{4}年?[—至到~]\d{4}年|以来|年起|各|全[市国省]|项|镇|机构|居/u;

const isHighest = ({ text }: Token): boolean => !/低|少|谷/u.test(text);
/** 最高, 峰值, 新高: a top or a bottom, and no place in a list. */
const TOP = /^(?:最|峰值|谷|高点|低点|历史[新最]|新)/u;
