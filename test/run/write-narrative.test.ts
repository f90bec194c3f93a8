import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
import { indicatorCsv, testFolder, type TestFolder } from "../commands/folder.js";
import { silentSurroundings } from "../commands/surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

async function say(...argv: string[]) {
  const surroundings = silentSurroundings();
  const code = await run([...argv, "--data", folder.data, "--out", folder.out], surroundings);
  return { code, ...surroundings.said };
}

const KINDS = [
  ["annual", ["annual", "2025"], "fixtures/data"],
  ["midterm", ["midterm"], "fixtures/data"],
  ["final", ["final"], "fixtures/data-2030"],
] as const;

/** The models of the reports, as text. */
async function models(...argv: string[]): Promise<Record<string, string>> {
  const { code, err } = await say(...argv, "--format", "json");
  expect(code, err).toBe(0);
  const files = Object.entries(await folder.written()).filter(([name]) => name !== "provenance.json");
  expect(files).toHaveLength(2);
  return Object.fromEntries(files.map(([name, bytes]) => [name, String(bytes)]));
}

const narrative = (name: string): string => path.join(folder.data, "narrative", name);

describe.each(KINDS)("--write-narrative of the sample (%s)", (kind, argv, sample) => {
  it(
    "writes every part as it is printed, so that the report stays the same",
    { timeout: 60_000 },
    async () => {
      await cp(sample, folder.data, { recursive: true });
      const before = await models(...argv);
      const shared = await readdir(path.join(folder.data, "narrative"));
      const { code, err } = await say(...argv, "--write-narrative");
      expect(code, err).toBe(0);
      expect(err).toContain("接下来");
      const added = (await readdir(path.join(folder.data, "narrative"))).filter(
        (name) => !shared.includes(name),
      );
      const year = kind === "final" ? 2030 : 2025;
      expect(added).toEqual(["children", "women"].map((plan) => `${plan}-${year}-${kind}.md`));
      const text = await readFile(narrative(added[1] ?? ""), "utf8");
      expect(text).toContain("需要关注的指标");
      expect(text.length).toBeGreaterThan(2000);
      expect(await models(...argv)).toEqual(before);
      expect((await say("validate")).err).not.toContain("overridden");
      // Once more: nothing is missing, nothing is touched.
      expect((await say(...argv, "--write-narrative")).err).toContain("没有改动");
      expect(await readFile(narrative(added[1] ?? ""), "utf8")).toBe(text);
    },
  );
});

describe("--write-narrative", () => {
  const annual = ["annual", "2025", "--plan", "women", "--write-narrative"];
  beforeEach(async () => {
    const rows = [["W04", "孕产妇系统管理率", 92.99, 94.52, 94.88]] as const;
    await folder.write("data/监测数据.csv", indicatorCsv([2020, 2024, 2025], rows));
  });

  it("keeps every byte of the kind's file and adds what is missing behind it", async () => {
    const own = "\uFEFF# 存在的主要问题\r\n人写的问题。\r\n\r\n# 妇女与健康\r\n## 工作措施\r\n- 人写的措施";
    await folder.write("data/narrative/women-2025-annual.md", own);
    expect((await say(...annual)).code).toBe(0);
    const text = await readFile(narrative("women-2025-annual.md"), "utf8");
    expect(text.startsWith(own)).toBe(true);
    expect(text.slice(own.length)).toMatch(/^\r\n\r\n# 导语\r\n\r\n/u);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect(text.match(/存在的主要问题|## 工作措施\r\n- /gu)).toHaveLength(2);
  });

  it("leaves out what people wrote in the year's file, which still counts", async () => {
    await folder.write("data/narrative/women-2025.md", "# 导语\n人写的导语。\n");
    const { err } = await say(...annual);
    expect(err).toContain("没有重复写入");
    expect(await readFile(narrative("women-2025.md"), "utf8")).toBe("# 导语\n人写的导语。\n");
    expect(await readFile(narrative("women-2025-annual.md"), "utf8")).not.toContain("导语");
  });

  it("writes nothing where the file cannot be read or the sample data are meant", async () => {
    const name = narrative("women-2025-annual.md");
    await folder.write("data/narrative/women-2025-annual.md", "");
    await writeFile(name, Buffer.of(0, 1, 2, 0xff, 0xfe, 0));
    expect((await say(...annual)).code).toBe(1);
    expect(await readFile(name)).toEqual(Buffer.of(0, 1, 2, 0xff, 0xfe, 0));
    const surroundings = silentSurroundings();
    expect(await run([...annual, "--demo"], surroundings)).toBe(2);
  });
});
