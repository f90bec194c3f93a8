import path from "node:path";
import { withLock, type Lock, type Patience } from "../../files/lock.js";
import type { System } from "../../files/replace.js";

/** Beside the ledger while one run writes it. */
const LOCK_FILE = ".监测数据库.lock";

/** What a run that writes the ledger needs to know of the world. */
export interface CollectWorld {
  /** In milliseconds. */
  now: number;
  /** The same as the ledger has it: 2026-05-20T09:30:00+08:00. */
  time: string;
  /** Told once when another run has to be waited for. */
  waiting: () => void;
  patience?: Patience;
  system?: System | undefined;
}

/** Runs `action` while no other run writes the ledger of `folder`; throws like `withLock`. */
export async function withCollectLock<T>(
  folder: string,
  world: Pick<CollectWorld, "now" | "waiting" | "patience">,
  action: (lock: Lock) => Promise<T>,
): Promise<T> {
  const file = path.join(folder, LOCK_FILE);
  return withLock({ ...world, file, busy: "另一个采集正在写入同一数据文件夹" }, action);
}
