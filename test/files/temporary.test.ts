import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ownerTag } from "../../src/files/owner.js";
import { sweepTemporary, temporaryFolder, writeTemporary } from "../../src/files/temporary.js";
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
  const file = path.join(
    await writeTemporary(first.path, [{ name: "page.html", content: "永川" }]),
    "page.html",
  );
  expect(existsSync(file)).toBe(true);
  await first.remove();
  second.removeNow();
  expect([existsSync(file), existsSync(first.path), existsSync(second.path)]).toEqual([false, false, false]);
});

it("that cannot be made is told with what to do, not with a stack", async () => {
  for (const name of NAMES) process.env[name] = at("none");
  const told = { exitCode: 2, hint: expect.stringContaining("TMPDIR") as string };
  expect(() => temporaryFolder("a")).toThrow(expect.objectContaining(told));
  await expect(writeTemporary(at("none"), [{ name: "a", content: "b" }])).rejects.toMatchObject(told);
});

it(
  "goes with the next run where its own was killed; others' and living ones stay",
  { tags: ["patience"] },
  async () => {
    for (const name of NAMES) process.env[name] = at();
    const host = ownerTag().split("-")[0] ?? "";
    const dead = `a-${host}-${spawnSync(process.execPath, ["-e", ""]).pid}-xxxxxx`;
    const kept = ["a-000000-1-xxxxxx", "b-000000-1-xxxxxx", "ab", path.basename(temporaryFolder("a").path)];
    for (const name of [dead, "a-old", ...kept.slice(0, 3)]) mkdirSync(at(name));
    writeFileSync(path.join(at(dead), "profile"), "");
    writeFileSync(at("a-file"), "");
    utimesSync(at("a-old"), 0, 0);
    utimesSync(at("a-file"), 0, 0);
    await sweepTemporary("a");
    expect(readdirSync(at()).sort()).toEqual([...kept, "a-file"].sort());
  },
);
