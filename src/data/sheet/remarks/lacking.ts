import type { Lexicon } from "../head/lexicon.js";
import { oneOf, SOME_PEOPLE } from "../head/words.js";

/** What a whole is made of. */
const PART =
  "(?:镇街|街镇|街道|乡镇|[镇乡村]|村居|社区|学校|中学|小学|幼儿园|园所|医院|卫生院|机构|单位|企业|公司|部门|中心城区|主城区|城区|高新区|经开区|新区|园区|县城)";
const COUNT = "(?:[\\d一二三四五六七八九十两几]+(?:多|余)?(?:个|所|家)?)";
const DATA = "(?:的?(?:数据?|数字|数值|统计|情况|报表))?";
const BEGINS = "^(?:20\\d\\d年[度末底]?(?:数据?)?)?(?:此|该|本)?(?:数据?|数字|数值|指标|项|处)?";

/** 其余镇街未报, 部分单位未报, 3个镇街没有报送, 高新区未报. */
const UNREPORTED = new RegExp(
  `${BEGINS}(?:因|除|由于)?(?<who>[\\p{Script=Han}\\d]*?${PART})${DATA}` +
    "(?:尚|还|均|都|暂|仍)*(?:未|没有?)(?:按时|及时|完成)?(?:上报|报送|报来|报|填报|提供|反馈|汇总|交)(?:数据?|报表)?$",
  "u",
);
/** 缺3个镇街, 尚缺高新区数据. */
const MISSING = new RegExp(
  `${BEGINS}(?:尚|还|仍|暂)*(?:缺少?|欠缺?)(?<who>${COUNT}?\\p{Script=Han}{0,4}?${PART})${DATA}$`,
  "u",
);
/** 仅高新区, 仅中心城区, 仅规上企业, 只有3个镇的数. 仅1所学校 may be what was counted. */
const ALONE = new RegExp(
  `${BEGINS}(?:仅|只)(?:有|含|是|为|限|统计|报)?了?(?<who>\\p{Script=Han}{0,5}?${PART})${DATA}$`,
  "u",
);
const SOME = new RegExp(
  `${BEGINS}(?:仅|只)(?:(?:有|含|是|为)?了?${COUNT}\\p{Script=Han}{0,4}?(?:${PART}的?(?:数据?|数字|数值|统计|情况)|镇街|街道|[镇乡])|(?:统计|报送?|含|覆盖|汇总)了?${COUNT}\\p{Script=Han}{0,4}?${PART})${DATA}$`,
  "u",
);
/** 仅医院数 may be how a figure is counted: it is asked about. */
const HOW_COUNTED = new RegExp(`^${oneOf(SOME_PEOPLE)}$`, "u");
const FEW = new RegExp(`[仅只缺欠]|[未没]有?(?:按时|及时|完成)?(?:上报|报|填报|提供|反馈|汇总|交)`, "u");

/** Whether a clause says that some of the places or bodies a whole is made of are not in the figure. */
export function lacksParts(clause: string, { places }: Lexicon): boolean {
  if (!FEW.test(clause)) return false;
  if (SOME.test(clause)) return true;
  const who = [UNREPORTED, MISSING, ALONE].flatMap((each) => each.exec(clause)?.groups?.["who"] ?? [])[0];
  return who !== undefined && !HOW_COUNTED.test(who) && !places.own.some((name) => who === name);
}
