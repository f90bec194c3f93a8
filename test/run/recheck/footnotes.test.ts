import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../../src/report/annual.js";
import "../../../src/run/reports.js";
import "../../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indicatorCsv, testFolder, type TestFolder } from "../../commands/folder.js";
import { saidIn } from "../../commands/said.js";
import { fewRows } from "../../plan/few-rows.js";
import { amended, p, r } from "../../word/read/docx.js";

const NARRATIVE = `# 妇女与健康

## 孕产妇健康

**保健服务有力。**开展专案管理35人[^1]。

## 工作措施

- 免费筛查全面推开[^2]。
- 其他工作同步推进。

# 对策建议

加大投入[^3]。

[^1]: 专案管理指一人一案。
[^2]: 2025年起扩大到农村妇女。
[^3]: 由区级财政保障。
`;

let folder: TestFolder;
let draft: Buffer;
let asked: string[];

async function printed(out: string): Promise<Buffer> {
  await rm(folder.out, { recursive: true, force: true });
  const how = ["--format", "docx", "--browser", "none"];
  const { code, err } = await saidIn(folder, "annual", "2025", ...asked, ...how);
  expect(code, out + err).toBe(0);
  return Object.entries(await folder.written()).find(([name]) => name.endsWith(".docx"))![1];
}

beforeAll(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  asked = ["--plans", path.join(folder.data, "../plans"), "--as-of", "2026-05-20"];
  const rows = [["W04", "孕产妇系统管理率", 94.62, 94.88]] as const;
  await folder.write("data/2025.csv", indicatorCsv([2024, 2025], rows));
  await folder.write("data/narrative/women-2025-annual.md", NARRATIVE);
  draft = await printed("");
}, 60_000);
afterAll(() => folder.remove());

const note = (id: number, text: string): string => `<w:footnote w:id="${id}">${p(r(text))}</w:footnote>`;
const pointing = (id: number): string =>
  `<w:ins w:id="90${id}" w:author="区妇联" w:date="2026-05-21T10:00:00Z"><w:r><w:footnoteReference w:id="${id}"/></w:r></w:ins>`;

async function rechecked(notes: (xml: string) => string, body: (xml: string) => string, ...more: string[]) {
  const file = path.join(folder.out, "区妇联.docx");
  await writeFile(file, await amended(draft, { "word/footnotes.xml": notes, "word/document.xml": body }));
  return saidIn(folder, "recheck", file, ...asked, ...more);
}

const added =
  (...notes: string[]) =>
  (xml: string) =>
    xml.replace("</w:footnotes>", `${notes.join("")}$&`);

describe("footnotes in a draft", () => {
  it("are the same as they were written where nobody touched them", { tags: ["patience"] }, async () => {
    const { code, out } = await rechecked(
      (xml) => xml,
      (xml) => xml,
    );
    expect(code).toBe(0);
    expect(out).not.toMatch(/修改|提醒|错误/u);
  });

  it("are checked where they stand", { tags: ["patience"] }, async () => {
    const body = (xml: string) => xml.replace("其他工作同步推进。</w:t></w:r>", `$&${pointing(9)}`);
    const { code, out } = await rechecked(added(note(9, "2025年孕产妇系统管理率为93.10%。")), body);
    expect(code).toBe(1);
    expect(out).toMatch(/“一、妇女与健康”第\d+段：孕产妇系统管理率2025年写作“93.10%”，按数据为94.88%/u);
    expect(out).toContain("其他工作同步推进。〔脚注：2025年孕产妇系统管理率为93.10%。〕");
  });

  it("come back, new ones and those that were amended, and are printed", { tags: ["patience"] }, async () => {
    const body = (xml: string) =>
      xml
        .replace("其他工作同步推进。</w:t></w:r>", `$&${pointing(9)}`)
        .replace("专案管理35人", "专案管理40人");
    const notes = (xml: string) =>
      added(note(9, "见[附表]。"))(xml)
        .replace("扩大到农村妇女", "扩大到全部农村妇女")
        .replace("由区级财政保障", "由区级财政分年保障");
    const { err } = await rechecked(notes, body, "--write");
    expect(err).toContain("已写回");
    const written = await readFile(path.join(folder.data, "narrative/women-2025-annual.md"), "utf8");
    expect(written).toBe(`# 妇女与健康

## 孕产妇健康

**保健服务有力。**开展专案管理40人[^2]。

[^2]: 专案管理指一人一案。

## 工作措施

- 免费筛查全面推开[^4]。

- 其他工作同步推进。[^5]

[^4]: 2025年起扩大到全部农村妇女。

[^5]: 见\\[附表\\]。

# 对策建议

加大投入[^1]。

[^1]: 由区级财政分年保障。
`);
    const again = await printed("再编");
    const footnotes: string[] = [];
    await amended(again, { "word/footnotes.xml": (xml) => (footnotes.push(xml), xml) });
    const text = footnotes.join("").replaceAll(/<[^>]*>/gu, "");
    for (const said of ["一人一案", "扩大到全部农村妇女", "见[附表]。", "由区级财政分年保障"])
      expect(text).toContain(said);
    expect(await printed("")).toEqual(again);
  });
});
