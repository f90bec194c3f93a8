import { describe, expect, test } from "vitest";
import { down, figures, over, reading, told } from "./layout.js";

const HEAD = ["编号", "指标名称", "单位"];

describe("blocks of towns side by side", () => {
  const [name, other] = ["以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率", "学前教育普惠率"];

  test("that share a name and a year are not read, and one is told to put them below each other", () => {
    const rows = [
      ["指标名称", "镇街", "2025年", null, "镇街", "2025年"],
      [name, "大安街道", 98, null, "三教镇", 97],
      [name, "南大街街道", 99, null, "朱沱镇", 96],
    ];
    expect(reading(rows).dataset.groups).toEqual([]);
    expect(told(rows)).toEqual(["warning data/side-by-side E1"]);
  });

  test("headed by one indicator each, too", () => {
    const rows = [
      ["镇街", other, null, "镇街", other],
      ["大安街道", 90, null, "三教镇", 91],
    ];
    expect(told(rows)).toEqual(["warning data/side-by-side"]);
  });

  test("with names of their own are two tables", () => {
    const head = ["编号", "年份", "镇街", "数值"];
    const rows = [
      [...head, null, ...head],
      ["C07", 2025, "大安街道", 98, null, "C07", 2025, "三教镇", 97],
    ];
    expect(reading(rows).dataset.groups.map(({ group }) => group)).toEqual(["大安街道", "三教镇"]);
  });
});

test("a row of the head's years that heads no names is a head, not a row without a name", () => {
  for (const years of [
    ["2024年", "2025年"],
    [2024, 2025],
  ]) {
    const rows = [
      [...HEAD, ...years],
      ["W44", "女性法官占比", "%", 45, 45.9],
      [null, null, null, ...years],
      ["W43", "女性检察官占比", "%", 50, 51],
    ];
    expect(figures(rows, ["W44", "W43"])).toEqual(["W44 2024:45 2025:45.9", "W43 2024:50 2025:51"]);
    expect(told(rows)).toEqual([]);
  }
  const lost = [
    [...HEAD, "2024年", "2025年"],
    ["W44", "女性法官占比", "%", 45, 45.9],
    [null, null, null, 2024, 51],
  ];
  expect(told(lost)).toEqual(["warning data/nameless-rows D3"]);
});

describe("names beneath a heading that names several", () => {
  const head = ["序号", "指标名称", "单位", "2025年"];

  test.each(["适龄妇女“两癌”人群筛查率", "两癌筛查率", "适龄妇女宫颈癌、乳腺癌人群筛查率"])("%s", (name) => {
    const rows = [head, [5, name, "%", null], [null, "其中：宫颈癌", "%", 80], [null, "乳腺癌", "%", 81]];
    expect(figures(rows, ["W05a", "W05b"])).toEqual(["W05a 2025:80", "W05b 2025:81"]);
    expect(told(rows)).toEqual([]);
  });

  test("left of them in merged cells", () => {
    const rows = [
      ["序号", "指标名称", null, "单位", "2025年"],
      [5, "适龄妇女“两癌”人群筛查率", "宫颈癌", "%", 80],
      [null, null, "乳腺癌", "%", 81],
    ];
    const merges = [over(1, 2, 3), down(2, 2, 3)];
    expect(figures(rows, ["W05a", "W05b"], { merges })).toEqual(["W05a 2025:80", "W05b 2025:81"]);
  });

  test("a heading of one other thing lends nothing", () => {
    const rows = [head, [5, "农村儿童死亡率", "‰", null], [null, "新生儿", "‰", 3]];
    expect(figures(rows, ["C01"])).toEqual(["C01"]);
  });
});

describe("the zero of a site that was not open", () => {
  const head = ["编号", "年份", "分组", "组别", "数值", "备注"];
  const site = (name: string, value: number, remark: string | null) => [
    "C13b",
    2025,
    "机构",
    name,
    value,
    remark,
  ];

  test("is no figure of it", () => {
    const rows = [
      head,
      site("甲卫生院", 2, null),
      site("乙卫生院", 0, "已撤并"),
      site("丙卫生院（停业）", 0, null),
    ];
    expect(reading(rows).dataset.groups.map(({ group }) => group)).toEqual(["甲卫生院"]);
    expect(told(rows)).toEqual(["note data/site-closed E3", "note data/site-closed E4"]);
  });

  test("counts where nothing says so, and a figure that is none counts in any case", () => {
    const rows = [head, site("甲卫生院", 0, "人员已调走"), site("乙卫生院", 1, "年底撤并")];
    expect(reading(rows).dataset.groups.map(({ value }) => value.toNumber())).toEqual([0, 1]);
  });
});
