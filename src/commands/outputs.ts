import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ReportError } from "../error.js";

export interface Output {
  /** File name without folder. */
  name: string;
  /** 监测报告, 数据报表 …: what the closing table calls it. */
  kind: string;
  bytes: Uint8Array;
}

/** Reasons the user can do something about; anything else is a bug and keeps its stack. */
const REFUSALS: Record<string, string> = {
  EACCES: "没有写入权限",
  EPERM: "没有写入权限，或文件正被其他程序打开",
  EBUSY: "文件正被其他程序打开",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘空间不足",
  ENOTDIR: "路径中有一段不是文件夹",
  EEXIST: "同名的文件已存在，不能建立文件夹",
  EISDIR: "同名的文件夹已存在，不能写成文件",
  ENAMETOOLONG: "文件名过长",
  EDQUOT: "磁盘配额已用完",
};

/**
 * Checks that `folder` can be written before the work starts, so that a report of several minutes is not
 * lost at its end. Creates it where it is missing. Throws ReportError (exit 2).
 */
export async function ensureWritable(folder: string): Promise<void> {
  const probe = path.join(folder, `.report-${randomUUID()}.tmp`);
  await refusing(folder, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  });
}

/**
 * Writes all outputs or none: each goes to a temporary name in the same folder first, and only when all
 * stand there are they renamed. An earlier output is replaced whole or left as it was.
 */
export async function writeOutputs(folder: string, outputs: readonly Output[]): Promise<void> {
  const staged = outputs.map((output) => ({
    output,
    temporary: path.join(folder, `.${output.name}.${randomUUID()}.tmp`),
  }));
  try {
    for (const { output, temporary } of staged) {
      await refusing(path.join(folder, output.name), () => writeFile(temporary, output.bytes));
    }
    for (const { output, temporary } of staged) {
      const file = path.join(folder, output.name);
      await refusing(file, () => rename(temporary, file));
    }
  } finally {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
  }
}

async function refusing(target: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const reason = REFUSALS[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new ReportError(`无法写入 ${target}：${reason}`, 2, "请关闭正在查看该文件的程序，或用 --out 指定另一个文件夹");
  }
}
