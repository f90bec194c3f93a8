import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../../src/commands/program.js";
// Loaded before the clock of a test runs.
import "../../src/run/reports.js";
import "../../src/word/write/write.js";
import { fewRows } from "../plan/few-rows.js";
import { partOf } from "../word/write/package.js";
import { indicatorCsv, testFolder, type TestFolder } from "./folder.js";
import { silentSurroundings } from "./surroundings.js";

let folder: TestFolder;
beforeEach(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  await folder.write(
    "data/监测数据.csv",
    indicatorCsv([2020, 2024, 2025], [["W04", "孕产妇系统管理率", 92.99, 94.52, 94.88]]),
  );
});
afterEach(() => folder.remove());

const DOCX = "永川区妇女发展规划2025年度统计监测报告.docx";

async function annual(...argv: readonly string[]) {
  const surroundings = silentSurroundings();
  const plans = path.join(folder.data, "../plans");
  const order = ["annual", "2025", "--data", folder.data, "--plans", plans, "--as-of", "2026-05-20"];
  const code = await run([...order, "--browser", "none", "--out", folder.out, ...argv], surroundings);
  return { code, ...surroundings.said };
}

async function word(): Promise<Uint8Array> {
  return (await folder.written())[DOCX] ?? Buffer.of();
}

describe("a Word report without a browser", () => {
  it("is written, and one line says what is missing", async () => {
    const { code, err } = await annual("--format", "docx");
    expect(code).toBe(0);
    expect(err.match(/没有使用浏览器[^\n]*\n/gu)).toHaveLength(1);
    const body = await partOf(await word(), "word/document.xml");
    expect(body).toContain(`w:name="r_W04_2025_1"`);
    expect(await partOf(await word(), "docProps/custom.xml")).toContain("women-2025-annual");
  });

  it("cannot be had with a PDF: nothing is written, and what helps is said", async () => {
    const { code, err } = await annual("--format", "pdf,docx");
    expect(code).toBe(3);
    expect(err).toContain("--browser none");
    expect(await folder.written()).toEqual({});
  });

  it(
    "bears the 红头 of one's own templates, with figures of the report in it",
    { tags: ["patience"] },
    async () => {
      await folder.write("版式/red-head.hbs", "某某办公室文件\n\n某办〔{{schemaVersion}}〕3号 & <附>\n");
      expect((await annual("--format", "docx", "--templates", `${folder.data}/../版式`)).code).toBe(0);
      const body = await partOf(await word(), "word/document.xml");
      expect(body).toContain("某某办公室文件");
      expect(body).toContain("某办〔1〕3号 &amp; &lt;附&gt;");
    },
  );

  it("is not written with a 红头 that names what the report does not have", async () => {
    await folder.write("版式/red-head.hbs", "{{cover.number}}\n");
    const { code, err } = await annual("--format", "docx", "--templates", `${folder.data}/../版式`);
    expect(code).toBe(1);
    expect(err).toMatch(/red-head\.hbs/u);
  });
});
