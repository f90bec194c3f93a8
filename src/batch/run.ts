import path from "node:path";
import { growingFile, type GrowingFile } from "../files/growing.js";
import { EXIT, ReportError, type ExitCode } from "../issues/error.js";
import type { Surroundings } from "../run/settings.js";
import type { District } from "./districts-file.js";
import { SHARDS_FOLDER, shardFile } from "./layout.js";
import { makeDistrict, type Order } from "./make-district.js";
import { failureOf } from "./matter.js";
import { pressRoom, type PressRoom } from "./press-room.js";
import { logLine, type DistrictLine, type Failure } from "./shard-log.js";

/** What a run came to. */
export interface Tally {
  done: number;
  unchanged: number;
  failed: { district: District; failure: Failure }[];
  /** A bug of ours was among the failures. */
  bug: boolean;
}

/**
 * Makes the districts, up to `atOnce` at a time, and takes down in the shard's log how it went with each; `kept` are
 * the lines of those that are not made this time. Nothing of a district is kept when it is over. Throws ReportError
 * where no district could be made: OUT cannot be written (exit 2), or there is no browser (exit 3).
 */
export async function runBatch(
  districts: readonly District[],
  order: Order,
  kept: readonly DistrictLine[],
  atOnce: number,
  surroundings: Surroundings,
): Promise<Tally> {
  const { out, head } = order;
  const first = logLine(head) + kept.map(logLine).join("");
  const name = shardFile({ index: head.shard, of: head.of });
  const log = await growingFile(path.join(out, SHARDS_FOLDER), name, first);
  const room = pressRoom(head.kind, order.settings, surroundings);
  const tally: Tally = { done: 0, unchanged: 0, failed: [], bug: false };
  const run: Run = { order, room, log, surroundings, tally, stopped: null };
  const queue = districts.entries();
  try {
    await Promise.all(Array.from({ length: atOnce }, () => work(queue, districts.length, run)));
    if (run.stopped !== null) throw run.stopped.error;
    return tally;
  } finally {
    surroundings.terminal.progress("");
    await Promise.all([room.close(), log.close()]);
  }
}

interface Run {
  order: Order;
  room: PressRoom;
  log: GrowingFile;
  surroundings: Surroundings;
  tally: Tally;
  /** What no other district would get past. */
  stopped: { error: unknown } | null;
}

/** Takes one district after another from the queue that all workers share. */
async function work(queue: Iterable<[number, District]>, total: number, run: Run): Promise<void> {
  const { terminal } = run.surroundings;
  for (const [at, district] of queue) {
    if (run.stopped !== null) return;
    terminal.progress(`正在编制第${at + 1}个区县，共${total}个：${district.name}…`);
    try {
      const line = await lineOf(district, run);
      await run.log.add(logLine(line));
      count(district, line, run);
    } catch (error) {
      // The others are let finish what they are at.
      run.stopped ??= { error };
    }
  }
}

function count(district: District, line: DistrictLine, { tally, surroundings }: Run): void {
  if (line.outcome !== "failed") {
    tally[line.outcome] += 1;
    return;
  }
  tally.failed.push({ district, failure: line.failure });
  surroundings.terminal.err(`${line.name}（${line.code}）没有做成：${line.failure.message}\n`);
}

/** A browser that has gone is replaced once; one that cannot be had at all ends the run. */
async function lineOf(district: District, run: Run, again = true): Promise<DistrictLine> {
  const { order, room } = run;
  const generation = room.generation();
  try {
    return await makeDistrict(district, order, room.open);
  } catch (error) {
    if (!(error instanceof ReportError)) return lineOfBug(district, error, run);
    if (error.exitCode !== EXIT.noBrowser)
      return failedLine(district, failureOf(error.message, error.issues));
    await room.renew(generation);
    if (again) return lineOf(district, run, false);
    await room.open();
    return failedLine(district, failureOf(error.message, error.issues));
  }
}

/** The others may do without what is broken; its stack is told at once, and the run ends as a bug does. */
async function lineOfBug(
  district: District,
  error: unknown,
  { room, surroundings, tally }: Run,
): Promise<DistrictLine> {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  surroundings.terminal.err(`${stack}\n`);
  tally.bug = true;
  await room.renew(room.generation());
  return failedLine(district, failureOf("程序内部错误，请把以上内容反馈给开发者", []));
}

function failedLine({ code, name }: District, failure: Failure): DistrictLine {
  return { code, name, outcome: "failed", scored: false, failure };
}

/** 0 where every district stands there as it should. */
export function exitOf({ failed, bug }: Tally): ExitCode {
  if (bug) return EXIT.bug;
  return failed.length > 0 ? EXIT.findings : EXIT.done;
}
