import path from "node:path";
import { UTF8_ONLY } from "../files/decode.js";
import { jsonOf } from "../files/json.js";
import { listFolder, standingAt } from "../files/list.js";
import { readText } from "../files/read.js";
import { issue, type Issue } from "../issues/issue.js";
import { compareText } from "../terms/compare-text.js";
import { SHARDS_FOLDER, shardOfFile } from "./layout.js";
import type { Shard } from "./shard.js";
import { districtLineOf, headOf, type DistrictLine, type ShardLog } from "./shard-log.js";

/** A line a district, with the findings that stopped it: a province has some thousand districts. */
const MOST_BYTES = 200 * 1024 * 1024;

/** The logs under OUT/_shards in the order of their shards; what is no log of ours, or is broken, is a finding. */
export async function readShardLogs(out: string): Promise<{ logs: ShardLog[]; issues: Issue[] }> {
  const folder = path.join(out, SHARDS_FOLDER);
  // A file, such as the list of districts, is the output of no run.
  if ((await standingAt(out)) === "file") return { logs: [], issues: [] };
  const { entries, refusal } = await listFolder(folder);
  if (refusal !== null) {
    const told = refusal.why === "missing" ? [] : [issue("batch/log-unreadable", { file: folder }, refusal)];
    return { logs: [], issues: told };
  }
  const found = entries.flatMap(({ name }) => {
    const shard = shardOfFile(name);
    return shard === null ? [] : [{ shard, file: path.join(folder, name) }];
  });
  const read = await Promise.all(found.map(({ shard, file }) => readLog(file, shard)));
  const logs = read.flatMap(({ log }) => (log === null ? [] : [log]));
  const inOrder = logs.sort((a, b) => a.shard.of - b.shard.of || a.shard.index - b.shard.index);
  return { logs: inOrder, issues: read.flatMap(({ issues }) => issues) };
}

async function readLog(file: string, shard: Shard): Promise<{ log: ShardLog | null; issues: Issue[] }> {
  const refused = (reason: string, at: { line?: number } = {}) => ({
    log: null,
    issues: [issue("batch/log-unreadable", { file, ...at }, { reason })],
  });
  const { text, refusal } = await readText(file, MOST_BYTES, UTF8_ONLY);
  if (refusal !== null) return refused(refusal.reason, refusal.at);
  // A line without its end was being written when the run was killed.
  const [first = "", ...others] = text.split("\n").slice(0, -1);
  const head = headOf(jsonOf(first));
  if (head === null) return refused("第1行不是这个版本的 report batch 写出的", { line: 1 });
  if (head.shard !== shard.index || head.of !== shard.of) return refused("文件名与内容中的分段不同");
  const lines = others.map((line) => districtLineOf(jsonOf(line)));
  const broken = lines.indexOf(null);
  if (broken >= 0) return refused("不是 report batch 写出的", { line: broken + 2 });
  return { log: { file, shard, head, lines: latest(lines.filter((each) => each !== null)) }, issues: [] };
}

/** One line a district, the last that was written of it. */
function latest(lines: readonly DistrictLine[]): DistrictLine[] {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  return [...byCode.values()].sort((a, b) => compareText(a.code, b.code));
}
