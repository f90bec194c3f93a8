import { define } from "./definition.js";

/** Findings about a report as a whole. */
export const REPORT_ISSUES = {
  "report/no-data": define<{ plan: string; year: number; years: readonly number[] }>(
    "warning",
    ({ plan, year, years }) =>
      `数据文件夹中没有${plan}${year}年的任何数据，本次没有包括这个规划${years.length === 0 ? "" : `（已有数据的年份：${years.join("、")}）`}`,
    () => "数据报来后放进数据文件夹，重新运行；本来就不需要这个规划的，加 --plan 指定要编制的规划",
  ),
  "report/few-years": define<{ plan: string; years: readonly number[] }>(
    "warning",
    ({ plan, years }) => `${plan}只有${years.join("、")}年的数据，不足三年，看不出变化过程`,
    () => "请补充以往年份的数据；照此印出的评估报告只比较现有年份，不作趋势判断",
  ),
  "report/withheld-in-prose": define<{ name: string; text: string }>(
    "warning",
    ({ name, text }) => `公开版不公布“${name}”的数，文字材料中却写着：${text}`,
    () => "请核对这一句能否公开；不能公开的从 narrative 中删去后再编制公开版",
  ),
} as const;
