import { expect, it } from "vitest";
import { isSlipOfPen } from "../../../src/claims/compare/slip-of-pen.js";

it.each([
  ["95.88%", "94.88%", true],
  ["98.48%", "94.88%", true],
  ["94.78%", "94.88%", true],
  ["49.88%", "94.88%", true],
  ["9488%", "94.88%", true],
  ["948.8%", "94.88%", true],
  ["94.8%", "94.88%", true],
  ["7.06个百分点", "17.06个百分点", true],
  ["60.5%", "94.88%", false],
  ["97.35%", "94.88%", false],
  ["94.88%", "94.88%", false],
  ["0.7", "0.8", false],
])("%s for %s: %s", (written, right, is) => {
  expect(isSlipOfPen(written, right)).toBe(is);
});
