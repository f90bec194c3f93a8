import { spansText } from "../terms/spans.js";
import { define } from "./definition.js";
import { defineFault, defineFaults } from "./yaml.js";

/** One of two figures for the same thing, and where it stands. */
export interface Told {
  display: string;
  cell: string;
}

/** What reading sheets, cells and the manifest finds. */
export const DATA_ISSUES = {
  "data/ambiguous-name": define<{ row: number; name: string; candidates: readonly string[] }>(
    "error",
    ({ row, name, candidates }) => `“${name}”对应多个指标：${candidates.join("、")}，第${row}行未读取`,
    () => "请在“编号”列填写指标编号",
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
  "data/code-contradicts-name": define<{
    row: number;
    code: string;
    expected: string;
    name: string;
    other: string;
  }>(
    "error",
    ({ row, code, expected, name, other }) =>
      `编号${code}是“${expected}”，名称却是“${name}”（${other}），第${row}行未读取`,
    () => "请核对后改正编号或名称",
  ),
  "data/code-unlike-name": define<{ code: string; name: string; expected: string }>(
    "warning",
    ({ code, name, expected }) => `编号“${code}”旁的名称“${name}”与“${expected}”不像，已按“${expected}”读取`,
    () => "请核对编号；名称无误时可在规划文件的 aliases 中登记",
  ),
  "data/compound-value": define<{ row: number; name: string; parts: readonly string[] }>(
    "warning",
    ({ row, name }) => `“${name}”含几项数据，不能只填一个数，第${row}行未读取`,
    ({ parts }) => `请分行填写：${parts.join("、")}`,
  ),
  "data/conflict": define<{
    indicator: string;
    year: number;
    first: Told;
    second: Told;
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
  "data/format-unit": define<{ shown: string; unit: string }>(
    "error",
    ({ shown, unit }) =>
      `单元格的数字格式显示为“${shown}”，与计量单位${unit === "" ? "（无）" : `“${unit}”`}不符，未读取`,
    () => "请改为常规格式，按计量单位重填数值",
  ),
  "data/fraction-without-value": define<{
    name: string;
    year: number;
    cells: readonly string[];
    rate: string | null;
  }>(
    "warning",
    ({ name, year, cells, rate }) =>
      `${name}${year}年有分子、分母（${cells.join("、")}），没有可用的数值${rate === null ? "" : `，按分子分母计算为${rate}`}，未读取`,
    () => "请核对后填写数值",
  ),
  "data/group-conflict": define<{
    indicator: string;
    year: number;
    group: string;
    first: Told;
    second: Told;
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
    first: Told;
    second: Told;
  }>(
    "warning",
    ({ indicator, year, group, first, second }) =>
      `${indicator} ${year}年${group}由${second.display}（${second.cell}）改为${first.display}，按较新的表计算`,
  ),
  "data/group-total": define<{ group: string; grouping: string }>(
    "note",
    ({ group, grouping }) => `“${group}”是合计或别的地区，不作为${grouping}读取`,
  ),
  "data/hidden-sheet": define<Record<never, never>>(
    "note",
    () => "隐藏的工作表，未读取",
    () => "需要读取时请取消隐藏",
  ),
  "data/hidden-zero": define<Record<never, never>>(
    "warning",
    () => "单元格里是0，但设成了不显示，按缺项处理",
    () => "确实是0的请改为常规格式；没有数据的请清空",
  ),
  "data/idle-silence": define<{ code: string; cell: string }>(
    "warning",
    ({ code, cell }) => `${cell}没有“${code}”这一问题，这条免提醒不起作用`,
    () => "问题已改正的请删去这一条；否则请核对文件、工作表和单元格",
  ),
  "data/manifest-key": defineFault("unknown-key"),
  "data/manifest-value": defineFaults(),
  "data/merged-value": define<Record<never, never>>(
    "warning",
    () => "数值单元格被合并，只计入合并区域的第一行，本行按缺项处理",
    () => "请取消合并，逐行填写",
  ),
  "data/negative": define<{ shown: string }>(
    "error",
    ({ shown }) => `负数${shown}不是有效数值，未读取`,
    () => "卫生统计中-2等负数是“未开展”“未收集”的代码：没有数据请填“—”",
  ),
  "data/no-row-year": define<{ rows: readonly number[]; shown: readonly string[] }>(
    "error",
    ({ rows, shown }) =>
      `第${spansText(rows)}行看不出是哪一年的数据${shown.length === 0 ? "" : `（年份写作“${shown.join("”“")}”）`}，未读取`,
    () => "请在“年份”列填写四位年份，如2025",
  ),
  "data/no-rows": define<{ count: number }>(
    "warning",
    ({ count }) => `${count}行数据中没有一行是规划指标`,
    () => "指标名称请与规划一致，或填写编号（如W04、C12）",
  ),
  "data/no-status": define<{
    project: string;
    year: number;
    rows: readonly number[];
    allowed: readonly string[];
  }>(
    "error",
    ({ project, year, rows }) => `${project} ${year}年没有填写进展状态，第${spansText(rows)}行未读取`,
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
  "data/not-shown": define<{ stored: string; shown: string }>(
    "error",
    ({ stored, shown }) =>
      `单元格里存的是${stored}，数字格式却${shown === "" ? "什么也不显示" : `显示为“${shown}”`}，未读取`,
    () => "请改为常规格式，核对数值",
  ),
  "data/numerator-exceeds": define<{ numerator: string; denominator: string; other: string }>(
    "error",
    ({ numerator, denominator, other }) =>
      `分子${numerator}大于分母${denominator}（${other}），或分母为0，分子分母未采用`,
    () => "请核实分子、分母是否填反",
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
  "data/reason-beside-figure": define<{ shown: string; reason: string }>(
    "warning",
    ({ shown, reason }) => `已填数值${shown}，又填了缺报原因“${reason}”，按数值读取`,
    () => "有数据时请清空缺报原因；数值不可用时请清空数值",
  ),
  "data/scaled-format": define<{ shown: string; stored: string }>(
    "error",
    ({ shown, stored }) => `单元格里存的是${stored}，数字格式把它缩小，显示为${shown}，未读取`,
    () => "请改为常规格式，按计量单位重填数值",
  ),

  "data/silence-code": define<{ code: string; nearest: string | null }>(
    "error",
    ({ code }) => `“${code}”不是可以免提醒的问题`,
    ({ nearest }) =>
      nearest === null
        ? "请照抄 report validate 列出的代码，如 data/jump；未读取的数不能免，只能改正"
        : `是否要写“${nearest}”？未读取的数不能免，只能改正`,
  ),
  "data/statuses-differ": define<{ project: string; year: number; stated: readonly string[]; kept: string }>(
    "warning",
    ({ project, year, stated, kept }) =>
      `${project} ${year}年各行进展状态不同（${stated.join("、")}），按“${kept}”计`,
    () => "请核实项目总体进展",
  ),
  "data/struck-out": define<{ struck: string; kept: string }>(
    "error",
    ({ struck, kept }) =>
      kept === "" ? `“${struck}”已划去（删除线），未读取` : `“${kept}”旁有划去的“${struck}”，未读取`,
    () => "请删去划去的文字，只留一个有效的数",
  ),
  "data/two-figures": define<{ shown: string }>(
    "error",
    ({ shown }) => `单元格里像有两个数“${shown}”，未读取`,
    () => "一个单元格只填一个数，数字中间不要有空格或换行",
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
  "data/unit-or-digit": define<{ shown: string; readings: readonly string[] }>(
    "error",
    ({ shown, readings }) =>
      readings.length < 2
        ? `“${shown}”像是计量单位，看不出数值，未读取`
        : `“${shown}”分不清是${readings.join("还是")}，未读取`,
    () => "请只填数值，计量单位写在“计量单位”列",
  ),
  "data/unit-scale": define<{ row: number; name: string; shown: string; unit: string }>(
    "error",
    ({ row, name, shown, unit }) => `${name}的计量单位是“${shown}”，规划为“${unit}”，第${row}行的数未读取`,
    ({ unit }) => `请把数值换算成“${unit}”，并改正计量单位`,
  ),
  "data/unknown-code": define<{ row: number; code: string; nearest: string | null }>(
    "warning",
    ({ row, code }) => `没有编号为“${code}”的指标，第${row}行未读取`,
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
  "data/unknown-project": define<{ row: number; name: string; nearest: string | null }>(
    "warning",
    ({ row, name }) => `“${name}”不是规划的重点项目，第${row}行未读取`,
    ({ nearest }) => (nearest === null ? "请填写项目编号（如WP01、CP10）" : `是否是“${nearest}”？`),
  ),
  "data/unknown-status": define<{ row: number; stated: string; allowed: readonly string[] }>(
    "error",
    ({ row, stated }) => `不认识的进展状态“${stated}”，第${row}行未读取`,
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

  "data/unrecognised-sheet": define<{
    nearest: string | null;
    kinds: readonly string[];
    rows: readonly number[];
  }>(
    "warning",
    ({ nearest, rows }) =>
      rows.length > 0
        ? `第${spansText(rows)}行有规划的指标，但看不懂表头，整张表未读取`
        : nearest === null
          ? "看不出是哪种表，未读取"
          : `名称像“${nearest}”，但没有找到它的表头，未读取`,
    ({ kinds }) => `封面、说明可以不理会；是数据表的应有表头：${kinds.join("；")}`,
  ),
  "data/year-conflict": define<{ title: readonly number[]; file: readonly number[] }>(
    "error",
    ({ title, file }) =>
      `标题写的是${title.join("、") || "（无）"}年，文件名写的是${file.join("、") || "（无）"}年，整张表未读取`,
    () => "请改正标题或文件名，使填报年份一致且只有一个",
  ),
  "data/year-outside": define<{ letters: string; year: number; first: number; last: number }>(
    "note",
    ({ letters, year, first, last }) => `${letters}列的${year}年在${first}—${last}年之外，整列未读取`,
  ),
} as const;
