import { describe, expect, test } from "vitest";
import { readCell, type Measure } from "../../../src/data/sheet/cell.js";
import { decimal } from "../../../src/terms/decimal.js";
import {
  aDate,
  aTruth,
  anError,
  anUncalculated,
  cellOf,
  formula,
  made,
  percent,
  time,
  type Written,
} from "../book.js";

const AT = { file: "a.xlsx", sheet: "指标数据", cell: "A1" };
const MEASURES = {
  share: { unit: "%", range: { min: decimal(0), max: decimal(100) }, ratio: false },
  gross: { unit: "%", range: { min: decimal(0), max: null }, ratio: false },
  permille: { unit: "‰", range: { min: decimal(0), max: decimal(1000) }, ratio: false },
  rate: { unit: "1/10万", range: { min: decimal(0), max: null }, ratio: false },
  people: { unit: "万人", range: { min: decimal(0), max: null }, ratio: false },
  heads: { unit: "人", range: { min: decimal(0), max: null }, ratio: false },
  age: { unit: "岁", range: { min: decimal(0), max: null }, ratio: false },
  stalls: { unit: "", range: { min: decimal(0), max: null }, ratio: "femalePerMale" },
  births: { unit: "", range: { min: decimal(0), max: null }, ratio: "malePerHundred" },
} satisfies Record<string, Measure>;

function outcome(measure: keyof typeof MEASURES, written: Written): string {
  const reading = readCell(cellOf(written), MEASURES[measure], AT);
  switch (reading.type) {
    case "figure":
      return reading.value.toString() + (reading.notes.length > 0 ? " noted" : "");
    case "missing":
      return reading.reason + (reading.issue === null ? "" : ` ${reading.issue.code}`);
    case "refused":
      return reading.issue.code;
  }
}

describe("readCell", () => {
  test.each<[keyof typeof MEASURES, Written, string]>([
    ["share", 94.12, "94.12"],
    ["share", 0.1 + 0.2, "0.3"],
    ["share", 0, "0"],
    ["share", 100, "100"],
    ["share", formula(94.12), "94.12 noted"],
    ["share", percent(0.9412), "94.12 noted"],
    ["gross", percent(1.307), "130.7 noted"],
    ["share", "94.12", "94.12 noted"],
    ["share", " 94.12\u00a0", "94.12 noted"],
    ["share", "９４．１２", "94.12 noted"],
    ["share", "94.12%", "94.12 noted"],
    ["share", "94.12％", "94.12 noted"],
    ["permille", "4.49‰", "4.49 noted"],
    ["rate", "13.3/10万", "13.3 noted"],
    ["age", "82.3岁", "82.3 noted"],
    ["people", "1,234.5", "1234.5 noted"],
    ["people", "1，234.5万人", "1234.5 noted"],
    ["people", "1 234", "1234 noted"],
    ["rate", "12.47 1/10万", "12.47 noted"],
    ["rate", "8（1/10万）", "8 noted"],
    ["share", "94.1①", "94.1 noted"],
    ["share", "94.1*", "94.1 noted"],
    ["share", "94.1%＊", "94.1 noted"],
    ["permille", "4.49 [1]", "4.49 noted"],
    ["permille", "4.49（注2）", "4.49 noted"],
    ["stalls", "1：1①", "1 noted"],
  ])("a %s cell with %j is read: %s", (measure, written, expected) => {
    expect(outcome(measure, written)).toBe(expected);
  });

  test.each<[Written, string]>([
    [null, "blank"],
    ["", "blank"],
    ["  ", "blank"],
    ["—", "dash"],
    ["——", "dash"],
    ["-", "dash"],
    ["–", "dash"],
    ["－", "dash"],
    ["/", "dash"],
    ["\\", "dash"],
    ["无", "dash"],
    ...["暂无数据", "没有统计", "未监测", "不适用", "NULL", "待报"].map((text): [string, string] => [
      text,
      "dash",
    ]),
    ["…", "belowUnit data/below-unit"],
    ["……", "belowUnit data/below-unit"],
    ["...", "belowUnit data/below-unit"],
  ])("%j is missing: %s", (written, expected) => {
    expect(outcome("share", written)).toBe(expected);
  });

  test.each<[keyof typeof MEASURES, Written, string]>([
    ["share", anError, "data/cell-error"],
    ["share", anUncalculated, "data/uncalculated"],
    ["share", aTruth, "data/not-a-number"],
    ["share", aDate, "data/date"],
    ["share", time(2, 3), "data/date"],
    ["share", "约95", "data/not-a-number"],
    ["share", "数据", "data/not-a-number"],
    ["share", "待定", "data/not-a-number"],
    ["share", "95以上", "data/not-a-number"],
    ["share", "94.1.2", "data/not-a-number"],
    ["share", "1,23", "data/not-a-number"],
    ["share", "94.12‰", "data/not-a-number"],
    ["people", "1例", "data/not-a-number"],
    ["people", "23000人", "data/not-a-number"],
    ["people", "2:3", "data/not-a-number"],
    // A footnote's mark, which plain width would make a digit of the figure.
    ["people", "120\n35", "data/two-figures"],
    ["share", "94.9/95.1", "data/two-figures"],
    ["share", "93.5（94.1）", "data/two-figures"],
    ["share", "户籍93.1，常住93.3", "data/two-figures"],
    ["share", "2024年93，2025年94", "data/two-figures"],
    ["share", "2021—2025年", "data/not-a-number"],
    ["share", "12月31日", "data/not-a-number"],
    ["share", "12.3/10万人", "data/not-a-number"],
    ["people", "25 8", "data/two-figures"],
    ["rate", "81/10万", "data/unit-or-digit"],
    ["rate", "1/10万", "data/unit-or-digit"],
    ["share", "9①4.1", "data/not-a-number"],
    ["share", "94.1²", "data/not-a-number"],
    ["share", "94.1（1）", "data/not-a-number"],
    ["share", "½", "data/not-a-number"],
    ["share", "—①", "data/not-a-number"],
    ["share", -2, "data/negative"],
    ["share", "-2", "data/negative"],
    ["share", "－2", "data/negative"],
    ["share", 100.01, "data/out-of-range"],
    ["share", percent(94.12), "data/percent-format"],
    ["permille", percent(0.0045), "data/percent-format"],
    ["people", percent(0.5), "data/percent-format"],
  ])("a %s cell with %j is refused: %s", (measure, written, expected) => {
    expect(outcome(measure, written)).toBe(expected);
  });

  test("a negative names itself, for it may be a code", () => {
    const reading = readCell(cellOf(-2), MEASURES.share, AT);
    expect(reading.type === "refused" && reading.issue.message).toContain("-2");
  });
});

/** A number as its format shows it. */
function shown(value: number, display: string, power: number, words: string): Written {
  return made({ type: "number", value }, display, { shown: { power, words, hidden: false } });
}

function hidden(value: number, display = ""): Written {
  return made({ type: "number", value }, display, { shown: { power: 0, words: "", hidden: true } });
}

function struck(display: string, text: string, whole: boolean): Written {
  return made({ type: "text", text: display }, display, { struck: { text, whole } });
}

describe("what the number format writes beside a figure", () => {
  test.each<[keyof typeof MEASURES, Written, string]>([
    ["people", shown(59200, "5.9万", -4, "万"), "5.92 noted"],
    ["people", shown(59200, "5.9万人", -4, "万人"), "5.92 noted"],
    ["people", shown(5.92, "5.92万", 0, "万"), "5.92"],
    ["people", shown(59200, "59", -3, ""), "data/scaled-format"],
    ["people", shown(60800, "60.8万", -3, "万"), "data/scaled-format"],
    ["people", shown(59200, "59千", -3, "千"), "data/format-unit"],
    ["people", shown(5, "5人", 0, "人"), "data/format-unit"],
    ["people", shown(5, "约5", 0, "约…"), "data/format-unit"],
    ["heads", shown(59200, "5.9万", -4, "万"), "59200 noted"],
    ["heads", shown(5.92, "5.92万", 0, "万"), "data/format-unit"],
    ["heads", shown(12, "12人", 0, "人"), "12"],
    ["heads", shown(12, "12例", 0, "例"), "data/format-unit"],
    ["share", shown(94.12, "94.12%", 0, "%"), "94.12"],
    ["share", shown(94120, "94.12%", -3, "%"), "data/scaled-format"],
    ["share", shown(94.12, "94.12‰", 0, "‰"), "data/format-unit"],
    ["share", shown(94.12, "94.12万", 0, "万"), "data/format-unit"],
    ["share", shown(94.12, "¥94.12", 0, "¥…"), "data/format-unit"],
    ["permille", shown(4.5, "4.5%", 0, "%"), "data/format-unit"],
    ["stalls", shown(0.67, "67%", 2, "%"), "data/percent-format"],
  ])("a %s cell with %o: %s", (measure, written, expected) => {
    expect(outcome(measure, written)).toBe(expected);
  });

  test("a zero that is not shown is as good as blank, and told; other figures are asked about", () => {
    expect(outcome("share", hidden(0))).toBe("blank data/hidden-zero");
    expect(outcome("share", hidden(94.12))).toBe("data/not-shown");
    expect(outcome("share", hidden(0, "—"))).toBe("data/not-shown");
    expect(outcome("share", made({ type: "number", value: 0 }, "-"))).toBe("0 noted");
  });
});

describe("what is struck out", () => {
  test.each<[Written, string]>([
    [struck("398", "382", false), "data/struck-out"],
    [struck("94.1", "2", false), "data/struck-out"],
    [struck("382", "382", true), "data/struck-out"],
    [made({ type: "number", value: 9 }, "9", { struck: { text: "9", whole: true } }), "data/struck-out"],
    [struck("95", "约", false), "95 noted"],
    [struck("—", "—", true), "dash"],
    [struck("—", "94.1", false), "data/struck-out"],
  ])("%o: %s", (written, expected) => {
    expect(outcome("gross", written)).toBe(expected);
  });
});

test("a message quotes one line of a cell, and not more than one can read", () => {
  const reading = readCell(cellOf("120\n35"), MEASURES.people, AT);
  expect(reading.type === "refused" && reading.issue.message).toContain("“120⏎35”");
  const long = readCell(cellOf("长".repeat(30_000)), MEASURES.people, AT);
  expect(long.type === "refused" && long.issue.message.length).toBeLessThan(100);
});

describe("男女厕位比 is read as 女/男", () => {
  test.each<[Written, string]>([
    ["1：1.6", "1.6 noted"],
    ["1:1.6", "1.6 noted"],
    ["2：3", "1.5 noted"],
    ["2∶3", "1.5 noted"],
    ["3:5", "1.66666666666667 noted"],
    ["3:2", "0.666666666666667 noted"],
    [time(2, 3), "1.5 noted"],
    [1.6, "1.6"],
    ["1.6", "1.6 noted"],
    [0.67, "0.67"],
    ["0.67", "0.67 noted"],
    ["1.6：1", "0.625 noted"],
    ["男2：女3", "1.5 noted"],
    ["女：男=3：2", "1.5 noted"],
    ["女1.6:男1", "1.6 noted"],
    ["0：3", "data/not-a-number"],
    ["1 2：3", "data/two-figures"],
    ["1：1.6\n2：3", "data/not-a-number"],
    [aDate, "data/date"],
  ])("%j: %s", (written, expected) => {
    expect(outcome("stalls", written)).toBe(expected);
  });
});

describe("出生人口性别比 is read as boys to 100 girls", () => {
  test.each<[Written, string]>([
    [109.62, "109.62"],
    ["109.62：100", "109.62 noted"],
    ["109.62比100", "109.62 noted"],
    ["男：女=109.62∶100", "109.62 noted"],
    ["109.62（女=100）", "109.62 noted"],
    ["109.62:100（女孩＝100）", "109.62 noted"],
    ["男109.62：女100", "109.62 noted"],
    ["女=100，男=109.62", "109.62 noted"],
    ["（以女为100）", "data/not-a-number"],
    ["女=100", "data/not-a-number"],
    ["100：109.62", "data/not-a-number"],
    ["109.62：101", "data/not-a-number"],
    ["109：62", "data/not-a-number"],
    ["10 9.62:100", "data/two-figures"],
    [1.0962, "109.62 noted"],
    ["1.0962", "109.62 noted"],
    [formula(1.0962), "109.62 noted"],
    [0.94, "94 noted"],
    [2.1, "2.1"],
    [0.0109, "0.0109"],
    [shown(1.0962, "109.62%", 2, "%"), "data/percent-format"],
  ])("%j: %s", (written, expected) => {
    expect(outcome("births", written)).toBe(expected);
  });
});
