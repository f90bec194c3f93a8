import { randomUUID } from "node:crypto";
import { copyFile, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { ReportError } from "../issues/error.js";

export interface Output {
  /** File name without folder. */
  name: string;
  /** 报告, 数据报表 …: what the closing table calls it. */
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
  ENOENT: "不能在那里建立文件夹",
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
  const probe = temporaryName(folder);
  await refusing(folder, async () => {
    await makeFolder(folder);
    await writeFile(probe, "");
    await rm(probe);
  });
}

/**
 * Writes all outputs or none: each goes to a temporary name in the same folder first, and only when all
 * stand there are they renamed over the earlier ones. If one of those cannot be replaced (a viewer holds
 * it open), the ones already replaced are put back, so that report and tables never come from two runs.
 */
export async function writeOutputs(folder: string, outputs: readonly Output[]): Promise<void> {
  const staged = outputs.map(({ name, bytes }) => ({
    bytes,
    file: path.join(folder, name),
    temporary: temporaryName(folder),
    earlier: temporaryName(folder),
  }));
  const replaced: typeof staged = [];
  try {
    for (const { file, temporary, bytes } of staged) await refusing(file, () => writeFile(temporary, bytes));
    for (const { file, earlier } of staged) await refusing(file, () => keep(file, earlier));
    for (const each of staged) {
      await refusing(each.file, () => rename(each.temporary, each.file));
      replaced.push(each);
    }
  } catch (error) {
    for (const { file, earlier } of replaced)
      await rename(earlier, file).catch(unlessMissing(() => rm(file)));
    throw error;
  } finally {
    await Promise.all(
      staged.flatMap(({ temporary, earlier }) =>
        [temporary, earlier].map((each) => rm(each, { force: true })),
      ),
    );
  }
}

/**
 * mkdir with parents. Node's own `recursive` goes back and forth for ever where a folder exists and still
 * takes no children (a dangling link, /proc): parent EEXIST, child ENOENT, parent EEXIST …
 */
async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  try {
    if (parent !== folder && !(await isThere(parent))) await makeFolder(parent);
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !(await stat(folder)).isDirectory())
      throw error;
  }
}

/** Whether there is a file or folder of that name. */
export async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    unlessMissing(() => Promise.resolve(false)),
  );
}

function temporaryName(folder: string): string {
  return path.join(folder, `.report-${randomUUID()}.tmp`);
}

/** A copy of the earlier output, if there is one. */
async function keep(file: string, earlier: string): Promise<void> {
  await copyFile(file, earlier).catch(unlessMissing(() => Promise.resolve()));
}

function unlessMissing<T>(otherwise: () => Promise<T>) {
  return (error: NodeJS.ErrnoException): Promise<T> => {
    if (error.code === "ENOENT") return otherwise();
    throw error;
  };
}

async function refusing(target: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const reason = REFUSALS[(error as NodeJS.ErrnoException).code ?? ""];
    if (reason === undefined) throw error;
    throw new ReportError(
      `无法写入 ${target}：${reason}`,
      2,
      "请关闭正在查看该文件的程序，或用 --out 指定另一个文件夹",
    );
  }
}
