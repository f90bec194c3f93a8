import type { Indicator } from "../../plan/plan.js";
import type { Sign, TallyScope } from "../claim.js";
import type { Figure } from "../figure.js";
import type { Doubt, Thing } from "../grammar/names.js";
import type { Token } from "../grammar/token.js";
import type { Period, Time } from "../grammar/times.js";
import { numeral } from "../text/numerals.js";

/** The goal, its figure told before what it is the goal of, or another place; `named`: the row was, before it. */
type Goalpost =
  | { is: "goal"; told: Token | null }
  | { is: "row"; options: readonly Indicator[] }
  | { is: "place"; region: string; figure: Figure | null; year: number | null; named: boolean };

/** 已达标13项; no names where it is no status that is counted. */
export interface Counted {
  names: readonly string[];
  figure: Figure;
}

/** What a text has said so far, and what the next figure is therefore of. */
export interface State {
  period: Period;
  /** What is spoken of; [] before anything is named, null where it is nothing of ours. */
  things: readonly Thing[] | null;
  /** What figures of the sentence were told of, for 分别 and 均 behind them. */
  told: readonly Thing[];
  /** False once words stand between it and the figure that may have changed the subject. */
  sure: boolean;
  /** Those words. */
  loose: string;
  /** It was certain when it was named. */
  certain: boolean;
  /** What its name leaves open. */
  doubt: Doubt;
  /** The years a figure may be of, the likeliest first. */
  years: readonly number[];
  /** A time was named, and nothing of ours since: what comes may be an event of that time. */
  undated: boolean;
  /** 一是2022年…: the year was named in one of several items, and is none of the next. */
  ofItem: boolean;
  /** All years that the sentence has named. */
  dated: readonly number[];
  /** 2023年、2024年: several years, told one after another. */
  listed: readonly number[];
  span: readonly [number, number] | null;
  /** 2021年以来: what is told has changed since the span began. */
  since: boolean;
  /** 五年来: what the span begins with is what came before it. */
  after: boolean;
  /** The years a change may be counted from; [] where none is named. */
  bases: readonly number[];
  /** How near the base was named: what is carried over from elsewhere may be another. */
  basesFrom: "clause" | "sentence" | "text" | null;
  /** 与2020年相比，: whatever the sentence goes on to say is compared with it. */
  comparing: boolean;
  /** 2025年为A，|上年为B，: told in passing; what follows is of these years again, and held against that. */
  aside: { years: readonly number[]; level: Figure } | null;
  /** 其余年份均为0，: what was spoken of before, and is again behind the comma. */
  apartFrom: readonly number[] | null;
  /** 今年以来: of the report's year, or of the next, which no figure is known of. */
  isYearOpen: boolean;
  /** What makes figures none of ours. */
  otherPlace: string | null;
  partial: boolean;
  intent: boolean;
  /** 预计年底: said in this very clause, so that a time does not end it. */
  intending: boolean;
  survey: boolean;
  /** 农村, 松溉镇: what figures are of instead of the whole district. */
  groups: readonly string[];
  /** All that the sentence has named, for 分别 and 城乡差距 behind them. */
  groupsTold: readonly string[];
  /** What the sentence has held its row against last: 超过女性法官占比，高出0.78个百分点. */
  against: readonly Indicator[];
  /** 全国2024年: the year of what ours was held beside. */
  besideYear: number | null;
  /** It speaks of the goal, and states this figure for it. */
  goalTold: boolean;
  goal: Figure | null;
  /** 与40%的目标相比，, 与全国2024年43.4%的水平相比，: changes that follow are distances from there. */
  distantFrom: Goalpost | null;
  /** 差距: the points that follow are how far two figures are apart. */
  apart: boolean;
  /** Words that are not known are what the clause compares with. */
  strangeBase: boolean;
  /** The clause has named what it speaks of. */
  named: boolean;
  /** It has told a figure. */
  figured: boolean;
  /** Words that are not known stand behind its figure alone: 突破6万人|大关. */
  trailing: boolean;
  /** All words of the clause are those of the name, told as a sentence. */
  spelt: boolean;
  /** They are towns or institutions: what the sentence goes on to tell is theirs, too. */
  atSite: boolean;
  /** 12所学校中有3所|优良率不足45%: so many of some were told, and what the clause goes on to name is theirs. */
  ofSome: boolean;
  /** A place or group that we have no name for stands before the subject. */
  strangers: boolean;
  pooled: "once" | "sentence" | null;
  yearly: boolean;
  /** 两项合计14.11万人: the rows whose sum was told last; null once another is spoken of. */
  summed: readonly (readonly Indicator[])[] | null;
  /** Which way the sentence has told that its row went. */
  moved: Sign;
  /** 每年, not 年均: with a limit behind it, each of the years is meant. */
  everyYear: boolean;
  total: boolean;
  each: boolean;
  respectively: boolean;
  /** The last level told, and 由A提高到B, for sums in the sentence. */
  level: Figure | null;
  course: { from: Figure; to: Figure } | null;
  tally: TallyScope | null;
  /** A project's quantity was told last: what is left may be told of it. */
  quantity: Extract<Thing, { kind: "quantity" }> | null;
  /** So much of it is done, as it was told last. */
  quantityTold: Figure | null;
  /** 8个登记点中有6个: a share that follows comes to as much. */
  partTold: { some: Figure; all: Figure } | null;
  /** So many towns were counted last, on that side of a figure. */
  sited: Figure | null;
  siteBound: Figure | null;
  /** The last that was counted of it, and all that the sentence has counted, each as what. */
  counted: Figure | null;
  counts: readonly Counted[];
  /** Statuses whose shares the sentence has told, but not how many rows they are. */
  shared: readonly string[];
  /** 已达标13项，其中妇女与健康5项: as what they were counted. */
  countedAs: { names: readonly string[]; negated: boolean } | null;
  /** 约束性指标中，: the rows that the sentence goes on to tell of, and how many it had named before. */
  among: { scope: TallyScope; from: number } | null;
  /** 除甲、乙外，: named, and none of those that the sentence goes on to count. */
  leftOut: readonly Thing[];
  /** “一升一降”：, before the rows of which so many rose. */
  announced: Token | null;
  /** （%）behind the name: the unit of figures that have none. */
  unit: string;
}

const NOTHING_COUNTED = {
  quantity: null,
  quantityTold: null,
  partTold: null,
  sited: null,
  siteBound: null,
  counted: null,
  counts: [],
  shared: [],
  countedAs: null,
  among: null,
  leftOut: [],
  announced: null,
} satisfies Partial<State>;

/** What ends with a comma. */
const NEW_CLAUSE = {
  yearly: false,
  everyYear: false,
  total: false,
  each: false,
  respectively: false,
  intending: false,
  apart: false,
  strangeBase: false,
  named: false,
  figured: false,
  trailing: false,
  spelt: false,
  ofSome: false,
} satisfies Partial<State>;

/** The state a paragraph begins in. */
export function fresh(period: Period): State {
  return {
    period,
    things: [],
    told: [],
    sure: true,
    loose: "",
    certain: false,
    doubt: null,
    years: [period.year],
    undated: false,
    ofItem: false,
    dated: [],
    listed: [],
    span: null,
    since: false,
    after: false,
    bases: [],
    basesFrom: null,
    comparing: false,
    aside: null,
    apartFrom: null,
    isYearOpen: false,
    otherPlace: null,
    partial: false,
    intent: false,
    survey: false,
    groups: [],
    groupsTold: [],
    against: [],
    besideYear: null,
    goalTold: false,
    goal: null,
    distantFrom: null,
    atSite: false,
    strangers: false,
    pooled: null,
    summed: null,
    moved: 0,
    level: null,
    course: null,
    tally: null,
    ...NEW_CLAUSE,
    ...NOTHING_COUNTED,
    unit: "",
  };
}

/** What a new sentence keeps of the one before. */
export function nextSentence(state: State): void {
  const { year } = state.period;
  if (state.otherPlace !== null || state.partial || state.survey || state.intent) {
    state.things = [];
    state.years = [year];
  }
  state.years = [...new Set([...state.years, year])];
  state.told = [];
  state.dated = [];
  state.listed = [];
  state.span = null;
  if (state.basesFrom !== null) state.basesFrom = "text";
  state.comparing = false;
  state.isYearOpen = false;
  state.aside = null;
  state.apartFrom = null;
  state.otherPlace = null;
  state.partial = false;
  state.intent = false;
  state.survey = false;
  state.groups = [];
  state.groupsTold = [];
  state.against = [];
  state.besideYear = null;
  Object.assign(state, NOTHING_COUNTED);
  state.goalTold = false;
  state.goal = null;
  state.distantFrom = null;
  state.moved = 0;
  state.atSite = false;
  state.strangers = false;
  state.pooled = null;
  state.summed = null;
  state.level = null;
  state.course = null;
  nextClause(state);
}

/** A comma: another clause. */
export function nextClause(state: State): void {
  Object.assign(state, NEW_CLAUSE);
  if (state.basesFrom === "clause") state.basesFrom = "sentence";
  if (state.apartFrom !== null) Object.assign(state, { years: state.apartFrom, listed: [], apartFrom: null });
  if (state.aside === null) return;
  const { years, level } = state.aside;
  Object.assign(state, {
    bases: state.years,
    basesFrom: "clause",
    years,
    level,
    undated: false,
    aside: null,
  });
}

/** 上年为B, behind the level of another year. */
export function besideLevel(state: State, { relative }: Time): void {
  const isBefore = relative === "previous" || relative === "lastYear";
  if (isBefore && state.level !== null) state.aside = { years: state.years, level: state.level };
}

/** The subject is another one from here on. */
export function subject(state: State, things: readonly Thing[] | null, sure: boolean): void {
  state.things = things;
  state.told = [...state.told, ...(things ?? []).filter(({ kind }) => kind === "indicators")];
  state.sure = sure;
  state.certain = sure;
  state.named = true;
  state.loose = "";
  state.doubt = null;
  state.undated = false;
  state.unit = "";
  state.tally = null;
  state.quantity = null;
  state.summed = null;
  state.level = null;
  state.course = null;
  if (state.pooled === "once") state.pooled = null;
  if (state.distantFrom?.is === "row") state.distantFrom = null;
}

/** These towns or institutions are spoken of from here on. */
export function placed(state: State, sites: readonly Thing[]): void {
  state.groups = sites.map(({ name }) => name);
  state.groupsTold = [...state.groupsTold, ...state.groups];
  state.atSite = true;
}

/** The years a time stands for, where a figure of `state` speaks of it. */
export function yearsOf(time: Time, state: State): readonly number[] {
  const { year, baseline } = state.period;
  const spoken = state.years[0] ?? year;
  switch (time.relative) {
    case "previous":
      return [spoken - 1];
    case "lastYear":
      return [year - 1, year];
    case "present":
      return [year];
    case "base":
      return [baseline];
    case "same":
      return state.years;
    case "onward":
      return [onwardTo(time, spoken, year)];
    case "others":
      return Array.from(
        { length: year - state.period.start + 1 },
        (_, nth) => state.period.start + nth,
      ).filter((each) => !state.dated.includes(each));
    case "afterwards":
      return Array.from({ length: year - baseline }, (_, nth) => year - nth);
    case "earlier":
      return Array.from({ length: spoken - baseline }, (_, nth) => spoken - 1 - nth);
    case null:
      return time.span === null ? time.years : [lastOf(time.span, state.period)];
  }
}

/** 2021年…，此后三年: so many years on, where they have passed; else up to the report's. */
function onwardTo({ text }: Time, from: number, year: number): number {
  const [, many = ""] = /后([一两二三四五六七八九])年/u.exec(text) ?? [];
  const until = from + (numeral(many) ?? year);
  return until <= year ? until : year;
}

/** 2021—2030年 is the plan's, and runs to the report's year so far; of other years to come nothing is known. */
function lastOf([first, last]: readonly [number, number], { year, end }: Period): number {
  return first > year ? first : last === end ? Math.min(last, year) : last;
}

/** 由2020年的A提高到2024年的B，四年提高C: so many years up to that of B. */
function upTo(time: Time, { course, years, period }: State): Time {
  const [last = period.year, ...more] = years;
  const isCounted =
    time.span !== null && time.after && /^(?:这|前后|[一二两三四五六七八九十]|\d{1,2}年)/u.test(time.text);
  if (!isCounted || time.span === null || course === null || more.length > 0 || last >= period.year)
    return time;
  const back = period.year - last;
  return { ...time, span: [time.span[0] - back, time.span[1] - back] };
}

/** 2022年…，2025年…，这两年…: the years that the sentence has named, where they are as many. */
function areThese({ text, span }: Time, state: State): boolean {
  const named = [...new Set(state.dated)];
  const isOfThem = span !== null && /^这[^，]?年$/u.test(text) && span[1] - span[0] === named.length;
  if (isOfThem)
    Object.assign(state, { listed: named, years: named.slice(-1), each: true, span: null, since: false });
  return isOfThem;
}

/** The sentence speaks of this time from here on. */
export function setTime(state: State, spoken: readonly Time[]): void {
  const times = spoken.map((each) => upTo(each, state));
  const [time] = times;
  if (time === undefined) return;
  if (areThese(time, state)) return;
  // 2023年升至75%，此后…: from there to the report's year, or as many years on as are told.
  const [from = state.period.year] = state.years;
  const isOnward = time.relative === "onward";
  state.partial = time.partial;
  state.isYearOpen = time.isOpen;
  if (state.pooled === "once") state.pooled = null;
  const years = times.flatMap((each) => yearsOf(each, state));
  state.undated = true;
  const [first = state.period.year] = years;
  state.intent = state.intending || (years.length === 1 && first > state.period.year && time.span === null);
  const areListed = time.relative === null || time.relative === "others";
  state.listed = years.length > 1 && areListed ? years : [];
  if (time.relative === "others") Object.assign(state, { each: true, apartFrom: state.years });
  state.dated = [...state.dated, ...years];
  state.span = isOnward ? [from, years[0] ?? state.period.year] : time.span;
  state.since = time.since || isOnward;
  state.after = time.after || isOnward;
  state.years = state.listed.length > 0 ? [years.at(-1) ?? first] : years;
  // 2024年起达标，比目标值高1.2个百分点: then, or now.
  const [since] = time.span ?? [];
  if (time.since && since !== undefined && /年起$/u.test(time.text)) state.years = [...state.years, since];
  if (time.span !== null && time.since) {
    // “十四五”时期 may be counted from its own first year; 五年来 is not.
    const isPeriod = /(?:时期|期间|期内)$/u.test(time.text);
    state.bases = isPeriod ? [time.span[0], time.span[0] + 1] : [time.span[0]];
    state.basesFrom = "sentence";
  } else if (isOnward) {
    state.bases = [from];
    state.basesFrom = "clause";
  } else if (time.span !== null) {
    state.bases = [time.span[0] - 1, time.span[0]];
    state.basesFrom = "sentence";
  }
}

/** Whether figures are the district's own, of whole years past. */
export function isOurs(state: State): boolean {
  return state.otherPlace === null && !state.partial && !state.intent && !state.survey && !state.strangers;
}

/** The indicators spoken of, one list for each name; [] where none of ours. */
export function indicatorsSpokenOf({ things }: State): (readonly Indicator[])[] {
  return (things ?? []).flatMap((thing) =>
    thing.kind === "indicators" || thing.kind === "events" ? [thing.options] : [],
  );
}
