import { describe, expect, it } from "vitest";
import { illustrated, paragraph } from "../../src/report/blocks.js";
import { EMPTY } from "../../src/report/charts/blank.js";
import { resolved } from "../../src/report/numbering/passage.js";
import type { UnnumberedBlock } from "../../src/report/numbering/unnumbered.js";

/** A paragraph a sign, each a part of its own; a chart is a digit and the part it follows. */
function illustratedWith(words: string, charts: readonly string[]): string {
  const text = [...words].map((word) => ({ ...paragraph(word), part: word }));
  const placed = charts.map((chart) => ({
    chart: { ...EMPTY, id: chart[0]!, title: "", unit: "", source: "", alt: "" },
    after: chart.slice(1),
  }));
  return illustrated(text, placed).map(said).join("");
}

function said({ paragraphs, charts }: UnnumberedBlock): string {
  return [...paragraphs.map(({ text }) => resolved(text, String)), ...charts.map(({ id }) => id)].join("");
}

describe("text with its charts in between", () => {
  it.each([
    ["a chart after each paragraph, text behind every one", "甲乙丙丁", "123", "甲1乙2丙3丁"],
    ["few charts stand early", "甲乙丙丁", "1", "甲1乙丙丁"],
    ["charts that outnumber the text follow the opening", "甲乙丙", "1234", "甲123乙4丙"],
    ["an opening and one conclusion", "甲乙", "12", "甲12乙"],
    ["an opening alone", "甲", "12", "甲12"],
    ["no charts", "甲乙", "", "甲乙"],
  ])("%s", (_, text, charts, expected) => {
    expect(illustratedWith(text, [...charts])).toBe(expected);
  });

  it.each([
    ["none before the part it is about", "甲乙丙丁", ["1", "2丙"], "甲1乙丙2丁"],
    ["in their order", "甲乙丙丁戊", ["1", "2丙", "3乙"], "甲1乙丙23丁戊"],
    ["one after each paragraph", "甲乙丙丁戊", ["1", "2", "3甲"], "甲1乙2丙3丁戊"],
    ["some text behind each", "甲乙丙丁", ["1丁"], "甲乙丙1丁"],
    ["of a part that is not told", "甲乙丙丁", ["1己"], "甲1乙丙丁"],
  ])("%s", (_, text, charts, expected) => {
    expect(illustratedWith(text, charts)).toBe(expected);
  });
});
