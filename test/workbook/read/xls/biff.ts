import { bytes, type Field } from "../bytes.js";

/** A record of a BIFF stream. */
export function record(type: number, ...data: readonly (Field | Buffer)[]): Buffer {
  const content = Buffer.concat(data.map((piece) => (Buffer.isBuffer(piece) ? piece : bytes(piece))));
  return Buffer.concat([bytes([type, 2], [content.length, 2]), content]);
}

const VERSIONS = { BIFF5: 0x0500, BIFF8: 0x0600 } as const;
export type Version = keyof typeof VERSIONS;

export const EOF = record(0x0a);

export function bof(version: Version, kind: number): Buffer {
  return record(
    0x0809,
    [VERSIONS[version], 2],
    [kind, 2],
    [0, 2],
    [1997, 2],
    ...(version === "BIFF8"
      ? ([
          [0, 4],
          [6, 4],
        ] as Field[])
      : []),
  );
}

export interface BookOptions {
  version?: Version;
  /** Records before the sheets. */
  globals?: readonly Buffer[];
  /** Names of the sheets, already in the file's encoding. */
  names?: readonly Buffer[];
  /** Records of each sheet. */
  sheets: readonly (readonly Buffer[])[];
  /** A record that comes right behind the first: a FILEPASS. */
  second?: Buffer;
}

/** The stream of a workbook, put together by hand. */
export function book({
  version = "BIFF8",
  globals = [],
  names,
  sheets,
  second = Buffer.alloc(0),
}: BookOptions): Buffer {
  const called =
    names ?? sheets.map((_, index) => Buffer.from([6, 0, ...Buffer.from(`sheet${index}`, "latin1")]));
  const bodies = sheets.map((records) => Buffer.concat([bof(version, 0x10), ...records, EOF]));
  const head = Buffer.concat([bof(version, 0x05), second, ...globals]);
  const entryLength = called.reduce((sum, name) => sum + 10 + name.length, 0);
  let offset = head.length + entryLength + EOF.length;
  const entries = bodies.map((body, index) => {
    const entry = record(0x85, [offset, 4], [0, 1], [0, 1], called[index] ?? Buffer.alloc(0));
    offset += body.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, EOF, ...bodies]);
}

/** A number in a cell, in the style of this number. */
export function numberCell(row: number, column: number, value: number, style = 0): Buffer {
  const double = Buffer.alloc(8);
  double.writeDoubleLE(value);
  return record(0x203, [row, 2], [column, 2], [style, 2], double);
}

export function font(grbit: number, script = 0): Buffer {
  return record(0x31, [220, 2], [grbit, 2], [0x7fff, 2], [400, 2], [script, 2], [0, 4], [0, 2]);
}

export function style(fontNumber: number, format: number): Buffer {
  return record(0xe0, [fontNumber, 2], [format, 2], Buffer.alloc(16));
}

/** A text of Excel 97, each character in two bytes where `wide`. */
export function unicode(text: string, wide = true): Buffer {
  return Buffer.concat([
    bytes([text.length, 2], [wide ? 1 : 0, 1]),
    Buffer.from(text, wide ? "utf16le" : "latin1"),
  ]);
}
