import { sizeText, type Refusal } from "../files/read.js";
import { issue, type Issue } from "../issues/issue.js";

/** A plan is some 50 KB of text, other files less; several times that is somebody's other file. */
export const MAX_BYTES = 300_000;

/** What messages call a YAML file. */
export type Noun = "规划文件" | "数据说明" | "区县名单";

/** The finding for a YAML file that could not be had at all. */
export function refusedYaml({ why, reason, at }: Refusal, file: string, noun: Noun, most = MAX_BYTES): Issue {
  switch (why) {
    case "not-text":
      return issue("plan/not-utf8", { file, ...at }, {});
    case "too-large":
      return issue("plan/too-large", { file }, { limit: sizeText(most), noun });
    default:
      return issue("plan/unreadable", { file }, { reason });
  }
}
