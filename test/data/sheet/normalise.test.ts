import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey, unitKey, verbatim, withoutControls } from "../../../src/data/sheet/normalise.js";

describe("nameKey", () => {
  const SAME: readonly (readonly [string, string])[] = [
    ["孕产妇死亡率（1/10万）", "孕产妇死亡率"],
    ["孕产妇死亡率(/10万)", "孕产妇死亡率"],
    ["婚前医学检查率（%） ", "婚前医学检查率"],
    ["婚前医学检查率%", "婚前医学检查率"],
    ["婚前 医学\u00a0检查率\u200b", "婚前医学检查率"],
    ["０—６岁儿童眼保健操和视力检查覆盖率", "0-6岁儿童眼保健操和视力检查覆盖率"],
    ["每千名（0—14岁）儿童拥有医疗床位数（张）", "每千名0~14岁儿童拥有医疗床位数"],
    ["女性失业保险参保人数（单位：万人）", "女性失业保险参保人数"],
    ["1.婚前医学检查率", "婚前医学检查率"],
    ["（一）婚前医学检查率", "婚前医学检查率"],
    ["③婚前医学检查率", "婚前医学检查率"],
    ["其中：区人大代表中女性比例", "区人大代表中女性比例"],
    ["★5岁以下儿童死亡率", "5岁以下儿童死亡率"],
    ["儿童自杀、自伤率", "儿童自杀自伤率"],
    ["《国家学生体质健康标准》达标率", "国家学生体质健康标准达标率"],
  ];
  test.each(SAME)("%s is %s", (typed, plain) => {
    expect(nameKey(typed)).toBe(nameKey(plain));
  });

  test("an age at the start is part of the name, not a list number", () => {
    expect(nameKey("3岁以下儿童系统管理率")).not.toBe(nameKey("岁以下儿童系统管理率"));
    expect(nameKey("12岁儿童龋患率")).toContain("12");
  });

  test("is idempotent", () => {
    const names = fc.array(
      fc.constantFrom(
        ..."率女儿童（）()%‰1210.、① ：其中一万人/岁—-　\u200b★《》单位".split(""),
        "其中：",
        "（%）",
        "1.",
      ),
    );
    fc.assert(
      fc.property(names, (parts) => {
        const key = nameKey(parts.join(""));
        expect(nameKey(key)).toBe(key);
      }),
    );
  });
});

test("units are known in the ways they are typed", () => {
  expect(["％", "%", "（%）", "百分比"].map(unitKey)).toEqual(["%", "%", "%", "%"]);
  expect(["/10万", "1/10万", "1／10万", "1/100000"].map(unitKey)).toEqual(Array(4).fill("1/10万"));
  expect(unitKey("万人")).not.toBe(unitKey("人"));
});

test("text that will be printed keeps its full-width punctuation", () => {
  expect(verbatim(" 区儿童（集瑷）医院，已开工。\u200b ")).toBe("区儿童（集瑷）医院，已开工。");
});

test("control characters of a cell reach neither a terminal nor a page; line breaks stay", () => {
  expect(withoutControls("\u001b[31m约95\u0000\n另附\u009b")).toBe("[31m约95\n另附");
  expect(verbatim("\u0007已开工\n年底完工")).toBe("已开工\n年底完工");
});
