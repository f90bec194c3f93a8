import { describe, expect, it } from "vitest";
import { slips, women } from "../manuscript.js";

describe("other slips", () => {
  it.each([
    ["江津区儿童医院已建成。", "other-region 江津区儿"],
    ["与荣昌、大足区建立协作机制。"],
    ["在石柱土家族自治县调研。"],
    ["荣昌区妇联牵头，大足区教委配合。", "other-region 荣昌区妇", "other-region 大足区教"],
    ["石柱土家族自治县妇儿工委办公室印发通知。", "other-region 石柱土家"],
    ["学习江津区经验，赴合川区考察，比璧山区高1.2个百分点。"],
    ["江津区为95.2%，我区为94.88%。"],
    ["九龙坡区每千人口托位数已突破5个，北碚区达到4.9个。"],
    ["全市14个区县女性律师占比超过40%，其中渝中区最高，为48.9%。"],
    ["渝中区女性律师占比为48.9%。", "other-region 渝中区女"],
    ["学习临湖区的做法。"],
    ["在临湖区推广。"],
    ["永川区各镇街、社区、校区、园区、辖区和全区学校，重庆市其他区县。"],
    ["老年妇女健康长寿，江北新区的说法除外。"],
    ["通过区妇幼保健院培训。会议由区教委牵头，联合区卫生健康委、报请区政府同意，已通过区人大审议。"],
    ["临湖区教委牵头，通过区妇联推广。", "other-region 临湖区教"],
  ])("another district's name: %s", (text, ...found) => {
    expect(slips(text)).toEqual(found);
  });

  it.each([
    ["到2205年全面建成。", "odd-year 2205"],
    ["2202—2025年，持续推进。", "odd-year 2202"],
    ["20255年，持续推进。", "odd-year 2025"],
    ["202年，持续推进。", "odd-year 202年"],
    ["1949年以来、1990年和2049年。", "odd-year 1949"],
    ["到2035年、2049年，100年来，2021—2030年。"],
  ])("a year no report can mean: %s", (text, ...found) => {
    expect(slips(text)).toEqual(found);
  });

  it.each([
    ["参保率达到95，持续提高。", "sign-lost 95，持"],
    ["参保率达到９５。", "sign-lost ９５。"],
    ["2025年，孕产妇死亡率为16.04，高于上年。", "sign-lost 16.0"],
    ["签约服务覆盖率提高到90.5；", "sign-lost 90.5"],
    ["总和生育率为1.1，参保率达到95%，达标率为3/4，覆盖率达到100个。"],
  ])("a sign lost beside a rate: %s", (text, ...found) => {
    expect(slips(text)).toEqual(found);
  });

  it.each([
    ["参保率提高　　个百分点。", "blank 　　个百"],
    ["参保率提高个百分点。", "blank 个百分点"],
    ["参保率提高几个百分点，提高1.2个百分点，提高两个百分点。"],
    ["比上年增长 %。", "blank  %。"],
    ["参保率（%）和 5 %，增长5％。"],
    ["参保____人。", "blank ____"],
    ["____", "blank ____"],
    ["为__，提高__，", "blank __，提", "blank __，"],
    ["建成（ ）所，建成（　　）所，建成()所。", "blank （ ）所", "blank （　　）", "blank ()所。"],
    ["参保　　万人。", "blank 　　万人"],
  ])("a blank nobody filled in: %s", (text, ...found) => {
    expect(slips(text)).toEqual(found);
  });

  it.each([
    ["XX区建成××所。", "placeholder XX区建", "placeholder ××所。"],
    ["X月X日，提高X个百分点。", "placeholder X月X日", "placeholder X日，提", "placeholder X个百分"],
    ["提高**个百分点。", "placeholder **个百"],
    ["此处填写工作措施。", "placeholder 此处填写"],
    ["【请补充数据】待补充。", "placeholder 【请补充", "placeholder 待补充。"],
    ["TODO", "placeholder TODO"],
    ["服务力量有待补充，X光检查，3×4，HIV、max，**加粗。**后文。"],
  ])("a sign that stands for something else: %s", (text, ...found) => {
    expect(slips(text)).toEqual(found);
  });

  it("knows the plan's own region, whichever it is", () => {
    const hechuan = { ...women, region: "合川区" };
    expect(slips("永川区妇联牵头。", hechuan)).toEqual(["other-region 永川区妇"]);
    expect(slips("合川区妇联牵头。", hechuan)).toEqual([]);
    expect(slips("合川区妇联牵头。", women)).toEqual(["other-region 合川区妇"]);
  });
});
