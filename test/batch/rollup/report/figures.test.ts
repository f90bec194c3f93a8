import { expect, it } from "vitest";
import { isMet } from "../../../../src/batch/rollup/report/figures.js";
import { decimal } from "../../../../src/terms/decimal.js";
import { women } from "../../../plan/shipped.js";

const indicatorOf = (id: string) => women.rows.find((row) => row.id === id)!;

it.each([
  ["W18", "52.36", true],
  ["W18", "37.50", true],
  ["W18", "37.49", false],
  // 低保: neither more nor less is better.
  ["W37", "42.52", false],
  ["W40", "106.96", true],
  ["W03", "8", false],
  ["W09", "90", null],
])("all districts together are held to %s as one of them is: %s", (id, rate, met) => {
  expect(isMet(decimal(rate), indicatorOf(id))).toBe(met);
});
