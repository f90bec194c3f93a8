import type { KnownReason } from "../../coverage/reasons.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { CENSUSES, oneOf } from "../head/words.js";
import { largest } from "../../../terms/long-lists.js";
import { saysElsewhere } from "./elsewhere.js";
import { lacksParts } from "./lacking.js";
import { yearsNamed } from "../years.js";

/** What a remark says a row's figures are, in words that no list holds. */
export interface Remarked {
  reason: KnownReason;
  /** The one year whose figure it speaks of; null for the row's own, whichever. */
  year: number | null;
  /** It speaks of a part that nobody knows. */
  isUnknown: boolean;
}

/** 暂用2024年数, 2025年沿用2024年, 填列2024年结果, 为2024年数据: the figure of a year for want of a later one's. */
const INSTEAD =
  /^(?:(20\d\d)年[度末底]?[的数据字值]*|[本此该](?:次|轮|期|项)?(?:调查|监测|数据?|指标|结果)*)?(?:暂时?|仍|均|先|只能|故|现)*(?:暂用|沿用|延用|借用|采用|使用|引用|参照|用|以|按|取|填列|填写|填报?|报|为|是|系)(?:(20\d\d|上一?|去|前一)年[度末底]?|(上一?[次轮期届]|前一?[次轮]|往年|历年|以前年度))(?:的|统计|年报|抽样|监测|调查|检测|普查|流调|体检)*(?:数据?|数字|数值|值|实绩|结果|情况)?(?:代替|替代|代|填报|上报|填列|填写)?$/u;
/** 仅含城区, 只统计公立医院; 仅1例 and 仅为1例 are no part. */
const ONLY =
  /^(?:此|该|本|数据|数字|数值|数|列|行|指标|年|20\d\d)*(?:仅|只)(?:统计|包含|包括|含|限于?|涉及|覆盖|计入|算|指|为|是|有)(?:的是|了)?(?=\p{L})(?![一二三四五六七八九十两]?[个例件人起])(.+)$/u;
/** What counts too much: 含男性, 含在建5个, 含2026年申报数. */
const TOO_MUCH =
  /(?<![不未无])(?:含|包括|计入)(?:了|有)?(?:(男(?![^,，。;；]*女))|(?:在建|拟建|筹建|待建|规划(?!内|区)|计划(?!内|生育|免疫)|预计|拟申报|未验收|未挂牌|未投用|未开业|外区|外县)|(20\d\d)年)/u;
/** 永川区直属园数据, 试点学校数: some of the places alone. */
const SOME =
  /^(?:仅|只)(?:公办|民办|城区|城镇|农村|乡镇|直属)|(?:直属|试点|部分|个别)\p{Script=Han}{0,3}(?:园|校|院|机构|单位|镇街|街道|乡镇|社区|村)的?(?:数据|数字|数值|数|情况)?$/u;
/** 三年平均, 2023—2025年合并: no year's own figure. */
const MERGED =
  /^(?:[近前]?[两三四五]年|20\d\d年?[-‐-―−~～至到]+20\d\d年?)的?(?:平均|合并|均值)(?:计算)?[数值]?$/u;
/** 调查数（2023年第七次）, 2023年第七次调查数. */
const DATED_WORD = /^(\p{Script=Han}{1,8})[([](20\d\d)年?[^()[\]]{0,8}[)\]]$/u;
/** What is done in some years only, or once in each. */
const SURVEY = "(?:调查|普查|监测|统计|测评|抽测|测试|检测|筛查|流调|体检|抽查|抽样|评估|测定|检查|问卷)";
const DATED = new RegExp(
  `^(?:此?为|系|是)?(20\\d\\d)年(?:\\d{1,2}月)?\\p{Script=Han}{0,8}${SURVEY}(?:数据?|结果|值|情况)$|` +
    `^(?:最近|最新|上)(?:一?次)?\\p{Script=Han}{0,8}?(?:为|是|在|于)(20\\d\\d)年(?:的?数据?|结果)?$|` +
    `^(?:最近|最新|上)一?次\\p{Script=Han}{0,8}?(20\\d\\d)年(?:的?数据?|结果)?$`,
  "u",
);
/** 上轮调查数据: of whichever year, not of this one. */
const LAST_ROUND = new RegExp(
  `^(?:此?为|系|是)?(?:上一?[次轮届]|前一?[次轮])的?(?:\\p{Script=Han}{0,6}${SURVEY})?的?(?:数据?|数字|结果|数值)$`,
  "u",
);
/** 两年一次, every five years. */
const SELDOM =
  /(?:每|[两二三四五六七八九十2-9]年(?:开展|进行|调查|监测)?(?:一|1)次|每隔?[两二三四五六七八九十2-9]年|周期为?[两二三四五六七八九十2-9]年)/u;
/** 2024年开展, 2024年10月调查. */
const DONE = new RegExp(
  `^(?:最近|最新|上)?(?:一?次)?(?:于|在|为|是)?(20\\d\\d)年(?:\\d{1,2}月)?[度底末]?(?:已|曾)?(?:开展|组织|进行|实施|完成|做)?了?(?:一次)?(?:[^未没不起始前后由至\\P{Script=Han}]{0,6}${SURVEY})?(?:数据?|结果)?$`,
  "u",
);
/** 2021年统计 may be when somebody began to. */
const SURVEYED = new RegExp(`${SURVEY}(?:数据?|结果)$|(?<!统计|监测|评估)(?<=${SURVEY})$`, "u");

/** 两年一次，2024年开展 and 2024年体检数 beside figures of 2024 and 2025: the later one was not measured, or nobody can say whose it is. */
export function doneEarlier(clauses: readonly string[], own: readonly number[]): boolean {
  const latest = largest(own);
  const isSeldom = clauses.some((clause) => SELDOM.test(clause));
  const years = clauses.flatMap((clause) => {
    const year = Number(DONE.exec(clause)?.[1] ?? NaN);
    const isMeant = isSeldom || (SURVEYED.test(clause) && own.length > 0);
    return isMeant && year <= latest ? [year] : [];
  });
  return years.length > 0 && years.every((year) => year < latest);
}

/** What a clause of a remark says of a row whose figures are of the years `own`; null where it says nothing of the kind. */
export function remarked(written: string, own: readonly number[], lexicon: Lexicon): Remarked | null {
  const clause = withCensusYear(written);
  const found =
    insteadOf(clause, own) ??
    ofPart(clause, lexicon) ??
    tooMuch(clause, own) ??
    ofElsewhere(clause, lexicon) ??
    ofSome(clause, lexicon);
  if (found !== null) return { ...found, year: found.year ?? yearAhead(clause, own) };
  return isOfOtherYear(clause, own, lexicon) ? { reason: "other-year", year: null, isUnknown: false } : null;
}

const CENSUS = CENSUSES.map(({ year, names }) => ({ year, named: new RegExp(oneOf(names), "u") }));

/** 2020年人口普查数据 of 七普数据. */
function withCensusYear(clause: string): string {
  return CENSUS.reduce((said, { year, named }) => said.replace(named, `${String(year)}年人口普查`), clause);
}

/** 2025年仅含城区 beside 2024 and 2025. */
function yearAhead(clause: string, own: readonly number[]): number | null {
  const year = Number(/^20\d\d(?=年)/u.exec(clause)?.[0] ?? NaN);
  return own.length > 1 && own.includes(year) ? year : null;
}

/** The latest figure of a row, or that of the year named, is that of an earlier year, whose own figure stands. */
export function insteadOf(clause: string, own: readonly number[]): Remarked | null {
  const [, ahead, dated, round = LAST_ROUND.exec(clause)?.[0]] = INSTEAD.exec(clause) ?? [];
  const earlier = dated ?? round ?? "";
  const latest = own.includes(Number(ahead)) ? Number(ahead) : largest(own);
  const isEarlier = /^\d/u.test(earlier) ? Number(earlier) < latest : earlier !== "";
  if (own.length === 0 || !isEarlier) return null;
  return { reason: "other-year", year: own.length > 1 ? latest : null, isUnknown: false };
}

function ofPart(clause: string, lexicon: Lexicon): Remarked | null {
  if (MERGED.test(clause)) return { reason: "statistic-column", year: null, isUnknown: false };
  if (SOME.test(clause)) return { reason: "other-group", year: null, isUnknown: false };
  const part = ONLY.exec(clause)?.[1];
  if (part === undefined) return null;
  // 仅统计户籍孕产妇 is how they were counted.
  if (/户籍|常住/u.test(part)) return null;
  const { leftover, other } = headingOf([part], lexicon);
  // 仅统计全区 is all of it, and 仅为示例 says nothing of a part.
  const isWhole = leftover === "" && other === null;
  return isWhole ? null : { reason: "other-group", year: null, isUnknown: leftover !== "" };
}

/** 全市检察系统数 in the remark of our figure. */
function ofElsewhere(clause: string, lexicon: Lexicon): Remarked | null {
  const says = saysElsewhere(clause, lexicon);
  return says === null ? null : { reason: "other-region", year: null, isUnknown: says === "unknown" };
}

/** 其余镇街未报: nobody knows how much of the whole is there. */
function ofSome(clause: string, lexicon: Lexicon): Remarked | null {
  return lacksParts(clause, lexicon) ? { reason: "other-group", year: null, isUnknown: true } : null;
}

function tooMuch(clause: string, own: readonly number[]): Remarked | null {
  const found = TOO_MUCH.exec(clause);
  if (found === null) return null;
  // What is counted up holds earlier years, too.
  if (found[2] !== undefined && !own.every((year) => year < Number(found[2]))) return null;
  const reason =
    found[1] !== undefined ? "other-group" : found[2] !== undefined ? "other-year" : "forecast-column";
  return { reason, year: null, isUnknown: false };
}

function isOfOtherYear(clause: string, own: readonly number[], lexicon: Lexicon): boolean {
  const [, word = "", dated] = DATED_WORD.exec(clause) ?? [];
  const [, made, recent, last = recent ?? made] = DATED.exec(clause) ?? [];
  const year = Number(dated ?? last ?? NaN);
  if (Number.isNaN(year) || own.length === 0 || own.includes(year)) return false;
  const { figures, leftover } = headingOf([word], lexicon);
  return dated === undefined || (yearsNamed(word).length === 0 && figures && leftover === "");
}
