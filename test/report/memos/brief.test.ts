import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkParagraph } from "../../../src/claims/check.js";
import { factsOf } from "../../../src/claims/facts.js";
import type { Dataset } from "../../../src/data/dataset.js";
import type { Plan } from "../../../src/plan/plan.js";
import { bestRows } from "../../../src/report/memos/best-rows.js";
import { briefOf, type Brief } from "../../../src/report/memos/brief.js";
import { fitsOnePage } from "../../../src/report/memos/one-page.js";
import { scorePlan } from "../../../src/score/score.js";
import { scoredSample } from "../../fixtures/scored-sample.js";
import { dataOf, once, seeds, SLIPS, yearOf } from "../any-data.js";
import { CONTEXT } from "../context.js";
import { scored, women } from "../plans.js";

const SAMPLE = await scoredSample("fixtures/data", 2025);

function briefFor(plan: Plan, dataset: Dataset, year: number, earlier: number | null = null): Brief {
  const scorecard = scorePlan(plan, dataset, year);
  const previous = earlier === null ? null : scorePlan(plan, dataset, earlier);
  return briefOf({ scorecard, dataset }, { ...CONTEXT, previous });
}

/** Its chapters: heading and text. */
function chaptersOf({ model }: Brief): Record<string, string> {
  return Object.fromEntries(
    model.chapters.map(({ heading, blocks }) => [
      heading,
      blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(""),
    ]),
  );
}

describe("the 简报 of the sample", () => {
  const [first] = SAMPLE.plans.filter(({ id }) => id === "women");
  const brief = briefFor(first!, SAMPLE.dataset, 2025, 2024);

  it("says verdict and rates, what is best, binding and not met, changed and asked", () => {
    const chapters = chaptersOf(brief);
    expect(Object.keys(chapters)).toEqual(["总体进展", "主要成效", "约束性指标", "变化情况", "工作建议"]);
    expect(chapters["总体进展"]).toContain("65.8%（25/38），其中有明确目标的达标率56.5%（13/23）");
    expect(chapters["约束性指标"]).toContain("孕产妇死亡率为16.04/10万（1例），比8/10万的目标高8.04/10万");
    expect(chapters["约束性指标"]).toContain("女童九年义务教育巩固率为99.92%，距100%的目标还差0.08个百分点");
    expect(chapters["变化情况"]).toMatch(/^与2024年的评价结果相比，.*状态回落3项/u);
    expect(chapters["工作建议"]).toMatch(/^请区卫生健康委抓紧改进孕产妇死亡率/u);
  });

  it("names its issuer, its state and its day in one line", () => {
    expect(brief.model.byline).toEqual(["永川区统计局", "送审稿", "2026年5月20日"]);
  });

  it("names every row that fell back, since the page has room for them", () => {
    expect(chaptersOf(brief)["变化情况"]).toContain(
      "状态回落3项（孕产妇死亡率、适龄妇女乳腺癌人群筛查率、女性基本医疗保险参保率）",
    );
  });

  it("names every row of each unit that it asks by name, and says where the others find theirs", () => {
    for (const { plan } of SAMPLE.cards) {
      const asks = chaptersOf(briefFor(plan, SAMPLE.dataset, 2025, 2024))["工作建议"];
      expect(asks).not.toMatch(/等\d+项/u);
      expect(asks).toMatch(/；其余单位对照任务单落实\d+项指标。$/u);
    }
  });

  it("says what had to give way", () => {
    expect(brief.shortened).toContain("建议中的部分责任单位");
    expect(brief.shortened).not.toContain("部分未达标的约束性指标");
  });

  it.each(SAMPLE.cards.map((card) => [card.plan.id, card] as const))(
    "of %s agrees with the figures wherever it can be compared",
    (_id, { plan }) => {
      const facts = factsOf(plan, SAMPLE.dataset, 2025);
      const texts = Object.values(chaptersOf(briefFor(plan, SAMPLE.dataset, 2025, 2024)));
      const checked = texts.flatMap((text) => checkParagraph(text, facts));
      expect(checked.filter(({ verdict }) => verdict.state === "differ")).toEqual([]);
      expect(checked.filter(({ verdict }) => verdict.state === "agree").length).toBeGreaterThan(10);
    },
  );
});

describe("the page of a 简报", () => {
  const years = [2022, 2023, 2024, 2025];
  const briefs = years.flatMap((year) =>
    SAMPLE.plans.map(
      (plan) => [`${plan.id} ${year}`, briefFor(plan, SAMPLE.dataset, year, year - 1)] as const,
    ),
  );

  it.each(briefs)("of %s is full where something gave way: no line more would fit", (_, brief) => {
    const { titleLines, byline } = brief.model;
    const texts = Object.entries(chaptersOf(brief)).map(([heading, text]) => `一、${heading}。${text}`);
    const fits = (more: readonly string[]): boolean =>
      fitsOnePage(titleLines, byline.join("　　"), [...texts, ...more]);
    expect(fits([])).toBe(true);
    expect(brief.shortened).not.toEqual([]);
    expect(fits(["又一行。"])).toBe(false);
  });
});

describe("what went well", () => {
  it("is never a row that was met at its baseline", () => {
    const rows = SAMPLE.cards.flatMap((card) => bestRows(card));
    expect(rows.length).toBeGreaterThan(6);
    expect(rows.filter(({ scored: { flags } }) => flags.includes("metAtBaseline"))).toEqual([]);
  });

  it("is no row that fell back in the last year", () => {
    const bestIn2025 = (now: string) => {
      const { matter } = scored("W04", { 2020: "92.99", 2024: "95.10", 2025: now });
      return bestRows(matter.scorecard).map(({ scored: { id } }) => id);
    };
    expect(bestIn2025("95.20")).toEqual(["W04"]);
    expect(bestIn2025("95.00")).toEqual([]);
  });
});

describe("a 简报", () => {
  it("without data of an earlier year says that nothing can be compared", () => {
    const { matter } = scored("W04", { 2025: "94.88" });
    expect(chaptersOf(briefFor(women, matter.dataset, 2025))["变化情况"]).toBe(
      "没有以往年份的数据可以比较。",
    );
  });

  it("on all that is met asks to go on", () => {
    const { matter } = scored("W04", { 2020: "92.99", 2024: "94.52", 2025: "94.88" });
    const only = { ...women, rows: women.rows.filter(({ id }) => id === "W04") };
    const chapters = chaptersOf(briefFor(only, matter.dataset, 2025, 2024));
    expect(chapters["工作建议"]).toBe("各责任单位应继续按照《规划》部署推进各项任务，按时报送监测数据。");
    expect(chapters["约束性指标"]).toBeUndefined();
  });

  const reportOf = once((seed) => briefFor(seed.plan, dataOf(seed), yearOf(seed)));

  it("on any data has no slip and closes each paragraph with one full stop", { tags: ["patience"] }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const texts = Object.values(chaptersOf(reportOf(seed)));
        expect(texts.filter((text) => SLIPS.some((slip) => slip.test(text)))).toEqual([]);
        for (const text of texts) expect(text).toMatch(/[^。]。$/u);
      }),
      { numRuns: 60 },
    );
  });

  const long = "某某自治县某某街道某某社区".repeat(3);
  const named = {
    ...women,
    shortTitle: long,
    rows: women.rows.map((row) => ({
      ...row,
      nature: "binding" as const,
      name: `${long}${row.name}`,
      reporters: { names: [`${row.id}${long}办公室`], confirmed: true },
    })),
  };

  it("does not say that names of changed rows gave way where there was nothing to compare", () => {
    const { shortened } = briefFor(named, SAMPLE.dataset, 2025);
    expect(shortened).toContain("建议中的部分责任单位");
    expect(shortened).not.toContain("状态变化的部分指标名称");
  });

  it("is held to a page of characters, whatever the plan is called", () => {
    const brief = briefFor(named, SAMPLE.dataset, 2025, 2024);
    const said = Object.entries(chaptersOf(brief)).flat().join("");
    expect([...said].length).toBeLessThan(20 * 28);
    expect(chaptersOf(brief)["总体进展"]).toContain("65.8%（25/38）");
    expect(brief.shortened).toContain("部分未达标的约束性指标");
  });
});
