import { apartTold, groupsApart } from "./apart.js";
import { besideSummed } from "./beside.js";
import { claim, signOf, unmatched, withSide, type Composing, type Parts } from "./emit.js";
import { changeTold } from "./moves/changes.js";
import { apartFromLevel, gaps } from "./gaps.js";
import { isPercent, unitOf } from "../../terms/unit.js";
import { PLAIN_LEVEL, type Sign } from "../claim.js";
import type { Indicator } from "../../plan/plan.js";
import type { Figure } from "../figure.js";
import { weakNames } from "../grammar/derived.js";
import type { Token } from "../grammar/token.js";
import { clauseAt } from "../text/tight.js";
import { shares } from "./shares.js";
import { indicatorsSpokenOf } from "./state.js";
import { pairOf } from "./steps.js";

/** 高出0.78个百分点; 相差1.83个百分点; 均未达到目标，分别相差0.8小时和0.6小时: from what was spoken of before. */
export function byTold({ side, by }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = by?.figures ?? [];
  if (figure === undefined) return false;
  // 低于整体水平1.48个百分点: from what nobody has named.
  if (side !== undefined && AVERAGE.test(composing.text.slice(side.end, figure.start))) {
    for (const each of [figure, ...more]) unmatched(composing, each);
    return true;
  }
  if (side !== undefined && (state.basesFrom === "clause" || state.comparing))
    return changeTold({ dir: side, a: by }, composing);
  // 农村尚未达到94%的目标，差0.45个百分点: from the goal, whatever else is told.
  if (side === undefined && state.goalTold && isShortBy(figure, composing)) {
    gaps(by, composing);
    return true;
  }
  if (more.length === 0 && apartTold(figure, state.years, composing, true)) return true;
  if (state.goalTold) gaps(by, composing);
  else for (const each of [figure, ...more]) unmatched(composing, each);
  return true;
}

function isShortBy({ start }: Figure, { text }: Composing): boolean {
  return SHORT_BY.test(clauseAt(text.slice(0, start), start));
}

const SHORT_BY = /^(?:还|尚|仍|仅|只|均)*差(?:约|近)?$/u;
const AVERAGE = /^(?:整体|总体|平均|全体|全部|全省|整个)/u;

/** 比98%分别低0.67个和0.39个百分点: from a figure that is nobody's. */
export function fromFigureTold(
  { b, by, side }: Parts,
  composing: Composing,
  sign: Sign = signOf(side),
): boolean {
  const [bound, ...more] = b?.figures ?? [];
  if (bound === undefined || more.length > 0 || bound.points || by === undefined) return false;
  if (by.figures.length > 1) composing.state.respectively = true;
  const found = shares(composing, by.figures);
  if (found.length === 0) for (const figure of by.figures) unmatched(composing, figure);
  for (const { options, years, where, figure } of found)
    claim(
      composing,
      { kind: "beyond", options, years, where, bound, figure, sign },
      withSide(side, figure, composing.text),
    );
  const [figure] = by.figures;
  if (figure !== undefined && by.figures.length === 1) apartFromLevel(bound, figure, composing);
  return true;
}

/** 2022年达到46.20%的高点，…，比高点低0.40个百分点: since the year that the sentence calls so. */
export function sinceTopTold({ x, dir, a }: Parts, composing: Composing): boolean {
  const { state, text } = composing;
  if (x === undefined || !SINCE_TOP.test(x.text)) return false;
  const [, year] = TOLD_TOP.exec(text.slice(0, x.start)) ?? [];
  if (year === undefined) {
    for (const figure of a?.figures ?? []) unmatched(composing, figure);
    return true;
  }
  Object.assign(state, { bases: [Number(year)], basesFrom: "clause", strangeBase: false });
  return changeTold({ dir, a }, composing);
}

const TOPS = "(?:历史|近年|此前)?的?(?:最?[高低]点|峰值|谷值|谷底|高位|低位|最[高低](?:值|水平))";
const SINCE_TOP = new RegExp(`^[比较](?:当年|这一|那时)?${TOPS}$`, "u");
const TOLD_TOP = new RegExp(`(\\d{4})年(?:(?!\\d{4}年)[^；。])*?(?:的|为|是)?${TOPS}`, "u");

/** 低于38%的下限1.9个百分点 */
export function beyondNamed({ b, what, by }: Parts, composing: Composing): boolean {
  const [bound] = b?.figures ?? [];
  const [figure] = by?.figures ?? [];
  if (bound === undefined || figure === undefined || !LIMIT.test(what?.text ?? "")) return false;
  const isBelow = bound.hedge === "under";
  if (!isBelow && bound.hedge !== "over") return false;
  return fromFigureTold({ b, by }, composing, isBelow ? -1 : 1);
}

const LIMIT = /^(?:上限|下限|红线|底线|门槛|标准|控制线|规定)$/u;

/** 低于全区平均水平1.57个百分点 */
export function districtTold({ side, side2, a, by }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = by?.figures ?? [];
  const [options] = indicatorsSpokenOf(state);
  const [own, ...others] = state.groups;
  if (figure === undefined || more.length > 0 || options === undefined || !figure.points) return false;
  const { years } = state;
  const sign = signOf(side2 ?? side);
  if (own === undefined) return everybodysTold(options, a, { figure, side: side2 ?? side }, composing);
  if (others.length > 0) return false;
  for (const level of a?.figures ?? [])
    claim(composing, { ...PLAIN_LEVEL, options, years, figure: level }, level);
  const at = withSide(side2 ?? side, figure, composing.text);
  claim(composing, { kind: "groupsApart", options, years, where: [own, null], sign, figure }, at);
  return true;
}

/** 高于农村1.83个百分点 */
export function otherGroupTold({ g, a, side, side2, by }: Parts, composing: Composing): boolean {
  const { state } = composing;
  const [figure, ...more] = by?.figures ?? [];
  const [options] = indicatorsSpokenOf(state);
  if (g === undefined || figure === undefined || more.length > 0 || options === undefined || !figure.points)
    return false;
  const [site, ...others2] = g.things;
  if (others2.length > 0) return false;
  const other = site?.name ?? g.text;
  state.groupsTold = [...state.groupsTold, other];
  // 高于男生（33.71%）3.99个百分点
  for (const level of a?.figures ?? [])
    claim(composing, { ...PLAIN_LEVEL, options, years: state.years, figure: level, where: other }, level);
  const [own, ...others] = state.groups;
  // 全区98.90%，比最低的松溉镇高1.57个百分点: the whole district.
  if (own === undefined && state.groupsTold.length === 1) {
    const sign = (0 - signOf(side2 ?? side)) as Sign;
    const { years } = state;
    claim(
      composing,
      { kind: "groupsApart", options, years, where: [other, null], sign, figure },
      withSide(side2 ?? side, figure, composing.text),
    );
    return true;
  }
  if (own === undefined || others.length > 0) return groupsApart(options, figure, state.years, composing);
  const told = { pair: [own, other], side: side2 ?? side };
  return groupsApart(options, figure, state.years, composing, told);
}

/** 与女性法官占比的差距: what the points behind it are apart from. */
export function gapNamed({ s }: Parts, { state }: Composing): boolean {
  const [thing, ...more] = s?.things ?? [];
  if (thing?.kind !== "indicators" || more.length > 0) return false;
  state.against = thing.options;
  state.apart = true;
  // 与基本医疗保险参保率的差距: whose that is, nobody can tell.
  state.doubt ??= s?.doubt ?? null;
  state.sure &&= state.doubt === null;
  return true;
}

/** 是小学生近视率的2.2倍 */
export function rowTimesTold({ side, s, two, how, own, a }: Parts, composing: Composing): boolean {
  if (how !== undefined && !/^(?:比例|比重)$/u.test(how.text)) return false;
  const [told] = a?.figures ?? [];
  const [one] = two === undefined ? [] : [pairOf(composing.state)[two.text === "前者" ? 0 : 1]];
  const [thing, ...more] = one === undefined ? (s?.things ?? []) : [one];
  const [options] = indicatorsSpokenOf(composing.state);
  const times = told === undefined ? undefined : asTimes(told, options ?? []);
  const sign = signOf(side);
  const hedge = sign < 0 ? "under" : sign > 0 ? "over" : null;
  const figure = times?.hedge !== undefined && hedge !== null ? ({ ...times, hedge } as const) : times;
  if (figure?.form !== "times" || thing?.kind !== "indicators" || more.length > 0 || options === undefined)
    return false;
  const { years } = composing.state;
  for (const each of own?.figures ?? [])
    claim(composing, { ...PLAIN_LEVEL, options: thing.options, years, figure: each }, each);
  claim(composing, { kind: "rowTimes", options, others: thing.options, years, figure }, figure);
  // …的75.7%，较2020年的74.7%提高1个百分点: of the share, and of no row.
  Object.assign(composing.state, { level: told, sure: false, doubt: "other" });
  return true;
}

/** 相当于工伤保险参保人数的75.7%: of what is counted, that is 0.757 times as many. */
function asTimes(figure: Figure, options: readonly Indicator[]): Figure {
  // 前者的五分之一 is a part of whatever that is.
  const isPart = /分之|一半|[成半](?:多|左右|以[上下])?$/u.test(figure.text) && !/百分之/u.test(figure.text);
  const isCount = options.length > 0 && options.every(({ unit }) => unitOf(unit).per === null);
  if (!(isCount || isPart) || figure.points || figure.form !== "number" || !isPercent(unitOf(figure.unit)))
    return figure;
  return { ...figure, value: figure.value.div(100), step: figure.step.div(100), unit: "", form: "times" };
}

/** 女童九年义务教育巩固率略低于全区平均水平（99.94%）0.02个百分点: than everybody's, which is another row. */
function everybodysTold(
  options: readonly Indicator[],
  level: Token | undefined,
  { figure, side }: { figure: Figure; side: Token | undefined },
  composing: Composing,
): boolean {
  const { years } = composing.state;
  const others = everybodysRows(options, composing);
  if (others.length === 0) {
    for (const each of [...(level?.figures ?? []), figure]) unmatched(composing, each);
    return true;
  }
  for (const each of level?.figures ?? [])
    claim(composing, { ...PLAIN_LEVEL, options: others, years, figure: each }, each);
  const than = { kind: "than", options, others, years, sign: signOf(side), figure, first: false } as const;
  claim(composing, than, withSide(side, figure, composing.text));
  return true;
}

/** 九年义务教育巩固率 of 女童九年义务教育巩固率: the row of all of whom it is of some. */
function everybodysRows(options: readonly Indicator[], { names }: Composing): Indicator[] {
  return options.flatMap(({ name }) => {
    const thing = weakNames(name).map(names.called)[0] ?? null;
    return thing?.kind === "indicators" ? thing.options.filter((each) => !options.includes(each)) : [];
  });
}

/** 比全体学生的99.94%低0.02个百分点: than everybody's, or than the figure of somebody we have no name for. */
export function strangersFigureTold(
  { who, with: and, q, side, side2, a, by }: Parts,
  composing: Composing,
): boolean {
  if (and !== undefined && q === undefined) return false;
  const [, whose] = ((side ?? and) === undefined ? HELD_AGAINST : NAMED).exec(who?.text ?? "") ?? [];
  const [options = [], ...more] = indicatorsSpokenOf(composing.state);
  if (whose === undefined || more.length > 0 || (by?.figures.length ?? 0) > 1) return false;
  const isKnown =
    EVERYBODY.test(whose) &&
    (composing.state.groups.length > 0 || everybodysRows(options, composing).length > 0);
  if (isKnown && by !== undefined) return districtTold({ side, side2, a, by }, composing);
  for (const each of a?.figures ?? []) unmatched(composing, each);
  const [theirs = null] = a?.figures ?? [];
  const [apart = null] = by?.figures ?? [];
  // 达标率56.5%，与儿童规划的43.8%相比高出12.7个百分点: of no row.
  if (indicatorsSpokenOf(composing.state).length === 0)
    besideSummed(theirs, apart, signOf(side2 ?? side), composing);
  else if (a !== undefined && by !== undefined) fromFigureTold({ b: a, by, side: side2 ?? side }, composing);
  else for (const each of by?.figures ?? []) unmatched(composing, each);
  return true;
}

const HELD_AGAINST = /^[比较与同和](\p{Script=Han}{2,12})$/u;
const NAMED = /^(\p{Script=Han}{2,12})$/u;
const EVERYBODY = /^(?:全体|全部|所有|整体|总体)(?:儿童|学生|人群|人口|妇女)?$/u;
