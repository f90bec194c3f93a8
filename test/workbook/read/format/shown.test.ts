import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateShown, numberFormat, sectionFor } from "../../../../src/workbook/read/format/number-format.js";
import { showNumber } from "../../../../src/workbook/read/format/show-number.js";
import { seen } from "../../../../src/workbook/read/format/shown.js";

function number(value: number, code: string) {
  return seen({ type: "number", value }, numberFormat(code));
}

describe("what Excel shows of a number", () => {
  const cases: readonly [value: number, code: string, display: string][] = [
    [94.12, "General", "94.12"],
    [0.1 + 0.2, "General", "0.3"],
    [94.12, "", "94.12"],
    [94.125, "0.00", "94.13"],
    [-94.125, "0.00", "-94.13"],
    [94, "0.0##", "94.0"],
    [94.5, "#.##", "94.5"],
    [0.5, "#.0", ".5"],
    [0.941, "0%", "94%"],
    [0.9412, "0.00%", "94.12%"],
    [0.5, "0.0##%", "50.0%"],
    [0.9412, "0.00\\%", "0.94%"],
    [94.88, "0.00_%", "94.88"],
    [94.88, '0.00"%"', "94.88%"],
    [1234567, "#,##0", "1,234,567"],
    [12, "#,##0", "12"],
    [1234.5, "[$¥-804]#,##0.00", "¥1,234.50"],
    [59200, '0\\.0,"万"', "5.9万"],
    [59200, '0!.0,"万"', "5.9万"],
    [1234567, '#,##0.0,,"百万"', "1.2百万"],
    [1234, "0,", "1"],
    [-12, "0.0;(0.0)", "(12.0)"],
    [-12, "0.0_);[Red]\\(0.0\\)", "(12.0)"],
    [5, '0;-0;"—"', "5"],
    [0, '0;-0;"—"', "—"],
    [0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"],
    [1234.5, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,234.50"],
    [0, "0;-0;;@", ""],
    [94.12, ";;;", ""],
    [94.12, '"达标"', "达标"],
    [12000, '[>=10000]0.0,"千";0"人"', "12.0千"],
    [900, '[>=10000]0.0,"千";0"人"', "900人"],
    [-900, '[>=10000]0.0,"千";0"人"', "-900人"],
    [5, '[<0]"负";[=0]"零";0.0', "5.0"],
    [5, "[<0]0;[>10]0", "####"],
    [12345, '0"亿"0000"万"', "1亿2345万"],
    [94.12, "G/通用格式", "94.12"],
    [94.12, '"约"General', "约94.12"],
    [94.12, "@", "94.12"],
    [0.25, "# ?/?", "0.25"],
    [59200, "0.00E+00", "59200"],
    [5, "000", "005"],
    [-0.001, "0.0", "0.0"],
  ];
  it.each(cases)("%d under %s: %s", (value, code, display) => {
    const format = numberFormat(code);
    const section = sectionFor(format, value);
    const words = section?.kind === "words" || section === null;
    expect(words ? number(value, code).display : showNumber(value, format, section)).toBe(display);
  });

  it("is told with every digit where the format neither scales nor writes anything", () => {
    expect(number(94.125, "0.00").display).toBe("94.125");
    expect(number(1234.5, "#,##0.00_);(#,##0.00)").display).toBe("1234.5");
    expect(number(0.94125, "0.00%").display).toBe("94.13%");
  });
});

describe("how the format comes to show it", () => {
  const plain = { power: 0, words: "", hidden: false };
  const cases: readonly [value: number, code: string, shown: object][] = [
    [94.88, "0.00", plain],
    [94.88, "0.00_%", plain],
    [94.88, "0.00_);(0.00)", plain],
    [-12, "0.0;(0.0)", plain],
    [0.9412, "0.00%", { ...plain, power: 2, words: "%" }],
    [0.9412, "[Blue]0.0%;[Red]-0.0%", { ...plain, power: 2, words: "%" }],
    [94.88, "0.00\\%", { ...plain, words: "%" }],
    [94.88, '0.00"%"', { ...plain, words: "%" }],
    // The percent sign of another section counts for nothing.
    [94.88, "[>1]0.00;0.00%", plain],
    [0.9488, "[>1]0.00;0.00%", { ...plain, power: 2, words: "%" }],
    [59200, '0\\.0,"万"', { ...plain, power: -4, words: "万" }],
    [59200, '0.0,"千"', { ...plain, power: -3, words: "千" }],
    [59200, "0,", { ...plain, power: -3 }],
    [59200, "0.0,,", { ...plain, power: -6 }],
    [59200, "0,.0", { ...plain, power: -3 }],
    [59200, "#,##0", plain],
    [5.92, '0.00"万人"', { ...plain, words: "万人" }],
    [94.12, '"约"0.0', { ...plain, words: "约…" }],
    [12345, '0"亿"0000"万"', { ...plain, words: "亿…万" }],
    [0, '_ * "-"??_ ', plain],
    [94.12, ";;;", { ...plain, hidden: true }],
    [94.12, '"达标"', { ...plain, hidden: true }],
    [0, "#", { ...plain, hidden: true }],
  ];
  it.each(cases)("%d under %s", (value, code, shown) => {
    expect(number(value, code).shown).toEqual(shown);
  });

  it("hears what a format writes beside a text", () => {
    expect(seen({ type: "text", text: "5.92" }, numberFormat('@"万"'))).toEqual({
      display: "5.92万",
      shown: { ...plain, words: "万" },
    });
    expect(seen({ type: "text", text: "5.92" }, numberFormat(";;;")).shown.hidden).toBe(true);
    expect(seen({ type: "text", text: "5.92" }, numberFormat("0.00%"))).toEqual({
      display: "5.92",
      shown: plain,
    });
  });
});

describe("dates and times", () => {
  const cases: readonly [serial: number, code: string, display: string, clock: boolean][] = [
    [45797, "yyyy/m/d", "2025/5/20", false],
    [45797, 'yyyy"年"m"月"d"日"', "2025年5月20日", false],
    [45797, "[$-804]yyyy年m月d日;@", "2025年5月20日", false],
    [45797, "yyyy-mm-dd hh:mm", "2025-05-20 00:00", false],
    [45797.5, "yyyy/m/d h:mm AM/PM", "2025/5/20 12:00 PM", false],
    [45797.75, "m/d 上午/下午h:mm", "5/20 下午6:00", false],
    [45797, "mmm-yy", "May-25", false],
    [45797, "dddd", "Tuesday", false],
    [45797, "aaaa", "星期二", false],
    [45797, "[DBNum1][$-804]m月d日", "5月20日", false],
    [45797, "e/m/d", "2025/5/20", false],
    [59, "yyyy/m/d", "1900/2/28", false],
    [61, "yyyy/m/d", "1900/3/1", false],
    [0.0854166666666667, "h:mm", "2:03", true],
    [0.0854166666666667, "hh:mm:ss", "02:03:00", true],
    [1.25, "[h]:mm", "30:00", true],
    [1.25, "[mm]:ss", "1800:00", true],
    [0.25, "mm:ss.0", "00:00", true],
    [0.75, '上午/下午h"时"mm"分"', "下午6时00分", true],
    [-1, "yyyy/m/d", "####", false],
    [1e9, "yyyy/m/d", "####", false],
  ];
  it.each(cases)("%d under %s: %s", (serial, code, display, clock) => {
    const format = numberFormat(code);
    expect(dateShown(sectionFor(format, serial))).toEqual({ clock });
    expect(seen({ type: "date", serial, clock }, format).display).toBe(display);
  });

  it.each([
    ...[
      "General",
      "",
      "0.00",
      "[Red]0.00",
      '0.00"亩"',
      '0"days"',
      "0\\d",
      "0.00E+00",
      "@",
      "[$¥-804]#,##0.00",
    ],
    '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  ])("%s is none for dates", (code) => {
    expect(dateShown(sectionFor(numberFormat(code), 5))).toBe(null);
  });

  it("asks the section in force", () => {
    const format = numberFormat("[>=1]yyyy/m/d;h:mm");
    expect(dateShown(sectionFor(format, 45797))).toEqual({ clock: false });
    expect(dateShown(sectionFor(format, 0.5))).toEqual({ clock: true });
    expect(dateShown(sectionFor(numberFormat("[<100]0.0;yyyy/m/d"), 94.1))).toBe(null);
  });
});

describe("any code", () => {
  const piece = fc.constantFrom(
    ...'0 # ? . , % ; @ _ * \\ ! " [ ] [>=1] [h] [$¥-804] [Red] E+ / y m d h s AM/PM 万 "万" General - ( ) constructor __proto__'.split(
      " ",
    ),
  );
  const code = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  const value = fc.double({ noNaN: true, noDefaultInfinity: true });

  it("is read, and shows the same figure as its power says", () => {
    fc.assert(
      fc.property(code, value, (each, figure) => {
        const { display, shown } = number(figure, each);
        expect(typeof display).toBe("string");
        expect(Number.isInteger(shown.power)).toBe(true);
      }),
      { numRuns: 2_000, seed: 9 },
    );
  });

  it("is General past Excel's own length, however it is made", () => {
    expect(number(1, "[".repeat(100_000)).display).toBe("");
    expect(number(94.12, `0.${"0".repeat(100_000)}%`).shown.power).toBe(0);
  });

  it("shows the digits of the value where it neither scales nor rounds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (whole) => {
        const grouped = numberFormat("#,##0");
        expect(showNumber(whole, grouped, grouped.sections[0]!)).toBe(whole.toLocaleString("en-US"));
        const places = numberFormat("0.00");
        expect(showNumber(whole / 100, places, places.sections[0]!)).toBe((whole / 100).toFixed(2));
      }),
      { seed: 9 },
    );
  });
});
