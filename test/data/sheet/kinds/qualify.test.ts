import { describe, expect, test } from "vitest";
import type { Written } from "../../book.js";
import { over, reading, figures, told, type Rows } from "../layout.js";

const HEAD = ["编号", "指标名称", "计量单位", "2025年"];
const W01 = ["W01", "婚前医学检查率", "%", 68.28];
const W04 = ["W04", "孕产妇系统管理率", "%", 97];

describe("rows of one school, village or institution", () => {
  test.each(["萱花小学", "永川区妇幼保健院", "三、红旗幼儿园", "三教镇"])(
    "stand below the line %s, merged or not, and are not read",
    (line) => {
      const rows = [HEAD, W01, [line], W04];
      for (const around of [{}, { merges: [over(3, 1, 4)] }]) {
        expect(figures(rows, ["W01", "W04"], around)).toEqual(["W01 2025:68.28", "W04"]);
        expect(told(rows, around)).toEqual(["warning data/only-others-rows A3"]);
      }
    },
  );

  test("are those it reports itself; who gathers the district's figures reports the district's", () => {
    const rows = [
      [...HEAD, "填报单位"],
      [...W01, "区妇幼保健院"],
      [...W04, "三教镇"],
      ["C10b", "小学生近视率", "%", 35.2, "萱花小学"],
      ["C08", "3岁以下儿童系统管理率", "%", 94.72, "区卫生健康委"],
    ];
    expect(figures(rows, ["W01", "W04", "C10b", "C08"])).toEqual([
      "W01 2025:68.28",
      "W04",
      "C10b",
      "C08 2025:94.72",
    ]);
    expect(told(rows)).toEqual(["warning data/only-others-rows E3", "warning data/only-others-rows E4"]);
  });
});

describe("rows of another district's offices", () => {
  const offices = ["江津区卫生健康委", "重庆市江津区教委", "江津教委"];

  test.each(offices)("%s under 填报单位, or over the table", (office) => {
    const rows = [
      [...HEAD, "填报单位"],
      [...W01, "区妇幼保健院"],
      [...W04, office],
    ];
    expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows E3"]);
    const titled = [["2025年度填报表"], [`填报单位：${office}`], HEAD, W01];
    expect(figures(titled, ["W01"])).toEqual(["W01"]);
    expect(told(titled)).toEqual(["warning data/other-table A2"]);
  });

  test.each(["永川区卫生健康委", "重庆市永川区教委", "区教委", "高新区管委会", "社区发展科", "市卫生健康委"])(
    "%s is none",
    (office) => {
      const rows = [["2025年度填报表"], [`填报单位：${office}`], HEAD, W01];
      expect(told(rows).filter((each) => each.includes("other-table"))).toEqual([]);
    },
  );
});

test.each(["上年情况", "基期数"])("below a line %s stand the figures of another year", (line) => {
  const rows = [["2025年"], HEAD.with(3, "本年数"), W01, [line], W04];
  expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows A4"]);
});

test.each(["以下为市级数，仅供比较", "下列指标均为2024年数", "其中：城镇", "以下为江津区数据", "二、街道"])(
  "a line %s speaks of the rows below it",
  (line) => {
    const rows = [["2025年监测数据"], HEAD.with(3, "2025年"), W01, [line], W04];
    expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows A4"]);
  },
);

test.each(["其中", "以下为妇女健康指标", "以下指标由区卫生健康委提供", "以下为全区数", "以下为2025年数据"])(
  "a line %s says nothing of whose they are",
  (line) => {
    const rows = [["2025年监测数据"], HEAD.with(3, "2025年"), W01, [line], W04];
    expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04 2025:97"]);
    expect(told(rows)).toEqual([]);
  },
);

test("under one code 目标值 and 其中：农村 beneath the name are others' rows, and no strange names", () => {
  const rows = [HEAD, W04, ["W04", "目标值", "%", 94], W01, ["W01", "其中：农村", "%", 60]];
  expect(figures(rows, ["W01", "W04"])).toEqual(["W01 2025:68.28", "W04 2025:97"]);
  expect(told(rows)).toEqual(["note data/others-rows B3", "note data/others-rows B5"]);
});

test("农村 under 口径 is another figure, 户籍 is the same one counted so", () => {
  const rows = [
    ["2025年监测数据"],
    ["编号", "指标名称", "口径", "2025年"],
    ["C02", "婴儿死亡率", "农村", 2.7],
    ["W04", "孕产妇系统管理率", "全区", 94.88],
    ["C08", "3岁以下儿童系统管理率", "户籍", 94.72],
  ];
  expect(figures(rows, ["C02", "W04", "C08"])).toEqual(["C02", "W04 2025:94.88", "C08 2025:94.72"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows C3"]);
});

test.each([
  ["地区：重庆市", "", "warning data/other-table"],
  ["地区：永川区", "2025:94.88", ""],
])("the line %s over an export says whose its figures are", (line, values, finding) => {
  const rows = [["数据库：年度数据"], [line], ["指标", "2025年"], ["孕产妇系统管理率", 94.88]];
  expect(figures(rows, ["W04"])).toEqual([`W04 ${values}`.trim()]);
  expect(reading(rows).issues.filter(({ code }) => code === "data/other-table")).toHaveLength(
    finding === "" ? 0 : 1,
  );
});

test.each([
  ["①", "①为2024年数据"],
  ["*", "带*的为全市数据"],
  ["②", "①为初步统计；②2024年数据。"],
])("a row that bears the mark %s of the note %s is another's", (mark, note) => {
  const rows = [
    ["2025年度填报表"],
    ["编号", "指标名称", "本年数"],
    ["W04", `孕产妇系统管理率${mark}`, 94.52],
    ["W01", "婚前医学检查率", 68.28],
    [`注：${note}`],
  ];
  expect(figures(rows, ["W04", "W01"])).toEqual(["W04", "W01 2025:68.28"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows A5"]);
});

test("a column that bears the mark of such a note is another's, too", () => {
  const rows = [
    ["编号", "指标名称", "2024年", "2025年①"],
    ["W04", "孕产妇系统管理率", 94.52, 95],
    ["注：①为预计数。"],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2024:94.52"]);
  expect(told(rows)).toEqual(["warning data/noted-column D1"]);
  expect(told([...rows.slice(0, 2), ["注：①2025年起由区卫生健康委统计。"]])).toEqual([]);
});

test("a figure of several that bears the mark of such a note is another's alone", () => {
  const rows = [
    ["编号", "指标名称", "2024年", "2025年"],
    ["W04", "孕产妇系统管理率", "94.52*", 94.88],
    ["W01", "婚前医学检查率", 68.28, "69①"],
    ["注：①为2024年数据；*为全市数据。"],
  ];
  expect(figures(rows, ["W04", "W01"])).toEqual(["W04 2025:94.88", "W01 2024:68.28"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows A4", "warning data/only-others-rows A4"]);
});

test.each(["①", "②", "*", "※", "³", "[1]", "（1）", "(注1)", "［２］"])(
  "%s behind a name or a place is no part of it",
  (mark) => {
    const rows = [
      ["编号", "指标名称", "单位", "2025年"],
      [null, `孕产妇系统管理率${mark}`, "%", 94.88],
      [null, `婚前医学检查率${mark}（%）`, null, 68.28],
      [null, `女性法官占比（%）${mark}`, null, 45],
    ];
    expect(figures(rows, ["W04", "W01", "W44"])).toEqual(["W04 2025:94.88", "W01 2025:68.28", "W44 2025:45"]);
    expect(told(rows)).toEqual([]);
    const towns = [
      ["编号", "年份", "分组", "组别", "数值"],
      ["C07", 2025, "镇街", `三教镇${mark}`, 98.5],
    ];
    expect(reading(towns).dataset.groups.map(({ group }) => group)).toEqual(["三教镇"]);
  },
);

test("a mark behind a figure that nothing explains is told", () => {
  const rows = [
    ["编号", "指标名称", "2025年"],
    ["W04", "孕产妇系统管理率", "94.88*"],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  expect(told(rows)).toEqual(["note data/unexplained-marks C2"]);
  expect(told([...rows, ["注：*含民办机构。"]])).toEqual(["note data/explained-marks A3"]);
});

test("marks of 约束性 rows and notes on how a figure came about do no harm", () => {
  const rows = [
    ["2025年度填报表"],
    ["编号", "指标名称", "本年数"],
    ["W04", "★孕产妇系统管理率①", 94.88],
    ["注：★为约束性指标；①全市平均为96.5%。"],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  expect(told(rows)).toEqual([]);
});

test.each([
  "此为全市数",
  "本指标无区级统计，暂用全市数代替",
  "该数据为2024年数据",
  "系估算数",
  "此为目标值",
  "采用上年数填报",
  "农村",
  "仅为农村数据",
])("a remark that says so in a sentence: %s", (remark) => {
  const rows = [
    ["编号", "指标名称", "2025年", "备注"],
    ["W04", "孕产妇系统管理率", 95.9, remark],
    ["W01", "婚前医学检查率", 68.28, null],
  ];
  expect(figures(rows, ["W04", "W01"])).toEqual(["W04", "W01 2025:68.28"]);
  expect(told(rows)).toEqual(["warning data/only-others-rows D2"]);
});

test.each([
  "由市妇幼保健院提供，同比提高0.36个百分点",
  "全市平均为96.1%",
  "按户籍人口统计，妇幼年报数",
  "预计2026年达到95%；上年数已修订",
  "其中农村92%",
  "此数已核实",
])("a remark that speaks of other figures beside this one does no harm: %s", (remark) => {
  const rows = [
    ["编号", "指标名称", "2025年", "备注"],
    ["W04", "孕产妇系统管理率", 94.88, remark],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  expect(told(rows)).toEqual([]);
});

test("rows of 本年 and 上年 in a column of their own", () => {
  const rows = [
    ["2025年监测表"],
    ["指标名称", null, "数值"],
    ["孕产妇系统管理率", "本年", 94.88],
    ["孕产妇系统管理率", "上年", 94.52],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  expect(told(rows)).toEqual(["note data/others-rows B4"]);
});

test.each(["以上为2025年上半年数据", "表中数据为重庆市数据"])(
  "the line %s beneath a table needs no 注",
  (line) => {
    const rows = [HEAD, W01, [], [line]];
    expect(figures(rows, ["W01"])).toEqual(["W01"]);
    expect(told(rows)).toEqual(["warning data/other-table A4"]);
  },
);

describe("a year with a word under 年份", () => {
  const rows = (year: string): Rows => [
    ["年份", "指标名称", "数值"],
    ["2024年", "孕产妇系统管理率", 94.52],
    [year, "孕产妇系统管理率", 94.88],
  ];

  test.each(["2025年（预计）", "2025年目标", "2025年1—6月", "2025年全市", "2025年调整前"])(
    "%s is no year's figure: not read, and told",
    (year) => {
      expect(figures(rows(year), ["W04"])).toEqual(["W04 2024:94.52"]);
      expect(told(rows(year))).toEqual(["warning data/only-others-rows A3"]);
    },
  );

  test.each(["2025年快报", "2025（初步统计数）"])("%s is read and noted", (year) => {
    expect(figures(rows(year), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows(year))).toEqual(["note data/preliminary-rows A3"]);
  });

  test.each(["2025年度", "2025年末", "2025年全年", "25年", "2025年实际"])("%s is the year", (year) => {
    expect(figures(rows(year), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows(year))).toEqual([]);
  });
});

test.each([
  ["C02", "婴儿死亡率（2023—2025年平均）"],
  ["W03", "孕产妇死亡率（三年合并）"],
  ["C01", "新生儿死亡率（近五年均值）"],
])("%s %s is the figure of several years: not read, and told", (code, name) => {
  const rows = [
    ["编号", "指标名称", "2025年"],
    [code, name, 2.3],
    ["W33", "女性基本医疗保险参保率", 94.72],
  ];
  expect(figures(rows, [code])).toEqual([code]);
  expect(told(rows)).toEqual(["warning data/only-others-rows B2"]);
});

test.each(["孕产妇系统管理率（暂定）", "孕产妇系统管理率【快报数】"])("%s is read and noted", (name) => {
  const rows = [
    ["编号", "指标名称", "2025年"],
    ["W04", name, 94.88],
  ];
  expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
  expect(told(rows)).toEqual(["note data/preliminary-rows B2"]);
});

describe("a remark that doubts the figure beside it", () => {
  const rows = (remark: string, value: Written = 94.88): Rows => [
    ["编号", "指标名称", "2024年", "2025年", "备注"],
    ["W04", "孕产妇系统管理率", 94.52, value, remark],
  ];

  test.each([
    "应为98.44",
    "最终数94.27",
    "数据有误，待更正",
    "2025年数尚未核实",
    "更正为94.80",
    "仅供参考",
    "核定后的数据为95",
  ])("%s: read, and told", (remark) => {
    expect(figures(rows(remark), ["W04"])).toEqual(["W04 2024:94.52 2025:94.88"]);
    expect(told(rows(remark))).toEqual(["warning data/doubting-remarks E2"]);
  });

  test.each([
    "目标应为95%以上，已完成",
    "上年数应为94.5",
    "含省外6人，不含未核实线索",
    "待遇已核定",
    "最终数94.88",
    "已核实，数据无误",
    "更正为94.88",
    "经核对没有错误",
    "上年数94.52应为户籍口径",
    "上年数有误，更正为94.52",
  ])("%s is no doubt", (remark) => {
    expect(told(rows(remark))).toEqual([]);
  });

  test("where the figure is not there, it says why", () => {
    expect(told(rows("2025年待核", "—"))).toEqual([]);
  });
});

test.each(["（注：上述数据为全市平均水平）", "以上2项为全市数据"])(
  "the note %s between rows does not speak of those below it alone",
  (note) => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W04", "孕产妇系统管理率", 94.88],
      [null, note],
      ["W33", "女性基本医疗保险参保率", 94.72],
    ];
    expect(figures(rows, ["W04", "W33"])).toEqual(["W04", "W33"]);
    expect(told(rows)).toEqual(["warning data/other-table B3"]);
  },
);

test.each([
  ["此数为2024年", "warning data/only-others-rows D2"],
  ["暂用全市数代替", "warning data/only-others-rows D2"],
])("in a column that nothing heads, %s is heard as a remark is", (remark, finding) => {
  const rows = [
    ["编号", "指标名称", "2025年"],
    ["W04", "孕产妇系统管理率", 94.52, remark],
    ["W33", "女性基本医疗保险参保率", 94.72],
  ];
  expect(figures(rows, ["W04", "W33"])).toEqual(["W04", "W33 2025:94.72"]);
  expect(told(rows)).toEqual([finding]);
});

test("doubts in such a column are told, too", () => {
  const rows = [
    ["编号", "指标名称", "2025年"],
    ["W04", "孕产妇系统管理率", 94.88, "数据有误"],
  ];
  expect(told(rows)).toEqual(["warning data/doubting-remarks D2"]);
});

test.each([
  ["重庆市卫生健康统计年鉴（全市）", "", "warning data/only-others-rows D2"],
  ["市医保局", "2025:94.88", ""],
  ["重庆市统计年鉴", "2025:94.88", ""],
  ["妇幼年报（区级）", "2025:94.88", ""],
  ["市级平台，全市口径", "", "warning data/only-others-rows D2"],
  ["区统计局推算", "", "warning data/only-others-rows D2"],
  ["全市统计年鉴，市统计局", "2025:94.88", ""],
])("数据来源 %s says whose figures it has", (source, values, finding) => {
  const rows = [
    ["编号", "指标名称", "2025年", "数据来源"],
    ["W04", "孕产妇系统管理率", 94.88, source],
  ];
  expect(figures(rows, ["W04"])).toEqual([`W04 ${values}`.trim()]);
  expect(told(rows)).toEqual(finding === "" ? [] : [finding]);
});

test.each([
  ["孕产妇系统管理率（旧口径）", ["note data/longer-names B2"]],
  ["孕产妇系统管理率（国家平台数据）", ["note data/longer-names B2"]],
  ["孕产妇系统管理率（约束性）", []],
  ["★孕产妇系统管理率（%）", []],
])(
  "a name with more words under its code, %s, is read, and noted where they are not known",
  (name, findings) => {
    const rows = [
      ["编号", "指标名称", "2025年"],
      ["W04", name, 94.88],
    ];
    expect(figures(rows, ["W04"])).toEqual(["W04 2025:94.88"]);
    expect(told(rows)).toEqual(findings);
  },
);

describe("a word that nobody knows in a column that says whose the figures are", () => {
  const of = (heading: string, said: readonly string[]): Rows => [
    ["编号", "指标名称", heading, "2025年"],
    ...said.map((text, at) => [...(NAMES[at] ?? []), text, 90 + at]),
  ];
  const NAMES = [
    ["W04", "孕产妇系统管理率"],
    ["C08", "3岁以下儿童系统管理率"],
    ["W01", "婚前医学检查率"],
  ];

  test.each([
    ["人群", "早产儿"],
    ["人群", "外来务工妇女"],
    ["统计对象", "六年级"],
    ["统计范围", "仅区妇幼保健院"],
    ["统计范围", "抽样5所学校"],
    ["统计范围", "医疗机构"],
    ["口径", "含民办"],
    ["口径", "仅统计区妇幼保健院等3家机构的数"],
    ["统计口径", "抽样"],
    ["户籍类型", "非户籍"],
  ])("%s: its row, of %s, is not read", (heading, word) => {
    const rows = of(heading, ["全区", word, ""]);
    expect(figures(rows, ["W04", "C08", "W01"])).toEqual(["W04 2025:90", "C08", "W01 2025:92"]);
    expect(told(rows)).toEqual(["warning data/only-others-rows C3"]);
    expect(reading(rows).issues.map(({ message }) => message)).toEqual([
      `“${heading}”是“${word}”，第3行看不出是不是本地区全部的数，未读取`,
    ]);
  });

  test.each(["全区", "永川区", "全口径", "合计", "不限", "全部", "行政区域", "全区范围"])(
    "%s is the whole",
    (word) => {
      for (const heading of ["人群", "统计范围", "口径"]) expect(told(of(heading, [word, ""]))).toEqual([]);
    },
  );

  test.each(["重庆市", "全市", "农村"])("%s is another, whatever the plan is called", (word) => {
    expect(figures(of("统计范围", [word, "全区"]), ["W04", "C08"])).toEqual(["W04", "C08 2025:91"]);
  });

  test("the row's own group is the whole, too", () => {
    const rows = of("人群", ["孕产妇", "3岁以下儿童", "妇女"]);
    expect(figures(rows, ["W04", "C08", "W01"])).toEqual(["W04 2025:90", "C08 2025:91", "W01 2025:92"]);
    expect(told(rows)).toEqual([]);
    const named = [
      rows[0] ?? [],
      ["W44", "女性法官占比", "女性", 45.9],
      ["W04", "孕产妇系统管理率", "女性", 94],
    ];
    expect(figures(named, ["W44", "W04"])).toEqual(["W44 2025:45.9", "W04"]);
    expect(told(named)).toEqual(["warning data/only-others-rows C3"]);
  });

  test("throughout a table only says how it was counted", () => {
    const rows = of("统计口径", ["新算法", "新算法", "新算法"]);
    expect(figures(rows, ["W04", "C08", "W01"])).toEqual(["W04 2025:90", "C08 2025:91", "W01 2025:92"]);
    expect(told(rows)).toEqual(["note data/word-in-all-rows C2"]);
    expect(told(of("口径", ["妇幼年报", "孕产妇产前检查、产后访视人数÷活产数×100%", "常住"]))).toEqual([]);
  });

  test("under 分类 is heard beside 公办 and 农村, not beside 健康 and 教育", () => {
    expect(told(of("分类", ["健康", "儿童保健", "其他"]))).toEqual(["warning data/only-others-rows C4"]);
    const parts = of("分类", ["合计", "民办普惠", "农村"]);
    expect(figures(parts, ["W04", "C08", "W01"])).toEqual(["W04 2025:90", "C08", "W01"]);
    expect(told(parts)).toEqual(["warning data/only-others-rows C3", "warning data/only-others-rows C4"]);
  });
});

describe("remarks that say the figure beside them is another", () => {
  const read = (remark: string, ...figures: number[]) => {
    const years = ["2024年", "2025年"].slice(-figures.length);
    const rows = [
      ["指标名称", ...years, "备注"],
      ["孕产妇系统管理率", ...figures, remark],
    ];
    return { values: figuresOf(rows), told: told(rows) };
  };
  const figuresOf = (rows: Parameters<typeof figures>[0]) => figures(rows, ["W04"]);

  test.each([
    "此为男性占比",
    "男性占比",
    "仅含城区",
    "城镇口径",
    "全市口径",
    "十四五目标",
    "仅为职工医保",
    "只统计公立医院",
    "全口径（含男性）",
    "永川区直属园数据",
    "含2026年申报数",
    "含在建5个",
    "调查数（2023年第七次）",
    "2023年第七次调查数",
    "仅为农村",
  ])("%s: not read", (remark) => {
    expect(read(remark, 94.88)).toEqual({ values: ["W04"], told: ["warning data/only-others-rows C2"] });
  });

  test.each([
    "户籍口径",
    "仅统计全区",
    "仅统计户籍人口",
    "仅为1例",
    "男性占比57.14%",
    "其中男性12人",
    "不含男性",
    "含男女",
    "含民办",
    "含2025年新增",
    "含2024年结转",
    "含计划生育家庭",
    "仅统计户籍孕产妇",
    "仅为示例",
    "较2023年调查提高",
    "调查数（2025年）",
    "抽样调查数",
  ])("%s: read", (remark) => {
    expect(read(remark, 94.88)).toEqual({ values: ["W04 2025:94.88"], told: [] });
  });

  test.each([
    "2025年为全市数",
    "2025年数未出，暂用2024年数",
    "以2024年数代替",
    "2025年仅含城区",
    "系2024年数据",
    "2025年数未出，沿用2024年",
    "填列2024年结果",
    "沿用上年",
  ])("%s: only the figure it speaks of", (remark) => {
    expect(read(remark, 94.52, 94.52)).toEqual({
      values: ["W04 2024:94.52"],
      told: ["warning data/only-others-rows D2"],
    });
  });

  // Goals of both years, or of one: nobody can tell.
  test.each(["目标值", "规划目标"])("%s without a year speaks of all", (remark) => {
    expect(read(remark, 94.52, 94.88).values).toEqual(["W04"]);
  });

  test.each(["预计数", "1—6月数", "上年数", "暂用上半年数代替"])(
    "%s without a year speaks of the last one",
    (remark) => {
      expect(read(remark, 94.52, 95)).toEqual({
        values: ["W04 2024:94.52"],
        told: ["warning data/only-others-rows D2"],
      });
    },
  );

  test("of a row whose last year is blank it speaks of the one before", () => {
    const rows = [
      ["指标名称", "2023年", "2024年", "2025年", "2030年", "备注"],
      ["孕产妇系统管理率", 94.1, 94.52, null, 94, "预计数"],
    ];
    expect(figuresOf(rows)[0]).toMatch(/^W04 2023:94.1(?! 2024)/u);
  });

  test("what a finding says is lost counts as refused, what stands beside its own row as known", () => {
    const head = ["指标名称", "2025年", "备注"];
    const lost = reading([head, ["孕产妇系统管理率", 95, "全市数"]]).coverage();
    expect(lost).toMatchObject([
      { known: [{ reason: "head", count: 1 }], refused: [{ reason: "other-figure" }] },
    ]);
    const beside = [head, ["孕产妇系统管理率", 95, "全市数"], ["孕产妇系统管理率", 94.88, null]];
    expect(reading(beside).coverage()).toMatchObject([{ read: 1, refused: [] }]);
  });

  test.each(["全市数", "农村"])("%s is so from year to year", (remark) => {
    expect(read(remark, 94.52, 95).values).toEqual(["W04"]);
  });

  test.each([
    ["含永川区", "W04 2025:94.88", []],
    ["包括永川区", "W04 2025:94.88", []],
    ["全市（含永川区）", "W04", ["warning data/only-others-rows C2"]],
    ["不含永川区", "W04", ["warning data/only-others-rows C2"]],
  ])("%s says whether the district is all of it", (remark, values, findings) => {
    expect(read(remark, 94.88)).toEqual({ values: [values], told: findings });
  });

  test("the finding names the year", () => {
    const rows = [
      ["指标名称", "2024年", "2025年", "备注"],
      ["孕产妇系统管理率", 94.52, 95.9, "2025年为全市数"],
    ];
    expect(reading(rows).issues.map(({ message }) => message)).toContain(
      "“备注”是“2025年为全市数”，第2行2025年的数是其他地区的数，未读取",
    );
  });
});

test.each([
  ["备注", "争取数", "only-others-rows"],
  ["备注", "按上年数填", "only-others-rows"],
  ["备注", "参照全市", "only-others-rows"],
  ["备注", "仅公办", "only-others-rows"],
  ["备注", "三年平均", "only-others-rows"],
  ["备注", "2023—2025年合并", "only-others-rows"],
  ["属性", "目标", "only-others-rows"],
  ["户口", "农业", "only-others-rows"],
  ["备注", "与年报不一致，年报95.1", "doubting-remarks"],
  ["备注", "改：95.1", "doubting-remarks"],
  ["备注", "与上年口径不一致", ""],
  ["属性", "预期性", ""],
  ["性质", "约束性", ""],
])("%s %s", (heading, said, code) => {
  const rows = [
    [...HEAD, heading],
    [...W01, null],
    [...W04, said],
  ];
  expect(told(rows)).toEqual(code === "" ? [] : [`warning data/${code} E3`]);
  expect(figures(rows, ["W04"])).toEqual([code === "only-others-rows" ? "W04" : "W04 2025:97"]);
});

describe("rows that a column of verdicts refuses", () => {
  const rows = (head: string, ...said: (string | null)[]) => [
    ["编号", "指标名称", head, "2024年", "2025年"],
    ["W04", "孕产妇系统管理率", said[0] ?? null, 94.52, 94.88],
    ["W01", "婚前医学检查率", said[1] ?? null, 66.15, 68.28],
  ];

  test.each([
    ["是否采纳", "是", "否"],
    ["审核状态", "通过", "未通过"],
    ["复核意见", "同意", "退回修改"],
    ["状态", "已报", "驳回"],
    ["是否有效", "√", "×"],
    ["备注", null, "数据退回"],
  ])("%s: %s and %s", (head, good, bad) => {
    expect(figures(rows(head, good, bad), ["W04", "W01"])).toEqual(["W04 2024:94.52 2025:94.88", "W01"]);
    expect(told(rows(head, good, bad))).toEqual(["warning data/only-others-rows C3"]);
    expect(told(rows(head, good, good))).toEqual([]);
  });

  test("what nobody has looked at yet is read, and noted", () => {
    expect(told(rows("审核结果", "通过", "待审"))).toEqual(["note data/preliminary-rows C3"]);
  });
});
