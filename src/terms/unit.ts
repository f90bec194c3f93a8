import { tableOf } from "./table-of.js";
/** A unit of measure: how its figures come about, how they are written and how they move. */
export interface Unit {
  /** As plans write it: "%", "1/10万", "所"; "" where a figure has none. */
  name: string;
  /**
   * rate: so many in each `per`; count: things counted one by one; level: ages and years, which rise and fall as
   * rates do; amount: whatever else there is more or less of; bare: a number without a unit.
   */
  kind: "rate" | "count" | "level" | "amount" | "bare";
  /** Rates: what a quotient of two counts is multiplied by, and so what a share of a whole cannot exceed; else null. */
  per: number | null;
  /** Rates whose changes are told by difference: 百分点, 千分点; else null. */
  points: string | null;
  /** Behind a number: 94.88%, 13.3/10万, 5所. */
  behind: string;
  /** 人 of 万人, and how many of it: 10000. Of all other units: itself, and 1. */
  thing: string;
  times: number;
}

interface RateRow {
  per: number;
  points: string | null;
  /** Other ways people write it; a sign in full width needs no mention. */
  spellings: readonly string[];
}

/** The rates, by their plan name. Adding a rate is adding a row. */
const RATES = tableOf<RateRow>({
  "%": { per: 100, points: "百分点", spellings: ["百分比", "百分之", "百分率"] },
  "‰": {
    per: 1000,
    points: "千分点",
    spellings: ["千分比", "千分之", "千分率", "千分之一", "1/千", "/千", "1/1000", "/1000"],
  },
  "1/万": {
    per: 10_000,
    points: null,
    spellings: [
      "‱",
      "/万",
      "1/1万",
      "/1万",
      "1/一万",
      "万分比",
      "万分之",
      "万分率",
      "万分之一",
      "1/10000",
      "/10000",
    ],
  },
  "1/10万": {
    per: 100_000,
    points: null,
    spellings: ["/10万", "1/十万", "/十万", "十万分之", "十万分率", "十万分之一", "1/100000", "/100000"],
  },
  "1/百万": {
    per: 1_000_000,
    points: null,
    spellings: ["/百万", "1/100万", "/100万", "百万分之", "百万分率", "百万分之一", "1/1000000", "/1000000"],
  },
});

const COUNTED = ["人", "名", "户", "个", "件", "张", "所", "处", "家", "座", "例", "次"];
const LEVELS = ["岁", "年"];
const AMOUNTS = ["小时", "元"];

/** How many of a thing 百, 万 and the like in front of it mean. */
const MULTIPLES = tableOf<number>({
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  亿: 100_000_000,
});

/** What counts and dates of running text are told in, beside the units of figures. */
const OF_TEXT = ["项", "月", "日", "倍", "成", "期", "条"];

/** What a word behind a figure begins with, as the inside of a class of characters: 年, 个, 项, 小 of 小时. A figure is read with it. */
export const BEHIND_FIGURES = [...COUNTED, ...LEVELS, ...AMOUNTS, ...Object.keys(MULTIPLES), ...OF_TEXT]
  .map((word) => word.charAt(0))
  .join("");

const KNOWN: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(RATES).flatMap(([name, row]) => spelt(rateUnit(name, row), [name, ...row.spellings])),
  ...COUNTED.flatMap((name) => spelt(plainUnit(name, "count"), [name])),
  ...LEVELS.flatMap((name) => spelt(plainUnit(name, "level"), [name])),
  ...AMOUNTS.flatMap((name) => spelt(plainUnit(name, "amount"), [name])),
  ...spelt(plainUnit("", "bare"), [""]),
]);

function spelt(unit: Unit, names: readonly string[]): [string, Unit][] {
  return names.map((name) => [name, unit]);
}

function rateUnit(name: string, { per, points }: RateRow): Unit {
  return { name, kind: "rate", per, points, behind: name.replace(/^1/u, ""), thing: name, times: 1 };
}

function plainUnit(name: string, kind: Unit["kind"], thing = name, times = 1): Unit {
  return { name, kind, per: null, points: null, behind: name, thing, times };
}

/** The longer of two that begin alike is to be tried first: 百万 before 百. */
function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
}

const MULTIPLE = oneOf(Object.keys(MULTIPLES));
const IN_MULTIPLES = new RegExp(`^(${MULTIPLE})(.*)$`, "u");

/** The unit that a plan or a sheet names, however it is spelt; one that nobody has heard of is an amount. */
export function unitOf(text: string): Unit {
  const tight = text.normalize("NFKC").replace(/\s/gu, "");
  const known = KNOWN.get(text) ?? KNOWN.get(tight);
  if (known !== undefined) return known;
  const [, multiple = "", thing = tight] = IN_MULTIPLES.exec(tight) ?? [];
  return plainUnit(text, "amount", thing, MULTIPLES[multiple] ?? 1);
}

/** How a distance between two figures is written: 1.52个百分点, 5.3/10万, 3所. */
export function apartText(number: string, { points, behind }: Unit): string {
  return points === null ? `${number}${behind}` : `${number}个${points}`;
}

/** What a share of a whole cannot exceed, rate by rate. */
export const CEILINGS = Object.entries(RATES).map(([name, { per }]) => ({ name, per }));

/** Deaths, cases and crimes are told in so many of a thousand and more; shares are told in per cent. */
export function countsEvents({ per }: Unit): boolean {
  return per !== null && per > PERCENT;
}

const PERCENT = 100;

/**
 * Whether a larger place has more of it: people, houses and cases counted whole or by the ten thousand. Not beds for each
 * thousand, which are counted in fractions.
 */
export function growsWithThePlace({ kind, times }: Unit, decimals: number): boolean {
  return (kind === "count" || kind === "amount") && (decimals === 0 || times > 1);
}

/** Shares and gross rates alike: 94.12 of a hundred. */
export function isPercent({ per }: Unit): boolean {
  return per === PERCENT;
}

/**
 * What no figure in the unit can exceed, even where a plan opens the range: gross rates pass 100%, nothing passes
 * 1000‰. Null where there is no such limit.
 */
export function hardCeiling(unit: Unit): number | null {
  return countsEvents(unit) ? unit.per : null;
}

/** Words for one thing counted: two of a row may be used for each other. */
const ALIKE = [
  ["人", "名"],
  ["所", "个", "家", "处"],
  ["件", "起", "例", "宗"],
  ["户", "家"],
  ["岁", "周岁"],
  ["小时", "时"],
];

/** Whether two units, by their names, are one, or count the same: 2人 is 2名, 72起 is 72件. */
export function countAlike(one: string, other: string): boolean {
  return one === other || ALIKE.some((words) => words.includes(one) && words.includes(other));
}

/** How many of the first of its line a unit is: what is told in one cannot be read in another. */
const SIZES = [
  tableOf<number>({
    秒: 1,
    分: 60,
    分钟: 60,
    刻钟: 900,
    小时: 3600,
    时: 3600,
    天: 86_400,
    日: 86_400,
    周: 604_800,
    月: 2_628_000,
    个月: 2_628_000,
    季度: 7_884_000,
    年: 31_536_000,
    岁: 31_536_000,
    周岁: 31_536_000,
  }),
  tableOf<number>({
    毫米: 1,
    厘米: 10,
    米: 1000,
    m: 1000,
    里: 500_000,
    公里: 1_000_000,
    千米: 1_000_000,
    km: 1_000_000,
  }),
  tableOf<number>({
    平方厘米: 1,
    平方米: 10_000,
    m2: 10_000,
    亩: 6_666_667,
    公顷: 100_000_000,
    平方公里: 10_000_000_000,
    平方千米: 10_000_000_000,
    km2: 10_000_000_000,
  }),
  tableOf<number>({
    毫克: 1,
    克: 1000,
    斤: 500_000,
    公斤: 1_000_000,
    千克: 1_000_000,
    kg: 1_000_000,
    吨: 1_000_000_000,
  }),
  tableOf<number>({ 毫升: 1, 升: 1000, 立方米: 1_000_000, m3: 1_000_000 }),
];

/** Whether figures of the two are of one thing in other sizes: ‰ and %, 人 and 万人, 分钟 and 小时. One is surely wrong for the other. */
export function isOtherScale(one: Unit, other: Unit): boolean {
  if (one.per !== null && other.per !== null) return one.per !== other.per;
  if (one.thing === other.thing) return one.times !== other.times;
  const sizes = SIZES.find((line) => one.thing in line && other.thing in line);
  const sizeOf = ({ thing, times }: Unit) => (sizes?.[thing] ?? 0) * times;
  return sizeOf(one) !== sizeOf(other);
}

/** Whether a unit that is known counts or measures something where the other is a rate: 人 for %. */
export function isNoRate(one: Unit, rate: Unit): boolean {
  return (
    rate.per !== null && one.per === null && one.kind !== "bare" && (one.kind !== "amount" || isKnown(one))
  );
}

/** 分钟 and 亩 are known, and so is 人次, which begins with what is counted; not 个百分点. */
function isKnown({ thing }: Unit): boolean {
  const isSized = KNOWN.has(thing) || SIZES.some((line) => thing in line);
  return isSized || (COUNTED.some((word) => thing.startsWith(word)) && !/[/%‰率比分]/u.test(thing));
}

/** The signs of rates that are one character: % and ‰. */
export const RATE_SIGNS = Object.keys(RATES)
  .filter((name) => name.length === 1)
  .join("");

/** 百分点, 千分点. */
export const POINT_NAMES: readonly string[] = Object.values(RATES).flatMap(({ points }) => points ?? []);

/** The rate that points are a difference of: % of 百分点; null where the word names none. */
export function pointsOf(name: string): Unit | null {
  return [...KNOWN.values()].find(({ points }) => points === name) ?? null;
}

/** A pattern's part: one of POINT_NAMES. */
export const POINTS = oneOf(POINT_NAMES);

/** A pattern's part: a rate as signs write it, 1/10万 or /10万. */
export const RATE_WRITTEN = oneOf(Object.keys(RATES).map((name) => name.replace(/^1/u, "1?")));

/** A pattern's part: what is counted one by one. */
export const COUNT_WRITTEN = oneOf(COUNTED);

/** A pattern's part: a unit as it stands behind a number, of those the tables name. */
export const UNIT_WRITTEN = `(?:${RATE_WRITTEN}|${MULTIPLE}?${oneOf([...COUNTED, ...LEVELS, ...AMOUNTS])})`;

/** A pattern's part: a rate by its name or any of its spellings. */
export const RATE_SPELT = `(?:${oneOf(Object.values(RATES).flatMap(({ spellings }) => spellings))}|${RATE_WRITTEN})`;

/** A pattern's part: a unit by its name or any of its spellings. */
export const UNIT_SPELT = `(?:${oneOf(Object.values(RATES).flatMap(({ spellings }) => spellings))}|${UNIT_WRITTEN})`;

/** A pattern's part: a unit of time, length, area or mass, which is one only where something says that it is: （分钟）. */
export const UNIT_SIZED = oneOf(SIZES.flatMap((line) => Object.keys(line)));
