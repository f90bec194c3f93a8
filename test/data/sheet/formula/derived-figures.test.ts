import { describe, expect, test } from "vitest";
import { formula, type Written } from "../../book.js";
import { reading, told } from "../layout.js";

const CODE = "data/derived-figures";

/** 指标数据 with the figures of 2025 in E, whatever stands beside. */
function table(rows: readonly (readonly Written[])[], ...more: readonly string[]) {
  return [["编号", "指标名称", "计量单位", "2024年", "2025年", ...more], ...rows];
}
const W04 = ["W04", "孕产妇系统管理率", "%", 94.5];
const W01 = ["W01", "婚前医学检查率", "%", 91.2];

function messages(rows: readonly (readonly Written[])[]): string[] {
  return reading(rows)
    .issues.filter(({ code }) => code === CODE)
    .map(({ where, message }) => `${where?.cell} ${message}`);
}

describe("a formula that makes a figure of others", () => {
  test.each([
    ["D2", "照搬2024年数"],
    ["+$D$2", "照搬2024年数"],
    ["ROUND(D2,2)", "照搬2024年数"],
    ["数据!D2", "照搬2024年数"],
    ["D2*1.005", "由2024年数算出"],
    ["D2+0.3", "由2024年数算出"],
    ['IF(D2="","",D2)', "由2024年数算出"],
    ["AVERAGE(D2:D2)", "由2024年数算出"],
    ["FORECAST(2025,B2:D2,B1:D1)", "按趋势推算"],
    ["_xlfn.FORECAST.LINEAR(2025,汇总!B2:D2,汇总!B1:D1)", "按趋势推算"],
    ["ROUND(TREND(B2:D2,B1:D1,2025),2)", "按趋势推算"],
    ["RANDBETWEEN(90,99)", "按趋势推算"],
    ["F2", "照搬目标列"],
    ["D3", "照搬“婚前医学检查率”的数"],
    ["E3", "照搬“婚前医学检查率”的数"],
  ])("=%s is told", (text, how) => {
    const rows = table(
      [
        [...W04, formula(94.5, text), 98],
        [...W01, 91.4, 95],
      ],
      "2030年目标",
    );
    const [message] = messages(rows);
    expect(message).toContain(`E2“=${text}”（${how}）`);
    expect(messages(rows)).toHaveLength(1);
  });

  test.each([
    "ROUND(F2/G2*100,2)",
    "SUM(F2:G2)",
    "F2",
    "汇总!B3",
    "'2024 年'!D2",
    "[1]数据!D2",
    "VLOOKUP(A2,$A$1:$D$90,4,0)",
    "INDEX(D:D,2)",
    "IF(G2=0,D2,F2/G2*100)",
    "SUM(E3:E9)",
    "94.5",
    "(40+30)/75*100",
    "全年数",
    "表1[[#This Row],[2024年]]",
    "#REF!",
    "",
  ])("=%s is not", (text) => {
    const rows = table(
      [
        [...W04, formula(94.5, text), 945, 1000],
        [...W01, 91.4],
      ],
      "分子",
      "分母",
    );
    expect(messages(rows)).toEqual([]);
  });

  test("once a column, with the first cells and how many there are", () => {
    const ids = ["W01", "W02", "W04", "W05a", "W07"];
    const rows = table(ids.map((id, at) => [id, null, null, 90 + at, formula(90 + at, `D${at + 2}`)]));
    expect(messages(rows)).toEqual([
      "E2 E列有5个数是公式从别的数得来的，不像报送的数：E2“=D2”（照搬2024年数）、E3“=D3”（照搬2024年数）、E4“=D4”（照搬2024年数）等5处，数已照读",
    ]);
  });

  test("is read from the cell that shares it", () => {
    const shared = { ...formula(91.2), formula: { row: 2, column: 5, text: "D2" } };
    expect(messages(table([W04, [...W01, shared]]))).toEqual([
      expect.stringContaining("E3“=D3”（照搬2024年数）"),
    ]);
  });

  test("may count on from the year before, but not repeat it", () => {
    const C23 = ["C23", "普惠托育服务机构数量", "个", 15];
    for (const text of ["D2+3", "SUM(C2:D2)", "D2+F2-G2"])
      expect(messages(table([[...C23, formula(18, text), 5, 2]], "新增", "撤销"))).toEqual([]);
    for (const text of ["D2", "AVERAGE(C2:D2)", "ROUND(D2*1.1,0)"])
      expect(messages(table([[...C23, formula(15, text)]]))).toHaveLength(1);
  });

  test("of a form's 上年数 is told, of groups, of other places, too", () => {
    const form = [
      ["2025年妇女统计监测年报表"],
      ["编号", "指标名称", "计量单位", "上年数", "本年数"],
      [...W04, formula(94.5, "D3")],
    ];
    expect(messages(form)).toEqual([expect.stringMatching(/^E3 .*E3“=D3”（照搬上年数|照搬2024年数）/u)]);
    const groups = [
      ["编号", "指标名称", "镇街", "2024年", "2025年"],
      ["C07", "国家免疫规划疫苗接种率", "大安街道", 98, 98.5],
      ["C07", "国家免疫规划疫苗接种率", "三教镇", 98.2, formula(98.5, "E2")],
      ["C07", "国家免疫规划疫苗接种率", "朱沱镇", 98.2, formula(98.2, "D4")],
    ];
    expect(messages(groups)).toEqual([
      expect.stringMatching(/E3“=E2”（照搬“大安街道”的数）、E4“=D4”（照搬2024年数）/u),
    ]);
  });

  test("is told where it was read only", () => {
    const rows = table([[...W04, 94.9, formula(94.9, "E2*1.01")]], "2026年预计");
    expect(told(rows)).toEqual(told(table([[...W04, 94.9, 95.8]], "2026年预计")));
  });
});

describe("分子, 分母 and 完成数", () => {
  const head = ["编号", "指标名称", "计量单位", "2024年", null, null, "2025年", null, null, "2030年目标"];
  const under = [null, null, null, "数值", "分子", "分母", "数值", "分子", "分母"];
  const counted = (numerator: Written, denominator: Written) => [
    head,
    under,
    [...W04.slice(0, 3), 94.5, 5670, 6000, 94.6, numerator, denominator, 95],
    [...W01.slice(0, 3), 91.2, 912, 1000, 91.4, 914, 1000],
  ];

  test.each([
    ["E3*1.001", "由2024年数算出"],
    ["E3", "照搬2024年数"],
    ["J3*60", "由目标列算出"],
  ])("=%s makes a 分子 of another figure", (text, how) => {
    const [message] = messages(counted(formula(5676, text), 6000));
    expect(message).toContain(`H3“=${text}”（${how}）`);
  });

  test.each(["I3*G3/100", "SUM(I3)-324", "I4", "I4*5.676"])(
    "=%s is no news: rows share what they count",
    (text) => {
      expect(messages(counted(formula(5676, text), 6000))).toEqual([]);
    },
  );

  const projects = (done: Written) => [
    ["项目编号", "年份", "进展状态", "量化内容", "目标数", "完成数"],
    ["WP09", 2025, "推进中", "镇（街道）养老服务中心", 23, done],
    ["CP10", 2025, "推进中", "独立的区未成年人保护机构", 1, 1],
  ];

  test.each([
    ["E2", "照搬目标列"],
    ["ROUND(E2*0.8,0)", "由目标列算出"],
  ])("=%s makes what is done of the goal", (text, how) => {
    const [message] = messages(projects(formula(19, text)));
    expect(message).toContain(`F2“=${text}”（${how}）`);
  });

  test.each(["SUM(H2:H9)", "15+4", "F3+18"])("=%s does not", (text) => {
    expect(messages(projects(formula(19, text)))).toEqual([]);
  });
});
