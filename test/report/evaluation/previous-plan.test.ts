import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../src/data/dataset.js";
import type { PreviousEnd } from "../../../src/plan/plan.js";
import { previousPlanBlocks } from "../../../src/report/evaluation/previous-plan.js";
import { resolved } from "../../../src/report/numbering/passage.js";
import { scorePlan } from "../../../src/score/score.js";
import { decimal } from "../../../src/terms/decimal.js";
import { dataset, observation, type Values } from "../../score/builder.js";
import { children } from "../plans.js";

type End = Partial<Omit<PreviousEnd, "value">> & { value: string };

/** The children's plan of 2030 with these figures, and these ends of the plan before. */
function blocksOf(
  ends: Record<string, End>,
  figures: Record<string, Values>,
  series: Dataset["series"] = {},
) {
  const rows = children.rows.map((row) => {
    const end = ends[row.id];
    const facts = { year: 2020, target: "", scope: "", source: "终期评估报告" };
    return {
      ...row,
      previousPlan: end === undefined ? null : { ...facts, ...end, value: decimal(end.value) },
    };
  });
  const data = dataset(figures);
  const all = { ...data, series: { ...data.series, ...series } };
  return previousPlanBlocks(scorePlan({ ...children, rows }, all, 2030));
}

function textOf(...given: Parameters<typeof blocksOf>): string {
  return blocksOf(...given)
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => resolved(text, () => "表4")))
    .join("");
}

/** The table's lines, cell by cell. */
function linesOf(...given: Parameters<typeof blocksOf>): string[] {
  return blocksOf(...given).flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text).join(" "))),
  );
}

const NOW = { C03: { 2030: "70.5" }, C08: { 2030: "94.1" }, C09: { 2030: "92" } };

describe("the end of the plan before", () => {
  it("is not told of where the plan file says nothing", () => {
    expect(blocksOf({}, NOW)).toEqual([]);
  });

  it.each<[string, Record<string, End>, string]>([
    [
      "all better",
      { C03: { value: "60" }, C08: { value: "90" } },
      "口径相同、可以比较的2项指标（6个月内婴儿纯母乳喂养率由2020年的60.00%升至70.50%、3岁以下儿童系统管理率由2020年的90.00%升至94.10%）均有改善。",
    ],
    [
      "better and worse",
      { C03: { value: "60" }, C08: { value: "95" } },
      "2项指标中，改善1项（6个月内婴儿纯母乳喂养率由2020年的60.00%升至70.50%），退步1项（3岁以下儿童系统管理率由2020年的95.00%降至94.10%）。",
    ],
    [
      "a step that is hardly one",
      { C08: { value: "94.15" } },
      "1项指标（3岁以下儿童系统管理率由2020年的94.15%降至94.10%）基本持平。",
    ],
    [
      "more than a sentence holds",
      { C03: { value: "60" }, C08: { value: "95" }, C09: { value: "90" } },
      "3项指标中，改善2项（6个月内婴儿纯母乳喂养率、7岁以下儿童健康管理率），退步1项（3岁以下儿童系统管理率）（见表4）。",
    ],
    [
      "counted otherwise",
      { C03: { value: "60", scope: "只含城区" }, C08: { value: "90" } },
      "可以比较的1项指标（3岁以下儿童系统管理率）有改善（见表4）。",
    ],
    ["nothing to compare", { C03: { value: "60", scope: "只含城区" } }, "不宜直接比较，列入表4备查。"],
    ["no figure of the year", { C05: { value: "4.5" } }, "不宜直接比较，列入表4备查。"],
  ])("%s", (_, ends, said) => expect(textOf(ends, NOW)).toContain(said));

  it("stands in a table with what was asked then and now, and the difference of what was counted alike", () => {
    const ends = { C03: { value: "60", target: "≥65%" }, C08: { value: "90", scope: "只含城区" } };
    expect(linesOf(ends, NOW)).toEqual([
      "C03 6个月内婴儿纯母乳喂养率 % ≥65% 60.00 ≥70 70.50 ＋10.50",
      "C08 3岁以下儿童系统管理率 % — 90.00 ≥94 94.10 —",
    ]);
    const [table] = blocksOf(ends, NOW).flatMap(({ tables }) => tables);
    expect(table?.notes).toEqual(["C08：只含城区，不作比较。"]);
    expect(table?.source).toBe("上一规划期末数来自终期评估报告；其余为各责任单位报送数据。");
  });

  it("names the years where they are not the same", () => {
    const ends = { C03: { value: "60" }, C08: { value: "90", year: 2019 }, C09: { value: "90" } };
    expect(linesOf(ends, NOW).join("\n")).toMatch(/60\.00（2020年）.*\n.*90\.00（2019年）/u);
  });

  it("makes no claim of what a few cases carry", () => {
    const few = { value: "2.37" };
    const counted = (cases: string) =>
      textOf({ C02: few }, {}, { C02: [observation("C02", 2030, "1.92", [cases, "6250"])] });
    expect(counted("12")).toContain("（婴儿死亡率由2020年的2.37‰降至1.92‰）有改善");
    expect(counted("6")).toContain("不宜直接比较");
  });
});
