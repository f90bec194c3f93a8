import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { isFileFailure, writingReason } from "./errno.js";
import { standingAt } from "./list.js";
import {
  discard,
  keptCopy,
  leftoversOf,
  oldLeftoversIn,
  place,
  setAside,
  stage,
  stagedFor,
  syncFolder,
  SYSTEM,
  type Staged,
  type System,
} from "./replace.js";

/** A file to be written. */
export interface NamedBytes {
  /** File name without folder. */
  name: string;
  bytes: Uint8Array;
}

export interface Output extends NamedBytes {
  /** 报告, 数据报表 …: what the closing table calls it. */
  kind: string;
}

/** How a file is written. */
export interface WriteOptions {
  /** What to do when it cannot be, unless the reason tells better. */
  next?: string;
  /** Asked when all is on the disk and nothing replaced yet; what it throws leaves all as it was. */
  ready?: () => Promise<void>;
  /** That nobody else writes these files now: what killed runs left of them can go. */
  alone?: boolean;
}

const NEXT = "请关闭正在查看该文件的程序，或用 --out 指定另一个文件夹";

/**
 * Checks that `folder` can be written before the work starts, so that a report of several minutes is not
 * lost at its end. Creates it where it is missing. Throws ReportError (exit 2).
 */
export async function ensureWritable(folder: string): Promise<void> {
  await refusing(folder, NEXT, async () => {
    await makeFolder(folder);
    const { temporary } = await stagedFor(path.join(folder, "probe"));
    await writeFile(temporary, "");
    await discard([temporary]);
  });
}

/**
 * Writes all files or none: each goes to a temporary name beside its place first, and only when all are on
 * the disk are they renamed over the earlier ones. If one of those cannot be replaced (a viewer holds it
 * open), the ones already replaced are put back, so that report and tables never come from two runs. Throws
 * ReportError (exit 2).
 */
export async function writeOutputs(
  folder: string,
  outputs: readonly NamedBytes[],
  { next = NEXT, ready = () => Promise.resolve(), alone = false }: WriteOptions = {},
  system: System = SYSTEM,
): Promise<void> {
  const jobs = await jobsIn(folder, outputs, next);
  try {
    if (alone) await discard((await Promise.all(jobs.map(({ file }) => leftoversOf(file)))).flat());
    await allOf(jobs.map((job) => refusing(job.file, next, () => stage(job, job.bytes, system))));
    // The last one needs no copy: after it nothing can fail.
    for (const job of jobs.slice(0, -1)) {
      await refusing(job.file, next, async () => void (job.earlier = await keptCopy(job.file, system)));
    }
    await ready();
    await replaceAll(jobs, next, system);
    await settle(jobs, next);
  } finally {
    await discard(
      jobs.flatMap(({ temporary, earlier }) => [temporary, ...(earlier === null ? [] : [earlier])]),
    );
  }
}

interface Job extends Staged {
  bytes: Uint8Array;
  /** A copy of what it replaces; null where there is none. */
  earlier: string | null;
}

async function jobsIn(folder: string, outputs: readonly NamedBytes[], next: string): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const { name, bytes } of outputs) {
    const file = path.join(folder, name);
    const add = async (): Promise<void> =>
      void jobs.push({ ...(await stagedFor(file)), bytes, earlier: null });
    await refusing(file, next, add);
  }
  return jobs;
}

/** Brings the renames to the disk, and takes the chance to clear away what killed runs left. */
async function settle(jobs: readonly Job[], next: string): Promise<void> {
  for (const [folder, { file }] of new Map(jobs.map((job) => [path.dirname(job.file), job]))) {
    await refusing(folder, next, () => syncFolder(folder));
    await discard(await oldLeftoversIn(folder, file));
  }
}

/** Waits for all, also when one fails: what is still being written could not be cleared away. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

async function replaceAll(jobs: readonly Job[], next: string, system: System): Promise<void> {
  const replaced: Job[] = [];
  try {
    for (const job of jobs) {
      await refusing(job.file, next, () => place(job.temporary, job.file, system));
      replaced.push(job);
    }
  } catch (error) {
    await putBack(replaced, system, error);
    throw error;
  }
}

/** An earlier file that cannot be put back is not lost: its copy stays where it is, and is told of, as is a new one. */
async function putBack(replaced: readonly Job[], system: System, cause: unknown): Promise<void> {
  const left: string[] = [];
  for (const job of replaced) {
    try {
      if (job.earlier === null) await rm(job.file);
      else await place(job.earlier, job.file, system);
    } catch (error) {
      if (!isFileFailure(error)) throw error;
      left.push(job.earlier === null ? job.file : await setAside(job.earlier));
      job.earlier = null;
    }
  }
  if (left.length === 0 || !(cause instanceof ReportError)) return;
  const hint = `没能恢复原状，请检查这些文件：${left.join("、")}`;
  throw new ReportError(cause.message, cause.exitCode, hint);
}

/**
 * mkdir with parents. Node's own `recursive` goes back and forth for ever where a folder exists and still
 * takes no children (a dangling link, /proc): parent EEXIST, child ENOENT, parent EEXIST …
 */
async function makeFolder(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  try {
    if (parent !== folder && (await standingAt(parent)) === null) await makeFolder(parent);
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST" || !(await stat(folder)).isDirectory())
      throw error;
  }
}

/** What the file system refuses is told with its reason; anything else is a bug and keeps its stack. */
async function refusing(target: string, next: string, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (error instanceof ReportError) throw error;
    const words = writingReason(error);
    throw new ReportError(`无法写入 ${target}：${words.reason}`, EXIT.usage, words.next || next);
  }
}
