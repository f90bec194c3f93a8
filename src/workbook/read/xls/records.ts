import { refused, type Refused } from "../guard.js";

/** A record of a BIFF stream ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  type: number;
  data: Buffer;
  /** Where it ends in the stream. */
  end: number;
}

export const CONTINUE = 0x3c;
const HEAD = 4;
export const EOF = 0x0a;

/** The records from a place on, up to the end of their substream. `count` is told of the bytes of each. */
export function* recordsFrom(
  stream: Buffer,
  from: number,
  count: (bytes: number) => void,
): Generator<BiffRecord> {
  let depth = 0;
  for (let offset = from; offset + HEAD <= stream.length;) {
    const type = stream.readUInt16LE(offset);
    const end = endOf(stream, offset);
    count(end - offset);
    yield { type, data: stream.subarray(offset + HEAD, end), end };
    // A chart inside a sheet is a substream of its own.
    if (isBof(type)) depth += 1;
    if (type === EOF && --depth <= 0) return;
    offset = end;
  }
  throw cutOff();
}

function isBof(type: number): boolean {
  return (type & 0xff) === 0x09 && type <= 0x0809;
}

export function cutOff(): Refused {
  return refused("workbook/damaged", { detail: "文件在中途断开" });
}

function endOf(stream: Buffer, offset: number): number {
  const end = offset + HEAD + stream.readUInt16LE(offset + 2);
  if (end > stream.length) throw cutOff();
  return end;
}

/** Gives the next piece of what a record goes on in; null behind the last. */
export type Pieces = () => Buffer | null;

/** The pieces from a place on, none of them kept: a record may go on in millions. Empty ones say nothing. */
export function continuing(stream: Buffer, from: number): Pieces {
  let offset = from;
  return () => {
    while (offset + HEAD <= stream.length && stream.readUInt16LE(offset) === CONTINUE) {
      const piece = stream.subarray(offset + HEAD, endOf(stream, offset));
      offset += HEAD + piece.length;
      if (piece.length > 0) return piece;
    }
    return null;
  };
}

const NO_PIECES: Pieces = () => null;

/** Reads the bytes of a record, and of those that continue it, one after the other. */
export interface Fields {
  /** How many bytes stand here, up to the next piece; 0 where no more follow at all. */
  left(): number;
  byte(): number;
  word(): number;
  long(): number;
  double(): number;
  bytes(length: number): Buffer;
  skip(length: number): void;
  /** Characters of one or two bytes; a text that is continued says anew in which. */
  characters(count: number, wide: boolean): string;
}

export function fieldsOf(data: Buffer, pieces: Pieces = NO_PIECES): Fields {
  const cursor = cursorOf(data, pieces);
  // Numbers are read where they stand: a workbook has millions of them. `pass` may go on to the next piece first.
  const number = (length: number, read: (bytes: Buffer, from: number) => number): number => {
    const from = cursor.pass(length);
    return read(cursor.piece, from);
  };
  return {
    left: () => cursor.left(),
    byte: () => number(1, (bytes, from) => bytes.readUInt8(from)),
    word: () => number(2, (bytes, from) => bytes.readUInt16LE(from)),
    long: () => number(4, (bytes, from) => bytes.readUInt32LE(from)),
    double: () => number(8, (bytes, from) => bytes.readDoubleLE(from)),
    bytes(length) {
      const from = cursor.pass(length);
      return cursor.piece.subarray(from, cursor.at);
    },
    skip(length) {
      for (let left = length; left > 0;) {
        if (cursor.at === cursor.piece.length) cursor.advance();
        const step = Math.min(left, cursor.piece.length - cursor.at);
        cursor.at += step;
        left -= step;
      }
    },
    characters: (count, wide) => charactersAt(cursor, count, wide),
  };
}

/** A place in a record and those that continue it. */
interface Cursor {
  piece: Buffer;
  at: number;
  /** To the beginning of the next piece. */
  advance(): void;
  /** Goes on by `length` bytes: where they begin in the piece they are in. */
  pass(length: number): number;
  left(): number;
}

function cursorOf(data: Buffer, pieces: Pieces): Cursor {
  /** What has been looked at and not yet gone on to. */
  let ahead: Buffer | null = null;
  const cursor: Cursor = {
    piece: data,
    at: 0,
    advance() {
      const following = ahead ?? pieces();
      if (following === null) throw cutOff();
      ahead = null;
      cursor.piece = following;
      cursor.at = 0;
    },
    pass(length) {
      if (cursor.at === cursor.piece.length && length > 0) cursor.advance();
      if (cursor.at + length > cursor.piece.length) throw cutOff();
      cursor.at += length;
      return cursor.at - length;
    },
    left() {
      if (cursor.at < cursor.piece.length) return cursor.piece.length - cursor.at;
      ahead ??= pieces();
      return ahead?.length ?? 0;
    },
  };
  return cursor;
}

function charactersAt(cursor: Cursor, count: number, wide: boolean): string {
  const texts: string[] = [];
  let isWide = wide;
  for (let left = count; left > 0;) {
    if (cursor.at === cursor.piece.length) {
      const from = cursor.pass(1);
      isWide = (cursor.piece.readUInt8(from) & 1) !== 0;
    }
    const size = isWide ? 2 : 1;
    const here = Math.min(left, Math.floor((cursor.piece.length - cursor.at) / size));
    if (here === 0) throw cutOff();
    const from = cursor.pass(here * size);
    texts.push(cursor.piece.toString(isWide ? "utf16le" : "latin1", from, cursor.at));
    left -= here;
  }
  return texts.join("");
}
