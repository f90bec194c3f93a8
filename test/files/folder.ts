import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";

/** A fresh folder for each test of the file that calls this; gives paths in it. */
export function freshFolder(): (name?: string) => string {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "files-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return (name = "") => path.join(folder, name);
}

/** Windows has no named pipes in its folders, and links only for those who may make them. */
export const posix = process.platform !== "win32";

/** A named pipe nobody ever writes to: whoever reads it as a file waits for ever. */
export function makePipe(file: string): void {
  execFileSync("mkfifo", [file]);
}

/** What the file system throws. */
export function failure(code: string): Error {
  return Object.assign(new Error(`${code}: told by a test`), { code, errno: -1, syscall: "test" });
}
