import type { Catalogue } from "../../data/catalogue.js";
import { gridOf, type Grid } from "../../data/sheet/grid.js";
import { GROUP_ROLES, type Role } from "../../data/sheet/head/words.js";
import { codedIn } from "../../data/sheet/match/match.js";
import { isDashed, nameKey } from "../../data/sheet/normalise.js";
import { findTable } from "../../data/sheet/table/find.js";
import { hasRole, textIn, type Table } from "../../data/sheet/table/table.js";
import { yearIn } from "../../data/sheet/years.js";
import { cellKey } from "../../issues/place.js";
import { cellAddress } from "../../workbook/address.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import type { Cell } from "../../workbook/sheet.js";
import { ANSWERS } from "../write/filled.js";
import type { ReportedRow } from "./placing.js";

/** A cell of a returned workbook. */
export interface ReportedCell {
  /** As a finding says it: file, sheet and address. */
  place: string;
  /** null in a column that the form only shows. */
  role: Role | null;
  /** 1-based. */
  column: number;
  cell: Cell | null;
}

/** A row of a returned workbook with its cells. */
export interface ReportedLine extends ReportedRow {
  /** The open cell of its line that shows what is found beside the open cells (a wrong unit, a wrong code). */
  main: Role;
  cells: readonly ReportedCell[];
}

/** The rows of the tables of a workbook, whatever its layout. */
export function reportedLines(
  { name, sheets }: WorkbookContent,
  catalogue: Catalogue,
  year: number,
): ReportedLine[] {
  return sheets.flatMap((sheet) => {
    const grid = gridOf(sheet);
    const table = findTable(
      grid,
      (columns) =>
        hasRole(columns, "code", "name", "projectCode", "measureCode") &&
        hasRole(columns, "value", "status", "measureStatus"),
    );
    if (table === null) return [];
    return table.body.map((row) => ({
      ...lineOf({ file: name, sheet: sheet.name }, grid, table, row, year),
      id: idOf(grid, table, row, catalogue),
    }));
  });
}

function lineOf(
  sheet: { file: string; sheet: string },
  grid: Grid,
  table: Table,
  row: number,
  year: number,
): Omit<ReportedLine, "id"> {
  const grouped = hasRole(table.columns, ...GROUP_ROLES);
  const names = grouped ? GROUP_ROLES : (["quantity"] as const);
  const said = (["measureStatus", "status"] as const).find((role) => hasRole(table.columns, role));
  const cells = table.columns.flatMap(({ column, heading: { role } }): ReportedCell[] => {
    if (role === "yearValue") return [];
    const place = cellKey({ ...sheet, cell: cellAddress(row, column) });
    return [{ place, role, column, cell: grid.cell(row, column) }];
  });
  const stated = yearIn(textIn(grid, table, row, "year"));
  return {
    sheet: sheet.sheet,
    row,
    detail: names.map((role) => textIn(grid, table, row, role)).find((text) => text !== "") ?? "",
    grouped,
    otherYear: stated !== null && stated !== year,
    written: cells.some(
      ({ role, cell }) => role !== null && ANSWERS.includes(role) && !isDashed(cell?.display ?? ""),
    ),
    main: said ?? "value",
    cells,
  };
}

function idOf(
  grid: Grid,
  table: Table,
  row: number,
  { byId, byKey, projects, measures }: Catalogue,
): string | null {
  const codes = (["code", "projectCode", "measureCode"] as const).map((role) =>
    textIn(grid, table, row, role),
  );
  const code = codes.find((each) => each !== "") ?? "";
  const coded = codedIn(byId, code)?.indicator ?? codedIn(projects, code) ?? codedIn(measures, code);
  const [named] = byKey.get(nameKey(textIn(grid, table, row, "name"))) ?? [];
  return coded?.id ?? named?.indicator.id ?? null;
}
