import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, truncate, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundledChromium } from "../../../src/print/browser/bundled-chromium.js";

/** The package holds a program for this kind of machine only. */
const supported = process.platform === "linux" && process.arch === "x64";

describe.runIf(supported)("the Chromium that is carried along", () => {
  let cache: string;
  let paths: string[];
  const told: string[] = [];
  const unpack = (): ReturnType<typeof bundledChromium> =>
    bundledChromium({ XDG_CACHE_HOME: cache }, (line) => told.push(line));

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), "bundled-chromium-"));
    // Somebody's unpacking that was killed long ago, and one that goes on.
    const old = join(cache, "monitoring-report", "chromium-1.unpacking-old");
    await mkdir(old, { recursive: true, mode: 0o700 });
    await utimes(old, 0, 0);
    await mkdir(join(cache, "monitoring-report", "chromium-1.unpacking-new"));
    const found = await Promise.all([unpack(), unpack()]);
    paths = found.map((each) => each?.path ?? "");
  });
  afterAll(() => rm(cache, { recursive: true }));

  it("runs", async () => {
    const { stdout } = await promisify(execFile)(paths[0] ?? "", ["--version"], {
      env: { LD_LIBRARY_PATH: join(paths[0] ?? "", "..", "lib") },
    });
    expect(stdout).toContain("Chromium");
  });

  it("is unpacked once for two who ask at the same time, with nothing left over", async () => {
    expect(paths[0]).toBe(paths[1]);
    const names = await readdir(join(cache, "monitoring-report"));
    expect(names.filter((name) => !name.endsWith("-new"))).toHaveLength(1);
  });

  it("is kept where only its user can reach it", async () => {
    expect(paths[0]?.startsWith(cache)).toBe(true);
    for (const path of [join(cache, "monitoring-report"), join(paths[0] ?? "", ".."), paths[0] ?? ""]) {
      expect((await stat(path)).mode & 0o077).toBe(0);
    }
  });

  it("brings the libraries small servers lack", () => {
    expect(existsSync(join(paths[0] ?? "", "..", "lib", "libnss3.so"))).toBe(true);
  });

  it("is used without a word the next time", async () => {
    told.length = 0;
    expect((await unpack())?.path).toBe(paths[0]);
    expect(told).toEqual([]);
  });

  it("is unpacked anew where a part of it is missing", async () => {
    for (const name of ["chromium", "lib/libnss3.so"]) {
      const file = join(paths[0] ?? "", "..", name);
      const { size } = await stat(file);
      await truncate(file, size - 1);
      await unpack();
      expect((await stat(file)).size).toBe(size);
    }
  });

  it("is unpacked anew where others could have changed it", async () => {
    const folder = join(paths[0] ?? "", "..");
    await truncate(paths[0] ?? "", 5);
    await chmod(folder, 0o777);
    const found = await unpack();
    expect((await stat(found?.path ?? "")).size).toBeGreaterThan(1_000_000);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });
});
