import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

  test.each([
    ["no fields", "{}"],
    ["a number", "7"],
    ["nothing", "null"],
    ["a list", "[]"],
    ["words for numbers", JSON.stringify({ pid: "1", host: "甲", since: "5000", token: "t" })],
    ["a process that can be none", JSON.stringify({ pid: -1, host: "甲", since: 5000, token: "t" })],
    ["no token", JSON.stringify({ pid: 1, host: "甲", since: 5000 })],
  ])("of %s is told as one that says nothing, and stays", async (_case, text) => {
    await writeFile(file(), text);
    const refused = await take().catch((error: unknown) => error);
    expect(refused).toMatchObject({ exitCode: 1, message: /锁文件 .*x\.lock 的内容读不懂/u, hint: /删除/u });
    expect(String(refused)).not.toMatch(/undefined|null|NaN/u);
    expect(await readFile(file(), "utf8")).toBe(text);
  });

  test("whose host has line ends and commands is told in one line, and shortly", async () => {
    await held({ host: `甲\r\n\u2028\u001b[2J\u202e伪造的一行${"长".repeat(2000)}` });
    const { message } = (await take().catch((error: unknown) => error)) as ReportError;
    expect(message).toContain("甲");
    expect(message).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(message.length).toBeLessThan(150);
  });

  test("that was never written to its end is taken over", async () => {
    await writeFile(file(), '{"pid":');
    expect(await take()).toBe("done");
  });
});
