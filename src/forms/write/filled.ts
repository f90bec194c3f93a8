import { gridOf, type Grid } from "../../data/sheet/grid.js";
import type { Role } from "../../data/sheet/head/words.js";
import { tightText } from "../../data/sheet/normalise.js";
import { isSignature } from "../../data/sheet/signature.js";
import { findTable } from "../../data/sheet/table/find.js";
import { hasRole, type Table } from "../../data/sheet/table/table.js";
import type { Sheet } from "../../workbook/sheet.js";

/** What a reporter answers; everything else on a form is printed there. */
export const ANSWERS: readonly Role[] = [
  "value",
  "numerator",
  "denominator",
  "missingReason",
  "dataSource",
  "remark",
  "status",
  "done",
  "progress",
  "problems",
  "nextPlan",
  "measureStatus",
  "measureProgress",
];

/**
 * The first cell of a form that somebody filled in, as a finding names it; null for a form as it was sent
 * out. It goes by headings, so that a form of another year or another set of rows is understood as well.
 */
export function firstAnswer(sheets: readonly Sheet[]): { sheet: string; cell: string } | null {
  for (const sheet of sheets) {
    const grid = gridOf(sheet);
    const table = findTable(
      grid,
      (columns) => hasRole(columns, "code", "projectCode", "measureCode") && hasRole(columns, ...ANSWERS),
    );
    const cell = table === null ? null : (answerIn(grid, table) ?? signedIn(grid));
    if (cell !== null) return { sheet: sheet.name, cell };
  }
  return null;
}

function answerIn(grid: Grid, { columns, body }: Table): string | null {
  const open = columns.filter(({ heading }) => ANSWERS.some((role) => role === heading.role));
  for (const row of body) {
    // Where nothing is counted a form says so itself.
    const cells = open.map(({ column }) => grid.cell(row, column)).filter((cell) => cell !== null);
    const answered = cells.find(({ display }) => !["", "—"].includes(tightText(display)));
    if (answered !== undefined) return answered.address;
  }
  return null;
}

/** A signature is a label with something behind it, or anything else in the labels' row. */
function signedIn(grid: Grid): string | null {
  const signed = grid.rows.filter((row) => isSignature(grid.own(row)[0]?.display ?? ""));
  const written = signed
    .flatMap((row) => grid.own(row))
    .find(({ display }) => !tightText(display).endsWith(":"));
  return written?.address ?? null;
}
