import { define } from "./definition.js";
import { wrongMessage, type WrongClaim } from "./narrative.js";

const SAVE_AS = "请在 Word 或 WPS 中打开，另存为“Word 文档（.docx）”后再核对";

const WITHHELD_WHY = {
  internal: (name: string) => `不印“${name}”（规划文件中标为内部指标）`,
  small: (name: string) => `不公布“${name}”的数（涉及人数较少）`,
  derived: (name: string) => `不公布能推算出“${name}”人数的数（涉及人数较少）`,
};

const ONLY_REPORT = "请只留报告本身，附在后面的其他材料另存一个文件";
const SETTLE = "请先接受或拒绝已经商定的修订，再核对";

/** What a draft may have too much of, and what to do. */
const BEYOND = {
  characters: { said: (limit: string) => `文字（含批注）超过${limit}字`, next: ONLY_REPORT },
  paragraphs: { said: (limit: string) => `段落超过${limit}个`, next: ONLY_REPORT },
  cells: { said: (limit: string) => `表格单元格超过${limit}个`, next: ONLY_REPORT },
  marks: {
    said: (limit: string) => `书签、批注和注释的标记超过${limit}个`,
    next: "请删去不用的书签和批注后再核对",
  },
  changes: { said: (limit: string) => `修订超过${limit}处`, next: SETTLE },
  comments: { said: (limit: string) => `批注超过${limit}条`, next: "请删去已经处理的批注，再核对" },
  styles: {
    said: (limit: string) => `样式超过${limit}种`,
    next: "请把文字复制到新文件，另存为 .docx",
  },
  repeated: {
    said: (limit: string) => `修订、批注和书签互相重叠，牵涉的文字超过${limit}字`,
    next: "请先接受或拒绝已经商定的修订，删去罩住全文的批注，再核对",
  },
} as const;

/** 25万, 2000 */
function inTens(limit: number): string {
  return limit % 10_000 > 0 ? `${limit}` : `${limit / 10_000}万`;
}

/** Findings in Word drafts that came back. */
export const WORD_ISSUES = {
  "word/bookmarks-lost": define<{ count: number }>(
    "note",
    ({ count }) => `${count}个数的书签已丢失，改按文字逐段对照`,
    () => "复制到新文件、由其他软件另存时会丢书签；请让各单位在原稿上修改",
  ),
  "word/clash": define<{ others: readonly string[]; text: string }>(
    "warning",
    ({ others, text }) => `与${others.join("、")}对同一段的修改不一致：“${text}”`,
    () => "请商定后在意见采纳情况表中写明",
  ),
  "word/damaged": define<{ detail: string }>(
    "error",
    ({ detail }) => `Word 文件已损坏：${detail}`,
    () => "请重新拷贝原文件；仍不行时在 Word 或 WPS 中打开修复，另存为 .docx",
  ),
  "word/encrypted": define<object>(
    "error",
    () => "文件设有打开密码，无法读取",
    () => "请用密码打开，在“文件—信息—保护文档”中清除密码后保存",
  ),
  "word/figure-changed": define<WrongClaim>(
    "error",
    wrongMessage,
    ({ from }) =>
      `${from === "" ? "" : `依据：${from}；`}数由程序按数据生成，这一改动不会写回；确实有误时先改数据再重新编制`,
  ),
  "word/figure-gone": define<{ about: string; figure: string }>(
    "warning",
    ({ about, figure }) => `${about}的“${figure}”被删去`,
    () => "请确认这一句、这一段是否可以没有这个数",
  ),
  "word/figure-moved": define<{ about: string; figure: string; from: string }>(
    "warning",
    ({ about, figure, from }) => `${about}的“${figure}”原在“${from}”，被移到了这里`,
    () => "请核对移动以后数与前后文字是否一致",
  ),
  "word/file-too-large": define<{ size: number; limit: number }>(
    "error",
    ({ size, limit }) => `文件有${size}MB，超过${limit}MB的上限`,
    () => "请删去粘贴的图片和附件后另存",
  ),
  "word/foreign": define<object>(
    "error",
    () => "不是本程序编制的报告，认不出是哪个规划、哪一年，数没有核对",
    () => "请在 report annual 等命令用 --format docx 写出的稿子上修改；只列出修订和批注",
  ),
  "word/formulas": define<{ count: number; shown: string }>(
    "note",
    ({ count, shown }) => `${count}处公式按文字读取并核对，如“${shown}”`,
    () => "写回文字材料后是一行文字，没有公式的排版",
  ),
  "word/missing-file": define<object>(
    "error",
    () => "找不到文件",
    () => "请检查路径，路径中有空格时加引号",
  ),
  "word/not-a-document": define<{ what: string }>(
    "error",
    ({ what }) => `内容是${what}，不是 Word 文档`,
    () => "只改扩展名不能转换格式；请放入 .docx 文件",
  ),
  "word/not-original": define<object>(
    "note",
    () =>
      "这份稿子的底稿与现在编出的报告不完全相同（数据、文字材料或程序有变化），未留痕的改动中可能有这些变化",
    () => "征求意见期间数据有改动的，请重新编制后对照",
  ),
  "word/not-written": define<{ text: string; why: string }>(
    "warning",
    ({ text, why }) => `“${text}”没有写回文字材料：${why}`,
    () => "采纳的请手工处理",
  ),
  "word/number-changed": define<{ written: string; right: string }>(
    "error",
    ({ written, right }) => `程序写的“${right}”改成了“${written}”，数据中没有依据`,
    () => "数由程序按数据算出，这一改动不会写回；确实有误时先改数据再重新编制",
  ),
  "word/old-format": define<{ format: string }>(
    "error",
    ({ format }) => `${format}不能读取`,
    () => SAVE_AS,
  ),
  "word/other-report": define<{ report: string; plans: readonly string[] }>(
    "error",
    ({ report, plans }) => `这是另一份报告（${report}），所核对的规划是${plans.join("、")}，没有核对`,
    () => "请检查是否放错了文件，或用 --plans、--data 指定它所用的规划和数据",
  ),
  "word/pictures": define<{ count: number }>(
    "note",
    ({ count }) => `多了${count}幅图片，其中的文字和数没有核对`,
    () => "图片不进报告；表格请用数据生成，文字请打出来",
  ),
  "word/too-large": define<object>(
    "error",
    () => "文件解压后大得反常，已停止读取",
    () => "若确系修改稿，请把文字复制到新文件，另存为 .docx",
  ),
  "word/too-long": define<{ what: keyof typeof BEYOND; limit: number }>(
    "error",
    ({ what, limit }) => `${BEYOND[what].said(inTens(limit))}，不像一份报告的修改稿，未读取`,
    ({ what }) => BEYOND[what].next,
  ),
  "word/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件读不出来：${reason}`,
    () => "请关闭正在使用它的程序，并确认有读取权限",
  ),
  "word/withheld": define<{
    name: string;
    written: string;
    why: "internal" | "small" | "derived";
    within: string;
  }>(
    "error",
    ({ name, written, why, within }) => `公开版${WITHHELD_WHY[why](name)}，${within}写着“${written}”`,
    () => "请改回或删去；这一改动不会写回",
  ),
} as const;
