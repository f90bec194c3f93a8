import { define } from "./definition.js";
import { defineFault, defineFaults } from "./yaml.js";

/** Findings about many districts: their list, and what runs over it leave. */
export const BATCH_ISSUES = {
  "batch/list-key": defineFault("unknown-key"),
  "batch/list-value": defineFaults(),
  "batch/duplicate-code": define<{ code: string; name: string; other: string }>(
    "error",
    ({ code, name, other }) => `“${name}”的代码 ${code} 与“${other}”的相同`,
    () => "一个区县一个代码：请改正其中一个，重复列出的请删去一处",
  ),
  "batch/missing-folder": define<{ noun: string; folder: string; reason: string }>(
    "error",
    ({ noun, folder, reason }) => `${noun}“${folder}”${reason}`,
    () => "请检查路径；相对路径从名单所在的文件夹算起",
  ),
  "batch/no-plans": define<{ name: string }>(
    "error",
    ({ name }) => `没有写明“${name}”的规划文件夹`,
    () => "请在这个区县下写 plans，或在 defaults 下写各区县共用的 plans",
  ),
  "batch/other-region": define<{ noun: string; name: string; other: string }>(
    "error",
    ({ noun, name, other }) => `${noun}是“${other}”的，名单中这个区县是“${name}”`,
    () => "请检查名单中的文件夹是否写错，或改正 region",
  ),
  "batch/shared-data": define<{ name: string; other: string }>(
    "error",
    ({ name, other }) => `“${name}”的数据文件夹与“${other}”的相同，或一个在另一个里面`,
    () => "一个区县一个数据文件夹：否则一个区县的数会算到另一个区县",
  ),
  "batch/log-unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `分段记录读不出来：${reason}`,
    () => "请删除这个文件，重新运行这一段；已经做成的区县不会重做",
  ),
} as const;
