import { describe, expect, it } from "vitest";
import { comparedFigures } from "../../../src/word/compare/figures.js";
import { pairsOf } from "../../../src/word/compare/pairs.js";
import { passagesOf } from "../../../src/word/compare/passages.js";
import { contentOf, del, ins, marked, p, r } from "../read/docx.js";

const NAME = "r_W22_1_2025_1";
const OURS = p(r("全区孕产妇系统管理率为"), marked(NAME, r("94.88%")), r("，比上年提高。"));
const OTHER = p(r("另一段完全不同的文字在这里。"));

/** What became of the figure in the copy: state and what is written. */
async function figure(copy: string): Promise<unknown> {
  const ours = passagesOf(await contentOf({ body: OURS + OTHER }));
  const theirs = passagesOf(await contentOf({ body: copy + OTHER }));
  const [found] = comparedFigures(ours, theirs, pairsOf(ours, theirs));
  const { at = null, written = "", offset = 0 } = found ?? {};
  if (found?.state === "differ") expect(at?.after.startsWith(written, offset), "place").toBe(true);
  return [found?.state, found?.written, found?.marked];
}

describe("a figure of ours in a copy", () => {
  const before = r("全区孕产妇系统管理率为");
  const after = r("，比上年提高。");

  it.each([
    ["left alone", OURS, ["agree", "94.88%", true]],
    ["set in full width", p(before, marked(NAME, r("９４．８８％")), after), ["agree", "９４．８８％", true]],
    [
      "with words after it",
      p(before, marked(NAME, r("94.88%")), ins("甲", "左右"), after),
      ["agree", "94.88%", true],
    ],
    [
      "typed over inside",
      p(before, marked(NAME, del("甲", "94.88%"), ins("甲", "95.88%")), after),
      ["differ", "95.88%", true],
    ],
    [
      "typed over behind",
      p(before, marked(NAME, del("甲", "94.88%")), ins("甲", "95.88%"), after),
      ["differ", "95.88%", true],
    ],
    [
      "typed over before",
      p(before, ins("甲", "95.88%"), marked(NAME, del("甲", "94.88%")), after),
      ["differ", "95.88%", true],
    ],
    [
      "changed by a digit",
      p(before, marked(NAME, r("94."), del("甲", "88"), ins("甲", "98"), r("%")), after),
      ["differ", "94.98%", true],
    ],
    [
      "typed over with a name that has a number in it",
      p(
        del("甲", "全区孕产妇系统管理率为"),
        marked(NAME, del("甲", "94.88%"), ins("甲", "2025年全区6个镇街孕产妇系统管理率为95.88%")),
        after,
      ),
      ["differ", "95.88%", true],
    ],
    [
      "typed over with the words before it",
      p(
        del("甲", "全区孕产妇系统管理率为"),
        marked(NAME, del("甲", "94.88%"), ins("甲", "区孕产妇管理率为95.88%")),
        after,
      ),
      ["differ", "95.88%", true],
    ],
    [
      "typed over with words on both sides, without a trace",
      p(marked(NAME, r("孕产妇系统管理率达到－95.88%，")), after),
      ["differ", "－95.88%", true],
    ],
    [
      "right, with words typed over before it",
      p(marked(NAME, r("区孕产妇管理率为94.88%")), after),
      ["agree", "94.88%", true],
    ],
    [
      "in another unit",
      p(before, marked(NAME, r("94.88个百分点")), after),
      ["differ", "94.88个百分点", true],
    ],
    ["changed without a trace", p(before, marked(NAME, r("95.88%")), after), ["differ", "95.88%", true]],
    [
      "typed before it without a trace",
      p(before, r("95.88"), marked(NAME, r("%")), after),
      ["differ", "95.88%", true],
    ],
    ["taken out", p(before, marked(NAME, del("甲", "94.88%")), after), ["gone", "", true]],
    ["without its bookmark", p(before, r("94.88%"), after), ["agree", "94.88%", false]],
    ["without its bookmark, changed", p(before, r("95.88%"), after), ["differ", "95.88%", false]],
    ["gone with its paragraph", "", ["gone", "", false]],
    [
      "in another paragraph",
      p(r("挪到别处的一句话，只剩"), marked(NAME, r("94.88%"))) + p(before, after),
      ["moved", "94.88%", true],
    ],
  ])("%s", async (_, copy, expected) => {
    expect(await figure(copy)).toEqual(expected);
  });
});

it("a figure of a paragraph that was cut and pasted elsewhere is moved, though its bookmark stayed behind", async () => {
  const ours = passagesOf(await contentOf({ body: OURS + OTHER }));
  const text = "全区孕产妇系统管理率为94.88%，比上年提高。";
  const cut = p(
    del("甲", "全区孕产妇系统管理率为"),
    marked(NAME, del("甲", "94.88%")),
    del("甲", "，比上年提高。"),
  );
  const theirs = passagesOf(await contentOf({ body: cut + OTHER + p(ins("甲", text)) }));
  const [found] = comparedFigures(ours, theirs, pairsOf(ours, theirs));
  expect([found?.state, found?.at?.after]).toEqual(["moved", text]);
});
