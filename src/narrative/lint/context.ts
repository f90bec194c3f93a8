import type { Plan } from "../../plan/plan.js";

/** What a sentence says about time before it names an indicator. */
export interface Context {
  year: number | null;
  span: readonly [number, number] | null;
}

const UNKNOWN: Context = { year: null, span: null };
const YEARS = /(?:(\d{4})年?[—\-–~至到])?(\d{4})年(?:底|末|度)?/gu;
/** Years inside a comparison or a course are not what the sentence is about. */
const ASIDE = /(?:比|较|同|与|由|从)$/u;
/** Words for the year a report is on. */
const THIS_YEAR = /(?:^|[，,;；])(?:截至)?(?:今年|本年度?)?(?:年末|年底|今年|本年度?)[，,]?(?:全区|我区)?/u;

/**
 * The year the words before an indicator's name set for it: 2025年，全区…. A year that something else
 * follows (2021年印发方案) sets none, and takes back an earlier one.
 */
export function contextOf(before: string, plan: Plan, reportYear: number): Context {
  const scope = new RegExp(`^(?:[，,]|全区|我区|本区|${escaped(plan.region)}|$)`, "u");
  let context = THIS_YEAR.test(before) ? { year: reportYear, span: null } : UNKNOWN;
  for (const found of before.matchAll(YEARS)) {
    const [whole, first, last] = found;
    const after = before.slice(found.index + whole.length);
    if (ASIDE.test(before.slice(0, found.index)) || after.startsWith("的")) continue;
    if (!scope.test(after)) context = UNKNOWN;
    else if (first === undefined) context = { year: Number(last), span: null };
    else context = { year: null, span: [Number(first), Number(last)] };
  }
  return context;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}

/** Words in front of a name that make it another thing: 全市孕产妇系统管理率, 江津区…, 农村…. */
const OTHER_SCOPE =
  /(?:全市|全国|全省|重庆市?|国家|市级|农村|城市|城镇|城区|男性?|户籍|常住|流动人口|部分|试点|高于|低于|超过|优于|[市区县镇乡村街]|街道)(?:的|平均)*$/u;
const OWN_SCOPE = /(?:全区|我区|本区|辖区)的?$/u;

/** Whether the name that follows these words is the plan's own indicator of the whole district. */
export function isDistrictWide(before: string, plan: Plan): boolean {
  return !OTHER_SCOPE.test(before) || OWN_SCOPE.test(before) || before.endsWith(plan.region);
}
