import type { ErrorCode } from "yaml";
import { slipIn } from "./slips.js";

export const TOO_DEEP = "嵌套太深";

/** What the YAML parser's own codes mean to somebody who edits such a file. */
const REASONS: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: "缩进不对，或括号没有配对",
  TAB_AS_INDENT: "缩进用了 Tab，请改用空格",
  BAD_SCALAR_START: "这里的符号不能作开头，请给这段文字加上半角双引号",
  BLOCK_AS_IMPLICIT_KEY: "同一行里有两个“键: 值”，请换行或给文字加半角双引号",
  BLOCK_IN_FLOW: "方括号或花括号里的写法不对",
  MISSING_CHAR: "缺少符号：引号或括号没有配对，或冒号后没有空格",
  MULTILINE_IMPLICIT_KEY: "这一行不是“键: 值”的形式",
  MULTIPLE_DOCS: "一个文件只能写一份内容，请删除“---”分隔线",
  NON_STRING_KEY: "键必须是文字",
  RESOURCE_EXHAUSTION: TOO_DEEP,
  TAG_RESOLVE_FAILED: "不支持以“!”开头的标记",
  UNEXPECTED_TOKEN: "多出了不该有的符号",
};

/** What the parser takes a line out of step for. */
const OUT_OF_STEP: readonly ErrorCode[] = ["BLOCK_AS_IMPLICIT_KEY", "MISSING_CHAR", "MULTILINE_IMPLICIT_KEY"];

/** A line on which nothing is wrong but where it begins: one key, no quotes, no brackets. */
const SOUND_LINE = /^ *(?:- +)*[\w-]+:(?: +(?![&*!|>%@`])[^"'[\]{}#:]*)?$/u;

/**
 * A syntax error in words. What people type by mistake is named first; then a line that is sound by itself,
 * which stands at another depth than its neighbours.
 */
export function syntaxReason(code: ErrorCode, line: string): string {
  const slip = slipIn(line.replace(/^[ \t]+/u, ""), null);
  if (slip !== null) return slip;
  if (OUT_OF_STEP.includes(code) && SOUND_LINE.test(line.trimEnd())) {
    return "这一行或下一行的缩进没有对齐：同一层的键和“-”要上下对齐";
  }
  const opened = line.search(/[[{]/u);
  if (opened >= 0 && line.includes("，", opened)) return "括号里用了全角逗号“，”，请改用半角“, ”";
  return REASONS[code] ?? "不符合 YAML 的格式";
}
