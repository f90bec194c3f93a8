import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { builtProgram, type Built } from "../../built.js";

let program: Built;
let folder: string;
beforeAll(async () => {
  program = await builtProgram();
  folder = mkdtempSync(path.join(tmpdir(), "leave-"));
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true });
});

/** Command lines that name the folder; others end while they are looked at. */
function processes(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map((id) => {
      try {
        return readFileSync(`/proc/${id}/cmdline`, "utf8");
      } catch {
        return "";
      }
    })
    .filter((line) => line.includes(folder));
}

it("the program does not wait for its browser to die, and leaves neither it nor its profile behind", () => {
  const argv = ["annual", "2025", "--plan", "women", "--format", "pdf", "--plans", path.resolve("plans")];
  const out = path.join(program.home, "out");
  const env = { ...process.env, TMPDIR: folder };
  const ended = spawnSync(
    process.execPath,
    [program.cli, ...argv, "--data", path.resolve("fixtures/data"), "--out", out],
    { env, encoding: "utf8" },
  );
  expect(ended.status, ended.stderr).toBe(0);
  expect(readdirSync(out).some((name) => name.endsWith(".pdf"))).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  expect(processes()).toEqual([]);
});
