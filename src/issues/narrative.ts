import { define } from "./definition.js";

/** What a text claims, and what the facts say of it. */
export interface WrongClaim {
  /** 孕产妇系统管理率2025年 */
  about: string;
  written: string;
  right: string;
  /** The cells it rests on; "" where none. */
  from: string;
}

/** What is told as a sentence of its own: 按数据，没有这个数. */
const SENTENCE = /^(?:由|没有|缺报|不|已经|未)/u;

export function wrongMessage({ about, written, right }: WrongClaim): string {
  return `${about}写作“${written}”，按数据${SENTENCE.test(right) ? "，" : "为"}${right}`;
}

function wrongHint({ from }: WrongClaim): string {
  return from === "" ? "请改正文字；数据有误时先改数据" : `依据：${from}；请改正文字，数据有误时先改数据`;
}

/** As many sentences of a part as a message holds. */
const MOST_SENTENCES = 3;

function changed(then: readonly string[], now: readonly string[]): string {
  if (then.length === 0) return `自动生成的文字现在多出${quoted(now)}`;
  if (now.length === 0) return `当时自动生成的${quoted(then)}，现在没有了`;
  return `当时自动生成的是${quoted(then)}，现在是${quoted(now)}`;
}

function quoted(sentences: readonly string[]): string {
  const more = sentences.length > MOST_SENTENCES ? `等${sentences.length}句` : "";
  return `“${sentences.slice(0, MOST_SENTENCES).join("")}”${more}`;
}

/** As many headings as a message names. */
const MOST_HEADINGS = 3;

function toldHeadings(headings: readonly string[]): string {
  const named = headings.slice(0, MOST_HEADINGS).map((heading) => `“${heading}”`);
  return `${named.join("")}${headings.length > MOST_HEADINGS ? `等${headings.length}节` : ""}`;
}

/** Findings in what people write, in Markdown. */
export const NARRATIVE_ISSUES = {
  "narrative/blank": define<{ shown: string }>(
    "error",
    ({ shown }) => `“${shown}”处没有填写`,
    () => "请补上数字或文字，或删去这一句",
  ),
  "narrative/duplicate-heading": define<{ heading: string; first: string }>(
    "error",
    ({ heading, first }) => `标题“${heading}”在${first}已经有了，这里的文字没有采用`,
    () => "请把两处合并到一个标题下",
  ),
  "narrative/dropped-with-text": define<object>(
    "error",
    () => "同一标题下既写了〔不写〕，又有文字",
    () => "不要这一部分的，删去文字；要用自己的文字的，删去〔不写〕",
  ),
  "narrative/empty-section": define<{ headings: readonly string[] }>(
    "note",
    ({ headings }) =>
      headings.length === 1
        ? `标题“${headings.join("")}”下没有文字，这一部分不印`
        : `标题“${headings.slice(0, 1).join("")}”等${headings.length}处没有文字，这些部分不印`,
    () => "可以不写；写在标题下就印在该领域一章中",
  ),
  "narrative/format-dropped": define<{ what: string }>(
    "warning",
    ({ what }) => `${what}的格式不进报告，只保留文字`,
    () => "文字可以用标题、段落、列表和 **加粗**",
  ),
  "narrative/gb18030": define<object>(
    "note",
    () => "文件不是 UTF-8 编码，已按 GB18030（简体中文 Windows 的“ANSI”）读取",
    () => "如有乱码，请用“记事本”打开，另存为时编码选 UTF-8",
  ),
  "narrative/idle-mark": define<{ generated: boolean }>(
    "warning",
    ({ generated }) =>
      generated
        ? "一个标题下只能有一处〔自动〕，这一处不起作用"
        : "这一部分没有自动生成的文字，〔自动〕不起作用",
    () => "请删去这一行",
  ),
  "narrative/missing-section": define<{ heading: string; report: string; fileExists: boolean }>(
    "error",
    ({ heading, report, fileExists }) =>
      fileExists ? `${report}必需的“${heading}”没有文字` : `没有这个文件，${report}缺少“${heading}”`,
    ({ heading }) => `请在该文件中写一行“# ${heading}”，正文写在下面；先看初稿请加 --draft`,
  ),
  "narrative/not-printed": define<{ what: string }>(
    "error",
    ({ what }) => `${what}不能进报告`,
    ({ what }) => {
      if (what === "列数不齐的表格") return "请使表头、分隔行（| --- | --- |）和各行的列数相同";
      if (what.includes("脚注"))
        return "在文字中写[^1]，另起一行写“[^1]: 脚注内容”，两处的编号相同；表格的说明写在表下的“注：”中";
      if (what === "有合并单元格的表格") return "请拆分合并的单元格，使各行的列数相同";
      return "请改写成段落、列表或表格；图由程序生成";
    },
  ),
  "narrative/not-text": define<object>(
    "error",
    () => "文件的文字编码无法识别",
    () => "请用“记事本”打开，另存为时编码选 UTF-8；Word 文档请把文字复制过来",
  ),
  "narrative/odd-year": define<{ shown: string; first: number; last: number }>(
    "warning",
    ({ shown, first, last }) => `“${shown}”不在${first}—${last}年之间，可能写错了`,
    () => "请核对年份",
  ),
  "narrative/other-report": define<{ headings: readonly string[] }>(
    "note",
    ({ headings }) => `${toldHeadings(headings)}是别的报告的部分，本报告不印`,
    () => "本报告也要用的，请移到本报告有的标题下",
  ),
  "narrative/other-region": define<{ name: string; region: string }>(
    "warning",
    ({ name, region }) => `写到了“${name}”，而报告是${region}的`,
    () => "请核对是否为套用其他地方的材料时留下的",
  ),
  "narrative/placeholder": define<{ shown: string }>(
    "error",
    ({ shown }) => `“${shown}”像是待替换的占位文字`,
    ({ shown }) =>
      shown === "**" ? "若要加粗，请在文字前后各写两个星号，同在一段里" : "请换成实际内容，或删去",
  ),
  "narrative/raw-html": define<{ shown: string }>(
    "error",
    ({ shown }) => `网页代码“${shown}”不能进报告`,
    () => "请删去尖括号里的代码，只留文字；加粗写成 **文字**",
  ),
  "narrative/reference-missing": define<{ label: string; report: string; known: readonly string[] }>(
    "warning",
    ({ label, report }) => `写到“${label}”，${report}中没有${label}`,
    ({ known: [first, ...others] }) => {
      const last = others.at(-1);
      const range = last === undefined ? first : `${first}至${last}`;
      const own =
        first === undefined ? "请改成报告中有的编号，或不写编号" : `报告中有的是${range}，请改成要指的那一处`;
      return `${own}；指其他文件的附件请写明文件名，如“《通知》附件1”`;
    },
  ),
  "narrative/reference-moved": define<{
    label: string;
    before: string;
    /** The number that bears the title now; null where none does. */
    moved: string | null;
    /** What bears the label now; null where nothing does. */
    title: string | null;
  }>(
    "warning",
    ({ label, before, moved, title }) => {
      const then = `写到“${label}”，写成时是“${before}”`;
      const gone = moved === null ? "现在报告中没有这个题目" : `现在它是${moved}`;
      return `${then}，${gone}，${title === null ? `也没有${label}` : `${label}是“${title}”`}`;
    },
    () => "请核对该指哪一处；核对后再运行一次 --write-narrative 即不再提示",
  ),
  "narrative/sign-lost": define<{ name: string; shown: string; unit: string }>(
    "error",
    ({ name, shown }) => `${name}的“${shown}”后面没有计量单位`,
    ({ shown, unit }) => `请写成“${shown}${unit}”`,
  ),
  "narrative/out-of-date": define<{ heading: string; then: readonly string[]; now: readonly string[] }>(
    "warning",
    ({ heading, then, now }) => `“${heading}”写成以后数据有了变化：${changed(then, now)}`,
    () => "请按现在的数据修改这一部分；改好后再运行一次 --write-narrative 即不再提示，删去文字则照常自动生成",
  ),
  "narrative/overridden": define<{ by: string }>(
    "note",
    ({ by }) => `${by} 中另写了这一部分，这里的文字没有采用`,
    () => "两处只留一处",
  ),
  "narrative/own-draft": define<object>(
    "error",
    () => "这是本程序编出的报告，不能当作文字材料",
    () => "改过的报告请用 report recheck 文件名 --write，把人改的文字写回文字材料",
  ),
  "narrative/note-below": define<object>(
    "note",
    () => "标题的脚注，标记印在下面一段的末尾",
    () => "标题还要编入目录，不带脚注的标记；要放在别处的，把[^1]写到那里",
  ),
  "narrative/own-heading": define<{ heading: string; under: string; nearest: string }>(
    "warning",
    ({ heading, under }) => `“${heading}”不是报告中“${under}”一部分的标题，作为自拟标题印在那里`,
    ({ nearest }) => `若要写“${nearest}”，请改成这个标题，并放在它所在的标题之下`,
  ),
  "narrative/table-number": define<{ number: string; title: string }>(
    "note",
    ({ number, title }) => `“表${number}　${title}”的表号由报告统一编排，不用原来的“表${number}”`,
    () => "文中提到这张表的，请写“见下表”，不写表号；表题可以只写“表 标题”",
  ),
  "narrative/text-outside": define<object>(
    "error",
    () => "第一个标题之前的文字不进报告",
    () => "标题要以“#”开头，如“# 对策建议”",
  ),
  "narrative/too-large": define<{ limit: string }>(
    "error",
    ({ limit }) => `文件超过${limit}，未读取`,
    () => "请只留报告要用的文字",
  ),
  "narrative/too-many": define<{ told: number; left: number }>(
    "warning",
    ({ told, left }) => `问题太多，只列出${told}个，另有${left}个未列出`,
    () => "请先改正已列出的，再检查一次；问题多得反常时请看是否放错了文件",
  ),
  "narrative/typed-number": define<{ shown: string; title: string }>(
    "warning",
    ({ shown }) => `“${shown}”像是标题，按正文印出，“一、”与报告各章的序号相同`,
    ({ title }) => `作标题的写成“## ${title}”（比所在标题多一个#），序号由报告统一编排；作正文的不写“一、”`,
  ),
  "narrative/unknown-file": define<{ nearest: string | null; ids: readonly string[] }>(
    "warning",
    () => "没有报告会用到这个文件",
    ({ nearest, ids }) =>
      nearest === null
        ? `文件名应为“规划编号-年份.md”或“规划编号-年份-单位.docx”，如${ids.map((id) => `${id}-2025.md`).join("、")}`
        : `是否要写“${nearest}”？`,
  ),
  "narrative/unknown-heading": define<{ heading: string; nearest: string | null; known: readonly string[] }>(
    "error",
    ({ heading }) => `没有“${heading}”这个标题，它下面的文字没有采用`,
    ({ nearest, known }) =>
      `${nearest === null ? "" : `是否要写“${nearest}”？`}可用的标题：${known.join("、")}`,
  ),
  "narrative/unsettled": define<{ changes: number; comments: number }>(
    "warning",
    ({ changes, comments }) =>
      [
        ...(changes === 0 ? [] : [`有${changes}处修订没有接受或拒绝，按全部接受后的文字采用`]),
        ...(comments === 0 ? [] : [`有${comments}条批注，不进报告`]),
      ].join("；"),
    () => "请在 Word 或 WPS 中处理完修订和批注再放入",
  ),
  "narrative/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件读不出来：${reason}`,
    () => "请检查文件是否被占用、有没有读取权限",
  ),
  "narrative/written-unreadable": define<{ reason: string }>(
    "warning",
    ({ reason }) => `读不出来：${reason}；哪些文字写成以后数据有了变化，无法提示`,
    () => "这个文件由程序写出，不要手工修改；有备份的请恢复，没有的请删去它",
  ),
  "narrative/wrong-change": define<WrongClaim>("error", wrongMessage, wrongHint),
  "narrative/wrong-figure": define<WrongClaim & { pointLost: boolean }>(
    "error",
    (args) => `${wrongMessage(args)}${args.pointLost ? "，可能丢了小数点" : ""}`,
    wrongHint,
  ),
  "narrative/wrong-goal": define<WrongClaim>("error", wrongMessage, wrongHint),
  "narrative/wrong-status": define<WrongClaim>("error", wrongMessage, wrongHint),
  "narrative/wrong-sum": define<WrongClaim>(
    "error",
    ({ about, written, right }) => `“${written}”与同一句的数字不符：${about}，应为${right}`,
    () => "请核对句中的数字",
  ),
} as const;
