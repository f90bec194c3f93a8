import { EXIT, ReportError } from "../issues/error.js";
import { WHOLE, type Shard } from "./shard.js";

/** A shard, and the words for where it was found; "" where the command line says it. */
export interface ShardFound {
  shard: Shard;
  found: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A system that runs one command many times over, told apart by variables. */
interface Engine {
  name: string;
  /** Null where this is not it. `of` is null where it does not tell. */
  read: (env: Environment) => { index: number; of: number | null } | null;
}

const ENGINES: readonly Engine[] = [
  { name: "Kubernetes", read: kubernetes },
  { name: "Slurm", read: slurm },
  { name: "GitLab", read: gitlab },
];

/**
 * Which part of the list a run is to make: `2/3`, `auto` (what the engine it runs in says), `auto/3` where that does
 * not say how many there are; all of it without the option. Throws ReportError (exit 2).
 */
export function whichShard(option: string | undefined, env: Environment): ShardFound {
  if (option === undefined) return { shard: WHOLE, found: "" };
  const text = option.normalize("NFKC").trim().toLowerCase();
  const [, index, of] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  if (index !== undefined) return { shard: checked(Number(index), Number(of), `--shard ${text}`), found: "" };
  const [auto, given] = /^auto(?:\/(\d+))?$/u.exec(text) ?? [];
  if (auto === undefined) throw refused(`--shard 的写法“${option}”不对`, HINT);
  return fromEngine(given === undefined ? null : Number(given), env);
}

const HINT = "请写 --shard 2/3（共3段的第2段）、--shard auto 或 --shard auto/3";

function fromEngine(given: number | null, env: Environment): ShardFound {
  for (const { name, read } of ENGINES) {
    const told = read(env);
    if (told === null) continue;
    if (told.of !== null && given !== null && told.of !== given) {
      throw refused(`--shard auto/${given} 与 ${name} 的段数 ${told.of} 不同`, "请去掉“/”和段数，或改成一致");
    }
    const of = told.of ?? given;
    if (of === null)
      throw refused(`${name} 没有告诉共有几段`, `请写 --shard auto/段数，或设环境变量 REPORT_SHARDS`);
    return { shard: checked(told.index, of, name), found: name };
  }
  throw refused(
    "--shard auto 没有找到 Kubernetes、Slurm 或 GitLab 的分段变量",
    "请写明第几段，如 --shard 2/3；GitHub Actions 用 matrix 传入",
  );
}

/** An Indexed Job counts from 0 and does not say how many there are: https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode */
function kubernetes(env: Environment): { index: number; of: number | null } | null {
  const index = numberIn(env, "JOB_COMPLETION_INDEX");
  return index === null ? null : { index: index + 1, of: numberIn(env, "REPORT_SHARDS") };
}

/** An array goes from MIN to MAX by STEP: https://slurm.schedmd.com/job_array.html */
function slurm(env: Environment): { index: number; of: number } | null {
  const id = numberIn(env, "SLURM_ARRAY_TASK_ID");
  if (id === null) return null;
  const [least, most] = [numberIn(env, "SLURM_ARRAY_TASK_MIN") ?? 0, numberIn(env, "SLURM_ARRAY_TASK_MAX")];
  const step = numberIn(env, "SLURM_ARRAY_TASK_STEP") ?? 1;
  const of = numberIn(env, "SLURM_ARRAY_TASK_COUNT");
  if (of === null) throw refused("Slurm 没有告诉共有几段（SLURM_ARRAY_TASK_COUNT）", HINT);
  // A list such as 1,3,7 has no step: shards counted by one would be done twice, or not at all.
  const gaps = most !== null && (most - least) / step + 1 !== of;
  const index = (id - least) / step + 1;
  if (gaps || !Number.isInteger(index))
    throw refused("Slurm 的任务编号不是等距的，分不清第几段", "请用 --array=1-3 这样连续的编号");
  return { index, of };
}

/** `parallel` counts from 1; without it there is a total of 1 and no index. */
function gitlab(env: Environment): { index: number; of: number | null } | null {
  const index = numberIn(env, "CI_NODE_INDEX");
  return index === null ? null : { index, of: numberIn(env, "CI_NODE_TOTAL") };
}

function numberIn(env: Environment, name: string): number | null {
  const text = (env[name] ?? "").trim();
  if (text === "") return null;
  if (!/^\d{1,9}$/u.test(text)) throw refused(`环境变量 ${name} 应为整数，不能是“${text}”`, HINT);
  return Number(text);
}

function checked(index: number, of: number, by: string): Shard {
  if (index >= 1 && index <= of) return { index, of };
  throw refused(`${by}：没有第${index}段，共${of}段`, "段从1数起，不能大于段数");
}

function refused(message: string, hint: string): ReportError {
  return new ReportError(message, EXIT.usage, hint);
}
