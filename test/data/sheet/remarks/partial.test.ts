import { expect, test } from "vitest";
import { figures, told } from "../layout.js";

const rows = (remark: string, note: string | null = null) => [
  ["编号", "指标名称", "2025年", "备注"],
  ["C20", "学前教育普惠率", 91.5, remark],
  ["C19", "学前教育毛入园率", 98, null],
  ...(note === null ? [] : [[note]]),
];
const READ = ["C20 2025:91.5", "C19 2025:98"];

test.each([
  "不含民办园",
  "未包括高新区",
  "民办机构未纳入统计",
  "区外就读未计",
  "含驻区市属单位",
  "不含公职律师",
  "剔除流动人口后计算",
  "按抽样调查推算",
  "按抽样调查数据推算，供参考",
  "口径为辖区内公立机构",
  "不完全统计",
  "据不完全统计，供参考",
  "统计不全",
])("%s beside a figure is read, and asked about", (said) => {
  expect(figures(rows(said), ["C20", "C19"])).toEqual(READ);
  expect(told(rows(said))).toEqual(["warning data/partial-remarks D2"]);
  const noted = rows("", `注：学前教育普惠率${said}`);
  expect(told(noted).filter((each) => each.startsWith("warning"))).toEqual([
    "warning data/partial-remarks A4",
  ]);
});

test.each([
  ...[
    "含荣昌片区",
    "含大足",
    "包含江津数",
    "包括区外",
    "与江津合并统计",
    "合并统计（含大足）",
    "市级代管单位计入",
    "含驻永高校",
  ],
  ...[
    "三个街道数据",
    "抽取3个镇",
    "抽样10所学校",
    "仅医院数",
    "住院人群",
    "门诊数",
    "初婚人群",
    "不含派驻检察室",
  ],
  ...["规模化供水工程覆盖农村人口比例", "含江津区部分", "高新区数", "数据为累计", "累计数"],
])("%s beside a figure may be of more, of fewer or of something else: it is asked about", (said) => {
  expect(figures(rows(said), ["C20", "C19"])).toEqual(READ);
  expect(told(rows(said))).toEqual(["warning data/partial-remarks D2"]);
});

test.each([
  ...[
    "学前教育普惠率",

    "含全区",
    "含朱沱镇",
    "由区妇幼保健院提供",
    "医院",
    "含3个备案机构",
    "比上年提高的比例",
    "在园",
  ],
  ...["与上年统计口径相同", "各校合计", "含新建园", "共抽查"],
])("%s beside a figure says nothing of the kind", (said) => {
  expect(told(rows(said))).toEqual([]);
});

test.each([
  "剔除重复后计算",
  "不含重复数",
  "不含民办园，与规划口径一致",
  "含民办园",
  "口径为全区",
  "口径为常住人口",
  "户籍口径",
  "抽样调查数",
  "其中民办园30个",
  "不含男性",
  "完成不完全中学改造",
  "累计建成3所",
  "高新区新增2所",
  "2020年数按公布的增减量推算",
])("%s only says how it was counted", (said) => {
  expect(told(rows(said))).toEqual([]);
  expect(told(rows("", `注：${said}`))).toEqual([]);
});

test.each(["部分镇街未上报", "仅高新区数据"])("%s: the figure of a part is not read", (said) => {
  expect(figures(rows(said), ["C20", "C19"])).toEqual(["C20", "C19 2025:98"]);
  expect(told(rows(said))).toEqual(["warning data/only-others-rows D2"]);
});

test("a note in the column of names is heard, and no row of another's", () => {
  const noted = (note: string) => [
    ["指标名称", "2024年", "2025年"],
    ["学前教育普惠率", 91.2, 91.5],
    ["学前教育毛入园率", 97.9, 98],
    [note],
  ];
  for (const note of ["注：不含经开区。", "注：本表不包括民办园。", "说明：学前教育普惠率未包括朱沱镇。"]) {
    expect(figures(noted(note), ["C20"])).toEqual(["C20 2024:91.2 2025:91.5"]);
    expect(told(noted(note))).toEqual(["warning data/partial-remarks A4"]);
  }
  // What makes the figures of a year others' is told once.
  const reckoned = noted("注：2025年数据为抽样测算数。");
  expect(figures(reckoned, ["C20"])).toEqual(["C20 2024:91.2"]);
  expect(told(noted("注：2025年数据按抽样推算。"))).toHaveLength(1);
  expect(told(reckoned)).toEqual(["warning data/noted-column C1"]);
});
