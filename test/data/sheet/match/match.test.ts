import { describe, expect, test } from "vitest";
import { catalogueOf, planNamed } from "../../../../src/data/catalogue.js";
import { matchRow, nearestName, notMeant, type RowClaim } from "../../../../src/data/sheet/match/match.js";
import type { Plan } from "../../../../src/plan/plan.js";
import { children, plans, women } from "../../book.js";

/** Two plans that share a name, one of them under two numbers. */
const twin = (plan: Plan, id: string, number: number) => {
  const [row] = plan.rows;
  if (row === undefined) throw new Error("a plan has rows");
  return { ...row, id, number, name: "参保率", aliases: [] };
};
const shared: Plan[] = [
  { ...women, rows: [twin(women, "W90", 90), twin(women, "W91", 91)], series: [] },
  { ...children, rows: [twin(children, "C90", 90)], series: [] },
];
const CLAIM: RowClaim = { code: "", number: "", names: [], plan: null, above: null, heading: "" };

function matched(claim: Partial<RowClaim>, of: readonly Plan[] = plans): string {
  const match = matchRow(catalogueOf(of), { ...CLAIM, ...claim });
  return match.type === "matched" ? match.entry.indicator.id : match.type;
}

describe("matchRow", () => {
  test("every row, part and series of both plans is found by its id and by its name", () => {
    for (const { indicator } of catalogueOf(plans).entries) {
      expect(matched({ code: indicator.id })).toBe(indicator.id);
      expect(matched({ names: [`${indicator.name}（${indicator.unit}）`] })).toBe(indicator.id);
    }
  });

  test("a code is found with a hyphen in it, in either case and width", () => {
    for (const code of ["W-04", "w—04", "Ｗ－０４", "W.04", "W4"]) expect(matched({ code })).toBe("W04");
    expect(matched({ code: "W-05A" })).toBe("W05a");
    expect(matched({ code: "W22-1" })).toBe("unknownCode");
  });

  test("the sex ratio is found by the ways people say whose number is 100", () => {
    for (const name of [
      "出生人口性别比（女=100）",
      "出生人口性别比（女性＝100）",
      "出生人口性别比（以女孩为100）",
    ]) {
      expect(matched({ names: [name] })).toBe("W40");
    }
  });

  test("one name, several indicators: plan and 序号 break the tie, else nobody is chosen", () => {
    expect(matched({ names: ["参保率"] }, shared)).toBe("ambiguous");
    expect(matched({ names: ["参保率"], number: "91" }, shared)).toBe("W91");
    expect(matched({ names: ["参保率"], plan: shared[1] ?? null }, shared)).toBe("C90");
    expect(matched({ names: ["参保率"], plan: shared[0] ?? null }, shared)).toBe("ambiguous");
    expect(matched({ names: ["参保率"], plan: shared[0] ?? null, number: "90" }, shared)).toBe("W90");
  });

  test("a 序号 under 编号 is a 序号, and never enough without a name", () => {
    expect(matched({ code: "4", names: ["孕产妇系统管理率"], plan: women })).toBe("W04");
    expect(matched({ code: "4", names: ["别的指标"], plan: women })).toBe("foreign");
    expect(matched({ number: "4", plan: women })).toBe("foreign");
  });

  test("names that look like ours but are others' are not ours", () => {
    for (const name of [
      "孕产妇产前检查率",
      "农村集中供水率",
      "普通高中在校生中女生比例",
      "失业保险参保人数",
    ]) {
      expect(matched({ names: [name] })).toBe("foreign");
    }
    expect(nearestName(catalogueOf(plans), "失业保险参保人数")).toBe("女性失业保险参保人数");
    expect(nearestName(catalogueOf(plans), "女性律师占比（含实习律师和公职律师）")).toBe("女性律师占比");
    expect(nearestName(catalogueOf(plans), "地区生产总值")).toBeNull();
  });

  test("what speaks of another measure is near none of ours, however alike the letters", () => {
    for (const name of [
      "每千人口床位数",
      "女性就业人数",
      "女性医保参保人数",
      "每千人口执业医师数",
      "孕产妇死亡数",
    ])
      expect(nearestName(catalogueOf(plans), name)).toBeNull();
  });

  test("入学率 is not 毛入学率, and is told so; neither by name nor by code is it read", () => {
    expect(notMeant(catalogueOf(plans), "高中入学率")).toBe("高中阶段毛入学率");
    expect(notMeant(catalogueOf(plans), "高中阶段净入学率")).toBe("高中阶段毛入学率");
    expect(notMeant(catalogueOf(plans), "学前教育入园率")).toBe("学前教育毛入园率");
    for (const name of ["小学入学率", "高中阶段毛入学率", "孕产妇系统管理率"])
      expect(notMeant(catalogueOf(plans), name)).toBeNull();
    expect(matched({ names: ["高中阶段入学率"] })).toBe("foreign");
    expect(matched({ code: "C22", names: ["高中阶段净入学率"] })).toBe("contradiction");
    expect(matched({ code: "C22", names: ["高中阶段毛入学率"] })).toBe("C22");
  });
});

test("the plan a sheet speaks of is the one whose subject it alone names", () => {
  expect(planNamed(plans, ["妇女指标", "儿童规划"])?.id).toBe("women");
  expect(planNamed(plans, ["Sheet1", "永川区儿童发展规划", "a.xlsx"])?.id).toBe("children");
  expect(planNamed(plans, ["妇女儿童", "", "妇女.xlsx"])?.id).toBe("women");
  expect(planNamed(plans, ["Sheet1"])).toBeNull();
});
