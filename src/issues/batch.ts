import { define } from "./definition.js";

/** Findings about many districts: their list, and what runs over it leave. */
export const BATCH_ISSUES = {
  "batch/log-unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `分段记录读不出来：${reason}`,
    () => "请删除这个文件，重新运行这一段；已经做成的区县不会重做",
  ),
} as const;
