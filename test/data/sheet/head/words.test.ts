import { expect, test } from "vitest";
import * as words from "../../../../src/data/sheet/head/words.js";

const LISTS: readonly string[] = [
  ...Object.values(words.COLUMN_WORDS),
  ...Object.values(words.OTHER_WORDS),
  ...Object.values(words.RELATIVE),
  words.ACTUAL,
  words.PRELIMINARY,
  words.CONFIRMED,
  words.WHOLE,
  words.WHOLE_YEAR,
  words.HARMLESS,
];

test("a word has one meaning: it stands in one line of the table, once", () => {
  const all = LISTS.flatMap((line) => [...words.wordsIn(line)]);
  const seen = new Map<string, number>();
  for (const word of all) seen.set(word, (seen.get(word) ?? 0) + 1);
  expect([...seen].filter(([, times]) => times > 1).map(([word]) => word)).toEqual([]);
});

test("the heading printed over a column is one that is read as that column", () => {
  expect(
    (["value", "previous", "base", "goal", "done", "code", "name"] as const).map(words.headingName),
  ).toEqual(["本年数", "上年数", "基期数", "目标数", "完成数", "编号", "指标名称"]);
});
