import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../../src/report/annual.js";
import "../../../src/run/reports.js";
import "../../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { wordsAround } from "../../../src/run/recheck/cells.js";
import { passagesOf } from "../../../src/word/compare/passages.js";
import { indicatorCsv, testFolder, type TestFolder } from "../../commands/folder.js";
import { saidIn } from "../../commands/said.js";
import { fewRows } from "../../plan/few-rows.js";
import { amended, contentOf, p, r } from "../../word/read/docx.js";

let folder: TestFolder;
let draft: Buffer;
let asked: string[];
beforeAll(async () => {
  folder = await testFolder();
  await folder.write("plans/women.yaml", await fewRows("孕产妇健康"));
  const rows = [["W04", "孕产妇系统管理率", 94.62, 94.88]] as const;
  await folder.write("data/2025.csv", indicatorCsv([2024, 2025], rows));
  asked = ["--plans", path.join(folder.data, "../plans"), "--as-of", "2026-05-20"];
  const { code, err } = await saidIn(
    folder,
    "annual",
    "2025",
    ...asked,
    "--format",
    "docx",
    "--browser",
    "none",
  );
  expect(code, err).toBe(0);
  draft = Object.entries(await folder.written()).find(([name]) => name.endsWith(".docx"))![1];
}, 60_000);
afterAll(() => folder.remove());

/** A table of cells; 2025年+2 is a cell over two columns. */
function table(...rows: readonly string[]): string {
  const cell = (text: string): string => {
    const [said = "", span] = text.split("+");
    const wide = span === undefined ? "" : `<w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>`;
    return `<w:tc>${wide}${p(r(said))}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.split("|").map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** What is told of a copy in which somebody put such blocks at the end of the text. */
async function told(...blocks: readonly string[]) {
  const copy = await amended(draft, {
    "word/document.xml": (xml) => {
      const at = xml.lastIndexOf("<w:sectPr");
      return `${xml.slice(0, at)}${blocks.join("")}${p()}${xml.slice(at)}`;
    },
  });
  const file = path.join(folder.out, "区卫生健康委.docx");
  await writeFile(file, copy);
  const json = JSON.parse((await saidIn(folder, "recheck", file, ...asked, "--format", "json")).out) as {
    issues: { message: string; right: string; where: { inTable?: string } }[];
  };
  const { out } = await saidIn(folder, "recheck", file, ...asked);
  return { issues: json.issues, out };
}

it(
  "a table that somebody put in is read by its heads, and its wrong figures are told with their places",
  { tags: ["patience"] },
  async () => {
    const { issues, out } = await told(
      p(r("表8 妇女健康主要指标")),
      table("指标|2024年|2025年", "孕产妇系统管理率（%）|94.62|95.88"),
    );
    expect(issues).toMatchObject([
      {
        right: "94.88%",
        where: { inTable: "表格“表8 妇女健康主要指标”第2行“孕产妇系统管理率（%）”第3列“2025年”" },
      },
    ]);
    expect(out).toContain("第2行“孕产妇系统管理率（%）”第3列“2025年”");
  },
);

it("joined cells head all the columns they cover", { tags: ["patience"] }, async () => {
  const rows = (figure: string) =>
    table("指标|2024年+2|2025年+2", " |全区|全市|全区|全市", `孕产妇系统管理率（%）|94.62|96|${figure}|97`);
  expect((await told(p(r("主要指标")), rows("94.88"))).issues).toEqual([]);
  expect((await told(p(r("主要指标")), rows("95.88"))).issues).toMatchObject([{ right: "94.88%" }]);
});

it("a table of another place is none of ours", { tags: ["patience"] }, async () => {
  const other = table("指标|2025年", "孕产妇系统管理率（%）|98.1");
  expect((await told(p(r("全市主要指标")), other)).issues).toEqual([]);
});

it("looks at each cell a few times, however long a table is", async () => {
  const looks = async (lines: number): Promise<number> => {
    const rows = Array.from({ length: lines }, (_, nth) => `指标${nth}|${nth}|${nth}`);
    let count = 0;
    const passages = passagesOf(await contentOf({ body: table("指标|2024年|2025年", ...rows) })).map(
      (passage) => ({
        ...passage,
        get cell() {
          count += 1;
          return passage.cell;
        },
      }),
    );
    const around = wordsAround(passages);
    for (const passage of passages) around(passage);
    return count / passages.length;
  };
  expect(await looks(400)).toBeLessThan((await looks(40)) * 1.2);
});

it(
  "a table that somebody put in goes back as a table, and the line above it as its title",
  { tags: ["patience"] },
  async () => {
    const tracked = (text: string) =>
      `<w:ins w:id="77" w:author="区卫生健康委" w:date="2026-05-21T10:00:00Z">${r(text)}</w:ins>`;
    const rows = [
      ["指标", "2025年"],
      ["孕产妇系统管理率（%）", "94.88"],
    ];
    const inserted = `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${p(tracked(text))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
    const copy = await amended(draft, {
      "word/document.xml": (xml) => {
        const at = xml.indexOf("</w:p>", xml.indexOf("本领域需要关注的指标"));
        const behind =
          (at < 0 ? xml.indexOf("</w:p>", xml.indexOf("孕产妇系统管理率为")) : at) + "</w:p>".length;
        return `${xml.slice(0, behind)}${p(tracked("健康指标完成情况"))}${inserted}${xml.slice(behind)}`;
      },
    });
    const file = path.join(folder.out, "区卫生健康委.docx");
    await writeFile(file, copy);
    const { err } = await saidIn(folder, "recheck", file, ...asked, "--write");
    expect(err).not.toContain("没有写回");
    const written = await readFile(path.join(folder.data, "narrative/women-2025-annual.md"), "utf8");
    expect(written).toContain(
      "表 健康指标完成情况\n\n| 指标 | 2025年 |\n| --- | --- |\n| 孕产妇系统管理率（%） | 94.88 |",
    );
  },
);

it("a part with a table of people's goes back again, its cells with it", { tags: ["patience"] }, async () => {
  const narrative = path.join(folder.data, "narrative/women-2025-annual.md");
  const before = [
    "# 妇女与健康",
    "",
    "本节为示例。",
    "",
    "- **产后访视到位。**由镇街承担。",
    "- **产前检查到位。**由医院承担。",
    "",
    "表1 回访情况（单位：人）",
    "",
    "| 镇街 | 回访 | 说明 |",
    "| :--- | ---: | --- |",
    "| 朱沱镇 | 31 |  |",
    "| 仙龙镇 | 12 | 补报 |",
    "",
    "注：各镇街自报。",
    "",
    "资料来源：区卫生健康委",
    "",
    "# 对策建议",
    "",
    "本节为示例。",
    "",
    "加强随访。",
    "",
  ].join("\n");
  await folder.write("data/narrative/women-2025-annual.md", before);
  const made = ["annual", "2025", ...asked, "--format", "docx", "--browser", "none"] as const;
  const { code, err } = await saidIn(folder, ...made);
  expect(code, err).toBe(0);
  const again = Object.entries(await folder.written()).find(([name]) => name.endsWith("报告.docx"))![1];
  const tracked = (was: string, is: string) => (xml: string) => {
    const at = xml.indexOf(`>${was}</w:t>`);
    const [start, end] = [xml.lastIndexOf("<w:r>", at), xml.indexOf("</w:r>", at) + "</w:r>".length];
    const run = xml.slice(start, end);
    const gone = run.replaceAll("<w:t", "<w:delText").replaceAll("</w:t>", "</w:delText>");
    const who = 'w:author="区卫生健康委" w:date="2026-05-21T10:00:00Z"';
    const come = run.replace(`>${was}<`, `>${is}<`);
    return `${xml.slice(0, start)}<w:del w:id="81" ${who}>${gone}</w:del><w:ins w:id="82" ${who}>${come}</w:ins>${xml.slice(end)}`;
  };
  const copy = await amended(again, {
    "word/document.xml": (xml) => tracked("12", "13")(tracked("由镇街承担。", "由镇街卫生院承担。")(xml)),
  });
  const file = path.join(folder.out, "区卫生健康委.docx");
  await writeFile(file, copy);
  const told = await saidIn(folder, "recheck", file, ...asked, "--write");
  expect(told.err).not.toContain("没有写回");
  const after = before
    .replace("由镇街承担", "由镇街卫生院承担")
    .replace("承担。\n- ", "承担。\n\n- ")
    .replace("| 12 |", "| 13 |");
  expect(await readFile(narrative, "utf8")).toBe(after);
  expect((await saidIn(folder, ...made)).code).toBe(0);
});
