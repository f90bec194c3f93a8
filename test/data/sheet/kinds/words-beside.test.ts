import { describe, expect, test } from "vitest";
import { figures, told, type Rows } from "../layout.js";

const HEAD = ["编号", "指标名称", "计量单位", "2025年"];
const W04 = ["W04", "孕产妇系统管理率", "%", 94.9];
const C01 = ["C01", "新生儿死亡率", "‰", 2.1];
const C23 = ["C23", "普惠托育服务机构数量", "个", 18];

describe("a line between the rows", () => {
  const under = (line: string): Rows => [HEAD, [line], W04];

  test.each(["镇街汇总", "民政口径", "省级示范", "区属单位", "上级反馈", "（二）区直部门", "试点单位"])(
    "%s may divide them: the rows are read, and a person is asked",
    (line) => {
      expect(figures(under(line), ["W04"])).toEqual(["W04 2025:94.9"]);
      expect(told(under(line))).toEqual(["warning data/title-asked A2"]);
    },
  );

  test.each(["妇女与健康", "区卫生健康委", "全区汇总", "二、区级指标", "约束性指标", "（一）结果指标"])(
    "%s does not",
    (line) => {
      expect(figures(under(line), ["W04"])).toEqual(["W04 2025:94.9"]);
      expect(told(under(line))).toEqual([]);
    },
  );
});

describe("a line beneath the rows", () => {
  test("以上数据单位为‰ is the unit of those above", () => {
    const bare = ([code, name, , value]: readonly (string | number)[]) => [
      code ?? "",
      name ?? "",
      value ?? "",
    ];
    for (const line of ["以上数据单位为‰", "注：以上指标计量单位均为‰", "单位：‰"]) {
      const rows = [["编号", "指标名称", "2025年"], bare(C01), bare(W04), [line]];
      expect(figures(rows, ["C01", "W04"])).toEqual(["C01 2025:2.1", "W04"]);
      expect(told(rows)).toEqual(["error data/stated-unit-scale A4"]);
    }
    for (const line of ["填报单位：区卫生健康委", "以上单位均为责任单位", "计量单位以规划为准"]) {
      const rows = [["编号", "指标名称", "2025年"], bare(C01), [line]];
      expect(figures(rows, ["C01"])).toEqual(["C01 2025:2.1"]);
      expect(told(rows)).toEqual([]);
    }
  });

  test("由璧山区代编 is asked about", () => {
    expect(told([HEAD, W04, ["由璧山区代编"]])).toEqual(["warning data/title-asked A3"]);
    expect(told([HEAD, W04, ["代码由系统生成"]])).toEqual([]);
  });
});

describe("a column that sorts people", () => {
  const sorted = (heading: string, word: string): Rows => [
    ["编号", "指标名称", heading, "2025年"],
    ["W04", "孕产妇系统管理率", word, 94.9],
  ];

  test.each([
    ["民族", "汉族"],
    ["文化程度", "大专及以上"],
    ["婚姻状况", "已婚"],
    ["办学性质", "民办"],
  ])("%s: a row of %s is no whole", (heading, word) => {
    expect(figures(sorted(heading, word), ["W04"])).toEqual(["W04"]);
    expect(told(sorted(heading, word))).toEqual(["warning data/only-others-rows C2"]);
  });

  test("a row of all of them is one", () => {
    for (const word of ["合计", "全部", "不分", "—"])
      expect(figures(sorted("民族", word), ["W04"])).toEqual(["W04 2025:94.9"]);
  });
});

describe("a column of words under a heading that nobody knows", () => {
  const headed = (heading: string, ...words: string[]): Rows => [
    ["编号", "指标名称", heading, "2025年"],
    ["W04", "孕产妇系统管理率", words[0] ?? "", 94.9],
    ["C23", "普惠托育服务机构数量", words[1] ?? "", 18],
  ];

  test.each([
    ["案件", "强奸", "猥亵"],
    ["取数方式", "抽样", ""],
    ["渠道类", "", "甲类"],
  ])("%s: its words may say whose the figures are, and a person is asked", (heading, ...words) => {
    expect(figures(headed(heading, ...words), ["W04", "C23"])).toEqual(["W04 2025:94.9", "C23 2025:18"]);
    expect(told(headed(heading, ...words))).toEqual([
      `warning data/words-unheard ${words[0] === "" ? "C3" : "C2"}`,
    ]);
  });

  test.each([
    ["险种", "职工", "合计"],
    ["群体", "老年妇女", "全部"],
    ["状态", "预计", "正式"],
    ["数据状态", "预计", "正式"],
  ])("%s: a row of %s is another's", (heading, ...words) => {
    expect(figures(headed(heading, ...words), ["W04", "C23"])).toEqual(["W04", "C23 2025:18"]);
    expect(told(headed(heading, ...words))).toEqual(["warning data/only-others-rows C2"]);
  });

  test.each([
    ["对接科室", "妇幼科", "托育科"],
    ["负责同志", "张三", "李四"],
    ["指标归属", "健康", "福利"],
    ["分送", "区卫生健康委", "区妇联"],
    ["是否重点", "是", "否"],
    ["主要做法", "建立健全孕产妇建册、产检、随访全程管理制度", ""],
    ["案件", "合计", "—"],
    ["状态", "正常", "已达标"],
  ])("%s says nothing of the kind", (heading, ...words) => {
    expect(told(headed(heading, ...words))).toEqual([]);
  });
});

describe("remarks", () => {
  const remarked = (row: readonly (string | number)[], remark: string): Rows => [
    [...HEAD, "备注"],
    [...row, remark],
  ];

  test.each([
    [C23, "新增"],
    [C23, "为2025年新增数"],
    [W04, "监测点学校数据"],
    [W04, "调查点结果"],
  ])("of %o, %s: of a part, and asked about", (row, remark) => {
    expect(told(remarked(row, remark))).toEqual(["warning data/partial-remarks E2"]);
  });

  test.each([
    [C23, "新增3个"],
    [C23, "比上年新增3个"],
    [C23, "累计数"],
    [W04, "达标"],
    [W04, "新增监测点2个"],
    [W04, "监测点学校数据与规划口径一致"],
  ])("of %o, %s: nothing of the kind", (row, remark) => {
    expect(told(remarked(row, remark))).toEqual([]);
  });

  test("力争 and 考核 in a column without a heading are no results", () => {
    for (const word of ["力争", "考核", "考核目标"]) {
      const rows = [HEAD, [...W04, word]];
      expect(figures(rows, ["W04"])).toEqual(["W04"]);
      expect(told(rows)).toEqual(["warning data/only-others-rows E2"]);
    }
  });

  test("a name that begins with the towns is told", () => {
    const named = (name: string) => [HEAD, ["W04", name, "%", 94.9]];
    for (const name of ["街道孕产妇系统管理率", "乡镇孕产妇系统管理率"])
      expect(told(named(name))).toEqual(["note data/longer-names B2"]);
    expect(told(named("孕产妇系统管理率"))).toEqual([]);
  });
});

test("上年 beside the one year of a table that says no other is the year before", () => {
  const rows = (head: string, ...more: string[]): Rows => [
    ["编号", "指标名称", head, "2025年", ...more],
    ["W04", "孕产妇系统管理率", 94.5, 94.9, ...more.map(() => 94)],
  ];
  for (const head of ["上年", "上年数", "上年同期"])
    expect(figures(rows(head), ["W04"])).toEqual(["W04 2024:94.5 2025:94.9"]);
  // Of which of two nobody knows.
  expect(figures(rows("上年", "2023年"), ["W04"])).toEqual(["W04 2023:94 2025:94.9"]);
});
