import { expect, it } from "vitest";
import { issue } from "../../../src/issues/issue.js";
import { LIMITS } from "../../../src/word/read/limits.js";
import { readWordBytes } from "../../../src/word/read/read.js";
import { amended, docx, end, ins, marked, p, r, type Parts } from "./docx.js";

const cell = `<w:tc>${p()}</w:tc>`;
const comment = (text: string) => `<w:comment w:id="1" w:author="区教委">${p(r(text))}</w:comment>`;
const from = `<w:commentRangeStart w:id="1"/>`;
const note = `<w:r><w:footnoteReference w:id="1"/></w:r>`;

/** Drafts of which one count is so much, and every other one is small. */
const DRAFTS: readonly (readonly [what: keyof typeof LIMITS, of: string, (count: number) => Parts])[] = [
  ["characters", "text", (n) => ({ body: p(r("文".repeat(n))) })],
  ["characters", "comments", (n) => ({ body: p(r("文")), comments: comment("文".repeat(n - 1)) })],
  ["characters", "notes", (n) => ({ body: p(r("文")), footnotes: p(r("文".repeat(n - 1))) })],
  ["paragraphs", "text", (n) => ({ body: p().repeat(n) })],
  ["paragraphs", "text and notes", (n) => ({ body: p().repeat(n - 9), footnotes: p().repeat(9) })],
  ["cells", "one line", (n) => ({ body: `<w:tbl><w:tr>${cell.repeat(n)}</w:tr></w:tbl>` })],
  ["cells", "tables of one cell", (n) => ({ body: `<w:tbl><w:tr>${cell}</w:tr></w:tbl>`.repeat(n) })],
  ["marks", "bookmarks", (n) => ({ body: p(marked("b").repeat(n)) })],
  ["marks", "comments", (n) => ({ body: p(from.repeat(n)) })],
  ["marks", "notes", (n) => ({ body: p(note.repeat(n)) })],
  ["changes", "text", (n) => ({ body: p(ins("甲", "").repeat(n)) })],
  ["changes", "ends of paragraphs", (n) => ({ body: p(end("ins", "甲").repeat(n)) })],
  ["styles", "none used", (n) => ({ body: p(r("文")), styles: `<w:style w:styleId="s"/>`.repeat(n) })],
  ["comments", "nothing", (n) => ({ body: p(r("文")), comments: comment("").repeat(n) })],
];

const told = (what: keyof typeof LIMITS) =>
  issue("word/too-long", { file: "稿.docx" }, { what, limit: LIMITS[what] });

it.each(DRAFTS)(
  "reads as many %s (%s) as it may, and tells of one more",
  { tags: ["patience"] },
  async (what, _, draft) => {
    const limit = LIMITS[what];
    const most = await readWordBytes(docx(draft(limit)), "稿.docx");
    expect(most.issues).toEqual([]);
    const more = await readWordBytes(docx(draft(limit + 1)), "稿.docx");
    expect(more).toEqual({ content: null, issues: [told(what)] });
  },
);

/** Of a passage of so many characters each is told again so many times. */
const REPEATED: Readonly<Record<string, (times: number, size: number) => Parts>> = {
  "comments on one text": (times, size) => ({
    body: p(
      ...Array.from({ length: times }, (_, nth) => `<w:commentRangeStart w:id="${nth}"/>`),
      r("文".repeat(size)),
    ),
  }),
  "bookmarks on one text": (times, size) => ({
    body: p(
      ...Array.from({ length: times }, (_, nth) => `<w:bookmarkStart w:id="${nth}" w:name="b${nth}"/>`),
      r("文".repeat(size)),
    ),
  }),
  "people who changed one paragraph": (times, size) => ({
    body: p(r("文".repeat(size)), ...Array.from({ length: times }, (_, nth) => ins(`甲${nth}`, "增"))),
  }),
  "paragraphs joined to one": (times, size) => ({
    body: p(end("del", "甲"), r("文".repeat(size / times))).repeat(times),
  }),
  "comments on a note's mark": (times, size) => ({
    body: p(...Array.from({ length: times }, (_, nth) => `<w:commentRangeStart w:id="${nth}"/>`), note),
    footnotes: `<w:footnote w:id="1">${p(r("文".repeat(size)))}</w:footnote>`,
  }),
};

it.each(Object.entries(REPEATED))("tells of too many %s, however short the text", async (_, draft) => {
  const few = await readWordBytes(docx(draft(100, 10_000)), "稿.docx");
  expect(few.issues).toEqual([]);
  const many = await readWordBytes(docx(draft(250, 10_000)), "稿.docx");
  expect(many.issues).toEqual([told("repeated")]);
});

it("holds one list of bookmarks and of comments for all pieces between two marks", async () => {
  const { content } = await readWordBytes(
    docx({ body: p(from, marked("b", r("文"), ins("甲", "增"), r("字")), r("后"), ins("乙", "增")) }),
    "稿.docx",
  );
  const [one, two, three, four, five] = content?.paragraphs[0]?.pieces ?? [];
  expect(one?.bookmarks).toEqual(["b"]);
  expect([two?.bookmarks, three?.bookmarks].every((list) => list === one?.bookmarks)).toBe(true);
  expect(four?.bookmarks).toEqual([]);
  expect(five?.bookmarks).toBe(four?.bookmarks);
  expect(new Set([one, two, three, four, five].map((piece) => piece?.comments)).size).toBe(1);
});

it("looks at no more of a property than one of ours has", async () => {
  const long = { other: "x".repeat(200_000), "report-model": "abc" };
  const { content } = await readWordBytes(docx({ body: p(r("文")), properties: long }), "稿.docx");
  expect(content?.properties.get("report-model")).toBe("abc");
  expect(content?.properties.get("other")?.length).toBeLessThanOrEqual(2_000);
});

it("reads a part that is named sixty times once", async () => {
  const one = docx({ body: p(r("文")), footnotes: p(r("注")) });
  const named = await amended(one, {
    "word/_rels/document.xml.rels": (xml) =>
      xml.replace(/<Relationship [^>]*footnotes[^>]*>/u, (relation) =>
        Array.from({ length: 60 }, (_, nth) => relation.replace(/Id="[^"]*"/u, `Id="n${nth}"`)).join(""),
      ),
  });
  const { content } = await readWordBytes(named, "稿.docx");
  expect(content?.paragraphs.map(({ story }) => story)).toEqual(["body", "footnote"]);
});
