import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/terms/decimal.js";
import { figure, plain, roundedClear, shown, signed, type Scale } from "../../../src/report/words/number.js";
import { factsOf } from "../../../src/report/row-facts.js";
import { scored } from "../plans.js";

function shownAs(id: string, values: Record<number, string>): string {
  const { row, matter } = scored(id, values);
  return figure(factsOf(row, matter.scorecard.plan).scale, row.value!);
}

describe("figures", () => {
  it.each([
    ["W04", "94.125", "94.13%"],
    ["C04", "4.4", "4.40‰"],
    ["W03", "13.3", "13.30/10万"],
    ["W41", "1.6", "1：1.6"],
    ["W40", "108.7", "108.70"],
    ["C23", "41", "41个"],
  ])("%s %s is printed %s", (id, value, text) => {
    expect(shownAs(id, { 2025: value })).toBe(text);
  });

  it.each([
    ["just inside a strict target", "C04", { 2025: "4.4996" }, "4.4996‰"],
    ["just short of a target", "W04", { 2025: "93.996" }, "93.996%"],
    ["just above a band", "W37", { 2025: "42.5004" }, "42.5004%"],
    ["just better than the baseline", "W43", { 2020: "42.861", 2025: "42.864" }, "42.864%"],
    ["just worse than last year", "C25", { 2020: "97", 2024: "98.312", 2025: "98.311" }, "98.311%"],
  ])("one more digit where the judgement would look wrong: %s", (_, id, values, text) => {
    expect(shownAs(id, values)).toBe(text);
  });

  it("half up by default, half to even as a setting", () => {
    const scale: Scale = { unit: "%", decimals: 1, rounding: "halfUp", ratio: false };
    expect(plain(scale, decimal("94.25"))).toBe("94.3");
    expect(plain({ ...scale, rounding: "halfEven" }, decimal("94.25"))).toBe("94.2");
  });

  it("changes bear their sign, and a minus is never a hyphen", () => {
    const scale: Scale = { unit: "%", decimals: 2, rounding: "halfUp", ratio: false };
    expect(["0.32", "-0.74", "0"].map((difference) => signed(decimal(difference), 2))).toEqual([
      "＋0.32",
      "－0.74",
      "0.00",
    ]);
    expect(figure(scale, decimal("-1.5"))).toBe("－1.50%");
  });

  it("the shown value lies on the same side of every cut as the exact one", () => {
    const cents = fc.integer({ min: 0, max: 2_000_000 }).map((n) => decimal(n).div(10_000));
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 2 }), (value, cut, decimals) => {
        const text = roundedClear(value, [cut], decimals, "halfUp");
        const digits = text.split(".")[1]?.length ?? 0;
        const scale: Scale = { unit: "", decimals: digits, rounding: "halfUp", ratio: false };
        expect(decimal(text).comparedTo(shown(scale, cut))).toBe(value.comparedTo(cut));
      }),
    );
  });
});
