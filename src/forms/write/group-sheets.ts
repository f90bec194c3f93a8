import type { Decimal } from "../../terms/decimal.js";
import type { Grouping, Indicator } from "../../plan/plan.js";
import { figureCell, numberCell, proseEntry, textCell, valueEntry } from "./cells.js";
import type { Breakdown } from "./breakdowns.js";
import { formSheet, type Column, type FormSheet } from "./form-sheet.js";
import type { ReporterForm } from "./reporter-forms.js";

interface GroupLine {
  /** 1, 2, 3 … within its row of the plan. */
  number: number;
  indicator: Indicator;
  ratio: false;
  year: number;
  grouping: Grouping;
  /** "" where the reporter is to write the name. */
  group: string;
  previous: Decimal | null;
}

/** One line per town or institution, from left to right. */
const COLUMNS: readonly Column<GroupLine>[] = [
  { role: "number", width: 6, cell: ({ number }) => numberCell(String(number), "0") },
  { role: "code", width: 8, cell: ({ indicator }) => textCell(indicator.id, "centre") },
  { role: "name", width: 40, cell: ({ indicator }) => textCell(indicator.name) },
  { role: "unit", width: 9, cell: ({ indicator }) => textCell(indicator.unit || "—", "centre") },
  { role: "year", width: 8, cell: ({ year }) => textCell(String(year), "centre") },
  { role: "grouping", width: 8, cell: ({ grouping }) => textCell(grouping, "centre") },
  {
    role: "group",
    width: 28,
    cell: ({ group }) => (group === "" ? proseEntry("请填名称。") : textCell(group)),
  },
  { role: "previous", width: 11, cell: (line) => figureCell(line, line.previous) },
  { role: "value", width: 12, cell: valueEntry },
  { role: "remark", width: 24, cell: () => proseEntry() },
];

/** A sheet for each way the reporter's rows are broken down: by town, by institution. */
export function groupSheets(form: ReporterForm): FormSheet[] {
  const groupings = [...new Set(form.breakdowns.map(({ grouping }) => grouping))];
  return groupings.map((grouping) =>
    formSheet(form, {
      name: `分${grouping}填报`,
      columns: COLUMNS,
      sections: form.breakdowns
        .filter((each) => each.grouping === grouping)
        .map((each) => ({
          heading: `${each.indicator.name}（${form.terms.plan}目标：${each.target}）`,
          lines: linesOf(each, form.year),
        })),
      subject: ({ indicator, group, number }) => ({ id: indicator.id, detail: group || String(number) }),
    }),
  );
}

function linesOf({ indicator, grouping, groups, blanks }: Breakdown, year: number): GroupLine[] {
  const unnamed = Array.from({ length: blanks }, () => ({ name: "", previous: null }));
  return [...groups, ...unnamed].map(({ name, previous }, index) => ({
    number: index + 1,
    indicator,
    ratio: false,
    year,
    grouping,
    group: name,
    previous,
  }));
}
