import type { FontTables } from "./woff.js";

/** One drawn character: its width, its left side bearing, and its outline as the font file holds it. */
export interface Glyph {
  advance: number;
  bearing: number;
  outline: Buffer;
}

/** A TrueType font opened for picking glyphs. */
export interface GlyphSource {
  tables: FontTables;
  /** The glyph number of a character, or undefined where the font has none. */
  find(codePoint: number): number | undefined;
  glyph(id: number): Glyph;
}

export function openGlyphs(tables: FontTables): GlyphSource {
  const map = readCharacterMap(tables("cmap"));
  const [outlines, offsets, metrics] = [tables("glyf"), tables("loca"), tables("hmtx")];
  const long = tables("head").readInt16BE(50) === 1;
  const full = tables("hhea").readUInt16BE(34);
  const offset = (id: number) => (long ? offsets.readUInt32BE(id * 4) : offsets.readUInt16BE(id * 2) * 2);
  return {
    tables,
    find: (codePoint) => map.get(codePoint),
    glyph: (id) => ({
      // Glyphs past the last full entry share its advance (OpenType spec, hmtx).
      advance: metrics.readUInt16BE(Math.min(id, full - 1) * 4),
      bearing: metrics.readInt16BE(id < full ? id * 4 + 2 : full * 4 + (id - full) * 2),
      outline: outlines.subarray(offset(id), offset(id + 1)),
    }),
  };
}

/** Character → glyph number, from the Unicode subtable the font has: format 12 before format 4. */
function readCharacterMap(cmap: Buffer): Map<number, number> {
  const subtables = new Map<number, Buffer>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
    subtables.set(subtable.readUInt16BE(0), subtable);
  }
  const [segmented, plain] = [subtables.get(12), subtables.get(4)];
  if (segmented) return readFormat12(segmented);
  if (plain) return readFormat4(plain);
  throw new Error("font has no Unicode character map");
}

function readFormat12(table: Buffer): Map<number, number> {
  const map = new Map<number, number>();
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const group = 16 + i * 12;
    const first = table.readUInt32BE(group);
    const last = table.readUInt32BE(group + 4);
    const glyph = table.readUInt32BE(group + 8);
    for (let code = first; code <= last; code++) map.set(code, glyph + code - first);
  }
  return map;
}

function readFormat4(table: Buffer): Map<number, number> {
  const map = new Map<number, number>();
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + size * 2, 16 + size * 3];
  for (let at = 0; at < size; at += 2) {
    const range = table.readUInt16BE(ranges + at);
    const start = table.readUInt16BE(starts + at);
    for (let code = start; code <= table.readUInt16BE(ends + at) && code < 0xffff; code++) {
      // idRangeOffset counts from its own place in the table.
      const raw = range === 0 ? code : table.readUInt16BE(ranges + at + range + (code - start) * 2);
      if (range !== 0 && raw === 0) continue;
      map.set(code, (raw + table.readUInt16BE(deltas + at)) & 0xffff);
    }
  }
  return map;
}

const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const XY_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;

/** Places of the glyph numbers inside a compound outline (é = e + ´); [] for a simple one. */
export function componentPlaces(outline: Buffer): number[] {
  const places: number[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return places;
  let at = 10;
  let flags = MORE;
  while (flags & MORE) {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2);
    at += flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0;
  }
  return places;
}
