import { randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ReportError } from "../../issues/error.js";

/** Who holds the data folder: one collection at a time. */
interface Holder {
  pid: number;
  host: string;
  /** When it began, in milliseconds. */
  since: number;
  /** Tells one run from another of the same process number. */
  token: string;
}

/** How patient a run is. */
export interface Patience {
  /** Milliseconds between looks, and how many looks. */
  pause: number;
  looks: number;
  /** A lock older than this, in milliseconds, was left behind: a collection takes seconds. */
  stale: number;
}

export const PATIENCE: Patience = { pause: 250, looks: 40, stale: 60 * 60 * 1000 };

/** A lock that is held. */
export interface Lock {
  /** Throws ReportError (exit 1) where somebody took the lock away meanwhile. */
  check(): Promise<void>;
}

export const LOCK_FILE = ".监测数据库.lock";

/**
 * Runs `action` while no other run collects into `folder`. A lock whose process has ended, or that is
 * hours old, is taken over. `now` is in milliseconds; `waiting` is told once when there is somebody to
 * wait for. Throws ReportError (exit 1) when the other one does not finish.
 */
export async function withLock<T>(
  folder: string,
  now: number,
  waiting: () => void,
  action: (lock: Lock) => Promise<T>,
  patience: Patience = PATIENCE,
): Promise<T> {
  const file = path.join(folder, LOCK_FILE);
  const own: Holder = { pid: process.pid, host: hostname(), since: now, token: randomUUID() };
  await take(file, own, waiting, patience);
  await sweepAsides(file, own);
  try {
    return await action({ check: () => requireOwn(file, own) });
  } finally {
    if ((await read(file))?.token === own.token) await rm(file, { force: true });
  }
}

async function take(file: string, own: Holder, waiting: () => void, patience: Patience): Promise<void> {
  for (let look = 0; look < patience.looks; look += 1) {
    if (await create(file, own)) return;
    const holder = await read(file);
    // Nothing readable: somebody is just writing it, or was killed at that; a few looks tell which.
    const broken = holder === null && look > patience.looks / 2;
    if (broken || (holder !== null && isStale(holder, own, patience))) {
      await removeStale(file, holder);
      continue;
    }
    if (look === 0) waiting();
    await pause(patience.pause);
  }
  throw busy(await read(file), file);
}

async function create(file: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(own), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** null where there is no lock, or none that can be read. */
async function read(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function isStale({ pid, host, since }: Holder, own: Holder, { stale }: Patience): boolean {
  if (own.since - since > stale) return true;
  return host === own.host && !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/**
 * Two runs may find the same stale lock. It is moved aside first: whoever moves a lock that is not the one
 * it judged has taken a living one's and puts it back.
 */
async function removeStale(file: string, judged: Holder | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = await read(aside);
  if (moved !== null && moved.token !== judged?.token) await create(file, moved);
  await rm(aside, { force: true });
}

/** What a run leaves that is killed while it takes over; our own lock may just have been moved there. */
async function sweepAsides(file: string, own: Holder): Promise<void> {
  const folder = path.dirname(file);
  const asides = (await readdir(folder)).filter((name) => name.startsWith(`${LOCK_FILE}.`));
  for (const aside of asides.map((name) => path.join(folder, name))) {
    if ((await read(aside))?.token !== own.token) await rm(aside, { force: true });
  }
}

async function requireOwn(file: string, own: Holder): Promise<void> {
  const holder = await read(file);
  if (holder?.token !== own.token) throw busy(holder, file);
}

function busy(holder: Holder | null, file: string): ReportError {
  const who = holder === null ? "" : `（${holder.host} 上的进程 ${holder.pid}）`;
  return new ReportError(
    `另一个采集正在写入同一数据文件夹${who}，本次没有写入任何数据`,
    1,
    `请等它结束后再运行；确认没有别的采集在运行时，删除 ${file} 后重试`,
  );
}
