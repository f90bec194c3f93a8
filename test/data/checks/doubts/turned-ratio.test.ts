import { describe, expect, test } from "vitest";
import { time } from "../../book.js";
import { doubtsOf, findingOn } from "../years.js";

describe("男女厕位比 that comes out below 1", () => {
  test.each([["1.6:1"], ["3：2"], ["男：女＝3：2"], [0.67], [time(3, 2)]])("is an error: %j", (typed) => {
    expect(doubtsOf("W41", 1.5, 1.5, 1.5, 1.5, 1.6, typed)).toEqual(["error data/ratio-below-one G2"]);
  });

  test.each([["1：1.6"], ["女3：男2"], [1.6], ["1：1"]])("is none of %j", (typed) => {
    expect(doubtsOf("W41", 1.5, 1.5, 1.5, 1.5, 1.6, typed)).toEqual([]);
  });

  test("is told once a row, with what it was read as", () => {
    const found = findingOn("data/ratio-below-one", "W41", "1.6:1", "1.6:1", null, null, null, "1.6:1");
    expect(found?.cells).toHaveLength(3);
    expect(found?.message).toContain(
      "2020—2021、2025年的数（如2025年为1.6:1），按男：女读作1：0.625，次序是否颠倒",
    );
  });
});

describe("出生人口性别比 whose turned figure is near to those before", () => {
  test("is an error, with the figure it gives when turned", () => {
    expect(doubtsOf("W40", 110.2, 109.9, 109.5, 109.1, 108.9, 91.95)).toEqual(["error data/ratio-turned G2"]);
    expect(
      findingOn("data/ratio-turned", "W40", 110.2, 109.9, 109.5, 109.1, 108.9, 91.95)?.message,
    ).toContain("2025年为91.95，同2024年108.9分在100的两边，10000÷91.95＝108.75正与之接近，男女是否颠倒");
    expect(doubtsOf("W40", 91, 109.9, 109.5, 109.1, 108.9, 108.2)).toEqual(["error data/ratio-turned B2"]);
  });

  test.each([108.2, 103, 100.4, 99.6, 98])("is none of %j", (typed) => {
    expect(doubtsOf("W40", 110.2, 109.9, 109.5, 109.1, 108.9, typed)).toEqual([]);
  });

  test("is none of a row that was on both sides before, or stays near 100", () => {
    expect(doubtsOf("W40", 97, 104, 96.5, 103, 104.2, 96)).toEqual([]);
    expect(doubtsOf("W40", 101.2, 101, 101.3, 101.1, 101, 99.1)).toEqual([]);
  });
});
