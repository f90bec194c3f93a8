import { describe, expect, it } from "vitest";
import {
  CEILINGS,
  countsEvents,
  hardCeiling,
  isOtherScale,
  unitOf,
  UNIT_SPELT,
} from "../../src/terms/unit.js";

describe("a unit", () => {
  it.each([
    ["%", ["％", "百分比", "百分之", "百分率"]],
    ["‰", ["千分比", "1/1000", "/千"]],
    ["1/万", ["/万", "1/10000", "万分之一", "1／万"]],
    ["1/10万", ["/10万", "1／10万", "1/100000", "/十万", "十万分之", "十万分之一"]],
  ])("%s is itself however it is spelt", (name, spellings) => {
    for (const spelling of spellings)
      expect({ spelling, ...unitOf(spelling) }).toMatchObject({
        behind: unitOf(name).behind,
        per: unitOf(name).per,
        thing: unitOf(name).thing,
        times: unitOf(name).times,
      });
  });

  it.each([
    ["%", "94.88%"],
    ["‰", "94.88‰"],
    ["1/万", "94.88/万"],
    ["1/10万", "94.88/10万"],
    ["所", "94.88所"],
    ["立方米", "94.88立方米"],
    ["", "94.88"],
  ])("%s stands behind its number", (unit, written) => {
    expect(`94.88${unitOf(unit).behind}`).toBe(written);
  });

  it("is a rate, a count, a level or an amount", () => {
    const kinds = ["%", "1/万", "所", "人", "岁", "年", "小时", "万人", "吨", ""].map(
      (unit) => unitOf(unit).kind,
    );
    expect(kinds.join(" ")).toBe("rate rate count count level level amount amount amount bare");
  });

  it("that is rarer than per cent counts events, and has a ceiling nothing passes", () => {
    expect(CEILINGS.filter(({ name }) => countsEvents(unitOf(name))).map(({ name }) => name)).toEqual([
      "‰",
      "1/万",
      "1/10万",
      "1/百万",
    ]);
    expect(["%", "‰", "1/万", "1/10万", "所"].map((unit) => hardCeiling(unitOf(unit)))).toEqual([
      null,
      1000,
      10_000,
      100_000,
      null,
    ]);
  });

  it.each([
    ["%", "‰", true],
    ["1/万", "1/10万", true],
    ["%", "％", false],
    ["人", "万人", true],
    ["百人", "千人", true],
    ["万元", "亿元", true],
    ["人", "户", false],
    ["%", "人", false],
    ["公顷", "万公顷", true],
  ])("%s and %s are of one thing in other sizes: %s", (one, other, is) => {
    expect(isOtherScale(unitOf(one), unitOf(other))).toBe(is);
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "万constructor"])(
    "by the name of an object's own property, %s, is one nobody has heard of",
    (name) => {
      expect(unitOf(name)).toMatchObject({ name, kind: "amount", per: null, points: null, behind: name });
    },
  );

  it("is found in a bracket whole, the longer of two that begin alike", () => {
    const pattern = new RegExp(`^${UNIT_SPELT}$`, "u");
    const spelt = [
      "%",
      "1/10万",
      "/10万",
      "1/100000",
      "1/1000000",
      "/1000",
      "百万人",
      "十万分之一",
      "万元",
      "处",
    ];
    expect(spelt.filter((unit) => !pattern.test(unit))).toEqual([]);
  });
});
