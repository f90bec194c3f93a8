import { define } from "./definition.js";

/** Findings in templates. */
export const RENDER_ISSUES = {
  "template/broken": define<{ near: string }>(
    "error",
    ({ near }) => `版式文件写法有误，在“${near}”附近`,
    () => "请检查花括号和 {{#if}}、{{#each}} 是否成对，或删去该文件以恢复自带版式",
  ),
  "template/endless": define<{ name: string }>(
    "error",
    ({ name }) => `版式“${name}”在这里嵌入了自己，永远印不完`,
    () => "请去掉这一处；要重复的内容用 {{#each}}",
  ),
  "template/no-glyph": define<{ characters: string }>(
    "warning",
    ({ characters }) => `随报告携带的字体中没有这些字：${characters}，印出的可能是方框`,
    () => "请核对用字（自造字、异体字宜改为规范字），或确认打印的电脑装有含这些字的字体",
  ),
  "template/unescaped": define<{ path: string }>(
    "error",
    ({ path }) => `{{{${path}}}} 会把数据当作网页代码`,
    ({ path }) => `请改写为 {{${path}}}`,
  ),
  "template/unknown-file": define<{ file: string; nearest: string | null }>(
    "warning",
    ({ file }) => `自带版式中没有“${file}”，该文件不起作用`,
    ({ nearest }) => (nearest === null ? "请对照自带版式的文件名" : `是否要写“${nearest}”？`),
  ),
  "template/unknown-helper": define<{ name: string; nearest: string | null }>(
    "error",
    ({ name }) => `版式中没有“${name}”这个用法`,
    ({ nearest }) => (nearest === null ? "请对照自带版式" : `是否要写“${nearest}”？`),
  ),
  "template/unknown-partial": define<{ name: string; nearest: string | null }>(
    "error",
    ({ name }) => `要嵌入的版式“${name}”不存在`,
    ({ nearest }) => (nearest === null ? "请对照自带版式的文件名" : `是否要写“${nearest}”？`),
  ),
  "template/unknown-path": define<{ report: string; path: string; nearest: string | null }>(
    "error",
    ({ report, path }) => `${report}的内容中没有“${path}”`,
    ({ nearest }) => (nearest === null ? "请对照自带版式" : `是否要写“${nearest}”？`),
  ),
  "template/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `版式文件读不出来：${reason}`,
    () => "请检查读取权限，另存为 UTF-8 编码，或删去该文件以恢复自带版式",
  ),
} as const;
