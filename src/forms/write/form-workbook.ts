import { fileName } from "../../terms/file-name.js";
import type { LayoutCell, SheetLayout } from "../../workbook/write/layout.js";
import { annualSheet } from "./annual-sheet.js";
import type { FormSheet, Spot } from "./form-sheet.js";
import { groupSheets } from "./group-sheets.js";
import { guideSheet, type Notice } from "./guide-sheet.js";
import { measureSheet } from "./measure-sheet.js";
import { projectSheet } from "./project-sheet.js";
import type { ReporterForm } from "./reporter-forms.js";

const UNSAID: Notice = { deadline: "", contact: "" };

/** The sheets of a reporter's form, the explanation first. Only the others have spots to be filled. */
export function formWorkbook(form: ReporterForm, notice: Notice = UNSAID): FormSheet[] {
  const guide = { layout: guideSheet(form, notice), spots: [] };
  const asked = [annualSheet(form), ...groupSheets(form), projectSheet(form), measureSheet(form)];
  return [guide, ...asked.filter((sheet) => sheet !== null)];
}

/** What goes into a spot; a spot may get a comment and keep what it has. */
export type Answer = Partial<Pick<LayoutCell, "text" | "number" | "comment">>;

/** The form with what `answer` gives for its spots, null leaving one as it is. */
export function filledForm(sheets: readonly FormSheet[], answer: (spot: Spot) => Answer | null): FormSheet[] {
  return sheets.map(({ layout, spots }) => {
    const answers = new Map(spots.map((spot) => [`${spot.row}:${spot.column}`, answer(spot)]));
    return { layout: withAnswers(layout, (row, column) => answers.get(`${row}:${column}`) ?? {}), spots };
  });
}

function withAnswers(layout: SheetLayout, answer: (row: number, column: number) => Answer): SheetLayout {
  const rows = layout.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell, at) => ({ ...cell, ...answer(index + 1, at + 1) })),
  }));
  return { ...layout, rows };
}

/** 填报表2025_区卫生健康委: different for every reporter. */
export function formFileName({ reporter, year }: ReporterForm): string {
  return fileName(`填报表${year}_${reporter.replace(/\s+/gu, "")}`);
}
