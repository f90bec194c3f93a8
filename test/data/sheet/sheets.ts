import fc from "fast-check";
import type { Merge, Sheet } from "../../../src/workbook/sheet.js";
import {
  aDate,
  aTruth,
  anError,
  anUncalculated,
  formula,
  percent,
  sheet,
  time,
  women,
  type Written,
} from "../book.js";

const WORDS_OF_HEADS =
  "2024年 2025年 25年 二〇二五年 2025年末 本年数 上年数 基期数 实际 完成 快报 核定 数值 合计 全区 永川区 全年 1—12月 目标 规划目标 2030年目标 预计 同比 增减 位次 完成率 占比 得分 平均 上半年 1—9月 2024—2025学年 2021—2025年 全市 重庆市 江津区 男 农村 （‰） （%） （单位：人） 万人 调整前 口径二 甲 ？ 2009年 2030年 2025-06 12月31日".split(
    " ",
  );
const WORDS_OF_COLUMNS =
  "编号 序号 指标名称 指标 单位 计量单位 分子 分母 年份 分组 组别 镇街 机构 性别 地区 季度 备注 数据来源 填报单位 缺报原因 项目编号 项目名称 进展状态 完成数 目标数 量化内容 类别 联系电话".split(
    " ",
  );
const TITLES =
  "永川区妇女儿童发展规划2025年度监测表 2025年上半年监测表 重庆市妇女发展规划监测指标 2024年 单位：人 单位：% 续表 二、全市数据 （三）妇女与健康 注：妇幼数据为上年10月1日至当年9月30日 注：本表为全市数据 制表日期：2026年3月20日 永统〔2024〕31号 填报人：张三 填报单位：区教委 大安街道2025年监测表 甲 乙 丙".split(
    " ",
  );
const WORDS_OF_ROWS =
  "W03 W04 W22 W22.1 W30r W41 W99 C07 C13b WP01 WP09 4 镇街 机构 城乡 大安街道 大安 永川区三教镇 男 女 合计 全区平均 推进中 在建 是 — … / 无 约95 2：3 94.12% 1,234 -2 2025 2025年 25年 全市 永川区 上半年 全年 ≥94 逐年提高 1/10万 ‰ 2020年未单独测算 3个单位未报 12.47 1/10万 25\n8".split(
    " ",
  );
const NAMES = [
  ...women.rows.slice(0, 8).map(({ name }) => name),
  "婚前医学检测率",
  "地区生产总值",
  "孕产妇死亡率（‰）",
];
const OTHERS: readonly Written[] = [
  ...[aDate, aTruth, anError, anUncalculated, percent(0.94), time(2, 3), formula(94.5)],
  ...[0, 1, 2, 94, 94.12, 70, 2024, 2025, 2030, 1e15, -2, 13800000000, null, null, null, ""],
];

const cell: fc.Arbitrary<Written> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Written>(...OTHERS) },
  {
    weight: 3,
    arbitrary: fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Math.round(value * 100) / 100),
  },
  { weight: 2, arbitrary: fc.constantFrom<Written>(...WORDS_OF_ROWS) },
  { weight: 2, arbitrary: fc.constantFrom<Written>(...NAMES) },
  { weight: 1, arbitrary: fc.constantFrom<Written>(...TITLES, ...WORDS_OF_HEADS) },
);
const heading = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS_OF_COLUMNS) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...WORDS_OF_HEADS), { minLength: 1, maxLength: 3 })
      .map((words) => words.join("")),
  },
);
const headCell: fc.Arbitrary<Written> = fc.oneof(
  { weight: 8, arbitrary: heading },
  { weight: 1, arbitrary: fc.constantFrom<Written>(2024, 2025, aDate, null, "") },
);

/** A row as tables have it: name or code first, then figures. */
const line = fc
  .tuple(
    fc.constantFrom(...WORDS_OF_ROWS.slice(0, 12)),
    fc.constantFrom(...NAMES),
    fc.array(cell, { maxLength: 6 }),
  )
  .map(([code, name, cells]): Written[] => [code, name, ...cells]);
const row: fc.Arbitrary<Written[]> = fc.oneof(
  { weight: 5, arbitrary: line },
  { weight: 3, arbitrary: fc.array(cell, { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...TITLES).map((title) => [title]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constant(null), fc.constant(null), fc.constantFrom(...TITLES))
      .map((cells) => [...cells]),
  },
);
const head: fc.Arbitrary<Written[]> = fc.oneof(
  fc.array(headCell, { minLength: 2, maxLength: 8 }),
  fc.array(headCell, { minLength: 1, maxLength: 6 }).map((cells) => ["编号", "指标名称", ...cells]),
);

const side = fc.integer({ min: 1, max: 9 });
const merge: fc.Arbitrary<Merge> = fc.tuple(side, side, side, side).map(([a, b, c, d]) => ({
  top: Math.min(a, b),
  bottom: Math.max(a, b),
  left: Math.min(c, d),
  right: Math.max(c, d),
}));

const table = fc
  .tuple(
    fc.array(
      fc.constantFrom(...TITLES).map((title): Written[] => [title]),
      { maxLength: 2 },
    ),
    fc.array(head, { minLength: 1, maxLength: 2 }),
    fc.array(row, { maxLength: 8 }),
  )
  .map(([titles, heads, rows]) => [...titles, ...heads, ...rows]);

/** Any sheet at all: tables below each other under any words, notes, totals, merged blocks, hidden columns. */
export const anySheet: fc.Arbitrary<Sheet> = fc
  .record({
    name: fc.constantFrom("指标数据", "Sheet1", "全市", "农村", "2025年上半年", "妇女规划", "填报说明"),
    tables: fc.array(table, { minLength: 1, maxLength: 3 }),
    merges: fc.array(merge, { maxLength: 3 }),
    hiddenColumns: fc.array(
      side.map((column) => ({ from: column, to: column })),
      { maxLength: 1 },
    ),
    hidden: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
  })
  .map(({ name, tables, merges, hiddenColumns, hidden }) => ({
    ...sheet(name, tables.flat(), { merges, hidden }),
    hiddenColumns,
  }));
