import { bytes, type Field } from "./bytes.js";

/** A large container has large sectors, so that its header has room to list those of the table. */
const SECTORS = { small: 512, large: 4096, largeFrom: 4_000_000 };
const END = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE = 0xfffffffd;

/** An OLE2 container with some streams at its top; each lies in whole sectors, none in small ones. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const size = Object.values(streams).reduce((sum, { length }) => sum + length, 0);
  const sector = size < SECTORS.largeFrom ? SECTORS.small : SECTORS.large;
  const contents = Object.values(streams).map((stream) => padded(Buffer.from(stream), sector));
  const entries = [entry("Root Entry", 5, END, 0, streams)];
  const chains: number[] = [];
  const addChain = (sectors: number): number => {
    const start = chains.length;
    for (let at = 1; at <= sectors; at += 1) chains.push(at === sectors ? END : start + at);
    return start;
  };
  Object.entries(streams).forEach(([name, stream], index) => {
    const start = addChain((contents[index]?.length ?? 0) / sector);
    entries.push(
      entry(
        name,
        2,
        start,
        Math.max(stream.length, 4096),
        {},
        index + 2 <= contents.length ? index + 2 : FREE,
      ),
    );
  });
  const directory = padded(Buffer.concat(entries), sector, sector);
  const directoryStart = addChain(directory.length / sector);
  // The table's own sectors are entered in it too.
  let tables = 1;
  while (tables * (sector / 4) < chains.length + tables) tables += 1;
  const tableStart = chains.length;
  for (let at = 0; at < tables; at += 1) chains.push(TABLE);
  const table = padded(bytes(...chains.map((next): Field => [next, 4])), sector, sector, 0xff);
  const header = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(16),
    bytes([0x3e, 2], [3, 2], [0xfffe, 2], [Math.log2(sector), 2], [6, 2], [0, 4], [0, 2], [0, 4]),
    bytes([tables, 4], [directoryStart, 4], [0, 4], [4096, 4], [END, 4], [0, 4], [END, 4], [0, 4]),
    bytes(...Array.from({ length: 109 }, (_, at): Field => [at < tables ? tableStart + at : FREE, 4])),
  ]);
  return Buffer.concat([padded(header, sector, sector), ...contents, directory, table]);
}

function padded(content: Buffer, sector: number, least = 4096, filling = 0): Buffer {
  const length = Math.max(least, Math.ceil(content.length / sector) * sector);
  return Buffer.concat([content, Buffer.alloc(length - content.length, filling)]);
}

function entry(
  name: string,
  type: number,
  start: number,
  size: number,
  children: Readonly<Record<string, unknown>>,
  right = FREE,
): Buffer {
  const text = Buffer.alloc(64);
  text.write(name, "utf16le");
  const child = Object.keys(children).length > 0 ? 1 : FREE;
  return Buffer.concat([
    text,
    bytes([name.length * 2 + 2, 2], [type, 1], [1, 1], [FREE, 4], [right, 4], [child, 4]),
    Buffer.alloc(36),
    bytes([start, 4], [size, 4], [0, 4]),
  ]);
}
