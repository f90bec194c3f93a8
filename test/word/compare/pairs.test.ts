import { describe, expect, it } from "vitest";
import { pairsOf } from "../../../src/word/compare/pairs.js";
import { passagesOf } from "../../../src/word/compare/passages.js";
import { contentOf, p, r } from "../read/docx.js";

async function pairs(ours: readonly string[], theirs: readonly string[]): Promise<(string | undefined)[][]> {
  const [one, other] = await Promise.all(
    [ours, theirs].map(async (texts) =>
      passagesOf(await contentOf({ body: texts.map((text) => p(r(text))).join("") })),
    ),
  );
  return pairsOf(one ?? [], other ?? []).map((pair) => [pair.ours?.text, pair.theirs?.text]);
}

describe("a paragraph of the program's", () => {
  it("is known again in a longer one, though more was added than it had", async () => {
    const longer = "全区开展免费筛查，各镇街卫生院派出医务人员进村入户逐户动员，并提供专车接送。";
    expect(await pairs(["全区开展免费筛查。"], [longer])).toEqual([["全区开展免费筛查。", longer]]);
  });

  it("is not taken for another one that has a few words of it", async () => {
    expect(
      await pairs(["全区开展免费筛查。"], ["全区学校普遍设立心理辅导室，开展家庭教育指导服务。"]),
    ).toEqual([
      ["全区开展免费筛查。", undefined],
      [undefined, "全区学校普遍设立心理辅导室，开展家庭教育指导服务。"],
    ]);
  });
});
