import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/claims/facts.js";
import { remarksOn } from "../../src/claims/remarks.js";
import type { Plan } from "../../src/plan/plan.js";
import { termsOf, type GivenTerms } from "../../src/plan/words/terms.js";
import { children, women } from "../plan/shipped.js";
import { dataset, siteFigures } from "../score/builder.js";

function called(title: string, region: string, given: Partial<GivenTerms> = {}): Plan {
  return {
    ...women,
    title,
    region,
    terms: termsOf({ neighbours: [], areas: [], ...given }, { title, region }),
  };
}

const county = called("云岭省临山苗族自治州青石县妇女发展规划", "青石县", { neighbours: ["白水", "长岭县"] });
const prefecture = called("云岭省临山苗族自治州妇女发展规划", "临山苗族自治州");
const nation = called("中国妇女发展纲要（2021—2030年）", "全国");
const data = dataset({ W04: { 2024: "92", 2025: "93" } });

/** The codes of what is held against a text of 2025. */
function held(text: string, plan: Plan): string[] {
  return remarksOn(text, factsOf(plan, data, 2025)).remarks.map(({ issue }) => issue(null, "").code);
}

describe("what people write under another plan", () => {
  it.each<[string, string, Plan]>([
    ["its own area", "2025年，全县孕产妇系统管理率为91%。", county],
    ["its own area", "2025年，我县孕产妇系统管理率为91%。", county],
    ["its own name", "2025年，青石孕产妇系统管理率为91%。", county],
    ["a prefecture", "2025年，全州孕产妇系统管理率为91%。", prefecture],
    ["a prefecture's name", "2025年，临山州孕产妇系统管理率为91%。", prefecture],
    ["the country", "2025年，全国孕产妇系统管理率为91%。", nation],
    ["an outline", "孕产妇系统管理率为91%，提前达到94%的《纲要》目标。", nation],
  ])("%s: %s is compared", (_, text, plan) => {
    expect(held(text, plan)).toContainEqual(expect.stringMatching(/^narrative\/wrong-/u));
  });

  it.each<[string, Plan]>([
    ["2025年，全州孕产妇系统管理率为91%。", county],
    ["2025年，全省孕产妇系统管理率为91%。", prefecture],
    ["2025年，云岭省孕产妇系统管理率为91%。", prefecture],
    ["2025年，全国孕产妇系统管理率为91%。", women],
    ["2025年，白水县孕产妇系统管理率为91%。", county],
  ])("%s is another place's", (text, plan) => {
    expect(held(text, plan).filter((code) => code.startsWith("narrative/wrong-"))).toEqual([]);
  });

  it("a neighbour left in is told, by the plan's own list; a prefecture's counties are its own", () => {
    expect(held("白水县妇联牵头落实。", county)).toEqual(["narrative/other-region"]);
    expect(held("白水妇联牵头落实。", county)).toEqual(["narrative/other-region"]);
    expect(held("长岭险峻。", county)).toEqual([]);
    expect(held("青石县妇联牵头落实。", prefecture)).toEqual([]);
    expect(held("江津妇联牵头落实。", county)).toEqual([]);
    expect(held("江津妇联牵头落实。", women)).toEqual(["narrative/other-region"]);
  });

  it.each<[string, Plan, ...string[]]>([
    ["全县孕产妇系统管理率为91%。", women, "narrative/other-region"],
    ["全州孕产妇系统管理率为91%。", women, "narrative/other-region"],
    ["我县加强孕产妇管理。", women, "narrative/other-region"],
    ["全区加强孕产妇管理。", county, "narrative/other-region"],
    ["全市加强孕产妇管理。", county, "narrative/other-region"],
    ["全区孕产妇系统管理率为91%。", prefecture, "narrative/other-region"],
    ["全州加强孕产妇管理，全省、全国会议。", county],
    ["全省加强孕产妇管理，全县各乡镇落实。", county],
    ["全市加强孕产妇管理，健全县乡村三级网络，全县域推进。", women],
    ["福源县加强孕产妇管理，全县建成2所医院。", prefecture],
    ["各区县、全市场、安全区域、健全市级机制，基本市情。", prefecture],
    ["我区加强孕产妇管理。", called("妇女发展规划", "青石县")],
  ])("what a place of another rank is called, left in: %s", (text, plan, ...found) => {
    expect(held(text, plan)).toEqual(found);
  });

  it("a neighbour is told under a region without a rank, too, though 基本 or 自我 is said", () => {
    const town = called("临山新城妇女发展规划", "临山新城", { neighbours: ["白水"] });
    expect(held("白水县妇联牵头落实基本任务，提高自我保护能力。", town)).toEqual(["narrative/other-region"]);
    expect(held("白水县妇联牵头，全域落实。", { ...town, terms: { ...town.terms, area: "全域" } })).toEqual(
      [],
    );
  });

  it("sites are counted by the plan's own word for them", () => {
    const sites = siteFigures("W04", 2025, { 福源县: "93", 惠民县: "92", 匀城市: "95" }, "县市");
    const facts = (plan: Plan) => factsOf(plan, dataset({ W04: { 2025: "94" } }, { groups: sites }), 2025);
    const codes = (text: string, plan: Plan) =>
      remarksOn(text, facts(plan)).remarks.map(({ issue }) => issue(null, "").code);
    for (const [right, wrong] of [
      ["3个县市中有2个达到93%。", "3个县市中有1个达到93%。"],
      ["1个县市低于93%。", "2个县市低于93%。"],
      ["各县市均达到92%。", "各县市均达到93%。"],
    ] as const) {
      expect(codes(`2025年孕产妇系统管理率为94%，${right}`, prefecture), right).toEqual([]);
      expect(codes(`2025年孕产妇系统管理率为94%，${wrong}`, prefecture), wrong).toEqual([
        "narrative/wrong-figure",
      ]);
      // Those of the city are not the district's.
      expect(codes(`2025年孕产妇系统管理率为94%，${wrong}`, women), wrong).toEqual([]);
    }
  });

  it("names with marks that expressions know are themselves", () => {
    const town = called("临山-[新城]妇女发展规划", "临山-[新城]", {
      area: "全域[新",
      beside: ["云岭+"],
      areas: ["东-西部"],
      neighbours: ["白水"],
    });
    const wrong = expect.stringMatching(/^narrative\/wrong-/u) as unknown;
    expect(held("2025年，临山-[新城]孕产妇系统管理率为91%。", town)).toContainEqual(wrong);
    expect(held("2025年，云岭+孕产妇系统管理率为91%。", town)).not.toContainEqual(wrong);
    expect(held("白水县妇联牵头，全域[新]落实。", town)).toEqual([]);
  });
});

it("counts of another plan's indicators are not held against the report's own", () => {
  const known = factsOf(women, data, 2025, [women, children]);
  const wrong = (text: string) => remarksOn(text, known).remarks.map(({ issue }) => issue(null, "").code);
  expect(wrong("儿童规划41项指标中，14项已达标。")).toEqual([]);
  expect(wrong("儿童规划41项指标中，14项已达标；妇女规划49项指标中，44项已达标。")).toEqual([
    "narrative/wrong-status",
  ]);
});
