import { isPercent, RATE_SIGNS, unitOf } from "../../terms/unit.js";
import { SHARE_IN_WORDS, type Rewritten } from "../text/canonical.js";
import { inLetters, type Named, type Names, type OfIndicators } from "./names.js";
import { isFollowedByItsUnit, TELLING } from "./standing.js";

/** Words that names have or have not, and that tell none from another. */
const NEUTRAL =
  /等|全年|[只仅]|人群|用户|总体|平均|人均|总|各级|各类|全[区年部体]|我区|累计|实际|其中|目前|覆盖|比例|率|数|中(?!小学)|里|在|由|有|为|的|和|与|及|所|得|到|受|开展|接受|参加|参保|情况|水平|人员|单位|进入?|实现|做到|共|已|而|但|且|另|虽|同时|此外/gu;
/** A clause up to where something is told of what it names. */
const PHRASE = new RegExp(
  "(?<=^|[，；：年%\\u2030])(?:[^，；：。\\d]|\\d{1,2}岁){1,24}?" +
    `(?:(?:率|比例|数|年限|寿命|时间)(?=\\d|[${TELLING}不总基明进占居虽]|[过这]?[两三四五六]年来|$)` +
    "|(?=[占达为共约近仅超过有由从自较比]{0,3}\\d(?!\\d?岁)" +
    "|(?:发案|发生)\\d" +
    `|(?:已?达到?|占|超过?|近|约|接近|将近|逾|不足|不到|过)*${SHARE_IN_WORDS}` +
    "|实现全面?覆盖|全面?覆盖))",
  "gu",
);

/** Fewer letters than these tell no name from others. */
const LEAST_EXACT = 3;
const LEAST_PART = 4;
/** Whom a measure is of: without it, it may be everybody's. */
const WHOSE = /[女儿童]/u;
/** So much of a name's letters, each weighed by how few names have it, are in words that stand for it. */
const LEAST_SHARE = 0.4;
/** Rates are many; what is counted in people or beds is known by its unit, too. */
const LEAST_OF_COUNTS = 0.3;
/** What a clause speaks of, told before it: 城乡居民医保方面，儿童参保率…. */
const TOPIC = /(?:^|[，；：。])(?<topic>[^，；：。\d]{3,16})(?:方面|来看|上看|领域|当中|[里中内])，$/u;
/** A figure and the rest of its clause: 婚姻登记机关中|有75%|设立了婚姻家庭辅导室. */
const REST = new RegExp(
  `^[占达为共约近仅超过有]{0,3}\\d[\\d.]*[${RATE_SIGNS}](?<rest>[^，；：。\\d]{2,20})(?=[，；：。]|$)`,
  "u",
);
/** The clauses before, up to another matter. */
const CONTEXT = /[^；。]*$/u;
/** What ends a measure's name that those clauses may begin. */
const MEASURE = /(?:..率|..比例)$/u;
/** With these so much of a name must be told, and so much more than of any other. */
const LEAST_WITH_CONTEXT = 0.65;
const LEAST_AHEAD = 0.1;

/** What tells names from each other: their letters, and which rows have each. */
export interface Letters {
  rows: readonly Row[];
  with: ReadonlyMap<string, ReadonlySet<Row>>;
  weight: ReadonlyMap<string, number>;
}

export interface Row {
  thing: OfIndicators;
  key: string;
  letters: string;
}

const LETTERS = new WeakMap<Names, Letters>();

/**
 * Names in other words' order or with fewer words: 妇女宫颈癌检查人群覆盖率, 刑事案件嫌疑人中未成年人, 救助残疾儿童. All their
 * letters are of one row's name and of no other's; it may be another's all the same.
 */
export function wordedNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  const known = lettersOfNames(names);
  return [...letters.text.matchAll(PHRASE)].flatMap(({ index, 0: phrase }) => {
    const span = {
      start: letters.from[index] ?? 0,
      end: letters.to[index + phrase.length - 1] ?? 0,
    };
    // 94.88%、区政协委员中女性33.75%: behind a figure only where a mark of a list stands between them.
    const isListed =
      !/[%\u2030]/u.test(letters.text[index - 1] ?? "") || /[、，和与及）]/u.test(text[span.start - 1] ?? "");
    if (!isListed) return [];
    const isOfUnit = (thing: OfIndicators): boolean => isFollowedByItsUnit(text, { thing, ...span });
    const within = told.filter(({ start, end }) => start < span.end && span.start < end);
    // 城镇单位女性就业比例, of which 女性就业比例 is another row's name.
    const isLonger = within.every(({ start, end }) => start > span.start && end <= span.end);
    if (!isLonger) return lastOfList(text, span, within, known, isOfUnit);
    if (within.length > 0) {
      const longer = meant(lettersOf(phrase), known, isOfUnit);
      const isOther = longer !== null && within.every(({ thing }) => thing.name !== longer.name);
      if (isOther) return [{ thing: longer, ...span, doubt: doubtOf(phrase, longer, known) }];
      return lastOfList(text, span, within, known, isOfUnit);
    }
    const thing = [phrase, ...phrasesWith(phrase, letters.text, index)]
      .map((words) => meant(lettersOf(words), known, isOfUnit))
      .find((each) => each !== null);
    const context = CONTEXT.exec(letters.text.slice(0, index))?.[0] ?? "";
    const likely = thing ?? likeliest(phrase, context, known);
    if (likely === null || !isOfUnit(likely)) return [];
    // Whose letters are half in other clauses: it may be anybody's.
    const doubt = thing === undefined ? ("whose" as const) : doubtOf(phrase, likely, known);
    return [{ thing: likely, ...span, doubt }];
  });
}

/** What people do, or have done to them, in the clauses that tell a rate: 完成九年义务教育. */
const DONE =
  /了|得到|接受|获得|享受|能够?|过|实现|做到|完成|参加|达到|用上|吃上|喝上|配备|建[立成]|设[立有]|患有?|出现|[未没]有?(?!成年)|已经?|均|都|尚|仍|还/gu;
/** So much of the row's name a clause must tell, to be the rate for certain. */
const LEAST_TOLD = 0.6;

/** 女童未完成九年义务教育: the rate of those who have, whose name the clause tells in other words; null where none is. */
export function rateInWords(clause: string, names: Names): { thing: OfIndicators; isSure: boolean } | null {
  const known = lettersOfNames(names);
  const words = lettersOf(inLetters(clause.replace(DONE, "")).text);
  const isRate = ({ options }: OfIndicators): boolean => options.every(({ unit }) => isPercent(unitOf(unit)));
  const thing = meant(words, known, isRate);
  return thing === null
    ? null
    : { thing, isSure: weightOf(words, known) >= LEAST_TOLD * leastWeight(thing.name, known) };
}

/** 孕产妇系统管理率、艾滋病和梅毒孕产妇治疗率: what is left behind the last name of a list. */
function lastOfList(
  text: string,
  span: { start: number; end: number },
  within: readonly Named[],
  known: Letters,
  isOfUnit: (thing: OfIndicators) => boolean,
): Named[] {
  const after = within.reduce((last, { end }) => Math.max(last, end), span.start);
  const mark = LIST_MARK.exec(text.slice(after, span.end));
  if (mark === null) return [];
  const start = after + mark[0].length;
  const words = LIST_ITEM.exec(text.slice(start, span.end))?.[0] ?? "";
  const thing = meant(lettersOf(inLetters(words).text), known, isOfUnit);
  return thing === null ? [] : [{ thing, start, end: start + words.length, doubt: "which" as const }];
}

const LIST_MARK = /^(?:、|和|与|及|以及)/u;
/** Up to what is told of it. */
const LIST_ITEM = /^.*?(?:率|比例|占比|人数|年限|寿命)(?=[分由从达为较比均都]|$)/u;

/** The words of a clause with those of its topic, and with those behind its figure. */
function phrasesWith(phrase: string, text: string, at: number): string[] {
  const topic = TOPIC.exec(text.slice(0, at))?.groups?.["topic"];
  const rest = REST.exec(text.slice(at + phrase.length))?.groups?.["rest"];
  return [topic, rest].flatMap((more) => (more === undefined ? [] : [phrase + more]));
}

/** The only row, of those that the unit leaves, whose name has all the letters, and not many more. */
function meant(
  phrase: string,
  known: Letters,
  isOfUnit: (thing: OfIndicators) => boolean,
): OfIndicators | null {
  const [rarest, ...others] = [...phrase].map((letter) => known.with.get(letter)).sort(bySize);
  if (phrase.length < LEAST_EXACT || rarest === undefined) return null;
  const rows = [...rarest].filter(
    (row) =>
      others.every((each) => each?.has(row) === true) &&
      isWithin(phrase, row.letters) &&
      [...row.letters].every((letter) => !WHOSE.test(letter) || phrase.includes(letter)) &&
      isOfUnit(row.thing),
  );
  const exact = rows.filter(({ letters }) => letters === phrase);
  const all = exact.length > 0 ? exact : phrase.length < LEAST_PART ? [] : rows;
  const [one] = all;
  const isOne = all.every(({ thing }) => thing.name === one?.thing.name);
  const weight = weightOf(phrase, known);
  const isCount = one?.thing.options.every(({ unit }) => unitOf(unit).per === null) === true;
  const least = isCount ? LEAST_OF_COUNTS : LEAST_SHARE;
  const isEnough = all.some(({ letters }) => weight >= least * weightOf(letters, known));
  return one !== undefined && isOne && isEnough ? one.thing : null;
}

/** What a name measures by: 率, 比例, 人数. */
const MEASURED_BY = /(?:率|比例|人数|户数|数|年限|寿命|时间)$/u;
/** So many letters, each told, are those of no other row. */
const LEAST_CERTAIN = 4;
/** So much of what is counted in people, cases or hours: no other row is, in those words. */
const LEAST_OF_COUNTED = 0.7;

/** How much its shortest name says. */
function leastWeight(name: string, known: Letters): number {
  return known.rows
    .filter(({ thing }) => thing.name === name)
    .reduce((least, { letters }) => Math.min(least, weightOf(letters, known)), Infinity);
}

/** All the words of a row's name, in whichever order, and measured as it is: 自来水普及率（农村）. */
function doubtOf(phrase: string, { name, options }: OfIndicators, known: Letters): "which" | null {
  const own = lettersOf(phrase);
  const measure = MEASURED_BY.exec(phrase)?.[0];
  // 杀害、强奸、拐卖妇女等刑事案件74件: most of its words, and counted as it is.
  const isCount = options.every(({ unit }) => unitOf(unit).per === null);
  const least = leastWeight(name, known);
  if (isCount && own.length > LEAST_CERTAIN && weightOf(own, known) >= LEAST_OF_COUNTED * least) return null;
  if (own.length < LEAST_CERTAIN || measure === undefined) return "which";
  const isWhole = known.rows.some(
    ({ thing, key, letters }) =>
      thing.name === name && letters === own && MEASURED_BY.exec(key)?.[0] === measure,
  );
  return isWhole ? null : "which";
}

/**
 * 养老保险扩面成效明显，女性参保率: the row whose name ends so, whose letters are in the words and in those before, where no
 * other's are nearly as well.
 */
function likeliest(phrase: string, context: string, known: Letters): OfIndicators | null {
  const end = MEASURE.exec(phrase)?.[0];
  if (end === undefined || context === "") return null;
  const own = lettersOf(phrase);
  const shares = new Map<OfIndicators["name"], { thing: OfIndicators; share: number }>();
  for (const { thing, key, letters } of known.rows) {
    if (!key.endsWith(end) || !isWithin(own, letters)) continue;
    const told = [...letters].filter((letter) => own.includes(letter) || context.includes(letter));
    if ([...letters].some((letter) => WHOSE.test(letter) && !told.includes(letter))) continue;
    const share = weightOf(told.join(""), known) / weightOf(letters, known);
    if (share > (shares.get(thing.name)?.share ?? 0)) shares.set(thing.name, { thing, share });
  }
  const [best, ...others] = [...shares.values()].sort((a, b) => b.share - a.share);
  // 两癌筛查率 is no other than 宫颈癌筛查率.
  const next = others.find(({ thing }) => !thing.options.some((each) => best?.thing.options.includes(each)));
  if (best === undefined || best.share < LEAST_WITH_CONTEXT) return null;
  return best.share - (next?.share ?? 0) < LEAST_AHEAD ? null : best.thing;
}

export function weightOf(letters: string, { weight }: Letters): number {
  return [...letters].reduce((sum, letter) => sum + (weight.get(letter) ?? 0), 0);
}

function bySize(one: ReadonlySet<Row> | undefined, other: ReadonlySet<Row> | undefined): number {
  return (one?.size ?? 0) - (other?.size ?? 0);
}

/** Whether all letters of the one are in the other, as often; both are in the order of the alphabet. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The letters that tell a name from others, in the order of the alphabet. */
export function lettersOf(name: string): string {
  return [...name.replace(NEUTRAL, "")].sort().join("");
}

export function lettersOfNames(names: Names): Letters {
  const known = LETTERS.get(names) ?? lettersIn(names);
  LETTERS.set(names, known);
  return known;
}

function lettersIn({ known }: Names): Letters {
  const rows = [...known].flatMap(([key, thing]): Row[] =>
    thing.kind === "indicators" ? [{ thing, key, letters: lettersOf(key) }] : [],
  );
  const having = new Map<string, Set<Row>>();
  for (const row of rows)
    for (const letter of new Set(row.letters)) {
      const all = having.get(letter) ?? new Set<Row>();
      having.set(letter, all.add(row));
    }
  const weight = new Map([...having].map(([letter, all]) => [letter, Math.log(rows.length / all.size)]));
  return { rows, with: having, weight };
}
