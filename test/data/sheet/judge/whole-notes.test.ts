import { describe, expect, test } from "vitest";
import { figures, HEAD, reading, told, W01, W04 } from "../layout.js";

const table = (...notes: string[]) => [
  [...HEAD, "2024年", "2025年"],
  [...W04, 94.52, 95],
  [...W01, 66.15, 70],
  ...notes.map((note) => [note]),
];
const READ = ["W04 2024:94.52 2025:95", "W01 2024:66.15 2025:70"];

const FRAMES = [
  (what: string) => `注：数据为${what}。`,
  (what: string) => `注：均为${what}`,
  (what: string) => `数据为${what}`,
  (what: string) => `注：${what}`,
  (what: string) => what,
  (what: string) => `注：表中数据取自${what}`,
  (what: string) => `注：以上指标均按${what}填报`,
  (what: string) => `注：1.2023年为初步统计数；2.数据为${what}。`,
  (what: string) => `资料来源：区统计局，${what}。`,
];

describe("a note that says what all figures are, by whatever words", () => {
  test.each(["1—9月数", "全市数", "目标数", "预计数"])("%s: none is read", (what) => {
    for (const frame of FRAMES) {
      expect(figures(table(frame(what)), ["W04", "W01"])).toEqual(["W04", "W01"]);
      expect(told(table(frame(what)))).toEqual(["warning data/other-table A4"]);
    }
  });

  test.each([
    "注：各数均为同比增减百分点。",
    "（本表数据截至2025年10月31日）",
    "注：指标按目标值填列",
    "注：本表为上年度数。",
  ])("%s", (note) => {
    expect(figures(table(note), ["W04", "W01"])).toEqual(["W04", "W01"]);
    expect(told(table(note))).toEqual(["warning data/other-table A4"]);
  });

  test.each([
    "注：数据来自重庆市统计年鉴",
    "注：数据取自2025年妇幼年报",
    "数据为年报数",
    "注：均为全区数",
    "注：数据按全市统一口径填报",
    "注：均为占比",
    "注：数据为常住人口口径。",
    "注：孕产妇死亡率以活产数为分母，全市数为6.5",
    "注：数据截止时间为2025年12月31日",
  ])("%s does no harm", (note) => {
    expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
    expect(told(table(note))).toEqual([]);
  });

  test.each([
    "注：2024年、2025年两列填反。",
    "审核意见：2025年数据有误，待重报。",
    "*2025年数未经核实",
    "注：本表数值均扩大100倍",
    "注：红色为预计数",
  ])("%s: read, and a person is asked", (note) => {
    expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
    expect(told(table(note))).toEqual(["warning data/title-asked A4"]);
  });

  test.each(["注：仅含城镇数据", "注：2025年数据仅统计公办园", "注：2025年数据包括双桥经开区。"])(
    "%s: read, and asked whether the plan counts so",
    (note) => {
      expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
      expect(told(table(note))).toEqual(["warning data/partial-remarks A4"]);
    },
  );
});

describe("a note that gives last year's figure for this one", () => {
  test.each([
    "注：2025年暂用2024年数代替。",
    "注：2025年年报未出，本表2025年数据暂用2024年数据代替。",
    "注：2025年数据尚未公布，暂用2024年数。",
    "注：因系统故障，2025年数沿用2024年数",
    "注：2025年采用上年数",
    "注：2025年年报未出，以2024年代替",
    "指标时点：2024年12月31日",
    "注：数据为2024年数",
    "均为2024年数据",
    "注：2025年栏为“十四五”规划目标值。",
    "注：“2025年”指2024—2025学年。",
  ])("%s: its column is not read", (note) => {
    expect(figures(table(note), ["W04", "W01"])).toEqual(["W04 2024:94.52", "W01 2024:66.15"]);
    expect(told(table(note))).toEqual(["warning data/noted-column E1"]);
  });

  test("of one row", () => {
    const note = "注：孕产妇系统管理率2025年数据尚未公布，为2024年数。";
    expect(figures(table(note), ["W04", "W01"])).toEqual(["W04 2024:94.52", READ[1]]);
    expect(told(table(note))).toEqual(["warning data/only-others-rows A4"]);
  });

  test.each(["注：2024年数据为2025年修订数。", "注：2025年数按2020年不变价计算"])(
    "%s does no harm",
    (note) => {
      expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
    },
  );
});

test.each([
  "数据截止日期：2025年8月31日",
  "指标时点：2025年6月30日",
  "报送口径：全市",
  "注：统计范围为民办学校。",
])("a line %s, above or below, is said of all figures", (line) => {
  for (const rows of [table(line), [[line], ...table("")]]) {
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04", "W01"]);
    expect(told(rows)).toEqual([expect.stringMatching(/^warning data\/other-table/u)]);
  }
});

test.each([
  "数据截止日期：2025年12月31日",
  "统计范围：永川区",
  "统计口径：常住人口",
  "2025年儿童指标（统计口径：常住人口）",
  "填报时间：2026年3月1日",
  "数据来源：重庆市统计局",
])("a line %s does no harm, above or below", (line) => {
  for (const rows of [table(line), [[line], ...table("")]]) {
    expect(figures(rows, ["W04", "W01"])).toEqual(READ);
    expect(told(rows)).toEqual([]);
  }
});

test.each(["注：第2—3行为估算数。", "注：橙色字体的为预测数", "注：黄色底纹单元格为推算数"])(
  "%s speaks of figures that nobody else can tell: read, and asked about once",
  (note) => {
    expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
    expect(told(table(note))).toEqual(["warning data/title-asked A4"]);
  },
);

test.each(["说明：标黄的为2024年数据。", "注：标红的数据为预计数", "注：第2—3行为估算数。"])(
  "of %s a person is asked which figures they are, and not to leave out words",
  (note) => {
    const [found] = reading(table(note)).issues;
    expect(found?.message).toContain("看不出是哪几个数");
    expect(found?.message).toMatch(/“(?:标[黄红]的|第2—3行)/u);
    expect(found?.hint).not.toContain("这几个字");
  },
);

test("统计范围为民办学校 is told as the part it is", () => {
  const [found] = reading(table("注：统计范围为民办学校。")).issues;
  expect(found?.message).toContain("“民办”说明是部分人群的数");
});

test.each([
  "注：本公报数据为初步统计数。",
  "注：1.本表数据为快报数；2.部分数据因四舍五入存在尾差。",
  "以上均为初步数",
  "注：数据为快报数，以年报为准。",
])("%s: read, and told once", (note) => {
  expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
  expect(told(table(note))).toEqual(["note data/preliminary-rows A4"]);
});

test.each(["注：本表数据为年报数。", "注：本公报发布后进行初步分析。", "注：初步核查无误。"])(
  "%s says of nothing that it is not the last figure",
  (note) => {
    expect(told(table(note))).toEqual([]);
  },
);

test("the average of the whole district is its figure, the average of years is not", () => {
  const note = "注：表中数据为全区平均水平，城区为96.1%，农村为93.2%。";
  expect(figures(table(note), ["W04", "W01"])).toEqual(READ);
  expect(figures(table("注：表中数据为三年平均数。"), ["W04"])).toEqual(["W04"]);
  expect(figures(table("注：表中数据为全市平均水平。"), ["W04"])).toEqual(["W04"]);
});
