import { describe, expect, it } from "vitest";
import { readWord, readWordBytes } from "../../../src/word/read/read.js";
import { footnote } from "../../../src/terms/footnotes.js";
import { compoundFile } from "../../workbook/read/compound-file.js";
import { zip } from "../../workbook/read/zip.js";
import { contentOf, del, docx, ins, marked, p, r } from "./docx.js";

describe("a Word file", () => {
  it("is read as pieces with what was done to each, by whom and when", async () => {
    const { paragraphs } = await contentOf({
      body: p(r("率为"), del("张三", "94"), ins("张三", "95"), r("%。")),
    });
    const date = "2026-05-21T09:00:00Z";
    expect(paragraphs[0]?.pieces.map(({ text, inserted, deleted }) => [text, inserted, deleted])).toEqual([
      ["率为", null, null],
      ["94", null, { author: "张三", date, moved: false }],
      ["95", { author: "张三", date, moved: false }, null],
      ["%。", null, null],
    ]);
  });

  it("knows what one person put in and another took out", async () => {
    const body = p(ins("甲", "加").replace("<w:r>", del("乙", "又删").replace("</w:del>", "</w:del><w:r>")));
    const [first] = (await contentOf({ body })).paragraphs;
    expect(first?.pieces[0]).toMatchObject({
      text: "又删",
      inserted: { author: "甲" },
      deleted: { author: "乙" },
    });
  });

  it("knows headings by the names of styles, whatever ids a program gives them", async () => {
    const styles =
      `<w:style w:styleId="2"><w:name w:val="heading 1"/></w:style>` +
      `<w:style w:styleId="a3"><w:name w:val="我的"/><w:basedOn w:val="2"/></w:style>` +
      `<w:style w:styleId="x"><w:name w:val="正文"/></w:style>`;
    const styled = (id: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, r("文"));
    const outlined = p(`<w:pPr><w:pStyle w:val="x"/><w:outlineLvl w:val="1"/></w:pPr>`, r("文"));
    const body = styled("2") + styled("a3") + styled("x") + outlined;
    expect((await contentOf({ styles, body })).paragraphs.map(({ level }) => level)).toEqual([1, 1, 0, 2]);
  });

  it("passes over earlier looks, and counts them", async () => {
    const body = p(
      `<w:pPr><w:jc w:val="left"/><w:pPrChange w:id="1" w:author="甲"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>`,
      r("文"),
    );
    const { paragraphs, relooked } = await contentOf({ body });
    expect([paragraphs[0]?.level, relooked]).toEqual([0, 1]);
  });

  it("keeps bookmarks with nothing in them, tells cells, and counts pictures", async () => {
    const body =
      p(marked("r_W04_2025_1"), "<w:r><w:drawing/></w:r>") +
      `<w:tbl><w:tr><w:tc>${p(r("甲"))}</w:tc><w:tc>${p(r("乙"))}</w:tc></w:tr></w:tbl>`;
    const { paragraphs } = await contentOf({ body });
    expect(paragraphs[0]).toMatchObject({ pictures: 1, pieces: [{ text: "", bookmarks: ["r_W04_2025_1"] }] });
    expect(paragraphs.map(({ cell }) => cell)).toEqual([
      null,
      { table: 0, row: 0, column: 0, span: 1 },
      { table: 0, row: 0, column: 1, span: 1 },
    ]);
  });

  it("counts the columns that a joined cell takes up, and those left out before a line", async () => {
    const cell = (text: string, span = "") => `<w:tc><w:tcPr>${span}</w:tcPr>${p(r(text))}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell("甲")}${cell("乙", '<w:gridSpan w:val="2"/>')}${cell("丙")}</w:tr><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell("丁", '<w:gridSpan w:val="999999999"/>')}</w:tr></w:tbl>`;
    const { paragraphs } = await contentOf({ body });
    expect(paragraphs.map(({ cell: at }) => [at?.row, at?.column, at?.span])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [0, 3, 1],
      [1, 2, 63],
    ]);
  });

  it("gives a note once, however many marks point at it", async () => {
    const { paragraphs } = await contentOf({
      body: p(r("一") + '<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(3)),
      footnotes: `<w:footnote w:id="1">${p(r("注"))}</w:footnote>`,
    });
    const text = paragraphs.map(({ pieces }) => pieces.map((piece) => piece.text).join(""));
    expect(text).toEqual([`一${footnote("注")}`]);
  });

  it("reads comments with their place, footnotes and properties", async () => {
    const { comments, paragraphs, properties } = await contentOf({
      body: p(`<w:commentRangeStart w:id="7"/>`, r("这里"), `<w:commentRangeEnd w:id="7"/>`, r("不是")),
      comments: `<w:comment w:id="7" w:author="区教委" w:date="2026-05-21T09:00:00Z">${p(r("请核"))}${p(r("实"))}</w:comment>`,
      footnotes: `<w:footnote w:id="1">${p(r("注"))}</w:footnote>`,
      properties: { "report-id": "women-2025-annual" },
    });
    expect(comments).toEqual([{ id: "7", author: "区教委", date: "2026-05-21T09:00:00Z", text: "请核\n实" }]);
    expect(paragraphs[0]?.pieces.map((piece) => piece.comments)).toEqual([["7"], []]);
    expect(paragraphs[1]).toMatchObject({ story: "footnote", pieces: [{ text: "注" }] });
    expect(properties.get("report-id")).toBe("women-2025-annual");
  });
});

describe("what is no Word file", () => {
  const code = async (bytes: Buffer, name = "稿.docx") => (await readWordBytes(bytes, name)).issues[0]?.code;

  it.each([
    ["an old document", "word/old-format", compoundFile({ WordDocument: Buffer.from("x") }), "稿.doc"],
    ["one of WPS", "word/old-format", compoundFile({ Contents: Buffer.from("x") }), "稿.wps"],
    ["an encrypted one", "word/encrypted", compoundFile({ EncryptedPackage: Buffer.from("x") }), "稿.docx"],
    ["RTF under another name", "word/old-format", Buffer.from("{\\rtf1 文}"), "稿.docx"],
    ["a PDF", "word/not-a-document", Buffer.from("%PDF-1.7"), "稿.docx"],
    ["a text", "word/not-a-document", Buffer.from("文字"), "稿.docx"],
    ["nothing", "word/not-a-document", Buffer.alloc(0), "稿.docx"],
    ["a workbook", "word/not-a-document", zip([{ name: "xl/workbook.xml", data: "<workbook/>" }]), "稿.docx"],
    ["ODT", "word/old-format", zip([{ name: "content.xml", data: "<a/>" }]), "稿.docx"],
    ["broken XML", "word/damaged", docx({ body: "<w:p>" }), "稿.docx"],
    ["a cut file", "word/damaged", docx({ body: p(r("文")) }).subarray(0, 300), "稿.docx"],
  ])("%s is told: %s", async (_, expected, bytes, name) => {
    expect(await code(bytes, name)).toBe(expected);
  });

  it("is a bomb: told, and never unpacked", async () => {
    const claims = { size: 80 * 1024 * 1024 };
    const bomb = zip([{ name: "word/document.xml", data: "0".repeat(1000), claims }]);
    expect(await code(bomb)).toBe("word/too-large");
  });

  it("has more text than any report: told, and read no further", async () => {
    const paragraphs = (count: number) => docx({ body: p(r("文".repeat(1_000))).repeat(count) });
    expect(await code(paragraphs(100))).toBe(undefined);
    expect(await code(paragraphs(300))).toBe("word/too-long");
  });

  it("is a file that is not there", async () => {
    expect((await readWord("/nowhere/稿.docx", "稿.docx")).issues[0]?.code).toBe("word/missing-file");
  });
});

it("reads a formula as one would type it on a line, tracked changes and all", async () => {
  const t = (text: string) => `<m:r><m:rPr><m:sty m:val="p"/></m:rPr><w:rPr/><m:t>${text}</m:t></m:r>`;
  const fraction = `<m:f><m:fPr/><m:num>${t("6360")}</m:num><m:den>${t("6703")}</m:den></m:f>`;
  const sum = `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${t("i")}</m:sub><m:sup/><m:e>${t("x")}</m:e></m:nary>`;
  const math = (inside: string) => `<m:oMath xmlns:m="http://purl.oclc.org/m">${inside}</m:oMath>`;
  const inserted = `<w:ins w:id="1" w:author="甲">${math(`${fraction}${t("=94.88%")}`)}</w:ins>`;
  const { paragraphs } = await contentOf({
    body: p(r("其中："), inserted) + p(`<m:oMathPara>${math(sum)}</m:oMathPara>`),
  });
  expect(paragraphs.map(({ pieces }) => pieces.map(({ text }) => text).join(""))).toEqual([
    "其中：6360/6703=94.88%",
    "∑_i^x",
  ]);
  expect(paragraphs[0]?.pieces.at(-1)?.inserted?.author).toBe("甲");
  expect(paragraphs.map(({ formulas }) => formulas)).toEqual([1, 1]);
});
