/**
 * npm run bench: how long one plan's whole `report annual` takes, measured against a bare process of the
 * same browser that prints the same HTML once. Both are timed in turn, A B A B …, so that what else the
 * machine does falls on both. An argument changes the number of pairs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { findBrowser } from "../../dist/index.js";

const PAIRS = Math.max(7, Number(process.argv[2] ?? 9));
const ROOT = join(import.meta.dirname, "..", "..");
const REPORT = [join(ROOT, "dist", "cli.js"), "annual", "2025", "--demo", "--plan", "women"];

const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  measure(await findBrowser({ env: process.env, platform: process.platform }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(browser) {
  run([...REPORT, "--format", "html", "--out", folder]);
  const html = readdirSync(folder).find((name) => name.endsWith(".html"));
  if (html === undefined) throw new Error("report annual --format html wrote no HTML");
  const bare = [
    join(import.meta.dirname, "bare-print.js"),
    browser.path,
    join(folder, html),
    join(folder, "bare.pdf"),
  ];
  const libraries = browser.libraries === "" ? {} : { LD_LIBRARY_PATH: browser.libraries };
  const pair = () => ({ report: run([...REPORT, "--out", folder]), bare: run(bare, libraries) });
  // The first pair fills the caches of the disk.
  pair();
  show(Array.from({ length: PAIRS }, pair), browser);
}

/** Milliseconds of one whole process. */
function run(parameters, env = {}) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, parameters, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${parameters.join(" ")} ended with ${status}\n${stderr}`);
  return performance.now() - start;
}

function show(pairs, browser) {
  const ratio = (each) => each.report / each.bare;
  const lines = [
    `browser       ${browser.how} ${browser.path}`,
    `pairs         ${pairs.length}`,
    `report annual ${spread(pairs.map((each) => each.report))} ms`,
    `bare print    ${spread(pairs.map((each) => each.bare))} ms`,
    `ratio         ${spread(pairs.map(ratio), 2)}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function spread(values, digits = 0) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))].toFixed(digits);
  return `median ${at(0.5)}  (min ${at(0)}, quartiles ${at(0.25)}–${at(0.75)}, max ${at(1)})`;
}
