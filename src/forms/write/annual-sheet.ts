import { figureCell, fractionEntry, missingReasonEntry, proseEntry, textCell, valueEntry } from "./cells.js";
import { formSheet, type Column, type FormSheet } from "./form-sheet.js";
import type { FormLine, ReporterForm } from "./reporter-forms.js";

/** 年度填报, from left to right. */
const columnsOf = ({ terms }: ReporterForm): readonly Column<FormLine>[] => [
  { role: "code", width: 8, cell: ({ indicator }) => textCell(indicator.id, "centre") },
  { role: "name", width: 26, cell: ({ indicator }) => textCell(indicator.name) },
  { role: "unit", width: 9, cell: ({ indicator }) => textCell(indicator.unit || "—", "centre") },
  { note: `${terms.plan}目标`, width: 13, cell: ({ target }) => textCell(target || "—", "centre") },
  { note: "指标解释", width: 26, cell: (line) => textCell(explained(line)) },
  { note: "基期数", width: 10, cell: (line) => figureCell(line, line.baseline) },
  { role: "previous", width: 10, cell: (line) => figureCell(line, line.previous) },
  { role: "value", width: 11, cell: valueEntry },
  { role: "numerator", width: 10, cell: (line, at) => fractionEntry(line, "numerator", at("denominator")) },
  { role: "denominator", width: 10, cell: (line, at) => fractionEntry(line, "denominator", at("numerator")) },
  { role: "missingReason", width: 12, cell: missingReasonEntry },
  { role: "dataSource", width: 14, cell: () => proseEntry() },
  { role: "remark", width: 18, cell: () => proseEntry() },
];

/** How the figure is counted, or else what the plan notes about it, and who helps to report it. */
function explained({ indicator, partners }: FormLine): string {
  const helpers = partners.length === 0 ? [] : [`协报：${partners.join("、")}。`];
  const told = indicator.definition === "" ? indicator.notes : [`${indicator.definition}。`];
  return [...told, ...helpers].join("\n");
}

/** The reporter's figures of the year, plan by plan; null where it reports none. */
export function annualSheet(form: ReporterForm): FormSheet | null {
  if (form.sections.length === 0) return null;
  return formSheet(form, {
    name: "年度填报",
    columns: columnsOf(form),
    sections: form.sections.map(({ title, lines }) => ({ heading: title, lines })),
    subject: ({ indicator }) => ({ id: indicator.id, detail: "" }),
  });
}
