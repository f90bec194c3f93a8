import path from "node:path";
import { listFolder } from "../files/list.js";
import { discard } from "../files/replace.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { District } from "./districts-file.js";
import { SHARDS_FOLDER, shardOfFile } from "./layout.js";
import { readShardLogs } from "./read-logs.js";
import type { DistrictLine, ShardHead, ShardLog } from "./shard-log.js";

/** What this shard's earlier run left in OUT; null where there was none. */
export type EarlierRun = ShardLog | null;

/**
 * Looks at the logs in OUT. Throws ReportError (exit 2) where it holds another kind of report, or another year: the
 * files of both would lie there, and the logs of one.
 */
export async function earlierRun(out: string, head: ShardHead): Promise<EarlierRun> {
  const { logs } = await readShardLogs(out);
  const foreign = logs.find((log) => log.head.kind !== head.kind || log.head.year !== head.year);
  if (foreign !== undefined) {
    const { kind, year } = foreign.head;
    throw new ReportError(
      `“${out}”中是 ${kind} ${year} 的结果，不能再放 ${head.kind} ${head.year} 的`,
      EXIT.usage,
      "请用 --out 指定另一个文件夹",
    );
  }
  return logs.find(({ shard }) => shard.index === head.shard && shard.of === head.of) ?? null;
}

/** Removes logs of a list that was parted otherwise: all shards of one run are of as many. */
export async function discardOtherParts(out: string, of: number): Promise<void> {
  const folder = path.join(out, SHARDS_FOLDER);
  const { entries } = await listFolder(folder);
  const others = (entries ?? []).filter(({ name }) => (shardOfFile(name)?.of ?? of) !== of);
  await discard(others.map(({ name }) => path.join(folder, name)));
}

/** The lines of districts that are not made this time; null where they were made of something else than this run's. */
export function keptLines(
  earlier: EarlierRun,
  head: ShardHead,
  chosen: readonly District[],
): DistrictLine[] | null {
  if (earlier === null) return [];
  const made = new Set(chosen.map(({ code }) => code));
  const listed = new Set(head.districts.map(({ code }) => code));
  const kept = earlier.lines.filter(({ code }) => listed.has(code) && !made.has(code));
  return kept.length === 0 || isSameRun(earlier.head, head) ? kept : null;
}

function isSameRun(a: ShardHead, b: ShardHead): boolean {
  const of = ({ tool, plans, options }: ShardHead) => JSON.stringify([tool, plans, options]);
  return of(a) === of(b);
}
