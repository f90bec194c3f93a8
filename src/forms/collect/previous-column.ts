import { gridOf } from "../../data/sheet/grid.js";
import { annualForm } from "../../data/sheet/kinds/indicator-table.js";
import { findTable } from "../../data/sheet/table/find.js";
import { columnOf } from "../../data/sheet/table/table.js";
import { cellAddress } from "../../workbook/address.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import type { CellPlace } from "../../issues/place.js";

const ROW = /\d+$/u;

/**
 * Whether a cell of a workbook stands in the 上年数 of a form, which the form shows before anybody fills
 * it in; null where there is no form in it.
 */
export function previousColumn({ sheets }: WorkbookContent): ((source: CellPlace) => boolean) | null {
  const letters = new Map<string, string>();
  for (const sheet of sheets) {
    const table = findTable(gridOf(sheet), (columns) => annualForm.accepts(columns));
    const column = table === null ? null : columnOf(table, "previous");
    if (column !== null) letters.set(sheet.name, cellAddress(1, column).replace(ROW, ""));
  }
  if (letters.size === 0) return null;
  return ({ sheet, cell }) => letters.get(sheet) === cell.replace(ROW, "");
}
