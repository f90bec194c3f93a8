import type { Figure } from "../figure.js";
import { figureAt } from "./figures.js";
import { PATTERNS } from "./lexicon.js";
import type { Named, Names, Thing } from "./names.js";
import { regionAt, type PlaceWords } from "./regions.js";
import { UNIT_SPELT } from "../../terms/unit.js";
import { timeAt, type Period } from "./times.js";
import { token, type Kind, type Token } from "./token.js";

/** What tokens are told apart by. */
export interface Vocabulary {
  names: Names;
  period: Period;
  /** What it calls its own area and others. */
  places: PlaceWords;
  /** 妇女与健康 */
  domains: readonly string[];
}

/** Numbers that count nothing: articles, documents, dates, telephones, ages, list numbers, lengths of time. */
const NO_FIGURE =
  /\d+(?:\.\d+)?%(?=的?(?:精确|置信|泊松|可信))|第[\d一二三四五六七八九十百]+(?:条|款|项|次|届|期|章|节|号|批|位|个|届次)|〔\d{4}〕\d+号|\d{1,2}月\d{1,2}日|\d{1,2}月(?!\d)|(?<!\d)0\d{2,3}[—-]\d{7,8}|\d{7,}(?![\d.]*[%个人元])|\d+[—\-~至到]\d+(?:周岁|岁|个月)|\d+(?:周岁|岁)(?:及?以[上下]|以内)?(?=[^，。；]*[的儿妇女婴幼])|\d+个?月龄|(?<!\d)\d{1,2}小时(?=[^，。；]*(?:热线|服务|值班))|\d+[×xX*]\d+|\d+\+\d+|[A-Za-z]+\d+|\d+[A-Za-z]+|“[^”]{0,8}\d[^”]{0,8}”(?!的)|《(?!规划》)[^》]*》|[一二三四五六七八九十]是|[一二三四五]个(?:一|有|没有)|一[个批项系方]|每[一1]?(?:个|名|所|家|户)/uy;
const LIST_NUMBER =
  /^(?:\d{1,2}[.、．](?!\d)|（[\d一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])/u;
const GROUP = /城镇|农村|城市|乡村|城区|男(?:性|生|童|孩)|女(?:性|生|童|孩)|[男女](?=\d|为|约)/uy;

/** 孕产妇系统管理率（%）, and what says of a ratio what is 100 of it. */
const UNIT_IN_BRACKETS = new RegExp(
  `（(?:(?:计量)?单位[:：])?(?:${UNIT_SPELT}|[女男](?:性|孩|婴)?=100|以女(?:孩|婴|性)为100)）`,
  "uy",
);

/** The tokens of one tight sentence, fillers left out. */
export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  const { names, period, places } = vocabulary;
  const whole = names.find(text);
  const named = [...whole, ...elliptical(text, whole, names)].sort((a, b) => a.start - b.start);
  const tokens: Token[] = [];
  let at = LIST_NUMBER.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const next =
      domainAt(text, at, vocabulary) ??
      tokenAt(text, at, named, period, places) ??
      token("loose", text[at] ?? "", at);
    push(tokens, next);
    at = next.end;
  }
  return tokens.filter(({ kind }) => kind !== "filler");
}

/** Unknown letters side by side are one token. */
function push(tokens: Token[], next: Token): void {
  const last = tokens.at(-1);
  if (next.kind === "loose" && last?.kind === "loose" && last.end === next.start) {
    last.text += next.text;
    last.end = next.end;
  } else tokens.push(next);
}

function tokenAt(
  text: string,
  at: number,
  named: readonly Named[],
  period: Period,
  places: PlaceWords,
): Token | null {
  const name = named.find(({ start, end }) => start === at && end > at);
  if (name !== undefined) return namedToken(text, name);
  if (/[比较]/u.test(text[at] ?? "") && isNameAt(at + 1, named)) return token("than", text[at] ?? "", at);
  return (
    stuck(UNIT_IN_BRACKETS, text, at, "unit") ??
    stuck(NO_FIGURE, text, at, "loose") ??
    timeToken(text, at, period) ??
    figureToken(text, at, named) ??
    wordAt(text, at, places)
  );
}

/** 比女性检察官占比低: a name of ours is what is compared with. */
function isNameAt(at: number, named: readonly Named[]): boolean {
  return named.some(({ start, thing }) => start === at && thing.kind === "indicators");
}

function domainAt(text: string, at: number, { domains }: Vocabulary): Token | null {
  const name = domains.find((each) => text.startsWith(each, at));
  if (name === undefined) return null;
  const word = text.startsWith("领域", at + name.length) ? `${name}领域` : name;
  return { ...token("domain", word, at), text: name, end: at + word.length };
}

const NAMED_KINDS: Readonly<Record<Thing["kind"], Kind>> = {
  indicators: "subject",
  events: "events",
  project: "project",
  quantity: "quantity",
  site: "site",
};

function namedToken(text: string, { thing, start, end }: Named): Token {
  return token(NAMED_KINDS[thing.kind], text.slice(start, end), start, { things: [thing] });
}

function stuck(pattern: RegExp, text: string, at: number, kind: Kind): Token | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null || found[0] === "" ? null : token(kind, found[0], at);
}

function timeToken(text: string, at: number, period: Period): Token | null {
  const time = timeAt(text, at, period);
  return time === null ? null : token("time", time.text, at, { times: [time] });
}

/** A figure that a name begins inside of is part of the name: 12岁儿童龋患率. */
function figureToken(text: string, at: number, named: readonly Named[]): Token | null {
  const figure: Figure | null = figureAt(text, at);
  if (figure === null || named.some(({ start }) => start > at && start < figure.end)) return null;
  return token("figure", figure.text, at, { figures: [figure] });
}

function wordAt(text: string, at: number, places: PlaceWords): Token | null {
  const region = stuck(places.own, text, at, "own") ?? regionAt(text, at, places);
  if (region !== null) return region;
  for (const { kind, pattern } of PATTERNS) {
    const word = stuck(pattern, text, at, kind);
    if (word !== null) return word;
  }
  return stuck(GROUP, text, at, "group");
}

const AND = "(?:、|和|与|及|以及)";
/** Each piece up to the next 和 and no further: in a row of 和 there is one way to part it. */
const PIECE = new RegExp(`(?:(?:(?!${AND})[\\p{Script=Han}\\d—（）]){1,14}${AND})+$`, "u");
/** So many characters before a name may name others. */
const LONGEST_PIECES = 200;

/**
 * Names that leave out what they share with the one behind them: 小学生、初中生、高中阶段学生近视率. Each piece
 * is a name of ours once the end of the last is put behind it.
 */
function elliptical(text: string, whole: readonly Named[], names: Names): Named[] {
  return [...sharedBeginnings(text, names), ...sharedEnds(text, whole, names)];
}

const PAIR = new RegExp(
  `(?<one>[\\p{Script=Han}\\d]{2,14})${AND}(?<other>[\\p{Script=Han}\\d]{3,20}?)(?=分别|均|各|达|为|是|有|增|提|下|比|较|，)`,
  "gu",
);

/** 女性失业保险、工伤保险参保人数: the first lacks its end, the second its beginning. */
function sharedBeginnings(text: string, names: Names): Named[] {
  return [...text.matchAll(PAIR)].flatMap(({ index, groups }) => {
    const { one = "", other = "" } = groups ?? {};
    if (names.find(other).some(({ start, end }) => start === 0 && end === other.length)) return [];
    const start = index + one.length + (text.slice(index + one.length).startsWith("以及") ? 2 : 1);
    for (let from = 0; from < one.length - 1; from += 1)
      for (let cut = 1; cut < one.length - from; cut += 1) {
        const second = names.called(`${one.slice(from, from + cut)}${other}`);
        if (second?.kind !== "indicators") continue;
        // 5岁以下儿童贫血率、生长迟缓率: the first is whole.
        if (names.called(one.slice(from)) !== null)
          return [{ thing: second, start, end: start + other.length }];
        const first = completed({ text: one.slice(from), start: index + from }, other, names);
        if (first.length > 0) return [...first, { thing: second, start, end: start + other.length }];
      }
    return [];
  });
}

function sharedEnds(text: string, whole: readonly Named[], names: Names): Named[] {
  return whole.flatMap(({ thing, start, end }) => {
    if (thing.kind !== "indicators") return [];
    const pieces = PIECE.exec(text.slice(Math.max(0, start - LONGEST_PIECES), start))?.[0] ?? "";
    const own = text.slice(start, end);
    return piecesOf(pieces, start - pieces.length).flatMap((piece) => completed(piece, own, names));
  });
}

interface Piece {
  text: string;
  start: number;
}

function piecesOf(text: string, start: number): Piece[] {
  const found = [...text.matchAll(new RegExp(`(?:(?!${AND})[^])+`, "gu"))];
  return found.map((each) => ({ text: each[0], start: start + each.index }));
}

function completed({ text, start }: Piece, whole: string, names: Names): Named[] {
  for (let skip = 0; skip < Math.min(text.length - 1, 12); skip += 1) {
    for (let cut = 1; cut < whole.length - 1; cut += 1) {
      const thing = names.called(`${text.slice(skip)}${whole.slice(cut)}`);
      if (thing?.kind === "indicators") return [{ thing, start: start + skip, end: start + text.length }];
    }
  }
  return [];
}
