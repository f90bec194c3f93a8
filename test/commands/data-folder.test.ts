import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { fewRows } from "../plan/few-rows.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

const SHEET = indicatorCsv([2020, 2024, 2025], [["W04", "孕产妇系统管理率", 92.99, 94.52, 94.88]]);
const TEXT = "# 妇女与健康\n## 工作措施\n孕产妇保健网络进一步完善。\n";

/** Every command that reads a data folder, but for the two that are asked to write into it: init and collect. */
const READING: readonly (readonly string[])[] = [
  ["validate"],
  ["score", "2025"],
  ["explain", "W04", "2025"],
  ["annual", "2025", "--format", "json"],
  ["midterm", "--draft", "--format", "json"],
  ["form", "2025"],
];

async function filesIn(top: string): Promise<Record<string, string>> {
  const names = (await readdir(top, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const contents = await Promise.all(names.map((name) => readFile(name, "base64")));
  return Object.fromEntries(names.map((name, at) => [name, contents[at] ?? ""]));
}

it("may lie anywhere, and is only read: upgraded or not, the program changes nothing in it", async () => {
  const name = "监测 数据（永川）/a b";
  await folder.write(`${name}/监测数据.csv`, SHEET);
  await folder.write(`${name}/narrative/women-2025.md`, TEXT);
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  const plans = path.join(folder.data, "../plans");
  const home = path.join(folder.data, "..", name);
  const before = await filesIn(home);
  const spellings = [home, home + path.sep, path.relative("", home), path.join(home, "..", "a b", ".")];
  for (const [at, command] of READING.entries()) {
    const data = spellings[at % spellings.length] ?? home;
    const outputs = command[0] === "annual" || command[0] === "midterm" || command[0] === "form";
    const out = outputs ? ["--out", path.join(folder.out, String(at))] : [];
    const surroundings = silentSurroundings();
    const code = await run([...command, "--plans", plans, "--data", data, ...out], surroundings);
    expect([command, code]).toEqual([command, 0]);
  }
  expect(await filesIn(home)).toEqual(before);
});
