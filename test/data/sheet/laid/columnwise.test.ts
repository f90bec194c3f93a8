import { describe, expect, test } from "vitest";
import { down, figures, over, reading, told, type Rows } from "../layout.js";

const groups = (rows: Rows) =>
  reading(rows).dataset.groups.map(
    ({ indicator, year, group, value }) => `${indicator} ${year} ${group} ${value.toString()}`,
  );

/** Whether read, known and refused make up all figures. */
const isAccounted = (rows: Rows) =>
  reading(rows)
    .coverage()
    .every(({ figures: all, read, known, refused }) => {
      const counts = [...known, ...refused].map(({ count }) => count);
      return counts.reduce((sum, count) => sum + count, read) === all;
    });

describe("years down and indicators across", () => {
  const turned: Rows = [
    ["永川区监测数据"],
    ["年份", "婴儿死亡率", "活产数", "孕产妇系统管理率", "备注"],
    ["单位", "‰", "人", "%"],
    ["2024年", 3.1, 8000, 94.5],
    ["2025年", 2.9, 7900, 94.88, "年报数"],
    ["2030年目标", 5, null, 95],
    ["注：数据由区卫生健康委提供"],
  ];
  const remarked = (remark: string) =>
    turned.map((row) => (row[4] === "年报数" ? [...row.slice(0, 4), remark] : row));

  test("are read column by column, each figure with its own cell", () => {
    expect(figures(turned, ["C02", "W04"])).toEqual(["C02 2024:3.1 2025:2.9", "W04 2024:94.5 2025:94.88"]);
    expect(told(turned)).toEqual(["note data/turned A2", "note data/others-rows A6"]);
    expect((reading(turned).dataset.series["W04"] ?? []).map(({ source }) => source.cell)).toEqual([
      "D4",
      "D5",
    ]);
    expect(isAccounted(turned)).toBe(true);
  });

  test.each(["目标数", "全市平均", "截至11月", "预计数"])(
    "a remark %s is said of its own year, which is not read, and told",
    (remark) => {
      expect(figures(remarked(remark), ["C02", "W04"])).toEqual(["C02 2024:3.1", "W04 2024:94.5"]);
      expect(told(remarked(remark))).toContain("warning data/only-others-rows E5");
    },
  );

  test("a remark that names one indicator is said of that", () => {
    const rows = remarked("孕产妇系统管理率为预计数");
    expect(figures(rows, ["C02", "W04"])).toEqual(["C02 2024:3.1 2025:2.9", "W04 2024:94.5"]);
    expect(told(rows)).toContain("warning data/only-others-rows E5");
    const two = remarked("婴儿死亡率为年报数，孕产妇系统管理率为上半年数");
    expect(figures(two, ["C02", "W04"])).toEqual(["C02 2024:3.1 2025:2.9", "W04 2024:94.5"]);
  });

  test("快报 is read, and told of its year", () => {
    expect(told(remarked("2025年为快报数"))).toContain("note data/preliminary-rows E5");
  });

  test("what stands beside a row under no heading is heard, too", () => {
    const rows = turned.map((row) => (row[4] === "备注" ? row.slice(0, 4) : row));
    const unheaded = rows.map((row) => (row[4] === "年报数" ? [...row.slice(0, 4), "全市数"] : row));
    expect(figures(unheaded, ["C02", "W04"])).toEqual(["C02 2024:3.1", "W04 2024:94.5"]);
  });

  test("目标 | 实际 and 全区 | 全市 beneath each name say which of its figures are ours", () => {
    for (const [ours, others] of [
      ["实际", "目标"],
      ["全区", "全市"],
    ]) {
      const rows: Rows = [
        ["年份", "学前教育毛入园率", null, "九年义务教育巩固率"],
        [null, others!, ours!, others!, ours!],
        ["2024年", 95, 97.9, 95, 99.9],
        ["2025年", 96, 98.01, 95, 99.94],
      ];
      const expected = ["C19 2024:97.9 2025:98.01", "C21 2024:99.9 2025:99.94"];
      expect(figures(rows, ["C19", "C21"])).toEqual(expected);
      const merges = [down(1, 1, 2), over(1, 2, 3), over(1, 4, 5)];
      expect(figures(rows, ["C19", "C21"], { merges })).toEqual(expected);
      expect(isAccounted(rows)).toBe(true);
    }
  });

  test("rows of another place among them are that place's", () => {
    const rows: Rows = [
      ["年份", "地区", "学前教育毛入园率", "九年义务教育巩固率"],
      ["2024年", "全区", 97.9, 99.9],
      ["2024年", "全市", 91.2, 95.5],
      ["2025年", "全区", 98.01, 99.94],
      ["2025年", "全市", 92, 95.6],
    ];
    expect(figures(rows, ["C19", "C21"])).toEqual(["C19 2024:97.9 2025:98.01", "C21 2024:99.9 2025:99.94"]);
    expect(told(rows)).toEqual(["note data/turned A1", "note data/others-rows B3"]);
  });

  test("a name may be completed by what stands beneath it, beside others that need not be", () => {
    const rows: Rows = [
      ["年份", "7岁以下儿童健康管理率", "近视率", null, "两癌筛查率（%）"],
      [null, null, "小学", "初中", "宫颈癌", "乳腺癌"],
      [2024, 93.05, 35.88, 62.43, 50.86, 51.22],
      [2025, 93.41, 35.6, 62.15, 52.94, 50.48],
    ];
    expect(figures(rows, ["C09", "C10b", "C10c", "W05a", "W05b"])).toEqual([
      "C09 2024:93.05 2025:93.41",
      "C10b 2024:35.88 2025:35.6",
      "C10c 2024:62.43 2025:62.15",
      "W05a 2024:50.86 2025:52.94",
      "W05b 2024:51.22 2025:50.48",
    ]);
    expect(told(rows)).toEqual(["note data/turned A1", "note data/rows-by-place C2"]);
    const other = rows.map((row) =>
      row.map((each) => (each === "两癌筛查率（%）" ? "两癌筛查率（‰）" : each)),
    );
    expect(figures(other, ["W05a", "W05b"])).toEqual(["W05a", "W05b"]);
  });

  test("a column of another indicator is named, and told as near one of ours where it is", () => {
    const rows: Rows = [
      ["年份", "孕产妇系统管理率", "婚前医学检测率", "地区生产总值"],
      [2024, 94.5, 60, 1200],
      [2025, 94.88, 61, 1300],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.5 2025:94.88", "W01"]);
    expect(told(rows)).toEqual(["warning data/unmatched-names", "note data/turned A1"]);
    expect(reading(rows).issues.find(({ code }) => code === "data/turned")?.message).toContain(
      "地区生产总值",
    );
  });

  test.each<[string, Rows, string]>([
    [
      "that a note makes another place's",
      [...turned.slice(1, 5), ["注：本表为全市数据"]],
      "data/other-table",
    ],
    ["with a year twice", [...turned.slice(1, 5), ["2025年", 2.8, 7800, 94]], "data/conflict"],
    [
      "on a scale that is not the plan's",
      [
        ["年份", "婴儿死亡率（%）"],
        ["2024年", 0.31],
        ["2025年", 0.29],
      ],
      "data/unit-scale",
    ],
  ])("%s: not read, and told as what they are", (_what, rows, code) => {
    expect(figures(rows, ["C02"])[0]).not.toContain("2025");
    expect(reading(rows).issues.map((each) => each.code)).toContain(code);
  });
});

describe("towns or places down and indicators across", () => {
  const towns: Rows = [
    ["2025年各镇街情况"],
    ["镇街", "孕产妇系统管理率（%）", "婚前医学检查率（%）"],
    ["大安街道", 94, 66],
    ["三教镇", 95, 67],
  ];

  test("towns are read as figures by group", () => {
    expect(groups(towns)).toEqual([
      "W04 2025 大安街道 94",
      "W04 2025 三教镇 95",
      "W01 2025 大安街道 66",
      "W01 2025 三教镇 67",
    ]);
    expect(figures(towns, ["W04", "W01"])).toEqual(["W04", "W01"]);
    expect(told(towns)).toEqual(["note data/turned A2", "note data/grouped-by A2"]);
  });

  test("of several years, each under its own", () => {
    const rows: Rows = [
      ["镇街", "2024年", null, "2025年"],
      [null, "孕产妇系统管理率", "婚检率", "孕产妇系统管理率", "婚检率"],
      ["大安街道", 93, 65, 94, 66],
      ["三教镇", 94, 66, 95, 67],
    ];
    expect(groups(rows)).toContain("W04 2024 大安街道 93");
    expect(groups(rows)).toContain("W01 2025 三教镇 67");
    const named: Rows = [
      ["镇街", "2024年婚检率", "2025年婚检率"],
      ["大安街道", 65, 66],
      ["三教镇", 66, 67],
    ];
    expect(groups(named)).toEqual([
      "W01 2024 大安街道 65",
      "W01 2025 大安街道 66",
      "W01 2024 三教镇 66",
      "W01 2025 三教镇 67",
    ]);
  });

  test("of districts our own is read", () => {
    const rows: Rows = [
      ["2025年渝西片区妇幼健康指标对比"],
      ["地区", "孕产妇系统管理率", "婚前医学检查率"],
      ["永川区", 94.88, 68.28],
      ["荣昌区", 93.2, 70],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
    expect(told(rows)).toEqual(["note data/turned A2", "note data/others-rows A4"]);
  });

  test("two blocks side by side, and rows that nothing understood names, are not read", () => {
    const blocks: Rows = [
      ["2025年"],
      ["镇街", "婚检率", "镇街", "婚检率"],
      ["大安街道", 94, "三教镇", 95],
      ["松溉镇", 93, "板桥镇", 92],
    ];
    expect(groups(blocks)).toEqual([]);
    expect(told(blocks)).toEqual(["warning data/side-by-side"]);
    const unknown: Rows = [
      ["2025年"],
      ["甲乙", "婚检率", "孕产妇系统管理率"],
      ["某某", 94, 93],
      ["某某某", 95, 94],
    ];
    expect(figures(unknown, ["W01", "W04"])).toEqual(["W01", "W04"]);
    expect(told(unknown)).toEqual(["warning data/transposed"]);
  });
});

test("a head of two levels over places, with counts beside the rates, is clean", () => {
  const rows: Rows = [
    ["2025年永川区孕产妇保健和健康情况年报表"],
    ["地区", "活产数", "孕产妇系统管理", null, "孕产妇死亡"],
    [null, null, "人数", "系统管理率（%）", "人数", "死亡率（1/10万）"],
    ["全区", 6236, 5917, 94.88, 1, 16.04],
    ["城市", 4100, 3950, 96.34, 0, 0],
  ];
  const merges = [down(1, 2, 3), down(2, 2, 3), over(2, 3, 4), over(2, 5, 6)];
  expect(figures(rows, ["W04", "W03"], { merges })).toEqual(["W04 2025:94.88", "W03 2025:16.04"]);
  expect(told(rows, { merges }).filter((each) => !each.startsWith("note"))).toEqual([]);
});

describe("what else stands in such tables", () => {
  const two: Rows = [
    ["妇女指标"],
    ["年份", "孕产妇系统管理率", "婚检率"],
    [2024, 94.52, 66.15],
    [2025, 94.88, 68.28],
  ];
  const below = (title: string): Rows => [
    ...two,
    [title],
    ["年份", "3岁以下儿童系统管理率", "新生儿死亡率"],
    [2024, 94.36, 1.49],
    [2025, 94.72, 1.44],
  ];

  test("a second one below has a title of its own", () => {
    expect(figures(below("儿童指标"), ["W04", "C08", "C01"])).toEqual([
      "W04 2024:94.52 2025:94.88",
      "C08 2024:94.36 2025:94.72",
      "C01 2024:1.49 2025:1.44",
    ]);
    expect(told(below("儿童指标"))).toEqual(["note data/turned A2", "note data/turned A6"]);
    expect(figures(below("全市儿童指标"), ["W04", "C08"])).toEqual(["W04 2024:94.52 2025:94.88", "C08"]);
    expect(told(below("全市儿童指标"))).toContain("warning data/other-table A5");
    expect(isAccounted(below("全市儿童指标"))).toBe(true);
  });

  test("codes for names, a row that numbers the columns, a mean beneath", () => {
    const rows: Rows = [
      ["年份", "W04", "C08"],
      ["甲", 1, 2],
      ["2024年", 94.52, 94.36],
      ["2025年", 94.88, 94.72],
      ["2021—2025年平均", 94.1, 94],
    ];
    expect(figures(rows, ["W04", "C08"])).toEqual(["W04 2024:94.52 2025:94.88", "C08 2024:94.36 2025:94.72"]);
    expect(told(rows)).toEqual(["note data/turned A1", "note data/others-rows A5"]);
    expect(isAccounted(rows)).toBe(true);
  });

  test("a first year of words that should be figures is no head", () => {
    const rows: Rows = [
      ["年份", "孕产妇系统管理率", "婚检率"],
      [2024, "94.52/95", "约66"],
      [2025, 94.88, 68.28],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
    expect(told(rows)).toContain("error data/two-figures B2");
    expect(told(rows)).toContain("error data/not-a-number C2");
  });

  test("指标 may stand in the corner over the years", () => {
    const rows: Rows = [
      ["指标", "农村自来水普及率", "农村水质达标率"],
      ["2024年", 89.42, 90.12],
      ["2025年", 90.35, 91],
    ];
    expect(figures(rows, ["C30", "C31"])).toEqual(["C30 2024:89.42 2025:90.35", "C31 2024:90.12 2025:91"]);
  });

  test("目标 | 完成 down under 类别, and 本期 | 上年同期 | 增减", () => {
    const sorted: Rows = [
      ["2025年"],
      ["类别", "孕产妇系统管理率", "婚检率"],
      ["目标", 90, 65],
      ["完成", 94.88, 68.28],
    ];
    expect(figures(sorted, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
    const dated: Rows = [
      ["2025年"],
      ["期别", "孕产妇系统管理率", "婚检率"],
      ["本期", 94.88, 68.28],
      ["上年同期", 94.52, 66.15],
      ["增减", 0.36, 2.13],
    ];
    expect(figures(dated, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(
      reading(dated)
        .issues.map(({ message }) => message)
        .join(),
    ).toContain("第5行是增减变化");
  });

  test("全市各区县 over rows of places is no reason not to read our own", () => {
    const rows: Rows = [
      ["2025年全市各区县妇幼指标"],
      ["区县", "孕产妇系统管理率", "婚检率"],
      ["永川", 94.88, 68.28],
      ["江津", 93.1, 70],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
    const ofCity: Rows = [rows[0]!, ["指标名称", "2025年"], ["孕产妇系统管理率", 95]];
    expect(figures(ofCity, ["W04"])).toEqual(["W04"]);
  });
});

test.each(["大足区妇幼指标", "荣昌区妇幼健康指标", "江津区教育指标"])(
  "%s are another district's, whatever they are about",
  (title) => {
    const rows: Rows = [
      [title],
      ["年份", "孕产妇系统管理率", "婚检率"],
      [2024, 94.52, 66.15],
      [2025, 94.88, 68.28],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).toContain("warning data/other-table A1");
    for (const own of ["永川区妇幼健康指标", "全区教育指标", "社区家庭教育指标"])
      expect(figures([[own], ...rows.slice(1)], ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  },
);
