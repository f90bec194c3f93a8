import { describe, expect, test } from "vitest";
import { catalogueOf } from "../../../src/data/catalogue.js";
import { blanksOf, type EarlierLine } from "../../../src/forms/collect/blanks.js";
import { returnedOf } from "../../../src/forms/collect/returned.js";
import { book, children, plans, sheet, type Written } from "../../data/book.js";
import { line } from "../../data/ledger/lines.js";

const TITLE = ["永川区妇女儿童发展规划2025年度监测填报表"];
const NOBODY: EarlierLine = () => null;

function told(name: string, head: Written[], rows: readonly Written[][], earlier: EarlierLine = NOBODY) {
  const content = book("填报表2025_区卫生健康委.xlsx", sheet(name, [TITLE, head, ...rows]));
  const returned = returnedOf(content, plans, "2026-03-01T00:00:00Z");
  return blanksOf(returned, earlier, catalogueOf(plans)).map(
    ({ message, cells, where }) =>
      `${cells.length > 0 ? cells.map(({ cell }) => cell).join(" ") : (where?.cell ?? "")} ${message}`,
  );
}

describe("a table of towns that is not full", () => {
  const HEAD = ["编号", "年份", "分组", "组别", "本年数", "备注"];
  const towns = (answer: (name: string) => [Written, Written?] | null): Written[][] =>
    children.sites.flatMap((name) => {
      const said = answer(name);
      return said === null ? [] : [["C07", 2025, "镇街", name, said[0], said[1] ?? null]];
    });
  const ofTowns = (answer: Parameters<typeof towns>[0]) => told("分镇街填报", HEAD, towns(answer));

  test("names the towns without a figure, at their cells", () => {
    const found = ofTowns((name) => [
      ["青峰镇", "松溉镇"].includes(name) ? (name === "青峰镇" ? null : "/") : 98.5,
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^E10 E14 .*有2个没有填数：青峰镇、松溉镇$/u);
  });

  test("names a town whose row is gone", () => {
    expect(ofTowns((name) => (name === "青峰镇" ? null : [98.5]))).toEqual([
      expect.stringContaining("有1个没有填数：青峰镇"),
    ]);
  });

  test.each<[string, (name: string) => [Written, Written?] | null]>([
    ["says why in 备注", (name) => (name === "青峰镇" ? [null, "已并入金龙镇"] : [98.5])],
    ["is full", () => [98.5]],
    ["nobody began", () => [null]],
  ])("is no matter where it %s", (_why, answer) => {
    expect(ofTowns(answer)).toEqual([]);
  });

  test("leaves a misspelt town to the finding that knows which it may be", () => {
    const rows = towns(() => [98.5]).map((row) => row.map((cell) => (cell === "松溉镇" ? "松概镇" : cell)));
    expect(told("分镇街填报", HEAD, rows)).toEqual([]);
  });
});

describe("a form of figures", () => {
  const HEAD = ["编号", "上年数", "本年数", "缺报原因", "备注"];
  const ROWS: Written[][] = [
    ["W04", 94.5, 94.9, null, null],
    ["W05a", 50.9, null, null, null],
    ["W07", 99.6, 99.5, null, null],
  ];
  const before: EarlierLine = (id) => (id === "W05a" ? line(52.9) : null);

  test("asks for the word that 其他 promises", () => {
    const rows: Written[][] = [["W05a", 50.9, null, "其他", null]];
    expect(told("年度填报", HEAD, rows)).toEqual(["C3 W05a的缺报原因是“其他”，备注没有写明"]);
    expect(told("年度填报", HEAD, [["W05a", 50.9, null, "其他", "筛查车检修"]])).toEqual([]);
  });

  test("tells what an earlier form of the same reporter had and this one leaves blank", () => {
    expect(told("年度填报", HEAD, ROWS, before)).toEqual([
      "C4 有1项2025年以前报过数，这次空着，仍用以前报的：W05a为52.9",
    ]);
    expect(told("年度填报", HEAD, ROWS)).toEqual([]);
    expect(told("年度填报", HEAD, ROWS, () => line(52.9, { reporter: "区妇联" }))).toEqual([]);
  });

  test("asks for what was done, where a measure has begun and nothing is said of it", () => {
    const head = ["措施编号", "年份", "落实状态", "落实情况"];
    const rows: Written[][] = [
      ["WM1.1", 2025, "推进中", "开展义诊12场"],
      ["WM1.2", 2025, "推进中", "同上"],
      ["WM1.3", 2025, "已落实", null],
      ["WM1.4", 2025, "未启动", null],
    ];
    expect(told("措施落实", head, rows)).toEqual([
      "D4 D5 “措施落实”有2项已经开展，却没有写情况：WM1.2、WM1.3",
    ]);
  });

  test("is no matter where it brings only what it corrects", () => {
    const few = ROWS.map(([id = null, old = null], at): Written[] => [
      id,
      old,
      at === 0 ? 95 : null,
      null,
      null,
    ]);
    expect(told("年度填报", HEAD, few, before)).toEqual([]);
  });
});
