import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/* A PostgreSQL of its own for a proof: in a folder of its own, on a socket and no port. */

const PROGRAMS = ["initdb", "pg_ctl", "psql"];

/** What is missing on this machine, and what to install; null where all is there. */
export function missingPostgres(): string | null {
  const missing = PROGRAMS.filter((program) => spawnSync(program, ["--version"]).status !== 0);
  return missing.length === 0
    ? null
    : `没有找到 ${missing.join("、")}：请安装 Debian 软件包 postgresql，并把 /usr/lib/postgresql/*/bin 加入 PATH`;
}

/** It refuses to run as root: then it runs as the user its package made. */
function asServer(program: string, ...args: readonly string[]): void {
  const root = process.getuid?.() === 0;
  const [command, given] = root
    ? ["runuser", ["-u", "postgres", "--", program, ...args]]
    : [program, [...args]];
  // What pg_ctl starts keeps the pipes open; nobody must wait for it to close them.
  execFileSync(command, given, { stdio: "ignore" });
}

export interface Postgres {
  /** Runs statements; answers the rows of the last one, each a list of texts. */
  run: (sql: string) => string[][];
  stop: () => void;
}

export function startPostgres(): Postgres {
  const folder = mkdtempSync(path.join(tmpdir(), "postgres-"));
  chmodSync(folder, 0o777);
  const data = path.join(folder, "data");
  asServer("initdb", "-D", data, "-U", "proof", "--auth=trust", "--locale=C", "-E", "UTF8");
  const options = `-k ${folder} -c listen_addresses= -c fsync=off`;
  asServer("pg_ctl", "-D", data, "-o", options, "-l", path.join(folder, "log"), "-w", "start");
  const asked = ["-X", "-q", "-h", folder, "-U", "proof", "-d", "postgres", "-v", "ON_ERROR_STOP=1"];
  return {
    run: (sql) => {
      const answer = execFileSync("psql", [...asked, "-At", "-F", "\t"], { input: sql, encoding: "utf8" });
      return answer
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split("\t"));
    },
    stop: () => {
      asServer("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
      rmSync(folder, { recursive: true });
    },
  };
}
