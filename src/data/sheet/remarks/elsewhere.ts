import { isCommonPlace } from "../../../terms/places.js";
import type { Lexicon } from "../head/lexicon.js";
import type { Places } from "../head/places.js";

/** How people begin to say whose a figure is: 永川无此统计，填全市数; 2025年是市检察院通报的全市数; 来源：市体育局全市抽查结果. */
const OFFICE =
  "\\p{Script=Han}{1,12}?(?:局|委|院|会|办|部|厅|中心|公司|部门|单位)(?:通报|公布|发布|提供|反馈|公开|印发|统计|测算)?的?";
const VERB =
  "为|是|系|按|取|用|以|填列?|填报|填写|报|采用|使用|引用|借用|沿用|暂用|参照|比照|取自|来自|源自|摘自|属于?|指";
const BEGINS =
  "^(?:20\\d\\d年[度末底]?)?(?:此|该|本|以上|上述|表中)?(?:数据?|数字|数值|指标|项|处|列|行)?(?:均|暂时?|仅|只|先|故|现|都)*" +
  `(?:${VERB})*(?:(?:数据|资料)?来源[:于]?)?(?:${OFFICE})?`;
/** And how they end: 全市法院数, 全市律师行业统计, 全市抽查结果, 用全市数代替. */
const ENDS =
  "的?(?:数据?|数字|数值|总数|统计|结果|平均[值数]?|均值|水平|情况|指标值?|通报|推算数?|值)(?:代替|替代|代|填报|填写|填列|上报)?$";
/** A system, a yearbook or an office of the city gives our figures, too, and 统一 tells how; 第5 and 高于 compare. */
const NAMES_SOURCE =
  "系统(?:中|内|导出|提取|平台|数据|填|统计|查)|(?:信息|直报|管理|统计|监测|报告|登记)系统|平台|数据库|网络|年鉴|公报|年报|报表|统一|同步|标准|要求|规定|第|排|高于|低于|[局委厅]|办公室";
/** 重庆市检察院数 is what that office gave. */
const OFFICES = `${NAMES_SOURCE}|院|会|中心|公司|协会|站|所`;
/** 渝西片区数, 永川片区（含大足）: larger than a district, whatever it is called. */
const AREA = "(?![含包与和同除不未])\\p{Script=Han}{1,4}(?:片区|经济圈|都市圈|城市群)";

/** What is behind a place, without what makes it the name of a source. */
const without = (words: string) => `(?:(?!${words})\\p{Script=Han}){0,12}?`;

/** 江津区法院数, where the place is none of ours. */
const DISTRICT = `${BEGINS}((?![由按据各分])\\p{Script=Han}{2,3}[区县])${without(NAMES_SOURCE)}${ENDS}`;

/** The last characters of ENDS and of what an area is called. */
const MAY_END = /[数据字值计果均平况标报算替代写列区圈群]$/u;

/** Hardly a remark may name a place: the expressions, which take longer to make than to use, are made for the first that may. */
function mayName(clause: string, places: Places): boolean {
  if (!MAY_END.test(clause)) return false;
  // 全区数 and 永川区数据 are the district's; 区县 and 区级 name none.
  const rest = places.ownByLength
    .reduce((text, own) => text.replaceAll(own, ""), clause)
    .replace(/区县|[区县]级/gu, "");
  return /[区县圈群]/u.test(rest) || namesOf(places).some((name) => clause.includes(name));
}

const NAMES = new WeakMap<Places, readonly string[]>();

function namesOf(places: Places): readonly string[] {
  const known = NAMES.get(places);
  if (known !== undefined) return known;
  const names = [...places.others, ...places.beside].filter(
    (name) => name.length > 1 && !/级$|^(?:国家|省内|.*区县|.*地区)$/u.test(name),
  );
  NAMES.set(places, names);
  return names;
}

interface Elsewhere {
  whole: RegExp;
  named: RegExp | null;
  district: RegExp;
}

const KNOWN = new WeakMap<Places, Elsewhere>();

function elsewhereOf(places: Places): Elsewhere {
  const known = KNOWN.get(places);
  if (known !== undefined) return known;
  const wholes = namesOf(places).filter((name) => name.startsWith("全"));
  const others = namesOf(places).filter((name) => !name.startsWith("全"));
  const made: Elsewhere = {
    whole: new RegExp(
      `${BEGINS}(?:(?:${[...wholes, AREA].join("|")})${without(NAMES_SOURCE)}${ENDS}|${AREA}$)`,
      "u",
    ),
    named:
      others.length === 0
        ? null
        : new RegExp(`${BEGINS}(?:${others.join("|")})${without(OFFICES)}${ENDS}`, "u"),
    district: new RegExp(DISTRICT, "u"),
  };
  KNOWN.set(places, made);
  return made;
}

/** Longer clauses tell of more than whose a figure is. */
const LONGEST = 40;

/**
 * Whether a clause of a remark says that the figure is that of another place: 全市检察系统数, whatever is counted between
 * the place and the word for figures. `unknown`: it may be the name of a survey that ours is a part of, 重庆市抽样调查结果.
 */
export function saysElsewhere(written: string, { places }: Lexicon): "surely" | "unknown" | null {
  const clause = written.replace(/[(（][^()（）]*[)）]$/u, "");
  if (clause.length > LONGEST) return null;
  if (!mayName(clause, places)) return null;
  const { whole, named, district: other } = elsewhereOf(places);
  if (whole.test(clause)) return "surely";
  if (named?.test(clause) === true) return "unknown";
  const district = other.exec(clause)?.[1] ?? "";
  const isOther = district !== "" && !isCommonPlace(district) && !places.own.includes(district);
  return isOther && !places.ownByLength.some((name) => district.includes(name)) ? "surely" : null;
}
