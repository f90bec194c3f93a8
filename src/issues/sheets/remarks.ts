import { define } from "../definition.js";
import { toldText } from "../names-text.js";

export interface RemarkTold {
  row: number;
  text: string;
}

/** What is wrong with a figure by the remark beside it. */
export type DoubtWhy = "unsure" | "another" | "change" | "rate" | "miscounted" | "stopped" | "year";

const WHY: Readonly<Record<DoubtWhy, string>> = {
  unsure: "说数不确定",
  another: "另有一个数",
  change: "与表中两年的数不符",
  rate: "算出来的不是旁边的数",
  miscounted: "说数多计或少计了",
  stopped: "说没有这项统计",
  year: "说的是以前年份",
};

function doubtText({ why, ...remark }: RemarkTold & { why: DoubtWhy }): string {
  return `${remarkText(remark)}（${WHY[why]}）`;
}

function remarkText({ row, text }: RemarkTold): string {
  return `第${row}行“${text}”`;
}

/** What the reading of sheets finds in people's own words and formulas beside figures and names, of which it takes none for a figure. */
export const REMARK_ISSUES = {
  "data/comments": define<{ comments: readonly { cell: string; text: string }[] }>(
    "warning",
    ({ comments }) =>
      `单元格有批注：${toldText(comments.map(({ cell, text }) => `${cell}“${text}”`))}，程序不按批注取舍，数已照读`,
    () => "批注说明数不是本地区、本年的，请改正或删去这个数；其他说明请写入“备注”列，然后删去批注",
  ),
  "data/hidden-read": define<{ cells: readonly string[] }>(
    "note",
    ({ cells }) =>
      `${toldText(cells)}${cells.length > 1 ? `共${cells.length}个数` : "的数"}在隐藏或筛选掉的行、列里，已照读`,
    () => "要用的请取消隐藏，便于核对；不用的请删除",
  ),
  "data/derived-figures": define<{
    column: string;
    figures: readonly { cell: string; formula: string; how: string }[];
  }>(
    "warning",
    ({ column, figures }) =>
      `${column}列有${figures.length}个数是公式从别的数得来的，不像报送的数：${toldText(
        figures.map(({ cell, formula, how }) => `${cell}“${formula}”（${how}）`),
      )}，数已照读`,
    () =>
      "请核实：是报送的数，把公式换成数值（复制后选择性粘贴“数值”）；不是的，改填报送的数，没有的留空并注明缺报原因",
  ),
  "data/doubting-remarks": define<{ remarks: readonly (RemarkTold & { why: DoubtWhy })[] }>(
    "warning",
    ({ remarks }) => `备注与旁边的数对不上：${toldText(remarks.map(doubtText))}，程序不按备注取舍，数已照读`,
    () => "请核实：数要改的，改正后删去这句备注；数没有问题的，改正备注，或在备注中写明已核实",
  ),
  "data/longer-names": define<{ names: readonly { row: number; word: string }[] }>(
    "note",
    ({ names }) =>
      `指标名称比规划的多写了字：${toldText(
        names.map(({ row, word }) => `第${row}行“${word}”`),
        "行",
      )}，按编号照读`,
    () => "多写的字说明是另一个数的，请不要用规划的编号",
  ),
  "data/partial-remarks": define<{ remarks: readonly RemarkTold[] }>(
    "warning",
    ({ remarks }) =>
      `备注或说明说数不是全部的、或是推算的：${toldText(remarks.map(remarkText))}，看不出规划是否也这样统计，数已照读`,
    () => "请核实：规划不这样统计的，改填全部的实际数；规划就是这样统计的，写明“与规划口径一致”",
  ),
  "data/explained-marks": define<{ figures: readonly { cell: string; shown: string }[]; text: string }>(
    "note",
    ({ figures, text }) =>
      `${toldText(figures.map(({ cell, shown }) => `${cell}“${shown}”`))}带着记号，表下说明是“${text}”，数已照读`,
    () => "说明的意思是数不是本地区全年的实际数的，请改填实际数；不是的不用改",
  ),
  "data/unborne-marks": define<{ texts: readonly { text: string; sign: string }[] }>(
    "warning",
    ({ texts }) =>
      `${toldText(texts.map(({ text }) => `“${text}”`))}说的是带这个记号的数，表中没有带${toldText(texts.map(({ sign }) => `“${sign}”`))}的，看不出说的是哪些，数已照读`,
    () => "请在所说的数或指标名称后加上同样的记号；没有这样的数的，请删去这句说明",
  ),
  "data/unexplained-marks": define<{ figures: readonly { cell: string; shown: string }[] }>(
    "note",
    ({ figures }) =>
      `${toldText(figures.map(({ cell, shown }) => `${cell}“${shown}”`))}数后带着注的记号，表中没有它的说明，数已照读`,
    () => "记号说明数另有所指（预计、别的口径）的，请在表下写明；没有意思的请删去",
  ),
} as const;
