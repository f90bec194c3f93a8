import { keep } from "../../../terms/kept.js";
import { tightText } from "../normalise.js";
import { joinedStretches, segment, type Lexicon } from "./lexicon.js";
import type { Heading, Segmented, Token } from "./token.js";
import { oneOf, OVER_YEARS, STATUS_ROLES, type Other, type Role } from "./words.js";

/** Whether it says, and says no more than, that figures are not final: 快报, 初步数. */
export function saysPreliminary({ noted, leftover }: Heading): boolean {
  return leftover === "" && noted.some(({ why }) => why === "preliminary");
}

/** What a column holds, from its heading's texts, top to bottom: a head of two rows has two. */
export function headingOf(texts: readonly string[], lexicon: Lexicon): Heading {
  const key = texts.join("\n");
  const before = lexicon.headings.get(key);
  if (before !== undefined) return before;
  lexicon.spend(PER_READING);
  const heading = readHeading(texts, lexicon);
  if (key.length <= LONGEST_KEPT) keep(lexicon.headings, key, heading);
  return heading;
}

/** What it costs beyond cutting it up, in looks at a cell: remarks and sources are read as headings, each another one. */
const PER_READING = 40;

/** What is longer is no heading that stands over several columns. */
const LONGEST_KEPT = 200;

/** ① and ² point to a note; in plain width they would be digits of the year. */
const NOTE_MARK = /\p{No}/gu;

/** What stands behind a date that is one: 2025-12-31 0:00:00. */
const MIDNIGHT = /(?<=\d)\s+0?0[:：]00(?:[:：]00)?\s*$/u;

/** Whether each word of a text is one of headings, whatever they say together: a name of somebody's own has others. */
export function isOfHeadings(text: string, lexicon: Lexicon): boolean {
  return segment(text.replace(NOTE_MARK, ""), lexicon).left.length === 0;
}

/**
 * Whether each word of a text is one of headings and one of them says one of `others`, so that it may be worth reading as a
 * heading. Names of towns, as many as there are rows, mostly are not.
 */
export function maySay(text: string, others: ReadonlySet<Other>, lexicon: Lexicon): boolean {
  const { tokens, left } = segment(text.replace(NOTE_MARK, ""), lexicon);
  const isOne = (token: Token) => {
    const said = otherIn(token);
    return said !== null && others.has(said.other);
  };
  return left.length === 0 && tokens.some(isOne);
}

function readHeading(texts: readonly string[], lexicon: Lexicon): Heading {
  const stack = texts
    .map((text) => countNamed(tightText(text.replace(NOTE_MARK, "").replace(MIDNIGHT, "")), lexicon))
    .filter((text, at, all) => text !== "" && text !== all[at - 1]);
  const text = stack.join("|");
  const levels = withoutSpanOver(stack).map((each) => segment(each, lexicon));
  const tokens = levels.flatMap((each) => each.tokens);
  const role = roleBeneath(stack, lexicon) ?? roleOf(stack, lexicon);
  const said = figureSaid(levels);
  // 镇街 beneath a year is no column of towns but their figures.
  const isQualified = role !== null && AS_OTHER[role] !== undefined && said.figures;
  if (role !== null && !isQualified) return ofRole(role, said, levels, text);
  return {
    ...said,
    role: said.other === null && said.leftover === "" ? figureRole(tokens) : projectRole(tokens),
    text,
  };
}

const NAMED_COUNT = /^(20\d\d年[度末底]?)?(\p{Script=Han}{1,12})\((分子|分母)数?\)$/u;

/** 2025年分子 of 2025年管理人数（分子）: what the bracket says it is, unless the words before make it another. */
function countNamed(text: string, lexicon: Lexicon): string {
  const [, year = "", what = "", role = ""] = NAMED_COUNT.exec(text) ?? [];
  if (role === "") return text;
  const { other } = figureSaid([segment(what, lexicon)]);
  return other === null || other.other === "count" ? `${year}${role}` : text;
}

const SPAN_OVER = new RegExp(`^${oneOf(OVER_YEARS)}`, "u");
const A_YEAR = /20\d\d|\d\d年|二[〇○零]/u;

/** 历年 over 2023年, 2024年 says nothing of them; 历年数据 alone nobody understands. */
function withoutSpanOver(stack: readonly string[]): string[] {
  return stack.map((level, at) =>
    stack.slice(at + 1).some((below) => A_YEAR.test(below)) ? level.replace(SPAN_OVER, "") : level,
  );
}

type Said = Omit<Heading, "role" | "text">;

/** A role is what the lowest row says, brackets aside: 指标名称（单位） under 基本情况. */
function roleOf(stack: readonly string[], lexicon: Lexicon): Role | null {
  const lowest = stack.at(-1) ?? "";
  if (VILLAGE.test(lowest)) return "institution";
  for (const spelling of [withoutBracketed(lowest), lowest]) {
    const { tokens, left } = segment(spelling, lexicon);
    const said = tokens.filter(({ says }) => says !== "harmless" && says !== "unit");
    const last = said.at(-1);
    if (left.length > 0 || last?.says !== "role") continue;
    // 2025年分子数 and 2025年进展状态 are those of 2025.
    const isYears = COUNTS.has(last.role) || STATUSES.has(last.role);
    if (said.every(({ says }) => says === "role" || (isYears && says === "year"))) return last.role;
  }
  return null;
}

/** What a head of a project is made of, by the words beneath 项目. */
const OF_PROJECT: Readonly<Partial<Record<Role, Role>>> = { name: "projectName", code: "projectCode" };

/**
 * 名称 beneath 分子, 镇街 or 项目 names that, and no indicator; 数值 beneath 分子 is that. Null where the row above says
 * nothing that the one below belongs to.
 */
function roleBeneath(stack: readonly string[], lexicon: Lexicon): Role | null {
  const above = stack.length > 1 ? roleOf(stack.slice(0, -1), lexicon) : null;
  if (above === null) return null;
  const lowest = stack.at(-1) ?? "";
  const own = roleOf([lowest], lexicon);
  if (COUNTS.has(above)) {
    if (own !== null) return COUNTS.has(own) ? own : "text";
    const { tokens, left } = segment(lowest, lexicon);
    return left.length === 0 && tokens.every(({ says }) => says === "actual") ? above : null;
  }
  if (above === "projectName") return own === null ? null : (OF_PROJECT[own] ?? null);
  return AS_OTHER[above] !== undefined && lowest === "名称" ? above : null;
}

/** 村 alone heads villages; in other headings and titles it is part of a word. */
const VILLAGE = /^(?:所在|所属|行政)?村(?:\((?:社区|居|居委会)\)|名称?)?$/u;

/** 指标名称(单位) is 指标名称. A heading that is all bracket is left as it is. */
function withoutBracketed(text: string): string {
  const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu, "");
  return bare === "" ? text : bare;
}

const STATUSES: ReadonlySet<Role> = new Set<Role>(STATUS_ROLES);
/** Columns that hold figures beside the row's own are read only where all of their heading is understood. */
const COUNTS: ReadonlySet<Role> = new Set<Role>(["numerator", "denominator"]);

function ofRole(role: Role, said: Said, levels: readonly Segmented[], text: string): Heading {
  const plain = { ...said, figures: false, other: null, noted: [], leftover: "" };
  if (!COUNTS.has(role)) return { ...plain, role, text };
  const beside = figureSaid(
    levels.map(({ tokens, left }) => ({ left, tokens: tokens.filter(({ says }) => says !== "role") })),
  );
  const isClear = beside.other === null && beside.leftover === "";
  return isClear ? { ...plain, role, text } : { ...beside, role: null, figures: true, text };
}

/** Roles that qualify rows say over figures whose they are. */
const AS_OTHER: Readonly<Partial<Record<Role, Other>>> = {
  period: "period",
  region: "region",
  town: "group",
  institution: "group",
  sex: "group",
  age: "group",
  residence: "group",
};
/** 年份 over the years, 单位 before a unit. */
const AS_HARMLESS: ReadonlySet<Role> = new Set<Role>(["year", "unit"]);

function figureSaid(levels: readonly Segmented[]): Said {
  const tokens = levels.flatMap(({ tokens: own }, at) =>
    own.filter((token) => !isSpanOver(token, levels.slice(at + 1))),
  );
  const years = new Set(tokens.flatMap((each) => (each.says === "year" ? [each.year] : [])));
  const [year = null] = years;
  const spans = years.size > 1 ? { other: "span" as const, word: [...years].join("、") } : null;
  // 十四五目标 is a target.
  const unplanned = tokens.filter((each) => !isPlan(each)).flatMap((each) => otherIn(each) ?? []);
  const isBare = years.size === 0 && unplanned.length === 0;
  const others = isBare ? tokens.flatMap((each) => otherIn(each) ?? []) : unplanned;
  const stated = [...new Set(tokens.flatMap((each) => (each.says === "unit" ? [each.unit] : [])))];
  return {
    year,
    relative: relativeIn(tokens),
    figures: tokens.some(({ says }) => says !== "harmless" && says !== "unit" && says !== "role"),
    // 全市目标值 is a target first, and 全市位次 the district's rank.
    other: others.find(({ other }) => FIRST.has(other)) ?? others[0] ?? spans,
    noted: tokens.flatMap((each) => notedIn(each) ?? []),
    unit: stated.length === 1 ? (stated[0] ?? "") : "",
    leftover: levels.flatMap(strangeIn).join("…"),
  };
}

const FIRST: ReadonlySet<Other> = new Set<Other>(["target", "forecast", "rank"]);

/** What nobody understands, and names of other columns among words of figures, as they follow each other. */
function strangeIn({ tokens, left }: Segmented): string[] {
  const strange = [...left, ...tokens.filter(isStrange)].sort((a, b) => a.at - b.at);
  return joinedStretches(strange).map(({ word }) => word);
}

/** 2021—2025年 over 2021年, 2022年 …: the columns beneath are the years it spans. */
function isSpanOver(token: Token, below: readonly Segmented[]): boolean {
  if (token.says !== "other" || token.other !== "span") return false;
  const ends = (token.word.match(/20\d\d/gu) ?? []).map(Number);
  const [first = NaN, last = NaN] = [ends[0], ends.at(-1)];
  return below.some(({ tokens }) =>
    tokens.some((each) => each.says === "year" && each.year >= first && each.year <= last),
  );
}

/** 十四五 over 2025年 says to which plan the year belongs. */
function isPlan({ word }: Token): boolean {
  return /^十[二三四五六]五/u.test(word);
}

function isStrange(token: Token): boolean {
  return token.says === "role" && AS_OTHER[token.role] === undefined && !AS_HARMLESS.has(token.role);
}

function otherIn(token: Token): Heading["other"] {
  if (token.says === "other") return { other: token.other, word: token.word };
  const other = token.says === "role" ? AS_OTHER[token.role] : undefined;
  return other === undefined ? null : { other, word: token.word };
}

function notedIn(token: Token): Heading["noted"][number] | null {
  if (token.says === "year" && token.short) return { why: "short", word: token.word };
  return token.says === "actual" && token.more !== null ? { why: token.more, word: token.word } : null;
}

function relativeIn(tokens: readonly Token[]): Heading["relative"] {
  return tokens.find((each) => each.says === "relative")?.which ?? null;
}

/** Whose figures they are where all is understood: a year's, else those of the year the table is about. */
function figureRole(tokens: readonly Token[]): Heading["role"] {
  if (tokens.some(({ says }) => says === "year")) return "yearValue";
  const which = relativeIn(tokens);
  if (which === "previous" || which === "base") return which;
  if (which === "this") return "value";
  const actual = tokens.find(({ says }) => says === "actual");
  if (actual?.word.includes("完成") === true) return "done";
  return actual !== undefined || tokens.some(({ says }) => says === "own") ? "value" : null;
}

/** 目标数 is a column of its own where projects are told of. */
function projectRole(tokens: readonly Token[]): Heading["role"] {
  const said = tokens.filter(({ says }) => says !== "harmless" && says !== "unit");
  const [only] = said;
  return said.length === 1 && only?.says === "other" && only.other === "target" ? "goal" : null;
}
