import { expect, it } from "vitest";
import type { NarrativeTable } from "../../../src/narrative/narrative.js";
import { ownTable } from "../../../src/report/hand/own-table.js";

const BARE = { title: "", typedNumber: "", unit: "", notes: [], source: "", align: [] };

/** How wide the columns are, in per cent. */
function widths(head: readonly string[], ...rows: readonly string[][]): number[] {
  const table: NarrativeTable = { ...BARE, head, rows };
  return ownTable(table, { file: "narrative/women-2025.md", line: 1 }).columns.map(({ width }) =>
    parseFloat(width),
  );
}

it("a short name beside long remarks stands in one line, and figures take no more than they need", () => {
  const remark = "含流动人口，随访由街道社区卫生服务中心负责";
  const head = ["镇街", "应检人数", "实检人数", "检查率（%）", "随访率（%）", "备注"];
  const [name = 0, count = 0, , rate = 0] = widths(head, [
    "某某街道10",
    "1234",
    "1200",
    "97.24",
    "100.00",
    remark,
  ]);
  // Of 442 points, at ten points a character, with what stands beside it.
  expect((name * 442) / 100).toBeGreaterThan(5 * 10 + 5);
  expect(count).toBeLessThan(name);
  expect((rate * 442) / 100).toBeGreaterThan(2.5 * 10 + 5);
});

it("digits are half as wide as characters", () => {
  const [digits = 0, letters = 0] = widths(["甲", "乙"], ["1234567890", "一二三四五六七八九十"]);
  expect(digits).toBeLessThan(letters * 0.6);
});
