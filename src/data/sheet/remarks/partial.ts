import { issue } from "../../../issues/issue.js";
import { isCommonPlace } from "../../../terms/places.js";
import { unitOf } from "../../../terms/unit.js";
import { sourceAt } from "../../settle/place.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { SOME_PEOPLE, WHOLE_OF_ROWS, oneOf } from "../head/words.js";
import { notesOn, type Line } from "../kinds/lines.js";
import { refusingNotes } from "../judge/dated-notes.js";
import { latestYear } from "../kinds/year-columns.js";
import { nameKey, tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { remarked } from "./words.js";
import { footnotesIn, remarksBeside, type ToldRemarks } from "./beside.js";

/** Hardly a remark has one of these. */
const MAY_BE_PARTIAL = new RegExp(
  "不完|不全|未全|累计|新区|经开|园区|不含|未含|不包|未包|不计|剔除|扣除|纳入|除外|推算|推断|抽[样取查]|样本|(?:监测|调查|哨|示范)点|试点.*(?:数|值|结果)|新增|口径|[仅只]|计入|未计|含|包括|合并|人群|[率例]$|" +
    `(?:街道|[镇乡村校园院])的?(?:数|情况)|${oneOf(SOME_PEOPLE)}`,
  "u",
);
/** Places and people that a whole has: without them it is none. Not 不含重复数, 不含男性 of women. */
const PARTS =
  "民办|民营|私立|公办|公立|个体|机构|企业|单位|律师|区外|市外|医院|学校|高校|[园校院所室站庭队]|派驻|派出|中心|公司|镇|街道|乡|村|社区|[一-龥]区|农村|城镇|流动|外来|外地|户籍|留守|残疾|中职|技校|技工";
/** What does not belong to a region: of another, or of a higher level. */
const MORE_THAN_OURS =
  "经开区|高新区|新区|外[区县]|[区市县省]外(?!\\d)|外地|片区|[市省部央]属|[市省]级|市直|中央|驻[区县永]|驻军|部队|兵团|代管";
const WITHOUT = new RegExp(
  `(?:[不未](?:含|包括|包含|计入|计)|剔除|扣除)[^,，;；。]{0,8}?(?:${PARTS})|(?:${PARTS})[^,，;；。]{0,8}?(?:[未不没](?:有|予)?纳入|除外|[未不]计入?)`,
  "u",
);
/** 包括双桥经开区, 含荣昌片区, 与江津合并统计: more than the whole. */
const BESIDE = new RegExp(
  `(?<![不未])(?:含|包括|包含|计入)[^,，;；。]{0,6}(?:${MORE_THAN_OURS})|(?:${MORE_THAN_OURS})[^,，;；。]{0,6}(?:[也均已]?计入|[也均已]?纳入|在内)|` +
    "[与和同]\\p{Script=Han}{2,8}(?:合并|合在一起|一并|一起)(?:统计|计算|上报|填报)?|^合并统计",
  "u",
);
/** 抽取3个镇, 抽样10所学校, 三个街道数据: some that were looked at. */
const SAMPLED =
  /^(?:20\d\d年[度末底]?)?(?:随机|只|仅)?(?:抽取|抽样|抽查|选取|抽选)(?:了|调查)?[\d一二三四五六七八九十两]+[个所家户名人例]|^(?:20\d\d年[度末底]?)?[\d一二三四五六七八九十两]+[个所家](?:街道|乡镇|镇街|[镇乡村]|社区|学校|中学|小学|幼儿园|医院|机构|单位)的?(?:数据?|情况|结果)$/u;
const ESTIMATED = /推算|推断|按[^,，;；。]{0,8}(?:抽样|样本)|样本[^,，;；。]{0,6}(?:估|代表)/u;
/** 新增数 beside a number: what came in addition. */
const ADDED =
  /^(?:[此该本]?(?:数据|数字|数值|数)?(?:为|是|系)?)?(?:20\d\d年|本年度?|当年)?(?:新增|净增)(?:数|数量|部分)?$/u;
/** 不完全统计, 部分镇街未上报: nobody has counted them all. */
const INCOMPLETE =
  /不完全统计|(?:数据|统计|填报|上报|报送)不(?:完整|全)|(?:部分|个别|有)[^,，;；。]{0,8}(?:未|没有?)(?:上报|报送|填报|报来|报|统计|交)|未(?:全部|完全|全)(?:上报|报齐|统计|覆盖|填报)/u;
/** 高新区数, 经开区部分: of a part of the district that the plan does not know. */
const OF_ZONE =
  /^(?:[仅只此]?(?:为|是|系)?)?(?:永川)?(?:国家)?(?:高新|经开|[工产]业园|综合保税)区(?:范围|部分|区域|企业)?的?(?:数据?|数字|数值|情况|结果)?$/u;
/** 数据为累计, 累计数: what came together over years. */
const SUMMED = /^(?:[此该本]?(?:数据?|数字|数值)?(?:为|是|系)?)?(?:历年)?累计(?:数据?|数值|值)?$/u;
/** 监测点学校数据: of the places where somebody looks. */
const PLACES_LOOKED_AT = "(?:学校|医院|机构|社区|街道|单位|镇街)?的?";
const OF_POINTS = new RegExp(
  `(?:监测|调查|哨)点${PLACES_LOOKED_AT}(?:数据?|数字|数值|结果|情况)?$|(?:试|示范)点${PLACES_LOOKED_AT}(?:数据?|数字|数值|结果)$`,
  "u",
);
const SCOPE = /口径(?:为|是|仅|只|限于?|:)(.+)$/u;
/** Who says so has looked into it. */
const LOOKED_INTO = /规划的?口径|与规划|同规划|已核实/u;

/**
 * Remarks and notes by which a figure lacks a part of the whole, or was reckoned: 不含民办园, 按抽样调查推算. Whether the plan
 * counts so only a person knows: the figures are read, and a person is asked. One finding a table.
 */
export function partialRemarks(
  context: SheetContext,
  lines: readonly Line[],
  unheaded: readonly number[],
): ToldRemarks {
  const { lexicon } = context.catalogue;
  const latest = latestYear(context);
  const beside = remarksBeside(context, lines, unheaded, MAY_BE_PARTIAL).filter(
    ({ text, line }) =>
      isPartial(text, latest, lexicon) || isOfSomePeople(text, line) || isSummedRate(text, line),
  );
  const told = [
    ...beside,
    ...notesIn(context, lines).filter(
      ({ text }) => isPartial(text, latest, lexicon) || isOfSome(text, latest, lexicon),
    ),
  ];
  const [first] = told;
  if (first === undefined) return { issues: [], told: [] };
  const remarks = told.map(({ row, text }) => ({ row, text: quoted(text) }));
  const found = issue("data/partial-remarks", sourceAt(context, first.row, first.column), { remarks });
  return { issues: [found], told: footnotesIn(beside) };
}

/** Notes on a table whose rows are read. */
function notesIn(
  context: SheetContext,
  lines: readonly Line[],
): { row: number; column: number; text: string }[] {
  const isRead = context.surroundings.other === null;
  if (!isRead || !lines.some(({ match, hasFigure }) => match.type === "matched" && hasFigure)) return [];
  // What makes the figures of a year others', or is asked about, is told of already.
  const asked = context.surroundings.asked.flatMap(({ by, cell }) => (by === "说明" ? (cell ?? []) : []));
  const told = new Set([...refusingNotes({ context, lines }), ...asked]);
  return notesOn(context, lines)
    .filter(({ display, address }) => MAY_BE_PARTIAL.test(display) && !told.has(address))
    .map(({ row, column, display }) => ({ row, column, text: tightText(display) }));
}

function isPartial(text: string, latest: number | null, lexicon: Lexicon): boolean {
  const open = text.split(/[;；。]/u).filter((sentence) => !LOOKED_INTO.test(sentence));
  return open
    .flatMap((sentence) => sentence.split(/[,，]/u))
    .some((clause) => {
      // 2020年数按增减量推算 is history.
      const years = (clause.match(/20\d\d(?=年)/gu) ?? []).map(Number);
      if (latest !== null && years.length > 0 && !years.includes(latest)) return false;
      const scope = SCOPE.exec(clause)?.[1];
      const isOther = scope !== undefined && isStrange(scope, lexicon);
      return (
        isOther ||
        BESIDE.test(clause) ||
        ESTIMATED.test(clause) ||
        ADDED.test(clause) ||
        INCOMPLETE.test(clause) ||
        OF_ZONE.test(clause) ||
        OF_POINTS.test(clause) ||
        SAMPLED.test(clause) ||
        addsPlace(clause, lexicon) ||
        (WITHOUT.test(clause) && !clause.includes("重复"))
      );
    });
}

/** 大足 of 含大足, 江津数 of 包含江津数: a place, and none of ours. */
const ADDS = /(?<![不未])(?:含|包括|包含)(?:了)?(\p{Script=Han}{2,8}?)(?:的|部分|数据?|地区|范围)*$/u;

function addsPlace(clause: string, { places }: Lexicon): boolean {
  const added = ADDS.exec(clause)?.[1] ?? "";
  if (added === "" || isCommonPlace(added)) return false;
  const isOwn = places.own.includes(added) || places.sites.includes(added);
  const isOther = [added, `${added}区`, `${added}县`].some(
    (name) => places.others.includes(name) || places.beside.includes(name),
  );
  return !isOwn && (isOther || /^\p{Script=Han}{2,4}[区县]$/u.test(added));
}

/** A rate is of one year; how many families were chosen may well be told of all years. */
function isSummedRate(text: string, { match }: Line): boolean {
  const isRate = match.type === "matched" && unitOf(match.entry.indicator.unit).kind === "rate";
  return isRate && text.split(/[,，;；。]/u).some((clause) => SUMMED.test(clause));
}

/** 初婚人群, 门诊数 and 规模化供水工程覆盖农村人口比例 beside a row that its plan calls otherwise. */
function isOfSomePeople(text: string, { match }: Line): boolean {
  if (match.type !== "matched") return false;
  const { keys } = match.entry;
  const isOwn = (word: string) => keys.some((key) => key.includes(word));
  return text.split(/[,，;；。]/u).some((clause) => {
    const [, only = "", people = only] = PEOPLE.exec(clause) ?? [];
    if (people !== "") return !isOwn(people);
    const measure = MEASURE.exec(clause)?.[0] ?? "";
    return measure !== "" && !isOwn(nameKey(measure)) && !keys.some((key) => nameKey(measure).includes(key));
  });
}

/** 区妇幼保健院 alone may be who measured. */
const SOME = `(${oneOf(SOME_PEOPLE)})`;
const OF_PEOPLE = "(?:的|人群|人员|病例|患者|对象|数据?|情况|结果|工程)";
const PEOPLE = new RegExp(`^(?:(?:仅|只)${SOME}${OF_PEOPLE}*|(?:此?为|系|是|指)?${SOME}${OF_PEOPLE}+)$`, "u");
/** The name of a rate, and nothing said of it. */
const MEASURE =
  /^(?!.*(?:[较与同占为是系按÷/]|比(?![例重])|统计|计算|提高|下降|增|降))\p{Script=Han}{6,20}(?:率|比例|比重|占比)$/u;

/** 仅含城镇数据 in a note speaks of all rows. In a remark it is heard before. */
function isOfSome(note: string, latest: number | null, lexicon: Lexicon): boolean {
  const clauses = note.split(/[,，;；。]/u).filter((clause) => !LOOKED_INTO.test(clause));
  return clauses.some((clause) => {
    const said = clause.replace(/^[([【]?(?:注|备注|说明|附注):?(?:\d[.、])?/u, "");
    return remarked(said, latest === null ? [] : [latest], lexicon)?.reason === "other-group";
  });
}

const WHOLE = new RegExp(`^${oneOf(WHOLE_OF_ROWS)}(?:人口|人群|口径|范围|数据|统计)*$`, "u");

/** 辖区内公立机构; not 全区, 户籍人口, 常住. */
function isStrange(scope: string, lexicon: Lexicon): boolean {
  return !WHOLE.test(scope) && headingOf([scope], lexicon).leftover !== "";
}
