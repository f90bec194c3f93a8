import fc from "fast-check";
import { expect, it } from "vitest";
import { HANGING, textWidth, wrapped } from "../../src/draw/measure.js";
import { openFaces } from "../../src/render/faces/faces.js";

const LETTERS = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at));

it(
  "takes no letter for narrower than the bundled 黑体 draws it, or than a face of half characters would",
  { tags: ["patience"] },
  async () => {
    const hei = (await openFaces()).find(({ face }) => face.family === "Report Hei");
    const unitsPerEm = hei!.main.tables("head").readUInt16BE(18);
    for (const letter of LETTERS) {
      const { advance } = hei!.main.glyph(hei!.main.find(letter.charCodeAt(0))!);
      expect([letter, textWidth(letter)]).toEqual([letter, Math.max(advance / unitsPerEm, 0.5)]);
    }
  },
);

it("counts every other character as a full one", () => {
  expect(textWidth("妇女≥‰")).toBe(4);
});

it("breaks long names into even lines, no closing mark first, and cuts the rest", () => {
  expect(wrapped("一二三四五六", 3, 3)).toEqual(["一二三", "四五六"]);
  expect(wrapped("一二三，四五", 3, 3)).toEqual(["一二三，", "四五"]);
  expect(wrapped("一二三四五六七", 6, 3)).toEqual(["一二三四", "五六七"]);
  expect(wrapped("一二三四五六七八九", 3, 2)).toEqual(["一二三", "四五…"]);
});

it("lets one closing mark hang, and no more, whatever the text", () => {
  expect(wrapped("城市社区家长学校覆盖率（%）", 12, 2)).toEqual(["城市社区家长", "学校覆盖率（%）"]);
  const text = fc
    .array(fc.constantFrom(..."妇女儿童（）%‰。，、；》”12.a"), { minLength: 1, maxLength: 60 })
    .map((characters) => characters.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 26 }), (given, width) => {
      // As many closing marks as fill a line leave no letter to go with them.
      fc.pre(!/[，。、；）》”%‰]{4}/u.test(given));
      const lines = wrapped(given, width, 60);
      expect(lines.join("")).toBe(given);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width + HANGING);
    }),
    { numRuns: 500 },
  );
});
