import { expect, it } from "vitest";
import type { ReportKind } from "../../../src/narrative/narrative.js";
import type { Target } from "../../../src/plan/plan.js";
import { methodAnnex } from "../../../src/report/annexes/method.js";
import { scorePlan } from "../../../src/score/score.js";
import { atLeast, dataset, plan, row, target } from "../../score/builder.js";
import { annexOf as numbered } from "../model-text.js";
import { reportOf } from "../hand/written-report.js";

/** The method annex of a kind of report: its headings, its text, and the cells of its tables. */
function annexOf(kind: ReportKind): { headings: string[]; text: string; cells: string[][] } {
  const blocks = reportOf(kind, "").annexes.find(({ title }) => title === "评价方法说明")!.blocks;
  const paragraphs = blocks.flatMap((block) => block.paragraphs);
  const tables = blocks.flatMap((block) => block.tables);
  return {
    headings: paragraphs.map(({ heading }) => heading).filter((heading) => heading !== ""),
    text: paragraphs.map(({ text }) => text).join("\n"),
    cells: tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text))),
  };
}

it("numbers every heading on, those behind its tables too", () => {
  const { headings } = annexOf("midterm");
  expect(headings.slice(-2)).toEqual(["（十一）敏感性分析所用方法。", "（十二）基期数据。"]);
});

it("tells whether a figure that equals its target meets it, by the wordings that the plan has", () => {
  const said = (texts: readonly string[]): string => {
    const rows = texts.map((text, at) => row({ ...atLeast("50"), text }, { id: `R${at}` }));
    const own = plan(rows);
    const data = dataset({});
    const matter = { scorecard: scorePlan(own, data, 2025), dataset: data };
    const paragraphs = numbered(methodAnnex(matter)).blocks.flatMap((block) => block.paragraphs);
    return /(?<=未经修约的数值).*?。/u.exec(paragraphs.map(({ text }) => text).join("\n"))?.[0] ?? "";
  };
  expect(said(["≥50"])).toBe("。");
  expect(said(["达到50%以上", "≥50"])).toBe("；“以上”包括目标值本身。");
  expect(said(["达到50%以上", "控制在50%以内", "＞50", "达到50岁"])).toBe(
    "；“＜”“＞”为严格比较，等于目标值不算达标；“以上”“以内”包括目标值本身；只写数值的，按不低于该数值判定。",
  );
});

it("speaks of the plan's last year in its own words, and of the years before as such", () => {
  const { text, cells } = annexOf("final");
  expect(text).toContain("已实现的比重以可评价指标为分母");
  expect(text).not.toContain("达标或预期可达标");
  expect(text).toContain("2030年未达到目标的，ρ不低于0.95为基本实现，其余为未实现。");
  const groups = cells.filter((row) => row.length === 1).flat();
  expect(groups).toEqual(["2030年", "2030年以前", "各年"]);
  expect(cells).toContainEqual(["红色", "约束性指标未实现，或达标后回落"]);
});

it("speaks of a year before the plan's last of what that year may have", () => {
  const { text, cells } = annexOf("annual");
  expect(text).toContain("达标或预期可达标的比重以可评价指标为分母");
  expect(cells).toContainEqual(["红色", "约束性指标达标困难，或达标后回落"]);
  expect(cells.flat().filter((cell) => /实现/u.test(cell))).toEqual([]);
});

it("tells how rows are judged that are set beside another figure, where the plan has such", () => {
  const said = (goal: Target): string => {
    const own = plan([row(goal, { id: "R1" }), row(atLeast("50"), { id: "R2" })]);
    const data = dataset({});
    const matter = { scorecard: scorePlan(own, data, 2025), dataset: data };
    const paragraphs = numbered(methodAnnex(matter)).blocks.flatMap((block) => block.paragraphs);
    return paragraphs.map(({ text }) => text).join("\n");
  };
  expect(said(target({ kind: "relativeTo", row: "R2" }))).toContain(
    "与同年另一指标相比较的，达到要求即为达标；未达到要求而差距比基期缩小的为进展偏慢，没有缩小的为达标困难；缺对照数据的为监测不判定。",
  );
  expect(said(atLeast("50"))).not.toContain("与同年另一指标相比较");
});

it("shows each table right behind the rule that points to it", () => {
  for (const kind of ["annual", "midterm", "final"] as const) {
    const { blocks } = reportOf(kind, "").annexes.find(({ title }) => title === "评价方法说明")!;
    const lines = blocks.flatMap(({ paragraphs, tables }) => [
      ...paragraphs.map(({ text }) => text),
      ...tables.map(({ number }) => number),
    ]);
    const tables = lines.filter((line) => line.startsWith("附表"));
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      const rule = lines.slice(0, lines.indexOf(table)).findLast((line) => !line.startsWith("附表"));
      expect(rule).toContain(table);
    }
  }
});
