import { expect, it } from "vitest";
import { textWidth, wrapped } from "../../src/draw/measure.js";
import { openFaces } from "../../src/render/faces/faces.js";

const LETTERS = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at));

it("takes no letter for narrower than the bundled 黑体 draws it, or than a face of half characters would", async () => {
  const hei = (await openFaces()).find(({ face }) => face.family === "Report Hei");
  const unitsPerEm = hei!.main.tables("head").readUInt16BE(18);
  for (const letter of LETTERS) {
    const { advance } = hei!.main.glyph(hei!.main.find(letter.charCodeAt(0))!);
    expect([letter, textWidth(letter)]).toEqual([letter, Math.max(advance / unitsPerEm, 0.5)]);
  }
});

it("counts every other character as a full one", () => {
  expect(textWidth("妇女≥‰")).toBe(4);
});

it("breaks long names into even lines, no closing mark first, and cuts the rest", () => {
  expect(wrapped("一二三四五六", 3, 3)).toEqual(["一二三", "四五六"]);
  expect(wrapped("一二三，四五", 3, 3)).toEqual(["一二三，", "四五"]);
  expect(wrapped("一二三四五六七", 6, 3)).toEqual(["一二三四", "五六七"]);
  expect(wrapped("一二三四五六七八九", 3, 2)).toEqual(["一二三", "四五…"]);
});
