import { randomUUID } from "node:crypto";
import { open, rename } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EXIT, ReportError } from "../issues/error.js";
import { plainLine } from "../terms/plain-text.js";
import { isFileFailure, writingReason } from "./errno.js";
import { jsonOf } from "./json.js";
import { listFolder } from "./list.js";
import { isAlive } from "./owner.js";
import { readBytes } from "./read.js";
import { discard } from "./replace.js";

/** Who holds a lock. */
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
  /** A lock older than this, in milliseconds, was left behind: what it guards takes seconds. */
  stale: number;
}

const PATIENCE: Patience = { pause: 250, looks: 40, stale: 60 * 60 * 1000 };

/** A lock that is held. */
export interface Lock {
  /** Throws ReportError (exit 1) where somebody took the lock away meanwhile. */
  check(): Promise<void>;
}

/** What the lock is called, and how those are told who cannot have it. */
export interface LockOptions {
  file: string;
  /** In milliseconds. */
  now: number;
  /** Told once when there is somebody to wait for. */
  waiting: () => void;
  /** “另一个采集正在写入同一数据文件夹”: what the other one is doing. */
  busy: string;
  patience?: Patience;
}

/**
 * Runs `action` while no other run holds the lock file. A lock whose process has ended, or that is hours old,
 * is taken over. Throws ReportError (exit 1) when the other one does not finish, or (exit 2) where no lock can
 * be written.
 */
export async function withLock<T>(
  { file, now, waiting, busy, patience = PATIENCE }: LockOptions,
  action: (lock: Lock) => Promise<T>,
): Promise<T> {
  const own: Holder = { pid: process.pid, host: hostname(), since: now, token: randomUUID() };
  if (!(await take(file, own, waiting, patience))) throw taken(await read(file), file, busy);
  await sweepAsides(file, own);
  const check = async (): Promise<void> => {
    const holder = await read(file);
    if (tokenOf(holder) !== own.token) throw taken(holder, file, busy);
  };
  try {
    return await action({ check });
  } finally {
    if (tokenOf(await read(file)) === own.token) await discard([file]);
  }
}

async function take(file: string, own: Holder, waiting: () => void, patience: Patience): Promise<boolean> {
  for (let look = 0; look < patience.looks; look += 1) {
    if (await create(file, own)) return true;
    const holder = await read(file);
    // Nothing readable: somebody is just writing it, or was killed at that; a few looks tell which.
    const broken = holder === null && look > patience.looks / 2;
    if (broken || (holder !== null && holder !== "foreign" && isStale(holder, own, patience))) {
      await removeStale(file, holder);
      continue;
    }
    if (look === 0) waiting();
    await pause(patience.pause);
  }
  return false;
}

async function create(file: string, own: Holder): Promise<boolean> {
  let made = false;
  try {
    const handle = await open(file, "wx");
    made = true;
    try {
      await handle.writeFile(JSON.stringify(own));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    // An empty lock would hold up everybody else.
    if (made) await discard([file]);
    else if (isFileFailure(error) && THERE.includes(error.code)) return false;
    const { reason, next } = writingReason(error);
    const message = `无法写入 ${file}：${reason}，本次没有写入任何数据`;
    throw new ReportError(message, EXIT.usage, next || "请检查该文件夹的写入权限");
  }
}

/** Windows has other words for a file that is just being removed by another. */
const THERE: readonly string[] =
  process.platform === "win32" ? ["EEXIST", "EPERM", "EACCES", "EBUSY"] : ["EEXIST"];

/** A few words; more is not ours. */
const MOST_BYTES = 10_000;

/** What stands in a lock file: who holds it; null for nothing, or for what was not written to its end. */
type Found = Holder | "foreign" | null;

async function read(file: string): Promise<Found> {
  const { content } = await readBytes(file, MOST_BYTES);
  const written = content === null ? undefined : jsonOf(content.toString("utf8"));
  if (written === undefined) return null;
  return isHolder(written) ? written : "foreign";
}

function isHolder(written: unknown): written is Holder {
  if (typeof written !== "object" || written === null) return false;
  const { pid, host, since, token } = written as Partial<Record<keyof Holder, unknown>>;
  const isCounted = Number.isSafeInteger(pid) && Number(pid) > 0 && Number.isFinite(since);
  return isCounted && typeof host === "string" && typeof token === "string";
}

function tokenOf(found: Found): string | null {
  return found === null || found === "foreign" ? null : found.token;
}

function isStale({ pid, host, since }: Holder, own: Holder, { stale }: Patience): boolean {
  if (own.since - since > stale) return true;
  return host === own.host && !isAlive(pid);
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
    // Somebody else has just removed it, or on Windows looks at it: the next look tells.
    if (isFileFailure(error)) return;
    throw error;
  }
  const moved = await read(aside);
  if (moved !== null && moved !== "foreign" && moved.token !== judged?.token) await create(file, moved);
  await discard([aside]);
}

/** What a run leaves that is killed while it takes over; our own lock may just have been moved there. */
async function sweepAsides(file: string, own: Holder): Promise<void> {
  const [folder, start] = [path.dirname(file), `${path.basename(file)}.`];
  const { entries } = await listFolder(folder);
  const asides = (entries ?? []).filter(({ name }) => name.startsWith(start));
  for (const aside of asides.map(({ name }) => path.join(folder, name))) {
    if (tokenOf(await read(aside)) !== own.token) await discard([aside]);
  }
}

/** A name of a machine has at most so many characters that tell it from others. */
const MOST_OF_HOST = 64;

function taken(found: Found, file: string, busy: string): ReportError {
  if (found === "foreign") {
    return new ReportError(
      `锁文件 ${file} 的内容读不懂，看不出是谁在写入，本次没有写入任何数据`,
      EXIT.findings,
      "请确认没有别的 report 在写入同一文件夹，删除这个文件后重试",
    );
  }
  const who =
    found === null ? "" : `（${plainLine(found.host.slice(0, MOST_OF_HOST))} 上的进程 ${found.pid}）`;
  return new ReportError(
    `${busy}${who}，本次没有写入任何数据`,
    EXIT.findings,
    `请等它结束后再运行；确认没有别的在运行时，删除 ${file} 后重试`,
  );
}
