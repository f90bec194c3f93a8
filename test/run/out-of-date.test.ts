import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import type { Issue } from "../../src/issues/issue.js";
import { indicatorCsv, testFolder, type TestFolder } from "../commands/folder.js";
import { fewRows } from "../plan/few-rows.js";
import { saidIn } from "../commands/said.js";
import { silentSurroundings } from "../commands/surroundings.js";

const CODE = "narrative/out-of-date";
const NAME = "data/narrative/women-2025-annual.md";
const annual = ["annual", "2025", "--plan", "women", "--format", "json"];
const write = [...annual, "--write-narrative"];

const FEW = await fewRows("孕产妇健康");

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", FEW);
  await figure(94.88);
});
afterEach(() => folder.remove());

const plans = (): string[] => ["--plans", path.join(folder.data, "../plans")];
const say = (...argv: string[]) => saidIn(folder, ...argv, ...plans());

/** The figure of 2025 as the data have it. */
function figure(value: number): Promise<unknown> {
  const rows = [["W04", "孕产妇系统管理率", 92.99, 94.52, value]] as const;
  return folder.write("data/监测数据.csv", indicatorCsv([2020, 2024, 2025], rows));
}

const file = (name: string): string => path.join(folder.data, "narrative", name);
const text = (): Promise<string> => readFile(file("women-2025-annual.md"), "utf8");

/** What `report validate` finds. */
async function findings(): Promise<Issue[]> {
  const surroundings = silentSurroundings();
  await run(["validate", "--format", "json", "--data", folder.data, ...plans()], surroundings);
  return (JSON.parse(surroundings.said.out) as { issues: Issue[] }).issues;
}

async function late(): Promise<Issue[]> {
  const issues = await findings();
  return issues.filter(({ code }) => code === CODE);
}

describe("text that was written from figures", () => {
  it(
    "is told when they change, with what was said then and is now, at its heading",
    { tags: ["patience"] },
    async () => {
      await say(...write);
      await writeFile(
        file("women-2025-annual.md"),
        `${await text()}\n`.replace("94.88%", "94.88%（已核实）"),
      );
      expect(await late()).toEqual([]);
      await figure(95.12);
      const found = await late();
      const [topic] = found.filter(({ message }) => message.startsWith("“孕产妇健康”"));
      expect(topic?.severity).toBe("warning");
      expect(topic?.message).toMatch(/当时自动生成的是“.*94\.88%.*”，现在是“.*95\.12%.*”/u);
      const line = topic?.where?.line ?? 0;
      expect((await text()).split("\n")[line - 1]).toBe("## 孕产妇健康");
      expect((await say(...annual)).err).toContain("写成以后数据有了变化");
      await figure(94.88);
      expect(await late()).toEqual([]);
    },
  );

  it(
    "is told no more once it is left to the report, or brought up to date and written out again",
    { tags: ["patience"] },
    async () => {
      await say(...write);
      await figure(95.12);
      const before = await late();
      expect(before).toHaveLength(1);
      // Written out again as it is, it still says the old figures.
      await say(...write);
      expect(await late()).toEqual(before);
      const amended = (await text())
        .replaceAll("94.88", "95.12")
        .replaceAll("0.36", "0.60")
        .replaceAll("1.89", "2.13");
      await writeFile(file("women-2025-annual.md"), amended);
      expect(await late()).toEqual(before);
      expect((await say(...write)).err).toContain("孕产妇健康");
      expect((await late()).map(({ message }) => message)).toEqual([]);
      await figure(96.2);
      expect(await late()).not.toEqual([]);
      await writeFile(file("women-2025-annual.md"), amended.replaceAll(/^[^#\n].*$/gmu, ""));
      expect(await late()).toEqual([]);
    },
  );

  it("is never told of what a person wrote from nothing, nor where the generated text is called for", async () => {
    const own = "# 妇女与健康\n## 孕产妇健康\n人写的94.88%。\n";
    await folder.write(NAME, own);
    await say(...write);
    await figure(95.12);
    expect((await late()).map(({ where }) => where?.line)).not.toContain(2);
    await folder.write(NAME, "# 妇女与健康\n## 孕产妇健康\n人写的话。\n\n〔自动〕\n");
    expect(await late()).toEqual([]);
  });

  it("does not take a table of people's own, or a report's number of pictures, for a change", async () => {
    await say(...write);
    await writeFile(
      file("women-2025-annual.md"),
      `${await text()}\n## 自拟\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n`,
    );
    await folder.write("data/manifest.yaml", "status: 最终\nreview: 送审稿\n");
    expect(await late()).toEqual([]);
  });

  it("is not told where nothing was kept; what is kept and cannot be read is told and not lost", async () => {
    await say(...write);
    await figure(95.12);
    await writeFile(file(".written.json"), '{"parts": ');
    const codes = (await findings()).map(({ code }) => code);
    expect(codes).toContain("narrative/written-unreadable");
    expect(codes).not.toContain(CODE);
    await rm(file("women-2025-annual.md"));
    const { code } = await say(...write);
    expect(code).toBe(2);
    expect(await readFile(file(".written.json"), "utf8")).toBe('{"parts": ');
    await rm(file(".written.json"));
    expect((await findings()).map(({ code }) => code)).not.toContain("narrative/written-unreadable");
  });
});
