import { expect, test } from "vitest";
import { book, read, sheet } from "../book.js";

test("出生人口性别比 typed as quotients is read by the hundred, and told once a row", () => {
  const head = ["编号", "2023年", "2024年", "2025年"];
  const { dataset, issues } = read(book("a.xlsx", sheet("数据", [head, ["W40", 1.091, "1.0886", 108.66]])));
  expect(dataset.series["W40"]?.map(({ value }) => value.toString())).toEqual(["109.1", "108.86", "108.66"]);
  const found = issues.filter(({ code }) => code === "data/ratio-per-hundred");
  expect(found.map(({ severity, where }) => `${severity} ${where?.cell}`)).toEqual(["note C2"]);
  expect(found[0]?.message).toContain("按女=100读作108.86");
});
