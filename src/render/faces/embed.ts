import { sourcesFor, type OpenFace } from "./faces.js";
import type { GlyphSource } from "../../fonts/glyphs.js";
import { subsetFont } from "../../fonts/subset.js";
import { withStyle } from "../style.js";
import { textOf } from "./text.js";

export interface EmbeddedFonts {
  html: string;
  /** Characters of the page that no bundled face draws. */
  undrawn: string[];
}

/**
 * The finished page with the glyphs it uses, and no others, in its head. One small font per face prints
 * faster, and makes a smaller file, than the hundred web-font cuts the packages hold.
 */
export async function embedFonts(html: string, faces: readonly OpenFace[]): Promise<EmbeddedFonts> {
  const embedded = await Promise.all(faces.map((face) => embedFace(face, html, faces)));
  return {
    html: withStyle(html, embedded.map(({ rule }) => rule).join("")),
    undrawn: embedded.flatMap(({ undrawn }) => undrawn),
  };
}

interface EmbeddedFace {
  rule: string;
  undrawn: string[];
}

async function embedFace(open: OpenFace, html: string, faces: readonly OpenFace[]): Promise<EmbeddedFace> {
  const { family, elements, without = "" } = open.face;
  const codePoints = textOf(html, elements);
  for (const character of without) codePoints.delete(character.codePointAt(0) ?? 0);
  if (codePoints.size === 0) return { rule: "", undrawn: [] };
  // Every stack ends in the face without elements: only what that one lacks is not drawn at all.
  const last = elements.length === 0;
  const own = await sourcesFor(open, codePoints);
  // It borrows what its own design lacks: Greek letters of formulas, say.
  const sources = last ? [...own, ...faces.map(({ main }) => main)] : own;
  const font = subsetFont(sources, codePoints).toString("base64");
  const source = `url(data:font/ttf;base64,${font}) format("truetype")`;
  return {
    rule: `@font-face{font-family:"${family}";src:${source}}\n`,
    undrawn: last ? withoutGlyph(codePoints, sources) : [],
  };
}

/** White space, joiners and variation selectors need no glyph. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Control}]/u;

function withoutGlyph(codePoints: Iterable<number>, sources: readonly GlyphSource[]): string[] {
  return [...codePoints]
    .filter((codePoint) => sources.every((source) => source.find(codePoint) === undefined))
    .map((codePoint) => String.fromCodePoint(codePoint))
    .filter((character) => !INVISIBLE.test(character));
}
