import { rowsText } from "../../terms/spans.js";
import { define } from "../definition.js";

/** What reading the figure of one cell finds: how it is written, what its format makes of it, what stands beside it. */
export const CELL_ISSUES = {
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
    /** 分子、分母, or one of them. */
    what: string;
    cells: readonly string[];
    rate: string | null;
  }>(
    "warning",
    ({ name, year, what, cells, rate }) =>
      `${name}${year}年有${what}（${cells.join("、")}），没有可用的数值${rate === null ? "" : `，按分子分母计算为${rate}`}，未读取`,
    () => "请核对后填写数值",
  ),
  "data/hidden-zero": define<Record<never, never>>(
    "warning",
    () => "单元格里是0，但设成了不显示，按缺项处理",
    () => "确实是0的请改为常规格式；没有数据的请清空",
  ),
  "data/merged-value": define<{ shown: string; cell: string }>(
    "warning",
    ({ shown, cell }) =>
      `${cell}“${shown}”与别的单元格合并在一起，只作${cell}一格的数读取，其余各格按缺项处理`,
    () => "请取消合并，逐格填写",
  ),
  "data/negative": define<{ shown: string }>(
    "error",
    ({ shown }) => `负数${shown}不是有效数值，未读取`,
    () => "卫生统计中-2等负数是“未开展”“未收集”的代码：没有数据请填“—”",
  ),
  "data/not-a-number": define<{ shown: string; unit: string }>(
    "error",
    ({ shown }) => `“${shown}”不是数值，未读取`,
    ({ shown, unit }) => {
      // 60,800人 where 万人 are asked for: a figure, but in what?
      const inUnit = /\d/u.test(shown) && unit !== "" ? `按计量单位“${unit}”` : "";
      return `请${inUnit}只填数值，说明写在备注；没有数据请填“—”`;
    },
  ),
  "data/not-shown": define<{ stored: string; shown: string }>(
    "error",
    ({ stored, shown }) =>
      `单元格里存的是${stored}，数字格式却${shown === "" ? "什么也不显示" : `显示为“${shown}”`}，未读取`,
    () => "请改为常规格式，核对数值",
  ),
  "data/figure-among-words": define<{ role: string; shown: string; name: string }>(
    "warning",
    ({ role, shown, name }) => `${name}的数空着，“${role}”填的是${shown}，未读取`,
    () => "请把数移到它的列；是别的意思的，请写明",
  ),
  "data/not-a-count": define<{ role: "分子" | "分母"; shown: string }>(
    "warning",
    ({ role, shown }) =>
      `${role}填的是${shown}，不是整数，也没有${role === "分子" ? "分母" : "分子"}，${role}未采用`,
    () => "请核实是否填错了一列：本年数、分子、分母各填在自己的列",
  ),
  "data/numerator-exceeds": define<{
    numerator: string;
    denominator: string;
    other: string;
    isZero: boolean;
  }>(
    "error",
    ({ numerator, denominator, other, isZero }) =>
      `${isZero ? "分母是0" : `分子${numerator}大于分母${denominator}`}（${other}），分子分母未采用`,
    ({ isZero }) => (isZero ? "请核实分母，没有的留空" : "请核实分子、分母是否填反"),
  ),
  "data/out-of-range": define<{ shown: string; min: string; max: string | null }>(
    "error",
    ({ shown, min, max }) =>
      max === null ? `${shown}小于最小可能值${min}，未读取` : `${shown}超出${min}—${max}的范围，未读取`,
    () => "请核实小数点和计量单位",
  ),
  "data/percent-format": define<{ shown: string; unit: string; typed: string | null }>(
    "error",
    ({ shown, unit, typed }) =>
      typed === null
        ? `单元格是百分比格式（${shown}），而计量单位${unit === "" ? "不是%" : `是${unit}`}，未读取`
        : `单元格是百分比格式，填的${typed}成了${shown}，未读取`,
    ({ typed }) =>
      typed === null
        ? "请改为常规格式，按计量单位重填数值"
        : `请把单元格改为常规格式；仍用百分比格式的，改填${typed}%`,
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

  "data/struck-out": define<{ struck: string; kept: string }>(
    "error",
    ({ struck, kept }) =>
      kept === "" ? `“${struck}”已划去（删除线），未读取` : `“${kept}”旁有划去的“${struck}”，未读取`,
    () => "请删去划去的文字，只留一个有效的数",
  ),
  "data/struck-column": define<{ heading: string }>(
    "warning",
    ({ heading }) => `列名“${heading}”划了删除线，这一列未读取`,
    () => "仍然有效的，请取消列名的删除线；作废的请清空这一列",
  ),
  "data/struck-rows": define<{ rows: readonly number[]; name: string }>(
    "error",
    ({ rows, name }) =>
      `${rowsText(rows)}的名称、年份或状态（“${name}”${rows.length > 1 ? "等" : ""}）划了删除线，看不出数还算不算，未读取`,
    () => "仍然有效的，请取消删除线；作废的请清空该行的数",
  ),
  "data/two-figures": define<{ shown: string; figures?: readonly string[] }>(
    "error",
    ({ shown, figures = [] }) =>
      figures.length === 0
        ? `单元格里像有两个数“${shown}”，未读取`
        : `单元格“${shown}”里有${figures.length}个数（${figures.join("、")}），看不出报的是哪一个，未读取`,
    ({ figures = [] }) =>
      figures.length === 0
        ? "一个单元格只填一个数，数字中间不要有空格或换行"
        : "一个单元格只填一个数：留下要报的，其余写在备注里",
  ),
  "data/uncalculated": define<Record<never, never>>(
    "error",
    () => "公式没有保存计算结果，未读取",
    () => "请在 Excel 或 WPS 中打开、重新计算并保存，或直接填写数值",
  ),
  "data/unit-or-digit": define<{ shown: string; readings: readonly string[] }>(
    "error",
    ({ shown, readings }) =>
      readings.length < 2
        ? `“${shown}”像是计量单位，看不出数值，未读取`
        : `“${shown}”分不清是${readings.join("还是")}，未读取`,
    () => "请只填数值，计量单位写在“计量单位”列",
  ),
} as const;
