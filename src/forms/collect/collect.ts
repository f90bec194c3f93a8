import path from "node:path";
import type { LedgerEntry } from "../../data/ledger/entry.js";
import { LEDGER_FILE } from "../../data/ledger/entry.js";
import { figureKey } from "../../data/ledger/entry.js";
import { readLedger } from "../../data/ledger/read.js";
import { ledgerRecorder, type LedgerRecord } from "../../data/ledger/record.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { hasErrors, type Issue } from "../../issues/issue.js";
import { outdatedEchoes, withoutEchoes, type FolderSeries, type Known } from "./echo.js";
import { ofYear, yearDue } from "./other-year.js";
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
  /** Of forms of other years, and of 上年数 that are not what the form showed, or were corrected since. */
  issues: readonly Issue[];
  /** The workbooks of which nothing was taken, by their names. */
  passed: ReadonlySet<string>;
  /** The year that forms of another one should have been of; null where none is. */
  meant: number | null;
}

export interface CollectContext extends CollectWorld {
  /** Names of workbooks whose figures count where reporters differ. */
  accepted: ReadonlySet<string>;
  /** The year that is being collected; null for the latest there is. */
  year: number | null;
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
  { accepted, year, beside, time, system, ...world }: CollectContext,
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
    const season =
      year === null
        ? { year: latestYear(returned, record), due: yearDue(time), named: false }
        : { year, due: null, named: true };
    const { taken, issues, meant } = ofYear(returned, season, {
      keys: new Set(recorded.map(figureKey)),
      folder: beside,
      collected: record.collected,
      reporters: record.reporters,
    });
    const { reports, echoes, ...told } = withoutEchoes(taken, {
      recorded,
      folder: beside,
      hasHistory: historyIn(record, beside),
    });
    const { fresh, disputes } = judge(recorded, reports, accepted);
    if (fresh.length > 0) await addLines(folder, stored, fresh, { lock, time, system });
    fresh.forEach(take);
    const lines = [...recorded, ...fresh];
    return {
      record,
      lines,
      fresh,
      disputes,
      issues: [...issues, ...told.issues, ...outdatedEchoes(echoes, lines, beside)],
      passed: new Set(
        issues.flatMap(({ where, severity }) => (severity === "error" ? (where?.file ?? []) : [])),
      ),
      meant,
    };
  });
}

/** The latest year that the workbooks at hand or the ledger speak of; 0 for none. */
export function latestYear(returned: readonly Returned[], { reporters }: LedgerRecord): number {
  return [...returned.map(({ formYear }) => formYear), ...reporters.keys()].reduce(
    (a, b) => Math.max(a, b),
    0,
  );
}

function historyIn({ figures }: LedgerRecord, folder: FolderSeries): Known["hasHistory"] {
  const first = new Map<string, number>();
  for (const key of figures.keys()) {
    const [id = "", year] = key.split("\n");
    first.set(id, Math.min(first.get(id) ?? Infinity, Number(year)));
  }
  return (id, before) =>
    (first.get(id) ?? Infinity) < before || (folder[id] ?? []).some(({ year }) => year < before);
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
