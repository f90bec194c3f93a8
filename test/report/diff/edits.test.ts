import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../../src/data/published/record.js";
import { growthOf, workOf } from "../../work.js";
import { editsOf, piecesOf, type EditedPart, type EditPiece } from "../../../src/report/diff/edits.js";

const statement = (sentences: readonly (readonly [part: string, text: string])[]) =>
  ({ sentences: sentences.map(([part, text]) => ({ part, text })) }) as unknown as Statement;

/** The text of one of the two reports, chapter by chapter. */
function textsOf(parts: readonly EditedPart[], without: EditPiece["kind"]): [string, string][] {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ heading, paragraphs }) => [
      heading,
      paragraphs
        .flat()
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(""),
    ]);
}

const shown = (pieces: readonly EditPiece[]): string =>
  pieces.map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, come: `[+${text}]` })[kind]).join("");

describe("a sentence with another in its place", () => {
  it.each([
    ["管理率为94.50%，已达标。", "管理率为93.10%，已达标。", "管理率为[-94.50][+93.10]%，已达标。"],
    ["甲。", "", "[-甲。]"],
    ["", "甲。", "[+甲。]"],
    ["着力抓好妇女健康工作。", "教育经费逐年增长。", "[-着力抓好妇女健康工作。][+教育经费逐年增长。]"],
  ])("%s and %s", (from, to, edited) => expect(shown(piecesOf(from, to))).toBe(edited));
});

describe("the text of two reports as one", () => {
  it("begins a paragraph where a sentence is headed", () => {
    const text = statement([
      ["健康", "（一）甲。"],
      ["健康", "乙。"],
      ["健康", "（二）丙。"],
      ["健康", "为1.5%。"],
    ]);
    const [part] = editsOf(text, text);
    expect(part?.paragraphs.map(shown)).toEqual(["（一）甲。乙。", "（二）丙。为1.5%。"]);
  });

  it("has a chapter that is gone, one that is come and one that has moved in its place", () => {
    const before = statement([
      ["甲", "1。"],
      ["乙", "2。"],
      ["丙", "3。"],
    ]);
    const after = statement([
      ["甲", "1。"],
      ["丙", "3。"],
      ["丁", "4。"],
    ]);
    const kinds = editsOf(before, after).map(({ heading, kind }) => `${heading} ${kind}`);
    expect(kinds).toEqual(["甲 same", "乙 gone", "丙 same", "丁 come"]);
    const turned = editsOf(
      before,
      statement([
        ["丙", "3。"],
        ["甲", "1。"],
      ]),
    );
    expect(textsOf(turned, "gone").map(([heading]) => heading)).toEqual(["丙", "甲"]);
  });

  it("keeps chapters of one heading apart, in their places", () => {
    const before = statement([
      ["健康", "1。"],
      ["措施", "2。"],
      ["健康", "3。"],
    ]);
    const told = (after: readonly (readonly [string, string])[]) =>
      editsOf(before, statement(after)).map(
        ({ heading, paragraphs }) => `${heading}：${paragraphs.map(shown).join("")}`,
      );
    expect(
      told([
        ["健康", "1。"],
        ["措施", "2。"],
        ["健康", "4。"],
      ]),
    ).toEqual(["健康：1。", "措施：2。", "健康：[-3][+4]。"]);
    expect(
      told([
        ["措施", "2。"],
        ["健康", "3。"],
      ]),
    ).toEqual(["健康：[-1。]", "措施：2。", "健康：3。"]);
  });

  it("is the later one where all is accepted, and holds the earlier one where all is rejected", () => {
    const sentence = fc.stringMatching(/^[（一）甲乙丙1234.%]{0,9}。$/u);
    // Some headings stand twice in a report, though never one right after the other.
    const report = fc
      .array(
        fc.tuple(
          fc.constantFrom("健康", "教育", "经济", "环境"),
          fc.array(sentence, { minLength: 1, maxLength: 5 }),
        ),
        { maxLength: 6 },
      )
      .map((chapters) => chapters.filter(([part], at) => part !== chapters[at - 1]?.[0]));
    type Chapters = [part: string, texts: string[]][];
    const flat = (chapters: Chapters) =>
      statement(chapters.flatMap(([part, texts]) => texts.map((text) => [part, text] as const)));
    const joined = (chapters: Chapters) =>
      chapters.map(([part, texts]): [string, string] => [part, texts.join("")]);
    const inAnyOrder = (chapters: readonly [part: string, text: string][]) =>
      chapters.map(([part, text]) => `${part}：${text}`).toSorted();
    fc.assert(
      fc.property(report, report, (before, after) => {
        const edited = editsOf(flat(before), flat(after));
        expect(textsOf(edited, "gone")).toEqual(joined(after));
        expect(inAnyOrder(textsOf(edited, "come"))).toEqual(inAnyOrder(joined(before)));
      }),
      { seed: 20250601 },
    );
  });
});

describe("two long reports", () => {
  it("twice as many chapters in another order are twice the work", async () => {
    const chapters = (count: number) =>
      Array.from({ length: count }, (_, nth) => [`第${nth}章`, "文"] as const);
    const edits = (count: number) =>
      editsOf(statement(chapters(count)), statement(chapters(count).reverse()));
    expect(await growthOf(edits, 2_100)).toBeLessThan(2.2);
  });

  it("sentences of thousands of characters are not held together by a table of all pairs", async () => {
    const long = (from: number) =>
      Array.from({ length: 1_990 }, (_, nth) => String.fromCharCode(0x4e00 + ((nth * 7 + from) % 900))).join(
        "",
      );
    expect(await workOf(() => piecesOf(long(1), long(2)))).toBeLessThan(400_000);
    expect(await workOf(() => piecesOf(long(1).slice(0, 400), long(2).slice(0, 400)))).toBeGreaterThan(
      100_000,
    );
  });
});
