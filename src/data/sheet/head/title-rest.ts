import { tightText } from "../normalise.js";
import { yearsNamed } from "../years.js";
import { byBeginning, isSeparator, joinedStretches, segment, type Lexicon } from "./lexicon.js";
import {
  TITLE_DONE,
  TITLE_FORM,
  TITLE_NOT_WITHIN,
  TITLE_OFFICE,
  TITLE_PLANNED,
  TITLE_TOPIC,
  TITLE_WITHIN,
} from "./title-words.js";
import type { Heading, Meaning, Token } from "./token.js";
import { oneOf, SORTS_OF_PEOPLE, wordsIn, type Other, type Role } from "./words.js";

/** What a title says beside what is listened for. */
export interface Rest {
  /** What makes all the figures others. */
  other: Heading["other"];
  /** A word of which only a person knows whether it does: 快报, 市级反馈, 上年; "" for none. */
  asked: string;
  /** Whether the word is one of the lists, not one that nobody knows. */
  known: boolean;
}

export const NO_REST: Rest = { other: null, asked: "", known: false };

/**
 * Accounts for every word of a title: the form, the subject, offices and the plans' own names say nothing of whose the
 * figures are; of the words of headings some make them others, some are asked about, and so is what nobody knows.
 */
export function restOfTitle(text: string, lexicon: Lexicon): Rest {
  const said = valueSaid(text.replace(DOCUMENT, ""), lexicon);
  if (said === "" || IS_SENTENCE.test(said)) return NO_REST;
  const { tokens, left } = segment(said, titleLexicon(lexicon));
  const telling = tokens.filter(({ word }) => !FORM.has(word) && !TOPIC.has(word));
  const last = (token: Token) => standsLast(token, said, tokens);
  const other = telling.find((token) => isOther(token, last(token)));
  if (other?.says === "other") return { ...NO_REST, other: { other: other.other, word: other.word } };
  const asked = telling.find((token) => isAsked(token, last(token), said));
  if (asked !== undefined) return { ...NO_REST, asked: asked.word, known: true };
  const planned = plannedIn(said, lexicon);
  if (planned !== "") return { ...NO_REST, asked: planned };
  if (IS_WITHIN.test(said)) return NO_REST;
  const strange = joinedStretches([...left, ...tokens.filter(isSplinter)].sort((a, b) => a.at - b.at)).filter(
    ({ word, at }) =>
      isStrange(
        word,
        lexicon,
        isBracketed(said, at) || isOfSome(word, said.slice(at + word.length), lexicon),
      ) && !isOffice(at + word.length, tokens),
  );
  return { ...NO_REST, asked: [...new Set(strange.map((each) => wholeWord(each, tokens)))].join("…") };
}

/** 养老科, 2025年妇发部: whoever fills a sheet in is its whole name, and what makes it another's was heard before. */
const IS_WITHIN = new RegExp(
  `^(?:20\\d\\d年?)?\\p{Script=Han}{1,8}${oneOf(TITLE_WITHIN)}(?<!${oneOf(TITLE_NOT_WITHIN)})(?:[(（]?20\\d\\d年?[)）]?|\\d)?$`,
  "u",
);

/** 市里反馈 of 里反馈: 市 before a word that nobody knows begins it. */
function wholeWord({ word, at }: { word: string; at: number }, tokens: readonly Token[]): string {
  if (word.length === 1) return word;
  const isPiece = ({ word: own, says }: Token) => /^\p{Script=Han}$/u.test(own) && says !== "actual";
  const before = tokens.find((token) => isPiece(token) && token.at === at - 1);
  const behind = tokens.find((token) => isPiece(token) && token.at === at + word.length);
  return `${before?.word ?? ""}${word}${behind?.word ?? ""}`;
}

const PLANNED = new RegExp(`(?<!行动|生育|免疫)${oneOf(TITLE_PLANNED)}(?!生育|免疫)`, "u");
const DONE = new RegExp(oneOf(TITLE_DONE), "u");

/** 任务 of 妇女发展指标任务表, which nobody says was done; the plans' own names have such words, too. */
function plannedIn(text: string, { names, spend }: Lexicon): string {
  // Beside another year's, 2026年计划 is heard where the columns are.
  if (!PLANNED.test(text) || DONE.test(text) || yearsNamed(text).length > 1) return "";
  spend(text.length * names.length);
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  return PLANNED.exec(bare)?.[0] ?? "";
}

/** What documents are called and numbered: 《…》, 永统〔2022〕20号. */
const DOCUMENT = /《[^《》]*》|\p{Script=Han}{0,8}[〔[【(]\d{4}[〕\]】)]第?\d+号/gu;

/** A sentence explains how to fill a form in. */
const IS_SENTENCE = /[，,；;。!！?？]|请|应当|必须|.{40}/u;

/** What says whose figures they are where it stands before a colon: 统计范围：样本监测点. Other labels head names and dates. */
const QUALIFYING: ReadonlySet<Role> = new Set<Role>(["region", "period", "sort", "coverage", "scope"]);

function valueSaid(text: string, lexicon: Lexicon): string {
  const [, label = "", value = ""] = /^([^:]+):(.*)$/u.exec(text) ?? [];
  if (label === "") return text;
  if (/^附?[表件]\d*$/u.test(label)) return value;
  const [token, ...more] = segment(label, lexicon).tokens;
  return token?.says === "role" && more.length === 0 && QUALIFYING.has(token.role) ? value : "";
}

const FORM = new Set(wordsIn(TITLE_FORM).map(tightText));

/** 对比, 变化情况, 进度: over columns of figures such words say which, in a title what the table is for. */
export function isFormWord(word: string): boolean {
  return FORM.has(word);
}

const TOPIC = new Set(wordsIn(TITLE_TOPIC));
const OFFICE = new Set(wordsIn(TITLE_OFFICE));
/** By what copies of a lexicon that count the work of one workbook have in common. */
const LEXICONS = new WeakMap<Lexicon["segments"], Lexicon>();

/** The words of headings with those that only titles have. */
function titleLexicon(lexicon: Lexicon): Lexicon {
  const made = LEXICONS.get(lexicon.segments);
  if (made !== undefined) return { ...made, spend: lexicon.spend };
  const harmless: Meaning = { says: "harmless" };
  const own = [...FORM, ...TOPIC, ...OFFICE, ...lexicon.names.map(tightText)].map(
    (word): [string, Meaning] => [word, harmless],
  );
  const places = [...lexicon.regions.values()].flatMap((begun) => [...begun.values()].flat());
  const title = {
    ...lexicon,
    regions: byBeginning([...own, ...places]),
    segments: new Map(),
    headings: new Map(),
  };
  LEXICONS.set(lexicon.segments, title);
  return title;
}

/** Nothing but the form is spoken of behind it: 平均 of 各镇街平均数据表. */
function standsLast({ word, at }: Token, text: string, tokens: readonly Token[]): boolean {
  const end = at + word.length;
  if (end >= text.length || isSeparator(text.charAt(end))) return true;
  const next = tokens.find((each) => each.at === end);
  if (next === undefined) return false;
  if (FORM.has(next.word)) return true;
  return next.says === "role" ? QUALIFYING.has(next.role) : next.says === "actual" || next.says === "year";
}

/** Whether such a word makes all figures others: wherever it stands, at the end, or never for certain. */
const WEIGHT: Readonly<Record<Other, "anywhere" | "last" | "asked" | "never">> = {
  statistic: "anywhere",
  rank: "anywhere",
  forecast: "anywhere",
  void: "anywhere",
  schoolYear: "anywhere",
  otherYear: "anywhere",
  period: "anywhere",
  score: "last",
  factor: "last",
  group: "last",
  count: "asked",
  change: "asked",
  completion: "asked",
  share: "asked",
  region: "asked",
  site: "asked",
  // Plans are named in most titles, and years from which to which.
  target: "never",
  span: "never",
};

/** Dates are heard where months are. */
function isOther(token: Token, isLast: boolean): boolean {
  if (token.says !== "other" || isSplinter(token) || /\d/u.test(token.word)) return false;
  const weight = WEIGHT[token.other];
  return weight === "anywhere" || (weight === "last" && isLast);
}

/** 少数民族, in a title. */
const SORTS = new Set(wordsIn(SORTS_OF_PEOPLE));
/** 上年 beside 本年, 较上年: both are there. */
const COMPARED = /对比|比较|变化|增减|本年|与|和|较|及/u;

function isAsked(token: Token, isLast: boolean, text: string): boolean {
  if (isSplinter(token)) return false;
  if (token.says === "role") return SORTS.has(token.word) && isLast;
  if (token.says === "actual") return token.more === "preliminary";
  if (token.says === "relative") return token.which !== "this" && isLast && !COMPARED.test(text);
  // 2024—2025学年 over columns of years.
  if (token.says === "other" && token.other === "schoolYear") return true;
  if (token.says === "other" && token.other === "span") return token.word.includes("合并");
  return token.says === "other" && WEIGHT[token.other] === "asked" && isLast;
}

/** 人 of 人社, 初 of 初三: within a word that nobody knows it is no word of its own. */
function isSplinter(token: Token): boolean {
  if (token.says === "unit") return /^(?!(?:计量)?单位)\p{Script=Han}/u.test(token.word);
  return token.says === "other" && token.word.length < 2;
}

/** A word that is not made of words in the plans' names, as 医生配备 is; not the marks of copies and versions, V2, (1). */
function isStrange(word: string, { names, spend }: Lexicon, bracketed: boolean): boolean {
  spend(word.length * names.length);
  if (word.length === 1) return /[老旧原前后外非除未]/u.test(word);
  return /\p{Script=Han}/u.test(word) && (bracketed || !isMadeOf(word, names));
}

/** What stands in brackets says which part of the subject is meant, by whatever word: （企业）, （6岁以下）. */
function isBracketed(text: string, at: number): boolean {
  return text.lastIndexOf("(", at) > text.lastIndexOf(")", at);
}

/** Who is divided by what stands before them. */
const DIVIDED =
  /^(?:妇女|儿童|女性|女童|学生|女生|产妇|女职工|职工|家庭|人群|人员|医院|学校|幼儿园|园(?!区|艺|林)|机构)/u;
/** What is done for them says nothing of who they are. */
const DONE_FOR =
  /(?:保障|促进|推动|推进|维护|关爱|关心|关注|服务|支持|加强|做好|提升|提高|增强|优化|改善|预防|打击|涉及|针对|面向|侵害)$/u;

/** 低保 of 低保妇女 and 三甲 of 三甲医院: a part of them, though the plans' names have such words, too. */
function isOfSome(word: string, behind: string, { names }: Lexicon): boolean {
  const people = DIVIDED.exec(behind)?.[0];
  if (people === undefined || DONE_FOR.test(word)) return false;
  return !names.some((name) => name.includes(word + people));
}

/** Whether a text falls into pieces of two characters or more that all stand in one of the names. */
function isMadeOf(text: string, names: readonly string[]): boolean {
  const reached = [true];
  for (let end = 2; end <= text.length; end += 1) {
    reached[end] = reached.some(
      (isReached, start) =>
        isReached && end - start >= 2 && names.some((name) => name.includes(text.slice(start, end))),
    );
  }
  return reached[text.length] === true;
}

/** 卫健 of 卫健委. */
function isOffice(end: number, tokens: readonly Token[]): boolean {
  return tokens.some(({ word, at }) => at === end && OFFICE.has(word));
}
