import { open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { BYTE_ORDER_MARK, LEDGER_HEAD, ledgerLine } from "../../data/ledger/columns.js";
import { LEDGER_FILE, type LedgerEntry } from "../../data/ledger/entry.js";
import type { StoredLedger } from "../../data/ledger/read.js";
import { ReportError } from "../../issues/error.js";
import type { Lock } from "./lock.js";

const LINE_END = "\r\n";
const TEMPORARY = /^\.监测数据库\.csv\..+\.tmp$/u;

/** The bytes of a ledger with `fresh` lines behind those it has, which stay as they are. */
export function appended({ ledger, bytes }: StoredLedger, fresh: readonly LedgerEntry[]): Buffer {
  const before = ledger?.entries.length ?? 0;
  const lines = fresh.map((entry, index) => ledgerLine(entry, before + index + 1) + LINE_END).join("");
  if (ledger === null) return Buffer.from(BYTE_ORDER_MARK + LEDGER_HEAD + LINE_END + lines);
  const ended = bytes.at(-1) === "\n".charCodeAt(0);
  return Buffer.concat([bytes, Buffer.from((ended ? "" : LINE_END) + lines)]);
}

/**
 * Puts `bytes` in the place of the ledger: written beside it, on the disk before it is renamed, so that
 * whoever reads, and whatever happens, finds the old ledger or the new one. The caller holds `lock`.
 */
export async function replaceLedger(folder: string, bytes: Buffer, lock: Lock): Promise<void> {
  await sweep(folder);
  const file = path.join(folder, LEDGER_FILE);
  const temporary = path.join(folder, `.${LEDGER_FILE}.${process.pid}.tmp`);
  try {
    await writeToDisk(temporary, bytes);
    await lock.check();
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw refusal(error, file);
  }
  await syncFolder(folder);
}

/** What killed runs left behind. */
async function sweep(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => TEMPORARY.test(name));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}

async function writeToDisk(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The rename itself is on the disk only when the folder is. Windows cannot open folders, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "没有写入权限",
  EPERM: "没有写入权限，或文件正被其他程序打开",
  EBUSY: "文件正被其他程序打开",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘空间不足",
};

function refusal(error: unknown, file: string): unknown {
  const reason = REFUSALS[(error as NodeJS.ErrnoException).code ?? ""];
  if (reason === undefined) return error;
  return new ReportError(
    `无法写入 ${file}：${reason}`,
    2,
    "原有的监测数据库没有改动；请关闭打开它的程序（如 Excel）后重试",
  );
}
