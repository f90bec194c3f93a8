import type { Issue, IssueCode } from "../../issues/issue.js";

/** What a reporter is to do where the finding's own advice is for the bureau. */
const ADVICE: Partial<Record<IssueCode, string>> = {
  "data/only-others-rows": "本表只填本地区全年的实际数：是的，请照表上原来的名称填；不是的，请改填本地区的数",
  "data/project-swapped": "目标数照规划印好，不用填；完成数请填截至年底已经完成的数",
  "data/struck-rows": "数仍然有效的请照填；作废的请留空，并选择缺报原因",
  "data/derived-figures": "请改填报送的数，不要用公式取别的年份、别的指标的数；没有数的留空，并选择缺报原因",
  "data/comments": "请把批注中要说的写在备注里",
  "data/units-unknown": "写错名称的请改正，不是本地区的请删去；镇街有调整的，请在备注中写明",
  "ledger/conflict": "请与另一填报单位核对，统一后只报一个数",
  "ledger/other-unit": "请核实是哪个单位填报的，改正表上的“填报单位”和文件名；属实的不必改",
  "ledger/withdrawn": "请核实：确实没有数据的不用改；有数据的请填写本年数，并清空缺报原因",
};

/** Options, commands and files of the bureau's side: a reporter has none of them. */
const FOR_THE_BUREAU = /--|\breport\b|manifest|silences|监测数据库|数据文件夹|规划文件|采集/u;

/** Whom the bureau is to ask: the very one that reads this. */
const THE_READER = /请与填报单位|请(?:要求)?填报单位/gu;

const IF_TRUE = "属实的请在备注中写明原因";
const GENERAL = `请核实：有误的请改正，${IF_TRUE}`;

/** Where the bureau notes that a figure is right. */
const CONFIRMING = /manifest|silences/u;

/** What the bureau does with a figure, as who sent it would say it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/均未入库|没有入库/gu, "没有采用"],
  [/的数入库/gu, "的数采用"],
  [/未读取/gu, "没有采用"],
  [/，程序不按备注取舍/gu, ""],
];

/** What is in question, told to who filled in the form. */
export function questionFor({ message, where }: Pick<Issue, "message" | "where">): string {
  // Of cells of the form itself the sheet is said, and not what the bureau calls the file.
  const own = where === null ? message : message.replaceAll(`${where.file}“`, "“");
  return WORDS.reduce((text, [word, instead]) => text.replace(word, instead), own);
}

/** The next step, told to who filled in the form. */
export function adviceFor({ code, hint }: Pick<Issue, "code" | "hint">): string {
  const advice = ADVICE[code] ?? hint;
  const all = advice.split("；");
  const own = all.filter((clause) => !FOR_THE_BUREAU.test(clause));
  if (own.length === 0) return GENERAL;
  const confirmed = own.length < all.length && CONFIRMING.test(advice) ? [IF_TRUE] : [];
  return [...own, ...confirmed].join("；").replace(THE_READER, "请");
}
