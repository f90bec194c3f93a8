import type { Glyph, GlyphSource } from "./glyphs.js";

/**
 * The font with digits of one width, each in the middle of it, so that right-aligned figures stand digit
 * under digit. Noto Serif SC has digits of their own widths, and no feature for even ones.
 */
export function withEvenDigits(source: GlyphSource): GlyphSource {
  const ids = [..."0123456789"].flatMap((digit) => source.find(digit.charCodeAt(0)) ?? []);
  const width = ids.reduce((widest, id) => Math.max(widest, source.glyph(id).advance), 0);
  const digits = new Set(ids);
  return { ...source, glyph: (id) => (digits.has(id) ? widened(source.glyph(id), width) : source.glyph(id)) };
}

/** Outlines are drawn from the left side bearing on (OpenType, phantom points), so it alone moves a glyph. */
function widened(glyph: Glyph, width: number): Glyph {
  const shift = Math.round((width - glyph.advance) / 2);
  return { ...glyph, advance: width, bearing: glyph.bearing + shift };
}
