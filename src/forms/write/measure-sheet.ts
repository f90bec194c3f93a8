import { groupBy } from "../../terms/group-by.js";
import { measureStatusEntry, proseEntry, textCell } from "./cells.js";
import { formSheet, type Column, type FormSheet } from "./form-sheet.js";
import type { FormMeasure, ReporterForm } from "./reporter-forms.js";

interface MeasureLine extends FormMeasure {
  year: number;
}

/** 措施落实, from left to right. */
const COLUMNS: readonly Column<MeasureLine>[] = [
  { role: "measureCode", width: 10, cell: ({ id }) => textCell(id, "centre") },
  { role: "measureName", width: 40, cell: (line) => textCell(described(line)) },
  { role: "year", width: 8, cell: ({ year }) => textCell(String(year), "centre") },
  { role: "measureStatus", width: 12, cell: measureStatusEntry },
  { role: "measureProgress", width: 70, cell: () => proseEntry() },
];

function described({ title, partners }: FormMeasure): string {
  return partners.length === 0 ? title : `${title}\n会同：${partners.join("、")}。`;
}

/** The measures of the plans the reporter answers for; null where there are none. */
export function measureSheet(form: ReporterForm): FormSheet | null {
  if (form.measures.length === 0) return null;
  const lines = form.measures.map((measure) => ({ ...measure, year: form.year }));
  const chapters = groupBy(lines, ({ chapter }) => chapter);
  return formSheet(form, {
    name: "措施落实",
    columns: COLUMNS,
    sections: [...chapters].map(([heading, own]) => ({ heading, lines: own })),
    subject: ({ id }) => ({ id, detail: "" }),
  });
}
