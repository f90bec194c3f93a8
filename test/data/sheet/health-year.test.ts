import { describe, expect, test } from "vitest";
import { endsHealthYear, isHealthYear } from "../../../src/data/sheet/health-year.js";
import { yearsNamed } from "../../../src/data/sheet/years.js";
import { figures, HEAD, told, W04 } from "./layout.js";

test.each([
  "2024年10月1日至2025年9月30日",
  "2024年10月—2025年9月",
  "2024.10-2025.9",
  "2024年10月~2025年09月底",
])("%s is the year 2025 of the health offices, wherever it stands", (span) => {
  expect(isHealthYear(span)).toBe(true);
  expect(yearsNamed(span)).toEqual([2025]);
  expect(
    figures(
      [
        [...HEAD, span],
        [...W04, 94.88],
      ],
      ["W04"],
    ),
  ).toEqual(["W04 2025:94.88"]);
});

test.each(["2023年10月—2025年9月", "2024年9月—2025年8月", "2025年1月—2025年9月"])("%s is none", (span) => {
  expect(isHealthYear(span)).toBe(false);
});

describe("the day on which it ends", () => {
  const table = (line: string, ...more: readonly (readonly (string | number)[])[]) => [
    ["永川区2025年监测指标"],
    [line],
    [...HEAD, "2025年"],
    [...W04, 94.88],
    ...more,
  ];
  test.each(["统计时点：9月30日", "统计时点：2025年9月30日", "统计时间为2025年9月底", "数据截止日：9月30日"])(
    "%s over rows of health is their year",
    (line) => {
      expect(figures(table(line), ["W04"])).toEqual(["W04 2025:94.88"]);
      expect(told(table(line))).toEqual(["note data/health-year A2"]);
    },
  );

  test.each([
    ["统计时间：2025年1—9月", []],
    ["数据截至9月30日", []],
    ["统计时点：6月30日", []],
    ["统计时点：9月30日", ["W44", "女性法官占比", "%", 45.9]],
  ])("%s is no year of these rows: %j", (line, other) => {
    const rows = other.length === 0 ? table(line) : table(line, other);
    expect(figures(rows, ["W04"])).toEqual(["W04"]);
    expect(told(rows)).toEqual(["warning data/other-table A2"]);
  });

  test("is not said by what is counted up to it", () => {
    expect(endsHealthYear("统计时间：1—9月30日")).toBe(false);
    expect(endsHealthYear("累计，统计时点9月30日")).toBe(false);
  });
});
