import path from "node:path";
import { ensureWritable, writeOutputs, type NamedBytes } from "../files/outputs.js";
import { readBytes } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";

const NEXT = "请关闭正在编辑该文件的程序，或检查访问权限";

/** A narrative file as it is to stand; `name` is relative to the data folder. */
export interface NarrativeBytes {
  name: string;
  /** What stood in it when it was read; null where there was none. */
  earlier: Buffer | null;
  bytes: Buffer;
}

/** Writes a narrative file. Throws ReportError where it cannot, or where somebody changed it since it was read. */
export async function saveNarrative(
  dataFolder: string,
  { name, earlier, bytes }: NarrativeBytes,
): Promise<void> {
  const file = path.join(dataFolder, name);
  const folder = path.dirname(file);
  const output: NamedBytes = { name: path.basename(file), bytes };
  await ensureWritable(folder, { next: NEXT });
  await writeOutputs(folder, [output], {
    next: NEXT,
    ready: async () => {
      const { content } = await readBytes(file, Infinity);
      if (content === null ? earlier === null : earlier?.equals(content) === true) return;
      throw new ReportError(`${file} 刚刚被改动，没有写入`, EXIT.usage, "请保存并关闭该文件后重试");
    },
  });
}
