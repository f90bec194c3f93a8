import { randomUUID } from "node:crypto";
import { copyFile, open, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sha256 } from "./digest.js";
import { EXIT, ReportError } from "../issues/error.js";
import { isFileFailure } from "./errno.js";
import { refuseLinks } from "./links.js";
import { listFolder, standingAt } from "./list.js";
import { isAbandoned, ownerTag } from "./owner.js";

/** What replacing a file asks of the system; tests hand in one that fails. */
export interface System {
  rename: (from: string, to: string) => Promise<void>;
  copy: (from: string, to: string) => Promise<void>;
  /** Brings a file's bytes from the system's memory to the disk. */
  sync: (handle: { sync(): Promise<void> }) => Promise<void>;
  /** How often a busy target is tried again, and after how many milliseconds. */
  retries: number;
  pause: number;
}

/**
 * On Windows a file that anybody has open cannot be replaced: a viewer, a virus scanner, a cloud folder that
 * is just copying it. Most let go within seconds. Elsewhere the same errors mean what they say.
 */
export const SYSTEM: System = {
  rename,
  copy: copyFile,
  sync: (handle) => handle.sync(),
  retries: process.platform === "win32" ? 20 : 0,
  pause: 250,
};

/** New content on its way to `file`: it lies beside it, whole and on the disk. */
export interface Staged {
  file: string;
  temporary: string;
}

/**
 * The file that is to get new content. Of a link what it leads to, so that the link stays one; `within` a folder of
 * data no link is followed. Throws ReportError (exit 2) where it is one, and for what is no regular file.
 */
export async function stagedFor(file: string, within: string | null = null): Promise<Staged> {
  if (within !== null) await refuseLinks(within, file);
  const real = await realpath(file).catch(ifMissing(() => file));
  const standing = await standingAt(real);
  if (standing === "special") {
    throw new ReportError(
      `无法写入 ${file}：那里是设备或管道，不是文件`,
      EXIT.usage,
      "请换一个文件名或文件夹",
    );
  }
  return { file: real, temporary: path.join(path.dirname(real), temporaryName(real)) };
}

/** Tells the temporary files of one target from those of another, whatever the length of its name. */
function prefixOf(file: string): string {
  return `.report-${sha256(Buffer.from(path.basename(file))).slice(0, 8)}-`;
}

function temporaryName(file: string): string {
  return `${prefixOf(file)}${ownerTag()}-${randomUUID()}.tmp`;
}

/** Who writes the bytes of a file piece by piece. */
export type Writer = (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>;
export type Content = Uint8Array | Writer;

/** Writes the content to its temporary place; by the time it is renamed the disk has it, not memory alone. */
export async function stage({ temporary }: Staged, content: Content, { sync }: System): Promise<void> {
  const handle = await open(temporary, "wx");
  try {
    if (typeof content === "function") await content((bytes) => handle.writeFile(bytes));
    else await handle.writeFile(content);
    await sync(handle).catch(ifUnsupported);
  } finally {
    await handle.close();
  }
}

/** A copy of what stands at `file`, if anything does, under a temporary name; null where nothing does. */
export async function keptCopy(file: string, { copy }: System): Promise<string | null> {
  const kept = path.join(path.dirname(file), temporaryName(file));
  try {
    await copy(file, kept);
    return kept;
  } catch (error) {
    await discard([kept]);
    return ifMissing(() => null)(error as NodeJS.ErrnoException);
  }
}

/**
 * A kept copy under a name that the next run does not take for something left behind; a person is to look at it.
 * Gives the name it then has.
 */
export async function setAside(kept: string): Promise<string> {
  const aside = kept.replace(`-${ownerTag()}-`, "-");
  return rename(kept, aside).then(
    () => aside,
    () => kept,
  );
}

/** Puts what was staged in its place, in one step. */
export async function place(from: string, to: string, system: System): Promise<void> {
  for (let left = system.retries; ; left -= 1) {
    try {
      await system.rename(from, to);
      return;
    } catch (error) {
      if (left === 0 || !isBusy(error)) throw error;
      await pause(system.pause);
    }
  }
}

const BUSY: readonly string[] = ["EPERM", "EBUSY", "EACCES"];

function isBusy(error: unknown): boolean {
  return isFileFailure(error) && BUSY.includes(error.code);
}

/** The rename itself is on the disk only when the folder is. Windows cannot open folders, and needs not. */
export async function syncFolder(folder: string, { sync }: System): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await sync(handle).catch(ifUnsupported);
  } finally {
    await handle.close();
  }
}

/** Some network drives know no such thing as "to the disk": then what they do is all there is. */
function ifUnsupported(error: unknown): void {
  const unsupported = ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];
  if (!isFileFailure(error) || !unsupported.includes(error.code)) throw error;
}

/** Turns "there is none" into a value; any other failure stays one. */
function ifMissing<T>(otherwise: () => T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return otherwise();
    throw error;
  };
}

/**
 * Removes temporary files, which may be gone already; on Windows a scanner may hold one for a moment. One that
 * stays does no harm: it is hidden, and a later run clears it away.
 */
export async function discard(files: readonly string[]): Promise<void> {
  const removed = files.map((file) => rm(file, { force: true, maxRetries: 10, retryDelay: 100 }));
  for (const result of await Promise.allSettled(removed)) {
    if (result.status === "rejected" && !isFileFailure(result.reason)) throw result.reason;
  }
}

/** What killed runs left beside `file`. The caller sees to it that no other run is just writing there. */
export async function leftoversOf(file: string): Promise<string[]> {
  const folder = path.dirname(file);
  const { entries } = await listFolder(folder);
  const names = (entries ?? []).map(({ name }) => name);
  return names.filter((name) => name.startsWith(prefixOf(file))).map((name) => path.join(folder, name));
}

/** What killed runs left in a folder where nobody else writes now. */
export async function allLeftoversIn(folder: string): Promise<string[]> {
  const { entries } = await listFolder(folder);
  const names = (entries ?? []).map(({ name }) => name);
  return names.filter(isLeftover).map((name) => path.join(folder, name));
}

/** Whether a file of this name is on its way to another, or was when its run was killed. */
export function isLeftover(name: string): boolean {
  return /^\.report-[0-9a-f-]+\.tmp$/u.test(name);
}

const HOUR = 3_600_000;

/**
 * What runs left in `folder` that were killed: of this machine whose process has ended, of others all that was
 * there over an hour before `recent` was written, by the disk's own clock.
 */
export async function oldLeftoversIn(folder: string, recent: string): Promise<string[]> {
  const files = await allLeftoversIn(folder);
  const times = await Promise.all([recent, ...files].map(modified));
  const isOld = (index: number): boolean => (times[0] ?? 0) - (times[index + 1] ?? Infinity) > HOUR;
  return files.filter((file, index) => isAbandoned(path.basename(file)) || isOld(index));
}

/** Milliseconds; undefined where another run has just removed it. */
async function modified(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    ifMissing(() => undefined),
  );
}
