import { issue, type Issue } from "../../../issues/issue.js";
import { sourceAt } from "../../settle/place.js";
import { headingOf } from "../head/heading.js";
import type { Lexicon } from "../head/lexicon.js";
import { WHOLE_OF_ROWS, oneOf } from "../head/words.js";
import { notesOn, type Line } from "../kinds/lines.js";
import { refusingNotes } from "./dated-notes.js";
import { latestYear } from "../kinds/year-columns.js";
import { tightText } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { SheetContext } from "../reading.js";
import { remarked } from "../remark-words.js";
import { remarksBeside } from "../remarks.js";

/** Hardly a remark has one of these. */
const MAY_BE_PARTIAL =
  /不含|未含|不包|未包|不计|剔除|扣除|纳入|除外|推算|推断|抽样|样本|(?:监测|调查|哨|示范)点|试点.*(?:数|值|结果)|新增|口径|[仅只]|未计|[含括].*[区属]/u;
/** Places and people that a whole has: without them it is none. Not 不含重复数, 不含男性 of women. */
const PARTS =
  "民办|民营|私立|公办|公立|个体|机构|企业|单位|律师|区外|市外|医院|学校|高校|[园校院所]|镇|街道|乡|村|社区|[一-龥]区|农村|城镇|流动|外来|外地|户籍|留守|残疾|中职|技校|技工";
const WITHOUT = new RegExp(
  `(?:[不未](?:含|包括|包含|计入|计)|剔除|扣除)[^,，;；。]{0,8}?(?:${PARTS})|(?:${PARTS})[^,，;；。]{0,8}?(?:[未不没](?:有|予)?纳入|除外|[未不]计入?)`,
  "u",
);
/** 包括双桥经开区: more than the whole. */
const BESIDE = /(?<![不未])(?:含|包括|包含)[^,，;；。]{0,6}(?:经开区|高新区|新区|外[区县]|[市省部央]属)/u;
const ESTIMATED = /推算|推断|按[^,，;；。]{0,8}(?:抽样|样本)|样本[^,，;；。]{0,6}(?:估|代表)/u;
/** 新增数 beside a number: what came in addition. */
const ADDED =
  /^(?:[此该本]?(?:数据|数字|数值|数)?(?:为|是|系)?)?(?:20\d\d年|本年度?|当年)?(?:新增|净增)(?:数|数量|部分)?$/u;
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
): Issue[] {
  const { lexicon } = context.catalogue;
  const latest = latestYear(context);
  const told = [
    ...remarksBeside(context, lines, unheaded, MAY_BE_PARTIAL)
      .map(({ row, column, cell }) => ({ row, column, text: tightText(cell.display) }))
      .filter(({ text }) => isPartial(text, latest, lexicon)),
    ...notesIn(context, lines).filter(
      ({ text }) => isPartial(text, latest, lexicon) || isOfSome(text, latest, lexicon),
    ),
  ];
  const [first] = told;
  if (first === undefined) return [];
  const remarks = told.map(({ row, text }) => ({ row, text: quoted(text) }));
  return [issue("data/partial-remarks", sourceAt(context, first.row, first.column), { remarks })];
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
        OF_POINTS.test(clause) ||
        (WITHOUT.test(clause) && !clause.includes("重复"))
      );
    });
}

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
