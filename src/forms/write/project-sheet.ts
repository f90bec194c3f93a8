import type { Project, Quantity } from "../../plan/plan.js";
import type { LayoutCell } from "../../workbook/write/layout.js";
import { doneEntry, numberCell, proseEntry, statusEntry, textCell } from "./cells.js";
import { formSheet, type Column, type FormSheet } from "./form-sheet.js";
import type { ReporterForm } from "./reporter-forms.js";

/** One quantity of a project, or the project alone where the plan counts nothing. */
interface ProjectLine {
  project: Project;
  year: number;
  quantity: Quantity | null;
}

/** 重点项目进展, from left to right. */
const COLUMNS: readonly Column<ProjectLine>[] = [
  { role: "projectCode", width: 9, whole: true, cell: ({ project }) => textCell(project.id, "centre") },
  { role: "projectName", width: 18, whole: true, cell: ({ project }) => textCell(project.name) },
  { note: "项目内容", width: 44, whole: true, cell: ({ project }) => textCell(described(project)) },
  { role: "year", width: 7, whole: true, cell: ({ year }) => textCell(String(year), "centre") },
  { role: "status", width: 11, whole: true, cell: statusEntry },
  { role: "quantity", width: 18, cell: ({ quantity }) => textCell(quantity?.name ?? "") },
  { role: "unit", width: 9, cell: ({ quantity }) => textCell(quantity?.unit ?? "", "centre") },
  { role: "goal", width: 8, cell: ({ quantity }) => goalCell(quantity) },
  {
    role: "done",
    width: 8,
    cell: ({ quantity }) => (quantity === null ? textCell("") : doneEntry(quantity)),
  },
  { role: "progress", width: 24, whole: true, cell: () => proseEntry() },
  { role: "problems", width: 18, whole: true, cell: () => proseEntry() },
  { role: "nextPlan", width: 18, whole: true, cell: () => proseEntry() },
];

function described({ content, reporters }: Project): string {
  const helpers = reporters.slice(1);
  return helpers.length === 0 ? content : `${content}\n协办：${helpers.join("、")}。`;
}

function goalCell(quantity: Quantity | null): LayoutCell {
  if (quantity === null) return textCell("");
  return quantity.goal === null ? textCell("—", "number") : numberCell(quantity.goal.toString(), "");
}

/** The reporter's projects; null where it leads none. */
export function projectSheet(form: ReporterForm): FormSheet | null {
  if (form.projects.length === 0) return null;
  const lines = form.projects.flatMap((project): ProjectLine[] => {
    const quantities = project.quantities.length > 0 ? project.quantities : [null];
    return quantities.map((quantity) => ({ project, year: form.year, quantity }));
  });
  return formSheet(form, {
    name: "重点项目进展",
    columns: COLUMNS,
    sections: [{ heading: "", lines }],
    subject: ({ project, quantity }) => ({ id: project.id, detail: quantity?.name ?? "" }),
  });
}
