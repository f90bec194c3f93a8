import { LIMITS, refused, type Refused } from "./guard.js";

/** An OLE2 container ([MS-CFB]): what .xls, .et, .doc and every encrypted .xlsx are put into. */
export interface Compound {
  /** The streams at its top, by their names in lower case; those of embedded objects are theirs. */
  names: readonly string[];
  /** The bytes of a stream, or `most` at its beginning: the caller's, to write over. Null where there is none of that name. */
  stream(name: string, most?: number): Buffer | null;
}

const FREE = 0xffffffff;
const END = 0xfffffffe;
const HEADER = 512;
/** Sectors that the header itself lists; more of them stand in a chain of their own. */
const LISTED = 109;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;

interface Directory {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

interface Container {
  content: Buffer;
  sectorSize: number;
  /** The sector that follows each, as the file allocation table has it. */
  next: Uint32Array;
}

/** Streams that are shorter lie in small sectors; no program writes another figure ([MS-CFB] 2.2). */
const CUTOFF = 4096;

/** Opens a container by its directory. Throws a refusal where its tables lead nowhere or in a circle. */
export function openCompound(content: Buffer): Compound {
  if (content.length < HEADER) throw broken();
  const container = tableOf(content);
  const entries = directory(container, content.readUInt32LE(48));
  const [root] = entries;
  const cutoff = content.readUInt32LE(56);
  if (root?.type !== ROOT || cutoff > CUTOFF) throw broken();
  const small = smallChains(container, root);
  const large = (start: number, most: number) => chain(container, start, most);
  const streams = new Map(
    topOf(entries, root)
      .filter(({ type }) => type === STREAM)
      .map((entry) => [entry.name.toLowerCase(), entry]),
  );
  return {
    names: [...streams.keys()],
    stream(name, most = Infinity) {
      const entry = streams.get(name.toLowerCase());
      if (entry === undefined) return null;
      const { start, size } = entry;
      const length = Math.min(size, most);
      const bytes = (size < cutoff ? small : large)(start, most);
      if (bytes.length < length) throw broken();
      return bytes.subarray(0, length);
    },
  };
}

function broken(): Refused {
  return refused("workbook/damaged", { detail: "文件的内部结构不完整" });
}

function tableOf(content: Buffer): Container {
  const shift = content.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw broken();
  const sectorSize = 1 << shift;
  const bare: Container = { content, sectorSize, next: new Uint32Array(0) };
  const most = sectorsIn(bare);
  const sectors: number[] = [];
  for (const sector of listed(bare, most)) {
    // The table has four bytes for each sector; some programs leave room.
    if (sectors.push(sector) > ROOMY + (2 * most * 4) / sectorSize) throw broken();
  }
  const next = new Uint32Array((sectors.length * sectorSize) / 4).fill(FREE);
  sectors.forEach((sector, index) => {
    const bytes = sectorAt(bare, sector);
    for (let at = 0; at + 4 <= bytes.length; at += 4)
      next[(index * sectorSize + at) / 4] = bytes.readUInt32LE(at);
  });
  return { content, sectorSize, next };
}

const ROOMY = 16;

function sectorsIn({ content, sectorSize }: Container): number {
  return Math.ceil(content.length / sectorSize);
}

/** The sectors of the file allocation table. */
function* listed(container: Container, most: number): Generator<number> {
  const { content, sectorSize } = container;
  for (let at = 0; at < LISTED; at += 1) {
    const sector = content.readUInt32LE(76 + at * 4);
    if (sector < END) yield sector;
  }
  let more = content.readUInt32LE(68);
  for (let count = 0; more < END; count += 1) {
    if (count > most) throw broken();
    const bytes = sectorAt(container, more);
    if (bytes.length < sectorSize) throw broken();
    for (let at = 0; at < sectorSize - 4; at += 4) {
      const sector = bytes.readUInt32LE(at);
      if (sector < END) yield sector;
    }
    more = bytes.readUInt32LE(sectorSize - 4);
  }
}

/** The header takes the room of a sector; the last sector may be cut short. */
function sectorAt({ content, sectorSize }: Container, sector: number): Buffer {
  const start = (sector + 1) * sectorSize;
  if (start >= content.length) throw broken();
  return content.subarray(start, start + sectorSize);
}

/** The bytes of a chain of sectors, as many of these as hold `most` bytes; as they lie in the file where they lie in a row. */
function chain(container: Container, start: number, most: number): Buffer {
  const { sectorSize, next } = container;
  const enough = Math.ceil(most / sectorSize);
  let sectors = 0;
  let inRow = true;
  for (let sector = start; sector < END && sectors < enough; sector = next[sector] ?? FREE) {
    inRow &&= sector === start + sectors;
    // A chain longer than the file goes in a circle.
    if (++sectors > sectorsIn(container)) throw broken();
  }
  if (inRow) return container.content.subarray((start + 1) * sectorSize, (start + 1 + sectors) * sectorSize);
  const bytes = Buffer.alloc(sectors * sectorSize);
  let filled = 0;
  for (let sector = start, left = sectors; left > 0; left -= 1, sector = next[sector] ?? FREE)
    filled += sectorAt(container, sector).copy(bytes, filled);
  return bytes.subarray(0, filled);
}

const SMALL_SECTOR = 64;

/** Streams below the cutoff lie in sectors of 64 bytes inside the root's own stream: a chain of so many of them. */
function smallChains(container: Container, root: Directory): (start: number, most: number) => Buffer {
  let known: { home: Buffer; table: Buffer } | null = null;
  return (start, most) => {
    known ??= {
      home: chain(container, root.start, Infinity),
      table: chain(container, container.content.readUInt32LE(60), Infinity),
    };
    const { home, table } = known;
    const pieces: Buffer[] = [];
    const enough = Math.min(most, CUTOFF) / SMALL_SECTOR;
    for (let sector = start; sector < END && pieces.length < enough;) {
      const piece = home.subarray(sector * SMALL_SECTOR, (sector + 1) * SMALL_SECTOR);
      if (piece.length === 0) throw broken();
      pieces.push(piece);
      sector = sector * 4 + 4 <= table.length ? table.readUInt32LE(sector * 4) : FREE;
      // One that is longer than any that lies here goes in a circle.
      if (sector < END && pieces.length * SMALL_SECTOR >= CUTOFF) throw broken();
    }
    return Buffer.concat(pieces);
  };
}

function directory(container: Container, start: number): Directory[] {
  const bytes = chain(container, start, (LIMITS.archiveEntries + 1) * ENTRY);
  if (bytes.length > LIMITS.archiveEntries * ENTRY) throw refused("workbook/damaged", { detail: "部件过多" });
  return Array.from({ length: Math.floor(bytes.length / ENTRY) }, (_, index) => {
    const at = index * ENTRY;
    const nameLength = Math.min(62, Math.max(0, bytes.readUInt16LE(at + 64) - 2));
    return {
      name: bytes.toString("utf16le", at, at + nameLength),
      type: bytes[at + 66] ?? 0,
      left: bytes.readUInt32LE(at + 68),
      right: bytes.readUInt32LE(at + 72),
      child: bytes.readUInt32LE(at + 76),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    };
  });
}

/** The entries of the root's own tree, without those of the storages in it. */
function topOf(entries: readonly Directory[], root: Directory): Directory[] {
  const top: Directory[] = [];
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    top.push(entry);
    waiting.push(entry.left, entry.right);
  }
  return top;
}
