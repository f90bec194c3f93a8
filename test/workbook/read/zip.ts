import { crc32, deflateRawSync } from "node:zlib";

/** An entry as it is written; what the archive claims about it may be false. */
export interface ZipEntry {
  name: string;
  data: string | Uint8Array;
  /** Claims written instead of the true values. */
  claims?: { size?: number; packed?: number; crc?: number; flags?: number };
  /** The packed bytes, where they are not to be made from `data`. */
  packed?: Uint8Array;
}

/** Nothing, packed; archives of thousands of empty entries would spend a second on it. */
const NOTHING = deflateRawSync("");

/** A zip archive as tests want it, hostile ones included. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = Buffer.from(
      entry.packed ?? (entry.data.length === 0 ? NOTHING : deflateRawSync(entry.data)),
    );
    const name = Buffer.from(entry.name);
    const facts = describe(entry, packed, name);
    const local = Buffer.concat([words([0x04034b50, 4]), facts, name, packed]);
    records.push(
      Buffer.concat([
        words([0x02014b50, 4], [20, 2]),
        facts,
        words([0, 2], [0, 4], [0, 4], [offset, 4]),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const counts = words([0, 2], [0, 2], [entries.length, 2], [entries.length, 2]);
  const end = Buffer.concat([
    words([0x06054b50, 4]),
    counts,
    words([directory.length, 4], [offset, 4], [0, 2]),
  ]);
  return Buffer.concat([...locals, directory, end]);
}

/** The fields that the local header and the central record have in common. */
function describe({ data, claims = {} }: ZipEntry, packed: Buffer, name: Buffer): Buffer {
  const bytes = Buffer.from(data as Uint8Array);
  return words(
    [20, 2],
    [claims.flags ?? 0x0800, 2],
    [8, 2],
    [0, 4],
    [claims.crc ?? crc32(bytes), 4],
    [claims.packed ?? packed.length, 4],
    [claims.size ?? bytes.length, 4],
    [name.length, 2],
    [0, 2],
  );
}

function words(...values: readonly [value: number, bytes: number][]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const word = Buffer.alloc(bytes);
      word.writeUIntLE(value, 0, bytes);
      return word;
    }),
  );
}
