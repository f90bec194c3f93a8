import { describe, expect, it } from "vitest";
import { openCompound } from "../../../src/workbook/read/compound.js";
import { LIMITS, Refused } from "../../../src/workbook/read/guard.js";
import { compoundFile } from "./compound-file.js";

const SECTOR = 512;
const ENTRY = 128;
/** Where in the header stands which sector begins the directory, from which size on streams are large, and the small table. */
const HEADER = { directory: 48, cutoff: 56, smallTable: 60 };

/** Where the entry of a container's only stream begins. */
function entryIn(file: Buffer): number {
  return (file.readUInt32LE(HEADER.directory) + 1) * SECTOR + ENTRY;
}

describe("an OLE2 container", () => {
  it("gives a stream as it lies, or what it begins with", () => {
    const content = Buffer.from(Array.from({ length: 9_000 }, (_, at) => at % 251));
    const compound = openCompound(compoundFile({ 附件: Buffer.alloc(700), Workbook: content }));
    expect(compound.names).toEqual(["附件", "workbook"]);
    expect(compound.stream("WORKBOOK")?.equals(content)).toBe(true);
    expect(compound.stream("workbook", 600)?.equals(content.subarray(0, 600))).toBe(true);
    expect(compound.stream("book")).toBeNull();
  });

  it("puts together a stream whose sectors lie in no order", () => {
    const file = compoundFile({ Workbook: Buffer.from(Array.from({ length: 4_096 }, (_, at) => at >> 9)) });
    const table = file.length - SECTOR;
    // 0 → 2 → 1 → 3 instead of 0 → 1 → 2 → 3.
    [2, 3, 1].forEach((next, sector) => file.writeUInt32LE(next, table + sector * 4));
    const stream = openCompound(file).stream("Workbook") ?? Buffer.alloc(0);
    expect([0, 1, 2, 3, 7].map((sector) => stream[sector * SECTOR])).toEqual([0, 2, 1, 3, 7]);
    expect(openCompound(file).stream("Workbook", 600)?.at(-1)).toBe(2);
  });

  it("has no directory of more entries than there may be", () => {
    const listing = (entries: number) => {
      const file = compoundFile({ Workbook: Buffer.alloc(entries * ENTRY) });
      const directory = (file.readUInt32LE(HEADER.directory) + 1) * SECTOR;
      // The stream in place of the directory, and what that begins with at the beginning of the stream.
      file.copy(file, SECTOR, directory, directory + 2 * ENTRY);
      file.writeUInt32LE(0, HEADER.directory);
      return file;
    };
    expect(openCompound(listing(LIMITS.archiveEntries)).names).toEqual(["workbook"]);
    expect(() => openCompound(listing(LIMITS.archiveEntries + 4))).toThrow(Refused);
  });

  it("takes no stream for a small one that is larger than such can be", () => {
    const file = compoundFile({ Workbook: Buffer.alloc(4_096) });
    expect(() => openCompound(file)).not.toThrow();
    file.writeUInt32LE(0xffffffff, HEADER.cutoff);
    expect(() => openCompound(file)).toThrow(Refused);
  });

  it("refuses small sectors that lead in a circle", () => {
    const file = compoundFile({ Workbook: Buffer.alloc(4_096) });
    const entry = entryIn(file);
    // The stream is small and lies in itself; its sectors of zeros are the table, too, where 0 leads to 0.
    file.writeUInt32LE(0, entry - ENTRY + 116);
    file.writeUInt32LE(4_000, entry + 120);
    file.writeUInt32LE(0, HEADER.smallTable);
    expect(() => openCompound(file).stream("Workbook")).toThrow(Refused);
    expect(openCompound(file).stream("Workbook", 8)).toHaveLength(8);
  });
});
