const CENTRAL_RECORD = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;

/**
 * The zip archive with every entry dated `day`, changed in place. The library that packs our
 * workbooks stamps them with the time of writing, and equal figures would make unequal files.
 * For archives without comment or zip64, as that library writes them (APPNOTE.TXT 4.3).
 */
export function datedZip(archive: Uint8Array, day: Date): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END_RECORD_SIZE;
  expectSignature(view, end, END_RECORD);
  const stamp = dosDate(day);
  let record = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    expectSignature(view, record, CENTRAL_RECORD);
    view.setUint32(record + 12, stamp, true);
    view.setUint32(view.getUint32(record + 42, true) + 10, stamp, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(record + offset, true));
    record += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return archive;
}

/** Midnight of `day` as MS-DOS time (low 16 bits) and date (high 16 bits); the epoch is 1980. */
function dosDate(day: Date): number {
  const year = Math.max(0, day.getUTCFullYear() - 1980);
  return ((year << 25) | ((day.getUTCMonth() + 1) << 21) | (day.getUTCDate() << 16)) >>> 0;
}

function expectSignature(view: DataView, offset: number, signature: number): void {
  if (view.getUint32(offset, true) !== signature) throw new Error(`no zip record at byte ${String(offset)}`);
}
