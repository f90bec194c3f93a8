import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../../src/report/annual.js";
import "../../../src/run/reports.js";
import "../../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { indicatorCsv, testFolder, type TestFolder } from "../../commands/folder.js";
import { saidIn } from "../../commands/said.js";
import { fewRows } from "../../plan/few-rows.js";
import { amended } from "../../word/read/docx.js";

let folder: TestFolder;
beforeAll(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  const rows = [["W04", "孕产妇系统管理率", 94.62, 94.88]] as const;
  await folder.write("data/2025.csv", indicatorCsv([2024, 2025], rows));
  await folder.write("data/narrative/women-2025.md", "# 妇女与健康\n## 工作措施\n全区开展免费筛查。\n");
});
afterAll(() => folder.remove());

it(
  "a formula that somebody typed is checked as text and goes back as text, which is said",
  { tags: ["patience"] },
  async () => {
    const asked = ["--plans", path.join(folder.data, "../plans"), "--as-of", "2026-05-20"];
    const printed = await saidIn(folder, "annual", "2025", ...asked, "--format", "docx", "--browser", "none");
    expect(printed.code, printed.err).toBe(0);
    const draft = Object.entries(await folder.written()).find(([name]) => name.endsWith(".docx"))![1];
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const math = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${t("孕产妇系统管理率=6360/6703×100%=95.88%")}</m:oMath>`;
    const copy = await amended(draft, {
      "word/document.xml": (xml) => {
        const at = xml.indexOf("</w:r>", xml.indexOf("全区开展免费筛查")) + "</w:r>".length;
        return `${xml.slice(0, at)}<w:ins w:id="901" w:author="区妇联" w:date="2026-05-21T10:00:00Z">${math}</w:ins>${xml.slice(at)}`;
      },
    });
    const file = path.join(folder.out, "区妇联.docx");
    await writeFile(file, copy);
    const { out } = await saidIn(folder, "recheck", file, ...asked, "--write");
    expect(out).toContain("94.88%");
    expect(out).toContain("1处公式按文字读取并核对");
    expect(out).toContain("写回文字材料后是一行文字");
    const written = await readFile(path.join(folder.data, "narrative/women-2025-annual.md"), "utf8");
    expect(written).toContain("孕产妇系统管理率=6360/6703×100%=95.88%");
  },
);
