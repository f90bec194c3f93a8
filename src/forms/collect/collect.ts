import path from "node:path";
import type { LedgerEntry } from "../../data/ledger/entry.js";
import { LEDGER_FILE } from "../../data/ledger/entry.js";
import { figureKey } from "../../data/ledger/entry.js";
import { readLedger } from "../../data/ledger/read.js";
import { ledgerRecorder, type LedgerRecord } from "../../data/ledger/record.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { hasErrors, type Issue } from "../../issues/issue.js";
import { outdatedEchoes, withoutEchoes, type FolderSeries } from "./echo.js";
import { judge, type Dispute } from "./judge.js";
import type { Returned } from "./returned.js";
import { addLines } from "./store.js";
import { withCollectLock, type CollectWorld } from "./lock.js";

export interface Collected {
  /** The ledger as it is now. */
  record: LedgerRecord;
  /** Those of its lines that are about what the returned workbooks say, oldest first. */
  lines: readonly LedgerEntry[];
  /** The lines this run added. */
  fresh: readonly LedgerEntry[];
  disputes: readonly Dispute[];
  /** 上年数 that show what has been corrected since. */
  outdated: readonly Issue[];
}

export interface CollectContext extends CollectWorld {
  /** Names of workbooks whose figures count where reporters differ. */
  accepted: ReadonlySet<string>;
  /** What the workbooks of `folder` say, those that are being collected left out. */
  beside: FolderSeries;
}

/**
 * Adds what returned workbooks say to the ledger of `folder`. Nothing is written where they say nothing
 * new. Throws ReportError (exit 1) where the ledger is damaged or another run does not let go of it.
 */
export async function collectInto(
  folder: string,
  returned: readonly Returned[],
  { accepted, beside, time, system, ...world }: CollectContext,
): Promise<Collected> {
  return withCollectLock(folder, world, async (lock) => {
    const asked = new Set(returned.flatMap(({ entries, shown }) => [...entries, ...shown].map(figureKey)));
    const { record, take } = ledgerRecorder();
    const recorded: LedgerEntry[] = [];
    const stored = await readLedger(folder, (entry) => {
      take(entry);
      if (asked.has(figureKey(entry))) recorded.push(entry);
    });
    requireSound(folder, stored.issues);
    const { reports, echoes } = withoutEchoes(returned, recorded, beside);
    const { fresh, disputes } = judge(recorded, reports, accepted);
    if (fresh.length > 0) await addLines(folder, stored, fresh, { lock, time, system });
    fresh.forEach(take);
    const lines = [...recorded, ...fresh];
    return { record, lines, fresh, disputes, outdated: outdatedEchoes(echoes, lines) };
  });
}

/** To add to a ledger that somebody changed would be to vouch for it. */
function requireSound(folder: string, issues: Parameters<typeof hasErrors>[0]): void {
  if (!hasErrors(issues)) return;
  throw new ReportError(
    `监测数据库“${path.join(folder, LEDGER_FILE)}”有问题，本次没有写入任何数据`,
    EXIT.findings,
    "用 report collect --restore 列出备份并恢复，再采集",
    issues,
  );
}
