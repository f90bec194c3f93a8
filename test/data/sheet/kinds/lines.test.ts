import { describe, expect, test } from "vitest";
import { down, figures, over, reading, told } from "../layout.js";

describe("whose figures a row has", () => {
  test("合计 in a second column of names is the whole; its parts are others' figures", () => {
    const rows = [
      ["2025年监测数据"],
      ["指标", null, "单位", "2024年", "2025年"],
      ["婴儿死亡率", "合计", "‰", 2.25, 2.1],
      [null, "城市", "‰", 1.9, 1.8],
      [null, "农村", "‰", 2.9, 2.7],
      ["孕产妇系统管理率", null, "%", 94.52, 94.88],
    ];
    const around = { merges: [over(2, 1, 2), down(1, 3, 5), over(6, 1, 2)] };
    expect(figures(rows, ["C02", "W04"], around)).toEqual([
      "C02 2024:2.25 2025:2.1",
      "W04 2024:94.52 2025:94.88",
    ]);
    expect(told(rows, around)).toEqual(["note data/part-rows A4"]);
  });

  test.each([
    ["above", ["适龄妇女宫颈癌人群", null], ["筛查率", 72.1]],
    ["below", ["适龄妇女宫颈癌人群", 72.1], ["筛查率", null]],
  ])("a name that is broken over two rows is one, its other half %s", (_where, first, second) => {
    const rows = [["指标名称", "2025年"], first, second, ["孕产妇系统管理率", 94.88]];
    expect(figures(rows, ["W05a", "W04"])).toEqual(["W05a 2025:72.1", "W04 2025:94.88"]);
  });

  const HEAD = ["序号", "指标名称", "单位", "2024年", "2025年"];
  const W04 = [1, "孕产妇系统管理率", "%", 94.52, 94.88];
  const LAST = [12, "婚前医学检查率", "%", 71.6, 73.2];

  test.each([
    ["with the number", [11, "女童", "%"], [null, "九年义务教育巩固率", null, 99.91, 99.92]],
    ["in brackets below", [11, "九年义务教育巩固率", "%", 99.91, 99.92], [null, "（女童）"]],
    [
      "in brackets, the figures below",
      [11, "九年义务教育巩固率", "%"],
      [null, "（女童）", null, 99.91, 99.92],
    ],
  ])("a half that another of our rows would be without, %s", (_where, first, second) => {
    const rows = [HEAD, W04, first, second, LAST];
    expect(figures(rows, ["W11", "C21", "W01"])).toEqual([
      "W11 2024:99.91 2025:99.92",
      "C21",
      "W01 2024:71.6 2025:73.2",
    ]);
    expect(told(rows).filter((each) => !each.startsWith("note"))).toEqual([]);
  });

  test.each([
    ["（城区）", "B3“婚前医学检查率(城区)”"],
    ["（农村妇女）", "B3“婚前医学检查率(农村妇女)”"],
    ["（全市排位）", "第3行是位次"],
  ])("%s below makes the figures others', and says nothing of the next row", (more, what) => {
    const rows = [
      HEAD,
      W04,
      [11, "婚前医学检查率", "%", 71.6, 73.2],
      [null, more],
      [12, "女童九年义务教育巩固率", "%", 99.91, 99.92],
    ];
    expect(figures(rows, ["W01", "W11"])).toEqual(["W01", "W11 2024:99.91 2025:99.92"]);
    expect(told(rows)).toHaveLength(1);
    expect(reading(rows).issues[0]?.message).toContain(what);
  });

  test("（全区） below changes nothing", () => {
    const rows = [HEAD, [11, "婚前医学检查率", "%", 71.6, 73.2], [null, "（全区）"], W04];
    expect(figures(rows, ["W01"])).toEqual(["W01 2024:71.6 2025:73.2"]);
    expect(told(rows)).toEqual([]);
  });

  test.each(["比率", "指标值", "率", "检查率", "占比", "（3）检查率"])(
    "%s beneath its numerator and denominator is the figure of the name above",
    (name) => {
      const counts = [
        [null, "分子", "人", 3100, 3210],
        [null, "分母", "人", 4686, 4701],
      ];
      const rows = [
        HEAD,
        [1, "婚前医学检查率", "%"],
        ...counts,
        [null, name, "%", 66.15, 68.28],
        [2, ...W04.slice(1)],
      ];
      expect(figures(rows, ["W01", "W04"])).toEqual([
        "W01 2024:66.15 2025:68.28",
        "W04 2024:94.52 2025:94.88",
      ]);
      expect(told(rows)).toEqual(["note data/rows-by-place B5"]);
    },
  );

  test("检查人数 and 登记人数 may stand for them", () => {
    const rows = [
      HEAD,
      [1, "婚前医学检查率", "%"],
      [null, "检查人数", "人", 3100, 3210],
      [null, "登记人数", "人", 4686, 4701],
      [null, "检查率", "%", 66.15, 68.28],
    ];
    expect(figures(rows, ["W01"])).toEqual(["W01 2024:66.15 2025:68.28"]);
  });

  test("a name with a number over rows without heads them", () => {
    const rows = [
      HEAD,
      [1, "女童", "%"],
      [null, "九年义务教育巩固率", "%", 99.91, 99.92],
      [null, "婚前医学检查率", "%", 71.6, 73.2],
    ];
    expect(figures(rows, ["W11", "C21", "W01"])).toEqual(["W11", "C21", "W01"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows B2"]);
  });

  test("two halves with a figure each are two rows, and none of ours", () => {
    const rows = [
      ["指标名称", "2025年"],
      ["适龄妇女宫颈癌人群", 51200],
      ["筛查率", 72.1],
      ["孕产妇系统管理率", 94.88],
    ];
    expect(figures(rows, ["W05a"])).toEqual(["W05a"]);
  });

  test("a code may stand in front of the name in one cell", () => {
    const rows = [
      ["指标", "2025年"],
      ["W04 孕产妇系统管理率", 94.88],
      ["W01婚前医学检查率", 68.28],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
  });

  test.each([
    ["two of our names in one cell", ["婴儿死亡率/5岁以下儿童死亡率", null, "2.1/4.49"]],
    ["a name left of it that is like ours", ["适龄妇女“两癌”人群筛查率", "卵巢癌", 72.1]],
  ])("%s: told, not dropped", (_what, row) => {
    const rows = [["指标", null, "2025年"], row, ["孕产妇系统管理率", null, 94.88]];
    const around = { merges: [over(1, 1, 2)] };
    expect(told(rows, around)).toEqual(["warning data/unmatched-names"]);
    expect(reading(rows, around).issues[0]?.message).toContain(String(row[0]));
  });
});

describe("a figure in the wrong column", () => {
  const HEAD = ["编号", "指标名称", "上年数", "本年数", "分子", "分母", "缺报原因", "数据来源", "备注"];
  const form = (...cells: (string | number | null)[]) => [
    ["2025年度填报表"],
    HEAD,
    ["W04", "孕产妇系统管理率", 94.52, ...cells],
  ];

  test.each([
    ["备注", [null, null, null, null, null, 94.88], "I3"],
    ["备注, with the unit", [null, null, null, null, null, "94.88%"], "I3"],
    ["备注, with words before it", [null, null, null, null, null, "本年数：94.88%"], "I3"],
    ["数据来源", [null, null, null, null, 94.88], "H3"],
    ["缺报原因", [null, null, null, "94.88"], "G3"],
  ])("%s: told where this year's is blank", (_where, cells, at) => {
    expect(told(form(...cells))).toEqual([`warning data/figure-among-words ${at}`]);
    // It is no reason why the figure is missing.
    const gaps = reading(form(...cells)).dataset.gaps.map(
      ({ statedReason, remark }) => statedReason + remark,
    );
    expect(gaps.join("")).toBe("");
  });

  test("计量单位: told as a figure, not as another unit", () => {
    const rows = [
      ["编号", "指标名称", "计量单位", "2025年"],
      ["W04", "孕产妇系统管理率", 94.88, null],
      ["W33", "女性基本医疗保险参保率", "97.2%", null],
    ];
    expect(told(rows)).toEqual(["warning data/figure-among-words C2", "warning data/figure-among-words C3"]);
  });

  test.each([
    [null, null, null, "2024年机构改革", "2025年妇幼年报", 2024],
    [94.88, null, null, null, null, 12],
    [null, null, null, "未开展", null, "见附件1"],
  ])("%s %s %s %s %s %s holds words", (...cells) => {
    expect(told(form(...cells))).toEqual([]);
  });

  test("a rate under 分子 alone counts nothing: all figures may stand one column too far right", () => {
    const rows = form(94.52, 94.88);
    expect(told(rows)).toEqual(["warning data/not-a-count E3"]);
    expect(told(form(94.88, 5917, 6236))).toEqual([]);
    expect(told(form(94.88, 5917))).toEqual([]);
  });
});

describe("a part beneath a name", () => {
  const under = (whole: string, ...parts: readonly (readonly [string, string, number | null])[]) => [
    ["指标名称", "计量单位", "2025年"],
    [whole, "%", 90],
    ...parts,
    ["孕产妇系统管理率", "%", 94.88],
  ];
  test.each([
    ["村（社区）党组织成员中女性比例", "其中：党组织书记", "%", "W31b"],
    ["村（社区）党组织成员中女性比例", "书记", "%", "W31b"],
    ["村委会成员中女性比例", "居委会", "%", "W32b"],
    ["九年义务教育巩固率", "其中：女童", "%", "W11"],
    ["九年义务教育巩固率", "女生", "%", "W11"],
    ["高中阶段毛入学率", "#女性", "%", "W12"],
    ["就业人员中女性比例", "城镇单位", "%", "W16"],
    ["儿童青少年近视率", "小学", "%", "C10b"],
    ["妇女“两癌”免费检查率", "宫颈癌", "%", "W05a"],
    ["宫颈癌检查率", "乳腺癌", "%", "W05b"],
    ["两癌检查情况", "乳腺癌", "%", "W05b"],
    ["小学生每天睡眠时间", "初中生", "小时", "C15b"],
    ["婴儿死亡率", "新生儿", "‰", "C01"],
  ])("%s, %s: read as the row it is, and said", (whole, part, unit, id) => {
    const rows = under(whole, [part, unit, 83]);
    expect(figures(rows, [id])).toEqual([`${id} 2025:83`]);
    expect(told(rows)).toContain("note data/rows-by-place A3");
  });

  test.each([
    ["婴儿死亡率", "城镇"],
    ["婴儿死亡率", "其中：早产儿"],
    ["婴儿死亡率", "3岁以下"],
    ["婴儿死亡率", "目标值"],
    ["婴儿死亡率", "全市"],
    ["九年义务教育巩固率", "男生"],
    ["九年义务教育巩固率", "初中"],
  ])("%s, %s: not of the plan, told once with its place", (whole, part) => {
    const rows = under(whole, [part, "‰", 83], ["其中：农村", "‰", 84]);
    expect(told(rows)).toContain("note data/part-rows A3");
    const [found] = reading(rows).issues.filter(({ code }) => code === "data/part-rows");
    expect(found?.message).toContain(`A3“${part.replace("：", ":")}”、A4“其中:农村”`);
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  });

  test.each([
    ["of some of the people", "农村妇女两癌检查率", "宫颈癌", "%", "W05a"],
    ["that counts", "九年义务教育巩固率", "女童", "人", "W11"],
    ["that counts and says no unit", "九年义务教育巩固率", "女童", "", "W11"],
  ])("%s is none of ours, and named", (_which, whole, part, unit, id) => {
    const rows = under(whole, [part, unit, 4100]);
    expect(figures(rows, [id])).toEqual([id]);
    expect(told(rows)).toContain("warning data/unmatched-names");
  });

  test("what is counted below a rate is a measure of its own, whatever group it counts", () => {
    const rows = under("婴儿死亡率", ["年末常住人口", "万人", 115.1], ["农村", "‰", 2.9]);
    const [found] = reading(rows).issues.filter(({ code }) => code === "data/part-rows");
    expect(found?.message).toContain("A4“农村”");
    expect(found?.message).not.toContain("常住人口");
  });

  test("a name of ours over the part that the plan means is the whole, and not read", () => {
    const rows = under("自来水普及率", ["农村", "%", 84], ["城镇", "%", 99]);
    expect(figures(rows, ["C30"])).toEqual(["C30 2025:84"]);
    expect(told(rows)).toEqual(["note data/rows-by-place A3", "note data/part-rows A4"]);
  });

  test("实际值 beneath a name without a figure is its own", () => {
    const rows = [
      ["指标名称", "2025年"],
      ["婴儿死亡率", null],
      ["实际值", 2.1],
      ["目标值", 5],
    ];
    expect(figures(rows, ["C02"])).toEqual(["C02 2025:2.1"]);
  });

  test.each(["学段", "分类", "人群"])("a column %s beside the names says it, too", (heading) => {
    const rows = [
      ["指标名称", heading, "2025年"],
      ["近视率", "小学", 34.8],
      ["近视率", "初中", 54.8],
      ["九年义务教育巩固率", "合计", 98.1],
      ["九年义务教育巩固率", "女童", 98.5],
    ];
    expect(figures(rows, ["C10b", "C10c", "C21", "W11"])).toEqual([
      "C10b 2025:34.8",
      "C10c 2025:54.8",
      "C21 2025:98.1",
      "W11 2025:98.5",
    ]);
  });

  test("other indicators of a bureau's table are no parts, set in alike or not", () => {
    const rows = [
      ["指标名称", "2025年"],
      ["卫生", null],
      ["　婴儿死亡率", 2.1],
      ["　卫生机构床位数", 4500],
      ["　孕产妇系统管理率", 94.88],
    ];
    expect(told(rows)).toEqual([]);
  });
});
