import { groupBy } from "../../terms/group-by.js";
import type { ReaderNote } from "../../data/dataset.js";
import { paragraph, tableBlock } from "../blocks.js";
import { tableOf, type Column } from "../tables/table.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";

/** Cells of one sheet that the reader treated alike. */
interface Treatment {
  file: string;
  sheet: string;
  kind: ReaderNote["kind"];
  notes: readonly ReaderNote[];
}

const KIND_NAMES: Record<ReaderNote["kind"], string> = {
  percent: "百分比格式，读作百分数",
  format: "数字格式，按显示的读",
  formula: "公式，取保存的结果",
  text: "文本，读作数值",
  struck: "略去划去的文字",
  ratio: "男女比，读作女比男",
  perHundred: "比值，按女=100读作百倍",
  ratioTime: "存成时间的男女比，读作女比男",
  answer: "是、否，读作1、0",
  collected: "采集时已作换算",
};

const COLUMNS: readonly Column<Treatment>[] = [
  { head: "文件", width: 26, align: "left", cell: ({ file }) => file },
  { head: "工作表", width: 18, align: "left", cell: ({ sheet }) => sheet },
  { head: "处理", width: 21, align: "left", cell: ({ kind }) => KIND_NAMES[kind] },
  { head: "处数", width: 6, align: "centre", cell: ({ notes }) => String(notes.length) },
  { head: "单元格（读作）", width: 52, align: "left", cell: ({ notes }) => notes.map(cellText).join("、") },
];

/** What the reader did to cells beyond reading a number: a line for each sheet and treatment, every cell named. */
export function readerNoteBlocks(notes: readonly ReaderNote[]): UnnumberedBlock[] {
  if (notes.length === 0) return [];
  return [
    paragraph(`读取时作过换算或规范化处理的共${notes.length}处，原表未作改动。`),
    tableBlock(tableOf({ id: "reader-notes", title: "读取处理说明" }, COLUMNS, treatmentsOf(notes))),
  ];
}

function treatmentsOf(notes: readonly ReaderNote[]): Treatment[] {
  const alike = groupBy(notes, ({ source, kind }) => JSON.stringify([source.file, source.sheet, kind]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return { file: first.source.file, sheet: first.source.sheet, kind: first.kind, notes: same };
  });
}

/** H5（94.12） */
function cellText({ source, read }: ReaderNote): string {
  return `${source.cell}（${read}）`;
}
