import { describe, expect, it } from "vitest";
import {
  chineseDate,
  chineseNumber,
  counted,
  headline,
  nameList,
  quoted,
} from "../../../src/report/words/wording.js";

describe("wording", () => {
  it.each([
    [1, "一"],
    [10, "十"],
    [12, "十二"],
    [20, "二十"],
    [23, "二十三"],
  ])("%i is %s", (n, text) => {
    expect(chineseNumber(n)).toBe(text);
  });

  it("counts two of a thing as 两", () => {
    expect(`${counted(2)}个${counted(8)}个${counted(12)}个`).toBe("两个八个十二个");
  });

  it("never takes a name apart that is itself a list", () => {
    expect(headline(["女性检察官占比", "女性法官占比"])).toBe("女性检察官占比和女性法官占比");
    expect(headline(["甲和乙比例", "女性法官占比"])).toBe("甲和乙比例等2项指标");
    expect(nameList(["女性法官占比", "甲、乙检测率"])).toBe("女性法官占比、“甲、乙检测率”");
  });

  it.each([
    ["人才 引进难。\n", "人才引进难"],
    ["完成 3 所；", "完成3所"],
    ["WiFi 5G covered ", "WiFi 5G covered"],
    ["  ", ""],
  ])("tidies what people wrote: %j", (typed, text) => {
    expect(quoted(typed)).toBe(text);
  });

  it("writes dates without padding", () => {
    expect(chineseDate("2026-05-02")).toBe("2026年5月2日");
  });
});
