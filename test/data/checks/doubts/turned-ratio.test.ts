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
