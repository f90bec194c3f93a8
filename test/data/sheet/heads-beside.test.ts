import { describe, expect, test } from "vitest";
import { figures, over, down, told, type Rows } from "./layout.js";

describe("names beneath another heading than 指标", () => {
  const rows: Rows = [
    ["指标", "分子", null, "分母", null, "2025年"],
    [null, "名称", "数值", "名称", "数值", null],
    ["孕产妇系统管理率", "系统管理人数", 5903, "活产数", 6222, 94.87],
    ["婴儿死亡率", "婴儿死亡数", 14, "活产数", 6222, 2.25],
  ];
  const merges = [over(1, 2, 3), over(1, 4, 5), down(1, 1, 2), down(6, 1, 2)];

  test("are those of numerators", () => {
    expect(figures(rows, ["W04", "C02"], { merges })).toEqual(["W04 2025:94.87", "C02 2025:2.25"]);
    expect(told(rows, { merges })).toEqual([]);
  });

  test("are so without merged cells, too", () => {
    expect(figures(rows, ["W04", "C02"])).toEqual(["W04 2025:94.87", "C02 2025:2.25"]);
  });

  test("are those of projects", () => {
    const projects: Rows = [
      ["项目", null, "年份", "进展状态"],
      ["编号", "名称", null, null],
      ["WP03", "女性职业教育提升项目", 2025, "推进中"],
    ];
    const found = told(projects, { merges: [over(1, 1, 2), down(3, 1, 2), down(4, 1, 2)] });
    expect(found).toEqual([]);
  });
});

describe("a title that speaks of ranks", () => {
  const ranked = (...heads: string[]): Rows => [
    ["2025年监测结果排名通报"],
    ["指标", "计量单位", ...heads],
    ["女性律师占比", "%", 37.1, ...heads.slice(1).map(() => 12)],
  ];

  test("over figures and their ranks names the ranks", () => {
    expect(figures(ranked("2025年", "全市排位"), ["W45"])).toEqual(["W45 2025:37.1"]);
    expect(figures(ranked("完成值", "位次"), ["W45"])).toEqual(["W45 2025:37.1"]);
  });

  test("over one column says what that is", () => {
    expect(figures(ranked("2025年"), ["W45"])).toEqual(["W45"]);
    expect(told(ranked("2025年"))).toEqual(["warning data/other-table A1"]);
  });
});

describe("a table below another's", () => {
  const below = (foreign: Rows): Rows => [
    ["永川区2025年教育事业基本情况"],
    ...foreign,
    ["主要比率"],
    ["指标名称", "单位", "2024年", "2025年"],
    ["学前教育毛入园率", "%", 97.9, 98.05],
  ];
  const HEAD_ABOVE = ["类别", "学校数", "在校学生数", "其中：女生"];

  test("is not what the columns of that are", () => {
    const rows = below([HEAD_ABOVE, ["小学", 52, 69870, 32910], ["初中", 36, 34110, 16020]]);
    expect(figures(rows, ["C19"])).toEqual(["C19 2024:97.9 2025:98.05"]);
    expect(told(rows).filter((each) => each.includes("other-table"))).toEqual([]);
  });

  test("is what a line right above it, or the title of the sheet, says", () => {
    const foreign: Rows = [HEAD_ABOVE, ["小学", 52, 69870, 32910]];
    const [, ...rest] = below(foreign);
    expect(figures([["重庆市2025年教育情况"], ...rest], ["C19"])).toEqual(["C19"]);
    expect(figures(below([...foreign, ["其中：农村"]]), ["C19"])).toEqual(["C19"]);
  });
});

describe("a column 单位 of offices", () => {
  const rows = (...units: (string | null)[]): Rows => [
    ["单位", "指标名称", "2024年", "2025年"],
    [units[0] ?? null, "女性法官占比", 42.45, 42.86],
    [units[1] ?? null, "女性检察官占比", 42.59, 43.64],
  ];
  const READ = ["W44 2024:42.45 2025:42.86", "W43 2024:42.59 2025:43.64"];

  test("states no unit of measure", () => {
    expect(figures(rows("区法院", "区检察院"), ["W44", "W43"])).toEqual(READ);
    expect(told(rows("区法院", "区检察院"))).toEqual([]);
  });

  test("one of measures does", () => {
    expect(told(rows("%", "人"))).toEqual(["error data/unit-scale A3"]);
    expect(told(rows("区法院", "人"))).not.toEqual([]);
  });

  test("a school among them reports its own figures", () => {
    expect(figures(rows("区教委", "萱花小学"), ["W44", "W43"])).toEqual([READ[0], "W43"]);
  });
});

test.each(["表1　残疾儿童康复（2025年）", "附表2-1 覆盖率（2025年）", "表二：妇女参与决策", "表3妇女与健康"])(
  "%s is a title with its number",
  (title) => {
    expect(told([[title], ["指标名称", "2025年"], ["残疾儿童康复服务覆盖率", 97.9]])).toEqual([]);
  },
);

test("the words of 抽检数 that are left name no heading to write", () => {
  const rows: Rows = [["2025年监测指标"], ["指标名称", "抽检数"], ["女性律师占比", 37.11]];
  expect(told(rows)).toEqual(["warning data/unread-column B2"]);
});
