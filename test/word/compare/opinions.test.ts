import { describe, expect, it } from "vitest";
import { issue } from "../../../src/issues/issue.js";
import { countsOf } from "../../../src/claims/check.js";
import { pairsOf } from "../../../src/word/compare/pairs.js";
import { changesOf, positionsOf } from "../../../src/word/compare/changes.js";
import { officeOf, opinionsOf } from "../../../src/word/compare/opinions.js";
import { passagesOf, type Passage } from "../../../src/word/compare/passages.js";
import type { Rechecked } from "../../../src/word/compare/rechecked.js";
import { placedComments } from "../../../src/word/compare/remarks.js";
import { contentOf, del, ins, p, r } from "../read/docx.js";

async function copy(
  file: string,
  body: string,
  comments = "",
  ours: readonly Passage[] | null = null,
): Promise<Rechecked> {
  const content = await contentOf({ body, comments });
  const passages = passagesOf(content);
  return {
    file,
    report: { plan: "women", year: 2025, kind: "annual", edition: "internal" },
    claims: countsOf([]),
    figures: { checked: 0, agree: 0, differ: 0, moved: 0, gone: 0 },
    changes: changesOf(passages, []),
    positions: positionsOf(passages, ours === null ? [] : pairsOf(ours, passages)),
    comments: placedComments(content.comments, passages),
    findings: [],
    relooked: 0,
  };
}

const first = (author: string, word: string) =>
  p(r("妇女健康水平"), del(author, "稳步"), ins(author, word), r("提高。"));
const OTHER = { report: "", plans: [] };
const SECOND = p(r("女性受教育程度提高。"));

describe("the opinions of several offices", () => {
  it("stand in the order of the report, however much an office put in before", async () => {
    const [own, third] = [p(r("妇女健康水平稳步提高。")) + SECOND, p(r("妇女参与决策的比例上升。"))];
    const ours = passagesOf(await contentOf({ body: own + third }));
    const more = [1, 2, 3].map((nth) => p(ins("甲", `新加的第${nth}段。`))).join("");
    const one = await copy(
      "区教委.docx",
      more + own + p(r("妇女参与决策的比例"), ins("甲", "明显"), r("上升。")),
      "",
      ours,
    );
    const body = first("乙", "明显") + SECOND + p(r("妇女参与决策的比例上升。"));
    const other = await copy("区妇联.docx", body, "", ours);
    expect(opinionsOf([one, other]).opinions.map(({ after }) => after)).toEqual([
      "新加的第1段。",
      "新加的第2段。",
      "新加的第3段。",
      "妇女健康水平明显提高。",
      "妇女参与决策的比例明显上升。",
    ]);
  });

  it("stand in the order of the report, with what clashes", async () => {
    const health = await copy("区卫生健康委-妇女规划报告.docx", first("张三", "明显") + SECOND);
    const women = await copy(
      "区妇联.docx",
      first("区妇联", "持续") + p(r("女性受教育程度"), ins("区妇联", "明显"), r("提高。")),
    );
    const { opinions, clashes } = opinionsOf([health, women]);
    expect(opinions.map(({ office, after, note }) => [office, after, note])).toEqual([
      ["区卫生健康委（张三）", "妇女健康水平明显提高。", "与区妇联的修改不一致，待商定"],
      ["区妇联", "妇女健康水平持续提高。", "与区卫生健康委的修改不一致，待商定"],
      ["区妇联", "女性受教育程度明显提高。", ""],
    ]);
    expect(clashes).toMatchObject([
      { office: "区卫生健康委", others: ["区妇联"], text: "妇女健康水平稳步提高。" },
    ]);
  });

  it("look at each finding a few times, however many changes there are", async () => {
    const looks = async (count: number): Promise<number> => {
      let looked = 0;
      const issueAt = (paragraph: number) =>
        issue("word/other-report", { file: "甲.docx", paragraph }, OTHER);
      const body = Array.from({ length: count }, (_, nth) => p(ins("甲", `新加的第${nth}段。`))).join("");
      const one = await copy("甲.docx", body);
      const findings = Array.from({ length: count }, (_, nth) => ({
        ...{ passage: null, figure: "", written: "", right: "", source: null },
        get issue() {
          looked += 1;
          return issueAt(nth + 1);
        },
      }));
      opinionsOf([{ ...one, findings: findings as unknown as Rechecked["findings"] }]);
      return looked;
    };
    expect(await looks(60)).toBeLessThan(2.2 * (await looks(30)));
  });

  it("do not clash where they want the same", async () => {
    const copies = [
      await copy("甲局.docx", first("甲", "明显")),
      await copy("乙局.docx", first("乙", "明显")),
    ];
    expect(opinionsOf(copies).clashes).toEqual([]);
  });

  it("keep every comment: beside its change, or by itself", async () => {
    const on = (id: number, text: string) =>
      `<w:commentRangeStart w:id="${id}"/>${r(text)}<w:commentRangeEnd w:id="${id}"/>`;
    const body =
      p(on(1, "妇女健康"), ins("甲", "和安全"), r("提高。")) + p(on(2, "女性受教育程度"), r("提高。"));
    const comments = [1, 2].map(
      (id) => `<w:comment w:id="${id}" w:author="甲" w:date="">${p(r(`意见${id}`))}</w:comment>`,
    );
    const { opinions } = opinionsOf([await copy("甲.docx", body, comments.join(""))]);
    expect(opinions.map(({ before, after, comment }) => [before, after, comment])).toEqual([
      ["妇女健康提高。", "妇女健康和安全提高。", "意见1"],
      ["女性受教育程度", "", "意见2"],
    ]);
  });

  it("are an office's by the name of its file, else by who wrote most", async () => {
    const body = first("区民政局", "明显");
    expect(officeOf(await copy("out/永川区妇女发展规划2025年度统计监测报告（区教委）.docx", body))).toBe(
      "区教委",
    );
    expect(officeOf(await copy("修改稿.docx", body))).toBe("区民政局");
  });
});
