import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ended, type Ended } from "./wine.js";

/** A home of its own: no cache of npm, no browser that was unpacked before. */
let home = "";
let bundle = "";

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "offline-"));
  const packed = path.join(home, "packed");
  const npm = process.env["npm_execpath"] ?? "npm";
  const argv = [npm, "run", "pack:linux", "--", "--out", packed];
  await promisify(execFile)(process.execPath, argv, { maxBuffer: 1 << 24 });
  bundle = path.join(packed, (await readdir(packed))[0] ?? "");
});
afterAll(() => rm(home, { recursive: true }));

/** Runs a command where there is no network, not even to this machine. */
function offline(...argv: readonly string[]): Promise<Ended> {
  return ended("unshare", ["--net", "--map-root-user", ...argv], { folder: home }, { HOME: home });
}

describe("the bundle for machines without a network", () => {
  it("is installed by one command, and prints", async () => {
    const prefix = path.join(home, "installed");
    const installed = await offline("npm", "install", "--global", "--prefix", prefix, bundle);
    expect([installed.code, installed.err]).toEqual([0, ""]);
    const year = ["annual", "2025", "--demo", "--plan", "women", "--as-of", "2026-05-20"];
    const formats = ["--format", "pdf,html,xlsx,json"];
    expect((await offline(path.join(prefix, "bin/report"), ...year, ...formats)).code).toBe(0);
    const written = await readdir(path.join(home, "out/2025"));
    expect(written.map((name) => path.extname(name))).toContain(".pdf");
    const ours = path.join(home, "ours");
    const here = [path.resolve("dist/cli.js"), ...year, "--format", "html,xlsx,json", "--out", ours];
    expect((await ended(process.execPath, here, { folder: home })).code).toBe(0);
    const reports = (await readdir(ours)).filter((name) => name !== "provenance.json");
    expect(reports.length).toBeGreaterThan(2);
    for (const name of reports) {
      const [theirs, own] = [path.join(home, "out/2025", name), path.join(ours, name)];
      expect((await readFile(theirs)).equals(await readFile(own)), name).toBe(true);
    }
  });
});
