import { groupBy } from "../../../terms/group-by.js";
import { keep } from "../../../terms/kept.js";
import { shortened } from "../../../terms/places.js";
import { POINT_NAMES } from "../../../terms/unit.js";
import { chineseDigits } from "../years.js";
import { tightText } from "../normalise.js";
import { patternsIn, type Pattern } from "./patterns.js";
import type { Plan } from "../../../plan/plan.js";
import type { Places } from "./places.js";
import type { Heading, Heard, Meaning, Segmented, Token } from "./token.js";
import * as words from "./words.js";

/** The words that headings are made of, with the places of the plans at hand. */
export interface Lexicon {
  places: Places;
  /** What the names of places say, and what the plans call their sites. */
  regions: Words;
  /** What the plans call their subjects, indicators and offices, as titles name them. */
  names: readonly string[];
  /** Headings are few and stand over many columns: each is cut up once. */
  segments: Map<string, Segmented>;
  headings: Map<string, Heading>;
  /** The names of a file and its folders stand round each of its tables; what they say depends on the plans. */
  heard: WeakMap<readonly Plan[], Map<string, Heard>>;
  /** Counts the characters of what is listened to towards what a workbook may ask for. */
  spend: Spend;
}

/** Counts work, and throws where a workbook asks for more than any that people keep does. */
export type Spend = (steps: number) => void;

/** Where nobody counts: what people do not send us. */
export const UNCOUNTED: Spend = () => undefined;

const WITHOUT = ["不含", "不包括", "未含", "剔除", "扣除"];
const WITH = ["含", "包括", "包含"];

export function lexiconOf(places: Places, names: readonly string[] = []): Lexicon {
  const named: [string, Meaning][] = [
    // 大足 of 大足区 stands alone over its column.
    ...[...places.others, ...places.beside, ...places.beside.flatMap(shortened)].map(
      (name): [string, Meaning] => [name, { says: "other", other: "region" }],
    ),
    ...places.sites.map((name): [string, Meaning] => [name, { says: "other", other: "site" }]),
    ...places.own.map((name): [string, Meaning] => [name, { says: "own" }]),
    // 含永川区 of a figure of 永川区 says no more; 全市（含永川区） is of 全市, and so is 不含永川区.
    ...places.own.flatMap((name): [string, Meaning][] => [
      ...WITH.map((word): [string, Meaning] => [word + name, { says: "own" }]),
      ...WITHOUT.map((word): [string, Meaning] => [word + name, { says: "other", other: "region" }]),
    ]),
  ];
  const columns = places.siteWords.flatMap((word) => [word, `${word}名称`, `各${word}`, `所属${word}`]);
  const sites = columns
    // 地区, which a national plan is made of, is the column of other places.
    .filter((word) => !MEANINGS.has(word))
    .map((word): [string, Meaning] => [word, { says: "role", role: "town" }]);
  const regions = byBeginning([...sites, ...named]);
  return {
    places,
    regions,
    names,
    segments: new Map(),
    headings: new Map(),
    heard: new WeakMap(),
    spend: UNCOUNTED,
  };
}

/** What the words of the lists say, wherever the plans' places are. */
const MEANINGS = new Map<string, Meaning>([
  ...said(words.HARMLESS, { says: "harmless" }),
  ...said(words.WHOLE, { says: "own" }),
  ...said(`${words.ACTUAL} ${words.WHOLE_YEAR}`, { says: "actual", more: null }),
  ...said(words.PRELIMINARY, { says: "actual", more: "preliminary" }),
  ...said(words.CONFIRMED, { says: "actual", more: "confirmed" }),
  ...(["this", "previous", "base"] as const).flatMap((which) =>
    said(words.RELATIVE[which], { says: "relative", which }),
  ),
  ...POINT_NAMES.flatMap((points) => said(`${points} 个${points}`, { says: "other", other: "change" })),
  ...Object.entries(words.OTHER_WORDS).flatMap(([other, list]) =>
    said(list, { says: "other", other: other as words.Other }),
  ),
  ...Object.entries(words.COLUMN_WORDS).flatMap(([role, list]) =>
    said(bare(list), { says: "role", role: role as words.Role }),
  ),
]);

function said(list: string, meaning: Meaning): [string, Meaning][] {
  return words.wordsIn(list).map((word) => [word, meaning]);
}

/** The lists may write brackets, which separate words when headings are cut up. */
function bare(list: string): string {
  return list.replace(/[()]/gu, "");
}

/** Marks that separate words and say nothing themselves. */
const SEPARATOR = /[()[\]{}【】〔〕〖〗<>《》「」“”"、,;:·.。|+&*_/\\※△▲★☆—–-]/u;

export function isSeparator(character: string): boolean {
  return SEPARATOR.test(character);
}

/** A heading is no essay: what is longer is left over whole. */
const LONGEST_HEADING = 40;

/** What a character costs that is cut, in looks at a cell. */
const PER_CUT = 10;

/** Cuts a text into words of the lexicon so that as little as possible is left over. */
export function segment(text: string, lexicon: Lexicon): Segmented {
  const tight = chineseDigits(tightText(text));
  if (tight.length > LONGEST_HEADING) {
    lexicon.spend(tight.length);
    return { tokens: [], left: [{ word: tight, at: 0 }] };
  }
  const before = lexicon.segments.get(tight);
  if (before !== undefined) return before;
  lexicon.spend(tight.length * PER_CUT);
  const cut = bestCut(tight, lexicon);
  keep(lexicon.segments, tight, cut);
  return cut;
}

/** The best way to cut what begins at a place: least left over, then fewest words. */
interface Cut {
  cost: number;
  token: Token | null;
  next: number;
}

const LEFT_OVER = 100;

function bestCut(text: string, lexicon: Lexicon): Segmented {
  const cuts: Cut[] = [];
  const patternsAt = patternsIn(text);
  const costAt = (at: number) => cuts[at]?.cost ?? 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const skipped = isSeparator(text.charAt(at)) ? 0 : LEFT_OVER;
    let best: Cut = { cost: costAt(at + 1) + skipped, token: null, next: at + 1 };
    for (const token of tokensAt(text, at, lexicon, patternsAt)) {
      const next = at + token.word.length;
      const cost = costAt(next) + 1;
      if (cost < best.cost) best = { cost, token, next };
    }
    cuts[at] = best;
  }
  return follow(text, cuts);
}

function follow(text: string, cuts: readonly Cut[]): Segmented {
  const tokens: Token[] = [];
  const left: { word: string; at: number }[] = [];
  for (let at = 0; at < text.length;) {
    const cut = cuts[at];
    if (cut === undefined) break;
    if (cut.token !== null) tokens.push(cut.token);
    else if (!isSeparator(text.charAt(at))) left.push({ word: text.charAt(at), at });
    at = cut.next;
  }
  return { tokens, left: joinedStretches(left) };
}

/** Neighbours as one: 调, 整, 前 is 调整前. */
export function joinedStretches(
  pieces: readonly { word: string; at: number }[],
): { word: string; at: number }[] {
  const stretches: { word: string; at: number }[] = [];
  for (const { word, at } of pieces) {
    const last = stretches.at(-1);
    if (last !== undefined && last.at + last.word.length === at) last.word += word;
    else stretches.push({ word, at });
  }
  return stretches;
}

type Said = readonly [string, Meaning];

/** Words by the code of the character they begin with, and then of the second: by one alone a place has dozens to try. */
export type Words = ReadonlyMap<number, ReadonlyMap<number, readonly Said[]>>;

export function byBeginning(words: readonly Said[]): Words {
  const first = groupBy(words, ([word]) => word.charCodeAt(0));
  return new Map([...first].map(([code, same]) => [code, groupBy(same, ([word]) => secondIn(word))]));
}

/** Of a word of one character there is no second. */
function secondIn(word: string): number {
  return word.length === 1 ? ALONE : word.charCodeAt(1);
}

const ALONE = -1;

/** The words of the lists. */
const BY_BEGINNING = byBeginning([...MEANINGS]);
const NO_WORDS: readonly Said[] = [];

function tokensAt(
  text: string,
  at: number,
  { regions }: Lexicon,
  patternsAt: (first: string) => readonly Pattern[],
): Token[] {
  const tokens: Token[] = [];
  addWords(tokens, BY_BEGINNING, text, at);
  addWords(tokens, regions, text, at);
  // A number is read from its first digit only.
  if (at > 0 && isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1))) return tokens;
  for (const { pattern, means } of patternsAt(text.charAt(at))) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const meaning = match === null ? null : means(match);
    if (match !== null && meaning !== null) tokens.push({ word: match[0], at, ...meaning });
  }
  return tokens;
}

function addWords(tokens: Token[], words: Words, text: string, at: number): void {
  const begun = words.get(text.charCodeAt(at));
  if (begun === undefined) return;
  for (const [word, meaning] of begun.get(ALONE) ?? NO_WORDS) tokens.push({ word, at, ...meaning });
  for (const [word, meaning] of begun.get(text.charCodeAt(at + 1)) ?? NO_WORDS)
    if (text.startsWith(word, at)) tokens.push({ word, at, ...meaning });
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
