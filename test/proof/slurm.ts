import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A cluster of one node, this machine, for one proof. */
export interface Cluster {
  /** Submits a script and waits until all its tasks have ended; gives what sbatch says. */
  run: (script: string) => { status: number | null; said: string };
  stop: () => void;
}

/** Whether the cluster can be had here: Debian's slurm-wlm and munge, started as root. */
export function hasSlurm(): boolean {
  const installed = ["slurmctld", "slurmd", "sbatch", "munged"].every(
    (name) => spawnSync("which", [name]).status === 0,
  );
  return installed && process.getuid?.() === 0;
}

/** Starts munged where it does not run, a controller and a node, their files in `folder`. */
export async function startCluster(folder: string): Promise<Cluster> {
  startMunge();
  const name = hostname().split(".")[0] ?? "";
  const file = path.join(folder, "slurm.conf");
  for (const each of ["state", "spool"]) mkdirSync(path.join(folder, each), { recursive: true });
  writeFileSync(file, configuration(folder, name));
  const env = { ...process.env, SLURM_CONF: file };
  for (const daemon of ["slurmctld", "slurmd"]) execFileSync(daemon, [], { env });
  const isIdle = () =>
    spawnSync("sinfo", ["--noheader", "--format=%t"], { env }).stdout.toString().trim() === "idle";
  for (let look = 0; look < 100 && !isIdle(); look += 1) await pause(200);
  return {
    run: (script) => {
      const { status, stdout, stderr } = spawnSync("sbatch", ["--wait", script], { env, cwd: folder });
      return { status, said: `${stdout.toString()}${stderr.toString()}` };
    },
    stop: () => {
      for (const daemon of ["slurmd", "slurmctld"]) {
        process.kill(Number(readFileSync(path.join(folder, `${daemon}.pid`), "utf8")), "SIGTERM");
      }
    },
  };
}

function startMunge(): void {
  if (spawnSync("munge", ["-n"]).status === 0) return;
  const uid = Number(execFileSync("id", ["-u", "munge"]).toString());
  const gid = Number(execFileSync("id", ["-g", "munge"]).toString());
  mkdirSync("/run/munge", { recursive: true });
  chownSync("/run/munge", uid, gid);
  execFileSync("munged", ["--force"], { uid, gid });
}

/** More processors than there are, so that three tasks of two run at once. */
function configuration(folder: string, name: string): string {
  return `ClusterName=proof
SlurmctldHost=${name}
AuthType=auth/munge
CryptoType=crypto/munge
SlurmUser=root
SlurmdUser=root
SlurmctldPort=27817
SlurmdPort=27818
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SwitchType=switch/none
MpiDefault=none
NodeName=${name} CPUs=6 RealMemory=8000 State=UNKNOWN
PartitionName=proof Nodes=${name} Default=YES MaxTime=60 State=UP
`;
}
