import { describe, expect, test } from "vitest";
import { aDate, made, read, valuesOf, type Written } from "../book.js";
import {
  C08,
  HEAD,
  W01,
  W04,
  down,
  figures,
  over,
  reading,
  told,
  type Rows,
  type Surroundings,
} from "./layout.js";

describe("a column of another figure is not read", () => {
  test.each([
    "2025年（全市）",
    "2025年（预计）",
    "2025年上半年",
    "2025年1—9月",
    "2025年农村",
    "2024—2025学年",
    "2025年位次",
    "2025年（目标）",
    "全国2025年",
  ])("%s, and told where nothing else gives that year", (heading) => {
    const rows = [
      [...HEAD, "2024年", heading],
      [...W04, 93.1, 96.5],
      [...W01, 66.15, 70],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:93.1"]);
    expect(told(rows)).toEqual(["warning data/other-column E1"]);
  });

  test("beside the row's own figure of the year, or as a change, it is no news", () => {
    const rows = [
      [
        ...HEAD,
        "2024年",
        "2025年",
        "2025年全市",
        "2025年目标",
        "同比",
        "较2020年",
        "完成率（%）",
        "位次",
        "2030年目标值",
        "2021—2025年平均",
      ],
      [...W04, 94.52, 94.88, 96.5, 94, 0.36, 1.89, 100.9, 12, 94, 94.1],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows)).toEqual(["note data/reference-columns F1"]);
  });

  test("a column with a word that nobody understands is told once, not row by row", () => {
    const rows = [
      [...HEAD, "2024年", "2025年调整前"],
      [...W04, 94.52, 94.88],
      [...W01, 66, 68],
      [...C08, 94, 95],
    ];
    expect(told(rows)).toEqual(["warning data/unread-column E1"]);
    expect(reading(rows).issues[0]?.message).toContain("E列“2025年调整前”中的“调整前”");
  });

  test.each(["2021—2025年累计", "五年平均", "占比（%）", "2025年完成率", "自评得分"])(
    "%s alone is told: there is no other column",
    (heading) => {
      const rows = [["2025年度监测表"], [...HEAD, heading], [...W04, 94.88]];
      expect(figures(rows, ["W04"])).toEqual(["W04"]);
      expect(told(rows)).toEqual(["warning data/other-column D2"]);
    },
  );

  test.each([
    ["本年累计", "上年同期"],
    ["本年预计", "上年数"],
    ["本年平均", "2024年"],
  ])("%s is told although %s beside it is read: the year of the table has no figure", (heading, last) => {
    const rows = [["2025年监测表"], [...HEAD, heading, last], [...W04, 94.88, 94.52]];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52"]);
    expect(told(rows)).toEqual(["warning data/other-column D2"]);
    const given = [["2025年监测表"], [...HEAD, heading, last, "2025年"], [...W04, 94.88, 94.52, 94.9]];
    expect(told(given)).toEqual([]);
  });

  test("率 beside 分子 and 分母 is the figure; 填报率 is another, and numbers of people are counts", () => {
    const rows = [
      [...HEAD, "2025年", null, null, "应管理人数", "自评得分"],
      [null, null, null, "分子", "分母", "率（%）", null, null],
      [...W04, 5917, 6236, 94.88, 6236, 5],
    ];
    const merges = [over(1, 4, 6), down(7, 1, 2), down(8, 1, 2)];
    expect(figures(rows, ["W04"], { merges })).toEqual(["W04 2025:94.88"]);
    expect(told(rows, { merges })).toEqual([]);
    const reported = [["2025年"], [...HEAD, "填报率"], [...W04, 100]];
    expect(figures(reported, ["W04"])).toEqual(["W04"]);
  });

  test("a plan for the year after the one the title names is no news either", () => {
    const rows = [["2025年度监测表"], [...HEAD, "2025年", "2026年计划"], [...W04, 94.88, 95]];
    expect(told(rows)).toEqual([]);
  });
});

describe("heads of several rows are heard whole", () => {
  const keys = [down(1, 1, 2), down(2, 1, 2), down(3, 1, 2)];
  const sub = (...rest: Written[]) => [null, null, null, ...rest];

  test("a banner over the years", () => {
    const rows = [[...HEAD, "重庆市", null], sub("2024年", "2025年"), [...W04, 96.1, 96.5]];
    const merges = [...keys, over(1, 4, 5)];
    expect(figures(rows, ["W04"], { merges })).toEqual(["W04"]);
    expect(told(rows, { merges })).toEqual(["warning data/other-column D2", "warning data/other-column E2"]);
  });

  test.each([[keys], [[]]])("words under a year, blank where there is nothing yet", (merged) => {
    const rows = [
      [...HEAD, "2024年", "2025年", null],
      sub(null, "目标", "完成"),
      [...W04, 94.52, 93.5, null],
      [...W01, 66.15, 70, null],
    ];
    const merges = [...merged, ...(merged.length === 0 ? [] : [over(1, 5, 6)])];
    expect(figures(rows, ["W04", "W01"], { merges })).toEqual(["W04 2024:94.52", "W01 2024:66.15"]);
    expect(told(rows, { merges })).toEqual([]);
  });

  test.each([
    [["2025年", null], ["上年数", "本年数"], "2024:94.52 2025:94.88"],
    [["2025年（上年同期）", "2025年"], [], "2024:94.52 2025:94.88"],
    [["2024年（上年）", "2025年（本年）"], [], "2024:94.52 2025:94.88"],
    [["上年（2024年）", "目标"], [], "2024:94.52"],
    [["基期（2020年）", "2025年"], [], "2020:94.52 2025:94.88"],
    [["2025年", null], ["基期", "现状"], "2020:94.52 2025:94.88"],
    [["十四五", null], ["2024年", "2025年"], "2024:94.52 2025:94.88"],
    [["“十四五”时期", null], ["2024年", "2025年"], "2024:94.52 2025:94.88"],
    [["2021—2025年", null], ["2024年", "2025年"], "2024:94.52 2025:94.88"],
    [["“十四五”时期（2021—2025年）", null], ["2024年", "2025年"], "2024:94.52 2025:94.88"],
  ])("上年 and 基期 beside a year, under it, in its brackets: %o %o", (head, beneath, values) => {
    const rows = [
      [...HEAD, ...head],
      ...(beneath.length === 0 ? [] : [sub(...beneath)]),
      [...W04, 94.52, 94.88],
    ];
    const merges = beneath.length === 0 ? [] : [...keys, over(1, 4, 5)];
    expect(figures(rows, ["W04"], { merges })).toEqual([`W04 ${values}`]);
    expect(told(rows, { merges }).filter((each) => !each.startsWith("note"))).toEqual([]);
  });

  test.each(["2025年上年同期", "2024年（上年）"])("%s alone may be of either year: told", (heading) => {
    const rows = [
      [...HEAD, heading],
      [...W04, 94.52],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).toEqual(["warning data/unread-column D1"]);
  });

  test("the whole, the towns and the villages", () => {
    const rows = [
      [...HEAD, "2024年", null, null, "2025年", null, null],
      sub("合计", "城镇", "农村", "合计", "城镇", "农村"),
      [...W04, 94.52, 95.8, 92.9, 94.88, 96.1, 93.2],
      [...C08, 94.36, null, null, null, 95.3, null],
    ];
    expect(figures(rows, ["W04", "C08"])).toEqual(["W04 2024:94.52 2025:94.88", "C08 2024:94.36"]);
    expect(told(rows)).toEqual([]);
  });

  test("the column numbers of a statistical form are no row", () => {
    const rows = [
      [...HEAD, "2024年", "2025年"],
      ["甲", "乙", "丙", 1, 2],
      [...W04, 94.52, 94.88],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows)).toEqual([]);
  });

  test("quarters beside the whole year, months added up, the figure beside its change", () => {
    const quarters = [
      ["2025年监测数据"],
      [...HEAD, "一季度", "二季度", "全年"],
      ["W46", "案件", "件", 17, 14, 70],
    ];
    expect(figures(quarters, ["W46"])).toEqual(["W46 2025:70"]);
    const months = [["2025年监测数据"], [...HEAD, "1-6月", "1-12月"], ["W46", "案件", "件", 31, 70]];
    expect(figures(months, ["W46"])).toEqual(["W46 2025:70"]);
    const change = [
      [...HEAD, "2025年", null, null],
      sub("绝对值", "比上年±", "位次"),
      [...W04, 94.88, 0.36, 12],
    ];
    const merges = [...keys, over(1, 4, 6)];
    expect(figures(change, ["W04"], { merges })).toEqual(["W04 2025:94.88"]);
    for (const rows of [quarters, months]) expect(told(rows)).toEqual([]);
    expect(told(change, { merges })).toEqual([]);
  });

  test.each(["2025年妇幼健康季度监测表", "2025年1—9月妇幼健康指标"])(
    "%s: the column that says 全年 for itself is read",
    (title) => {
      const titled = (heading: string) => [
        [title],
        [...HEAD, "一季度", "前三季度", heading],
        ["W46", "案件", "件", 17, 45, 70],
      ];
      for (const heading of ["全年", "2025年全年", "1—12月"]) {
        expect(figures(titled(heading), ["W46"])).toEqual(["W46 2025:70"]);
        expect(told(titled(heading))).toEqual([]);
      }
      for (const heading of ["2025年", "全年目标"])
        expect(figures(titled(heading), ["W46"])).toEqual(["W46"]);
    },
  );

  test("a month of a year that no column gives is told, one of a year that stands beside it is not", () => {
    const beside = (...headings: string[]) =>
      told([
        [...HEAD, ...headings],
        [...W04, 94.52, 94.88],
      ]);
    expect(beside("2024.12", "2025年末")).toEqual(["warning data/other-column D1"]);
    expect(beside("2025年6月", "2025年")).toEqual([]);
  });

  test.each(["数据", "对照"])(
    "on a sheet %s other places beside our own are what ours is set beside",
    (name) => {
      const rows = [
        ["编号", "指标名称", "2025年永川区", "2025年全市", "2025年全国"],
        ["W04", "孕产妇系统管理率", 94.88, 96.2, 94.5],
      ];
      expect(told(rows, { name })).toEqual(["note data/reference-columns D1"]);
      expect(figures(rows, ["W04"], { name })).toEqual(["W04 2025:94.88"]);
    },
  );

  test("合计 beside columns of years adds them up", () => {
    const rows = [
      ["编号", "指标名称", "2024年", "2025年", "合计"],
      ["W39", "区级文明家庭", 320, 340, 660],
    ];
    const around = { file: "文明家庭2025.xlsx" };
    expect(figures(rows, ["W39"], around)).toEqual(["W39 2024:320 2025:340"]);
    expect(told(rows, around)).toEqual([]);
  });

  test("headings of yearbooks and bulletins", () => {
    const yearbook = [
      ["指标 Item", "单位 Unit", "2024", "2025"],
      ["孕产妇系统管理率", "%", 94.52, 94.88],
    ];
    const bulletin = [
      ["项目", "单位", "2025年", "2025年为2024年%"],
      ["孕产妇系统管理率", "%", 94.88, 100.4],
    ];
    expect(figures(yearbook, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(figures(bulletin, ["W04"])).toEqual(["W04 2025:94.88"]);
    for (const rows of [yearbook, bulletin]) expect(told(rows)).toEqual([]);
  });

  test("units beneath the years", () => {
    const rows = [
      ["编号", "指标名称", "2024年", "2025年"],
      [null, null, "人", "人"],
      ["W35", "女性失业保险参保人数", 59200, 60800],
    ];
    expect(figures(rows, ["W35"])).toEqual(["W35"]);
    expect(told(rows)).toEqual(["error data/stated-unit-scale C2", "error data/stated-unit-scale D2"]);
  });
});

describe("what stands around a table is heard", () => {
  const table = [
    [...HEAD, "上年数", "本年数"],
    [...W04, 94.52, 94.88],
  ];
  const whole = "W04 2024:94.52 2025:94.88";

  test.each<[string, Rows, Surroundings]>([
    ["half a year", [["2025年上半年监测统计表"], ...table], {}],
    ["the city, in a title", [["重庆市妇女发展规划2025年监测指标"], ...table], {}],
    ["the city, as a sheet's name", [["2025年监测表"], ...table], { name: "全市" }],
    ["a quarter, in a file's name", [["2025年监测表"], ...table], { file: "2025年一季度.xlsx" }],
    ["another district", [["江津区2025年监测表"], ...table], {}],
    ["a note beneath", [["2025年监测表"], ...table, ["注：以上均为全市数据。"]], {}],
    ["a draft", [["2025年监测表"], ...table], { name: "草稿" }],
    [
      "the city, in a note under the district's own title",
      [["永川区2025年"], ...table, ["注：本表为全市数据"]],
      {},
    ],
    ["another district, in such a note", [["永川区2025年"], ...table, ["以上数据为江津区数据"]], {}],
    [
      "the city, in the brackets of such a title",
      [["永川区2025年监测表（表中数据均为全市口径）"], ...table],
      {},
    ],
    [
      "months, over columns of years and one of a month",
      [["2025年1-9月妇幼指标"], [...HEAD, "9月", "2024年", "2025年"], [...W04, 93, 92.1, 92.8]],
      {},
    ],
    ["a month, and no year elsewhere", [["2025年9月妇幼指标"], ...table], {}],
    ["a copy put by", [["2025年监测表"], ...table], { file: "备份/a.xlsx" }],
    ["ranks", [["2025年各项指标位次"], ...table], {}],
    ["men", [["2025年监测表（男）"], ...table], {}],
  ])("%s: nothing is read, and people are told once", (_name, rows, around) => {
    expect(figures(rows, ["W04"], around)).toEqual(["W04"]);
    expect(told(rows, around).map((each) => each.replace(/ [A-Z]+\d+$/u, ""))).toEqual([
      "warning data/other-table",
    ]);
  });

  test.each<[string, Rows]>([
    ["the district with its city", [["重庆市永川区2025年妇女发展规划监测表"], ...table]],
    ["who gave the figures", [["永川区2025年"], ...table, ["本表数据由重庆市卫生健康委提供"]]],
    ["whose indicators these are", [["永川区2025年"], ...table, ["以上指标均为重庆市考核指标"]]],
    [
      "the district's own figures, the city's elsewhere",
      [["永川区2025年"], ...table, ["注：表中数据为永川区数据，重庆市数据另报"]],
    ],
    [
      "the health year in a note",
      [["2025年"], ...table, ["注：妇幼数据为上年10月1日至当年9月30日，全市平均为96%。"]],
    ],
    [
      "who issued the form",
      [["2025年"], ["制定机关：重庆市统计局"], ["填报单位：永川区卫生健康委"], ...table],
    ],
    [
      "when it was made",
      [["2025年监测表"], ["2026年3月20日"], ["有效期至：2027年6月"], ["永统〔2024〕31号"], ...table],
    ],
  ])("%s does no harm", (_name, rows) => {
    expect(figures(rows, ["W04"])).toEqual([whole]);
    expect(told(rows)).toEqual([]);
  });

  test("one month of the year a table is about is not the year; when it was made does no harm", () => {
    const year = [
      [...HEAD, "2025年"],
      [...W04, 94.88],
    ];
    for (const [rows, around] of [
      [[["2025年11月妇女儿童监测统计表"], ...table], { file: "2025.xlsx" }],
      [year, { file: "监测2025年10月.xlsx" }],
    ] as const) {
      expect(figures(rows, ["W04"], around)).toEqual(["W04"]);
      expect(told(rows, around).map((each) => each.replace(/ [A-Z]+\d+$/u, ""))).toEqual([
        "warning data/other-table",
      ]);
    }
    for (const [rows, around] of [
      [[["监测统计表（2026年3月）"], ...year], { file: "监测2026年3月报送.xlsx" }],
      [[["注：统计年度为2024年10月至2025年9月"], ...year], {}],
    ] as const) {
      expect(figures(rows, ["W04"], around)).toEqual(["W04 2025:94.88"]);
      expect(told(rows, around)).toEqual([]);
    }
  });

  test("a title of an earlier year than any column is asked about, one of a later year was written later", () => {
    const titled = (title: string) => [[title], [...HEAD, "2024年", "2025年"], [...W04, 94.52, 94.88]];
    expect(told(titled("2023年度监测表"))).toEqual(["warning data/title-behind D2"]);
    // 2025 may be what was expected of it.
    expect(told(titled("2024年度监测表"))).toEqual(["warning data/title-behind E2"]);
    for (const title of [
      "2026年监测汇总表",
      "永统〔2022〕20号",
      "2024年以来监测表",
      "2025年监测表",
      "2024年、2025年监测表",
    ])
      expect(told(titled(title))).toEqual([]);
  });

  test("neither a document's number nor a date of making is the year of the data", () => {
    const rows = [
      ["监测表"],
      ["文  号：永统〔2024〕31号"],
      ["有效期至：2026年6月"],
      ["制表日期：2025年3月"],
      ...table,
    ];
    expect(told(rows)).toEqual(["error data/no-year"]);
  });

  test("a line between the rows speaks of those below it", () => {
    const rows = [
      [...HEAD, "2025年"],
      [...W04, 94.88],
      ["二、全市数据"],
      [...W04, 96.1],
      [...W01, 77.1],
      ["三、其他"],
      [...C08, 94.72],
    ];
    expect(figures(rows, ["W04", "W01", "C08"])).toEqual(["W04 2025:94.88", "W01", "C08 2025:94.72"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows A3", "note data/others-rows A3"]);
  });

  test.each(["一、城区学校", "（二）农村学校", "3.民办学校", "四、男性", "五、2025年目标"])(
    "%s between the rows is heard behind its number",
    (line) => {
      const rows = [
        [...HEAD, "2025年"],
        [...W04, 94.88],
        [line],
        [...W01, 77.1],
        ["六、妇女与健康"],
        [...C08, 94.72],
      ];
      expect(figures(rows, ["W04", "W01", "C08"])).toEqual(["W04 2025:94.88", "W01", "C08 2025:94.72"]);
      expect(told(rows)).toEqual(["warning data/only-others-rows A3"]);
    },
  );

  test("a unit in the title, where the rows give none", () => {
    const persons = (...rows: Rows) => [
      ["女性参保情况"],
      [null, null, "单位：人"],
      ["编号", "指标名称", "2025年"],
      ...rows,
    ];
    const rows = persons(["W35", "女性失业保险参保人数", 60800]);
    expect(figures(rows, ["W35"])).toEqual(["W35"]);
    expect(told(rows)).toEqual(["error data/stated-unit-scale C2"]);
    expect(told(persons(["W35", "女性失业保险参保人数（万人）", 6.08]))).toEqual([]);
  });
});

describe("a unit in a line between the rows", () => {
  test("is that of the rows beneath it, down to the next", () => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W04", "孕产妇系统管理率", 94.88],
      ["单位：人"],
      ["W35", "女性失业保险参保人数", 60800],
      ["W36", "女性工伤保险参保人数（万人）", 7.1],
      [null, "（计量单位：万人）"],
      ["W30r", "企业职工中女性比例（%）", 41],
    ];
    expect(figures(rows, ["W04", "W35", "W36", "W30r"])).toEqual([
      "W04 2025:94.88",
      "W35",
      "W36 2025:7.1",
      "W30r 2025:41",
    ]);
    expect(told(rows)).toEqual(["error data/stated-unit-scale A3"]);
  });
});

describe("several tables on a sheet", () => {
  test("below each other, each read by its own head", () => {
    const rows = [
      ["妇女"],
      [...HEAD, "2024年", "2025年"],
      [...W04, 94.52, 94.88],
      [],
      ["续表"],
      ["编号", "指标", "类型", "单位", "2025年", "2024年"],
      ["C17", "儿童意外伤害死亡率", "约束性", "‰", 0.098, 0.102],
      [...HEAD, "2022年", "2023年"],
      [...W04, 93.75, 94.16],
    ];
    expect(figures(rows, ["W04", "C17"])).toEqual([
      "W04 2022:93.75 2023:94.16 2024:94.52 2025:94.88",
      "C17 2024:0.102 2025:0.098",
    ]);
    expect(told(rows)).toEqual([]);
  });

  describe("a row between that heads the figures again", () => {
    const again = (...row: Written[]) => [
      [...HEAD, "2024年", "2025年"],
      [...W04, 94.52, 94.88],
      row,
      [...W01, 70.1, 71.2],
    ];
    const AS_HEADED = "W01 2024:70.1 2025:71.2";
    const SWAPPED = "W01 2024:71.2 2025:70.1";

    test.each([
      [again("二、儿童", null, null, "2025年", "2024年"), SWAPPED],
      [again(null, "二、儿童", "单位", "2025年", "2024年"), SWAPPED],
      [again(null, null, null, "2025年", "2024年"), SWAPPED],
      [again(null, null, null, 2025, 2024), SWAPPED],
      [again("二、儿童", null, null, 2022, 2023), "W01 2022:70.1 2023:71.2"],
      [again(null, "二、儿童", null, "2024年", "2025年"), AS_HEADED],
    ])("is a head: %j", (rows, expected) => {
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", expected]);
      expect(told(rows)).toEqual([]);
    });

    test.each(["全市", "全市情况", "二、农村", "目标值", "江津区"])(
      "%s before the years is its title",
      (name) => {
        const rows = again(null, name, "单位", "2024年", "2025年");
        expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01"]);
        expect(told(rows)).toHaveLength(1);
      },
    );

    test("what was said above goes on where it says nothing, and ends where it names a part", () => {
      const rows = [
        ["永川区妇女儿童监测指标"],
        ...again(null, "全市情况", null, "2024年", "2025年"),
        [null, null, null, "2025年", "2024年"],
        [...C08, 96.1, 95.2],
        [null, "全区", null, "2025年", "2024年"],
        ["W44", "女性法官占比", "%", 45.2, 44.1],
      ];
      expect(figures(rows, ["W04", "W01", "C08", "W44"])).toEqual([
        "W04 2024:94.52 2025:94.88",
        "W01",
        "C08",
        "W44 2024:44.1 2025:45.2",
      ]);
    });

    test("a line between the rows still speaks of those below the years", () => {
      const rows = again(null, null, null, "2025年", "2024年");
      expect(figures([...rows.slice(0, 2), ["全市数据"], ...rows.slice(2)], ["W01"])).toEqual(["W01"]);
    });

    test("a note beneath speaks of the figures above it, too", () => {
      const rows = again(null, "二、儿童", null, "2025年", "2024年");
      expect(figures([...rows, ["注：以上数据均为全市数据"]], ["W04", "W01"])).toEqual(["W04", "W01"]);
    });

    test("a column that it leaves blank is of no known year", () => {
      const rows = again(null, "二、儿童", null, null, "2024年").map((row, at) => [
        ...row,
        ["2023年", 94.1, "2025年", 72.3][at] ?? null,
      ]);
      expect(figures(rows, ["W01"])).toEqual(["W01 2024:71.2 2025:72.3"]);
      expect(told(rows)).toContain("warning data/unplaced D4");
    });

    test.each([
      ["二、儿童", null, null, "2025年目标", "2030年目标"],
      ["三、社会保障", null, null, "全市", "全国"],
      ["三、社会保障", null, null, "全市", null],
      ["三、社会保障", null, null, "全市", "西部地区"],
      [null, null, null, "全市2024年", "全市2025年"],
      [null, null, null, "（全国）", "（全国）"],
      [null, null, null, "上半年", "下半年"],
      [null, "（对比）", null, "全国2024年", "全国2025年"],
      [null, "儿童指标", null, "2025年目标值", "2024年目标值"],
      [null, null, "单位", "城镇", "农村"],
      [null, null, null, "男", "女"],
      [null, "二、镇街", null, "中山路街道", "大安街道"],
    ])("says whose figures stand below: %j", (...row) => {
      const rows = again(...row);
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01"]);
      expect(told(rows).length).toBeGreaterThan(0);
    });

    test("a row of words below it goes on with it", () => {
      const rows = [
        ...again(null, "二、儿童", null, "2025年", "2025年").slice(0, 3),
        [null, null, null, "目标", "实际"],
        [...W01, 75, 71.2],
      ];
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01 2025:71.2"]);
      expect(told(rows)).toEqual([]);
    });

    test.each([
      [null, "工作机制", null, "已完成", "已完成"],
      [null, "儿童参与水平", null, "提高", "提升"],
      [null, "主要人群", null, "农村", "农村"],
      [null, "率最高的镇街", null, "中山路街道", "大安街道"],
      [null, "统计口径", null, "常住", "户籍"],
      [null, "数据来源", null, "年报", "月报"],
      [null, "新增指标", "%", "缺", "—"],
      [null, "二、儿童", null, "—", "—"],
      [null, "二、儿童", null, null, "示例"],
    ])("is none where words are what a row reports: %j", (...row) => {
      const rows = again(...row);
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", AS_HEADED]);
      expect(told(rows)).toEqual([]);
    });

    test("a part without a row of ours is no news beside one that has some", () => {
      const rows = again("三、社会保障", null, null, "全市", "全国").map((row, at) =>
        at === 3 ? [null, "森林覆盖率", "%", 55, 24] : row,
      );
      expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
      expect(told(rows)).toEqual([]);
    });

    test("a part of no known year is told where it begins", () => {
      const rows = again(null, null, null, "计划", "实际");
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01"]);
      expect(told(rows)).toEqual(["error data/no-year E3"]);
      const [found] = reading(rows).issues.filter(({ code }) => code === "data/no-year");
      expect(found?.message).toBe("第4行看不出是哪一年的数，未读取");
    });

    test("units alone hold for the rows below them, and the years stay", () => {
      const rows = [
        ["编号", "指标名称", "2024年", "2025年"],
        [null, null, "（万人）", "（万人）"],
        ["W35", "参加失业保险的女性人数", 5.92, 6.08],
        [null, "二、健康", "（%）", "（%）"],
        ["W04", "孕产妇系统管理率", 94.52, 94.88],
      ];
      expect(figures(rows, ["W35", "W04"])).toEqual(["W35 2024:5.92 2025:6.08", "W04 2024:94.52 2025:94.88"]);
      expect(told(rows)).toEqual([]);
      const inPersons = rows.map((row, at) => (at === 3 ? [null, null, "（人）", "（人）"] : row));
      expect(figures(inPersons, ["W04"])).toEqual(["W04"]);
      expect(told(inPersons)).toEqual(["error data/stated-unit-scale C4", "error data/stated-unit-scale D4"]);
    });

    test("figures that look like years are figures, whoever's they are", () => {
      const rows = again(null, "区级文明家庭", "户", 2019, 2021);
      expect(figures(rows, ["W01"])).toEqual([AS_HEADED]);
    });
  });

  test("side by side, each name with the figures on its right", () => {
    const rows = [
      ["序号", "指标名称", "2025年", "序号", "指标名称", "2025年"],
      [43, "女性检察官占比", 43.64, 45, "女性律师占比", null],
      [1, "婚前医学检查率", 68.28, 44, "女性法官占比", 42.86],
    ];
    expect(figures(rows, ["W43", "W45", "W01", "W44"])).toEqual([
      "W43 2025:43.64",
      "W45",
      "W01 2025:68.28",
      "W44 2025:42.86",
    ]);
    expect(told(rows)).toEqual([]);
  });

  test("years as numbers that a format shows with 年", () => {
    const year = (value: number) => made({ type: "number", value }, `${value}年`);
    const rows = [
      [...HEAD, year(2024), year(2025)],
      [...W04, 94.52, 94.88],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
  });

  test("a row whose figures look like years is a row", () => {
    const rows = [
      ["指标名称", "2024年", "2025年"],
      ["女性律师占比", 36.24, 37.05],
      ["区级文明家庭", 2021, 2023],
      ["女性法官占比", 42.45, 42.86],
    ];
    expect(figures(rows, ["W45", "W39", "W44"])).toEqual([
      "W45 2024:36.24 2025:37.05",
      "W39 2024:2021 2025:2023",
      "W44 2024:42.45 2025:42.86",
    ]);
  });

  test("dates and school years as headings: said as what they are", () => {
    const dated = [
      [...HEAD, "2024年", aDate],
      [...W04, 94.52, 94.88],
    ];
    expect(told(dated)).toEqual(["warning data/date-heading E1"]);
    const shownAsYear = made({ type: "date", serial: 45658, clock: false }, "2025年");
    expect(
      figures(
        [
          [...HEAD, shownAsYear],
          [...W04, 94.88],
        ],
        ["W04"],
      ),
    ).toEqual(["W04 2025:94.88"]);
  });
});

describe("a rate and its counts, each in a column of its own name", () => {
  const heads = ["应检人数", "实检人数", "婚检率（%）"];

  test("by years, alone, or as the total of towns: read, and what is read is named", () => {
    const years = [
      ["婚前医学检查情况"],
      ["年份", ...heads],
      ["2024年", 9000, 5954, 66.15],
      [2025, 9000, 6145, 68.28],
    ];
    expect(figures(years, ["W01"])).toEqual(["W01 2024:66.15 2025:68.28"]);
    const alone = [["2025年婚前医学检查情况"], heads, [9000, 6145, 68.28]];
    const towns = [
      ["2025年婚前医学检查情况"],
      ["镇街", ...heads],
      ["三教镇", 400, 300, 75],
      ["合计", 9000, 6145, 68.28],
    ];
    for (const rows of [alone, towns]) expect(figures(rows, ["W01"])).toEqual(["W01 2025:68.28"]);
    expect(told(years)).toEqual(["note data/turned A2"]);
    for (const rows of [alone, towns]) {
      expect(told(rows)).toEqual([expect.stringMatching(/^note data\/rate-table [CD]2$/u)]);
    }
  });

  test("of towns, and of a town in each year: read as figures by group", () => {
    const towns = [["2025年"], ["镇街", ...heads], ["三教镇", 400, 300, 75], ["大安街道", 500, 400, 80]];
    const dated = [
      ["镇街", "年份", ...heads],
      ["三教镇", 2024, 400, 300, 75],
      ["大安街道", 2025, 500, 400, 80],
    ];
    const everyTown = [
      ["2025年"],
      ["镇街", "应种人数", "免疫规划疫苗接种率"],
      ["三教镇", 400, 98],
      ["合计", 400, 98],
    ];
    const groups = (rows: Rows) =>
      reading(rows).dataset.groups.map(({ indicator, year, group }) => `${indicator} ${year} ${group}`);
    expect(groups(towns)).toEqual(["W01 2025 三教镇", "W01 2025 大安街道"]);
    expect(groups(dated)).toEqual(["W01 2024 三教镇", "W01 2025 大安街道"]);
    expect(groups(everyTown)).toEqual(["C07 2025 三教镇"]);
    for (const rows of [towns, dated, everyTown])
      expect(figures(rows, ["W01", "C07"])).toEqual(["W01", "C07"]);
  });

  test.each<[string, Rows]>([
    ["of no year", [["婚前医学检查情况"], heads, [9000, 6145, 68.28]]],
    ["in another unit", [["2025年"], ["应检人数", "婚检率（‰）"], [9000, 682.8]]],
    ["of half a year", [["2025年上半年"], heads, [9000, 6145, 68.28]]],
  ])("%s: not read, and told as what it is", (_what, rows) => {
    expect(figures(rows, ["W01", "C07"])).toEqual(["W01", "C07"]);
    expect(told(rows)).toEqual(["warning data/transposed"]);
    expect(reading(rows).issues[0]?.message).toContain("人数");
  });
});

test("a table under a title that names an indicator, by columns nobody understands, is told as ours", () => {
  const rows = [
    ["2025年以乡镇（街道）为单位的适龄儿童免疫规划疫苗接种率（%）"],
    ["甲乙", "应种人数", "接种率"],
    ["某某", 1000, 99],
    ["某某某", 1800, 98.33],
  ];
  const found = reading(rows);
  expect(told(rows)).toEqual(["warning data/unrecognised-sheet"]);
  expect(found.issues[0]?.message).toContain("表题（第1行）写着规划的指标，但表中没有“指标名称”");
  expect(found.coverage()[0]?.refused).toEqual([{ reason: "sheet", count: 5 }]);
  const foreign = [["2025年义务教育学校名录"], ["学校", "班数"], ["萱花小学", 24], ["红旗小学", 30]];
  expect(reading(foreign).coverage()[0]?.refused).toEqual([]);
});

describe("targets typed for figures", () => {
  const rows = (...latest: number[]): Rows => [
    ["编号", "2030年目标值", "2024年", "2025年"],
    ["W04", 94, 94.52, latest[0] ?? null],
    ["W33", 95, 95.06, latest[1] ?? null],
    ["W07", 98, 99.58, latest[2] ?? null],
    ["C08", 94, 94.36, latest[3] ?? null],
    ["C09", 92, 93.05, latest[4] ?? null],
    ["W08", 95, 96, latest[5] ?? null],
  ];

  test("row by row are read, and told once", () => {
    expect(told(rows(94, 95, 98, 94, 92, 96.3))).toEqual(["warning data/targets-typed D1"]);
    expect(figures(rows(94, 95, 98, 94, 92, 96.3), ["W04"])).toEqual(["W04 2024:94.52 2025:94"]);
  });

  test("few of them, or those that stood there the year before, are none", () => {
    expect(told(rows(94, 95, 98, 94.5, 93, 96.3))).toEqual([]);
    const before = rows(94, 95, 98, 94, 92, 96.3).map((row) => row.with(2, row[3] ?? null));
    expect(told([rows()[0]!, ...before.slice(1)])).not.toContain("warning data/targets-typed D1");
  });
});

test("a year that nobody has lived to see is a slip: told as a column that is not read", () => {
  const rows = [
    [...HEAD, "2024年", "2052年"],
    [...W04, 94.52, 94.88],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52"]);
  expect(told(rows)).toEqual(["warning data/unread-column E1"]);
});

describe("words that say no more than the year", () => {
  test.each(["监测期2025年", "2025年1—12月累计", "2025年全年累计", "2025年（评估期）"])("%s", (heading) => {
    const rows = [
      [...HEAD, "2024年", heading],
      [...W04, 94.52, 94.88],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows)).toEqual([]);
  });

  test.each(["2025年1—9月累计", "2021—2025年累计"])("%s says more", (heading) => {
    expect(
      figures(
        [
          [...HEAD, heading],
          [...W04, 94.88],
        ],
        ["W04"],
      ),
    ).toEqual(["W04"]);
  });
});

test("a file called 合并 is one that was put together of others", () => {
  const rows = [
    [...HEAD, "2025年"],
    [...W04, 94.88],
  ];
  expect(figures(rows, ["W04"], { file: "合并.csv", name: "合并.csv" })).toEqual(["W04 2025:94.88"]);
});

describe("years out of order", () => {
  const finding = (...years: number[]) =>
    told([
      [...HEAD, ...years.map((year) => `${year}年`)],
      [...W04, ...years.map((year) => 90 + (year - 2019) / 2)],
    ]);

  test.each([
    [[2021, 2022, 2023, 2025, 2024], "warning data/year-order G1"],
    [[2025, 2024, 2022, 2023], "warning data/year-order F1"],
  ])("%o: told", (years, expected) => {
    expect(finding(...years)).toEqual([expected]);
  });

  test.each([
    [[2020, 2021, 2022, 2023, 2024, 2025]],
    [[2025, 2024, 2023, 2022]],
    [[2020, 2025, 2024, 2023, 2022]],
    [[2021, 2022, 2023, 2024, 2020]],
    [[2020, 2025, 2024]],
  ])("%o: in order, but for the base year", (years) => {
    expect(finding(...years)).toEqual([]);
  });
});

test.each([
  ["孕产妇系统管理率94.88%", "94.88%"],
  ["孕产妇系统管理率：94.88", "94.88"],
])("a figure behind a name, %s, is told", (name, shown) => {
  const rows = [
    ["指标名称", "2025年"],
    [name, null],
    ["婚前医学检查率", 68.28],
  ];
  expect(told(rows)).toEqual(["warning data/figure-among-words A2"]);
  expect(reading(rows).issues[0]?.message).toContain(`填的是${shown}，`);
});

test("many columns of one kind are told in one finding", () => {
  const months = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
  const rows = [["2025年"], [...HEAD, ...months], [...W04, ...months.map(() => 94)]];
  expect(told(rows)).toEqual(["warning data/other-column D2"]);
  expect(reading(rows).issues[0]?.message).toContain("D列“1月”、E列“2月”、");
});

test.each([
  ["规划基期值（2020年）", "中期值（2025年）", "2020:92.99 2025:94.88"],
  ["2020年基期数", "2025年最新值", "2020:92.99 2025:94.88"],
])("%s, %s", (base, now, values) => {
  const rows = [
    [...HEAD, base, now],
    [...W04, 92.99, 94.88],
  ];
  expect(figures(rows, ["W04"])).toEqual([`W04 ${values}`]);
});

describe("what stands under 计量单位 of a row that counts alike, or has no unit", () => {
  test.each([
    ["W40", "出生人口性别比", "女=100", 108.49],
    ["W40", "出生人口性别比", "以女婴为100", 108.49],
    ["W41", "城镇公共厕所男女厕位比", "男：女", "1：1.6"],
    ["W46", "杀害、强奸、伤害、侮辱、拐卖妇女刑事案件发生数", "起", 72],
    ["C27", "0—6岁残疾儿童康复救助人数", "名", 398],
    ["C12", "每千名（0—14岁）儿童拥有医疗床位数", "张/千人", 2.71],
    ["W02", "妇女人均预期寿命", "周岁", 82.19],
    ["C01", "新生儿死亡率", "每千活产", 1.44],
    ["W03", "孕产妇死亡率", "人/10万", 16.04],
    ["W03", "孕产妇死亡率", "每10万活产", 16.04],
    ["C01", "新生儿死亡率", "‰（活产）", 1.44],
    ["C17", "儿童意外伤害死亡率", "每千儿童", 0.08],
    ["C17", "儿童意外伤害死亡率", "每千人口", 0.08],
  ])("%s %s %s", (...row) => {
    const found = told([[...HEAD, "2025年"], row]);
    expect(found.filter((each) => each.includes("unit"))).toEqual([]);
  });

  test.each([
    ["C27", "0—6岁残疾儿童康复救助人数", "人次", 398],
    ["W40", "出生人口性别比", "%", 108.49],
  ])("%s %s %s is another", (...row) => {
    expect(told([[...HEAD, "2025年"], row])).toEqual(["warning data/unit-differs C2"]);
  });
});

describe("two columns of one year", () => {
  const rows = [
    [...HEAD, "2025年", "2025年"],
    [...W04, 94.8, 94.88],
    [...W01, 68.28, 68.28],
  ];

  test("that differ: neither figure is taken where they do", () => {
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04", "W01 2025:68.28"]);
    expect(told(rows)).toEqual(["error data/twin-columns E1"]);
  });

  test.each(["调整后", "修订后", "核实后", "更正后"])(
    "%s alone is read, beside another asked about",
    (word) => {
      const [, first = [], second = []] = rows;
      const alone = [[...HEAD, "2024年（" + word + "）", "2025年"], first, second];
      expect(figures(alone, ["W04"])).toEqual(["W04 2024:94.8 2025:94.88"]);
      expect(told(alone)).toEqual(["note data/column-read-as D1"]);
      const both = [[...HEAD, "2025年", `2025年${word}`], first, second];
      expect(figures(both, ["W04", "W01"])).toEqual(["W04", "W01 2025:68.28"]);
      expect(told(both)).toContain("error data/twin-columns E1");
    },
  );

  test("of a middle of the plan, a person says which it is", () => {
    const middle = [
      [...HEAD, "2024年", "2025年（中期）"],
      [...W04, 94.8, 94.88],
    ];
    expect(figures(middle, ["W04"])).toEqual(["W04 2024:94.8"]);
    const [found] = reading(middle).issues.filter(({ code }) => code === "data/unread-column");
    expect(found?.hint).toContain("看不出是中期评估的实际数还是中期的目标");
  });

  test("one of them hidden: the one that is seen is read", () => {
    const around = { hiddenColumns: [{ from: 4, to: 4 }] };
    expect(figures(rows, ["W04"], around)).toEqual(["W04 2025:94.88"]);
    expect(told(rows, around)).toEqual(["warning data/hidden-column D1"]);
  });

  test("one of them preliminary: the other is read", () => {
    const both = [
      [...HEAD, "2025年快报", "2025年"],
      [...W04, 94.8, 94.88],
    ];
    expect(figures(both, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told([both[0]!.slice(0, 4), both[1]!.slice(0, 4)])).toEqual(["note data/column-read-as D1"]);
  });
});

describe("what a row says of itself", () => {
  test("a sort of figure, an item or a remark that makes it another's keeps the row from being read", () => {
    const sorted = (heading: string) => [
      ["编号", "指标名称", heading, "2024年", "2025年"],
      ["W04", "孕产妇系统管理率", "目标值", 93, 94],
      ["W04", "孕产妇系统管理率", "实际值", 94.52, 94.88],
      ["W01", "婚前医学检查率", "目标值", 65, 66],
    ];
    for (const heading of ["类型", "项目", "数据类别", "栏目"]) {
      const rows = sorted(heading);
      expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01"]);
      expect(told(rows)).toContain("warning data/only-others-rows C2");
      expect(told(rows)).toContain("note data/others-rows C2");
    }
    const remarks = [
      [...HEAD, "2025年", "备注"],
      [...W04, 94, "目标值"],
      [...W01, 79, "全市数"],
      [...C08, 94.72, "户籍口径"],
      ["W15", "就业人员中女性比例", "%", 45.8, "2025年为预计数"],
    ];
    expect(figures(remarks, ["W04", "W01", "C08", "W15"])).toEqual(["W04", "W01", "C08 2025:94.72", "W15"]);
    expect(told(remarks)).toEqual([
      "warning data/only-others-rows E2",
      "warning data/only-others-rows E3",
      "warning data/only-others-rows E5",
    ]);
  });

  test("so does a word in a column that nothing heads, in the table or on its right", () => {
    const within = [
      ["编号", "指标名称", null, "2025年"],
      ["W04", "孕产妇系统管理率", "目标", 94],
      ["W04", "孕产妇系统管理率", "实际", 94.88],
      ["W01", "婚前医学检查率", "区妇幼保健院", 68.28],
    ];
    expect(figures(within, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2025:68.28"]);
    expect(told(within)).toEqual(["note data/others-rows C2"]);
    const beside = [
      [...HEAD, "2025年"],
      [...W04, 94, "全市"],
      [...W01, 68.28, "已核"],
    ];
    expect(figures(beside, ["W04", "W01"])).toEqual(["W04", "W01 2025:68.28"]);
    expect(told(beside)).toEqual(["warning data/only-others-rows E2"]);
  });

  test("so does what its name says beyond the plan's, whatever its code", () => {
    const rows = [
      [...HEAD, "2025年"],
      ["C02", "婴儿死亡率（全市）", "‰", 2.25],
      ["W03", "孕产妇死亡率（三年平均）", "1/10万", 5.3],
      ["W04", "孕产妇系统管理率目标", "%", 94],
      ["C08", "3岁以下儿童系统管理率（不含高新区）", "%", 94],
      ["W01", "婚前医学检查率（%）*", "%", 68.28],
    ];
    expect(figures(rows, ["C02", "W03", "W04", "W01"])).toEqual(["C02", "W03", "W04", "W01 2025:68.28"]);
    expect(told(rows)).toEqual([2, 3, 4, 5].map((row) => `warning data/only-others-rows B${row}`));
  });

  test("合计 beside 男 and 女 is the district's figure; among towns it is only their total", () => {
    const rows = (heading: string, ...groups: string[]) => [
      ["2025年度填报表"],
      ["编号", "指标名称", heading, "本年数"],
      ...groups.map((group, at) => ["C21", "九年义务教育巩固率", group, 99.9 + at / 100]),
    ];
    const bySex = reading(rows("性别", "合计", "男", "女"));
    expect(valuesOf(bySex, "C21")).toBe("2025:99.9");
    expect(bySex.dataset.groups.map(({ group }) => group)).toEqual(["男", "女"]);
    const byTown = reading(rows("镇街", "大安街道", "合计"));
    expect(valuesOf(byTown, "C21")).toBe("");
  });

  test("of 合计 beside 其中：女 the latter is the figure of women", () => {
    const rows = [
      [...HEAD, "2025年", null],
      [null, null, null, "合计", "其中：女"],
      ["W35", "女性失业保险参保人数", "万人", 13.2, 6.08],
      [...C08, 94.72, 94.9],
    ];
    const around = { merges: [over(1, 4, 5)] };
    expect(figures(rows, ["W35", "C08"], around)).toEqual(["W35 2025:6.08", "C08 2025:94.72"]);
    expect(told(rows, around)).toEqual(["note data/rows-by-place A3"]);
  });

  test("another place among the towns is no town", () => {
    const rows = [
      ["编号", "年份", "分组", "组别", "数值"],
      ["C07", 2025, "镇街", "松溉镇", 97.3],
      ["C07", 2025, "镇街", "重庆市", 98.1],
      ["C07", 2025, "镇街", "江津区", 98.2],
    ];
    const found = reading(rows);
    expect(found.dataset.groups.map(({ group }) => group)).toEqual(["松溉镇"]);
    expect(told(rows)).toContain("note data/group-total E3");
  });

  test("a project told of town by town keeps its status, not the towns' quantities", () => {
    const found = reading([
      ["项目编号", "年份", "镇街", "进展状态", "量化内容", "目标数", "完成数"],
      ["CP10", 2025, "中山路街道", "正在推进", "工作站", 1, 1],
      ["CP10", 2025, "松溉镇", "在建", "工作站", 1, 0],
      ["WP09", 2025, "全区", "已建成", "照护中心", 2, 2],
    ]);
    expect(
      found.dataset.progress.map(({ project, status, quantities }) => [project, status, quantities.length]),
    ).toEqual([
      ["CP10", "推进中", 0],
      ["WP09", "已完成", 1],
    ]);
    expect(found.issues.map(({ code }) => code)).toEqual(["data/site-quantities"]);
  });

  test("a project of another district is none of ours", () => {
    const found = reading([
      ["项目编号", "年份", "地区", "进展状态"],
      ["CP01", 2025, "江津区", "已完成"],
    ]);
    expect(found.dataset.progress).toEqual([]);
    expect(found.issues.map(({ code }) => code)).toEqual(["data/only-others-rows"]);
  });
});

describe("comparisons", () => {
  test("among columns of districts only the plan's own is read", () => {
    const rows = [
      ["2025年各区县妇女发展指标对比表"],
      [...HEAD, "全市", "永川区", "江津区", "彭水县"],
      [...W04, 95.6, 94.88, 95.1, 90],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told(rows)).toEqual([]);
    const others = rows.map((row) => row.filter((_cell, at) => at !== 4));
    expect(told(others)).toEqual(["warning data/other-table A1"]);
  });

  test("columns of towns are told in one finding", () => {
    const rows = [
      ["2025年各镇街情况"],
      [...HEAD, "中山路街道", "松溉镇", "全区"],
      ["C08", "3岁以下儿童系统管理率", "%", 99, 97, 98],
    ];
    expect(figures(rows, ["C08"])).toEqual(["C08 2025:98"]);
    expect(told(rows)).toEqual(["warning data/site-columns D2"]);
  });

  test("a span of years in a name says which there are, over columns of years", () => {
    const rows = [
      [...HEAD, "2024年", "2025年"],
      [...W04, 94.5, 95.1],
    ];
    expect(told(rows, { file: "全区监测数据2024-2025.xlsx" })).toEqual([]);
    const one = [
      [...HEAD, "数值"],
      [...W04, 95.1],
    ];
    expect(told(one, { file: "全区监测数据2021-2025.xlsx" })).toContain("warning data/other-table");
  });

  test("a file in another district's folder is that district's", () => {
    const rows = [
      [...HEAD, "2025年"],
      [...W04, 95.1],
    ];
    expect(told(rows, { file: "江津区/2025.xlsx" })).toEqual(["warning data/other-table"]);
    expect(told(rows, { file: "年度填报/区教委/2025.xlsx" })).toEqual([]);
  });
});

describe("columns that say whose figures a row has", () => {
  test("年份", () => {
    const rows = [
      ["编号", "指标名称", "年份", "数值"],
      ["W04", "孕产妇系统管理率", 2025, 94.88],
      ["W09", "妇女体质测定标准合格比例", "23年", 90.3],
      ["C14", "12岁儿童龋患率", "2021—2022学年", 33.2],
    ];
    expect(figures(rows, ["W04", "W09", "C14"], { file: "2025.xlsx" })).toEqual([
      "W04 2025:94.88",
      "W09 2023:90.3",
      "C14",
    ]);
    expect(told(rows)).toEqual(["error data/no-row-year D4"]);
  });

  test("地区 and 季度: rows of others are not read, and told once", () => {
    const regions = [
      ["编号", "指标名称", "地区", "2025年"],
      ["W04", "孕产妇系统管理率", "永川区", 94.88],
      ["W04", "孕产妇系统管理率", "全市", 96.5],
      ["W04", "孕产妇系统管理率", "江津区", 95.1],
    ];
    expect(figures(regions, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told(regions)).toEqual(["note data/others-rows C3"]);
    const quarters = [
      ["编号", "指标名称", "季度", "2025年"],
      ["W46", "案件", "上半年", 31],
      ["W46", "案件", "全年", 72],
    ];
    expect(figures(quarters, ["W46"])).toEqual(["W46 2025:72"]);
  });

  test("镇街: the figures are the towns', and 全区 is the district's", () => {
    const rows = [
      ["2025年"],
      ["编号", "指标名称", "镇街", "数值"],
      ["C08", "3岁以下儿童系统管理率", "中山路街道", 99.1],
      ["C08", "3岁以下儿童系统管理率", "全区", 94.72],
    ];
    const found = reading(rows);
    expect(valuesOf(found, "C08")).toBe("2025:94.72");
    expect(found.dataset.groups).toMatchObject([{ indicator: "C08", grouping: "镇街", group: "中山路街道" }]);
    expect(told(rows)).toEqual(["note data/grouped-by C2"]);
    expect(found.issues.at(-1)?.message).toContain("合计行作为本地区的数");
  });

  test("totals among the groups are told once, however many rows and years", () => {
    const row = (town: string) => ["C08", "3岁以下儿童系统管理率", town, 99.1, 99.2];
    const rows = [
      ["编号", "指标名称", "镇街", "2024年", "2025年"],
      row("中山路街道"),
      row("全区平均"),
      row("合计"),
    ];
    expect(told(rows)).toEqual(["note data/grouped-by C1", "note data/group-total D3"]);
    expect(reading(rows).issues.at(-1)?.message).toContain("第3—4行“全区平均”、“合计”");
  });

  test("镇街 and 性别 at once belong to no one group", () => {
    const rows = [
      ["编号", "镇街", "性别", "2025年"],
      ["C08", "中山路街道", "男", 99.1],
      ["C08", "中山路街道", "合计", 98.6],
    ];
    expect(reading(rows).dataset.groups).toMatchObject([
      { grouping: "镇街", group: "中山路街道", source: { cell: "D3" } },
    ]);
    expect(told(rows)).toContain("warning data/crossed-groups B1");
  });
});

describe("totals and names of sites", () => {
  const HEAD_OF_GROUPS = ["编号", "年份", "分组", "组别", "数值"];
  const groups = (...named: readonly (readonly [string, number])[]) =>
    reading([HEAD_OF_GROUPS, ...named.map(([name, value]) => ["C07", 2025, "镇街", name, value])]);
  const names = (found: ReturnType<typeof read>) => found.dataset.groups.map(({ group }) => group);

  test.each([
    "合计",
    "全区总计",
    "全区平均值",
    "各镇街平均",
    "永川区",
    "重庆市永川区合计",
    "23个镇街小计",
    "汇总",
  ])("%s is no town", (name) => {
    expect(names(groups(["大安街道", 98.5], [name, 97.9]))).toEqual(["大安街道"]);
  });

  test("one town under two names is one, two towns of like names are two", () => {
    expect(names(groups(["永川区大安街道", 98.5], ["大安", 98.5], ["大安街道办事处", 98.5]))).toEqual([
      "大安街道",
    ]);
    const two = groups(["何埂镇", 98.5], ["何埂街道", 97]);
    expect(names(two)).toEqual(["何埂镇"]);
    expect(two.issues.map(({ code }) => code)).toContain("data/units-unknown");
    expect(groups(["大安街道", 98.5], ["永川区大安", 97]).issues.map(({ code }) => code)).toContain(
      "data/group-conflict",
    );
  });
});

describe("targets under the plan's last year", () => {
  test("in words are a column of targets, whatever heads it", () => {
    const rows = [
      [...HEAD, "2024年", "2025年", "2030年"],
      [...W04, 94.52, 94.88, "≥94"],
      [...W01, 66.15, 68.28, "逐年提高"],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01 2024:66.15 2025:68.28"]);
    expect(told(rows)).toEqual(["note data/target-column F1"]);
  });

  test("as numbers, too, years before there can be figures", () => {
    const rows = [
      [...HEAD, "2025年", "2030年"],
      [...W04, 94.88, 94],
      [...C08, 94.72, 94],
      ["C04", "5岁以下儿童死亡率", "‰", 4.49, 4.5],
    ];
    expect(told(rows)).toEqual(["note data/target-column E1"]);
  });

  test("figures of that year are figures, also where some of them meet the target to the digit", () => {
    const rows = [
      [...HEAD, "2029年", "2030年"],
      [...W04, 95.3, 95.6],
      [...C08, 94, 94],
      ["C04", "5岁以下儿童死亡率", "‰", 4.2, 4.1],
    ];
    expect(figures(rows, ["W04", "C08"])).toEqual(["W04 2029:95.3 2030:95.6", "C08 2029:94 2030:94"]);
  });
});

describe("figures that nobody could place", () => {
  test("a number under 编号 names no row", () => {
    const rows = [
      ["编号", "2025年"],
      ["W-04", 94.88],
      ["4", 12],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told(rows)).toEqual(["warning data/nameless-rows B3"]);
  });

  test("rows without code and name, numbers without a heading: told once each", () => {
    const rows = [
      [...HEAD, "2025年"],
      [...W04, 94.88, 12],
      [null, null, null, 68.28],
      [null, null, "%", 33],
      [...W01, 70, 5],
    ];
    expect(told(rows)).toEqual(["warning data/unplaced E2", "warning data/nameless-rows D3"]);
  });

  test("a clean table of the bureau's own gives no alarm", () => {
    const merges = [
      over(1, 1, 13),
      over(2, 1, 13),
      over(3, 5, 7),
      over(3, 8, 9),
      ...[1, 2, 3, 4, 10, 11, 12, 13].map((each) => down(each, 3, 4)),
    ];
    const rows = [
      ["重庆市永川区妇女发展规划（2021—2030年）2025年度统计监测汇总表"],
      ["永统〔2026〕8号　　填报单位：永川区统计局　　2026年3月18日"],
      [
        "序号",
        "指标名称",
        "计量单位",
        "2030年目标值",
        "永川区",
        null,
        null,
        "全市",
        null,
        "同比增减",
        "完成率（%）",
        "责任单位",
        "备注",
      ],
      [null, null, null, null, "2020年", "2024年", "2025年", "2024年", "2025年"],
      ["一、妇女与健康"],
      [1, "婚前医学检查率", "%", "逐年提高", 58.32, 66.15, 68.28, 75, 77.1, 2.13, null, "区卫生健康委", null],
      [
        4,
        "孕产妇系统管理率",
        "%",
        "≥94",
        92.99,
        94.52,
        94.88,
        96.1,
        96.5,
        0.36,
        100.94,
        "区卫生健康委",
        "2024年10月至2025年9月",
      ],
      ["二、妇女与经济"],
      [
        35,
        "女性失业保险参保人数",
        "万人",
        "增加",
        5.12,
        5.92,
        6.08,
        310,
        320,
        0.16,
        null,
        "区人力社保局",
        "年末数",
      ],
      [null, "地区生产总值", "亿元", null, 1012, 1291.4, 1350.2, 32193, 33500, 58.8, null, null, null],
      ["注：1．妇幼健康指标统计年度为上年10月1日至当年9月30日。"],
      ["2．全市数据取自2025年重庆统计年鉴。"],
      [
        "填报人：张三",
        null,
        null,
        "审核人：李四",
        null,
        null,
        "联系电话：023-49800000",
        null,
        null,
        "报出日期：2026年3月18日",
      ],
    ];
    expect(told(rows, { merges, name: "汇总表", file: "妇女规划汇总2025.xlsx" })).toEqual([
      "note data/reference-columns H4",
    ]);
    expect(figures(rows, ["W01", "W04", "W35"], { merges })).toEqual([
      "W01 2020:58.32 2024:66.15 2025:68.28",
      "W04 2020:92.99 2024:94.52 2025:94.88",
      "W35 2020:5.12 2024:5.92 2025:6.08",
    ]);
  });
});

test.each(["本年累计", "本期平均"])(
  "%s beside last year's figure is told: nothing else gives this year's",
  (head) => {
    const rows = [
      ["永川区公安局2025年统计"],
      ["编号", "指标名称", head, "上年同期", "同比"],
      ["W46", "杀害、强奸、伤害、侮辱、拐卖妇女刑事案件发生数", 72, 74, -2.7],
    ];
    expect(figures(rows, ["W46"])).toEqual(["W46 2024:74"]);
    expect(told(rows)).toEqual(["warning data/other-column C2"]);
    const both = rows.map((row, at) => [...row, at === 1 ? "本年全年" : 72]);
    expect(told(both.with(0, rows[0] ?? []))).toEqual([]);
  },
);

test("tables that are numbered each tell their own year", () => {
  const rows = [
    ["表1  2024年妇女指标"],
    ["指标名称", "单位", "数值"],
    ["婚前医学检查率", "%", 66.15],
    ["表2  2025年妇女指标"],
    ["指标名称", "单位", "数值"],
    ["婚前医学检查率", "%", 68.28],
  ];
  expect(figures(rows, ["W01"])).toEqual(["W01 2024:66.15 2025:68.28"]);
  expect(told(rows)).toEqual([]);
});

test("months from October to September are the year of health indicators alone", () => {
  const rows = [
    ["指标名称", "统计期间", "2025年"],
    ["孕产妇系统管理率", "2024年10月—2025年9月", 94.88],
    ["婚前医学检查率", "2024.10.1-2025.9.30", 68.28],
    ["女性律师占比", "2024年10月—2025年9月", 37.05],
    ["3岁以下儿童系统管理率", "2023年10月—2025年9月", 94],
  ];
  expect(figures(rows, ["W04", "W01", "W45", "C08"])).toEqual([
    "W04 2025:94.88",
    "W01 2025:68.28",
    "W45",
    "C08",
  ]);
  expect(told(rows)).toEqual(["warning data/only-others-rows B4"]);
});

test("a date that a workbook shows with its hour is a date", () => {
  const rows = [
    ["指标名称", "2024-12-31 0:00:00", "2025-06-30 00:00:00"],
    ["孕产妇系统管理率", 94.52, 94.88],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52"]);
  expect(
    reading(rows)
      .issues.map(({ message }) => message)
      .join("\n"),
  ).not.toContain("00:00");
});

test.each([
  ["2025年监测数据（旧）.xlsx", ["warning data/title-asked"]],
  ["2025年监测数据-老.xlsx", ["warning data/title-asked"]],
  ["2025年老年健康数据.xlsx", []],
  ["旧城改造.xlsx", []],
])("of a file %s a person is asked whether it is an old one", (file, findings) => {
  const rows = [
    ["指标名称", "2025年"],
    ["孕产妇系统管理率", 94.88],
  ];
  expect(told(rows, { file })).toEqual(findings);
});

test("figures in hidden columns and rows are read, and a person is told once", () => {
  const rows = [
    [...HEAD, "2024年", "2025年"],
    [...W04, 94.52, 94.88],
    [...W01, 66.15, 68.28],
  ];
  const found = reading(rows, { hiddenColumns: [{ from: 4, to: 4 }] }).issues;
  const unseen = found.filter(({ code }) => code === "data/hidden-read");
  expect(unseen.map(({ message, where }) => [where?.cell, message])).toEqual([
    ["D2", "D2、D3共2个数在隐藏或筛选掉的行、列里，已照读"],
  ]);
  // What stands there and is no figure of ours is no news.
  const unread = { hiddenColumns: [{ from: 3, to: 3 }] };
  expect(reading(rows, unread).issues.filter(({ code }) => code === "data/hidden-read")).toEqual([]);
});

test.each(["2025年妇女指标", "2025年度妇女与健康", "二、2025年监测数据"])(
  "a line %s within a table of another year heads that year's figures",
  (line) => {
    const rows = [
      ["2024年监测数据"],
      ["指标名称", "数值"],
      ["孕产妇系统管理率", 94.52],
      [line],
      ["婚前医学检查率", 68.28],
    ];
    expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2024:94.52", "W01"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows A4"]);
    expect(told(rows.with(0, ["2025年监测数据"]))).toEqual([]);
  },
);
