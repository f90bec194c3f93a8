import { describe, expect, it } from "vitest";
import type { Dataset, ReaderNote } from "../../../src/data/dataset.js";
import { GRADED_CODES, issue, type Issue } from "../../../src/issues/issue.js";
import type { Plan } from "../../../src/plan/plan.js";
import { gapsAnnex } from "../../../src/report/annexes/gaps.js";
import { qualityAnnex } from "../../../src/report/annexes/quality.js";
import { scorePlan } from "../../../src/score/score.js";
import { dataset, observation } from "../../score/builder.js";
import { CONTEXT } from "../context.js";
import { annexOf, linesOf, tablesOf } from "../model-text.js";
import { women } from "../plans.js";
import { CHECK_NAMES } from "../../../src/report/words/check-names.js";

const at = (cell: string) => ({ file: "监测数据.xlsx", sheet: "妇女", cell });

function annex(issues: readonly Issue[], fields: Partial<Dataset> = {}, plan: Plan = women) {
  const data = dataset({}, { series: { W04: [observation("W04", 2025, "94")] }, ...fields });
  const matter = { scorecard: scorePlan(plan, data, 2025), dataset: data };
  return annexOf(qualityAnnex(matter, { ...CONTEXT, issues })).blocks;
}

const textOf = (blocks: ReturnType<typeof annex>): string =>
  blocks.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join("");

describe("数据质量核查", () => {
  it("lists what people excused, with their reasons, apart from what is still told", () => {
    const finding = issue("data/below-unit", at("F9"), {});
    const blocks = annex([], { silenced: [{ issue: finding, reason: "不足0.01，已与区卫生健康委核实" }] });
    expect(textOf(blocks)).toContain("数据核查未发现错误和需要提醒的问题");
    const [table] = tablesOf(blocks);
    expect(linesOf(table!)).toEqual([
      ["1", "监测数据.xlsx“妇女”F9", finding.message, "不足0.01，已与区卫生健康委核实"],
    ]);
  });

  it("keeps to its own plan what is told of a row and of no cell", () => {
    const missing = (id: string): Issue => {
      const rows = [{ id, name: "甲", last: null }];
      return issue("data/missing-two-years", null, { domain: "健康", latest: 2025, rows }, "", [id]);
    };
    const [table] = tablesOf(annex([missing("W19"), missing("C19")]));
    expect(linesOf(table!)).toHaveLength(1);
  });

  it("tells what was done to cells once for each sheet and treatment, and names every cell", () => {
    const note = (cell: string, kind: ReaderNote["kind"], read: string, indicator = "W04"): ReaderNote => {
      return { source: at(cell), indicator, year: 2025, kind, read, text: "" };
    };
    const notes = [
      note("F9", "percent", "94.1"),
      note("E9", "percent", "93.9"),
      note("F9", "formula", "94.1"),
      note("F40", "text", "23", "WP09"),
      note("F20", "text", "98", "C20"),
    ];
    const elsewhere = { ...note("F9", "percent", "95"), source: { ...at("F9"), sheet: "另表" } };
    const [table] = tablesOf(annex([], { readerNotes: [...notes, elsewhere] }));
    expect(linesOf(table!).map(([, sheet, , count, cells]) => [sheet, count, cells])).toEqual([
      ["妇女", "2", "F9（94.1）、E9（93.9）"],
      ["妇女", "1", "F9（94.1）"],
      ["妇女", "1", "F40（23）"],
      ["另表", "1", "F9（95）"],
    ]);
  });

  it("says which checks the plan file grades itself", () => {
    const graded = { ...women, method: { ...women.method, severities: { "data/jump": "note" } as const } };
    expect(textOf(annex([], {}, graded))).toContain("“变动异常”列为说明");
    expect(textOf(annex([]))).not.toContain("级别");
  });

  it("has a name for every check that can be graded", () => {
    expect(GRADED_CODES.filter((code) => CHECK_NAMES[code] === undefined)).toEqual([]);
  });
});

it("附件2 proposes a survey for every row without data two years running, however many", () => {
  const data = dataset({ W04: { 2024: "93", 2025: "94" }, W33: { 2024: "95" } });
  const { blocks } = annexOf(gapsAnnex({ scorecard: scorePlan(women, data, 2025), dataset: data }, CONTEXT));
  const proposed = tablesOf(blocks)
    .flatMap(linesOf)
    .filter((line) => line.at(-1) === "开展专项统计调查");
  const parts = women.rows.flatMap((row) => (row.parts.length > 0 ? row.parts : [row]));
  const due = parts.filter(({ id, flatIsNormal }) => id !== "W04" && id !== "W33" && !flatIsNormal);
  expect(proposed.map(([id]) => id)).toEqual(due.map(({ id }) => id));
  expect(textOf(blocks)).toContain(`等${proposed.length}项`);
});

it("附件2 names proposed 责任单位 only while the report is asked about; then those of the projects", () => {
  const at = (review: "征求意见稿" | "定稿", rows: readonly string[]) => {
    const data = dataset({ W04: { 2025: "94" } });
    const own = { ...data, manifest: { ...data.manifest, review } };
    const plan = { ...women, rows: women.rows.filter(({ id }) => id === "W04" || rows.includes(id)) };
    const { blocks } = annexOf(gapsAnnex({ scorecard: scorePlan(plan, data, 2025), dataset: own }, CONTEXT));
    const [table] = tablesOf(blocks);
    const heads = table!.head.flat().map(({ text }) => text);
    const cells = linesOf(table!).find(([id]) => id === "W05a");
    return { head: heads.find((text) => text.includes("责任单位")), cells };
  };
  // W05a has a project of the plan, the others have none.
  expect(at("征求意见稿", ["W05a", "W11"]).head).toBe("建议责任单位（待确认）");
  expect(at("定稿", ["W05a", "W11"]).head).toBe("责任单位");
  expect(at("定稿", ["W05a", "W11"]).cells).toContain("区卫生健康委、区财政局、区民政局、区妇联");
  expect(at("定稿", ["W05a", "W11", "W33"]).head).toBeUndefined();
});

it("附件2 does not say that nothing was revised where a remark says so", () => {
  const told = (remark: string) => {
    const data = dataset({ W04: { 2023: "93", 2025: "94" }, W33: { 2025: "95" } });
    const series = { ...data.series, W04: data.series["W04"]!.map((each) => ({ ...each, remark })) };
    const own = { ...data, series };
    const matter = { scorecard: scorePlan(women, own, 2025), dataset: own };
    return textOf(annexOf(gapsAnnex(matter, CONTEXT)).blocks);
  };
  expect(told("2023年数据修订，原为92.8。")).toContain(
    "与以往报送的数据相比没有修订。另据报表备注，以下数据经过修订：孕产妇系统管理率（“2023年数据修订，原为92.8”）。",
  );
  for (const remark of ["", "数据未作修订", "不再更正"]) expect(told(remark)).toContain("已报数据没有修订。");
});

it("附件2 gives the reason a reporter stated for a missing figure", () => {
  const gap = { indicator: "W19", year: 2025, display: "", source: at("F9"), remark: "" };
  const data = dataset({}, { gaps: [{ ...gap, reason: "blank", statedReason: "未到报送期" }] });
  const { blocks } = annexOf(gapsAnnex({ scorecard: scorePlan(women, data, 2025), dataset: data }, CONTEXT));
  const line = tablesOf(blocks)
    .flatMap(linesOf)
    .find(([id]) => id === "W19");
  expect(line).toContain("未到报送期");
});
