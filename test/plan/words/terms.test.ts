import { describe, expect, it } from "vitest";
import { termsOf } from "../../../src/plan/words/terms.js";
import { loadPlan } from "../../../src/plan/load.js";
import { OTHER_DISTRICT, slip } from "../other-district.js";

const NONE = { neighbours: [], areas: [] };

describe("what a plan's reports call things", () => {
  it.each([
    [
      "重庆市永川区妇女发展规划（2021—2030年）",
      "永川区",
      "《规划》",
      "规划期",
      "全区",
      "镇街",
      ["全市", "全国"],
    ],
    ["中国妇女发展纲要（2021—2030年）", "全国", "《纲要》", "实施期", "全国", "地区", []],
    ["江城省妇女发展规划", "江城省", "《规划》", "规划期", "全省", "市州", ["全国"]],
    [
      "云岭省临山苗族自治州儿童发展纲要",
      "临山苗族自治州",
      "《纲要》",
      "实施期",
      "全州",
      "县市",
      ["全省", "全国"],
    ],
    [
      "云岭省临山苗族自治州青石县儿童发展规划",
      "青石县",
      "《规划》",
      "规划期",
      "全县",
      "乡镇",
      ["全州", "全省", "全国"],
    ],
    ["青石县儿童发展行动计划", "青石县", "《行动计划》", "实施期", "全县", "乡镇", ["全市", "全省", "全国"]],
    ["草原自治区妇女发展规划", "草原自治区", "《规划》", "规划期", "全区", "市州", ["全国"]],
  ])("%s: from title and region", (title, region, named, span, area, sites, beside) => {
    expect(termsOf(NONE, { title, region })).toMatchObject({ named, span, area, sites, beside });
  });

  it("are the plan file's own where it says them", () => {
    const text = slip(
      "region: 临湖区\n",
      "region: 临湖区\nterms: { plan: 方案, area: 全域, sites: 片区, beside: [全市] }\n",
    );
    expect(loadPlan("p.yaml", text).plan?.terms).toMatchObject({
      named: "《方案》",
      area: "全域",
      sites: "片区",
      beside: ["全市"],
    });
    expect(loadPlan("p.yaml", OTHER_DISTRICT).plan?.terms).toMatchObject({ named: "《规划》", area: "全区" });
  });
});
