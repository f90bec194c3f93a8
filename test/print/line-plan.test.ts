import fc from "fast-check";
import { expect, it } from "vitest";
import {
  breakPlaces,
  CLOSING,
  evenLines,
  type PlannedLine,
  type Setting,
} from "../../src/print/line-plan.js";

/** 28 characters of 16 pt to a line, figures half as wide. */
function setting(text: string): Setting {
  const advances = [...text].map((character) => (/[\d.%/]/u.test(character) ? 8 : 16));
  return { text, advances, width: 28 * 16, indent: 32, size: 16 };
}

/** The widest gap between two characters of any line but the last and the ragged ones, in full characters. */
function loosest({ advances, width, indent }: Setting, lines: readonly PlannedLine[]): number {
  const gaps = lines.slice(0, -1).map(({ start, end, ragged }) => {
    const used = advances.slice(start, end).reduce((sum, advance) => sum + advance, 0);
    return ragged ? 0 : (width - (start === 0 ? indent : 0) - used) / (end - start - 1) / 16;
  });
  return Math.max(0, ...gaps);
}

const SENTENCE = "高中阶段教育女性毛入学率为133.86%，比2024年下降0.24个百分点，距2030年目标值（≥98.25%）还差";

it("sets a line that would be spaced out evenly, at every place a figure may fall on", () => {
  const helped = Array.from({ length: 28 }, (_, at) => setting("区".repeat(at) + SENTENCE.repeat(3)));
  const planned = helped.flatMap((each) => {
    const lines = evenLines(each);
    return lines === null
      ? []
      : [{ gap: loosest(each, lines), ragged: lines.filter(({ ragged }) => ragged).length }];
  });
  expect(planned.length).toBeGreaterThan(10);
  expect(planned.filter(({ gap }) => gap > 0.07)).toEqual([]);
  expect(planned.reduce((sum, { ragged }) => sum + ragged, 0)).toBeLessThan(planned.length / 2);
});

it("lets a line end early that no other break makes even", () => {
  const short = setting(
    "女童九年义务教育巩固率进展偏慢，多年没变仍为133.86/10万和距100%的目标还差0.08个百分点。",
  );
  expect(evenLines(short)?.map(({ start, end, ragged }) => [short.text.slice(start, end), ragged])).toEqual([
    ["女童九年义务教育巩固率进展偏慢，多年没变仍为", true],
    ["133.86/10万和距100%的目标还差0.08个百分点。", false],
  ]);
});

it("takes a figure in by the blank of closing marks where no other break is even", () => {
  const short = setting(
    "（二）女童九年义务教育巩固率进展偏慢。2025年为199.92%，距100%的目标还差0.08个百分点。",
  );
  const lines = evenLines(short) ?? [];
  expect(lines.map(({ start, end, ragged }) => [short.text.slice(start, end), ragged])).toEqual([
    ["（二）女童九年义务教育巩固率进展偏慢。2025年为199.92%，", false],
    ["距100%的目标还差0.08个百分点。", false],
  ]);
  expect(lines.map(({ squeeze }) => squeeze > 0)).toEqual([true, false]);
});

it("keeps figures and their measures in one line, at every place they may fall on", () => {
  const sentence = "本领域有指标11项，2025年达标3个，比2024年提高1.40个百分点，女性12岁";
  const parted = Array.from({ length: 28 }, (_, at) => {
    const given = setting("区".repeat(at) + sentence.repeat(3));
    const lines = evenLines(given) ?? [];
    expect(loosest(given, lines)).toBeLessThanOrEqual(0.07);
    expect(lines.filter(({ ragged }) => ragged)).toEqual([]);
    return lines.filter(({ start }) =>
      /\d[项年个岁]/u.test(given.text.slice(Math.max(0, start - 1), start + 1)),
    );
  });
  expect(parted.flat().length).toBeLessThan(2);
});

it("keeps the two figures of a range in one line", () => {
  const given = setting(`${"区".repeat(21)}2021—2025年${"区".repeat(40)}`);
  expect(breakPlaces(given.text)).toContain(26);
  expect((evenLines(given) ?? []).map(({ start }) => start)).not.toContain(26);
});

it("leaves no character alone in the last line where the others can hold it, or spare one", () => {
  const lengths = [55, 83, 111].map((length) => `${"区".repeat(length - 1)}。`);
  for (const text of [...lengths, ...lengths.map((each) => `区${each}`)]) {
    const last = evenLines(setting(text))?.at(-1);
    expect(last === undefined ? 3 : last.end - last.start, text).toBeGreaterThan(2);
  }
});

it("rather parts a figure from its measure than spaces a line out", () => {
  const figures = "2021年".repeat(3);
  const given = { ...setting(`${figures}，${figures}`), width: 5.5 * 16, indent: 0 };
  const lines = evenLines(given) ?? [];
  expect(lines.some(({ start }) => start > 0 && given.text[start] === "年")).toBe(true);
});

it("fills the lines of a paragraph one after the other where they are even so", () => {
  const lines = evenLines(setting("区".repeat(200))) ?? [];
  expect(lines.slice(0, 2)).toEqual([
    { start: 0, end: 26, spacing: 0, squeeze: 0, ragged: false },
    { start: 26, end: 54, spacing: 0, squeeze: 0, ragged: false },
  ]);
  expect(lines.some(({ ragged }) => ragged)).toBe(false);
  expect(evenLines(setting("区".repeat(26)))).toBeNull();
});

it("never breaks a figure, nor before a closing mark, nor after an opening one", () => {
  const text = "为133.86%，（≥94%）。";
  expect(breakPlaces(text).map((place) => text.slice(0, place))).toEqual(["为", "为133.86%，", text]);
});

it("leaves what a picture, a table or an annex is called in one piece", () => {
  const text = "见图12、附表1-2、附件3。";
  const pieces = breakPlaces(text).map((place, at, places) => text.slice(places[at - 1] ?? 0, place));
  expect(pieces.filter((piece) => /\d/u.test(piece))).toEqual(["图12、", "附表1-2、", "附件3。"]);
});

it("breaks a formula only between what it multiplies and divides", () => {
  const text = "则进展P＝（x－B）÷（T－B）；进度比ρ＝P÷τ。";
  const pieces = breakPlaces(text).map((place, at, places) => text.slice(places[at - 1] ?? 0, place));
  expect(pieces.filter((piece) => /[＝－÷]/u.test(piece))).toEqual(["P＝（x－B）÷", "（T－B）；", "ρ＝P÷"]);
});

it("leaves a rate in one piece with what it is of, and counts with their character apart", () => {
  const text = "三年合并为5.14/10万，户籍人口113万人。";
  const pieces = breakPlaces(text).map((place, at, places) => text.slice(places[at - 1] ?? 0, place));
  expect(pieces.filter((piece) => /\d/u.test(piece))).toEqual(["5.14/10万，", "113"]);
});

it("keeps the text whole and in order, and no line longer than its room", () => {
  const piece = fc.constantFrom(
    "妇女",
    "比例为",
    "，",
    "（",
    "）",
    "133.86%",
    "2030年",
    "提高",
    "16.04/10万",
    "。",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
      const given = setting(pieces.join(""));
      const lines = evenLines(given) ?? [];
      lines.forEach(({ start, end, spacing, squeeze }, at) => {
        expect(start).toBe(lines[at - 1]?.end ?? 0);
        const marks = given.text
          .slice(start, end)
          .split("")
          .filter((each) => CLOSING.includes(each));
        expect(spacing).toBeGreaterThan(-0.05 * 16);
        expect(squeeze).toBeLessThanOrEqual(0.25 * 16);
        const advances = given.advances
          .slice(start, end)
          .reduce((sum, advance) => sum + advance + spacing, 0);
        const used = advances - squeeze * marks.length;
        expect(used).toBeLessThanOrEqual(given.width - (start === 0 ? given.indent : 0));
      });
      expect(lines.at(-1)?.end ?? given.text.length).toBe(given.text.length);
    }),
  );
});
