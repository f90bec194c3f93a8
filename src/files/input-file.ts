import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { LIMITS, refused, type Refused } from "./guard.js";

export interface InputBytes {
  content: Buffer;
  /** Hexadecimal SHA-256 of the content. */
  sha256: string;
}

/** Reads a regular file into memory, or throws the refusal that says why it cannot be had. */
export async function readBytes(path: string): Promise<InputBytes> {
  const handle = await openRegular(path);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw refused("workbook/empty-file", {});
    if (size > LIMITS.fileBytes) throw refused("workbook/file-too-large", megabytes(size, LIMITS.fileBytes));
    const content = await handle.readFile().catch(rethrow);
    return { content, sha256: createHash("sha256").update(content).digest("hex") };
  } finally {
    await handle.close();
  }
}

/** Sizes for a message: whole megabytes, the size rounded up so that it never equals the limit. */
export function megabytes(size: number, limit: number): { size: number; limit: number } {
  const unit = 1024 * 1024;
  return { size: Math.ceil(size / unit), limit: Math.floor(limit / unit) };
}

/** Opening a named pipe would wait for ever, so the kind of the file is asked for without blocking. */
async function openRegular(path: string): Promise<FileHandle> {
  // O_NONBLOCK is undefined on Windows, where no path of a data folder is a pipe.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(rethrow);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw refused("workbook/not-a-file", {});
}

const REFUSALS: Readonly<Record<string, () => Refused>> = {
  ENOENT: () => refused("workbook/missing-file", {}),
  ENOTDIR: () => refused("workbook/missing-file", {}),
  EISDIR: () => refused("workbook/not-a-file", {}),
  ENXIO: () => refused("workbook/not-a-file", {}),
  EACCES: () => refused("workbook/unreadable", { reason: "没有读取权限" }),
  EPERM: () => refused("workbook/unreadable", { reason: "没有读取权限" }),
  EBUSY: () => refused("workbook/unreadable", { reason: "文件正被其他程序占用" }),
};

function rethrow(error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  throw REFUSALS[code]?.() ?? refused("workbook/unreadable", { reason: `系统错误 ${code}` });
}
