import { describe, expect, test } from "vitest";
import { figures, reading, told, type Rows } from "../layout.js";

/** A count that rose by 5, by a seventh, beside a remark. */
const count = (remark: string): Rows => [
  ["指标名称", "计量单位", "2024年", "2025年", "备注"],
  ["普惠托育服务机构数量", "个", 36, 41, remark],
  ["3岁以下儿童系统管理率", "%", 94.36, 94.72, ""],
];
/** A share that is 60 of 163. */
const share = (remark: string): Rows => [
  ["编号", "指标名称", "计量单位", "2024年", "2025年", "备注"],
  ["W45", "女性律师占比", "%", 36.24, 36.81, remark],
];
const people = (remark: string): Rows => [
  ["编号", "指标名称", "计量单位", "2024年", "2025年", "备注"],
  ["W35", "女性失业保险参保人数", "万人", 5.1, 5.3, remark],
];
const COUNT = ["warning data/doubting-remarks E2"];
const OTHER = ["warning data/doubting-remarks F2"];

describe("another figure for the same row is asked about", () => {
  test.each([
    ...[
      "经复核为43",
      "43（核实）",
      "2025年43个",
      "不是41，是43",
      "共43家",
      "共有43所",
      "年末43个",
      "截至年底43个",
    ],
    ...[
      "市里认定43",
      "目前43个",
      "现有43个",
      "合计43",
      "报告数43",
      "经复核，为43",
      "核定数：43",
      "43",
      "达到43个",
    ],
    ...["上年为43", "去年38", "上年43，今年41", "2024年38个", "由36增至43", "增加到43个"],
  ])("%s beside 41", (remark) => {
    expect(figures(count(remark), ["C23"])).toEqual(["C23 2024:36 2025:41"]);
    expect(told(count(remark))).toEqual(COUNT);
    expect(told(count(remark), { file: "a.csv" })).toEqual(COUNT);
  });

  test.each(["实际37.2", "37.2%（核实）", "2025年37.2%", "最终为37.2%"])("%s beside 36.81%%", (remark) => {
    expect(told(share(remark))).toEqual(OTHER);
  });

  test.each(["2025年5.6万人", "年末56000人"])("%s beside 5.3万人", (remark) => {
    expect(told(people(remark))).toEqual(OTHER);
  });

  test("this year's and last year's figure of a form are compared, too", () => {
    const form = (remark: string) => [
      ["2025年度填报表"],
      ["编号", "指标名称", "计量单位", "上年数", "本年数", "备注"],
      ["C23", "普惠托育服务机构数量", "个", 36, 41, remark],
    ];
    expect(told(form("2025年43个"))).toEqual(["warning data/doubting-remarks F3"]);
    expect(told(form("比上年减少3个"))).toEqual(["warning data/doubting-remarks F3"]);
    expect(told(form("比上年增加5个，2024年36个"))).toEqual([]);
  });

  test.each([
    ...[
      "2025年为41",
      "年末41个",
      "共41家",
      "截至年底41个",
      "41（已核实）",
      "上年36，今年41",
      "去年36",
      "由36个增至41个",
    ],
    ...[
      "共52家，其中普惠41家",
      "原报43",
      "初报43",
      "目标43",
      "全国为43",
      "其中公办12个",
      "2026年计划建50个",
      "含3个备案机构",
    ],
    ...["联系电话49860000", "见附件3", "共有托位1200个（其中普惠900个）", "2023年40个", "1"],
  ])("%s beside 41 says nothing else", (remark) => {
    expect(told(count(remark))).toEqual([]);
  });

  test.each(["共163家", "2025年163人", "36.8%", "2025年为36.81%", "163"])(
    "%s beside 36.81%% is no other share",
    (remark) => {
      expect(told(share(remark))).toEqual([]);
    },
  );

  test.each(["2025年53000人", "5.3万人", "2025年共12家"])(
    "%s beside 5.3万人 is the same, or of something else",
    (remark) => {
      expect(told(people(remark))).toEqual([]);
    },
  );
});

describe("a change that the figures do not show is asked about", () => {
  test.each([
    ...[
      "较上年增加7个",
      "比上年减少3个",
      "比2024年多7个",
      "较上年下降",
      "同比下降",
      "同比增长20%",
      "增加7个",
    ],
    ...["与上年相比减少5个", "比去年少5家"],
  ])("%s beside 36 and 41", (remark) => {
    expect(told(count(remark))).toEqual(COUNT);
  });

  test.each(["较上年下降0.57个百分点", "同比提高1.2个百分点", "比上年提高5.7个百分点"])(
    "%s beside 36.24%% and 36.81%%",
    (remark) => {
      expect(told(share(remark))).toEqual(OTHER);
    },
  );

  test.each([
    ...[
      "比上年增加5个",
      "增加5个",
      "比2024年多5个",
      "增长13.9%",
      "同比增长13.89%",
      "较上年增加",
      "较上年增长约14%",
    ],
    ...[
      "比上年新增7个，关停2个",
      "比上年增加7个，减少2个",
      "较2020年增加20个",
      "新增7个",
      "投诉较上年下降",
      "较上年增加12名从业人员",
    ],
  ])("%s beside 36 and 41 is so, or of something else", (remark) => {
    expect(told(count(remark))).toEqual([]);
  });

  test.each(["同比提高0.57个百分点", "较上年提高0.57%", "比上年增长1.57%", "较上年有所提高"])(
    "%s beside 36.24%% and 36.81%% is so",
    (remark) => {
      expect(told(share(remark))).toEqual([]);
    },
  );
});

describe("counts that give another rate are asked about", () => {
  test.each([
    ...["执业律师163人，其中女性58人", "58/163", "女58人，共163人", "分子58，分母163", "58人/163人"],
    ...["共163人（其中女性58人）", "律师163人中女性58人"],
  ])("%s beside 36.81%%", (remark) => {
    expect(told(share(remark))).toEqual(OTHER);
  });

  test.each([
    ...["执业律师163人，其中女性60人", "60/163", "女60人，共163人", "分子60，分母163", "5/12"],
    ...["律师事务所12家，其中个人所3家", "男103人，共163人", "新执业12人，其中女性7人，男性5人"],
  ])("%s is so, or of something else", (remark) => {
    expect(told(share(remark))).toEqual([]);
  });
});

describe("an earlier year's survey is asked about, or not read", () => {
  const surveyed = (remark: string): Rows => [
    ["指标名称", "计量单位", "2024年", "2025年", "备注"],
    ["12岁儿童龋患率", "%", 32.5, 33.24, remark],
  ];

  test.each(["2024年体检数", "2024年10月调查", "两年一次，2024年开展", "每两年一次，2024年已完成"])(
    "%s",
    (remark) => {
      expect(figures(surveyed(remark), ["C14"])).toEqual(["C14 2024:32.5 2025:33.24"]);
      expect(told(surveyed(remark))).toEqual(["warning data/doubting-remarks E2"]);
    },
  );

  test.each([
    ...["本次为2024年结果", "使用上轮数据", "沿用上次调查结果", "上轮调查数据", "采用上一次监测结果"],
  ])("%s is said of the last figure", (remark) => {
    expect(figures(surveyed(remark), ["C14"])).toEqual(["C14 2024:32.5"]);
    expect(told(surveyed(remark))).toEqual(["warning data/only-others-rows E2"]);
  });

  test.each([
    "2023年口腔流调结果",
    "三年一次，最近为2023年",
    "七普数据",
    "第七次全国人口普查数据",
    "2022年体检结果",
  ])("%s is of none of the table's years", (remark) => {
    expect(figures(surveyed(remark), ["C14"])).toEqual(["C14"]);
    expect(told(surveyed(remark))).toEqual(["warning data/only-others-rows E2"]);
  });

  test.each([
    ...[
      "两年一次，2025年开展",
      "两年一次，2023年、2025年开展",
      "2025年10月调查",
      "2025年体检数",
      "本次为2025年结果",
    ],
    ...["项目2024年开展", "与上轮调查可比", "每年一次", "2021年起统计", "2024年新增统计", "2020年未组织测试"],
  ])("%s is said of this year's, or explains", (remark) => {
    expect(figures(surveyed(remark), ["C14"])).toEqual(["C14 2024:32.5 2025:33.24"]);
    expect(told(surveyed(remark))).toEqual([]);
  });
});

describe("what is counted too much or too little, or no longer, is asked about", () => {
  test.each([
    ...[
      "漏报2个",
      "少报2个",
      "重复计2个",
      "需扣除2个",
      "含已关停2个",
      "另有2个未计",
      "多报了1个",
      "有重复统计",
    ],
    ...["该指标已停报", "无此项统计", "2025年起停止统计", "本指标已取消", "不再统计"],
  ])("%s", (remark) => {
    expect(told(count(remark))).toEqual(COUNT);
  });

  test.each([
    ...[
      "已剔除重复统计",
      "无漏报",
      "不存在漏报",
      "漏报数已补报",
      "2026年起停止统计",
      "含新增2个",
      "剔除重复计算后的数",
      "防止重复统计",
    ],
  ])("%s is no news", (remark) => {
    expect(told(count(remark))).toEqual([]);
  });
});

test("what is asked says why", () => {
  const messages = (rows: Rows) => reading(rows).issues.map(({ message }) => message);
  expect(messages(count("比上年减少3个")).join()).toContain("与表中两年的数不符");
  expect(messages(share("58/163")).join()).toContain("算出来的不是旁边的数");
  expect(messages(count("漏报2个")).join()).toContain("多计或少计");
});
