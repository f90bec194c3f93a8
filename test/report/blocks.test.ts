import { describe, expect, it } from "vitest";
import { illustrated, paragraph } from "../../src/report/blocks.js";
import { resolved } from "../../src/report/numbering/passage.js";
import type { UnnumberedBlock } from "../../src/report/numbering/unnumbered.js";

const blocks = (words: string): UnnumberedBlock[] => [...words].map((word) => paragraph(word));
const read = (all: readonly UnnumberedBlock[]): string =>
  all.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => resolved(text, String))).join("");

describe("text with its charts in between", () => {
  it.each([
    ["a chart after each paragraph, text behind every one", "甲乙丙丁", "123", "甲1乙2丙3丁"],
    ["few charts stand early", "甲乙丙丁", "1", "甲1乙丙丁"],
    ["charts that outnumber the text follow the opening", "甲乙丙", "1234", "甲123乙4丙"],
    ["an opening and one conclusion", "甲乙", "12", "甲12乙"],
    ["an opening alone", "甲", "12", "甲12"],
    ["no charts", "甲乙", "", "甲乙"],
  ])("%s", (_, text, charts, expected) => {
    expect(read(illustrated(blocks(text), blocks(charts)))).toBe(expected);
  });
});
