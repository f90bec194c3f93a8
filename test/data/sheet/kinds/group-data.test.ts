import { describe, expect, test } from "vitest";
import { datasetOf } from "../../../../src/data/settle/dataset-of.js";
import type { Plan } from "../../../../src/plan/plan.js";
import { book, codesOf, plans, read, sheet, type Written } from "../../book.js";
import { NO_MANIFEST } from "../../../../src/data/dataset.js";

const HEAD = ["编号", "年份", "分组", "组别", "数值"];

function groups(...rows: Parameters<typeof sheet>[1]): ReturnType<typeof read> {
  return read(book("a.xlsx", sheet("分组数据", [HEAD, ...rows])));
}

/** The plan with its sites called 县市, and C07 asked of each of them. */
function ofPrefecture(plan: Plan): Plan {
  const rows = plan.rows.map((row) =>
    row.target.kind === "each" && row.target.grouping === "镇街"
      ? { ...row, target: { ...row.target, grouping: "县市", expected: 2 } }
      : row,
  );
  return {
    ...plan,
    region: "黔宁州",
    sites: [],
    rows,
    terms: { ...plan.terms, area: "全州", sites: "县市" },
  };
}

describe("分组数据", () => {
  test("a town's row of another year than the table's is told, unless its history is", () => {
    const title = ["2025年分镇街填报表"];
    const rows = [title, HEAD, ["C07", 2025, "镇街", "青峰镇", 98.5], ["C07", 2024, "镇街", "三教镇", 97]];
    const found = read(book("a.xlsx", sheet("分镇街", rows)));
    expect(codesOf(found)).toContain("data/row-year-differs B4");
    const history = [...rows, ["C07", 2025, "镇街", "三教镇", 98]];
    const codes = codesOf(read(book("a.xlsx", sheet("分镇街", history))));
    expect(codes.filter((code) => code.startsWith("data/row-year"))).toEqual([]);
  });

  test("a town beside an institution says where that is", () => {
    const rows = [
      ["编号", "镇街", "机构", "2025年"],
      ["C13b", "青峰镇", "青峰镇卫生院", 2],
      ["C13b", "三教镇", "三教镇卫生院", 3],
    ];
    const found = read(book("a.xlsx", sheet("机构", rows)));
    expect(codesOf(found)).toEqual(["data/grouped-by B1"]);
    expect(
      found.dataset.groups.map(({ grouping, group, value }) => [grouping, group, value.toString()]),
    ).toEqual([
      ["机构", "青峰镇卫生院", "2"],
      ["机构", "三教镇卫生院", "3"],
    ]);
  });

  test("figures by town, with names trimmed and merged cells followed", () => {
    const rows = [
      HEAD,
      ["C07", 2025, "镇街", " 中山路街道\u00a0", 98.5],
      [null, null, null, "胜利路街道", 97],
    ];
    const merges = [1, 2, 3].map((left) => ({ top: 2, left, bottom: 3, right: left }));
    const { dataset } = read(book("a.xlsx", sheet("分组", rows, { merges })));
    expect(dataset.groups).toMatchObject([
      { indicator: "C07", year: 2025, grouping: "镇街", group: "中山路街道", source: { cell: "E2" } },
      { indicator: "C07", year: 2025, grouping: "镇街", group: "胜利路街道" },
    ]);
  });

  test("the district's total is no town of its own", () => {
    const found = groups(["C07", 2025, "镇街", "合计", 97.9], ["C07", 2025, "镇街", "大安街道", 97.9]);
    expect(found.dataset.groups.map(({ group }) => group)).toEqual(["大安街道"]);
    expect(codesOf(found)).toEqual(["data/group-total E2", "data/units-below-target E3"]);
  });

  test.each(["城区街道", "农村乡镇", "主城区各街道", "城区街道小计", "乡镇小计", "涉农镇街合计"])(
    "%s are towns of a sort together",
    (name) => {
      const rows = ["大安街道", "三教镇"].map((town) => ["C07", 2025, "镇街", town, 97.9]);
      const found = groups(["C07", 2025, "镇街", name, 98.2], ...rows);
      expect(found.dataset.groups.map(({ group }) => group)).toEqual(["大安街道", "三教镇"]);
      expect(codesOf(found).filter((code) => code.startsWith("data/group-total"))).toHaveLength(1);
      expect(found.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );

  test("of thousands that are no town a few are named", () => {
    const rows = Array.from({ length: 2000 }, (_each, at) => ["C07", 2025, "镇街", `第${at}社区`, 98]);
    const told = groups(...rows).issues.find(({ code }) => code === "data/group-total");
    expect(told?.message).toContain("“第0社区”、“第1社区”、“第2社区”、“第3社区”、“第4社区”等2000个");
    expect(told?.message.length).toBeLessThan(100);
  });

  test.each(["总人数", "均数", "最高", "最低值", "平均值", "汇总数"])("%s among towns is none", (name) => {
    const found = groups(["C07", 2025, "镇街", name, 97.9], ["C07", 2025, "镇街", "大安街道", 97.9]);
    expect(found.dataset.groups.map(({ group }) => group)).toEqual(["大安街道"]);
    expect(codesOf(found)).toContain("data/group-total E2");
  });

  test("a column per year reads like a row per year", () => {
    const wide = sheet("分组", [
      ["编号", "分组", "组别", "2024年", "2025年"],
      ["C07", "镇街", "大安街道", 97, 97.9],
    ]);
    const { dataset } = read(book("a.xlsx", wide));
    expect(dataset.groups.map(({ year, value }) => `${year} ${value.toString()}`)).toEqual([
      "2024 97",
      "2025 97.9",
    ]);
  });

  test("a plan's own word for its sites heads a column of them; towns are none of those", () => {
    const [prefecture] = plans.flatMap((plan): Plan[] =>
      plan.rows.some(({ id }) => id === "C07") ? [ofPrefecture(plan)] : [],
    );
    const rows = (word: string) =>
      sheet("分县市", [
        ["指标名称", word, "2024年", "2025年"],
        ["适龄儿童免疫规划疫苗接种率", "福源县", 98.5, 98.9],
        ["适龄儿童免疫规划疫苗接种率", "匀城市", 98.1, 98.2],
      ]);
    const readAs = (word: string) => datasetOf([book("a.xlsx", rows(word))], NO_MANIFEST, [prefecture!]);
    const found = readAs("县市");
    expect(codesOf(found)).toEqual(["data/grouped-by B1"]);
    expect(found.dataset.groups.map(({ grouping, group, year }) => `${grouping} ${group} ${year}`)).toEqual([
      "县市 福源县 2024",
      "县市 福源县 2025",
      "县市 匀城市 2024",
      "县市 匀城市 2025",
    ]);
    expect(found.dataset.series).toEqual({});
    expect(readAs("县市名称").dataset.groups).toHaveLength(4);
    expect(readAs("乡镇").dataset.groups).toEqual([]);
  });

  test("without the head 分组 the towns' figures are not taken for the district's", () => {
    const rows = [
      ["编号", "组别", "2025年"],
      ["C07", "大安街道", 97.9],
    ];
    const found = read(book("a.xlsx", sheet("分组", rows)));
    expect(codesOf(found)).toEqual(["data/unrecognised-sheet"]);
    expect(found.dataset.series).toEqual({});
  });

  test("a district figure beside the towns' is no conflict", () => {
    const district = sheet("指标", [
      ["编号", "2025年"],
      ["C07", 99],
    ]);
    const towns = sheet("分组", [HEAD, ["C07", 2025, "镇街", "大安街道", 97.9]]);
    const found = read(book("a.xlsx", district, towns));
    expect(codesOf(found)).toEqual(["data/units-below-target E2"]);
    expect(found.dataset.series["C07"]).toHaveLength(1);
    expect(found.dataset.groups).toHaveLength(1);
  });

  test("the same town twice: agreeing figures are one, different ones are refused", () => {
    const row = (value: number) => ["C07", 2025, "镇街", "大安街道", value];
    expect(groups(row(97.9), row(97.91)).dataset.groups.map(({ value }) => value.toString())).toEqual([
      "97.91",
    ]);
    const conflict = groups(row(97.9), row(89.7));
    expect(conflict.dataset.groups).toEqual([]);
    expect(conflict.issues).toMatchObject([{ code: "data/group-conflict", severity: "error" }]);
  });

  test("rows that do not say whose figure it is are told once, with what is missing", () => {
    const found = groups(...[1, 2, 3].map((figure): Written[] => ["C07", 2025, "机构", null, figure]));
    expect(codesOf(found)).toEqual(["data/unknown-grouping E2"]);
    expect(found.issues[0]).toMatchObject({
      message: "第2—4行没有写是哪个机构，未读取",
      hint: "请在组别中写明机构的名称",
    });
  });

  test("dozens of groupings nobody knows are another thing in that column, and told as one", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at): Written[] => ["C07", 2025, `甲${at}`, "东部", 98]);
    expect(groups(...rows(20)).issues).toHaveLength(20);
    const found = groups(...rows(21), ["C07", 2025, null, "东部", 98]);
    expect(codesOf(found)).toEqual(["data/unknown-grouping E2", "data/unknown-grouping E23"]);
    expect(found.issues[0]?.message).toBe("不认识的分组“甲0”等21种，第2—22行未读取");
  });

  test("groupings nobody knows, rows without a year, figures that are none", () => {
    const found = groups(
      ["C07", 2025, "片区", "东部", 98],
      ["C07", null, "镇街", "大安街道", 98],
      ["C07", 2025, "镇街", "三教镇", "达标"],
      ["C07", 2025, "镇街", null, 98],
      ["C07", 2025, "镇街", "板桥镇", "—"],
    );
    expect(found.dataset.groups).toEqual([]);
    expect(codesOf(found)).toEqual([
      "data/unknown-grouping E2",
      "data/no-row-year E3",
      "data/not-a-number E4",
      "data/unknown-grouping E5",
    ]);
  });
});

describe("分组数据, the unit its rows state", () => {
  const rows = (...units: string[]) => [
    ["编号", "年份", "分组", "组别", "数值", "计量单位"],
    ...units.map((unit, at) => ["C01", 2025, "城乡", at % 2 === 0 ? "城镇" : "农村", 1.4 + at, unit]),
  ];
  const found = (...units: string[]) => read(book("a.xlsx", sheet("分组数据", rows(...units))));

  test("on another scale: not read, and told once", () => {
    const scaled = found("1/万", "1/万");
    expect(scaled.dataset.groups).toEqual([]);
    expect(codesOf(scaled)).toEqual(["data/unit-scale F2"]);
    expect(scaled.issues[0]?.message).toContain("第2—3行");
  });

  test("the plan's own is read", () => {
    expect(found("‰", "千分率").dataset.groups).toHaveLength(2);
    expect(found("‰", "%").dataset.groups).toHaveLength(1);
  });
});

test("a row of half a year or of what is reckoned is lost where its group has no other", () => {
  const rows = [
    ["编号", "年份", "分组", "组别", "数值"],
    ["C08", "2025年（预计）", "城乡", "城镇", 94.9],
    ["C08", 2025, "城乡", "农村", 94],
  ];
  const found = read(book("a.xlsx", sheet("分组数据", rows)));
  expect(found.dataset.groups.map(({ group }) => group)).toEqual(["农村"]);
  expect(codesOf(found)).toEqual(["data/only-others-rows B2"]);
});

test("what is no town among the towns is not read as one", () => {
  const none = ["镇小计", "城区", "农村", "其他", "其中：最低", "乡镇合计", "朱沱镇卫生院", "中山路小学"];
  const towns = ["大安街道", "朱沱镇"];
  const rows = [...towns, ...none].map((town, at) => ["C07", 2025, "镇街", town, 98 + at / 100]);
  const found = groups(...rows);
  expect(found.dataset.groups.map(({ group }) => group)).toEqual(towns);
  expect(codesOf(found)).toContain("data/group-total E4");
});

test("a village's figure is not its town's", () => {
  for (const head of ["村（社区）", "村居", "居委会"]) {
    const rows = [
      ["编号", "镇街", head, "2025年"],
      ["C07", "青峰镇", "凌阁堂村", 98.1],
      ["C07", "金龙镇", "合计", 97.5],
    ];
    const found = read(book("a.xlsx", sheet("分镇街", rows)));
    expect(found.dataset.groups.map(({ group, value }) => `${group} ${value.toString()}`)).toEqual([
      "金龙镇 97.5",
    ]);
    expect(codesOf(found)).toContain("data/crossed-groups B1");
  }
});

test.each([
  ["性别", "女", "W02", "妇女人均预期寿命", 81.2],
  ["城乡", "农村", "C30", "农村自来水普及率", 90.35],
])("%s %s is whom the indicator %s is of", (head, group, id, name, value) => {
  const rows = [
    ["2025年监测数据"],
    ["编号", "指标名称", head, "2025年"],
    [id, name, group, value],
    ["C02", "婴儿死亡率", group, 2.9],
  ];
  const { dataset } = read(book("a.xlsx", sheet("数据", rows)));
  expect(dataset.series[id]?.map((each) => each.value.toNumber())).toEqual([value]);
  expect(dataset.groups.map(({ indicator }) => indicator)).toEqual(["C02"]);
  // Beside all of them together it is a group.
  const whole = read(book("a.xlsx", sheet("数据", [...rows, [id, name, "合计", value + 1]]))).dataset;
  expect(whole.series[id]?.map((each) => each.value.toNumber())).toEqual([value + 1]);
  expect(whole.groups).toHaveLength(2);
});
