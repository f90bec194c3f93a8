import { describe, expect, it } from "vitest";
import { groupingNamed, groupingsOf, isOfPeople } from "../../../src/plan/words/groupings.js";
import { termsOf } from "../../../src/plan/words/terms.js";
import { decimal } from "../../../src/terms/decimal.js";
import { plan, row } from "../../score/builder.js";
import { women } from "../shipped.js";

const county = plan(
  [
    row({
      text: "≥98",
      kind: "each",
      comparison: "atLeast",
      value: decimal(98),
      grouping: "苏木",
      expected: 3,
    }),
  ],
  {
    terms: termsOf({ neighbours: [], areas: [] }, { title: "青石县儿童发展规划", region: "青石县" }),
    groupings: [{ name: "民族", people: true, aliases: ["民族别"] }],
  },
);

describe("the groupings of a plan", () => {
  it("are the usual ones, its towns by their word, those its targets ask for and those it names", () => {
    expect(groupingsOf(women).map(({ name }) => name)).toEqual(["镇街", "机构", "性别", "年龄", "城乡"]);
    expect(groupingsOf(county).map(({ name }) => name)).toEqual([
      "苏木",
      "乡镇",
      "机构",
      "性别",
      "年龄",
      "城乡",
      "民族",
    ]);
  });

  it.each([
    ["镇街", "乡镇"],
    ["分乡镇（街道）", "乡镇"],
    ["按性别", "性别"],
    ["年龄段", "年龄"],
    ["民族别", "民族"],
    ["苏木", "苏木"],
    ["季度", undefined],
  ])("%s on a sheet is %s", (said, name) => {
    expect(groupingNamed(said, county)?.name).toBe(name);
  });

  it("of people add up to all of them", () => {
    expect(["民族", "性别", "乡镇", "苏木"].map((name) => isOfPeople(name, county))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
