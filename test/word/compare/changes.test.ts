import { describe, expect, it } from "vitest";
import { changesOf } from "../../../src/word/compare/changes.js";
import { cellsTogether } from "../../../src/word/compare/table-changes.js";
import { pairsOf } from "../../../src/word/compare/pairs.js";
import { passagesOf } from "../../../src/word/compare/passages.js";
import { contentOf, del, end, ins, p, r } from "../read/docx.js";

/** Every change of `after`, beside the text of `before`: kind, before, after, author. */
async function changes(before: string, after: string): Promise<string[][]> {
  const [ours, theirs] = [
    passagesOf(await contentOf({ body: before })),
    passagesOf(await contentOf({ body: after })),
  ];
  return changesOf(theirs, pairsOf(ours, theirs)).map((each) => [
    each.kind,
    each.before,
    each.after,
    each.author,
  ]);
}

it("a table, or a line of one, that came or went as a whole is one change, in its place", async () => {
  const row = (...cells: string[]) =>
    `<w:tr>${cells.map((text) => `<w:tc>${p(text.startsWith("<") ? text : r(text))}</w:tc>`).join("")}</w:tr>`;
  const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;
  const [ours, theirs] = await Promise.all(
    [
      table(row("指标", "数值"), row("甲率", "1")) + p(r("末段文字在此处。")),
      p(ins("甲", "题名")) +
        table(row(ins("甲", "项目"), ins("甲", "值")), row(ins("甲", "乙率"), ins("甲", "2"))) +
        table(row("指标", "数值"), row(ins("甲", "丙率"), ins("甲", "3")), row("甲率", "1")) +
        p(r("末段文字在此处。"), ins("甲", "又及。")),
    ].map(async (body) => passagesOf(await contentOf({ body }))),
  );
  const pairs = pairsOf(ours!, theirs!);
  const told = cellsTogether(changesOf(theirs!, pairs), theirs!, pairs);
  expect(told.map(({ after, inTable }) => [after, inTable])).toEqual([
    ["题名", ""],
    ["项目 | 值\n乙率 | 2", "表格“题名”"],
    ["丙率 | 3", "表格第2行"],
    ["末段文字在此处。又及。", ""],
  ]);
});

const ONE = "全区妇女健康水平稳步提高。";
const TWO = "女性受教育程度进一步提高。";
const THREE = "妇女参与决策的比例有所上升。";

describe("changes", () => {
  it("are told by person, each as if the others had done nothing", async () => {
    const after = p(
      r("全区妇女"),
      del("甲", "健康"),
      ins("甲", "身心健康"),
      r("水平"),
      del("乙", "稳步"),
      r("提高。"),
    );
    expect(await changes(p(r(ONE)), after)).toEqual([
      ["edit", ONE, "全区妇女身心健康水平稳步提高。", "甲"],
      ["edit", ONE, "全区妇女健康水平提高。", "乙"],
    ]);
  });

  it("tell a paragraph put in or taken out by itself, wherever the end of a paragraph is marked", async () => {
    const before = p(r(ONE)) + p(r(TWO));
    const word = p(end("ins", "甲"), r(ONE)) + p(ins("甲", THREE)) + p(r(TWO));
    const office = p(r(ONE)) + p(end("ins", "甲"), ins("甲", THREE)) + p(r(TWO));
    for (const after of [word, office])
      expect(await changes(before, after)).toEqual([["insert", "", THREE, "甲"]]);
    const gone = p(end("del", "乙"), del("乙", ONE)) + p(r(TWO));
    expect(await changes(before, gone)).toEqual([["delete", ONE, "", "乙"]]);
  });

  it("tell what joins two paragraphs, and what parts one", async () => {
    expect(await changes(p(r(ONE)) + p(r(TWO)), p(end("del", "甲"), r(ONE)) + p(r(TWO)))).toEqual([
      ["edit", `${ONE}\n${TWO}`, `${ONE}${TWO}`, "甲"],
    ]);
    expect(await changes(p(r(ONE + TWO)), p(end("ins", "甲"), r(ONE)) + p(r(TWO)))).toEqual([
      ["edit", `${ONE}${TWO}`, `${ONE}\n${TWO}`, "甲"],
    ]);
  });

  it("find what was moved, tracked or not", async () => {
    const before = p(r(ONE)) + p(r(TWO)) + p(r(THREE));
    const moved =
      p(`<w:moveFrom w:id="1" w:author="甲" w:date="">${r(ONE)}</w:moveFrom>`).replace(
        "<w:p>",
        `<w:p>${end("del", "甲")}`,
      ) +
      p(r(TWO)) +
      p(r(THREE)) +
      p(`<w:moveTo w:id="1" w:author="甲" w:date="">${r(ONE)}</w:moveTo>`);
    expect(await changes(before, moved)).toEqual([["move", ONE, ONE, "甲"]]);
    const pasted = p(r(TWO)) + p(r(THREE)) + p(r(ONE));
    expect(await changes(before, pasted)).toEqual([["move", ONE, ONE, ""]]);
  });

  it("tell a sentence that was moved out of one paragraph into another, or by itself, as one change", async () => {
    const before = p(r(ONE + TWO)) + p(r(THREE));
    const into = p(r(ONE), del("甲", TWO)) + p(r(THREE), ins("甲", TWO));
    const alone = p(r(ONE), del("甲", TWO)) + p(r(THREE)) + p(end("ins", "甲"), ins("甲", TWO));
    for (const after of [into, alone])
      expect(await changes(before, after)).toEqual([["move", TWO, TWO, "甲"]]);
    // Another person's is another change.
    const others = p(r(ONE), del("甲", TWO)) + p(r(THREE), ins("乙", TWO));
    expect(await changes(before, others)).toHaveLength(2);
  });

  it("that nobody tracked are found beside the text the program wrote", async () => {
    const before = p(r(ONE)) + p(r(TWO));
    const after = p(r("全区妇女健康水平明显提高。")) + p(r(TWO)) + p(r("另加一段无关的话，谁也没有留痕。"));
    expect(await changes(before, after)).toEqual([
      ["edit", ONE, "全区妇女健康水平明显提高。", ""],
      ["insert", "", "另加一段无关的话，谁也没有留痕。", ""],
    ]);
  });
});
