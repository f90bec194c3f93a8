import { writeFile } from "node:fs/promises";
import path from "node:path";
// What the commands load when they are called is loaded before the first test's time runs.
import "../../../src/report/annual.js";
import "../../../src/run/reports.js";
import "../../../src/run/recheck/recheck.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../../src/workbook/read/read.js";
import { testFolder, type TestFolder } from "../../commands/folder.js";
import { saidIn } from "../../commands/said.js";
import { fewRows } from "../../plan/few-rows.js";
import { amended, commentsPart, p, r } from "../../word/read/docx.js";

/** One death in 2025, none in 2024; the life expectancy is for the offices alone. */
const SHEET =
  "编号,指标名称,2024年,2025年,2025年分子,2025年分母\nW02,妇女人均预期寿命,81.20,81.65,,\nW03,孕产妇死亡率,0,14.92,,\nW04,孕产妇系统管理率,94.62,94.88,,\n";
const CASES = "编号,指标名称,2025年,分子,分母\nW03,孕产妇死亡率,14.92,1,6703\n";

let folder: TestFolder;
let draft: Buffer;
let asked: string[];
beforeAll(async () => {
  folder = await testFolder();
  await folder.write(
    "data/2025.csv",
    SHEET.replaceAll(",2025年分子,2025年分母", "").replaceAll(",,\n", "\n"),
  );
  await folder.write("data/2025分子.csv", CASES);
  await folder.write("data/narrative/women-2025.md", "# 妇女与健康\n## 工作措施\n全区开展免费筛查。\n");
  const plan = await fewRows("孕产妇健康", "妇女身体素质");
  await folder.write(
    "plans/women.yaml",
    plan.replace("name: 妇女人均预期寿命\n", "name: 妇女人均预期寿命\n    internal: true\n"),
  );
  asked = ["--plans", path.join(folder.data, "../plans"), "--as-of", "2026-05-20"];
  const how = ["--edition", "public", "--format", "docx", "--browser", "none"];
  const { code, err } = await saidIn(folder, "annual", "2025", ...asked, ...how);
  expect(code, err).toBe(0);
  const written = await folder.written();
  draft = Object.entries(written).find(([name]) => name.endsWith(".docx"))![1];
}, 60_000);
afterAll(() => folder.remove());

interface Json {
  issues: { code: string; message: string; right: string; written: string; where: { heading: string } }[];
}

async function rechecked(
  parts: Parameters<typeof amended>[1],
  added: Parameters<typeof amended>[2] = {},
  ...more: string[]
) {
  const file = path.join(folder.out, "区妇联（公开版）.docx");
  await writeFile(file, await amended(draft, parts, added));
  const said = await saidIn(folder, "recheck", file, ...asked, "--format", "json", ...more);
  const { issues } = JSON.parse(said.out) as Json;
  return { ...said, issues, withheld: issues.filter(({ code }) => code === "word/withheld") };
}

/** A paragraph put behind the one in which a text stands. */
function behind(anchor: string, added: string): (xml: string) => string {
  return (xml) => {
    const end = xml.indexOf("</w:p>", xml.indexOf(anchor)) + "</w:p>".length;
    expect(xml).toContain(anchor);
    return xml.slice(0, end) + added + xml.slice(end);
  };
}

describe("an amended public copy", () => {
  it("has nothing to object to as it was written", { tags: ["patience"] }, async () => {
    const { code, issues } = await rechecked({});
    expect([code, issues]).toEqual([0, []]);
  });

  it(
    "is objected to wherever a withheld figure was typed, and never written back",
    { tags: ["patience"] },
    async () => {
      const box = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p(r("孕产妇死亡1例"))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
      const comments = commentsPart(
        `<w:comment w:id="7" w:author="区妇联" w:date="2026-05-21T10:00:00Z">${p(r("2025年孕产妇死亡率实为14.92/10万。"))}</w:comment>`,
      );
      const edit = (xml: string) =>
        xml.replace("全区开展免费筛查。", "全区开展免费筛查，孕产妇死亡率为14.9/10万。");
      const { code, err, withheld } = await rechecked(
        {
          "word/document.xml": (xml) =>
            [
              edit,
              behind("全区开展免费筛查", p(r("妇女人均预期寿命81.65岁。")) + box),
              (text: string) => text.replace("＊", "14.92"),
            ].reduce((text, change) => change(text), xml),
          "word/footnotes.xml": (xml) =>
            xml.replace(
              "</w:footnotes>",
              `<w:footnote w:id="9">${p(r("孕产妇死亡率为0.15‰。"))}</w:footnote>$&`,
            ),
          "word/header1.xml": (xml) => xml.replace("</w:hdr>", `${p(r("孕产妇死亡率14.92/10万"))}$&`),
          ...comments.parts,
        },
        comments.added,
        "--write",
      );
      expect(code).toBe(1);
      expect(withheld.map(({ written }) => written)).toEqual([
        "14.9/10万",
        "81.65岁",
        "1例",
        "14.92",
        "0.15‰",
        "14.92/10万",
        "14.92/10万",
      ]);
      expect(withheld.every(({ right }) => right === "")).toBe(true);
      expect(withheld.map(({ where }) => where.heading)).toEqual(expect.arrayContaining(["脚注", "页眉"]));
      expect(withheld[0]?.message).toBe(
        "公开版不公布“孕产妇死亡率”的数（涉及人数较少），稿中写着“14.9/10万”",
      );
      expect(withheld[1]?.message).toContain("不印“妇女人均预期寿命”（规划文件中标为内部指标）");
      expect(err).toContain("写有公开版不公布的数");
      expect(err).toContain("没有要写回的文字");
    },
  );

  it("keeps what such a figure was put in the place of", { tags: ["patience"] }, async () => {
    const change = (xml: string) => xml.replace("全区开展免费筛查。", "孕产妇死亡1例。");
    const { err } = await rechecked({ "word/document.xml": change }, {}, "--write");
    expect(err).toContain("“全区开展免费筛查。”没有写回文字材料：写有公开版不公布的数");
    expect(err).toContain("没有要写回的文字");
  });

  it(
    "is objected to where a table of people's own tells such figures, in lines or in columns",
    { tags: ["patience"] },
    async () => {
      const cell = (text: string) => `<w:tc>${p(r(text))}</w:tc>`;
      const table = (rows: readonly (readonly string[])[]) =>
        `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
      const tables =
        table([
          ["指标", "2024年", "2025年"],
          ["孕产妇死亡率", "0", "14.92"],
        ]) +
        p(r("说明")) +
        table([
          ["年份", "孕产妇系统管理率", "孕产妇死亡率"],
          ["2024", "94.62", "0"],
          ["2025", "94.88", "14.92"],
        ]);
      const { withheld } = await rechecked({ "word/document.xml": behind("全区开展免费筛查", tables) });
      expect(withheld.map(({ written }) => written)).toEqual(["14.92", "14.92"]);
    },
  );

  it(
    "is told in the table of opinions, and tells the wrong figures of what is public as ever",
    { tags: ["patience"] },
    async () => {
      const { issues } = await rechecked(
        {
          "word/document.xml": (xml) =>
            xml.replace("全区开展免费筛查。", "孕产妇死亡1例，孕产妇系统管理率为95.11%。"),
        },
        {},
        "--format",
        "json,xlsx",
      );
      expect(issues.map(({ code, written }) => [code, written])).toEqual([
        ["word/withheld", "1例"],
        ["narrative/wrong-figure", expect.stringContaining("95.11%")],
      ]);
      const { sheets } = await readWorkbook(path.join(folder.out, "意见采纳情况表.xlsx"), "表.xlsx");
      expect(JSON.stringify(sheets)).toContain("“1例”在公开版中不公布");
    },
  );

  it("is known as one by what it says, its name and properties lost", { tags: ["patience"] }, async () => {
    const file = path.join(folder.out, "区妇联.docx");
    const bytes = await amended(draft, {
      "docProps/custom.xml": (xml) => xml.replaceAll("report-id", "x"),
      "word/document.xml": (xml) => xml.replace("全区开展免费筛查。", "孕产妇死亡1例。"),
    });
    await writeFile(file, bytes);
    const { out } = await saidIn(folder, "recheck", file, ...asked);
    expect(out).toContain("公开版不公布“孕产妇死亡率”的数");
  });
});
