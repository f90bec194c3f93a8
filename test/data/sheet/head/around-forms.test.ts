import { describe, expect, test } from "vitest";
import { figures, over, reading, told, type Rows } from "../layout.js";

const W04 = ["孕产妇系统管理率", "%"];

describe("columns that say when and by whom a form was handed in", () => {
  test.each([
    ["报送时间", "2026/1/15"],
    ["更新日期", "1月15日"],
    ["修改时间", "2026年1月"],
    ["最后修改日期", "2025年12月"],
    ["录入时间", "2026.1.15"],
    ["上传时间", "2026-1-15"],
    ["收到日期", "2月1日"],
    ["录入人员", "张三"],
  ])("say nothing of the figures: %s %s", (head, text) => {
    const behind: Rows = [
      ["指标名称", "单位", "2025年", head],
      [...W04, 94.88, text],
    ];
    const before: Rows = [
      [head, "指标名称", "单位", "2025年"],
      [text, ...W04, 94.88],
    ];
    for (const file of ["a.xlsx", "a.csv"]) {
      expect(figures(behind, ["W04"], { file })).toEqual(["W04 2025:94.88"]);
      expect(figures(before, ["W04"], { file })).toEqual(["W04 2025:94.88"]);
      expect([...told(behind, { file }), ...told(before, { file })]).toEqual([]);
    }
  });

  test.each([
    ["统计时间", "2025年1—6月"],
    ["数据时间", "2025年6月"],
  ])("are not those of the time the figures are of: %s %s", (head, text) => {
    const rows: Rows = [
      ["指标名称", "单位", "2025年", head],
      [...W04, 94.88, text],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows D2"]);
  });
});

describe("columns of all, beside men and women", () => {
  test.each(["计", "小计", "不分性别", "计（%）", "合计", "总体"])("are headed %s", (whole) => {
    const rows: Rows = [
      ["指标名称", "单位", "2025年", null, null],
      [null, null, whole, "男", "女"],
      ["九年义务教育巩固率", "%", 95.1, 95, 95.2],
      ["女性平均受教育年限", "年", 9, 9.5, 8.8],
    ];
    expect(figures(rows, ["C21", "W11", "W14"], { merges: [over(1, 3, 5)] })).toEqual([
      "C21 2025:95.1",
      "W11 2025:95.2",
      "W14 2025:8.8",
    ]);
    expect(told(rows, { merges: [over(1, 3, 5)] })).toEqual(["note data/rows-by-place A3"]);
  });
});

describe("what a plan sets out from", () => {
  test.each(["2020年基数", "2020年基线值", "2020年起点", "2020年本底", "基线（2020年）", "2020年（起点值）"])(
    "%s is the figure of that year",
    (base) => {
      const rows: Rows = [
        ["指标名称", "单位", base, "2025年", "缺口", "还需提高", "距2030年目标还差"],
        [...W04, 92.99, 94.88, 1, 2, 3],
      ];
      expect(figures(rows, ["W04"])).toEqual(["W04 2020:92.99 2025:94.88"]);
      expect(told(rows)).toEqual([]);
    },
  );
});

describe("what stands at the year's end", () => {
  const rows = (head: string): Rows => [
    ["指标名称", "单位", "2024年", head],
    ["区级文明家庭", "户", 231, 260],
  ];

  test.each(["2025年末累计", "2025年底累计数", "2025年存量"])("%s is the year's", (head) => {
    expect(figures(rows(head), ["W39"])).toEqual(["W39 2024:231 2025:260"]);
    expect(told(rows(head))).toEqual([]);
  });

  test.each(["截至2025年12月", "截止2025.12"])("%s is the year's, and told", (head) => {
    expect(figures(rows(head), ["W39"])).toEqual(["W39 2024:231 2025:260"]);
    expect(told(rows(head))).toEqual(["note data/column-read-as D1"]);
  });

  test("年末累计 is not of cases and rates, which begin anew each year", () => {
    const more: Rows = [
      ...rows("2025年末累计"),
      ["侵害妇女案件数", "件", 74, 398],
      ["孕产妇系统管理率", "%", 94.52, 94.7],
    ];
    expect(figures(more, ["W39", "W46", "W04"])).toEqual([
      "W39 2024:231 2025:260",
      "W46 2024:74",
      "W04 2024:94.52",
    ]);
    expect(told(more)).toEqual(["warning data/other-column D1"]);
  });

  test.each(["2025年累计", "截至2025年6月", "截至2025年12月1日"])("%s is not", (head) => {
    expect(figures(rows(head), ["W39"])).toEqual(["W39 2024:231"]);
    expect(told(rows(head))).toEqual(["warning data/other-column D1"]);
  });
});

describe("the form of a city", () => {
  const form = (label: string): Rows => [
    ["重庆市妇女发展规划（2021—2030年）监测统计表"],
    [label],
    ["指标名称", "单位", "2025年"],
    [...W04, 94.88],
  ];

  test.each(["填报区县：永川区", "填报区：永川区", "报送区县：永川区", "所在区县：重庆市永川区"])(
    "is the district's under %s",
    (label) => {
      expect(figures(form(label), ["W04"])).toEqual(["W04 2025:94.88"]);
      expect(told(form(label))).toEqual([]);
    },
  );

  test.each(["填报区县：江津区", "填报区县：各区县"])("is not under %s", (label) => {
    expect(figures(form(label), ["W04"])).toEqual(["W04"]);
    expect(told(form(label))).toEqual(["warning data/other-table A1"]);
  });
});

describe("the year of a form", () => {
  const form = (...line: Rows[number]): Rows => [
    ["指标名称", "单位", "上年", "本年"],
    [...W04, 94.52, 94.88],
    line,
  ];

  test.each<Rows[number][]>([
    [["填报年度：2025年"]],
    [["数据年度", 2025]],
    [["统计年份", "2025年"]],
    [["年度：2025年度"]],
  ])("may stand below it: %j", (line) => {
    for (const file of ["a.xlsx", "a.csv"])
      expect(figures(form(...line), ["W04"], { file })).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(form(...line))).toEqual([]);
  });

  test("does not agree with another's", () => {
    expect(told([["2024年监测表"], ...form("填报年度：2025年")])).toEqual(
      ["error data/year-conflict "].map((each) => each.trim()),
    );
  });

  test.each([["填报日期：2025年12月"], ["规划年度：2030年"]])("is none that %s says", (line) => {
    expect(told(form(line))).toEqual(["error data/no-year"]);
  });
});

test("districts that are common words are known by their names alone", () => {
  for (const name of ["大足", "江北", "长寿", "开州", "南岸", "大足区"]) {
    const rows: Rows = [
      ["指标名称", "单位", "永川", name],
      [...W04, 94.88, 95],
    ];
    expect(figures(rows, ["W04"], { file: "2025年.xlsx" })).toEqual(["W04 2025:94.88"]);
    expect(told(rows, { file: "2025年.xlsx" })).toEqual(["note data/reference-columns D1"]);
  }
});

test.each(["参政", "维权", "妇女维权", "摸底", "摸底表"])(
  "a sheet called %s is about nothing else",
  (name) => {
    const rows: Rows = [
      ["指标名称", "单位", "2025年"],
      [...W04, 94.88],
    ];
    expect(told(rows, { name })).toEqual([]);
  },
);

test("the women's figure of the year before is no other half of this year's", () => {
  const rows: Rows = [
    ["指标名称", "总人数", "女性", "女性比例(%)", "上年女性比例(%)"],
    ["女性法官占比", 98, 42, 42.86, 42.1],
    ["女性检察官占比", 55, 24, 43.64, 43.1],
  ];
  expect(figures(rows, ["W44", "W43"], { file: "2025年.xlsx" })).toEqual([
    "W44 2025:42.86",
    "W43 2025:43.64",
  ]);
  expect(told(rows, { file: "2025年.xlsx" })).toEqual(["note data/column-read-as D1"]);
});

describe("the advice on a column that nobody understands", () => {
  const hintOf = (rows: Rows): string =>
    reading(rows, { file: "2025年.xlsx" }).issues.find(({ code }) => code === "data/unread-column")?.hint ??
    "";

  test("does not make a second column of a year that is read", () => {
    for (const strange of ["2025年（修订前）", "量纲", "权数"]) {
      const hint = hintOf([
        ["指标名称", "2025年", strange],
        ["孕产妇系统管理率", 94.88, 93],
      ]);
      expect(hint).toContain("2025年的数已从B列读取");
      expect(hint).toContain("请删去B列");
    }
  });

  test("can be followed", () => {
    const rows = (head: string): Rows => [
      ["指标名称", "2024年", head],
      ["孕产妇系统管理率", 94.52, 94.88],
    ];
    for (const strange of ["覆盖率", "应建数（个）", "结算结果", "2025年（暂缺）"]) {
      const named = /列名请只写“([^”]+)”/u.exec(hintOf(rows(strange)))?.[1] ?? "";
      expect(figures(rows(named), ["W04"], { file: "2025年.xlsx" })).toEqual(["W04 2024:94.52 2025:94.88"]);
    }
  });
});
