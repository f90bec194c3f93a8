import { describe, expect, test } from "vitest";
import { returnedOf } from "../../../src/forms/collect/returned.js";
import { book, plans, sheet, type Written } from "../../data/book.js";

const HEAD = ["编号", "指标名称", "计量单位", "上年数", "本年数", "缺报原因", "备注"];
const ROWS: Written[][] = [
  ["W11", "女童九年义务教育巩固率", "%", 99.91, 99.92],
  ["W12", "高中阶段教育女性毛入学率", "%", 134.1, 133.86],
  ["W13", "中等职业学校在校学生中女生占比", "%", 45.92, 45.61],
];

function form(name: string, reporter: string, rows: readonly Written[][] = ROWS) {
  return sheet(name, [["2025年度监测填报表"], [`填报单位：${reporter}`], HEAD, ...rows]);
}

function told(file: string, ...sheets: ReturnType<typeof sheet>[]) {
  const { reporter, issues } = returnedOf(book(file, ...sheets), plans, "2026-03-01T00:00:00Z");
  return { reporter, issues: issues.filter(({ code }) => code.startsWith("ledger/")) };
}

describe("who sent a form", () => {
  test("is asked where another unit is named in it", () => {
    const guide = sheet("填报说明", [["本表由区教委填报，包括：“年度填报”3项。"]]);
    const found = told("填报表2025_区妇联.xlsx", guide, form("年度填报", "区妇联"));
    expect(found.reporter).toBe("区妇联");
    expect(found.issues.map(({ message }) => message)).toEqual(["按“区妇联”填报记录，表中却还写着“区教委”"]);
    const other = told("填报表2025_区妇联.xlsx", form("年度填报", "区妇联"), form("二", "区教委", []));
    expect(other.issues.map(({ code }) => code)).toEqual(["ledger/other-unit"]);
  });

  test("is asked where all of its figures are another's to report", () => {
    const found = told("填报表2025_区妇联.xlsx", form("年度填报", "区妇联"));
    expect(found.issues.map(({ message }) => message)).toEqual([
      "按“区妇联”填报记录，填的指标却都是“区教委”负责的",
    ]);
    expect(told("填报表2025_区妇联.xlsx", form("年度填报", "区妇联", ROWS.slice(0, 2))).issues).toEqual([]);
  });

  test("is no question where it is who is to report, or some are its own", () => {
    expect(told("a.xlsx", form("年度填报", "区教委"))).toEqual({ reporter: "区教委", issues: [] });
    const own: Written[] = ["C28", "城市社区中家长学校或家庭教育指导服务站点覆盖率", "%", 96.15, 97.3];
    expect(told("a.xlsx", form("年度填报", "区妇联", [...ROWS, own])).issues).toEqual([]);
  });

  test("of two units in one file is told by their names", () => {
    const [issue] = told("两单位合报.xlsx", form("一", "区教委"), form("二", "区残联", [])).issues;
    expect(issue?.message).toContain("表中写着2个填报单位：区教委、区残联");
    expect(issue?.hint).toBe("请一个单位一个文件，分别报送");
    const nobody = told("合报.xlsx", sheet("年度填报", [["2025年度监测填报表"], HEAD, ...ROWS]));
    expect(nobody.issues[0]?.hint).toContain("请在表上方写“填报单位：”");
  });
});

test("a remark that makes a figure of a form another's is told with what a form can do about it", () => {
  const rows = ROWS.map((row, at) => (at === 0 ? [...row, null, "此为2024年数"] : row));
  const { issues } = returnedOf(book("区教委.xlsx", form("年度填报", "区教委", rows)), plans, "");
  const found = issues.find(({ code }) => code === "data/only-others-rows");
  expect(found?.hint).toBe(
    "本年数请填本地区全年的实际数，备注照实改写；没有实际数的，本年数留空，选填缺报原因",
  );
});
