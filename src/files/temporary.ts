import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { writingReason } from "./errno.js";

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
    removeNow: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }),
  };
}

function makeIn(parent: string, name: string): string {
  try {
    return mkdtempSync(join(parent, `${name}-`));
  } catch (error) {
    throw noRoom(parent, error);
  }
}

/** Writes a file that another program is to read, in a fresh folder inside `folder`; gives its path. */
export async function writeTemporary(folder: string, name: string, text: string): Promise<string> {
  try {
    const file = join(await mkdtemp(join(folder, "file-")), name);
    await writeFile(file, text);
    return file;
  } catch (error) {
    throw noRoom(folder, error);
  }
}

function noRoom(folder: string, error: unknown): ReportError {
  const { reason, next } = writingReason(error);
  const hint = next || "请检查系统的临时文件夹，或用环境变量 TMPDIR（Windows 上是 TEMP）指定另一个";
  return new ReportError(`无法写入临时文件夹 ${folder}：${reason}`, EXIT.usage, hint);
}
