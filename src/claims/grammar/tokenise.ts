import type { Figure } from "../figure.js";
import { figureAt } from "./figures.js";
import { PATTERNS, WENT } from "./lexicon.js";
import { shortNames } from "./ellipsis.js";
import { inLetters, type Named, type Names, type Thing } from "./names.js";
import { regionAt, type PlaceWords } from "./regions.js";
import { UNIT_SPELT } from "../../terms/unit.js";
import { timeAt, type Period } from "./times.js";
import { token, type Kind, type Token } from "./token.js";

/** 健康领域 of 妇女与健康. */
export interface DomainName {
  called: string;
  name: string;
  /** What must follow, where it is a word of other sentences, too. */
  before?: RegExp;
}

/** What tokens are told apart by. */
export interface Vocabulary {
  names: Names;
  period: Period;
  /** What it calls its own area and others. */
  places: PlaceWords;
  /** 妇女与健康, by all that it may be called. */
  domains: readonly DomainName[];
  /** 35—44岁: groups of people that begin with a number. */
  ages: RegExp | null;
}

/** Numbers that count nothing: articles, documents, dates, telephones, ages, list numbers, lengths of time. */
const NO_FIGURE = new RegExp(
  String.raw`\d+(?:\.\d+)?%(?=的?(?:精确|置信|泊松|可信))|第[\d一二三四五六七八九十百]+(?:条|款|项|次(?!出?现?(?:${WENT}))|届|期|章|节|号|批|位|个|届次)|〔\d{4}〕\d+号|\d{1,2}月\d{1,2}日|\d{1,2}月(?!\d)|(?<!\d)0\d{2,3}[—-]\d{7,8}|\d{7,}(?![\d.]*[%个人元])|\d+[—\-~至到]\d+(?:周岁|岁|个月)|\d+(?:周岁|岁)(?:及?以[上下]|以内)?(?=(?!的?(?:基础|水平))[^，。；]*[的儿妇女婴幼])|\d+个?月龄|(?<!\d)\d{1,2}小时(?=[^，。；]*(?:热线|服务|值班))|\d+[×xX*]\d+|\d+\+\d+|[A-Za-z]{1,20}\d+|\d+[A-Za-z]+|(?!(?<=[与比较距离于])“\d[\d.]*[%\u2030](?:左右|以[上下内])?”)“[^”]{0,8}\d[^”]{0,8}”(?!的|目标|区间)|《(?!规划》)[^》]{0,200}》|[一二三四五六七八九十]是|[一二三四五]个(?:一|有|没有)|一[个批项系方](?!半)|每[一1]?(?:个|名|所|家|户)`,
  "uy",
);
const LIST_NUMBER =
  /^(?:\d{1,2}[.、．](?!\d)|（[\d一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|[①-⑳])/u;
const GROUP =
  /城镇|农村|城市|乡村|城区|男(?:性|生|童|孩)|(?<!妇)女(?:性|生(?![命育活产殖])|童|孩)|(?<!妇)[男女](?=\d|为|约)/uy;

/** 孕产妇系统管理率（%）, and what says of a ratio what is 100 of it. */
const UNIT_IN_BRACKETS = new RegExp(
  `（(?:(?:计量)?单位[:：])?(?:${UNIT_SPELT}|[女男](?:性|孩|婴)?=100|以女(?:孩|婴|性)为100)）`,
  "uy",
);

/** The tokens of one tight sentence, fillers left out. */
export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  const { names } = vocabulary;
  const named = namedIn(text, names);
  const tokens: Token[] = [];
  let at = LIST_NUMBER.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const next =
      domainAt(text, at, vocabulary) ??
      tokenAt(text, at, named, vocabulary) ??
      token("loose", text[at] ?? "", at);
    const { group } = named.find(({ start, end }) => start === at && end === next.end) ?? {};
    if (group !== undefined) tokens.push({ ...token("group", group, at), end: at });
    push(tokens, next);
    at = next.end;
  }
  tokens.forEach((each, nth) => {
    // 儿童死亡率“三降”：
    const next = tokens[nth + (/^[”"]$/u.test(tokens[nth + 1]?.text ?? "") ? 2 : 1)];
    each.isHeading = /^[:：]/u.test(next?.text ?? "");
  });
  return tokens.filter(({ kind }) => kind !== "filler");
}

/** Every name of the text, in its order: one that may be everybody's gives way to what is certain. */
function namedIn(text: string, names: Names): Named[] {
  const letters = inLetters(text);
  const found = names.find(letters).map((each) => withoutTotal(each, text));
  const certain = found.filter(({ doubt }) => doubt !== "whose");
  const short = shortNames(text, letters, certain, names).map((each) => withoutTotal(each, text));
  const named = [...certain, ...short.map((one) => besideSure(one, [...certain, ...short], text))];
  const others = found
    .filter(
      (one) => one.doubt === "whose" && !named.some(({ start, end }) => start < one.end && one.start < end),
    )
    // 工伤保险参保女职工; 女性养老保险参保率…，工伤保险参保人数: whose it is stands behind, or before.
    .map((one) =>
      /^女/u.test(text.slice(one.end)) || certain.some((other) => isBeside(other, one, text))
        ? { ...one, doubt: "which" as const }
        : one,
    );
  return [...named, ...others].sort((a, b) => a.start - b.start);
}

/** 女性失业、工伤保险参保人数…，养老保险参保率: whose it is stands before; other words in it leave it open. */
function besideSure(one: Named, named: readonly Named[], text: string): Named {
  if (one.doubt !== "whose" || !("options" in one.thing)) return one;
  const { name } = one.thing;
  const isPiece = [...text.slice(one.start, one.end)].every((letter) => name.includes(letter));
  const isTold = named.some((other) => other.doubt == null && isBeside(other, one, text));
  return isPiece && isTold ? { ...one, doubt: "which" } : one;
}

/** 累计救助残疾儿童: the first word says that years are added up, and is none of the name. */
function withoutTotal(one: Named, text: string): Named {
  const [added = ""] = TOTAL.exec(text.slice(one.start, one.end)) ?? [];
  const isOwn = added !== "" && "name" in one.thing && one.thing.name.startsWith(added);
  return isOwn ? one : { ...one, start: one.start + added.length };
}

const TOTAL = /^(?:累计|共计|总计|累积)/u;

/** A name before it in the sentence that says whose it is, of a row of the same domain. */
function isBeside(one: Named, { thing, start }: Named, text: string): boolean {
  if (one.end > start || !("options" in one.thing && "options" in thing)) return false;
  const domains = [one.thing, thing].map(({ options: [row] }) =>
    row !== undefined && "domain" in row ? row.domain : null,
  );
  return domains[0] !== null && domains[0] === domains[1] && /[女儿童]/u.test(text.slice(one.start, one.end));
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
  { period, places, ages }: Vocabulary,
): Token | null {
  const name = named.find(({ start, end }) => start === at && end > at);
  if (name !== undefined) return namedToken(text, name);
  // 在2020年82岁的基础上
  if (BASIS.test(text.slice(at, at + LONGEST_BASIS))) return token("than", "在", at);
  if (/[比较]/u.test(text[at] ?? "") && isNameBehind(text, at + 1, named))
    return token("than", text[at] ?? "", at);
  return (
    stuck(UNIT_IN_BRACKETS, text, at, "unit") ??
    (ages === null ? null : stuck(ages, text, at, "group")) ??
    stuck(places.paper, text, at, "other") ??
    stuck(NO_FIGURE, text, at, "loose") ??
    timeToken(text, at, period) ??
    figureToken(text, at, named) ??
    wordAt(text, at, places)
  );
}

const BASIS = /^在[^，。；]{2,20}基础上/u;
const LONGEST_BASIS = 26;

/** 比女性检察官占比低, 比全部就业人员中女性比例低: a name of ours is what is compared with. */
function isNameBehind(text: string, at: number, named: readonly Named[]): boolean {
  return named.some(
    ({ start, thing }) =>
      (start === at || (start > at && WHOLE.test(text.slice(at, start)))) && thing.kind === "indicators",
  );
}

const WHOLE = /^(?:全部|所有|全体|整个)$/u;

function domainAt(text: string, at: number, { domains }: Vocabulary): Token | null {
  const found = domains.find(
    ({ called, before }) =>
      text.startsWith(called, at) && before?.test(text.slice(at + called.length)) !== false,
  );
  return found === undefined ? null : { ...token("domain", found.called, at), text: found.name };
}

const NAMED_KINDS: Readonly<Record<Thing["kind"], Kind>> = {
  indicators: "subject",
  events: "events",
  project: "project",
  quantity: "quantity",
  milestone: "milestone",
  site: "site",
};

function namedToken(text: string, { thing, start, end, doubt = null }: Named): Token {
  return token(NAMED_KINDS[thing.kind], text.slice(start, end), start, { things: [thing], doubt });
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

/** 超出0.35个百分点 is by so much, 提高超出2个百分点 by more. */
const BY = /^(?:超出|高于|低于|多于|少于)/u;
const MOVED = /(?:[高低升降增减加少差距幅均达计落滑长]|提升)了?$/u;

/** A figure that a name begins inside of is part of the name: 12岁儿童龋患率. */
function figureToken(text: string, at: number, named: readonly Named[]): Token | null {
  const figure: Figure | null = figureAt(text, at);
  if (figure?.points === true && BY.test(figure.text) && !MOVED.test(text.slice(0, at))) return null;
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
