import { describe, expect, it } from "vitest";
import { figureAt, SPELLINGS } from "../../../src/claims/grammar/figures.js";
import { TIME_SPELLINGS, timeAt } from "../../../src/claims/grammar/times.js";

const PERIOD = { start: 2021, end: 2030, baseline: 2020, year: 2025 };

describe("every spelling reads its own examples, whole", () => {
  it.each(
    SPELLINGS.flatMap(({ name, examples, pattern }) => examples.map((text) => ({ name, text, pattern }))),
  )("$name: $text", ({ text, pattern }) => {
    pattern.lastIndex = 0;
    expect(pattern.exec(text)?.[0]).toBe(text);
    expect(figureAt(text, 0)?.text).toBe(text);
  });

  it.each(
    TIME_SPELLINGS.flatMap(({ name, examples, pattern }) =>
      examples.map((text) => ({ name, text, pattern })),
    ),
  )("$name: $text", ({ text, pattern }) => {
    pattern.lastIndex = 0;
    expect(pattern.exec(text)?.[0]).toBe(text);
    expect(timeAt(text, 0, PERIOD)?.text).toBe(text);
  });
});

describe("a figure", () => {
  it.each([
    ["94.88%", "94.88", "%", "exact"],
    ["约94.9%", "94.9", "%", "about"],
    ["95%以上", "95", "%", "from"],
    ["5%以内", "5", "%", "upTo"],
    ["近6万人", "6", "万人", "near"],
    ["超过97%", "97", "%", "over"],
    ["百分之九十八", "98", "%", "exact"],
    ["百分之九十四点八八", "94.88", "%", "exact"],
    ["千分之二", "2", "‰", "exact"],
    ["五成", "50", "%", "exact"],
    ["八成五", "85", "%", "exact"],
    ["四分之三", "75", "%", "about"],
    ["过半", "50", "%", "over"],
    ["1：1.6", "1.6", "", "exact"],
    ["2∶3", "1.5", "", "exact"],
    ["两倍", "2", "", "exact"],
    ["翻一番", "2", "", "exact"],
    ["60,800人", "60800", "人", "exact"],
    ["120余户", "120", "户", "some"],
    ["16.04/10万", "16.04", "1/10万", "exact"],
    ["1.89个百分点", "1.89", "百分点", "exact"],
    ["十五项", "15", "项", "exact"],
  ])("%s is %s %s, %s", (text, value, unit, hedge) => {
    const figure = figureAt(text, 0);
    expect([figure?.value.toFixed(), figure?.unit, figure?.hedge]).toEqual([value, unit, hedge]);
  });
});
