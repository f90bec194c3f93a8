import { componentPlaces, type Glyph, type GlyphSource } from "./glyphs.js";
import { writeTrueType } from "./truetype.js";

/**
 * One TrueType font that draws `codePoints`, each taken from the first source that has it. Characters no
 * source has are left out. The sources share one grid (units per em), so their glyphs may stand side by side.
 */
export function subsetFont(sources: readonly GlyphSource[], codePoints: Iterable<number>): Buffer {
  const [first] = sources;
  if (first === undefined) throw new Error("a font needs a source");
  const glyphs: Glyph[] = [];
  const pick = pickInto(glyphs);
  pick(first, 0);
  const characters = new Map<number, number>();
  for (const codePoint of codePoints) {
    const source = sources.find((each) => each.find(codePoint) !== undefined);
    if (source) characters.set(codePoint, pick(source, source.find(codePoint) ?? 0));
  }
  return writeTrueType(first.tables, glyphs, characters);
}

type Pick = (source: GlyphSource, id: number) => number;

/** Adds a glyph and the parts it is made of to `glyphs`, once each; gives its new number. */
function pickInto(glyphs: Glyph[]): Pick {
  const known = new Map<GlyphSource, Map<number, number>>();
  const pick: Pick = (source, id) => {
    const places = known.get(source) ?? new Map<number, number>();
    known.set(source, places);
    const before = places.get(id);
    if (before !== undefined) return before;
    const place = glyphs.length;
    places.set(id, place);
    const glyph = source.glyph(id);
    glyphs.push(glyph);
    glyphs[place] = { ...glyph, outline: renumbered(glyph.outline, (part) => pick(source, part)) };
    return place;
  };
  return pick;
}

function renumbered(outline: Buffer, newNumber: (id: number) => number): Buffer {
  const places = componentPlaces(outline);
  if (places.length === 0) return outline;
  const copy = Buffer.from(outline);
  for (const at of places) copy.writeUInt16BE(newNumber(outline.readUInt16BE(at)), at);
  return copy;
}
