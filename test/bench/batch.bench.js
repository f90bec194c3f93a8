/**
 * npm run bench:batch [-- DISTRICTS]: what `report batch` costs beside the printing itself, and whether its memory
 * grows with the districts. A synthetic city is reported on in one process; /proc tells what that process and the
 * browser have used. Linux only.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";

const DISTRICTS = Number(process.argv[2] ?? 38);
const MORE = process.argv.slice(3);
const ROOT = join(import.meta.dirname, "..", "..");
const CLI = join(ROOT, "dist", "cli.js");
const CITY = join(ROOT, "dist", "sample", "fixtures", "city", "make.js");
/** Clock ticks of /proc are hundredths of a second on every Linux. */
const TICK = 0.01;

const folder = mkdtempSync(join(tmpdir(), "bench-batch-"));
try {
  const made = spawnSync(process.execPath, [CITY, folder, "--districts", String(DISTRICTS)], { cwd: ROOT });
  if (made.status !== 0) throw new Error(String(made.stderr));
  show(await watch());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Looks at the run ten times a second. */
async function watch() {
  const list = join(folder, "districts.yaml");
  const out = join(folder, "out");
  const argv = [CLI, "batch", list, "annual", "2025", "--as-of", "2026-05-20", "--out", out, ...MORE];
  const start = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ["ignore", "ignore", "inherit"] });
  const run = { own: 0, browser: new Map(), memory: [] };
  while (child.exitCode === null && child.signalCode === null) {
    look(child.pid, out, run);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (child.exitCode !== 0) throw new Error("report batch has failed");
  return { ...run, seconds: (performance.now() - start) / 1000 };
}

function look(pid, out, run) {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap(statOf);
  const family = new Set([pid]);
  for (const each of processes) if (family.has(each.parent)) family.add(each.pid);
  for (const each of processes) {
    if (each.pid === pid) {
      run.own = each.cpu;
      const done = linesIn(join(out, "_shards", "1-of-1.jsonl")) - 1;
      if (done > 0) run.memory[done] = Math.max(run.memory[done] ?? 0, each.resident);
    } else if (family.has(each.pid)) run.browser.set(each.pid, each.cpu);
  }
}

/** proc(5): what stands behind the name, which may hold blanks. */
function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    const [parent, user, system, resident] = [1, 11, 12, 21].map((at) => Number(fields[at]));
    return [{ pid: Number(pid), parent, cpu: (user + system) * TICK, resident: resident * 4096 }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function linesIn(file) {
  try {
    return readFileSync(file, "utf8").split("\n").length - 1;
  } catch {
    return 0;
  }
}

function show({ own, browser, memory, seconds }) {
  const reports = DISTRICTS * 2;
  const printing = [...browser.values()].reduce((sum, each) => sum + each, 0);
  const megabytes = (at) => ((memory[at] ?? 0) / 1e6).toFixed(0);
  const marks = [1, ...[0.25, 0.5, 0.75].map((share) => Math.ceil(share * DISTRICTS)), DISTRICTS - 1];
  const known = marks.filter((at) => memory[at] !== undefined);
  process.stdout.write(
    `districts          ${DISTRICTS}, reports ${reports}, ${seconds.toFixed(1)} s\n` +
      `browser            ${(printing / reports).toFixed(2)} s of CPU a report\n` +
      `beside the browser ${(own / reports).toFixed(2)} s of CPU a report\n` +
      `memory             ${known.map((at) => `${at}: ${megabytes(at)} MB`).join(", ")}\n`,
  );
}
