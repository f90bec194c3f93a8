import path from "node:path";
import { it } from "vitest";
import type { ProjectProgress } from "../../src/data/dataset.js";
import { decimal } from "../../src/terms/decimal.js";
import { issue } from "../../src/issues/issue.js";
import { loadPlan } from "../../src/plan/load.js";
import { annualModel } from "../../src/report/annual.js";
import { scorePlan } from "../../src/score/score.js";
import { expectGolden, goldenText } from "../golden.js";
import { OTHER_DISTRICT } from "../plan/other-district.js";
import { dataset, observation } from "../score/builder.js";

const GOLDEN = path.resolve(import.meta.dirname, "golden/annual.json");

const source = { file: "临湖区2020.xlsx", sheet: "指标数据", cell: "F3" };

const progress: ProjectProgress = {
  project: "XM1",
  year: 2020,
  status: "推进中",
  quantities: [{ name: "区康复中心", goal: decimal(1), done: decimal(0), unit: "个" }],
  progress: "主体工程完工。",
  problems: "设备采购 进度偏慢；",
  nextPlan: "",
  reporter: "区残联",
  source,
};

/** A small plan of another district, with a revision, a gap, a finding and a project. */
function model(): unknown {
  const { plan } = loadPlan("other.yaml", OTHER_DISTRICT);
  if (plan === null) throw new Error("the small plan does not load");
  const data = dataset(
    {
      LH1: { 2015: "62.5", 2018: "70.25", 2019: "71.4", 2020: "72.35" },
      LH2: { 2019: "84", 2020: "84.6" },
      "LH3.1": { 2015: "31", 2019: "33.2", 2020: "33.2" },
    },
    {
      inputs: [{ file: source.file, bytes: 9120, sha256: "ab12".repeat(16) }],
      progress: [progress],
      revisions: [
        {
          indicator: "LH1",
          year: 2019,
          old: observation("LH1", 2019, "71.1"),
          new: observation("LH1", 2019, "71.4"),
        },
      ],
      gaps: [
        {
          indicator: "LH4",
          year: 2020,
          display: "—",
          reason: "dash",
          statedReason: "",
          source,
          remark: "职代会改选中",
        },
      ],
      readerNotes: [
        {
          source,
          indicator: "LH2",
          year: 2020,
          kind: "percent",
          read: "84.6",
          text: "读作84.6（百分比格式0.846）",
        },
      ],
    },
  );
  const finding = issue("data/below-unit", source, {});
  return annualModel(scorePlan(plan, data, 2020), data, {
    asOf: "2021-05-20",
    draft: true,
    sample: true,
    issues: [finding],
    versions: { tool: "1.2.3" },
  });
}

it("composes the whole report as it stands in golden/annual.json", async () => {
  expectGolden(GOLDEN, await goldenText(model()));
});
