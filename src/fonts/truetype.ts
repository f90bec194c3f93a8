import type { Glyph } from "./glyphs.js";
import type { FontTables } from "./woff.js";

/**
 * Writes a TrueType font of the given glyphs: `glyphs[0]` is the missing-glyph box, `characters`
 * maps code points to places in `glyphs`. Names and vertical metrics come from `model`.
 */
export function writeTrueType(
  model: FontTables,
  glyphs: readonly Glyph[],
  characters: ReadonlyMap<number, number>,
): Buffer {
  return assemble([
    ["OS/2", model("OS/2")],
    ["cmap", characterMap(characters)],
    ["glyf", Buffer.concat(glyphs.map(({ outline }) => padded(outline)))],
    ["head", changed(model("head"), (head) => head.writeInt16BE(1, 50))],
    ["hhea", changed(model("hhea"), (hhea) => hhea.writeUInt16BE(glyphs.length, 34))],
    ["hmtx", metrics(glyphs)],
    ["loca", locations(glyphs)],
    ["maxp", changed(model("maxp"), (maxp) => maxp.writeUInt16BE(glyphs.length, 4))],
    ["name", model("name")],
    ["post", withoutGlyphNames(model("post"))],
  ]);
}

/** Glyphs and tables start at multiples of four bytes. */
function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)]);
}

function changed(table: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

function metrics(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc(glyphs.length * 4);
  glyphs.forEach(({ advance, bearing }, i) => {
    table.writeUInt16BE(advance, i * 4);
    table.writeInt16BE(bearing, i * 4 + 2);
  });
  return table;
}

function locations(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc((glyphs.length + 1) * 4);
  let end = 0;
  glyphs.forEach(({ outline }, i) => {
    end += Math.ceil(outline.length / 4) * 4;
    table.writeUInt32BE(end, (i + 1) * 4);
  });
  return table;
}

/** One format 12 subtable (platform 3, encoding 10) with a group per character. */
function characterMap(characters: ReadonlyMap<number, number>): Buffer {
  const sorted = [...characters].sort(([a], [b]) => a - b);
  const table = Buffer.alloc(12 + 16 + sorted.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + sorted.length * 12, 16);
  table.writeUInt32BE(sorted.length, 24);
  sorted.forEach(([codePoint, glyph], i) => {
    table.writeUInt32BE(codePoint, 28 + i * 12);
    table.writeUInt32BE(codePoint, 32 + i * 12);
    table.writeUInt32BE(glyph, 36 + i * 12);
  });
  return table;
}

/** Version 3 of the table: glyph names are for editors, and they would be the larger part of it. */
function withoutGlyphNames(post: Buffer): Buffer {
  return changed(post.subarray(0, 32), (copy) => copy.writeUInt32BE(0x00030000, 0));
}

function assemble(tables: [tag: string, content: Buffer][]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16);
  const power = Math.floor(Math.log2(tables.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(16 << power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(tables.length * 16 - (16 << power), 10);
  let offset = directory.length;
  const bodies = tables.map(([tag, content], i) => {
    const body = padded(content);
    const entry = 12 + i * 16;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checksum(body), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(content.length, entry + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}

function checksum(body: Buffer): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}
