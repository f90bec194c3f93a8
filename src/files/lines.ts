import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { decode, MARKS, type Encoding } from "./decode.js";
import { readThrough, refusalOf, type Refusal } from "./read.js";

/** A text file that was read through. */
export interface LinesRead {
  encoding: Encoding;
  /** Whether there was a byte order mark. */
  marked: boolean;
  /** Whether its last line had an end. */
  ended: boolean;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

export type FileLines = { read: LinesRead; refusal: null } | { read: null; refusal: Refusal };

/** No line of a table is as long; beyond, it is none. */
const LONGEST_LINE = 4 * 1024 * 1024;

/**
 * A text by its bytes in UTF-8, a character for each: half as much memory as Chinese in UTF-16 and no decoding, for
 * who reads millions of lines that are mostly like the one before.
 */
export type ByteText = string & { readonly [bytes]: true };
declare const bytes: unique symbol;

export function byteText(text: string): ByteText {
  return Buffer.from(text, "utf8").toString("latin1") as ByteText;
}

/** The text again: a copy, which keeps nothing of the block the bytes were read with. */
export function textOfBytes(text: ByteText): string {
  return Buffer.from(text, "latin1").toString("utf8");
}

/** `readLines`, the lines by their bytes in UTF-8 whatever the encoding. */
export async function readByteLines(
  path: string,
  most: number,
  take: (line: ByteText) => void,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<FileLines> {
  const split = (text: string) => takeLines(text, take as (line: string) => void);
  return readBlocks(path, most, between, (block, { decoded, encoding }) => {
    if (encoding === "utf-8") return isUtf8(block) ? split(block.toString("latin1")) : null;
    const text = decoded(block);
    return text === null ? null : split(byteText(text));
  });
}

/**
 * Hands out a text file line by line, without the ends, in memory that does not grow with the file. The
 * encoding is the one of its byte order mark, else UTF-8, else GB18030, as its beginning shows; what does not
 * fit it later is a refusal with its line. `between` is waited for after every some thousand lines: who writes
 * elsewhere what it takes need not keep it.
 */
export async function readLines(
  path: string,
  most: number,
  take: (line: string) => void,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<FileLines> {
  return readBlocks(path, most, between, (block, { decoded }) => {
    const text = decoded(block);
    return text === null ? null : takeLines(text, take);
  });
}

/** How many lines a block of whole lines had; null where it is no text. */
type TakeBlock = (block: Buffer, script: Script) => number | null;

async function readBlocks(
  path: string,
  most: number,
  between: () => Promise<void>,
  take: TakeBlock,
): Promise<FileLines> {
  const hash = createHash("sha256");
  const state: State = { script: null, marked: false, carry: Buffer.alloc(0), lines: 0, bytes: 0 };
  const refusal = await readThrough(path, most, async (chunk) => {
    hash.update(chunk);
    state.bytes += chunk.length;
    const refused = takeChunk(state, chunk, take);
    await between();
    return refused;
  });
  const last = refusal ?? takeRest(state, take);
  await between();
  if (last !== null) return { read: null, refusal: last };
  const { script, marked, bytes } = state;
  const read = { encoding: (script ?? UTF8).encoding, marked, bytes, sha256: hash.digest("hex") };
  return { read: { ...read, ended: state.carry.length === 0 }, refusal: null };
}

interface State {
  /** null until something has been read. */
  script: Script | null;
  marked: boolean;
  /** The beginning of a line whose end has not been read yet. */
  carry: Buffer;
  lines: number;
  bytes: number;
}

/** How lines of an encoding are found among bytes. */
interface Script {
  encoding: Encoding;
  /** null for bytes that are no text. */
  decoded: (bytes: Buffer) => string | null;
  /** Behind the last line end; 0 where there is none. */
  whole: (bytes: Buffer) => number;
}

const NEW_LINE = 0x0a;
const behindLast = (bytes: Buffer): number => bytes.lastIndexOf(NEW_LINE) + 1;

const UTF8: Script = {
  encoding: "utf-8",
  decoded: (bytes) => (isUtf8(bytes) ? bytes.toString("utf8") : null),
  whole: behindLast,
};
// No character of GB18030 has a byte 0x0a but the line end itself.
const GB18030: Script = { encoding: "gb18030", decoded: strictly("gb18030"), whole: behindLast };
const UTF16: ReadonlyMap<string, Script> = new Map([
  ["utf-16le", { encoding: "utf-16", decoded: strictly("utf-16le"), whole: (bytes) => behindPair(bytes, 0) }],
  ["utf-16be", { encoding: "utf-16", decoded: strictly("utf-16be"), whole: (bytes) => behindPair(bytes, 1) }],
]);

function strictly(label: string): Script["decoded"] {
  return (bytes) => {
    try {
      return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  };
}

/** Behind the last unit of two bytes that is a line end, whose own byte is the unit's first or second. */
function behindPair(bytes: Buffer, own: 0 | 1): number {
  for (let at = bytes.length - (bytes.length % 2) - 2; at >= 0; at -= 2) {
    if (bytes[at + own] === NEW_LINE && bytes[at + 1 - own] === 0) return at + 2;
  }
  return 0;
}

function takeChunk(state: State, chunk: Buffer, take: TakeBlock): Refusal | null {
  const begun = state.script === null ? begin(state, chunk) : chunk;
  const bytes = state.carry.length === 0 ? begun : Buffer.concat([state.carry, begun]);
  const script = state.script ?? UTF8;
  const end = script.whole(bytes);
  // The chunk's memory is used again: what stays is copied.
  state.carry = Buffer.from(bytes.subarray(end));
  if (state.carry.length > LONGEST_LINE) return noText(state, `第${state.lines + 1}行过长，不是表格`);
  return end === 0 ? null : takeBlock(state, bytes.subarray(0, end), take);
}

/** Settles the encoding by the first bytes of the file, and gives them without their mark. */
function begin(state: State, chunk: Buffer): Buffer {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => chunk[at] === byte));
  state.marked = marked !== undefined;
  if (marked !== undefined) {
    state.script = UTF16.get(marked.label) ?? UTF8;
    return chunk.subarray(marked.mark.length);
  }
  state.script = isUtf8(chunk.subarray(0, behindLast(chunk) || chunk.length)) ? UTF8 : GB18030;
  return chunk;
}

function takeBlock(state: State, block: Buffer, take: TakeBlock): Refusal | null {
  const lines = take(block, state.script ?? UTF8);
  if (lines === null) return undecodable(state, block);
  state.lines += lines;
  return null;
}

/** Gives the lines of a text and counts them; null for one that no program writes. */
function takeLines(text: string, take: (line: string) => void): number | null {
  if (text.includes("\0")) return null;
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) take(line.endsWith("\r") ? line.slice(0, -1) : line);
  return lines.length;
}

/** The last line, where it has no end. */
function takeRest(state: State, take: TakeBlock): Refusal | null {
  return state.carry.length === 0 ? null : takeBlock(state, state.carry, take);
}

/** Says which of the lines of a block is none. */
function undecodable(state: State, block: Buffer): Refusal {
  const found = decode(block, [(state.script ?? UTF8).encoding]);
  const line = state.lines + ("text" in found ? 1 : found.line);
  return { ...noText(state, `第${line}行有不是文字的字节`), at: { line } };
}

function noText({ bytes }: State, reason: string): Refusal {
  return refusalOf("not-text", reason, bytes);
}
