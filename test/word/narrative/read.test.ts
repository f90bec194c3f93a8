import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeText } from "../../../src/show/show-issues.js";
import { textOf } from "../../../src/narrative/narrative.js";
import { readNarrative } from "../../../src/narrative/read.js";
import { everySlot } from "../../../src/narrative/slots.js";
import { readWordNarrative } from "../../../src/word/narrative/read.js";
import { shownFootnotes } from "../../../src/terms/footnotes.js";
import { women } from "../../claims/manuscript.js";
import { del, docx, end, ins, p, r, type Parts } from "../read/docx.js";

const NAME = "narrative/women-2025-区教委.docx";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "word-narrative-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function read(parts: Parts | Buffer) {
  const file = path.join(folder, "a.docx");
  await writeFile(file, Buffer.isBuffer(parts) ? parts : docx(parts));
  const text = await readWordNarrative(file, NAME, everySlot(women));
  const { narrative, issues, inputs } = await readNarrative(folder, women, "annual", 2025, [
    { file: NAME, text },
  ]);
  return {
    sections: Object.fromEntries(
      narrative?.sections.map(({ slot, blocks }) => [
        slot,
        blocks.map((block) =>
          block.table === null
            ? `${block.marker}${textOf(block)}`
            : [block.table.head, ...block.table.rows].map((row) => row.join("/")).join(" "),
        ),
      ]) ?? [],
    ),
    found: issues.map(({ code, where }) => `${code} ${placeText(where)}`),
    inputs,
  };
}

const STYLES = `<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>`;
const styled = (id: string, text: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, r(text));
const listed = (id: number, text: string) =>
  p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`, r(text));
const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${p(r(text))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

describe("parts of a report written in Word", () => {
  it("stand under headings by their style", async () => {
    const body =
      styled("1", "一、妇女与健康") +
      styled("2", "（一）孕产妇健康") +
      p(r("开展专案管理。")) +
      p(r("成效明显。"));
    const { sections, found, inputs } = await read({ styles: STYLES, body });
    expect(sections).toEqual({ "health/孕产妇健康": ["开展专案管理。", "成效明显。"] });
    expect(found).toEqual([]);
    expect(inputs.map(({ file }) => file)).toEqual([NAME]);
  });

  it("stand under plain lines that are nothing but the name of a part", async () => {
    const body =
      p(r("一、妇女与健康")) +
      p(r("（一）孕产妇健康")) +
      p(r("妇女与健康工作扎实。")) +
      p(r("二、对策建议")) +
      p(r("抓落实。"));
    const { sections, found } = await read({ body });
    expect(sections).toEqual({
      "health/孕产妇健康": ["妇女与健康工作扎实。"],
      recommendations: ["抓落实。"],
    });
    expect(found).toEqual([]);
  });

  it("keep lists, tables and signs that Markdown would take for its own", async () => {
    const body =
      styled("1", "对策建议") +
      listed(5, "完善机制") +
      styled("L", "加强督导*三次*") +
      listed(6, "抓好#1") +
      p(r("# 不是标题 &lt;b>")) +
      p(r("1. 也不是列表")) +
      table(["项目", "数|量"], ["筛查", "1200"]);
    const { sections, found } = await read({ styles: STYLES, numbering: NUMBERING, body });
    expect(sections["recommendations"]).toEqual([
      "（1）完善机制",
      "（2）加强督导*三次*",
      "抓好#1",
      "# 不是标题 <b>",
      "1. 也不是列表",
      "项目/数|量 筛查/1200",
    ]);
    expect(found).toEqual([]);
  });

  it("are taken as if all changes were accepted, and say so", async () => {
    const body =
      styled("1", "对策建议") +
      p(end("ins", "甲"), r("改"), del("甲", "坏"), ins("甲", "好"), r("机制。")) +
      p(r("再抓落实。"));
    const comments = `<w:comment w:id="1" w:author="乙">${p(r("请核"))}</w:comment>`;
    const { sections, found } = await read({ styles: STYLES, comments, body });
    expect(sections["recommendations"]?.join("")).toBe("改好机制。再抓落实。");
    expect(found).toEqual([`narrative/unsettled ${NAME}`]);
  });

  it("tell what cannot be printed, at its paragraph", async () => {
    const body =
      styled("1", "对策建议") +
      p("<w:r><w:drawing/></w:r>") +
      p(r("抓落实。")) +
      table(["项目", "数"], ["合并的"]);
    const footnotes = `<w:footnote w:id="2">${p(r("脚注文字"))}</w:footnote>`;
    const { found } = await read({ styles: STYLES, footnotes, body });
    expect(found.toSorted()).toEqual([
      `narrative/not-printed ${NAME}“对策建议”第4段`,
      `narrative/not-printed ${NAME}第2段`,
      `narrative/not-printed ${NAME}第7段`,
    ]);
  });

  it("give their footnotes and endnotes where they are pointed at, and parted no list", async () => {
    const pointing = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string) =>
      `<w:${kind} w:id="${id}">${p("<w:r><w:footnoteRef/></w:r>", r(` ${text}`))}</w:${kind}>`;
    const item = (...inside: string[]) =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr></w:pPr>`, ...inside);
    const { sections, found } = await read({
      styles: STYLES,
      numbering: NUMBERING,
      footnotes: note("footnote", 2, "含*区级*配套。"),
      endnotes: note("endnote", 2, "1. 抽样。"),
      body:
        styled("1", "对策建议") +
        item(r("加大投入"), pointing("footnote", 2), r("。")) +
        item(r("开展调查"), pointing("endnote", 2), r("。")),
    });
    expect(sections["recommendations"]?.map(shownFootnotes)).toEqual([
      "一是加大投入〔脚注：含*区级*配套。〕。",
      "二是开展调查〔脚注：1. 抽样。〕。",
    ]);
    expect(found).toEqual([]);
  });

  it("tell text before the first heading and headings nobody knows, at their paragraphs", async () => {
    const { sections, found } = await read({
      styles: STYLES,
      body: p(r("区教委材料")) + styled("1", "对策建意") + p(r("甲")) + styled("1", "对策建议") + p(r("乙")),
    });
    expect(sections).toEqual({ recommendations: ["乙"] });
    expect(found).toEqual([
      `narrative/text-outside ${NAME}第1段`,
      `narrative/unknown-heading ${NAME}“对策建意”第2段`,
    ]);
  });

  it("are no report of ours, and no other file", async () => {
    const draft = await read({ body: p(r("甲")), properties: { "report-model": "x" } });
    expect(draft.found).toEqual([`narrative/own-draft ${NAME}`]);
    expect((await read(Buffer.from("文字"))).found).toEqual([`word/not-a-document ${NAME}`]);
  });

  it("give way to the same part in a narrative file, and say so", async () => {
    await mkdir(path.join(folder, "narrative"));
    await writeFile(path.join(folder, "narrative/women-2025.md"), "# 对策建议\n甲。\n");
    const { sections, found } = await read({ styles: STYLES, body: styled("1", "对策建议") + p(r("乙。")) });
    expect(sections["recommendations"]).toEqual(["甲。"]);
    expect(found).toEqual([`narrative/overridden ${NAME}“对策建议”第1段`]);
  });
});
