import path from "node:path";
import type { LedgerEntry } from "../../data/ledger/entry.js";
import { LEDGER_FILE } from "../../data/ledger/entry.js";
import { readLedger } from "../../data/ledger/read.js";
import { withLock, type Patience } from "../../files/lock.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { hasErrors, type Issue } from "../../issues/issue.js";
import { outdatedEchoes, withoutEchoes, type FolderSeries } from "./echo.js";
import { judge, type Dispute } from "./judge.js";
import type { Returned } from "./returned.js";
import { appended, replaceLedger } from "./store.js";

export interface Collected {
  /** The ledger as it is now. */
  entries: readonly LedgerEntry[];
  /** The lines this run added. */
  fresh: readonly LedgerEntry[];
  disputes: readonly Dispute[];
  /** 上年数 that show what has been corrected since. */
  outdated: readonly Issue[];
}

/** Beside the ledger while one run collects into it. */
const LOCK_FILE = ".监测数据库.lock";

/** What a run needs to know of the world. */
export interface CollectContext {
  /** Names of workbooks whose figures count where reporters differ. */
  accepted: ReadonlySet<string>;
  /** What the workbooks of `folder` say, those that are being collected left out. */
  beside: FolderSeries;
  /** In milliseconds. */
  now: number;
  /** Told once when another run has to be waited for. */
  waiting: () => void;
  patience?: Patience;
}

/**
 * Adds what returned workbooks say to the ledger of `folder`. Nothing is written where they say nothing
 * new. Throws ReportError (exit 1) where the ledger is damaged or another run does not let go of it.
 */
export async function collectInto(
  folder: string,
  returned: readonly Returned[],
  { accepted, beside, ...world }: CollectContext,
): Promise<Collected> {
  const file = path.join(folder, LOCK_FILE);
  return withLock({ ...world, file, busy: "另一个采集正在写入同一数据文件夹" }, async (lock) => {
    const stored = await readLedger(folder);
    requireSound(folder, stored.issues);
    const recorded = stored.ledger?.entries ?? [];
    const { reports, echoes } = withoutEchoes(returned, recorded, beside);
    const { fresh, disputes } = judge(recorded, reports, accepted);
    if (fresh.length > 0) await replaceLedger(folder, appended(stored, fresh), lock);
    const entries = [...recorded, ...fresh];
    return { entries, fresh, disputes, outdated: outdatedEchoes(echoes, entries) };
  });
}

/** To add to a ledger that somebody changed would be to vouch for it. */
function requireSound(folder: string, issues: Parameters<typeof hasErrors>[0]): void {
  if (!hasErrors(issues)) return;
  throw new ReportError(
    `监测数据库“${path.join(folder, LEDGER_FILE)}”有问题，本次没有写入任何数据`,
    EXIT.findings,
    "请从备份或 git 恢复该文件后再采集",
    issues,
  );
}
