import { describe, expect, it } from "vitest";
import type { MeasureProgress } from "../../../src/data/dataset.js";
import { dataset, type Values } from "../../score/builder.js";
import { linesOf, tablesOf } from "../model-text.js";
import { women } from "../plans.js";
import { blocksOf, chapterOf, compose, paragraphsOf, textOf } from "./compose.js";

const SCREENING: Values = { 2020: "41.3", 2024: "50", 2025: "52.94" };
const ALL = women.chapters.flatMap(({ measures }) => measures);

function told(
  measure: string,
  year: number,
  ...reports: readonly [MeasureProgress["status"], string, string][]
): MeasureProgress {
  const source = { file: "a.xlsx", sheet: "措施落实", cell: "D3" };
  return {
    measure,
    year,
    status: reports[0]?.[0] ?? "推进中",
    reports: reports.map(([status, progress, reporter]) => ({ status, progress, reporter, source })),
  };
}

function modelOf(measures: readonly MeasureProgress[], year = 2025) {
  return compose(women, dataset({ W05a: SCREENING }, { measures }), year);
}

const annexOf = ({ annexes }: ReturnType<typeof modelOf>) =>
  annexes.find(({ title }) => title.includes("措施落实"));

describe("《规划》措施落实情况", () => {
  it("are no chapter where nobody has reported anything: what the data lack says so", () => {
    const model = modelOf([]);
    expect(model.chapters.map(({ id }) => id)).not.toContain("measures");
    expect(textOf(model, "overview")).toContain(
      "《规划》44项措施截至2025年底的落实情况，各责任单位均未报送，本次未作评估。",
    );
    expect(annexOf(model)).toBeUndefined();
    const without = compose({ ...women, chapters: [] }, dataset({ W05a: SCREENING }), 2025);
    expect(textOf(without, "overview")).not.toContain("措施");
  });

  it("counts every measure once, and names what has not begun and what was not reported", () => {
    const model = modelOf([
      told("WM1.1", 2025, ["已落实", "甲。", "区卫生健康委"]),
      told("WM1.2", 2025, ["未启动", "", "区卫生健康委"]),
      ...ALL.slice(3).map(({ id }) => told(id, 2025, ["推进中", "乙。", "区教委"])),
    ]);
    const text = textOf(model, "measures");
    expect(text).toContain(
      "截至2025年底，已落实1项，推进中41项，未启动1项，未报送落实情况1项，汇总情况见表2，逐项情况见附表2-1。",
    );
    expect(paragraphsOf(model.summary.blocks)).toContain(
      "措施落实。《规划》44项措施中，已落实1项，推进中41项，未启动1项，未报送落实情况1项。",
    );
    expect(text).toContain(`尚未启动的措施为“${ALL[1]?.title}”。`);
    expect(text).toContain(`未报送落实情况的措施为“${ALL[2]?.title}”。`);
    const overview = textOf(model, "overview");
    expect(overview).toContain("并评估《规划》措施44项、重点项目15个。");
    expect(overview).toContain("历年报送的监测数据、措施落实情况和重点项目进展，");
    // Numbered as the recommendations cite them.
    const [first] = women.chapters;
    expect(linesOf(tablesOf(model.chapters.find(({ id }) => id === "measures")!.blocks)[0]!)[0]![0]).toBe(
      `（一）${first!.title}`,
    );
    const rows = annexOf(model)?.blocks.flatMap(({ tables }) => tables.flatMap((table) => table.rows)) ?? [];
    expect(rows.filter(({ group }) => !group)).toHaveLength(ALL.length);
    expect(rows.every(({ cells }) => cells.every(({ text: own }) => own !== ""))).toBe(true);
  });

  it("names a few of many that nobody reported, and has no column of what none is", () => {
    const heads = (model: ReturnType<typeof modelOf>): (string | undefined)[] =>
      tablesOf(model.chapters.find(({ id }) => id === "measures")!.blocks)[0]!.head[0]!.map(
        ({ text }) => text,
      );
    const few = modelOf([told("WM1.1", 2025, ["已落实", "甲。", "区卫生健康委"])]);
    const names = ALL.slice(1, 6)
      .map(({ title }) => `“${title}”`)
      .join("");
    expect(textOf(few, "measures")).toContain(`未报送落实情况的措施为${names}等43项，见附表2-1。`);
    expect(heads(few)).toEqual(["重点任务", "措施", "已落实", "未报"]);
    const all = modelOf(ALL.map(({ id }) => told(id, 2025, ["已落实", "甲。", "区卫生健康委"])));
    expect(heads(all)).toEqual(["重点任务", "措施", "已落实"]);
    expect(textOf(all, "measures")).toContain("截至2025年底，均已落实，汇总情况见");
    expect(paragraphsOf(all.summary.blocks)).toContain("措施落实。《规划》44项措施均已落实。");
    expect(tablesOf(annexOf(all)!.blocks)[0]!.notes).toEqual([]);
  });

  it("hands over by name, in the final report, what is not carried out", () => {
    const open = ["推进中", "未启动"] as const;
    const measures = ALL.slice(1).map(({ id }, at) =>
      told(id, 2030, [open[at] ?? "已落实", "甲。", "区教委"]),
    );
    const final = (known: readonly MeasureProgress[]) =>
      textOf(
        compose(women, dataset({ W05a: SCREENING }, { measures: known }), 2030, { kind: "final" }),
        "outlook",
      );
    expect(final(measures)).toContain(
      `未全部落实的措施2项。截至2030年底，“${ALL[1]?.title}”仍在推进；“${ALL[2]?.title}”尚未启动，建议在下一周期继续落实。`,
    );
    expect(final(measures.slice(2))).not.toContain("措施");
    expect(final(ALL.map(({ id }) => told(id, 2030, ["推进中", "甲。", "区教委"])))).toContain(
      "等44项仍在推进，",
    );
  });

  it("prints what each of several reporters says, and an earlier year's report as such", () => {
    const model = modelOf([
      told("WM1.1", 2023, ["推进中", "旧。", "区民政局"]),
      told("WM1.1", 2025, ["推进中", "甲<b>事</b>。", "区民政局"], ["已落实", "乙事", "区教委"]),
      told("WM1.2", 2024, ["已落实", "丙事。", "区教委"]),
      told("WM1.3", 2026, ["已落实", "以后的。", "区教委"]),
    ]);
    const lines = tablesOf(annexOf(model)?.blocks ?? [])
      .flatMap(linesOf)
      .join("\n");
    expect(lines).toContain("区民政局（推进中）：甲<b>事</b>；区教委（已落实）：乙事。");
    expect(lines).toContain("已落实（2024年报）");
    expect(lines).not.toContain("旧");
    expect(lines).not.toContain("以后的");
  });
});

describe("责任单位 of rows that are behind", () => {
  /** W11 has no project of the plan, W05a has one of four units. */
  const VALUES = { W11: { 2020: "99.9", 2024: "99.9", 2025: "99.91" }, W05a: SCREENING };

  function tableOf(review: "送审稿" | "初稿", measures: readonly MeasureProgress[], values: typeof VALUES) {
    const plain = dataset(values, { measures });
    const model = compose(women, { ...plain, manifest: { ...plain.manifest, review } }, 2025);
    const [table] = tablesOf(blocksOf(chapterOf(model, "recommendations")));
    const at = table!.head[0]!.findIndex(({ text }) => text === "责任单位");
    return { table: table!, cells: at < 0 ? null : linesOf(table!).map((line) => line[at]) };
  }

  it("are the projects' units, and nobody where the plan has no project: who reports a measure does not answer for the row", () => {
    const measures = [
      told("WM2.3", 2025, ["推进中", "甲。", "区教委"], ["推进中", "乙。", "区妇联"]),
      told("WM1.6", 2025, ["推进中", "丙。", "区医保局"]),
    ];
    const { table, cells } = tableOf("送审稿", measures, VALUES);
    expect(cells).toEqual(["—", "区卫生健康委、区财政局、区民政局、区妇联"]);
    expect(table.notes).toEqual(["责任单位为所列重点项目的责任单位，没有对应重点项目的记“—”。"]);
    expect(tableOf("初稿", measures, VALUES).cells?.[0]).toBe("区教委（待确认）");
  });
});
