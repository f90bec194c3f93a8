import { describe, expect, test } from "vitest";
import { figures, told, type Rows } from "../layout.js";

const rows = (head: string, text: string): Rows => [
  ["编号", "指标名称", "计量单位", "2024年", "2025年", head],
  ["W42", "城镇集中式饮水水源水质达标率", "%", 98, 99, text],
];
const OTHERS = ["warning data/only-others-rows F2"];

describe("another place's office, a town and a school are no source of the district's figures", () => {
  test.each([
    ...["璧山区水利局", "高新区管委会", "胜利路街道", "江津区教委", "萱花小学", "朱沱镇人民政府"],
    ...["大足区人民法院", "三教镇", "永川高新区管委会"],
  ])("%s", (text) => {
    expect(figures(rows("数据来源", text), ["W42"])).toEqual(["W42"]);
    expect(told(rows("数据来源", text))).toEqual(OTHERS);
    expect(told(rows("数据来源", text), { file: "a.csv" })).toEqual(OTHERS);
    expect(told(rows("填报单位", text))).toEqual(OTHERS);
  });

  test.each([
    ...["重庆市统计局", "市教委", "区教委", "永川区水利局", "各镇街", "重庆市律师协会", "各区县教委"],
    ...["全国妇幼健康信息系统", "区妇幼保健院", "区教委、各镇街", "永川区人民医院", "各学校", "部门统计"],
    ...["璧山区统计年鉴等资料汇编", "重庆市第五中级人民法院"],
  ])("%s may well be", (text) => {
    expect(figures(rows("数据来源", text), ["W42"])).toEqual(["W42 2024:98 2025:99"]);
    expect(told(rows("数据来源", text))).toEqual([]);
  });
});
