import { chmod, mkdir, mkdtemp, rm, stat, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cacheFolder } from "../../../src/print/browser/cache-folder.js";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "cache-folder-"));
});
afterEach(() => rm(home, { recursive: true }));

it("is below XDG_CACHE_HOME, else below the home folder; a relative XDG_CACHE_HOME does not count", async () => {
  const named = join(home, "named");
  expect(await cacheFolder({ XDG_CACHE_HOME: named, HOME: home })).toBe(join(named, "monitoring-report"));
  const own = join(home, ".cache", "monitoring-report");
  expect(await cacheFolder({ HOME: home })).toBe(own);
  expect(await cacheFolder({ XDG_CACHE_HOME: "relative", HOME: home })).toBe(own);
});

it("is a passing private folder where the home folder cannot be written", async () => {
  // Not even root can make a folder below a file that is none.
  const folder = await cacheFolder({ HOME: "/dev/null" });
  expect(folder.startsWith(tmpdir())).toBe(true);
  expect((await stat(folder)).mode & 0o077).toBe(0);
  await rm(folder, { recursive: true });
});

it("is never one that others can write to or have put there as a link", async () => {
  const shared = join(home, "monitoring-report");
  await mkdir(shared);
  await chmod(shared, 0o777);
  const instead = await cacheFolder({ XDG_CACHE_HOME: home });
  expect(instead).not.toBe(shared);
  await rm(shared, { recursive: true });
  await mkdir(join(home, "elsewhere"));
  await symlink(join(home, "elsewhere"), shared);
  const again = await cacheFolder({ XDG_CACHE_HOME: home });
  expect(again).not.toBe(shared);
  await Promise.all([instead, again].map((folder) => rm(folder, { recursive: true })));
});
