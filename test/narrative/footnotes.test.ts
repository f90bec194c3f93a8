import { describe, expect, it } from "vitest";
import { textOf } from "../../src/narrative/narrative.js";
import { parseNarrative } from "../../src/narrative/parse.js";
import { everySlot } from "../../src/narrative/slots.js";
import { shownFootnotes } from "../../src/terms/footnotes.js";
import { FILE, women } from "../claims/manuscript.js";

function parse(text: string) {
  const { sections, issues } = parseNarrative(FILE, `# 原因分析\n\n${text}\n`, everySlot(women));
  const all = [...issues, ...sections.flatMap((section) => section.issues)];
  return {
    found: all.map(({ message, where }) => `${where?.line}:${where?.column} ${message}`),
    blocks: sections.flatMap(({ blocks }) =>
      blocks.map((block) => block.table ?? `${block.marker}${shownFootnotes(textOf(block))}`),
    ),
    passages: sections.flatMap(({ passages }) => passages.map((passage) => passage.text)),
  };
}

describe("a footnote", () => {
  it.each([
    ["below the text", "投入加大[^1]。\n\n[^1]: 含区级配套。"],
    ["before it", "[^1]: 含区级配套。\n\n投入加大[^1]。"],
    ["typed in full width", "投入加大［＾1］。\n\n［＾1］：含区级配套。"],
    ["with a word for a label", "投入加大[^口径]。\n\n[^口径]: 含区级配套。"],
    ["over two lines", "投入加大[^1]。\n\n[^1]: 含区级\n配套。"],
    ["below another heading", "投入加大[^1]。\n\n# 对策建议\n\n[^1]: 含区级配套。"],
  ])("stands where it is pointed at, written %s", (_how, text) => {
    const { blocks, passages, found } = parse(text);
    expect(blocks).toEqual(["投入加大〔脚注：含区级配套。〕。"]);
    expect(passages).toEqual(["投入加大。", "含区级配套。"]);
    expect(found).toEqual([]);
  });

  it("stands in lists and keeps them, and a list in it is typed out", () => {
    const { blocks, found } = parse("- 甲[^1]\n- 乙[^2]\n\n[^1]: 1. 一人一案\n[^2]: 二");
    expect(blocks).toEqual(["一是甲〔脚注：1. 一人一案〕", "二是乙〔脚注：二〕"]);
    expect(found).toEqual([]);
  });

  it("of a table's title is a note below the table", () => {
    const { blocks } = parse(
      "表 满意度[^1]\n\n| 项目 | 满意率 |\n| --- | --- |\n| 服务 | 92 |\n\n[^1]: 抽样调查。",
    );
    expect(blocks).toMatchObject([{ title: "满意度", notes: ["抽样调查。"] }]);
  });

  it("of cells is one note below the table, each part with the mark of its cell", () => {
    const { blocks, passages, found } = parse(
      "| 项目 | 满意率[^1] |\n| --- | --- |\n| 服务[^2] | 92 |\n\n[^1]: 抽样调查。\n\n[^2]: 含转诊。",
    );
    expect(blocks).toMatchObject([
      { head: ["项目", "满意率①"], rows: [["服务②", "92"]], notes: ["①抽样调查。②含转诊。"] },
    ]);
    expect(passages).toEqual(["项目\t满意率\n服务\t92", "抽样调查。", "含转诊。"]);
    expect(found).toEqual([]);
  });

  it("of a heading stands at the end of the paragraph below, which is said", () => {
    const { blocks, found } = parse("## 自拟[^1]\n\n投入加大。\n\n[^1]: 含区级配套。");
    expect(blocks).toEqual(["自拟", "投入加大。〔脚注：含区级配套。〕"]);
    expect(found).toEqual(["3:6 标题的脚注，标记印在下面一段的末尾"]);
  });

  it.each([
    ["nobody wrote", "投入加大[^1]。", "3:5 没有写明内容的脚注[^1]不能进报告"],
    [
      "nothing points at",
      "投入加大。\n\n[^7]: 含区级配套。",
      "5:1 脚注[^7]（正文中没有指向它的标记）不能进报告",
    ],
    ["has a label twice", "加大[^1]。\n\n[^1]: 甲\n[^1]: 乙", "6:1 重复的脚注[^1]不能进报告"],
    [
      "stands in a heading with nothing below it",
      "文字。\n\n## 自拟[^1]\n\n| 甲 |\n| -- |\n\n[^1]: 甲",
      "5:6 脚注中的脚注，或下面没有文字的标题的脚注不能进报告",
    ],
    [
      "stands in a footnote",
      "文字[^1]。\n\n[^1]: 甲[^2]\n\n[^2]: 乙",
      "5:8 脚注中的脚注，或下面没有文字的标题的脚注不能进报告",
    ],
  ])("that %s is told, at its place", (_what, text, message) => {
    expect(parse(text).found).toContain(message);
  });

  it("is not made by characters that mean one inside the program", () => {
    expect(parse("投入\uFDD3加大\uFDD4。").blocks).toEqual(["投入加大。"]);
  });
});
