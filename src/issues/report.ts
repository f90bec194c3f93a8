import { define } from "./definition.js";

/** Findings about a report as a whole. */
export const REPORT_ISSUES = {
  "report/few-years": define<{ plan: string; years: readonly number[] }>(
    "warning",
    ({ plan, years }) => `${plan}只有${years.join("、")}年的数据，不足三年，看不出变化过程`,
    () => "请补充以往年份的数据；照此印出的评估报告只比较现有年份，不作趋势判断",
  ),
} as const;
