import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import path from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { compareText } from "../terms/compare-text.js";
import { isFileFailure, readingReason } from "./errno.js";
import type { Refusal } from "./read.js";

/** What stands under a name. A link is told apart only where it is not followed. */
export type Standing = "file" | "folder" | "link" | "special";

export interface Entry {
  name: string;
  is: Standing;
}

/** A folder of people's files has hundreds; beyond, a whole disk was meant by mistake. */
export const MOST_ENTRIES = 20_000;

export type FolderEntries = { entries: Entry[]; refusal: null } | { entries: null; refusal: Refusal };

/** What a folder holds, by name in the order of code units; links are not followed. */
export async function listFolder(folder: string, most = MOST_ENTRIES): Promise<FolderEntries> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(folder, { bufferSize: 256 })) {
      if (entries.length === most) return refuse("too-large", `其中的文件超过${most}个`);
      entries.push({ name: entry.name, is: standingOf(entry) });
    }
  } catch (error) {
    const reason = readingReason(error);
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return refuse("missing", "没有这个文件夹");
    if (code === "ENOTDIR") return refuse("not-a-file", "这不是文件夹");
    return refuse("unreadable", reason);
  }
  return { entries: entries.sort((a, b) => compareText(a.name, b.name)), refusal: null };
}

function refuse(why: Refusal["why"], reason: string): { entries: null; refusal: Refusal } {
  return { entries: null, refusal: { why, reason, size: 0, at: {} } };
}

function standingOf(each: Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink">): Standing {
  if (each.isFile()) return "file";
  if (each.isDirectory()) return "folder";
  return each.isSymbolicLink() ? "link" : "special";
}

/**
 * What a path leads to, links followed; null for nothing. Throws ReportError (exit 2) where that cannot be
 * found out.
 */
export async function standingAt(place: string): Promise<Standing | null> {
  try {
    return standingOf(await stat(place));
  } catch (error) {
    const reason = readingReason(error);
    if (isFileFailure(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw new ReportError(`“${place}”打不开：${reason}`, EXIT.usage, "请检查路径和访问权限");
  }
}

/** Whether a file or folder would stand below `above`, or is it; links are not followed. */
export function isBelow(place: string, above: string): boolean {
  const inside = path.relative(above, path.resolve(place));
  return !path.isAbsolute(inside) && inside.split(path.sep)[0] !== "..";
}

/** Whether a file is but a name on this disk, its content being in a cloud; false for what is not there. */
export async function isElsewhere(file: string): Promise<boolean> {
  return stat(file).then(takesNoRoom, (error: unknown) => {
    if (!isFileFailure(error)) throw error;
    return false;
  });
}

/** A file's bytes may lie in the disk's own records, as long as they are few. */
const KEPT_IN_RECORDS = 4096;

export function takesNoRoom({ size, blocks }: { size: number; blocks: number }): boolean {
  return size > KEPT_IN_RECORDS && blocks === 0;
}
