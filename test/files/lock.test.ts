import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLock } from "../../src/files/lock.js";
import { ReportError } from "../../src/issues/error.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

const file = () => path.join(folder, "x.lock");

describe("the lock", () => {
  const quick = { pause: 1, looks: 6, stale: 1000 };
  const held = (more: object) =>
    writeFile(
      file(),
      JSON.stringify({ pid: process.pid, host: hostname(), since: 5000, token: "another", ...more }),
    );
  const take = () =>
    withLock({ file: file(), now: 5500, waiting: () => undefined, busy: "另一个", patience: quick }, () =>
      Promise.resolve("done"),
    );

  test("of a living process stops a second run, with a message", async () => {
    await held({});
    await expect(take()).rejects.toMatchObject({ exitCode: 1 });
    await expect(take()).rejects.toBeInstanceOf(ReportError);
  });

  test.each([
    ["a process that has ended", { pid: 2 ** 22 + 1 }],
    ["long ago", { since: 4000 }],
    ["long ago on another machine", { since: 4000, host: "别的机器" }],
  ])("of %s is taken over, and gone afterwards", async (_case, more) => {
    await held(more);
    expect(await take()).toBe("done");
    expect(await readdir(folder)).toEqual([]);
  });

  test("of another machine counts while it is young", async () => {
    await held({ host: "别的机器", pid: 2 ** 22 + 1 });
    await expect(take()).rejects.toMatchObject({ exitCode: 1 });
  });

  test("that was never written to its end is taken over", async () => {
    await writeFile(file(), '{"pid":');
    expect(await take()).toBe("done");
  });
});
