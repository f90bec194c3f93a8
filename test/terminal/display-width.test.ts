import { expect, it } from "vitest";
import { displayWidth } from "../../src/terminal/display-width.js";

it("counts what a terminal gives a text: two columns a Chinese character, none for marks and colours", () => {
  expect(displayWidth("W03")).toBe(3);
  expect(displayWidth("孕产妇死亡率（1/10万）")).toBe(22);
  expect(displayWidth("ＡＢ１")).toBe(6);
  expect(displayWidth("e\u0301\u200b\ufeff")).toBe(1);
  expect(displayWidth("\u001b[31m达标\u001b[39m")).toBe(4);
  expect(displayWidth("𠮷")).toBe(2);
});

it("gives “” and ≥ one column on a terminal and two in a Chinese font", () => {
  expect(displayWidth("“≥”")).toBe(3);
  expect(displayWidth("“≥”", { ambiguousAsWide: true })).toBe(6);
});
