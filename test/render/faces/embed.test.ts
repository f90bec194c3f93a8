import { beforeAll, describe, expect, test } from "vitest";
import { embedFonts } from "../../../src/render/faces/embed.js";
import { openFaces, type OpenFace } from "../../../src/render/faces/faces.js";
import { componentPlaces, openGlyphs, type GlyphSource } from "../../../src/fonts/glyphs.js";

let faces: OpenFace[] = [];
beforeAll(async () => {
  faces = await openFaces();
});

/** The fonts a page carries, by family, opened as a browser would. */
function carried(html: string): Map<string, GlyphSource> {
  const rules = html.matchAll(/font-family:"([^"]+)";src:url\(data:font\/ttf;base64,([^)]+)\)/g);
  return new Map(
    [...rules].map(([, family = "", data = ""]) => [family, openTrueType(Buffer.from(data, "base64"))]),
  );
}

function openTrueType(file: Buffer): GlyphSource {
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    const start = file.readUInt32BE(entry + 8);
    const tag = file.toString("latin1", entry, entry + 4);
    tables.set(tag, file.subarray(start, start + file.readUInt32BE(entry + 12)));
  }
  return openGlyphs((tag) => tables.get(tag) ?? Buffer.alloc(0));
}

async function page(body: string): Promise<Map<string, GlyphSource>> {
  return carried((await embedFonts(`<html><head></head><body>${body}</body></html>`, faces)).html);
}

/** Characters the font does not draw. */
function undrawn(font: GlyphSource | undefined, text: string): string {
  return [...text]
    .filter((character) => {
      const id = font?.find(character.codePointAt(0) ?? 0);
      return font === undefined || id === undefined || font.glyph(id).outline.length === 0;
    })
    .join("");
}

describe("the face that carries everything", () => {
  test.each([
    ["common hanzi and figures", "永川区妇女儿童发展规划2025年"],
    ["signs of the field", "‰≥≤＜＞—…·①☆％±×÷−〔〕《》“”‘’（）、。；："],
    ["marks of the tables", "●○△▲■□◇◆"],
    ["rare hanzi of names", "瑷嫒㛃赟翀"],
    ["letters of formulas and accents", "τρéü"],
  ])("draws %s", async (_, text) => {
    expect(undrawn((await page(`<p>${text}</p>`)).get("Report Song"), text)).toBe("");
  });

  test("draws what a page writes as entities", async () => {
    const fonts = await page("<p>&lt;&quot;&#x27;&#8240;</p>");
    expect(undrawn(fonts.get("Report Song"), "<\"'‰")).toBe("");
  });
});

test("the face of an element carries its text and no other", async () => {
  const fonts = await page("<h1>标题</h1><p>正文<em>楷体</em><b>黑体</b></p>");
  expect(undrawn(fonts.get("Report Title"), "标题正文")).toBe("正文");
  expect(undrawn(fonts.get("Report Kai"), "楷体正文黑")).toBe("正文黑");
  expect(undrawn(fonts.get("Report Hei"), "黑体正文楷")).toBe("正文楷");
});

test("楷体 leaves quotation marks to the other face, because its own are half as wide", async () => {
  const fonts = await page("<h3>“两癌”</h3>");
  expect(undrawn(fonts.get("Report Kai"), "“两癌”")).toBe("“”");
});

test("a face that no element asks for is not carried", async () => {
  expect([...(await page("<p>正文</p>")).keys()]).toEqual(["Report Song"]);
});

test("every part of a compound glyph is in the same font", async () => {
  const text = "éüÀÇñ";
  for (const font of (await page(`<p>${text}</p><b>${text}</b><em>${text}</em>`)).values()) {
    const count = font.tables("maxp").readUInt16BE(4);
    for (let id = 0; id < count; id++) {
      const { outline } = font.glyph(id);
      for (const at of componentPlaces(outline)) expect(outline.readUInt16BE(at)).toBeLessThan(count);
    }
  }
});

test("digits are equally wide, so that columns of figures stand in line", async () => {
  for (const font of (await page("<p>0123456789</p><b>0123456789</b>")).values()) {
    const widths = [..."0123456789"].map((digit) => font.glyph(font.find(digit.charCodeAt(0)) ?? 0).advance);
    expect(new Set(widths).size).toBe(1);
  }
});

test("characters that no bundled face draws are told, each once", async () => {
  const { undrawn } = await embedFonts("<p>人名\u{E5A3}，\u{2B740}\u{2B740}</p><h1>\u{E5A3}</h1>", faces);
  expect(undrawn).toEqual(["\u{E5A3}", "\u{2B740}"]);
});

test("white space, joiners and variation selectors need no glyph", async () => {
  expect((await embedFonts("<p>葛\u{FE00}\u200B\u00A0\u2003\uFEFF永川区\u2060</p>", faces)).undrawn).toEqual(
    [],
  );
});

test("an element without its end, a hundred thousand times, is looked through once", async () => {
  const fonts = await page(`<h3>甲${"<h3 x".repeat(100_000)}`);
  expect([...fonts.values()].some((font) => undrawn(font, "甲") === "")).toBe(true);
});
