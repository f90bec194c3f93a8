import { tableOf } from "../terms/table-of.js";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { decode, type Decoded, type Encoding } from "./decode.js";
import { readingReason } from "./errno.js";
import { tightenHeap } from "./tight-heap.js";

/** Why a file cannot be had. Who asked for it makes the finding, in the codes of that kind of file. */
export interface Refusal {
  why: "missing" | "not-a-file" | "too-large" | "not-text" | "unreadable";
  /** In words, to stand behind “文件读不出来：”. */
  reason: string;
  /** Bytes it has on the disk; 0 where that is not known. */
  size: number;
  /** Where it stops being text: 1-based; nothing for another refusal. */
  at: { line?: number; column?: number };
}

export type FileBytes = { content: Buffer; refusal: null } | { content: null; refusal: Refusal };

/**
 * Reads a regular file of at most `most` bytes. Whatever else stands there is a refusal, at once: a folder, a
 * pipe, a device, a dangling link, a file without permission, one that grows while it is read.
 */
export async function readBytes(path: string, most: number): Promise<FileBytes> {
  const read = await readAsIs(path, most);
  tightenHeap(read.content?.length ?? 0);
  return read;
}

/** `readBytes` of a file that goes on as it is, such as a font: however large, it does not fill the heap. */
export async function readAsIs(path: string, most: number): Promise<FileBytes> {
  let content: Buffer = Buffer.alloc(0);
  const refusal = await reading(path, most, (file, size) => {
    content = readUpTo(file, size + 1);
    return content.length;
  });
  return refusal === null ? { content, refusal } : { content: null, refusal };
}

/** What is handed out at a time. */
const CHUNK = 64 * 1024;

/**
 * `readBytes` without keeping them: chunk after chunk is handed to `take`, which must not keep them either. A
 * refusal that `take` gives ends the reading; what it throws is no failure of this file and is thrown on.
 */
export async function readThrough(
  path: string,
  most: number,
  take: (chunk: Buffer) => Refusal | null | Promise<Refusal | null>,
): Promise<Refusal | null> {
  let refused: Refusal | null = null;
  let thrown: { error: unknown } | null = null;
  const refusal = await reading(path, most, async (file, size) => {
    tightenHeap(size);
    const buffer = Buffer.allocUnsafe(CHUNK);
    let seen = 0;
    while (seen <= size) {
      const bytes = readSync(file, buffer, 0, CHUNK, null);
      if (bytes === 0) break;
      seen += bytes;
      try {
        refused = await take(buffer.subarray(0, bytes));
      } catch (error) {
        thrown = { error };
      }
      if (refused !== null || thrown !== null) return size;
    }
    return seen;
  });
  // TypeScript does not see that the callback has set it.
  if (thrown !== null) throw (thrown as { error: unknown }).error;
  return refused ?? refusal;
}

type ReadFile = (file: number, size: number) => number | Promise<number>;

/**
 * Opens a regular file of at most `most` bytes for `read`, which gives how many it has read: all, and no more. Nobody has
 * anything else to do meanwhile: asking a thread of its own for each of six calls takes longer than most files do.
 */
async function reading(path: string, most: number, read: ReadFile): Promise<Refusal | null> {
  try {
    // O_NONBLOCK, undefined on Windows: a named pipe would otherwise wait for ever for its writer.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readOpen(file, most, read);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = readingReason(error);
    if (isLink(path)) return refusalOf("not-a-file", "这是链接，它指向的文件不存在或打不开");
    return refusalOf(WHY[(error as NodeJS.ErrnoException).code ?? ""] ?? "unreadable", reason);
  }
}

/** What a link leads to may be missing; the link itself stands there, and somebody meant a file by it. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

const WHY = tableOf<Refusal["why"]>({
  ENOENT: "missing",
  ENOTDIR: "missing",
  EISDIR: "not-a-file",
  ENXIO: "not-a-file",
  ENODEV: "not-a-file",
});

export function refusalOf(why: Refusal["why"], reason: string, size = 0, at: Refusal["at"] = {}): Refusal {
  return { why, reason, size, at };
}

async function readOpen(file: number, most: number, read: ReadFile): Promise<Refusal | null> {
  const before = fstatSync(file);
  if (!before.isFile()) return refusalOf("not-a-file", before.isDirectory() ? "这是文件夹" : "不是普通文件");
  if (before.size > most) return refusalOf("too-large", `超过${sizeText(most)}`, before.size);
  const bytes = await read(file, before.size);
  const after = fstatSync(file);
  const changed = bytes !== before.size || after.mtimeMs !== before.mtimeMs;
  return changed ? refusalOf("unreadable", "文件还在写入或拷贝，读取时发生了变化") : null;
}

/** The file's bytes, or the first `most` of them: of a file without end no more are asked for. */
function readUpTo(file: number, most: number): Buffer {
  const buffer = Buffer.allocUnsafe(most);
  let filled = 0;
  while (filled < most) {
    const bytes = readSync(file, buffer, filled, most - filled, null);
    if (bytes === 0) break;
    filled += bytes;
  }
  return buffer.subarray(0, filled);
}

export type FileText =
  | (Decoded & { content: Buffer; refusal: null })
  | { text: null; content: null; refusal: Refusal };

/** `readBytes` of a text in one of the `encodings`: bytes that are none are a refusal with their place. */
export async function readText(
  path: string,
  most: number,
  encodings: readonly Encoding[],
): Promise<FileText> {
  const { content, refusal } = await readBytes(path, most);
  if (refusal !== null) return { text: null, content, refusal };
  const decoded = decode(content, encodings);
  if ("text" in decoded) return { ...decoded, content, refusal };
  const reason = `第${decoded.line}行有不是文字的字节`;
  return {
    text: null,
    content: null,
    refusal: refusalOf("not-text", reason, content.length, { ...decoded }),
  };
}

/** "300 KB", "50 MB": a limit as a message names it. */
export function sizeText(bytes: number): string {
  const megabyte = 1024 * 1024;
  return bytes >= megabyte ? `${Math.floor(bytes / megabyte)} MB` : `${Math.floor(bytes / 1000)} KB`;
}
