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
  age: { unit: "岁", range: { min: decimal(0), max: null }, ratio: false },
  stalls: { unit: "", range: { min: decimal(0), max: null }, ratio: true },
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
    ["share", "95以上", "data/not-a-number"],
    ["share", "94.1.2", "data/not-a-number"],
    ["share", "1,23", "data/not-a-number"],
    ["share", "94.12‰", "data/not-a-number"],
    ["people", "1例", "data/not-a-number"],
    ["people", "23000人", "data/not-a-number"],
    ["people", "2:3", "data/not-a-number"],
    // A footnote's mark, which plain width would make a digit of the figure.
    ["share", "94.1①", "data/not-a-number"],
    ["share", "94.1²", "data/not-a-number"],
    ["share", "½", "data/not-a-number"],
    ["share", "—①", "data/not-a-number"],
    ["stalls", "1：1①", "data/not-a-number"],
    ["share", -2, "data/negative"],
    ["share", "-2", "data/negative"],
    ["share", "－2", "data/negative"],
    ["share", 100.01, "data/out-of-range"],
    ["share", percent(94.12), "data/out-of-range"],
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
    [0.67, "data/ratio-below-one"],
    ["0.67", "data/ratio-below-one"],
    ["0：3", "data/not-a-number"],
    [aDate, "data/date"],
  ])("%j: %s", (written, expected) => {
    expect(outcome("stalls", written)).toBe(expected);
  });
});
