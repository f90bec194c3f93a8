import { define } from "./definition.js";

/** What freezing a report, and reading what was frozen, finds. */
export const PUBLISHED_ISSUES = {
  "published/unreadable": define<{ reason: string }>(
    "warning",
    ({ reason }) => `已发布的报告读不出来：${reason}，没有用它核对修订`,
    () => "请从备份恢复这个文件；不要手工修改",
  ),
  "publish/not-printed": define<{ report: string }>(
    "error",
    ({ report }) => `没有找到${report}的编制记录`,
    () => "请先编制报告，--out 与编制时相同",
  ),
  "publish/not-final": define<{ report: string; state: string }>(
    "error",
    ({ report, state }) => `${report}是按“${state}”编制的`,
    () => "请把 manifest.yaml 的 review 改为“定稿”，重新编制（不加 --draft）后再存档",
  ),
  "publish/output-changed": define<{ missing: boolean }>(
    "error",
    ({ missing }) => (missing ? "编制的文件不在了" : "编制以后文件被改动过"),
    () => "请重新编制；文字的改动要写进 narrative",
  ),
  "publish/input-changed": define<{ missing: boolean }>(
    "error",
    ({ missing }) => (missing ? "编制时用的文件不在了" : "编制以后文件有改动"),
    () => "请重新编制后再存档",
  ),
  "publish/data-changed": define<{ report: string }>(
    "error",
    ({ report }) => `编制${report}以后，数据文件夹中增加了文件`,
    () => "请重新编制后再存档",
  ),
} as const;
