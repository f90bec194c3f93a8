import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { EXIT, ReportError } from "../issues/error.js";
import { isFileFailure, writingReason } from "./errno.js";
import { refuseLinks } from "./links.js";
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
  type Content,
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

/** A file that is written piece by piece, since it may be larger than memory; its folder is there. */
export interface NamedContent {
  /** Below the folder of the others, with forward slashes. */
  name: string;
  content: Content;
}

/** How a file is written. */
export interface WriteOptions {
  /** What to do when it cannot be, unless the reason tells better. */
  next?: string;
  /** What is told behind the reason where all is as it was. */
  unchanged?: string;
  /** Asked when all is on the disk and nothing replaced yet; what it throws leaves all as it was. */
  ready?: () => Promise<void>;
  /** That nobody else writes these files now: what killed runs left of them can go. */
  alone?: boolean;
  /** The folder of data that they are written into: no link in it is followed. Without one they go where the user named. */
  within?: string;
}

const NEXT = "请关闭正在查看该文件的程序，或用 --out 指定另一个文件夹";

/**
 * Checks that `folder` can be written before the work starts, so that a report of several minutes is not
 * lost at its end. Creates it where it is missing. Throws ReportError (exit 2).
 */
export async function ensureWritable(
  folder: string,
  { next = NEXT, unchanged = "", within }: Pick<WriteOptions, "next" | "unchanged" | "within"> = {},
): Promise<void> {
  await refusing(folder, { next, unchanged }, async () => {
    if (within !== undefined) await refuseLinks(within, folder);
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
  outputs: readonly (NamedBytes | NamedContent)[],
  { next = NEXT, unchanged = "", ready = () => Promise.resolve(), alone = false, within }: WriteOptions = {},
  system: System = SYSTEM,
): Promise<void> {
  const words = { next, unchanged };
  const jobs = await jobsIn(folder, outputs, words, within);
  try {
    if (alone) await discard((await Promise.all(jobs.map(({ file }) => leftoversOf(file)))).flat());
    await allOf(jobs.map((job) => refusing(job.file, words, () => stage(job, job.content, system))));
    // The last one needs no copy: after it nothing can fail.
    for (const job of jobs.slice(0, -1)) {
      await refusing(job.file, words, async () => void (job.earlier = await keptCopy(job.file, system)));
    }
    await ready();
    await replaceAll(jobs, words, system);
    await settle(jobs, system);
  } finally {
    await discard(
      jobs.flatMap(({ temporary, earlier }) => [temporary, ...(earlier === null ? [] : [earlier])]),
    );
  }
}

interface Job extends Staged {
  content: Content;
  /** A copy of what it replaces; null where there is none. */
  earlier: string | null;
}

async function jobsIn(
  folder: string,
  outputs: readonly (NamedBytes | NamedContent)[],
  words: Words,
  within: string | undefined,
): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const output of outputs) {
    const file = path.join(folder, output.name);
    const content = "content" in output ? output.content : output.bytes;
    const add = async (): Promise<void> =>
      void jobs.push({ ...(await stagedFor(file, within)), content, earlier: null });
    await refusing(file, words, add);
  }
  return jobs;
}

/**
 * Brings the renames to the disk, and takes the chance to clear away what killed runs left. All is in its place by
 * now: a disk that does not confirm it has not undone it.
 */
async function settle(jobs: readonly Job[], system: System): Promise<void> {
  for (const [folder, { file }] of new Map(jobs.map((job) => [path.dirname(job.file), job]))) {
    try {
      await syncFolder(folder, system);
    } catch (error) {
      const { reason, next } = writingReason(error);
      throw new ReportError(
        `${file} 已写入，但磁盘没有确认：${reason}`,
        EXIT.usage,
        next || "请检查磁盘，再打开该文件核对",
      );
    }
    await discard(await oldLeftoversIn(folder, file));
  }
}

/** Waits for all, also when one fails: what is still being written could not be cleared away. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

async function replaceAll(jobs: readonly Job[], words: Words, system: System): Promise<void> {
  const replaced: Job[] = [];
  for (const job of jobs) {
    try {
      await place(job.temporary, job.file, system);
      replaced.push(job);
    } catch (error) {
      const left = await putBack(replaced, system);
      throw left.length === 0
        ? refusalOf(job.file, words, error)
        : withLeft(refusalOf(job.file, { ...words, unchanged: "" }, error), left);
    }
  }
}

/** What could not be put back comes before whatever else may help. */
function withLeft(refusal: ReportError, left: readonly string[]): ReportError {
  const hint = `没能恢复原状，请检查这些文件：${left.join("、")}`;
  return new ReportError(refusal.message, refusal.exitCode, hint);
}

/** An earlier file that cannot be put back is not lost: its copy stays where it is, and is told of, as is a new one. */
async function putBack(replaced: readonly Job[], system: System): Promise<string[]> {
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
  return left;
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

interface Words {
  next: string;
  unchanged: string;
}

/** What the file system refuses is told with its reason; anything else is a bug and keeps its stack. */
async function refusing(target: string, words: Words, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    throw error instanceof ReportError ? error : refusalOf(target, words, error);
  }
}

function refusalOf(target: string, words: Words, error: unknown): ReportError {
  const { reason, next } = writingReason(error);
  return new ReportError(`无法写入 ${target}：${reason}${words.unchanged}`, EXIT.usage, next || words.next);
}
