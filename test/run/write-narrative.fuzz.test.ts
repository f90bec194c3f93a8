import { cp, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testFolder, type TestFolder } from "../commands/folder.js";
import { saidIn } from "../commands/said.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

const say = (...argv: string[]) => saidIn(folder, ...argv);

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
    { timeout: 300_000 },
    async () => {
      await cp(sample, folder.data, { recursive: true });
      const before = await models(...argv);
      const shared = await readdir(path.join(folder.data, "narrative"));
      const { code, err } = await say(...argv, "--write-narrative");
      expect(code, err).toBe(0);
      expect(err).toContain("接下来");
      const added = (await readdir(path.join(folder.data, "narrative"))).filter(
        (name) => name.endsWith(".md") && !shared.includes(name),
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
