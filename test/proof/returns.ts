import { writeFile } from "node:fs/promises";
import { returnedOf, type Returned } from "../../src/forms/collect/returned.js";
import { readData } from "../../src/data/folder/read.js";
import type { FormSheet, Spot } from "../../src/forms/write/form-sheet.js";
import { filledForm, formFileName, formWorkbook, type Answer } from "../../src/forms/write/form-workbook.js";
import { reporterForms, type ReporterForm } from "../../src/forms/write/reporter-forms.js";
import type { Plan } from "../../src/plan/plan.js";
import { readWorkbook } from "../../src/workbook/read/read.js";
import { writeWorkbook } from "../../src/workbook/write/write.js";

/** A reporter's form and what came back of it. */
export interface FormReturned {
  form: ReporterForm;
  returned: Returned;
}

const COLLECTED = "2026-03-20T09:30:00+08:00";

/** What reporters write: figures, and texts that other programs like to take for something else. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  value: { number: "12.5" },
  numerator: { number: "1" },
  denominator: { number: "9" },
  group: { text: "新设街道" },
  dataSource: { text: "=年报" },
  remark: { text: "口径\n见“说明”, 第2页" },
  done: { number: "7" },
  status: { text: "推进中" },
  measureStatus: { text: "推进中" },
  progress: { text: "有序推进" },
};

/** No figure and no status: whoever wrote it gets the form back. */
const MISTAKES: Readonly<Record<string, Answer>> = {
  value: { text: "约九成" },
  status: { text: "快了" },
  measureStatus: { text: "快了" },
};

/** The forms of all reporters, filled in with the first figure, project and measure of each in error. */
export async function returnedForms(
  plans: readonly Plan[],
  file: (name: string) => string,
): Promise<FormReturned[]> {
  const { dataset } = await readData("fixtures/data", plans);
  const all: FormReturned[] = [];
  for (const form of reporterForms(plans, { ...dataset, sample: false }, 2025)) {
    const name = `${formFileName(form)}.xlsx`;
    await saveForm(file(name), filledForm(formWorkbook(form), answers()));
    all.push({ form, returned: returnedOf(await readWorkbook(file(name), name), plans, COLLECTED) });
  }
  return all;
}

function answers(): (spot: Spot) => Answer | null {
  const seen = new Set<string>();
  return ({ role }) => {
    const mistake = seen.has(role) ? undefined : MISTAKES[role];
    seen.add(role);
    return mistake ?? ANSWERS[role] ?? null;
  };
}

export async function saveForm(path: string, sheets: readonly FormSheet[]): Promise<void> {
  const layouts = sheets.map(({ layout }) => layout);
  await writeFile(path, await writeWorkbook(layouts, { title: "", author: "", date: "2026-01-05" }));
}
