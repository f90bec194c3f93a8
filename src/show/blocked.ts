import { hasErrors, type Issue } from "../issues/issue.js";
import { excuseHint } from "./show-issues.js";

/** Errors stop a report unless it is a draft; with --strict warnings do, too. */
export function isBlocked(
  issues: readonly Issue[],
  { draft, strict }: { draft: boolean; strict: boolean },
): boolean {
  return (hasErrors(issues) && !draft) || (strict && issues.some((each) => each.severity === "warning"));
}

/** What to do about the findings that stop a report. */
export function blockedHint(issues: readonly Issue[]): string {
  return hasErrors(issues)
    ? `请改正以上错误后重试；${excuseHint(issues)}需要先看样稿时加 --draft，未读取的单元格按缺项处理，未写的部分留出标注。`
    : "--strict 要求没有任何提醒，用 report validate 查看全部提醒。";
}
