import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cityOf } from "../../fixtures/city/city.js";
import { readShardLogs } from "../../src/batch/read-logs.js";
import { builtProgram, type Built } from "../built.js";
import { tree } from "../commands/districts/city.js";
import { hasSlurm, startCluster, type Cluster } from "./slurm.js";

/** Four districts in three shards: one has two. */
const COUNT = 4;

/** The script of the README, at work in another folder. */
function script(city: string, cli: string, out: string): string {
  const [, shown = ""] =
    /```sh\n(#!\/bin\/sh\n#SBATCH[^]*?)```/u.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(shown.trimEnd().split("\n").length).toBeLessThanOrEqual(13);
  return shown
    .replace("cd /srv/city", `cd ${city}`)
    .replace("report/dist/cli.js", cli)
    .replace("--out out", `--out ${out} --format html`);
}

let home = "";
let program: Built;
let cluster: Cluster;
beforeAll(async () => {
  if (!hasSlurm())
    throw new Error(
      "this proof needs Debian's slurm-wlm and munge, and root: apt-get install slurm-wlm munge",
    );
  home = mkdtempSync(path.join(tmpdir(), "slurm-"));
  const { list, districts } = cityOf(COUNT, 1);
  write("districts.yaml", list);
  for (const { files } of districts) for (const each of await files()) write(each.path, each.bytes);
  program = await builtProgram();
  cluster = await startCluster(path.join(home, "slurm"));
});
afterAll(() => {
  cluster.stop();
  program.remove();
  rmSync(home, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
  writeFileSync(path.join(home, name), content);
}

it("a Slurm array as the README shows it makes what one run makes", async () => {
  const parts = script(home, program.cli, "parts");
  write("parts.sh", parts);
  expect(cluster.run(path.join(home, "parts.sh"))).toMatchObject({ status: 0 });
  write(
    "whole.sh",
    script(home, program.cli, "whole")
      .replace(/#SBATCH --array.*\n/u, "")
      .replace("--shard auto", ""),
  );
  expect(cluster.run(path.join(home, "whole.sh"))).toMatchObject({ status: 0 });
  const { logs, issues } = await readShardLogs(path.join(home, "parts"));
  expect(issues).toEqual([]);
  expect(logs.map(({ shard, lines }) => [shard.index, shard.of, lines.length])).toEqual([
    [1, 3, 2],
    [2, 3, 1],
    [3, 3, 1],
  ]);
  const made = tree(path.join(home, "whole"));
  expect(Object.keys(made).filter((name) => name.endsWith(".html"))).toHaveLength(2 * COUNT);
  expect(tree(path.join(home, "parts"))).toEqual(made);
}, 600_000);
