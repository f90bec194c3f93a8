import { describe, expect, test } from "vitest";
import { down, figures, told, type Rows } from "../layout.js";

const table = (head: string, ...words: (string | null)[]): Rows => [
  ["指标名称", "计量单位", "2024年", "2025年", head],
  ["孕产妇系统管理率", "%", 94.52, 94.91, words[0] ?? null],
  ["女性律师占比", "%", 36.24, 37.11, words[1] ?? null],
];
const BOTH = ["W04 2024:94.52 2025:94.91", "W45 2024:36.24 2025:37.11"];

const OF_LISTS = ["备注", "存在问题", "问题", "原因", "审核意见", "核对情况", "结论"];
/** Headings that say nothing, or that nobody knows: a figure among their words is told of, too. */
const STRANGE = ["情况", "反馈意见", "领导批示"];

describe.each([...OF_LISTS, ...STRANGE])("under %s", (head) => {
  test("another year's figure in place of this one's is not read", () => {
    const rows = table(head, null, "2025年尚未统计，暂用2024年数");
    expect(figures(rows, ["W04", "W45"])).toEqual([BOTH[0], "W45 2024:36.24"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows E3"]);
  });

  test("half a year's figure is not read", () => {
    const rows = table(head, null, "2025年为上半年数");
    expect(figures(rows, ["W45"])).toEqual(["W45 2024:36.24"]);
  });

  test.each(["数据异常，待核", "数据有误，应为37.5", "应为37.5"])("%s is asked about", (words) => {
    const rows = table(head, null, words);
    expect(figures(rows, ["W04", "W45"])).toEqual(BOTH);
    const found = told(rows);
    expect(found).toContain("warning data/doubting-remarks E3");
    if (OF_LISTS.includes(head)) expect(found).toHaveLength(1);
  });

  test.each(["同意", "通过", "已核实", "较上年提高，原因是新增女律师较多", "2026年计划开展培训", "正常"])(
    "%s is no news",
    (words) => {
      const rows = table(head, words, null);
      expect(figures(rows, ["W04", "W45"])).toEqual(BOTH);
      expect(told(rows)).toEqual([]);
    },
  );
});

describe("a remark that gives another figure than the cell", () => {
  test.each([
    "2025年为37.5",
    "2025年数据为37.5%",
    "2025年为37.5，以此为准",
    "实际37.5",
    "实为37.5",
    "本年数为37.5",
    "以37.5为准",
    "暂按38填报",
    "2024年为36.5",
    "与上年相同",
    "同上年",
    "2025年未监测",
    "两年一次，2025年未开展调查",
  ])("%s", (words) => {
    const rows = table("备注", null, words);
    expect(figures(rows, ["W45"])).toEqual([BOTH[1]]);
    expect(told(rows)).toEqual(["warning data/doubting-remarks E3"]);
  });

  test.each([
    "2025年为37.11",
    "2025年为37.1",
    "2024年为36.24，2025年为37.11",
    "2020年为30.5",
    "以37.11为准",
    "与上年持平",
    "口径与上年一致",
    "2023年未开展",
    "2025年为167人",
    "实际执业167人",
  ])("%s gives none", (words) => {
    expect(told(table("备注", null, words))).toEqual([]);
  });
});

test.each(["同上年", "与上年数据一致"])("%s beside last year's figure is as it says", (words) => {
  const rows: Rows = [
    ["指标名称", "计量单位", "2024年", "2025年", "备注"],
    ["女性律师占比", "%", 37.11, 37.11, words],
  ];
  expect(told(rows)).toEqual([]);
});

describe("a note that names a row and gives another figure than its cell", () => {
  const noted = (note: string): Rows => [...table("备注"), [note]];

  test.each([
    "注：孕产妇系统管理率2024年为94.52%，2025年为95.10%（已更正）。",
    "说明：1.数据为年报数；2.女性律师占比2025年数据应为37.5。",
    "注：女性律师占比2024年达35.2%。",
  ])("%s", (note) => {
    expect(figures(noted(note), ["W04", "W45"])).toEqual(BOTH);
    expect(told(noted(note))).toEqual(["warning data/doubting-remarks A4"]);
  });

  test.each([
    "注：孕产妇系统管理率2024年为94.52%，2025年为94.91%。",
    "注：孕产妇系统管理率2025年为94.9%。",
    "注：女性律师占比全市2025年为40.1%。",
    "注：女性律师占比2025年为167人。",
    "注：女性律师占比2020年为30.5%。",
    "注：孕产妇系统管理率和女性律师占比2025年为94.91%和37.11%。",
  ])("%s gives none", (note) => {
    expect(told(noted(note))).toEqual([]);
  });
});

test("a remark merged over rows is said of each", () => {
  const rows = table("备注", "以上两项为全市数");
  const merges = [down(5, 2, 3)];
  expect(figures(rows, ["W04", "W45"], { merges })).toEqual(["W04", "W45"]);
  expect(told(rows, { merges })).toEqual(["warning data/only-others-rows E2"]);
});

describe("a line between the rows that speaks of an earlier year", () => {
  const under = (line: string): Rows => [
    ["永川区2025年监测指标"],
    ["指标名称", "计量单位", "数值"],
    ["孕产妇系统管理率", "%", 94.91],
    [line],
    ["女性律师占比", "%", 36.24],
  ];

  test.each([
    "二、2024年结转指标",
    "以下指标2025年未监测，列2024年数",
    "（以下为调查指标，数据为2023年）",
    "以下指标两年一次，2025年未开展",
  ])("%s is asked about", (line) => {
    expect(told(under(line))).toEqual(["warning data/title-asked A4"]);
  });

  test.each(["二、2025年指标", "妇女参与决策", "“十四五”规划指标（2021—2025年）"])("%s does not", (line) => {
    expect(figures(under(line), ["W04", "W45"])).toEqual(["W04 2025:94.91", "W45 2025:36.24"]);
    expect(told(under(line))).toEqual([]);
  });
});

describe("a source of an earlier year only", () => {
  const form = (source: string): Rows => [
    ["2025年度填报表"],
    ["编号", "指标名称", "计量单位", "上年数", "本年数", "数据来源"],
    ["W45", "女性律师占比", "%", 36.24, 37.11, source],
  ];

  test.each(["2023年第七次人口普查", "区司法局2024年数据", "《永川统计年鉴2024》", "暂用2024年数"])(
    "%s beside this year's figure is asked about",
    (source) => {
      expect(told(form(source))).toEqual(["warning data/doubting-remarks F3"]);
    },
  );

  test.each([
    "2025年统计年报",
    "2024年10月—2025年9月妇幼年报",
    "《永川统计年鉴2026》",
    "永司发〔2025〕20号",
    "区司法局",
  ])("%s is not", (source) => {
    expect(told(form(source))).toEqual([]);
  });

  test("nor is one over many years, or beside a blank", () => {
    const many: Rows = [
      ["指标名称", "计量单位", "2023年", "2024年", "2025年", "数据来源"],
      ["女性律师占比", "%", 35.1, 36.24, 37.11, "2024年统计年鉴"],
    ];
    expect(told(many)).toEqual([]);
    const blank = form("2024年数据").map((row) => row.map((cell) => (cell === 37.11 ? null : cell)));
    expect(told(blank).filter((each) => each.includes("doubting"))).toEqual([]);
  });
});
