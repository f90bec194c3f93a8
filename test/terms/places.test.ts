import { describe, expect, it } from "vitest";
import { isCommonPlace, parentsIn, rankOf, shortened } from "../../src/terms/places.js";

describe("names of places", () => {
  it.each([
    ["永川区", "区", ["永川"]],
    ["云岭苗族自治县", "县", ["云岭"]],
    ["临山土家族苗族自治州", "州", ["临山"]],
    ["忠县", "县", []],
    ["全国", "国", []],
    ["松溉镇", "", []],
  ])("%s: its rank and its short name", (name, rank, short) => {
    expect(rankOf(name)).toBe(rank);
    expect(shortened(name)).toEqual(short);
  });

  it.each([
    ["重庆市永川区妇女发展规划", "永川区", ["重庆市"]],
    ["云岭省临山苗族自治州青石县规划", "青石县", ["临山苗族自治州", "云岭省"]],
    ["青石县规划", "青石县", []],
    ["中国妇女发展纲要", "全国", []],
  ])("%s: what lies above %s", (title, region, parents) => {
    expect(parentsIn(title, region)).toEqual(parents);
  });

  it.each(["社区", "聚居区", "各州区", "军区", "两区", "城镇"])("%s is a common word", (word) => {
    expect(isCommonPlace(word)).toBe(true);
  });

  it.each(["万州区", "安居区", "盐边县", "武功县"])("%s is a place", (name) => {
    expect(isCommonPlace(name)).toBe(false);
  });
});
