import type { Issue, IssueCode } from "../../issues/issue.js";

/** What a reporter is to do where the finding's own advice is for the bureau. */
const ADVICE: Partial<Record<IssueCode, string>> = {
  "ledger/conflict": "请与另一填报单位核对，统一后只报一个数",
};

/** Options, commands and files of the bureau's side: a reporter has none of them. */
const FOR_THE_BUREAU = /--|\breport\b|manifest|silences|监测数据库|数据文件夹|采集/u;

const GENERAL = "请核实：有误的请改正，属实的请在备注中写明原因";

/** The next step, told to who filled in the form. */
export function adviceFor({ code, hint }: Pick<Issue, "code" | "hint">): string {
  const advice = ADVICE[code] ?? hint;
  return FOR_THE_BUREAU.test(advice) ? GENERAL : advice;
}
