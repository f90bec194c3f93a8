import { describe, expect, it } from "vitest";
import { countsOf } from "../../src/claims/check.js";
import { factsOf } from "../../src/claims/facts.js";
import { remarksOn } from "../../src/claims/remarks.js";
import { clauseAt, sentencesOf } from "../../src/claims/text/tight.js";
import { women } from "../plan/shipped.js";
import { dataset } from "../score/builder.js";

const facts = factsOf(women, dataset({ W04: { 2024: "92", 2025: "93" } }), 2025);
const WRONG = "2025年，孕产妇系统管理率为91%";
const MARKLESS = "，有关工作有序推进".repeat(250);

describe("a sentence that is too long to be one", () => {
  it("is read in pieces that end at a mark and together are all of it", () => {
    const pieces = sentencesOf(`${WRONG}${MARKLESS}。${WRONG}。`);
    expect(pieces.map(({ isTorn }) => isTorn)).toEqual([true, true, false]);
    expect(pieces.map(({ text }) => text).join("")).toBe(`${WRONG}${MARKLESS}${WRONG}`);
    expect(pieces[0]?.text).toMatch(/，$/u);
  });

  it("has its figures counted as compared with nothing, and the next sentence is read as ever", () => {
    const { remarks, checked } = remarksOn(`${WRONG}${MARKLESS}。${WRONG}。`, facts);
    expect(countsOf(checked)).toEqual({ checked: 2, agree: 0, differ: 1, unmatched: 1 });
    expect(remarks.map(({ at }) => at)).toEqual([WRONG.length * 2 + MARKLESS.length + 1 - "91%".length]);
  });

  it("leaves the sentence behind it no name to be read with", () => {
    const { checked } = remarksOn(`${WRONG}${MARKLESS}。2025年为91%。`, facts);
    expect(countsOf(checked).differ).toBe(0);
  });
});

/** Each was once searched through from every place in it. */
const REPEATED =
  "X a 9 十 率 《 “1 (1 第1 1、 1岁 1, 12小时 5% 占5 a- 2025年 除2023年 由区 见图1 农村、 孕产妇系统管理率和".split(
    " ",
  );

it.each(REPEATED)("no search goes through more than a sentence of %s and nothing else", (piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length));
  expect(Math.max(...sentencesOf(text).map((each) => each.text.length))).toBeLessThanOrEqual(2000);
  expect(countsOf(remarksOn(text, facts).checked)).toMatchObject({ agree: 0, differ: 0 });
});

it.each(["率", "妇女健康占比"])("ends with sentences of %s without a mark in them", (piece) => {
  const sentence = `${piece.repeat(900 / piece.length)}。`;
  expect(remarksOn(sentence.repeat(60), facts).remarks).toEqual([]);
});

it.each([
  ["甲，乙丙；丁", 0, "甲"],
  ["甲，乙丙；丁", 3, "乙丙"],
  ["甲，乙丙；丁", 5, "丁"],
  ["，乙", 0, ""],
  ["甲乙", 1, "甲乙"],
])("finds what stands between the marks in %s around %i", (text, at, clause) => {
  expect(clauseAt(text, at)).toBe(clause);
});
