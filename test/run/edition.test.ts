import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualModel } from "../../src/report/annual.js";
import type { AnnualModel, Table } from "../../src/report/model.js";
import { editionOf } from "../../src/run/edition.js";
import { decimal } from "../../src/terms/decimal.js";
import type { Dataset } from "../../src/data/dataset.js";
import type { Plan } from "../../src/plan/plan.js";
import { dataset, observation, siteFigures } from "../score/builder.js";
import { CONTEXT } from "../report/context.js";
import { evaluationModel } from "../../src/report/evaluation/evaluation.js";
import { matterOf } from "../report/evaluation/compose.js";
import { children, women } from "../plan/shipped.js";

/** As many as no other year has, so that no two years have a rate, or a difference, in common. */
const BIRTHS = [6236, 6391, 6127, 6574, 6018, 6703];
const PER = 100_000;

/** Deaths a year from 2020 on, of as many births each year. */
function maternal(deaths: readonly number[]): Dataset {
  const series = deaths.map((n, at) =>
    observation("W03", 2020 + at, decimal(n).times(PER).div(BIRTHS[at]!).toDecimalPlaces(2).toFixed(), [
      String(n),
      String(BIRTHS[at]!),
    ]),
  );
  return dataset(
    { W04: { 2020: "92.99", 2024: "94.5", 2025: "94.88" } },
    { series: { W03: series, W04: [observation("W04", 2025, "94.88")] } },
  );
}

function published(plan: Plan, data: Dataset, year = 2025): AnnualModel {
  const { scorecard, dataset: open } = editionOf("public", plan, data, year);
  return annualModel(scorecard, open, { ...CONTEXT, edition: "public" });
}

/** Every text of the report that speaks of a row, and every line of a table that does. */
function saidOf(model: AnnualModel, names: readonly string[]): string[] {
  const chapters = [
    model.lead,
    ...model.domains,
    model.projects,
    model.problems,
    model.alerts,
    model.recommendations,
  ];
  const blocks = [...chapters, ...model.annexes].flatMap((each) => each.blocks);
  const texts = blocks
    .flatMap(({ paragraphs }) => paragraphs.map(({ heading, text }) => heading + text))
    .flatMap((text) => text.split(/[。；]/u));
  const lines = blocks.flatMap(({ tables }) => tables.flatMap(linesOf));
  const notes = blocks.flatMap(({ tables }) => tables.flatMap((table) => table.notes));
  const charts = JSON.stringify(blocks.flatMap((block) => block.charts)).split("},{");
  return [...texts, ...lines, ...notes, ...charts].filter((text) =>
    names.some((name) => text.includes(name)),
  );
}

function linesOf({ rows }: Table): string[] {
  return rows.map(({ cells }) => cells.map(({ text, number }) => `${text} ${number}`).join("|"));
}

const rateOf = (n: number, at: number): number => (n * PER) / BIRTHS[at]!;
const isSmall = (n: number): boolean => n > 0 && n < 5;

/** Whatever would tell the small counts to somebody who knows the births: rates, gaps, differences, sums of three years. */
function giveaways(counts: readonly number[]): string[] {
  const rates = counts.map(rateOf);
  return counts.flatMap((n, at) => {
    if (!isSmall(n)) return [];
    const own = rates[at]!;
    const others = rates.filter((_, other) => other !== at);
    const pooled = [at - 2, at - 1, at].flatMap((start) => {
      const years = [start, start + 1, start + 2];
      if (years.some((year) => counts[year] === undefined)) return [];
      const sum = (of: readonly number[]) => years.reduce((total, year) => total + of[year]!, 0);
      return [(sum(counts) * PER) / sum(BIRTHS)];
    });
    return [
      ...[own, own - 8, ...others.map((other) => Math.abs(own - other)), ...pooled].map((each) =>
        each.toFixed(2),
      ),
      ...others
        .flatMap((other) => [other / own, own / other])
        .flatMap((ratio) =>
          Number.isFinite(ratio) && ratio > 0 ? [`${(Math.abs(ratio - 1) * 100).toFixed(1)}%`] : [],
        ),
    ];
  });
}

describe("a public edition", () => {
  it("keeps statuses and tallies, and tells no small count", () => {
    const data = maternal([0, 1, 0, 2, 0, 1]);
    const internal = editionOf("internal", women, data, 2025).scorecard;
    const open = editionOf("public", women, data, 2025).scorecard;
    expect(open.tally).toEqual(internal.tally);
    expect(open.rows.map(({ status }) => status)).toEqual(internal.rows.map(({ status }) => status));
    const said = saidOf(published(women, data), ["孕产妇死亡率", "W03"]).join("\n");
    expect(said).toContain("孕产妇死亡率涉及人数较少，不公布具体数值");
    expect(giveaways([0, 1, 0, 2, 0, 1]).filter((each) => said.includes(each))).toEqual([]);
    expect(said).not.toMatch(/[12]例/u);
    expect(said).toContain("＊");
    // None at all speaks of nobody.
    expect(said).toMatch(/0\.00/u);
  });

  it("tells of a year without any, and compares it with nothing that is not told", () => {
    const said = saidOf(published(women, maternal([1, 0, 0, 0, 1, 0])), ["孕产妇死亡率"]);
    expect(said.join("\n")).toContain("孕产妇死亡率为0.00/10万，以往年份涉及人数较少，不作比较");
    expect(giveaways([1, 0, 0, 0, 1, 0]).filter((each) => said.join("\n").includes(each))).toEqual([]);
  });

  it("leaves large counts as they are", () => {
    const data = maternal([6, 7, 6, 8, 9, 6]);
    expect(editionOf("public", women, data, 2025).scorecard.rows).toEqual(
      editionOf("internal", women, data, 2025).scorecard.rows,
    );
  });

  it(
    "gives no small count away by a rate, a gap, a sum of three years or a difference",
    { tags: ["patience"] },
    () => {
      const deaths = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 });
      fc.assert(
        fc.property(deaths, (counts) => {
          const said = saidOf(published(women, maternal(counts)), ["孕产妇死亡率", "W03"]);
          const printed = new Set(said.flatMap((text) => text.match(/\d+(?:\.\d+)?%?/gu) ?? []));
          expect(giveaways(counts).filter((each) => printed.has(each))).toEqual([]);
        }),
        { numRuns: 60, seed: 20250602 },
      );
    },
  );

  it("would be caught telling: an internal edition does", () => {
    const data = maternal([6, 7, 6, 8, 9, 2]);
    const { scorecard } = editionOf("internal", women, data, 2025);
    const said = saidOf(annualModel(scorecard, data, CONTEXT), ["孕产妇死亡率", "W03"]);
    const printed = new Set(said.flatMap((text) => text.match(/\d+(?:\.\d+)?%?/gu) ?? []));
    expect(giveaways([6, 7, 6, 8, 9, 2]).filter((each) => printed.has(each)).length).toBeGreaterThan(2);
  });

  it("estimates counts where a year gives none, from the nearest 分母", () => {
    const data = maternal([0, 0, 0, 0, 0, 0]);
    const [first, ...rest] = data.series["W03"] ?? [];
    const typed = { ...observation("W03", 2020, "16.04"), source: first!.source };
    const { scorecard } = editionOf(
      "public",
      women,
      { ...data, series: { ...data.series, W03: [typed, ...rest] } },
      2025,
    );
    expect(scorecard.rows.find(({ id }) => id === "W03")?.withheld).toEqual([2020]);
  });

  it("takes groups away where one is small, or from which a total that is not told is the sum", () => {
    const groups = (values: Record<string, string>) => siteFigures("C27", 2025, values, "性别");
    const of = (total: string, values: Record<string, string>) =>
      editionOf("public", children, dataset({ C27: { 2025: total } }, { groups: groups(values) }), 2025)
        .dataset.groups.length;
    expect(of("30", { 男: "16", 女: "14" })).toBe(2);
    expect(of("30", { 男: "27", 女: "3" })).toBe(0);
    expect(of("4", { 男: "0", 女: "4" })).toBe(0);
    const rates = { groups: siteFigures("C02", 2025, { 男: "2.4", 女: "2.1" }, "性别") };
    expect(
      editionOf("public", children, dataset({ C02: { 2025: "2.25" } }, rates), 2025).dataset.groups,
    ).toEqual([]);
  });

  it("leaves internal rows out of everything, tallies included", () => {
    const rows = women.rows.map((row) => (row.id === "W04" ? { ...row, internal: true } : row));
    const model = published({ ...women, rows }, maternal([0, 0, 0, 0, 0, 0]));
    expect(saidOf(model, ["孕产妇系统管理率", "W04"])).toEqual([]);
    expect(JSON.stringify(model.lead)).toContain("48项");
  });

  it("has no detail of what is missing and what was revised", () => {
    const model = published(women, maternal([0, 0, 0, 0, 0, 0]));
    const annex = model.annexes.find(({ title }) => title === "缺项与修订清单");
    expect(annex?.blocks.flatMap(({ tables }) => tables)).toEqual([]);
    expect(annex?.blocks.flatMap(({ paragraphs }) => paragraphs).length).toBe(1);
  });

  it("is composed as an evaluation, too, without a figure that is not told", () => {
    const data = maternal([1, 2, 0, 1, 2, 1]);
    const { scorecard, dataset: open, earlier } = editionOf("public", women, data, 2025);
    const { context } = matterOf(women, open, 2025);
    const own = { ...context, edition: "public", earlier: earlier() } as const;
    const text = JSON.stringify(evaluationModel("midterm", scorecard, open, own));
    // Shares of so many rows of all (2.0%（1/49）) are no figures of the data.
    const figures = text.replace(/"width":"[^"]*"|\d+(?:\.\d)?%（\d+\/\d+）/gu, "");
    const printed = new Set(figures.match(/\d+(?:\.\d+)?%?/gu));
    expect(giveaways([1, 2, 0, 1, 2, 1]).filter((each) => printed.has(each))).toEqual([]);
    expect(text).not.toMatch(/[12]例/u);
    expect(text).toContain("不公布具体数值");
  });
});
