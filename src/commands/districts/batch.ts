import { chosenDistricts } from "../../batch/choose.js";
import { readDistricts } from "../../batch/districts-file.js";
import { discardOtherParts, earlierRun, keptLines } from "../../batch/earlier-run.js";
import { statesOf } from "../../batch/list.js";
import { outFor } from "../../batch/out-folder.js";
import { exitOf, runBatch } from "../../batch/run.js";
import { districtsOf } from "../../batch/shard.js";
import { BATCH_KINDS, LOG_VERSION, type BatchKind, type ShardHead } from "../../batch/shard-log.js";
import { plansDigest } from "../../batch/stamp.js";
import { listText, summaryText } from "../../batch/summary.js";
import { whichShard } from "../../batch/which-shard.js";
import { EXIT, ReportError, type ExitCode } from "../../issues/error.js";
import { FORMATS } from "../../run/formats.js";
import {
  settingsOf,
  toolVersion,
  type CommandOptions,
  type Settings,
  type Surroundings,
} from "../../run/settings.js";
import { nearest } from "../../terms/nearest.js";

/** What only this command may be told, as the command line gives it. */
export interface BatchCommandOptions extends CommandOptions {
  shard?: string;
  jobs?: string;
  only?: string[];
  retryFailed?: boolean;
  force?: boolean;
  list?: boolean;
}

const REPORT_FORMATS = { known: FORMATS.map(({ format }) => format), defaults: ["pdf"] };
const SCORE_FORMATS = { known: ["json"], defaults: ["json"] };

/**
 * Makes a year's reports, or the scores alone, of all districts of a list or of a shard of it. Returns 1 where a
 * district was not made; the others are.
 */
export async function batch(
  file: string,
  asked: string,
  year: number,
  options: BatchCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { terminal, env } = surroundings;
  const kind = kindOf(asked);
  const settings = settingsOf(options, surroundings, kind === "score" ? SCORE_FORMATS : REPORT_FORMATS);
  const { shard, found } = whichShard(options.shard, env);
  const atOnce = atOnceOf(options.jobs);
  const listed = await readDistricts(file, settings.templatesFolder);
  const out = outFor(settings.outFolder, kind, year, listed);
  const own = districtsOf(listed, shard);
  const head: ShardHead = {
    schemaVersion: LOG_VERSION,
    tool: await toolVersion(),
    kind,
    year,
    plans: await plansDigest(listed),
    shard: shard.index,
    of: shard.of,
    options: optionsIn(settings),
    listed: listed.length,
    districts: own.map(({ code, name }) => ({ code, name })),
  };
  const earlier = await earlierRun(out, head);
  const districts = chosenDistricts(listed, own, options, earlier);
  const order = { out, head, settings, force: options.force ?? false };
  if (found !== "") terminal.err(`${found}：第${shard.index}段，共${shard.of}段。\n`);
  if (options.list === true) {
    terminal.out(listText(await statesOf(districts, order, earlier), shard));
    return EXIT.done;
  }
  const kept = keptLines(earlier, head, districts);
  if (kept === null) terminal.err(OTHERS_LEFT_OUT);
  await discardOtherParts(out, shard.of);
  const tally = await runBatch(districts, order, kept ?? [], atOnce, surroundings);
  terminal.out(summaryText(tally, out, shard));
  return exitOf(tally);
}

const OTHERS_LEFT_OUT =
  "提示：其余区县上次用的规划、选项或程序版本与这次不同，不再算作这一批；要汇总的，请去掉 --only、--retry-failed 再运行一次。\n";

function kindOf(asked: string): BatchKind {
  const kind = BATCH_KINDS.find((each) => each === asked.trim().toLowerCase());
  if (kind !== undefined) return kind;
  const guess = nearest(asked, BATCH_KINDS);
  const known = `可以写：${BATCH_KINDS.join("、")}`;
  throw new ReportError(
    `不能编制“${asked}”`,
    EXIT.usage,
    guess === null ? known : `是否要写“${guess}”？${known}`,
  );
}

function optionsIn({ planIds, formats, edition, asOf, draft, strict }: Settings): ShardHead["options"] {
  return { plans: [...planIds].sort(), formats: [...formats], edition, asOf, draft, strict };
}

const MOST_AT_ONCE = 64;

function atOnceOf(given: string | undefined): number {
  const count = Number(given ?? "1");
  if (Number.isInteger(count) && count >= 1 && count <= MOST_AT_ONCE) return count;
  throw new ReportError(
    `--jobs 应为1到${MOST_AT_ONCE}的整数，不能是“${given}”`,
    EXIT.usage,
    "一般不大于处理器的核数",
  );
}
