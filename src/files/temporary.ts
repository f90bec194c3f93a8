import { mkdtempSync, rmSync, type Stats } from "node:fs";
import { lstat, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { isFileFailure, writingReason } from "./errno.js";
import { listFolder } from "./list.js";
import { isAbandoned, ownerTag } from "./owner.js";

/** A fresh folder below the system's temporary one, which nobody but this user can look into. */
export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
  /** For the end of the process, which waits for nothing. */
  removeNow(): void;
}

/** Makes one, at once. Throws ReportError (exit 2) where there is no room. */
export function temporaryFolder(name: string): TemporaryFolder {
  const path = makeIn(tmpdir(), name);
  return {
    path,
    // Others may write a moment longer, and Windows holds files that are open.
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }),
    removeNow: () => {
      try {
        rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      } catch (error) {
        // What a program that is just dying still holds is left to the next run's sweep.
        fileFailure(error);
      }
    },
  };
}

function makeIn(parent: string, name: string): string {
  try {
    return mkdtempSync(join(parent, `${name}-${ownerTag()}-`));
  } catch (error) {
    throw noRoom(parent, error);
  }
}

const DAY = 86_400_000;

/**
 * Removes folders of this `name` that killed runs of this user left: where the process has ended, and whatever
 * has lain there for a day, by the disk's own clock. Call it after a folder was made or removed.
 */
export async function sweepTemporary(name: string): Promise<void> {
  const parent = tmpdir();
  const { entries } = await listFolder(parent);
  const folders = (entries ?? []).filter(
    ({ name: each, is }) => is === "folder" && each.startsWith(`${name}-`),
  );
  if (folders.length === 0) return;
  const now = await facts(parent);
  for (const { name: each } of folders) {
    const left = await facts(join(parent, each));
    if (left === null || now === null || left.uid !== (process.getuid?.() ?? left.uid)) continue;
    if (!isAbandoned(each) && now.mtimeMs - left.mtimeMs < DAY) continue;
    // What another run removes just now, or a virus scanner holds, is left to the next one.
    await rm(join(parent, each), { recursive: true, force: true }).catch(fileFailure);
  }
}

async function facts(path: string): Promise<Stats | null> {
  return lstat(path).catch((error: unknown) => {
    fileFailure(error);
    return null;
  });
}

function fileFailure(error: unknown): void {
  if (!isFileFailure(error)) throw error;
}

/** Writes files that another program is to read in a fresh folder inside `folder`; gives that folder's path. */
export async function writeTemporary(folder: string, files: readonly TemporaryFile[]): Promise<string> {
  try {
    const fresh = await mkdtemp(join(folder, "file-"));
    await Promise.all(files.map(({ name, content }) => writeFile(join(fresh, name), content)));
    return fresh;
  } catch (error) {
    throw noRoom(folder, error);
  }
}

export interface TemporaryFile {
  /** Without a folder. */
  name: string;
  content: string | Uint8Array;
}

function noRoom(folder: string, error: unknown): ReportError {
  const { reason, next } = writingReason(error);
  const hint = next || "请检查系统的临时文件夹，或用环境变量 TMPDIR（Windows 上是 TEMP）指定另一个";
  return new ReportError(`无法写入临时文件夹 ${folder}：${reason}`, EXIT.usage, hint);
}
