export type Severity = "error" | "warning" | "note";

/** One kind of finding: how bad it is and how it is worded. Codes are stable; wording may change. */
export interface IssueDefinition<A> {
  severity: Severity;
  message: (args: A) => string;
  hint?: (args: A) => string;
}

function define<A>(
  severity: Severity,
  message: (args: A) => string,
  hint?: (args: A) => string,
): IssueDefinition<A> {
  return hint ? { severity, message, hint } : { severity, message };
}

/** How to write what a key of a plan file expects. */
const WRITE_AS: Record<string, string> = {
  文字: "数字作文字用时请加半角双引号",
  数: "请写半角数字，不加引号和单位",
  整数: "请写半角数字，不加引号和小数",
  列表: "请用半角方括号括起来，如 [甲, 乙]",
};

/**
 * The table of codes and severities. Error: the figure is refused and no report is printed (except
 * as 初稿 with --draft). Warning: the figure stands, a person should look. Note: what the reader did
 * to a cell beyond reading a number.
 */
export const ISSUES = {
  // plan
  "plan/band-upside-down": define<object>(
    "error",
    () => "平衡范围的下限不小于上限",
    () => "请检查 low 和 high",
  ),
  "plan/bad-format": define<{ key: string; value: string; rule: string }>(
    "error",
    ({ key, value }) => `“${key}”的写法“${value}”不对`,
    ({ rule }) => rule,
  ),
  "plan/baseline-out-of-range": define<object>(
    "error",
    () => "基期数超出指标的取值范围",
    () => "请核对基期数，或用 range 写明取值范围",
  ),
  "plan/baseline-too-late": define<{ year: number }>(
    "error",
    ({ year }) => `基期数的年份${year}在规划期内`,
    () => "基期数应早于规划期首年",
  ),
  "plan/comparator-without-figure": define<{ id: string }>(
    "error",
    ({ id }) => `作对照的“${id}”没有自己的数`,
    () => "请改为另一个不含分项的指标",
  ),
  "plan/confirmed-nobody": define<object>(
    "error",
    () => "责任单位标为已核实，却没有写单位",
    () => "请写单位名称，或改为 confirmed: false",
  ),
  "plan/duplicate-id": define<{ id: string }>(
    "error",
    ({ id }) => `编号“${id}”重复`,
    () => "每个编号在一份规划文件里只能用一次",
  ),
  "plan/duplicate-key": define<{ key: string }>(
    "error",
    ({ key }) => `键“${key}”写了两次`,
    () => "请只保留一处",
  ),
  "plan/empty-domain": define<{ name: string }>(
    "error",
    ({ name }) => `领域“${name}”没有指标`,
    () => "请删除该领域，或检查指标的 domain",
  ),
  "plan/empty-target": define<{ text: string }>(
    "error",
    ({ text }) => `目标“${text}”在取值范围内永远达到，可能方向写反了`,
    () => "请检查 kind、目标值和 range",
  ),
  "plan/empty-value": define<{ key: string }>(
    "error",
    ({ key }) => `“${key}”没有内容`,
    () => "请填写，可不写的键请整行删除",
  ),
  "plan/id-of-another-plan": define<{ id: string; other: string }>(
    "error",
    ({ id, other }) => `编号“${id}”在“${other}”中已经用了`,
    () => "同一文件夹里的规划不能共用编号：请改编号，或把规划放在不同的文件夹",
  ),
  "plan/ids-out-of-order": define<{ id: string; before: string }>(
    "error",
    ({ id, before }) => `编号“${id}”排在“${before}”之后，顺序不对`,
    () => "请按规划的顺序排列",
  ),
  "plan/joined-units": define<{ name: string }>(
    "error",
    ({ name }) => `“${name}”把几个单位写在了一起`,
    () => "请一个单位写一项，用半角逗号分开",
  ),
  "plan/missing-key": define<{ key: string }>(
    "error",
    ({ key }) => `缺少“${key}”`,
    () => "请补上这一键",
  ),
  "plan/name-clash": define<{ name: string; holder: string }>(
    "error",
    ({ name, holder }) => `名称“${name}”与“${holder}”的名称或别名相同`,
    () => "工作簿按名称找指标，名称和别名不能重复",
  ),
  "plan/negative-tolerance": define<object>("error", () => "容差不能小于0"),
  "plan/not-a-choice": define<{
    key: string;
    value: string;
    choices: readonly string[];
    nearest: string | null;
  }>(
    "error",
    ({ key, value }) => `“${key}”不能写“${value}”`,
    ({ choices, nearest }) =>
      nearest === null
        ? `可以写：${choices.join("、")}`
        : `是否要写“${nearest}”？可以写：${choices.join("、")}`,
  ),
  "plan/not-a-plan": define<object>(
    "error",
    () => "文件里没有规划的内容",
    () => "规划文件由“键: 值”组成，请参照 plans 文件夹中的规划文件",
  ),
  "plan/not-utf8": define<object>(
    "error",
    () => "文件不是 UTF-8 编码",
    () => "请用“记事本”打开，另存为时编码选 UTF-8",
  ),
  "plan/number-out-of-order": define<{ number: number; expected: number }>(
    "error",
    ({ number, expected }) => `序号${number}不连续，这里应为${expected}`,
    () => "请检查是否漏了一项，或序号写错",
  ),
  "plan/out-of-limits": define<{ key: string; limit: string }>(
    "error",
    ({ key, limit }) => `“${key}”${limit}`,
  ),
  "plan/pace-order": define<object>(
    "error",
    () => "进度比的分界不对",
    () => "onTrack 应大于 slow，两者都在0和1之间",
  ),
  "plan/period-order": define<object>(
    "error",
    () => "规划期的年份不对",
    () => "基期年应早于首年，首年应早于末年",
  ),
  "plan/severity-fixed": define<{ code: string }>(
    "error",
    ({ code }) => `“${code}”的级别不能另设`,
    () =>
      "拒收数据的错误和规划、版式、文字材料的问题级别固定；数据提醒和说明（data/…）可以设为 error、warning 或 note",
  ),
  "plan/single-part": define<object>(
    "error",
    () => "只有一个分项",
    () => "分项至少两个；只有一个数据的指标不写 parts",
  ),
  "plan/syntax": define<{ reason: string }>("error", ({ reason }) => reason),
  "plan/too-few-decimals": define<{ needed: number }>(
    "error",
    ({ needed }) => `显示的小数位数不够，目标值或基期数有${needed}位小数`,
    ({ needed }) => `请改为 decimals: ${needed} 或更多`,
  ),
  "plan/too-large": define<{ limit: string }>(
    "error",
    ({ limit }) => `文件超过${limit}，不像规划文件`,
    () => "请检查是否放错了文件",
  ),
  "plan/too-many-aliases": define<object>(
    "error",
    () => "引用（*）展开得太多",
    () => "请把内容直接写出来",
  ),
  "plan/unknown-alias": define<{ alias: string }>(
    "error",
    ({ alias }) => `引用“*${alias}”没有对应的“&${alias}”`,
    () => "以“*”开头的文字请加半角双引号",
  ),
  "plan/unknown-key": define<{ key: string; nearest: string | null; known: readonly string[] }>(
    "error",
    ({ key }) => `不认识的键“${key}”`,
    ({ nearest, known }) =>
      nearest === null ? `这里可以写的键：${known.join("、")}` : `是否要写“${nearest}”？`,
  ),
  "plan/unreachable-target": define<{ text: string }>(
    "error",
    ({ text }) => `目标“${text}”超出取值范围，永远达不到`,
    () => "请检查 kind 和目标值；可以超过100%的指标请写 range: { max: null }",
  ),
  "plan/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件读不出来（${reason}）`,
    () => "请检查文件是否被占用、有没有读取权限",
  ),
  "plan/unresolved-link": define<{ noun: string; id: string; nearest: string | null }>(
    "error",
    ({ noun, id }) => `没有编号为“${id}”的${noun}`,
    ({ nearest }) => (nearest === null ? "请检查编号" : `是否要写“${nearest}”？`),
  ),
  "plan/unused-series": define<{ id: string; row: string }>(
    "error",
    ({ id, row }) => `指标“${row}”没有用到辅助指标“${id}”`,
    () => "请检查该指标的目标，或删除辅助指标",
  ),
  "plan/wording-disagrees": define<{ text: string; kind: string; readAs: readonly string[] }>(
    "error",
    ({ text, kind }) => `目标文字“${text}”与写明的“${kind}”不符`,
    ({ readAs }) =>
      readAs.length === 0
        ? "看不懂这种写法：请核对原文，或改用“≥94”“＜8”“45左右”“提高”一类的写法"
        : `文字读作：${readAs.join("、")}；请核对 kind、目标值和其他键`,
  ),
  "plan/wrong-type": define<{ key: string; value: string; expected: string }>(
    "error",
    ({ key, value, expected }) => `“${key}”应为${expected}，不能写“${value}”`,
    ({ expected }) => WRITE_AS[expected] ?? "请参照 plans 文件夹中的规划文件",
  ),

  // report
  "report/few-years": define<{ plan: string; years: readonly number[] }>(
    "warning",
    ({ plan, years }) => `${plan}只有${years.join("、")}年的数据，不足三年，看不出变化过程`,
    () => "请补充以往年份的数据；照此印出的评估报告只比较现有年份，不作趋势判断",
  ),

  // render
  "template/broken": define<{ near: string }>(
    "error",
    ({ near }) => `版式文件写法有误，在“${near}”附近`,
    () => "请检查花括号和 {{#if}}、{{#each}} 是否成对，或删去该文件以恢复自带版式",
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
  // workbook
  "workbook/broken-csv": define<{ line: number }>(
    "error",
    ({ line }) => `CSV文件第${line}行附近的引号不成对，无法分列`,
    () => "请在 Excel 或 WPS 中打开检查，另存为 .xlsx 后再放入",
  ),
  "workbook/damaged": define<{ detail: string }>(
    "error",
    ({ detail }) => `工作簿已损坏：${detail}`,
    () => "请重新拷贝原文件；仍不行时在 Excel 或 WPS 中打开修复，另存为 .xlsx",
  ),
  "workbook/date-1904": define<Record<never, never>>(
    "note",
    () => "工作簿采用1904日期系统，日期已换算为1900日期系统",
  ),
  "workbook/empty-file": define<Record<never, never>>(
    "error",
    () => "文件是空的（0字节）",
    () => "请重新拷贝或请填报单位重新报送",
  ),
  "workbook/encrypted": define<Record<never, never>>(
    "error",
    () => "工作簿设有打开密码，无法读取",
    () => "请用密码打开，在“文件—信息—保护工作簿”中清除密码后保存",
  ),
  "workbook/file-too-large": define<{ size: number; limit: number }>(
    "error",
    ({ size, limit }) => `文件有${size}MB，超过${limit}MB的上限`,
    () => "请删去图片、附件和无关工作表后另存",
  ),
  "workbook/inflates-too-far": define<Record<never, never>>(
    "error",
    () => "文件解压后大得反常，已停止读取",
    () => "若文件确系填报表，请把数据复制到新工作簿，另存为 .xlsx",
  ),
  "workbook/missing-file": define<Record<never, never>>(
    "error",
    () => "找不到文件",
    () => "请检查文件是否已被移动、改名或删除",
  ),
  "workbook/no-sheets": define<Record<never, never>>(
    "error",
    () => "工作簿中没有工作表",
    () => "请确认放入的是填报表",
  ),
  "workbook/not-a-file": define<Record<never, never>>(
    "error",
    () => "这不是普通文件（可能是文件夹）",
    () => "请指向 .xlsx 或 .csv 文件",
  ),
  "workbook/not-a-workbook": define<{ what: string }>(
    "error",
    ({ what }) => `内容是${what}，不是工作簿`,
    () => "只改扩展名不能转换格式；请在 Excel 或 WPS 中打开原表，另存为 .xlsx",
  ),
  "workbook/old-format": define<{ format: string }>(
    "error",
    ({ format }) => `${format}不能读取`,
    () => "请在 Excel 或 WPS 中打开，另存为 .xlsx 后再放入",
  ),
  "workbook/stray-cells": define<{ cell: string; count: number }>(
    "warning",
    ({ cell, count }) =>
      count === 1 ? `单元格${cell}远在表格之外，未读取` : `单元格${cell}等${count}处远在表格之外，未读取`,
    () => "若是误填，请删除其所在的行或列后保存；若是数据，请移到表格内",
  ),
  "workbook/too-many": define<{ what: string; limit: number }>(
    "error",
    ({ what, limit }) => `${what}太多，超过${limit}的上限`,
    () => "请删去无关内容，只留填报表后另存",
  ),
  "workbook/unknown-encoding": define<Record<never, never>>(
    "error",
    () => "CSV文件的文字编码无法识别",
    () => "请在 Excel 中打开确认无乱码，另存为 .xlsx，或另存为“CSV UTF-8（逗号分隔）”",
  ),
  "workbook/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件无法读取：${reason}`,
    () => "请关闭正在使用它的程序，并确认有读取权限",
  ),
  "workbook/wrong-extension": define<{ extension: string }>(
    "error",
    ({ extension }) => `扩展名是${extension}，内容却是新版工作簿或压缩包`,
    () => "请在 Excel 或 WPS 中打开确认，另存为 .xlsx",
  ),
  // narrative: what people write, in Markdown
  "narrative/blank": define<{ shown: string }>(
    "error",
    ({ shown }) => `“${shown}”处没有填写`,
    () => "请补上数字或文字，或删去这一句",
  ),
  "narrative/duplicate-heading": define<{ heading: string; line: number }>(
    "error",
    ({ heading, line }) => `标题“${heading}”在第${line}行已经有了，这里的文字没有采用`,
    () => "请把两处合并到一个标题下",
  ),
  "narrative/empty-section": define<{ heading: string }>(
    "warning",
    ({ heading }) => `标题“${heading}”下没有文字`,
    () => "这一部分可以不写；不写时请删去标题",
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
  "narrative/missing-section": define<{ heading: string; report: string; fileExists: boolean }>(
    "error",
    ({ heading, report, fileExists }) =>
      fileExists ? `${report}必需的“${heading}”没有文字` : `没有这个文件，${report}缺少“${heading}”`,
    ({ heading }) => `请在该文件中写一行“# ${heading}”，正文写在下面；先看初稿请加 --draft`,
  ),
  "narrative/not-printed": define<{ what: string }>(
    "error",
    ({ what }) => `${what}不能进报告`,
    () => "请改写成段落或列表；数据表由工作簿生成",
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
  "narrative/other-region": define<{ name: string; region: string }>(
    "warning",
    ({ name, region }) => `写到了“${name}”，而报告是${region}的`,
    () => "请核对是否为套用其他区县材料时留下的",
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
  "narrative/sign-lost": define<{ name: string; shown: string; unit: string }>(
    "error",
    ({ name, shown }) => `${name}的“${shown}”后面没有计量单位`,
    ({ shown, unit }) => `请写成“${shown}${unit}”`,
  ),
  "narrative/text-outside": define<{ under: string }>(
    "error",
    ({ under }) =>
      under === ""
        ? "第一个标题之前的文字不进报告"
        : `“${under}”下要先有“工作措施”或“建议”，这里的文字不进报告`,
    ({ under }) => (under === "" ? "标题要以“#”开头，如“# 对策建议”" : "请加一行“## 工作措施”或“## 建议”"),
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
  "narrative/unknown-file": define<{ nearest: string | null; ids: readonly string[] }>(
    "warning",
    () => "没有报告会用到这个文件",
    ({ nearest, ids }) =>
      nearest === null
        ? `文件名应为“规划编号-年份.md”，如${ids.map((id) => `${id}-2025.md`).join("、")}`
        : `是否要写“${nearest}”？`,
  ),
  "narrative/unknown-heading": define<{ heading: string; nearest: string | null; known: readonly string[] }>(
    "error",
    ({ heading }) => `没有“${heading}”这个标题，它下面的文字没有采用`,
    ({ nearest, known }) =>
      `${nearest === null ? "" : `是否要写“${nearest}”？`}可用的标题：${known.join("、")}`,
  ),
  "narrative/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件读不出来：${reason}`,
    () => "请检查文件是否被占用、有没有读取权限",
  ),
  "narrative/wrong-change": define<{
    name: string;
    year: number;
    base: number;
    written: string;
    right: string;
    figures: string;
    cells: string;
  }>(
    "error",
    ({ name, year, base, written, right }) =>
      `${name}${year}年比${base}年的变化写作“${written}”，按数据是${right}`,
    ({ figures, cells }) => `${figures}，见${cells}`,
  ),
  "narrative/wrong-figure": define<{
    name: string;
    year: number;
    written: string;
    right: string;
    pointLost: boolean;
    cell: string;
  }>(
    "error",
    ({ name, year, written, right, pointLost }) =>
      `${name}${year}年写作${written}，数据是${right}${pointLost ? "，可能丢了小数点" : ""}`,
    ({ cell }) => `数据见${cell}；请改正文字，数据有误时先改数据`,
  ),
  // data: what stands in the cells of the bureau's workbooks
  "data/ambiguous-name": define<{ name: string; candidates: readonly string[] }>(
    "error",
    ({ name, candidates }) => `“${name}”对应多个指标：${candidates.join("、")}，未读取`,
    () => "请在“编号”列填写指标编号",
  ),
  "data/baseline-differs": define<{
    name: string;
    year: number;
    reported: string;
    text: string;
    clause: string;
    doubtful: string | null;
  }>(
    "warning",
    ({ name, year, reported, text, clause }) =>
      `${name}${year}年填报${reported}，规划原文为${text}（“${clause}”），按填报数计算`,
    ({ doubtful }) =>
      doubtful === null ? "请核实两个数的口径和年份，并在备注中说明" : `规划原文的数本身存疑：${doubtful}`,
  ),
  "data/below-unit": define<Record<never, never>>(
    "warning",
    () => "“…”表示不足最小单位，按缺项处理",
    () => "请填写具体数值",
  ),
  "data/cell-error": define<{ shown: string }>(
    "error",
    ({ shown }) => `单元格是错误值${shown}，未读取`,
    () => "请改正公式，或直接填写数值",
  ),
  "data/code-contradicts-name": define<{ code: string; expected: string; name: string; other: string }>(
    "error",
    ({ code, expected, name, other }) => `编号${code}是“${expected}”，名称却是“${name}”（${other}），未读取`,
    () => "请核对后改正编号或名称",
  ),
  "data/code-unlike-name": define<{ code: string; name: string; expected: string }>(
    "warning",
    ({ code, name, expected }) => `编号“${code}”旁的名称“${name}”与“${expected}”不像，已按“${expected}”读取`,
    () => "请核对编号；名称无误时可在规划文件的 aliases 中登记",
  ),
  "data/compound-value": define<{ name: string; parts: readonly string[] }>(
    "warning",
    ({ name }) => `“${name}”含几项数据，不能只填一个数，未读取`,
    ({ parts }) => `请分行填写：${parts.join("、")}`,
  ),
  "data/conflict": define<{
    indicator: string;
    year: number;
    first: { display: string; cell: string };
    second: { display: string; cell: string };
  }>(
    "error",
    ({ indicator, year, first, second }) =>
      `${indicator} ${year}年有两个不同的数：${first.cell}为${first.display}，${second.cell}为${second.display}，均未采用`,
    () => "请核实后保留一个",
  ),
  "data/date": define<{ shown: string }>(
    "error",
    ({ shown }) => `单元格是日期或时间“${shown}”，未读取`,
    () => "多半是Excel自动转换：请把单元格设为文本或数值格式后重填",
  ),
  "data/district-outside": define<{
    name: string;
    year: number;
    grouping: string;
    district: string;
    least: string;
    greatest: string;
  }>(
    "warning",
    ({ name, year, grouping, district, least, greatest }) =>
      `${name}${year}年全区为${district}，与分${grouping}数据不符（最小${least}，最大${greatest}）`,
    () => "请核实全区数和分组数的口径、计量单位",
  ),
  "data/flat-series": define<{ name: string; first: number; last: number; display: string }>(
    "warning",
    ({ name, first, last, display }) => `${name}${first}—${last}年的数完全相同（${display}）`,
    () => "请核实是否沿用了上年的数；确无变化请在备注中说明",
  ),
  "data/group-conflict": define<{
    indicator: string;
    year: number;
    group: string;
    first: { display: string; cell: string };
    second: { display: string; cell: string };
  }>(
    "error",
    ({ indicator, year, group, first, second }) =>
      `${indicator} ${year}年${group}有两个不同的数：${first.cell}为${first.display}，${second.cell}为${second.display}，均未采用`,
    () => "请核实后保留一个",
  ),
  "data/group-revised": define<{
    indicator: string;
    year: number;
    group: string;
    first: { display: string; cell: string };
    second: { display: string; cell: string };
  }>(
    "warning",
    ({ indicator, year, group, first, second }) =>
      `${indicator} ${year}年${group}由${second.display}（${second.cell}）改为${first.display}，按较新的表计算`,
  ),
  "data/group-total": define<{ group: string; grouping: string }>(
    "note",
    ({ group, grouping }) => `“${group}”是汇总行，不作为${grouping}读取`,
  ),
  "data/hidden-sheet": define<Record<never, never>>(
    "note",
    () => "隐藏的工作表，未读取",
    () => "需要读取时请取消隐藏",
  ),
  "data/idle-silence": define<{ code: string; cell: string }>(
    "warning",
    ({ code, cell }) => `${cell}没有“${code}”这一问题，这条免提醒不起作用`,
    () => "问题已改正的请删去这一条；否则请核对文件、工作表和单元格",
  ),
  "data/jump": define<{ name: string; year: number; before: string; now: string; times: number }>(
    "warning",
    ({ name, year, before, now, times }) =>
      `${name}由${before}变为${year}年${now}，变动超过其他年份的${times}倍`,
    () => "请核实是否填错或口径调整；属实的请在 manifest.yaml 的 silences 中写明理由",
  ),
  "data/manifest-key": define<{ key: string; nearest: string | null; keys: readonly string[] }>(
    "error",
    ({ key }) => `不认识的键“${key}”`,
    ({ nearest, keys }) => (nearest === null ? `可用的键：${keys.join("、")}` : `是否要写“${nearest}”？`),
  ),
  "data/manifest-value": define<{ key: string; allowed: readonly string[] }>(
    "error",
    ({ key }) => (key === "" ? "内容应是“键: 值”的清单" : `“${key}”的值不合要求`),
    ({ allowed }) => (allowed.length === 0 ? "应填写文字" : `可以填写：${allowed.join("、")}`),
  ),
  "data/merged-value": define<Record<never, never>>(
    "warning",
    () => "数值单元格被合并，只计入合并区域的第一行，本行按缺项处理",
    () => "请取消合并，逐行填写",
  ),
  "data/missing-two-years": define<{ id: string; name: string; latest: number; last: number | null }>(
    "warning",
    ({ id, name, latest, last }) =>
      `${id} ${name}${latest - 1}年、${latest}年都没有数据（${last === null ? "从未报送" : `最近为${last}年`}）`,
    () => "请向责任单位催报；无统计渠道的建议开展专项统计调查",
  ),
  "data/negative": define<{ shown: string }>(
    "error",
    ({ shown }) => `负数${shown}不是有效数值，未读取`,
    () => "卫生统计中-2等负数是“未开展”“未收集”的代码：没有数据请填“—”",
  ),
  "data/no-row-year": define<Record<never, never>>(
    "error",
    () => "看不出是哪一年的数据，未读取",
    () => "请在“年份”列填写四位年份，如2025",
  ),
  "data/no-rows": define<{ count: number }>(
    "warning",
    ({ count }) => `${count}行数据中没有一行是规划指标`,
    () => "指标名称请与规划一致，或填写编号（如W04、C12）",
  ),
  "data/no-status": define<{ project: string; year: number; allowed: readonly string[] }>(
    "error",
    ({ project, year }) => `${project} ${year}年没有填写进展状态，未读取`,
    ({ allowed }) => `请填写：${allowed.join("、")}`,
  ),
  "data/no-year": define<Record<never, never>>(
    "error",
    () => "看不出是哪一年的填报表，整张表未读取",
    () => "请在标题或文件名中写明年份，如“2025年度”",
  ),
  "data/not-a-number": define<{ shown: string }>(
    "error",
    ({ shown }) => `“${shown}”不是数值，未读取`,
    () => "请只填数值，说明写在备注；没有数据请填“—”",
  ),
  "data/numerator-exceeds": define<{ numerator: string; denominator: string; other: string }>(
    "error",
    ({ numerator, denominator, other }) =>
      `分子${numerator}大于分母${denominator}（${other}），或分母为0，分子分母未采用`,
    () => "请核实分子、分母是否填反",
  ),
  "data/order-broken": define<{ year: number; lower: string; upper: string; cell: string; note: string }>(
    "warning",
    ({ year, lower, upper, cell }) => `${year}年${lower}，大于${upper}（${cell}）`,
    ({ note }) => note,
  ),
  "data/out-of-range": define<{ shown: string; min: string; max: string | null }>(
    "error",
    ({ shown, min, max }) =>
      max === null ? `${shown}小于最小可能值${min}，未读取` : `${shown}超出${min}—${max}的范围，未读取`,
    () => "请核实小数点和计量单位",
  ),
  "data/percent-format": define<{ shown: string; unit: string }>(
    "error",
    ({ shown, unit }) =>
      `单元格是百分比格式（${shown}），而计量单位${unit === "" ? "不是%" : `是${unit}`}，未读取`,
    () => "请改为常规格式，按计量单位重填数值",
  ),
  "data/rate-differs": define<{
    name: string;
    reported: string;
    computed: string;
    unit: string;
    fraction: string;
  }>(
    "warning",
    ({ name, reported, computed, unit, fraction }) =>
      `${name}填报${reported}，按分子分母（${fraction}）计算为${computed}${unit}`,
    () => "请核实填报数或分子、分母",
  ),
  "data/ratio-below-one": define<{ shown: string }>(
    "error",
    ({ shown }) => `男女厕位比填作“${shown}”，分不清是男比女还是女比男，未读取`,
    () => "请写成“男：女”的形式，如2：3",
  ),
  "data/reason-beside-figure": define<{ shown: string; reason: string }>(
    "warning",
    ({ shown, reason }) => `已填数值${shown}，又填了缺报原因“${reason}”，按数值读取`,
    () => "有数据时请清空缺报原因；数值不可用时请清空数值",
  ),
  "data/revised": define<{ name: string; year: number; old: string; now: string; cell: string }>(
    "note",
    ({ name, year, old, now, cell }) => `${name}${year}年由${old}（${cell}）修订为${now}`,
  ),
  "data/second-column": define<{ heading: string }>(
    "warning",
    ({ heading }) => `还有一列“${heading}”，只读取第一列`,
    () => "请只保留一列本年数",
  ),
  "data/shares-sum": define<{ name: string; year: number; groups: readonly string[]; sum: string }>(
    "warning",
    ({ name, year, groups, sum }) => `${name}${year}年各组合计${sum}%，不是100%（${groups.join("，")}）`,
    () => "请核实各组的比重",
  ),
  "data/silence-code": define<{ code: string; nearest: string | null }>(
    "error",
    ({ code }) => `“${code}”不是可以免提醒的问题`,
    ({ nearest }) =>
      nearest === null
        ? "请照抄 report validate 列出的提醒代码，如 data/jump；错误不能免提醒"
        : `是否要写“${nearest}”？错误不能免提醒`,
  ),
  "data/small-numbers": define<{
    name: string;
    year: number;
    events: string;
    limit: number;
    interval: string;
  }>(
    "note",
    ({ name, year, events, limit, interval }) =>
      `${name}${year}年为${events}例，少于${limit}例，95%置信区间为${interval}`,
  ),
  "data/statuses-differ": define<{ project: string; year: number; stated: readonly string[]; kept: string }>(
    "warning",
    ({ project, year, stated, kept }) =>
      `${project} ${year}年各行进展状态不同（${stated.join("、")}），按“${kept}”计`,
    () => "请核实项目总体进展",
  ),
  "data/uncalculated": define<Record<never, never>>(
    "error",
    () => "公式没有保存计算结果，未读取",
    () => "请在 Excel 或 WPS 中打开、重新计算并保存，或直接填写数值",
  ),
  "data/unit-differs": define<{ name: string; shown: string; unit: string }>(
    "warning",
    ({ name, shown, unit }) =>
      `${name}的计量单位写作“${shown}”，数值按${unit === "" ? "无单位" : `“${unit}”`}读取`,
    () => "请核实数值是否需要换算",
  ),
  "data/unit-slip": define<{ name: string; unit: string; display: string; times: string; right: string }>(
    "warning",
    ({ name, display, times, right }) => `${name}为${display}，与其他年份相差约${times}倍，可能应为${right}`,
    ({ unit }) =>
      unit === "%"
        ? "计量单位是%时，94.12%填94.12，不填0.9412"
        : `请核实小数点和计量单位${unit === "" ? "" : `（按“${unit}”填）`}`,
  ),
  "data/units-below-target": define<{
    name: string;
    year: number;
    target: string;
    units: readonly string[];
  }>(
    "note",
    ({ name, year, target, units }) =>
      `${name}${year}年有${units.length}个未达到目标（${target}）：${units.slice(0, 10).join("、")}${units.length > 10 ? "等" : ""}`,
  ),
  "data/units-missing": define<{
    name: string;
    year: number;
    grouping: string;
    reported: number;
    expected: number;
    missing: readonly string[];
  }>(
    "warning",
    ({ name, year, grouping, reported, expected, missing }) =>
      `${name}${year}年只有${reported}个${grouping}报送，应有${expected}个${missing.length === 0 ? "" : `，以往报送过的${missing.join("、")}没有数据`}`,
    () => "请催报；按已报送的单位判定，并注明数据不完整",
  ),
  "data/unknown-code": define<{ code: string; nearest: string | null }>(
    "warning",
    ({ code }) => `没有编号为“${code}”的指标，该行未读取`,
    ({ nearest }) => (nearest === null ? "请对照规划核对编号" : `是否要写“${nearest}”？`),
  ),
  "data/unknown-grouping": define<{ grouping: string; group: string; allowed: readonly string[] }>(
    "error",
    ({ grouping, group }) =>
      group === ""
        ? "没有填写组别，未读取"
        : grouping === ""
          ? "没有填写分组，未读取"
          : `不认识的分组“${grouping}”，未读取`,
    ({ allowed }) => `分组请填：${allowed.join("、")}；组别填具体名称`,
  ),
  "data/unknown-project": define<{ name: string; nearest: string | null }>(
    "warning",
    ({ name }) => `“${name}”不是规划的重点项目，未读取`,
    ({ nearest }) => (nearest === null ? "请填写项目编号（如WP01、CP10）" : `是否是“${nearest}”？`),
  ),
  "data/unknown-status": define<{ stated: string; allowed: readonly string[] }>(
    "error",
    ({ stated }) => `不认识的进展状态“${stated}”，未读取`,
    ({ allowed }) => `请填写：${allowed.join("、")}`,
  ),
  "data/unmatched-names": define<{
    count: number;
    close: readonly { name: string; cell: string; nearest: string }[];
    more: boolean;
  }>(
    "warning",
    ({ count, close, more }) =>
      `${count}行不是规划指标，未读取，其中有的名称与规划相近：${close.map(({ cell, name, nearest }) => `${cell}“${name}”近似“${nearest}”`).join("；")}${more ? "等" : ""}`,
    () => "若是同一指标，请改用规划的名称，或填写编号",
  ),
  "data/unread-column": define<{ heading: string }>(
    "warning",
    ({ heading }) => `列“${heading}”看不出是否为年度数据，未读取`,
    () => "年度数据的列名请写成“2025年”",
  ),
  "data/unrecognised-sheet": define<{ nearest: string | null; kinds: readonly string[] }>(
    "warning",
    ({ nearest }) =>
      nearest === null ? "看不出是哪种表，未读取" : `名称像“${nearest}”，但没有找到它的表头，未读取`,
    ({ kinds }) => `封面、说明可以不理会；是数据表的，前20行内应有表头：${kinds.join("；")}`,
  ),
  "data/year-conflict": define<{ title: readonly number[]; file: readonly number[] }>(
    "error",
    ({ title, file }) =>
      `标题写的是${title.join("、") || "（无）"}年，文件名写的是${file.join("、") || "（无）"}年，整张表未读取`,
    () => "请改正标题或文件名，使填报年份一致且只有一个",
  ),
  "data/year-outside": define<{ year: number; first: number; last: number }>(
    "note",
    ({ year, first, last }) => `${year}年的列在${first}—${last}年之外，未读取`,
  ),
  // ledger: the monitoring database and what is collected into it
  "ledger/accepted-elsewhere": define<{
    indicator: string;
    year: number;
    group: string;
    shown: string;
    accepted: string;
  }>(
    "note",
    ({ indicator, year, group, shown, accepted }) =>
      `${indicator} ${year}年${group}报${shown}，已按 --accept 采用${accepted}，本数记为“未采用”`,
  ),
  "ledger/changed-line": define<object>(
    "error",
    () => "本行与采集时写入的不一致，未读取",
    () => "监测数据库不能手工修改：请从备份或 git 恢复该文件；数据有误时请单位重报后用 report collect 采集",
  ),
  "ledger/conflict": define<{
    indicator: string;
    year: number;
    group: string;
    first: { display: string; cell: string };
    second: { display: string; cell: string };
    /** Workbooks that can be accepted. */
    files: readonly string[];
  }>(
    "error",
    ({ indicator, year, group, first, second }) =>
      `${indicator} ${year}年${group}有两个不同的数：${first.cell}为${first.display}，${second.cell}为${second.display}，新报的数均未入库`,
    ({ files }) =>
      `请核实后用 --accept 指明以哪个文件为准：${files.map((file) => `--accept "${file}"`).join(" 或 ")}`,
  ),
  "ledger/differs": define<{
    indicator: string;
    year: number;
    group: string;
    shown: string;
    recorded: { display: string; cell: string } | null;
  }>(
    "error",
    ({ indicator, year, group, shown, recorded }) =>
      `${indicator} ${year}年${group}为${shown}，监测数据库中${recorded === null ? "是缺报" : `是${recorded.display}（${recorded.cell}）`}，按数据库计算`,
    () => "以本表为准时请用 report collect 采集本文件；以数据库为准时请改正本表，或把它移出数据文件夹",
  ),
  "ledger/head": define<object>(
    "error",
    () => "第一行不是监测数据库的表头，整个文件未读取",
    () => "请从备份或 git 恢复该文件；不是监测数据库的文件请改名",
  ),
  "ledger/no-unit": define<object>(
    "warning",
    () => "看不出是哪个单位填报的，按文件名记录",
    () => "请在表上方写“填报单位：”和单位名称，或在文件名中写明单位",
  ),
  "ledger/not-collected": define<{ count: number }>(
    "warning",
    ({ count }) => `有${count}个数监测数据库中没有，暂按本表计算`,
    () => "请用 report collect 采集本文件，使修订有据可查",
  ),
  "ledger/not-utf8": define<object>(
    "error",
    () => "监测数据库不是 UTF-8 编码，整个文件未读取",
    () => "多半是用 Excel 另存过：请从备份或 git 恢复该文件，查看时不要保存",
  ),
  "ledger/out-of-sequence": define<{ number: number; expected: number }>(
    "error",
    ({ number, expected }) => `序号是${number}，应为${expected}：前面有行被删除、移动或重复`,
    () => "监测数据库只能追加：请从备份或 git 恢复该文件",
  ),
  "ledger/project-differs": define<{ project: string; year: number }>(
    "error",
    ({ project, year }) => `${project} ${year}年的进展状态或完成数与监测数据库不一致，按数据库计算`,
    () => "以本表为准时请用 report collect 采集本文件；以数据库为准时请改正本表，或把它移出数据文件夹",
  ),
  "ledger/unit-differs": define<{ id: string; recorded: string; unit: string }>(
    "error",
    ({ id, recorded, unit }) =>
      `${id}入库时的计量单位是“${recorded}”，规划文件现为“${unit}”，该指标的数均未读取`,
    () => "请核对规划文件的 unit；确已更改计量单位的，请另编指标编号",
  ),
  "ledger/unknown-id": define<{ id: string; count: number }>(
    "warning",
    ({ id, count }) => `监测数据库中有${count}行“${id}”的数据，规划中没有这个编号，未读取`,
    () => "请核对规划文件中的编号",
  ),
  "ledger/withdrawn": define<{
    indicator: string;
    year: number;
    reason: string;
    old: { display: string; cell: string };
  }>(
    "warning",
    ({ indicator, year, reason, old }) =>
      `${indicator} ${year}年原报${old.display}（${old.cell}），后改为缺报${reason === "" ? "" : `（${reason}）`}`,
    () => "请与填报单位核实",
  ),
} as const;

export type IssueCode = keyof typeof ISSUES;
