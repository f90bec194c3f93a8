import type { Plan } from "../../plan/plan.js";

/** The health offices' year runs from October to September, and bears the number of the year it ends in. */

const DASH = "[-‐-―−~～至到]";

/** 2024年10月1日至2025年9月30日, 2024.10—2025.9: from which year to which, for the year it ends in where one follows the other. */
export const HEALTH_SPAN = `(20\\d\\d)[年./-]10(?:月|[./-])?(?:0?1日?)?${DASH}+(20\\d\\d)[年./-]0?9(?:月份?|[./-])?(?:30日?|底)?(?!\\d)`;

/** The year that such a span is, by the years it names. */
export function healthYear(from: number, to: number): number | null {
  return to === from + 1 ? to : null;
}

const SPAN = new RegExp(`^${HEALTH_SPAN}$`, "u");

/** Whether a word is such a span: it makes a year of health indicators only. */
export function isHealthYear(word: string): boolean {
  const [, from, to] = SPAN.exec(word) ?? [];
  return healthYear(Number(from), Number(to)) !== null;
}

/** 统计时点：9月30日, 截止日：2025年9月底; 截至9月30日 may be counted since January. */
const ENDS = new RegExp(
  `(?:时[点间]|截止日期?)[^,，;；。]{0,6}?(?:20\\d\\d[年./-])?0?9(?:月|[./-])(?:30日?|[底末])`,
  "u",
);
const SINCE = new RegExp(`累计|季度|半年|${DASH}+(?:20\\d\\d年)?0?9月`, "u");

/** Whether a text says that figures are of the day on which that year ends. */
export function endsHealthYear(text: string): boolean {
  return ENDS.test(text) && !SINCE.test(text);
}

/** Whether an indicator is of a domain of health, whose offices count so. */
export function isOfHealth({ plan, row }: { plan: Plan; row: string }): boolean {
  const domain = plan.rows.find(({ id }) => id === row)?.domain;
  return plan.domains.some(({ id, name }) => id === domain && name.includes("健康"));
}
