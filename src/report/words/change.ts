import { traitsOf } from "../../plan/target-kinds.js";
import { round, type Decimal } from "../../terms/decimal.js";
import type { Judged } from "../../plan/plan.js";
import { isNearlyLevel } from "../../score/trend.js";
import type { JudgedIndicator, YearValue } from "../../score/scorecard.js";
import { unitOf, type Unit } from "../../terms/unit.js";
import { cited } from "./cited.js";
import { levelText, plain, shown, visibleDecimals, type Scale } from "./number.js";

/** A difference between two shown figures, in words and in the parts a shared sentence is made of. */
export interface Change {
  direction: "up" | "down" | "level";
  /** moved: by an amount; near: 基本持平; level: 持平; told: from one level to the other. */
  kind: "moved" | "near" | "level" | "told";
  /** The year compared with. */
  year: number;
  /** 提高 */
  verb: string;
  amount: Amount;
  /** 比2024年提高0.32个百分点, 与2024年持平, 由2024年的0升至13.3/10万（1例） */
  said: string;
  /** The same as a second comparison in one sentence: a level is not told twice. */
  also: string;
}

/** 0.32 + 个 + 百分点: so that two can share the last word, 0.32个和0.40个百分点. */
interface Amount {
  number: string;
  /** 量词, or the unit where nothing follows it. */
  counter: string;
  unit: string;
}

/**
 * The change from an earlier year to the year scored. It is the difference of the *shown* values, so that
 * a reader can re-add it.
 */
export function changeSince(scored: JudgedIndicator, scale: Scale, from: YearValue): Change {
  return changeBy(TELLERS, momentOf(scored, scale, from));
}

/** The same by its amount, however small it is. */
export function amountSince(scored: JudgedIndicator, scale: Scale, from: YearValue): Change {
  const tellers = TELLERS.filter(({ tells }) => tells !== isHardlyMoved);
  return changeBy(tellers, momentOf(scored, scale, from));
}

/**
 * A change as a row's sentence tells it. What the verdict rests on is told by its amount, however small it is: 基本持平
 * beside 符合“降低”的目标要求 would say two things of one change.
 */
export function judgedChange(scored: JudgedIndicator, scale: Scale, from: YearValue): Change {
  return (restsOn(scored)?.year === from.year ? amountSince : changeSince)(scored, scale, from);
}

/** The earlier figure that decided the status of a direction; null where another thing did. */
function restsOn(scored: JudgedIndicator): YearValue | null {
  if (scored.rule === "better" || scored.rule === "worse" || scored.rule === "belowMark")
    return scored.baseline;
  return scored.rule === "belowLastYear" ? scored.previous : null;
}

function changeBy(tellers: readonly Teller[], moment: Moment): Change {
  return (tellers.find(({ tells }) => tells(moment))?.tell ?? tellAmount)(moment);
}

function momentOf(scored: JudgedIndicator, scale: Scale, from: YearValue): Moment {
  const then = shown(scale, from.value);
  const now = shown(scale, scored.value);
  const direction = now.eq(then) ? "level" : now.gt(then) ? "up" : "down";
  return { scored, scale, year: from.year, then, now, direction };
}

interface Moment {
  scored: JudgedIndicator;
  scale: Scale;
  year: number;
  then: Decimal;
  now: Decimal;
  direction: Change["direction"];
}

interface Teller {
  tells: (moment: Moment) => boolean;
  tell: (moment: Moment) => Change;
}

/** The ways to tell a change; the first that applies, and by its amount where none does. */
const TELLERS: readonly Teller[] = [
  { tells: ({ direction }) => direction === "level", tell: tellLevel },
  { tells: isSmallRate, tell: tellLevels },
  { tells: ({ scale }) => scale.ratio, tell: tellLevels },
  { tells: isHardlyMoved, tell: tellNearlyLevel },
  { tells: ({ scale }) => isRareRate(scale), tell: (moment) => tellMoved(moment, relative(moment)) },
];

function tellAmount(moment: Moment): Change {
  return tellMoved(moment, absolute(moment));
}

/** From or to zero, and under few events, a rate's change is told in levels and cases, never in per cent. */
function isSmallRate({ scored, scale, then, now }: Moment): boolean {
  if (scored.flags.includes("smallNumbers")) return true;
  return isRareRate(scale) && (then.isZero() || now.isZero());
}

/** A rate too small for points of its own: 13.3/10万. */
function isRareRate({ unit }: Scale): boolean {
  const { kind, points } = unitOf(unit);
  return kind === "rate" && points === null;
}

function isHardlyMoved({ scored, then, now }: Moment): boolean {
  return isNearlyLevel(scored.indicator, now.minus(then));
}

const NO_AMOUNT: Amount = { number: "", counter: "", unit: "" };

function tellLevel({ year }: Moment): Change {
  const said = `与${year}年持平`;
  return { direction: "level", kind: "level", year, verb: "持平", amount: NO_AMOUNT, said, also: said };
}

function tellLevels({ scored, scale, year, then, now, direction }: Moment): Change {
  const verb = direction === "up" ? "升至" : "降至";
  const cases = scored.rate === null || now.isZero() ? "" : `（${scored.rate.numerator.value.toFixed()}例）`;
  const before = cited(levelText(scale, then), scored.id, year);
  const said = `由${year}年的${before}${verb}${cited(levelText(scale, now), scored.id, scored.year)}${cases}`;
  const also = `${direction === "up" ? "高于" : "低于"}${year}年的${before}`;
  return { direction, kind: "told", year, verb, amount: NO_AMOUNT, said, also };
}

function tellNearlyLevel(moment: Moment): Change {
  const moved = tellMoved(moment, absolute(moment));
  const said = `与${moment.year}年基本持平（${moved.verb}${amountText(moved.amount)}）`;
  return { ...moved, kind: "near", said, also: said };
}

function tellMoved({ scored, year, direction }: Moment, amount: Amount): Change {
  const verb = verbOf(scored.indicator, direction);
  const said = `比${year}年${verb}${amountText(amount)}`;
  return { direction, kind: "moved", year, verb, amount, said, also: said };
}

/** 0.32个百分点. */
export function amountText({ number, counter, unit }: Amount): string {
  return `${number}${counter}${unit}`;
}

/** 0.32个百分点, 0.14名. */
function absolute({ scale, then, now }: Moment): Amount {
  const number = plain(scale, now.minus(then).abs());
  const { points, behind } = unitOf(scale.unit);
  return points === null ? { number, counter: behind, unit: "" } : { number, counter: "个", unit: points };
}

/** A rate per 10,000 or 100,000 changes by per cent of its earlier shown value. */
function relative({ scale, then, now }: Moment): Amount {
  const percent = now.minus(then).abs().times(100).div(then);
  return { number: roundedVisible(percent, scale), counter: "%", unit: "" };
}

/** One digit after the point, or as many as it takes not to print a change of 0.0%. */
function roundedVisible(percent: Decimal, scale: Scale): string {
  const decimals = visibleDecimals(percent, 1, scale.rounding);
  return round(percent, decimals, scale.rounding).toFixed(decimals);
}

interface Verbs {
  up: string;
  down: string;
}

const VERBS: Readonly<Record<Unit["kind"], Verbs>> = {
  rate: { up: "提高", down: "下降" },
  level: { up: "提高", down: "下降" },
  count: { up: "增加", down: "减少" },
  amount: { up: "增加", down: "减少" },
  bare: { up: "上升", down: "下降" },
};

/** Rates and levels 提高/下降, counts 增加/减少, a rate that should fall 上升/降低. */
function verbsOf({ unit, target }: Judged): Verbs {
  const { kind } = unitOf(unit);
  const shouldFall = kind === "rate" && traitsOf(target).better === "down";
  return shouldFall ? { up: "上升", down: "降低" } : VERBS[kind];
}

/** How the indicator moves: 提高, 降低, 增加. */
export function verbOf(indicator: Judged, direction: Change["direction"]): string {
  return direction === "up" ? verbsOf(indicator).up : verbsOf(indicator).down;
}

/** 回落 of what should rise, 反弹 of what should fall; 偏离 where neither more nor less is better. */
export function turnedBack({ target }: Pick<Judged, "target">): string {
  return TURNED_BACK[traitsOf(target).better];
}

const TURNED_BACK = { up: "回落", down: "反弹", neither: "偏离" } as const;
