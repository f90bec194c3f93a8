import { describe, expect, it } from "vitest";
import { changesOf, positionsOf } from "../../../src/word/compare/changes.js";
import { comparedFigures } from "../../../src/word/compare/figures.js";
import { pairsOf } from "../../../src/word/compare/pairs.js";
import { passagesOf, type Passage } from "../../../src/word/compare/passages.js";
import { placedComments } from "../../../src/word/compare/remarks.js";
import { cellsTogether } from "../../../src/word/compare/table-changes.js";
import { readWordBytes } from "../../../src/word/read/read.js";
import { growthOf } from "../../work.js";
import { del, docx, end, ins, marked, p, r, type Parts } from "../read/docx.js";

/** Twice, and a little. */
const LINEAR = 2.1;

function many(count: number, each: (nth: number) => string): string {
  return Array.from({ length: count }, (_, nth) => each(nth)).join("");
}

const from = (nth: number) => `<w:commentRangeStart w:id="${nth}"/>`;
const until = (nth: number) => `<w:commentRangeEnd w:id="${nth}"/>`;
const remark = (nth: number) => `<w:r><w:commentReference w:id="${nth}"/></w:r>`;
const comment = (nth: number) =>
  `<w:comment w:id="${nth}" w:author="区教委" w:date="2026-05-21T09:00:00Z">${p(r(`意见${nth}`))}</w:comment>`;
const figure = (nth: number) => marked(`r_W04_${2021 + (nth % 5)}_${nth}`, r(`${nth}%`));
const cell = (nth: number) => `<w:tc>${p(r(`第${nth}格`))}</w:tc>`;

/** Drafts with so many of each kind of mark. */
const KINDS: Readonly<Record<string, (count: number) => Parts>> = {
  "bookmarks of figures in one paragraph": (n) => ({ body: p(many(n, figure)) }),
  "bookmarks with nothing in them": (n) => ({ body: p(many(n, (nth) => marked(`r_W04_2025_${nth}`))) }),
  "comments on places, all in one paragraph": (n) => ({
    body: p(many(n, remark)),
    comments: many(n, comment),
  }),
  "comments on a paragraph each": (n) => ({
    body: many(n, (nth) => p(from(nth), r(`文${nth}`), until(nth), remark(nth))),
    comments: many(n, comment),
  }),
  "comments on nothing": (n) => ({ body: p(r("文")), comments: many(n, comment) }),
  notes: (n) => ({
    body: p(many(n, (nth) => `<w:r><w:footnoteReference w:id="${nth}"/></w:r>`)),
    footnotes: many(n, (nth) => `<w:footnote w:id="${nth}">${p(r(`注${nth}`))}</w:footnote>`),
  }),
  "changes of one person in one paragraph": (n) => ({
    body: p(many(n, (nth) => ins("甲", `增${nth}`) + del("甲", `删${nth}`))),
  }),
  "paragraphs changed by a person each": (n) => ({ body: many(n, (nth) => p(ins(`甲${nth}`, `增${nth}`))) }),
  "paragraphs that were moved, last to first": (n) => ({
    body: many(n, (nth) => p(del("甲", `移${nth}`))) + many(n, (nth) => p(ins("甲", `移${n - 1 - nth}`))),
  }),
  "ends of paragraphs that were taken out": (n) => ({ body: many(n, () => p(end("del", "甲"))) }),
  headings: (n) => ({
    body: many(n, (nth) => p(`<w:pPr><w:outlineLvl w:val="${nth % 9}"/></w:pPr>`, r(`题${nth}`))),
  }),
  cells: (n) => ({ body: `<w:tbl>${many(n, (nth) => `<w:tr>${cell(nth)}${cell(nth + n)}</w:tr>`)}</w:tbl>` }),
};

const OURS: Promise<readonly Passage[]> = passages(docx({ body: p(figure(3), r("的是原文。")) }));

async function passages(bytes: Buffer): Promise<Passage[]> {
  const { content } = await readWordBytes(bytes, "稿.docx");
  return content === null ? [] : passagesOf(content);
}

/** All that is made of a copy before it is held against the data. */
async function compare(bytes: Buffer): Promise<void> {
  const { content } = await readWordBytes(bytes, "稿.docx");
  if (content === null) throw new Error("the draft was refused");
  const [ours, theirs] = [await OURS, passagesOf(content)];
  placedComments(content.comments, theirs);
  const pairs = pairsOf(ours, theirs);
  comparedFigures(ours, theirs, pairs);
  cellsTogether(changesOf(theirs, pairs), theirs, pairs);
  positionsOf(theirs, pairs);
}

describe("twice as many are twice the work", () => {
  it.each(Object.entries(KINDS))("%s", { tags: ["patience"] }, async (_, draft) => {
    await OURS;
    expect(await growthOf((size) => compare(docx(draft(size))), 250)).toBeLessThan(LINEAR);
  });

  it(
    "lines that stand elsewhere, so many that no table of all pairs is made",
    { tags: ["patience"] },
    async () => {
      const lines = (count: number) =>
        Array.from({ length: count }, (_, nth) => p(r(`第${nth}条措施落实情况良好`)));
      const made = new Map<number, readonly [Passage[], Passage[]]>();
      for (const count of [2, 2_100, 4_200]) {
        const [ours, theirs] = [lines(count), lines(count).reverse()].map((all) =>
          docx({ body: all.join("") }),
        );
        if (ours !== undefined && theirs !== undefined)
          made.set(count, [await passages(ours), await passages(theirs)]);
      }
      const pair = (count: number) => pairsOf(...(made.get(count) ?? [[], []]));
      expect(pair(4_200).filter(({ moved }) => moved).length).toBeGreaterThan(4_000);
      expect(await growthOf(pair, 2_100)).toBeLessThan(LINEAR);
    },
  );
});
