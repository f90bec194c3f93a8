import { open } from "node:fs/promises";
import path from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { writingReason } from "./errno.js";
import { ensureWritable, writeOutputs } from "./outputs.js";

/** A file that gets its lines while a run lasts, so that a killed run leaves those it came to. */
export interface GrowingFile {
  add(line: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins a file anew with `first`: whoever reads it sees the earlier one or this one. Throws ReportError (exit 2) where
 * it cannot be written.
 */
export async function growingFile(folder: string, name: string, first: string): Promise<GrowingFile> {
  await ensureWritable(folder);
  await writeOutputs(folder, [{ name, bytes: Buffer.from(first) }]);
  const file = path.join(folder, name);
  const refusing = <T>(action: Promise<T>): Promise<T> =>
    action.catch((error: unknown) => {
      const { reason, next } = writingReason(error);
      throw new ReportError(`无法写入 ${file}：${reason}`, EXIT.usage, next || "请检查该文件夹的写入权限");
    });
  const handle = await refusing(open(file, "a"));
  return { add: (line) => refusing(handle.appendFile(line)), close: () => handle.close() };
}
