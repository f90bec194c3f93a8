import type { Entry } from "../../catalogue.js";
import { entryOf } from "../kinds/lines.js";
import { tightText } from "../normalise.js";
import type { Case } from "./verdict.js";

/** Months that do not begin with January: 9—10月, 9月. What is counted since January is not done yet. */
const MONTHS = /(?<![\d.])(\d{1,2})(?:月?[-‐-―−~～至到]+(?:20\d\d年)?(\d{1,2}))?月/u;
/** What is part of a year whatever is counted. */
const PART = /[上下]半年|季度|旬|前.{1,3}个月|截[至止]|累计|至今|以来/u;
/** A title that speaks of a survey. */
const SURVEY = /调查|问卷|测试|体检|筛查|普查|测评|抽查/u;
const NAMES_SURVEY = new RegExp(`^\\p{Script=Han}{0,8}?(?:${SURVEY.source})[的数值]*$`, "u");
/** How such figures are counted: of those who were asked or looked at, 检出…÷接受筛查的…. */
const SURVEYED = /^调查|÷(?:参加|接受)?(?:调查|测试|筛查|检查)/u;

/**
 * Whether months in the title are when people asked, or looked: all rows are of what surveys and elections find, which is
 * the year's figure whichever month it was found in.
 */
export function isTimeOfSurvey({ lines }: Case, title: string): boolean {
  const text = tightText(title);
  const [, first = "1", last = first] = MONTHS.exec(text) ?? [];
  if (PART.test(text) || Number(first) < 2 || Number(last) < Number(first)) return false;
  const entries = lines.flatMap((line) => (line.hasFigure ? (entryOf(line) ?? []) : []));
  return entries.length > 0 && entries.every((entry) => isFoundAtOnce(entry, SURVEY.test(text)));
}

/**
 * Whether months in a heading may be when people asked: 2025年9—10月, 2025年9—10月调查. `saysSo`: in so many words. Null
 * where they are another part of the year.
 */
export function monthsOfSurvey(heading: string, leftover: string): { saysSo: boolean } | null {
  const [, first = "1", last = first] = MONTHS.exec(heading) ?? [];
  if (PART.test(heading) || Number(first) < 2 || Number(last) < Number(first)) return null;
  if (leftover !== "" && !NAMES_SURVEY.test(leftover)) return null;
  return { saysSo: SURVEY.test(heading) };
}

export function isFoundAtOnce({ indicator, judged }: Entry, saysSurvey: boolean): boolean {
  return judged?.flatIsNormal === true || (saysSurvey && SURVEYED.test(indicator.definition));
}
