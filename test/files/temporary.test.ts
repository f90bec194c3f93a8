import { existsSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder, writeTemporary } from "../../src/files/temporary.js";
import { freshFolder } from "./folder.js";

const at = freshFolder();
const NAMES = ["TMPDIR", "TMP", "TEMP"] as const;
let before: (string | undefined)[];
beforeEach(() => {
  before = NAMES.map((name) => process.env[name]);
});
afterEach(() => {
  for (const [index, name] of NAMES.entries()) {
    if (before[index] === undefined) delete process.env[name];
    else process.env[name] = before[index];
  }
});

it("is a folder of its own each time, and goes with what is in it", async () => {
  const [first, second] = [temporaryFolder("a"), temporaryFolder("a")];
  expect(first.path).not.toBe(second.path);
  const file = await writeTemporary(first.path, "page.html", "永川");
  expect(path.basename(file)).toBe("page.html");
  await first.remove();
  second.removeNow();
  expect([existsSync(file), existsSync(first.path), existsSync(second.path)]).toEqual([false, false, false]);
});

it("that cannot be made is told with what to do, not with a stack", async () => {
  for (const name of NAMES) process.env[name] = at("none");
  const told = { exitCode: 2, hint: expect.stringContaining("TMPDIR") as string };
  expect(() => temporaryFolder("a")).toThrow(expect.objectContaining(told));
  await expect(writeTemporary(at("none"), "a", "b")).rejects.toMatchObject(told);
});
