import { decimal, shownStep, type Decimal } from "../../terms/decimal.js";
import { POINT_NAMES, POINTS, RATE_WRITTEN, UNIT_WRITTEN, unitOf } from "../../terms/unit.js";
import type { Figure, Form, Hedge } from "../figure.js";
import { numeral, NUMERAL } from "../text/numerals.js";

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** Measure words that no plan counts in, so that what they count is known to be something else. */
const OTHER_MEASURES =
  "人次|批次|家次|项|位|起|宗|对|支|条|份|场|期|次|篇|门|台|辆|间|天|个月|月|周|公里|平方米|亩|分钟|分|元|款|岁|种|类|级|批|届|组|村";
/** 2.6个十万分点 */
const FINER_POINTS = "个?(?:十万|百万|万)分点";
const UNIT = `个?${POINTS}|${FINER_POINTS}|${RATE_WRITTEN}|(?:[百千万亿]|十万)?[余多]?(?:${OTHER_MEASURES})|${UNIT_WRITTEN}|[百千万亿][余多]?(?!分)`;

const BEFORE: readonly (readonly [Hedge, string])[] = [
  ["upTo", "不超过|不高于|不多于|至多|最多|≤|小于等于"],
  ["from", "不低于|不少于|不小于|至少|≥|大于等于"],
  ["over", "超过了?|超出|突破了?|站上|迈[上过]|[越跨]过|逾|高于|多于|大于|超|>"],
  ["near", "接近|将近|不到|临近|近"],
  ["under", "低于|少于|小于|不足|跌破|<"],
  ["about", "大约|约为|约占|约|大概|左右"],
];
const BEHIND: readonly (readonly [Hedge, string])[] = [
  ["from", "及以上|以上|之上"],
  ["upTo", "及以下|以下|以内|之内|之下"],
  ["about", "左右|上下"],
  ["some", "出头|有余|挂零|强(?=[，；、）]|$)"],
  ["near", "弱(?=[，；、）]|$)"],
];
const HEDGE_BEFORE = BEFORE.map(([, words]) => words).join("|");
const HEDGE_BEHIND = BEHIND.map(([, words]) => words).join("|");

/** What a pattern of a figure found, before hedges: its number, what its last digit stands for, its unit. */
interface Written {
  value: Decimal;
  step: Decimal;
  unit: string;
  form?: Form;
  hedge?: Hedge;
  outOf?: number;
  parts?: { n: number; of: number };
  range?: { from: Decimal; to: Decimal };
}

/** One way to write a figure. */
interface Spelling {
  name: string;
  /** As it is written, and what it comes to. */
  examples: readonly string[];
  pattern: RegExp;
  read: (groups: Readonly<Record<string, string | undefined>>) => Written | null;
}

function spelling(
  name: string,
  examples: readonly string[],
  pattern: string,
  read: Spelling["read"],
): Spelling {
  return {
    name,
    examples,
    pattern: new RegExp(`(?<before>${HEDGE_BEFORE})?${pattern}(?<behind>${HEDGE_BEHIND})?`, "uy"),
    read,
  };
}

/** Both ends, in digits as fine as either. */
function rangeOf({ from = "0", to = "0", unit }: Parameters<Spelling["read"]>[0]): Written {
  const ends = { from: plain(from), to: plain(to) };
  const step = ends.from.step.lt(ends.to.step) ? ends.from.step : ends.to.step;
  const range = { from: ends.from.value, to: ends.to.value };
  return { value: decimal(0), step, unit: unitName(unit), form: "range", range };
}

/** The ways a figure is written, in the order they are tried. */
export const SPELLINGS: readonly Spelling[] = [
  spelling(
    "range",
    ["90%—95%", "3到5个", "1.2个—1.5个"],
    String.raw`(?<from>${NUMBER})(?:(?:%)?[—\-~至到]|(?:${UNIT})[—\-~])(?<to>${NUMBER})(?<unit>${UNIT})?(?:之间)?`,
    rangeOf,
  ),
  spelling(
    "range, each end with its unit",
    ["1.2个至1.5个之间"],
    `(?<from>${NUMBER})(?:${UNIT})?[—\\-~至到和与](?<to>${NUMBER})(?<unit>${UNIT})?(?:之间|的?区间)`,
    rangeOf,
  ),
  // 每年新增26户至29户; 由12户至29户 is a course, and no range.
  spelling(
    "range of each year",
    [],
    `(?<=每年[^，；\\d]{0,8})(?<from>${NUMBER})(?:${UNIT})[至到](?<to>${NUMBER})(?<unit>${UNIT})`,
    rangeOf,
  ),
  spelling(
    "ratio",
    ["1：1.6", "2∶3"],
    String.raw`(?<one>\d+(?:\.\d+)?)[:：∶](?<other>\d+(?:\.\d+)?)(?![\d:：])`,
    ({ one = "1", other = "1" }) => {
      if (Number(one) === 0) return null;
      const step = stepOf(other).div(decimal(one));
      return { value: decimal(other).div(decimal(one)), step, unit: "", form: "ratio" };
    },
  ),
  spelling(
    "n of N",
    ["13/23"],
    String.raw`(?<n>\d{1,4})\/(?<of>\d{1,4})(?![\d万千百亿十\/])`,
    ({ n = "0", of = "1" }) => {
      if (Number(of) === 0) return null;
      const parts = { n: Number(n), of: Number(of) };
      return { value: decimal(n).times(100).div(of), step: decimal(0), unit: "", form: "fraction", parts };
    },
  ),
  spelling(
    "none",
    ["零"],
    "(?<![一二三四五六七八九十百千])零(?=[升增降]|上升|反弹|回升|提高|发展|变为|(?<=^零)$)",
    () => ({
      value: decimal(0),
      step: decimal(1),
      unit: "",
    }),
  ),
  spelling(
    "so many of each",
    ["百分之九十八", "百分之95.5", "千分之二"],
    `(?<per>百|千|万|十万)分之(?:(?<digits>${NUMBER})|(?<words>${NUMERAL})(?:点(?<tail>[零一二三四五六七八九]+))?)`,
    ({ per = "", digits, words, tail }) => {
      const number = digits ?? spoken(words ?? "", tail);
      return number === null ? null : { ...plain(number), unit: unitOf(`${per}分之`).name };
    },
  ),
  spelling(
    "a part",
    ["四分之三", "三分之一"],
    `(?<of>${NUMERAL})分之(?<n>${NUMERAL})`,
    ({ of = "", n = "" }) => {
      const [whole, part] = [numeral(of), numeral(n)];
      if (whole === null || part === null || whole === 0 || whole > 10) return null;
      const value = decimal(part).times(100).div(whole);
      return { value, step: decimal(1), unit: PERCENT, hedge: "about", outOf: whole };
    },
  ),
  spelling(
    "tenths",
    ["五成", "八成五", "近九成", "9成", "过六成", "一成多"],
    `(?<over>过)?(?<tens>[一二两三四五六七八九1-9])成(?<half>半|[一二三四五六七八九](?![个项所名]))?(?<some>多)?`,
    ({ tens = "", half, over, some }) => {
      const ones = half === undefined ? 0 : half === "半" ? 5 : (numeral(half) ?? 0);
      const value = decimal((numeral(tens) ?? Number(tens)) * 10 + ones);
      const step = decimal(half === undefined ? 10 : half === "半" ? 5 : 1);
      // 一成多 is anything between one tenth and two.
      const hedge = over !== undefined ? "over" : some !== undefined ? "some" : null;
      return { value, step, unit: PERCENT, ...(hedge === null ? {} : { hedge }) };
    },
  ),
  spelling("all of it", ["全覆盖", "镇街全覆盖"], "(?:镇街|村社区?|村居|城乡|全域)?全(?:面)?覆盖", () => ({
    value: decimal(100),
    step: decimal(1),
    unit: PERCENT,
  })),
  spelling(
    "half of one",
    ["半个小时", "半个百分点", "一个半小时"],
    `(?:(?<whole>${NUMERAL}|\\d{1,2})个)?半个?(?<unit>小时|${POINTS})`,
    ({ whole, unit }) => {
      const ones = whole === undefined ? 0 : (numeral(whole) ?? Number(whole));
      return { value: decimal(ones).plus("0.5"), step: decimal("0.5"), unit: unitName(unit), hedge: "about" };
    },
  ),
  spelling("half", ["一半", "半数", "过半"], `(?<over>过)?(?:一半|半数|(?<=过)半)`, ({ over }) => ({
    value: decimal(50),
    step: decimal(1),
    unit: PERCENT,
    hedge: over === undefined ? "about" : "over",
  })),
  spelling(
    "doubled",
    ["翻一番", "翻番", "翻了两番", "翻了2番多", "翻一番还多", "翻了近一番"],
    `翻了?(?<nearly>将?近|接近)?(?<times>[一两二三123])?番(?<some>还?多|有余|以上)?`,
    ({ nearly, times, some }) => {
      const doublings = numeral(times ?? "一") ?? Number(times);
      return {
        value: decimal(2).pow(doublings),
        step: decimal(1),
        unit: "",
        form: "doubled",
        ...(some === undefined ? {} : { hedge: "over" as const }),
        ...(nearly === undefined ? {} : { hedge: "near" as const }),
      };
    },
  ),
  spelling(
    "times",
    ["3.4倍", "两倍"],
    `(?:(?<digits>${NUMBER})|(?<words>${NUMERAL}))(?<some>多)?倍(?<more>多|余|有余)?`,
    ({ digits, words, some, more }) => {
      const number = digits ?? spoken(words ?? "", undefined);
      if (number === null) return null;
      return {
        ...plain(number),
        unit: "",
        form: "times",
        ...((some ?? more) === undefined ? {} : { hedge: "some" as const }),
      };
    },
  ),
  spelling(
    "points, as people say",
    ["2.13个点"],
    String.raw`(?<digits>\d+\.\d+)个点`,
    ({ digits = "0" }) => ({
      ...plain(digits),
      unit: unitName(`${unitOf(PERCENT).points}`),
    }),
  ),
  spelling(
    "number",
    ["60800人", "94.88%", "1.89个百分点", "2.6个十万分点", "120余户"],
    `(?!(?:19|20)\\d\\d年)(?<digits>${NUMBER})(?<some>余|多)?(?<unit>${UNIT})?(?:(?!\\d)|(?<=[名位])(?=\\d))`,
    ({ digits = "", some, unit = "" }) => {
      const more = some !== undefined || /[余多]/u.test(unit);
      return {
        ...plain(digits),
        unit: unitName(unit.replace(/[余多]/u, "")),
        ...(more ? { hedge: "some" as const } : {}),
      };
    },
  ),
  spelling(
    "spelt out",
    ["两个百分点", "三项", "一例"],
    `(?<words>${NUMERAL})(?<unit>个?${POINTS}|[项个所家名人户件例处起座张位])(?!月|别|(?:保险|险种)?(?:合计|共计|总计|加起来))`,
    ({ words = "", unit }) => {
      const number = numeral(words);
      return number === null ? null : { ...plain(String(number)), unit: unitName(unit) };
    },
  ),
];

const PERCENT = unitOf("百分之").name;

function spoken(words: string, tail: string | undefined): string | null {
  const whole = numeral(words);
  if (whole === null) return null;
  return tail === undefined ? String(whole) : `${whole}.${[...tail].map((each) => numeral(each)).join("")}`;
}

function plain(number: string): Pick<Written, "value" | "step"> {
  const digits = number.replaceAll(",", "");
  return { value: decimal(digits), step: stepOf(digits) };
}

function stepOf(digits: string): Decimal {
  return shownStep(digits.split(".")[1]?.length ?? 0);
}

function unitName(written: string | undefined): string {
  const bare = (written ?? "").replace(/^个(?=.)/u, "");
  const finer = /^(?<per>.*万)分点$/u.exec(bare)?.groups?.["per"];
  if (finer !== undefined) return unitOf(`${finer}分之`).name;
  return POINT_NAMES.includes(bare) ? bare : bare === "个" || bare === "" ? bare : unitOf(bare).name;
}

/** The figure that stands at a place of tight text; null where none does. */
export function figureAt(text: string, at: number): Figure | null {
  for (const { pattern, read } of SPELLINGS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const written = found === null ? null : read(found.groups ?? {});
    if (found !== null && written !== null) return figure(found, written, at);
  }
  return null;
}

function figure(found: RegExpExecArray, written: Written, start: number): Figure {
  const { before, behind } = found.groups ?? {};
  const unit = written.unit === "个" && /^个/u.test(written.unit) ? "个" : written.unit;
  return {
    value: written.value,
    step: written.step,
    unit,
    points: POINT_NAMES.includes(unit),
    hedge: hedgeOf(BEFORE, before) ?? hedgeOf(BEHIND, behind) ?? written.hedge ?? "exact",
    form: written.form ?? "number",
    parts: written.parts ?? null,
    ...(written.outOf === undefined ? {} : { outOf: written.outOf }),
    ...(written.range === undefined ? {} : { range: written.range }),
    year: null,
    text: found[0],
    start,
    end: start + found[0].length,
  };
}

function hedgeOf(table: typeof BEFORE, word: string | undefined): Hedge | null {
  if (word === undefined) return null;
  return table.find(([, words]) => new RegExp(`^(?:${words})$`, "u").test(word))?.[0] ?? null;
}
