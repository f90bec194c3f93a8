import path from "node:path";
import { it } from "vitest";
import type { Dataset, ProjectProgress } from "../../../src/data/dataset.js";
import { decimal } from "../../../src/terms/decimal.js";
import { loadPlan } from "../../../src/plan/load.js";
import type { EvaluationModel } from "../../../src/report/model.js";
import { OTHER_DISTRICT } from "../../plan/other-district.js";
import { dataset } from "../../score/builder.js";
import { expectGolden, goldenText } from "../../golden.js";
import { compose } from "./compose.js";
import { narrative } from "./narrative.js";

const source = { file: "临湖区2020.xlsx", sheet: "指标数据", cell: "F3" };

function progress(year: number, done: number): ProjectProgress {
  return {
    project: "XM1",
    year,
    status: done === 0 ? "推进中" : "已完成",
    quantities: [{ name: "区康复中心", goal: decimal(1), done: decimal(done), unit: "个" }],
    progress: "主体工程完工",
    problems: "",
    nextPlan: "",
    reporter: "区残联",
    source,
  };
}

/** A row on its way, one inside its band that leaves it, a compound row, and one without its comparator. */
function data(): Dataset {
  return dataset(
    {
      LH1: {
        2015: "62.5",
        2018: "70.25",
        2019: "71.4",
        2020: "72.35",
        2023: "80.3",
        2024: "83",
        2025: "85.2",
      },
      LH2: { 2019: "84", 2020: "84.6", 2024: "82.1", 2025: "83.2" },
      "LH3.1": { 2015: "31", 2019: "33.2", 2020: "33.2", 2024: "33.9", 2025: "34.4" },
      "LH3.2": { 2024: "28.15", 2025: "28.02" },
      LH4: { 2024: "6.2", 2025: "6.3" },
    },
    {
      inputs: [{ file: source.file, bytes: 9120, sha256: "ab12".repeat(16) }],
      progress: [progress(2020, 0), progress(2025, 1)],
    },
  );
}

function plan() {
  const { plan: loaded } = loadPlan("other.yaml", OTHER_DISTRICT);
  if (loaded === null) throw new Error("the small plan does not load");
  return loaded;
}

/** A draft that lacks two of its three texts. */
function midterm(): EvaluationModel {
  const written = narrative({ achievements: "区康复中心主体工程完工。" });
  return compose(plan(), data(), 2020, { narrative: written, more: { draft: true, sample: true } });
}

function final(): EvaluationModel {
  const written = narrative({
    achievements: "区康复中心建成使用。",
    causes: "农村就业岗位偏少。",
    recommendations: "开发农村就业岗位。",
  });
  return compose(plan(), data(), 2025, { kind: "final", narrative: written });
}

it.each([
  ["midterm", midterm],
  ["final", final],
])("composes the whole report as it stands in golden/%s.json", async (name, model) => {
  expectGolden(path.resolve(import.meta.dirname, `golden/${name}.json`), await goldenText(model()));
});
