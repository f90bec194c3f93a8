import { describe, expect, test } from "vitest";
import { figures, told } from "../layout.js";

const HEAD = ["编号", "指标名称", "计量单位", "2025年"];
const W01 = ["W01", "婚前医学检查率", "%", 68.28];
const W04 = ["W04", "孕产妇系统管理率", "%", 97];

describe("rows below a line that speaks of plans or of other places", () => {
  test.each(["责任目标", "二、计划安排", "（二）下达任务", "考核要求", "拟完成", "争取目标"])(
    "%s heads targets",
    (line) => {
      const rows = [HEAD, ["一、完成情况"], W01, [line], W04];
      expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04"]);
      expect(told(rows)).toEqual(["warning data/only-others-rows A4"]);
    },
  );

  test.each(["兄弟区县平均", "毗邻地区", "二、先进地区", "外省对比", "二、渝西片区情况", "农村指标"])(
    "%s heads other places",
    (line) => {
      const rows = [HEAD, W01, [line], W04];
      expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04"]);
      expect(told(rows)).toEqual(["warning data/only-others-rows A3"]);
    },
  );

  test.each(["各项目标", "主要目标", "目标指标", "计划指标", "上年指标", "二、工作安排", "（三）2025年考核"])(
    "%s may head either: read, and asked about",
    (line) => {
      const rows = [HEAD, W01, [line], W04];
      const isRead = figures(rows, ["W04"])[0] === "W04 2025:97";
      expect(told(rows)).toEqual([
        isRead ? "warning data/title-asked A3" : "warning data/only-others-rows A3",
      ]);
    },
  );

  test.each(["二、妇女与健康", "三、计划执行情况", "（一）任务落实情况", "适龄妇女计划生育"])(
    "%s says nothing of the kind",
    (line) => {
      const rows = [HEAD, W01, [line], W04];
      expect(figures(rows, ["W04"])).toEqual(["W04 2025:97"]);
    },
  );
});

describe("the parts of a table are headed by rows with a number, a unit or dashes of their own", () => {
  const rows = (head: readonly (string | number | null)[]) => [
    ["序号", "指标名称", "单位", "2024年", "2025年"],
    [1, "孕产妇系统管理率", "%", 94.52, 94.88],
    [...head],
    [1, "婚前医学检查率", "%", 71.6, 73.2],
  ];
  const READ = "W04 2024:94.52 2025:94.88";

  test.each<(string | null | number)[]>([
    ["二", "全市情况"],
    ["（二）", "重庆市"],
    ["Ⅱ", "全国"],
    ["II", "江津区"],
    [2, "农村妇女"],
    [2, "上半年"],
    ["2.", "目标值", "%"],
    [null, "全市", "%"],
    ["二", "全市", null, "—", "—"],
    ["二", "2024年结转指标"],
  ])("%s | %s heads figures of others", (...head) => {
    const [first, second] = figures(rows(head), ["W04", "W01"]);
    expect(first).toBe(READ);
    const codes = told(rows(head)).map((each) => each.split(" ")[1]);
    expect(second === "W01" || codes.includes("data/title-asked")).toBe(true);
    expect(codes.some((code) => code === "data/only-others-rows" || code === "data/title-asked")).toBe(true);
  });

  test.each<(string | null | number)[]>([
    ["二", "全区情况"],
    ["二", "妇女与教育"],
    [2, "农村自来水普及率", "%"],
    [2, "女职工人数", "人"],
    [null, "农村", "%", "—", "—"],
    [2, "女童", "%", "—", "—"],
  ])("%s | %s heads nothing of others, or is a row of its own", (...head) => {
    expect(figures(rows(head), ["W04", "W01"])).toEqual([READ, "W01 2024:71.6 2025:73.2"]);
  });

  test("a group that begins the name of the row below heads nothing", () => {
    const parted = [
      ["序号", "指标名称", "单位", "2024年", "2025年"],
      [16, "城镇单位", "%"],
      [16, "就业人员中的女性比例", "%", 35.92, 36.1],
      [17, "孕产妇系统管理率", "%", 94.52, 94.88],
    ];
    expect(figures(parted, ["W16", "W04"])).toEqual(["W16 2024:35.92 2025:36.1", READ]);
  });

  test("全市 with dashes is a part of the row above, and heads the rows where none is above", () => {
    const dashed = [null, "全市", "%", "—", "—"];
    const W01 = [1, "婚前医学检查率", "%", 71.6, 73.2];
    const HEADING = ["序号", "指标名称", "单位", "2024年", "2025年"];
    expect(figures([HEADING, dashed, W01], ["W01"])).toEqual(["W01"]);
    expect(figures([HEADING, [2, "孕产妇系统管理率", "%", 94.52, 94.88], dashed, W01], ["W01"])).toEqual([
      "W01 2024:71.6 2025:73.2",
    ]);
  });

  test("一 | 2024年 and 二 | 2025年 say the years of the rows below", () => {
    const years = [
      ["序号", "指标名称", "单位", "数值"],
      ["一", "2024年"],
      [1, "孕产妇系统管理率", "%", 94.52],
      ["二", "2025年"],
      [1, "孕产妇系统管理率", "%", 94.88],
    ];
    expect(figures(years, ["W04"])).toEqual([READ]);
  });
});
