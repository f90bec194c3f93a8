import { describe, expect, it } from "vitest";
import { whichShard } from "../../src/batch/which-shard.js";
import { ReportError } from "../../src/issues/error.js";

type Variables = Readonly<Record<string, string>>;

const slurm = (id: number, min: number, max: number, step = 1, count = 3): Variables => ({
  SLURM_ARRAY_TASK_ID: `${id}`,
  SLURM_ARRAY_TASK_MIN: `${min}`,
  SLURM_ARRAY_TASK_MAX: `${max}`,
  SLURM_ARRAY_TASK_STEP: `${step}`,
  SLURM_ARRAY_TASK_COUNT: `${count}`,
});

/** "2/3", or the exit code of the refusal. */
function said(option: string | undefined, env: Variables = {}): string | number {
  try {
    const { shard } = whichShard(option, env);
    return `${shard.index}/${shard.of}`;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error.exitCode;
  }
}

describe("the shard of a run", () => {
  it.each<[string | undefined, string | number]>([
    [undefined, "1/1"],
    ["2/3", "2/3"],
    ["２／３", "2/3"],
    ["3/3", "3/3"],
    ["0/3", 2],
    ["4/3", 2],
    ["0/0", 2],
    ["2", 2],
    ["-1/3", 2],
    ["1.5/3", 2],
    ["auto/", 2],
    ["", 2],
  ])("is what the command line says: %s → %s", (option, shard) => {
    expect(said(option)).toBe(shard);
  });

  it.each<[string, string, Variables, string | number]>([
    ["Kubernetes counts from 0", "auto/3", { JOB_COMPLETION_INDEX: "0" }, "1/3"],
    ["its last one", "auto/3", { JOB_COMPLETION_INDEX: "2" }, "3/3"],
    ["its count in a variable of ours", "auto", { JOB_COMPLETION_INDEX: "1", REPORT_SHARDS: "3" }, "2/3"],
    ["both, and the same", "auto/3", { JOB_COMPLETION_INDEX: "1", REPORT_SHARDS: "3" }, "2/3"],
    ["both, and not the same", "auto/4", { JOB_COMPLETION_INDEX: "1", REPORT_SHARDS: "3" }, 2],
    ["no count", "auto", { JOB_COMPLETION_INDEX: "1" }, 2],
    ["more pods than shards", "auto/2", { JOB_COMPLETION_INDEX: "2" }, 2],
    ["Slurm 0-2", "auto", slurm(0, 0, 2), "1/3"],
    ["Slurm 1-3", "auto", slurm(3, 1, 3), "3/3"],
    ["Slurm 1-7:3", "auto", slurm(4, 1, 7, 3), "2/3"],
    ["Slurm, a count that agrees", "auto/3", slurm(2, 1, 3), "2/3"],
    ["Slurm, a count that does not", "auto/4", slurm(2, 1, 3), 2],
    ["Slurm 1,3,7", "auto", slurm(3, 1, 7), 2],
    ["Slurm 1,4,5 by its middle", "auto", slurm(4, 1, 5), 2],
    ["Slurm without a count", "auto", { SLURM_ARRAY_TASK_ID: "1" }, 2],
    ["GitLab counts from 1", "auto", { CI_NODE_INDEX: "1", CI_NODE_TOTAL: "3" }, "1/3"],
    ["GitLab without parallel", "auto", { CI_NODE_TOTAL: "1" }, 2],
    ["nothing at all", "auto", {}, 2],
    ["nothing but a count", "auto/3", {}, 2],
    ["empty variables", "auto/3", { JOB_COMPLETION_INDEX: "", SLURM_ARRAY_TASK_ID: "" }, 2],
    ["what is no number", "auto/3", { JOB_COMPLETION_INDEX: "a" }, 2],
  ])("is what its engine says: %s", (_, option, env, shard) => {
    expect(said(option, env)).toBe(shard);
  });

  it("is nobody's but the option's: variables of an engine alone part nothing", () => {
    expect(said(undefined, slurm(2, 1, 3))).toBe("1/1");
  });
});
