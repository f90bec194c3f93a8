import { bugText } from "../../issues/bug.js";
import { issue, type Place } from "../../issues/issue.js";
import { nearest } from "../../terms/nearest.js";
import type { Sheet } from "../../workbook/sheet.js";
import { planNamed, type Catalogue } from "../catalogue.js";
import { gridOf } from "./grid.js";
import { SHEET_KINDS } from "./kinds/kinds.js";
import { tightText } from "./normalise.js";
import { NOTHING, onlyIssues, type Reading } from "./reading.js";
import { findTable } from "./table.js";
import { GUIDE_SHEET } from "../words.js";

/** Recognises a sheet by its head and reads it. Hidden, empty and foreign sheets give findings at most. */
export function readSheet(file: string, sheet: Sheet, catalogue: Catalogue): Reading {
  const where = { file, sheet: sheet.name };
  try {
    return readKnown(file, sheet, catalogue, where);
  } catch (error) {
    return onlyIssues(issue("workbook/reader-failed", where, { bug: bugText(error) }));
  }
}

function readKnown(file: string, sheet: Sheet, catalogue: Catalogue, where: Place): Reading {
  if (sheet.rows.every(({ cells }) => cells.length === 0)) return NOTHING;
  if (sheet.hidden) return onlyIssues(issue("data/hidden-sheet", where, {}));
  const grid = gridOf(sheet);
  const kindOf = (columns: Parameters<(typeof SHEET_KINDS)[number]["accepts"]>[0]) =>
    SHEET_KINDS.find((kind) => kind.accepts(columns));
  const table = findTable(grid, (columns) => kindOf(columns) !== undefined);
  const kind = table === null ? undefined : kindOf(table.columns);
  if (table === null || kind === undefined) {
    if (tightText(sheet.name) === GUIDE_SHEET) return NOTHING;
    const names = SHEET_KINDS.map(({ name }) => name);
    return onlyIssues(
      issue("data/unrecognised-sheet", where, {
        nearest: nearest(tightText(sheet.name), names),
        kinds: SHEET_KINDS.map(({ name, headings }) => `${name}（${headings}）`),
      }),
    );
  }
  const plan = planNamed(catalogue.plans, [sheet.name, table.title, file]);
  return kind.read({ file, sheet: sheet.name, grid, table, catalogue, plan });
}
