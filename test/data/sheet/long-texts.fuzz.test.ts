import { expect, test } from "vitest";
import { book, read, sheet, type Written } from "../book.js";

/**
 * As long as three of Excel's cells: an expression that goes through a text once for each of its characters
 * would take minutes here, and the test would run out of time.
 */
const LENGTH = 100_000;
const MADE_OF = [
  ...[
    "(",
    ")",
    "（",
    "[",
    "【",
    "〔",
    "{",
    " ",
    "\u3000",
    "\n",
    "1",
    "1,",
    "1 ",
    "a",
    "年",
    "2025",
    "2025年",
    "-",
    ".",
    "…",
    ":",
    "、",
    "单位：",
    "一、",
    "W",
    "%",
    "/",
    "其中",
    "填报单位：",
    "=",
    "是",
  ],
];
const text = (of: string) => of.repeat(LENGTH / of.length);

const KINDS: readonly (readonly Written[])[] = [
  ["编号", "序号", "指标名称", "计量单位", "2024年", "2025年", "数据来源", "备注"],
  [
    "编号",
    "指标名称",
    "计量单位",
    "上年数",
    "本年数",
    "分子",
    "分母",
    "缺报原因",
    "数据来源",
    "填报单位",
    "备注",
  ],
  ["编号", "年份", "分组", "组别", "数值"],
  [
    "项目编号",
    "项目名称",
    "年份",
    "进展状态",
    "量化内容",
    "目标数",
    "完成数",
    "年度进展",
    "存在问题",
    "下年计划",
    "填报单位",
  ],
];

/** A table with the text in each of its columns, in a heading of its own, in the title and below. */
function full(head: readonly Written[], long: string) {
  const first = head[0] === "项目编号" ? "WP09" : "C07";
  const rows = head.map((_, at) =>
    head.map((_each, column) => (column === at ? long : column === 0 ? first : "2025")),
  );
  return sheet("2025年", [["2025年度"], [long], [...head, long], ...rows, [long]]);
}

test.each(MADE_OF)("a text of nothing but %j is read in one go, wherever it stands", (of) => {
  const long = text(of);
  for (const head of KINDS) {
    const { issues } = read(book("2025.xlsx", full(head, long)));
    for (const { message, hint } of issues) expect((message + hint).length).toBeLessThan(2_000);
  }
});
