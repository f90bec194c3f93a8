import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { groupBy } from "../../../src/terms/group-by.js";
import { LEDGER_FILE, type LedgerEntry } from "../../../src/data/ledger/entry.js";
import { readLedger } from "../../../src/data/ledger/read.js";
import { LEDGER_FOLDER, STATES_FOLDER } from "../../../src/data/ledger/states.js";

const LINES = 200;
let workshop = "";
let folder = "";

beforeAll(async () => {
  workshop = await mkdtemp(path.join(tmpdir(), "collector-"));
  const bundle = await rolldown({ input: path.join(import.meta.dirname, "collector.ts"), platform: "node" });
  await bundle.write({ file: path.join(workshop, "collector.mjs"), format: "esm", codeSplitting: false });
  await bundle.close();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(workshop, "data-"));
});
afterAll(() => rm(workshop, { recursive: true }));

function collector(name: string, count: number): ChildProcess {
  const script = path.join(workshop, "collector.mjs");
  return spawn(process.execPath, [script, folder, name, String(count), String(LINES)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The ledger's lines, each workbook's in full, and its bytes. */
async function soundLedger(): Promise<{ entries: readonly LedgerEntry[]; bytes: Buffer }> {
  const bytes = await readFile(path.join(folder, LEDGER_FILE)).catch(() => null);
  if (bytes === null) return { entries: [], bytes: Buffer.alloc(0) };
  const entries: LedgerEntry[] = [];
  const { issues } = await readLedger(folder, (entry) => entries.push(entry));
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  const files = groupBy(entries, ({ source }) => source.file);
  for (const lines of files.values()) expect(lines).toHaveLength(LINES);
  return { entries, bytes };
}

/** The same delays in every run, in milliseconds (a linear congruential generator). */
function delays(count: number): number[] {
  let state = 20_254;
  return Array.from({ length: count }, () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % 120);
}

test("killed at any moment the ledger is the old or the new one: no line lost, none torn", async () => {
  let before: Buffer = Buffer.alloc(0);
  for (const [round, delay] of delays(12).entries()) {
    const child = collector(`区教委${round}`, 1000);
    await once(child.stdout!, "data");
    await pause(delay);
    child.kill("SIGKILL");
    await once(child, "exit");
    const { bytes } = await soundLedger();
    expect(bytes.subarray(0, before.length).equals(before)).toBe(true);
    before = bytes;
  }
  const last = collector("区民政局", 1);
  expect((await once(last, "exit"))[0]).toBe(0);
  const { entries } = await soundLedger();
  expect(entries.at(-1)?.source.file).toBe("区民政局-0.xlsx");
  expect((await readdir(folder)).sort()).toEqual([LEDGER_FOLDER, LEDGER_FILE].sort());
  const copies = await readdir(path.join(folder, STATES_FOLDER));
  expect(copies.filter((name) => !/行_c[0-9a-f]{10}\.csv$/u.test(name))).toEqual([]);
  expect(copies.length).toBeLessThanOrEqual(10);
});

test("two at once: one waits, and what either collected is there", async () => {
  const children = [collector("区教委", 4), collector("区民政局", 4)];
  for (const child of children) child.stdout!.resume();
  const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0] as number));
  expect(codes).toEqual([0, 0]);
  expect((await soundLedger()).entries).toHaveLength(8 * LINES);
});
