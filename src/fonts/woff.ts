import { promisify } from "node:util";
import { inflate } from "node:zlib";

/** The tables of a font file, by tag. */
export type FontTables = (tag: string) => Buffer;

const inflated = promisify(inflate);
const DIRECTORY = 44;
const ENTRY = 20;
const MIN_CHUNK = 64;

/**
 * Reads the named tables of a WOFF 1.0 file (https://www.w3.org/TR/WOFF/#TableDirectory). They inflate
 * on the thread pool, so that several faces open at once while charts are drawn.
 */
export async function readWoff(file: Buffer, tags: readonly string[]): Promise<FontTables> {
  const tables = new Map<string, Buffer>();
  const entries = Array.from({ length: file.readUInt16BE(12) }, (_, i) => DIRECTORY + i * ENTRY);
  await Promise.all(
    entries.map(async (entry) => {
      const tag = file.toString("latin1", entry, entry + 4);
      if (tags.includes(tag)) tables.set(tag, await readTable(file, entry));
    }),
  );
  return (tag) => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`font table ${tag} is missing`);
    return table;
  };
}

async function readTable(file: Buffer, entry: number): Promise<Buffer> {
  const [start = 0, packed = 0, length = 0] = [4, 8, 12].map((field) => file.readUInt32BE(entry + field));
  const bytes = file.subarray(start, start + packed);
  // A table that does not shrink is stored as it is. In one piece: the usual 16 kB each cost a turn.
  return packed === length ? bytes : inflated(bytes, { chunkSize: Math.max(length, MIN_CHUNK) });
}
