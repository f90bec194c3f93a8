import { issue, type Issue } from "../../issues/issue.js";
import { unfinishedIn, type ShardHead, type ShardLog } from "../shard-log.js";

/** Whether logs are those of one run over one list, each shard of it there once and done. */
type ShardCheck = (logs: readonly ShardLog[], first: ShardLog) => Issue[];

/** What is wrong with the logs of a run, in the order of the logs; none: they may be added up. */
export function checkShards(logs: readonly ShardLog[], folders: readonly string[]): Issue[] {
  const [first] = logs;
  if (first === undefined) return folders.map((file) => issue("rollup/no-shards", { file }, {}));
  return CHECKS.flatMap((check) => check(logs, first));
}

/** What shards of one run have in common, as a person calls it. */
const COMMON: readonly { what: string; of: (head: ShardHead) => string }[] = [
  { what: "程序版本", of: ({ tool }) => tool },
  { what: "年份", of: ({ year }) => String(year) },
  { what: "种类", of: ({ kind }) => kind },
  { what: "规划文件", of: ({ plans }) => plans.slice(0, 12) },
  { what: "分段数", of: ({ of }) => String(of) },
  { what: "区县数", of: ({ listed }) => String(listed) },
  { what: "选项", of: ({ options }) => JSON.stringify(options) },
];

function otherRun(logs: readonly ShardLog[], { head: first }: ShardLog): Issue[] {
  return logs.flatMap(({ file, head }) =>
    COMMON.filter(({ of }) => of(head) !== of(first))
      .slice(0, 1)
      .map(({ what, of }) => issue("rollup/other-run", { file }, { what, here: of(head), first: of(first) })),
  );
}

function shardTwice(logs: readonly ShardLog[]): Issue[] {
  return logs.flatMap(({ file, shard }, at) => {
    const twin = logs.slice(0, at).find((other) => isSame(other, shard));
    return twin === undefined
      ? []
      : [issue("rollup/shard-twice", { file }, { index: shard.index, first: twin.file })];
  });
}

function isSame({ shard }: ShardLog, { index, of }: ShardLog["shard"]): boolean {
  return shard.index === index && shard.of === of;
}

function shardMissing(logs: readonly ShardLog[], { file, shard: { of } }: ShardLog): Issue[] {
  const all = Array.from({ length: of }, (_, at) => at + 1);
  const missing = all.filter((index) => !logs.some((log) => isSame(log, { index, of }))).map(String);
  return missing.length === 0 ? [] : [issue("rollup/shard-missing", { file }, { missing, of })];
}

function unfinished(logs: readonly ShardLog[]): Issue[] {
  return logs.flatMap((log) => {
    const names = unfinishedIn(log).map(({ name }) => name);
    return names.length === 0 ? [] : [issue("rollup/unfinished", { file: log.file }, { names })];
  });
}

function districtTwice(logs: readonly ShardLog[]): Issue[] {
  const seen = new Map<string, string>();
  return logs.flatMap(({ file, head }) =>
    head.districts.flatMap(({ code, name }) => {
      const first = seen.get(code);
      if (first === undefined) seen.set(code, file);
      return first === undefined ? [] : [issue("rollup/district-twice", { file }, { name, first })];
    }),
  );
}

/** Only where all shards are there can the list be held against them. */
function listDiffers(logs: readonly ShardLog[], { file, head: { listed, of } }: ShardLog): Issue[] {
  const found = logs.reduce((sum, { head }) => sum + head.districts.length, 0);
  if (logs.length !== of || found === listed) return [];
  return [issue("rollup/list-differs", { file }, { listed, found })];
}

const CHECKS: readonly ShardCheck[] = [
  otherRun,
  shardTwice,
  shardMissing,
  unfinished,
  districtTwice,
  listDiffers,
];
