import { crc32, inflateRawSync } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { tightenHeap } from "../../files/tight-heap.js";
import { LIMITS, meter, Refused, refused } from "./guard.js";

/** The parts of a zip container, read one at a time and never all at once. */
export interface Archive {
  /** Part names are matched without regard to case (ECMA-376-2, 6.2.2.3). */
  has(name: string): boolean;
  /** Unpacks a part piece by piece into `sink`; throws a refusal where it is missing or damaged. */
  read(name: string, sink: (chunk: Buffer) => void): Promise<void>;
  /** Counts the XML elements of all parts together, and their attributes: each takes its time. */
  countElement(attributes: number): void;
}

/** Opens a zip container by its central directory alone; nothing is unpacked yet. */
export async function openArchive(content: Buffer): Promise<Archive> {
  const zip = await orDamaged(() => fromBufferPromise(content, { lazyEntries: true }), "压缩结构不完整");
  const entries = await readDirectory(zip);
  const count = meter(LIMITS.inflatedBytes, () => refused("workbook/inflates-too-far", {}));
  const countElements = meter(LIMITS.xmlElements, () =>
    refused("workbook/too-many", { what: "单元格和文字", limit: LIMITS.xmlElements }),
  );
  const countAttributes = meter(LIMITS.xmlAttributesInAll, () =>
    refused("workbook/too-many", { what: "单元格属性", limit: LIMITS.xmlAttributesInAll }),
  );
  return {
    countElement(attributes) {
      countElements(1);
      countAttributes(attributes);
    },
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name, sink) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw refused("workbook/damaged", { detail: `缺少部件 ${name}` });
      const counted = (chunk: Buffer): void => {
        count(chunk.length);
        sink(chunk);
      };
      tightenHeap(entry.uncompressedSize);
      await (isSmall(entry) ? unpackAtOnce(zip, content, entry, counted) : unpack(zip, entry, counted));
    },
  };
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const iterator = zip.eachEntry()[Symbol.asyncIterator]();
  for (;;) {
    const next = await orDamaged(() => iterator.next(), "压缩目录损坏或含有非法路径");
    if (next.done === true) return entries;
    addEntry(entries, next.value);
  }
}

function addEntry(entries: Map<string, Entry>, entry: Entry): void {
  const key = entry.fileName.toLowerCase();
  const same = entries.get(key);
  // The same part written twice harms nobody; two different ones leave it open which of them counts.
  if (same && (same.crc32 !== entry.crc32 || same.uncompressedSize !== entry.uncompressedSize)) {
    throw refused("workbook/damaged", { detail: `部件 ${entry.fileName} 重复出现` });
  }
  if (entries.size >= LIMITS.archiveEntries) throw refused("workbook/damaged", { detail: "部件过多" });
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > LIMITS.ratioFromBytes && size > compressedSize * LIMITS.compressionRatio) {
    throw refused("workbook/inflates-too-far", {});
  }
  entries.set(key, entry);
}

/** A stream takes longer to set up than a part of this size to unpack; a form is a dozen of them. */
const SMALL = 256 * 1024;
const DEFLATED = 8;

function isSmall({ uncompressedSize, compressionMethod }: Entry): boolean {
  return compressionMethod === DEFLATED && uncompressedSize <= SMALL;
}

async function unpackAtOnce(
  zip: ZipFile,
  content: Buffer,
  entry: Entry,
  sink: (chunk: Buffer) => void,
): Promise<void> {
  if (entry.isEncrypted()) throw refused("workbook/encrypted", {});
  const { uncompressedSize: size, compressedSize } = entry;
  const bytes = await orDamaged(async () => {
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const part = inflateRawSync(content.subarray(start, start + compressedSize), {
      maxOutputLength: Math.max(1, size),
    });
    if (part.length !== size) throw new Error("not the size it says");
    return part;
  }, notUnpacked(entry));
  confirm(entry, crc32(bytes));
  sink(bytes);
}

async function unpack(zip: ZipFile, entry: Entry, sink: (chunk: Buffer) => void): Promise<void> {
  if (entry.isEncrypted()) throw refused("workbook/encrypted", {});
  const detail = notUnpacked(entry);
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry), detail);
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  let checksum = 0;
  try {
    for (;;) {
      const next = await orDamaged(() => iterator.next(), detail);
      if (next.done === true) break;
      checksum = crc32(next.value, checksum);
      sink(next.value);
    }
  } finally {
    stream.destroy();
  }
  confirm(entry, checksum);
}

function notUnpacked({ fileName }: Entry): string {
  return `部件 ${fileName} 无法解压`;
}

/** yauzl leaves the checksum to its caller; without it a flipped bit reads as another figure. */
function confirm(entry: Entry, checksum: number): void {
  if (checksum !== entry.crc32)
    throw refused("workbook/damaged", { detail: `部件 ${entry.fileName} 校验和不符` });
}

/** Whatever the zip library objects to is damage in the file; our own refusals pass through. */
async function orDamaged<T>(step: () => Promise<T>, detail: string): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw refused("workbook/damaged", { detail });
  }
}
