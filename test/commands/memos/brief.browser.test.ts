import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../../src/commands/program.js";
import { openPdf, sheetsOf, type Sheet } from "../../print/read-back.js";
import { testFolder, type TestFolder } from "../folder.js";
import { silentSurroundings } from "../surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => folder.remove());

async function brief(...argv: readonly string[]) {
  const surroundings = silentSurroundings();
  const order = ["brief", "2025", "--demo", "--as-of", "2026-05-20", "--out", folder.out];
  const code = await run([...order, ...argv], surroundings);
  return { code, ...surroundings.said };
}

/** The sheets of every PDF that was written. */
async function sheets(): Promise<Sheet[][]> {
  const files = Object.entries(await folder.written()).filter(([name]) => name.endsWith(".pdf"));
  return Promise.all(files.map(async ([, bytes]) => sheetsOf(await openPdf(bytes))));
}

const textOf = ({ runs }: Sheet): string => runs.map(({ text }) => text).join("");

/** The shipped plan with names three times as long, all rows binding, and a title of two lines. */
async function longerPlan(): Promise<string> {
  const text = await readFile(path.resolve("plans/women.yaml"), "utf8");
  const longer = text
    .replace(/^shortTitle: .*$/mu, "shortTitle: 某某土家族苗族自治县妇女和家庭建设综合发展规划")
    .replace(
      /^(\s+- id: W\w+\n\s+number: \d+\n\s+name: )(.*)$/gmu,
      "$1全县各乡镇街道和开发区常住人口中的$2（按新口径统计）",
    )
    .replace(/nature: 预期性/gu, "nature: 约束性");
  expect(longer.length).toBeGreaterThan(text.length + 1000);
  await folder.write("plans/women.yaml", longer);
  return path.join(path.dirname(folder.data), "plans");
}

describe("report brief", () => {
  it("prints one page for each sample plan, and its Word file", async () => {
    expect(await brief()).toMatchObject({ code: 0 });
    const printed = await sheets();
    expect(printed.map(({ length }) => length)).toEqual([1, 1]);
    for (const [only] of printed)
      expect(textOf(only!)).toMatch(/五、工作建议。.*示例数据|示例数据.*五、工作建议。/su);
    expect(Object.keys(await folder.written()).filter((name) => name.endsWith(".docx"))).toHaveLength(2);
  });

  it("prints one page for a plan with much more to name", async () => {
    const { code, err } = await brief("--plans", await longerPlan(), "--format", "pdf");
    expect(code).toBe(0);
    expect(err).toContain("一页排不下");
    const [printed, ...others] = await sheets();
    expect(others).toEqual([]);
    expect(printed).toHaveLength(1);
    // What went well gives way before the binding row that is farthest from its target.
    expect(textOf(printed![0]!)).toMatch(/、约束性指标。.*为68\.28%.*、工作建议。/u);
  });
});
