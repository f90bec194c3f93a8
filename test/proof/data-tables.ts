import { readData } from "../../src/data/folder/read.js";
import { loadPlans } from "../../src/plan/folder.js";
import { annualModel } from "../../src/report/annual.js";
import { dataTableSheets } from "../../src/render/sheets/tables.js";
import { scorePlan } from "../../src/score/score.js";
import type { SheetLayout } from "../../src/workbook/write/layout.js";
import { writeWorkbook } from "../../src/workbook/write/write.js";

export interface DataTables {
  /** The plan's id. */
  plan: string;
  layouts: readonly SheetLayout[];
  bytes: Uint8Array;
}

const AS_OF = "2026-05-20";

/** The 数据报表 of every plan, made of the sample data stage by stage as `report annual 2025 --demo` does. */
export async function sampleTables(): Promise<DataTables[]> {
  const { plans } = await loadPlans("plans");
  const { dataset, issues } = await readData("fixtures/data", plans);
  const context = { asOf: AS_OF, draft: false, sample: true, issues, versions: { tool: "0.0.0" } };
  return Promise.all(
    plans.map(async (plan) => {
      const model = annualModel(scorePlan(plan, dataset, 2025), dataset, context);
      const layouts = dataTableSheets(model);
      const { title, author } = model.document;
      return { plan: plan.id, layouts, bytes: await writeWorkbook(layouts, { title, author, date: AS_OF }) };
    }),
  );
}
