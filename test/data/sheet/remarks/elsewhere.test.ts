import { describe, expect, test } from "vitest";
import { figures, reading, told, type Rows } from "../layout.js";

const share = (remark: string): Rows => [
  ["编号", "指标名称", "计量单位", "2024年", "2025年", "备注"],
  ["W44", "女性法官占比", "%", 41.5, 43.4, remark],
];
const ours = (remark: string) => figures(share(remark), ["W44"])[0];
const BOTH = "W44 2024:41.5 2025:43.4";
const OTHERS = ["warning data/only-others-rows F2"];

describe("a remark that says whose figure it is, whatever stands between the place and the word for figures", () => {
  test.each([
    ...["全市检察系统数", "永川无此统计，填全市数", "全市水质监测数", "重庆市生态环境局公布的全市数"],
    ...["引用全市国民体质监测结果", "来源：市体育局全市抽查结果", "全市妇女数", "渝西片区数"],
    ...[
      "永川片区（含大足）",
      "为重庆市抽样调查结果",
      "全国检察机关数",
      "江津区法院数",
      "为大足区检察院通报的数据",
    ],
  ])("%s", (remark) => {
    expect(ours(remark)).toBe("W44");
    expect(told(share(remark))).toEqual(OTHERS);
    expect(told(share(remark), { file: "a.csv" })).toEqual(OTHERS);
  });

  test.each([
    ...[
      "2025年为全市法院数",
      "2025年为全市律师行业数据",
      "2025年是市检察院通报的全市数",
      "2025年用全市数代替",
    ],
    ...["2025年系全市律师行业统计", "2025年填列全市公安机关数字", "2025年为暂估数"],
  ])("%s is said of that year alone", (remark) => {
    expect(ours(remark)).toBe("W44 2024:41.5");
    expect(told(share(remark))).toEqual(OTHERS);
  });

  test.each([
    ...["全市平均45.1%", "高于全市平均水平0.8个百分点", "全市排名第5", "按全市统一口径", "全市统一监测时点"],
    ...[
      "取自全国妇幼健康信息系统数据",
      "重庆市统计局反馈数",
      "重庆市教育事业统计系统导出数据",
      "与全市数据一致",
    ],
    ...["按全市要求开展的统计", "全市教育事业统计年报数据", "居全市第3位", "全市通报表扬", "永川区法院数"],
    ...["全区法院统计数", "我区法院数据", "主要为城区数据", "各镇街数据汇总", "由各区县法院统计"],
  ])("%s says nothing of the kind", (remark) => {
    expect(ours(remark)).toBe(BOTH);
    expect(told(share(remark))).toEqual([]);
  });
});

describe("a remark that says that a part of the whole is missing", () => {
  test.each([
    ...[
      "其余镇街未报",
      "缺3个镇街",
      "部分单位未报",
      "仅中心城区",
      "只统计三个街道",
      "仅规上企业",
      "高新区未报",
    ],
    ...["尚有2个镇街没有上报", "缺高新区数据", "个别学校未填报", "只报了4个镇街", "暂缺2个街道数据"],
  ])("%s", (remark) => {
    expect(ours(remark)).toBe("W44");
    expect(told(share(remark))).toEqual(OTHERS);
  });

  test.each([
    "2025年仅高新区",
    "2025年仅高新区，其余镇街未报",
    "2025年只有3个镇的数",
    "2025年3个镇街尚未报送",
  ])("%s is said of that year alone", (remark) => {
    expect(ours(remark)).toBe("W44 2024:41.5");
    expect(told(share(remark))).toEqual(OTHERS);
  });

  test("what was looked at in some places is asked about", () => {
    expect(ours("2025年抽查5个镇街")).toBe(BOTH);
    expect(told(share("2025年抽查5个镇街"))).toEqual(["warning data/partial-remarks F2"]);
  });

  test.each(["部分单位已补报", "3个镇街为0", "缺1人", "各镇街均已上报", "未缺报", "含高校集体户", "仅1例"])(
    "%s says nothing of the kind",
    (remark) => {
      expect(ours(remark)).toBe(BOTH);
      expect(told(share(remark))).toEqual([]);
    },
  );
});

describe("a remark that counts men, too", () => {
  test.each(["男女合计", "不分性别", "男女合计数", "不分男女统计"])("%s beside women", (remark) => {
    expect(ours(remark)).toBe("W44");
    expect(told(share(remark))).toEqual(OTHERS);
  });

  test("beside a row that is not told of one sex it is the row's own", () => {
    const row = [
      ["编号", "指标名称", "计量单位", "2024年", "2025年", "备注"],
      ["C02", "婴儿死亡率", "‰", 2.05, 1.98, "男女合计"],
    ];
    expect(figures(row, ["C02"])).toEqual(["C02 2024:2.05 2025:1.98"]);
    expect(told(row)).toEqual([]);
  });
});

describe("a remark that gives a unit", () => {
  const of = (id: string, name: string, unit: string, remark: string) => ({
    remark,
    id,
    rows: [
      ["编号", "指标名称", "计量单位", "2025年", "备注"],
      [id, name, unit, 2.9, remark],
    ],
  });
  const C01 = (remark: string) => of("C01", "新生儿死亡率", "‰", remark);
  const W35 = (remark: string) => of("W35", "女性失业保险参保人数", "万人", remark);
  const C12 = (remark: string) => of("C12", "每千名（0—14岁）儿童拥有医疗床位数", "张", remark);
  const hints = (rows: Rows) =>
    reading(rows)
      .issues.filter(({ code }) => code === "data/only-others-rows")
      .map(({ message, hint }) => `${message}；${hint ?? ""}`);

  test.each([
    ...["单位为%", "单位：%", "计量单位：人", "百分率", "按每10万计", "以万为单位", "按每万人口计算"].map(
      C01,
    ),
    ...["人次", "单位：人", "千分率"].map(W35),
    ...["每万名儿童", "按每万人口计算"].map(C12),
  ])("that is not the plan's is told as that: $remark", ({ id, rows }) => {
    const [told, more] = hints(rows);
    expect(told).toMatch(/与规划的计量单位“(?:‰|万人|张)”不符，第2行未读取；请按规划的计量单位/u);
    expect(more).toBeUndefined();
    expect(figures(rows, [id])).toEqual([id]);
  });

  test.each([
    ...["单位：‰", "千分率", "按千分比计算", "按户统计", "按年统计"].map(C01),
    ...["以万人为单位", "单位：万人"].map(W35),
    ...["每千名儿童", "按每千人口计算"].map(C12),
  ])("that is the plan's is read: $remark", ({ id, rows }) => {
    expect(hints(rows)).toEqual([]);
    expect(figures(rows, [id])).toEqual([`${id} 2025:2.9`]);
  });
});
