import { OWN_COMMENT } from "../../data/form-words.js";
import { catalogueOf, type Catalogue } from "../../data/catalogue.js";
import { gridOf, type Grid } from "../../data/sheet/grid.js";
import { codedIn } from "../../data/sheet/match/match.js";
import { isDashed, nameKey } from "../../data/sheet/normalise.js";
import { yearIn } from "../../data/sheet/years.js";
import type { Role } from "../../data/sheet/head/words.js";
import { findTable } from "../../data/sheet/table/find.js";
import { hasRole, textIn, type Table } from "../../data/sheet/table/table.js";
import type { FormSheet, Spot } from "../write/form-sheet.js";
import { ANSWERS } from "../write/filled.js";
import { filledForm, formWorkbook, type Answer } from "../write/form-workbook.js";
import type { Notice } from "../write/guide-sheet.js";
import type { ReporterForm } from "../write/reporter-forms.js";
import type { Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import { cellAddress } from "../../workbook/address.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import type { Cell } from "../../workbook/sheet.js";
import { gravestFirst } from "../../issues/order.js";
import { cellKey } from "../../issues/place.js";
import { adviceFor, questionFor } from "./advice.js";
import { placesOf, spotAt, withNames, type ReportedRow } from "./placing.js";

/** A reporter's form to be sent back: what it reported, and a comment where something is in question. */
export interface SentBack {
  sheets: readonly FormSheet[];
  /** Findings that no cell of the form can show: of a whole sheet, or of a row the reporter is not asked for. */
  rest: readonly Issue[];
}

/** A cell of a returned workbook. */
interface ReportedCell {
  /** As a finding says it: file, sheet and address. */
  place: string;
  /** null in a column that the form only shows. */
  role: Role | null;
  cell: Cell | null;
}

/** A row of a returned workbook with its cells. */
interface ReportedLine extends ReportedRow {
  /** The open cell of its line that shows what is found beside the open cells (a wrong unit, a wrong code). */
  main: Role;
  cells: readonly ReportedCell[];
}

/** A cell of a returned workbook, by the spots of the fresh form it belongs to. */
interface PlacedCell {
  place: string;
  spot: string;
  main: string;
  cell: Cell | null;
  /** It names a town or an institution. */
  isName: boolean;
}

/** What a form that goes back says of when, where nobody has set a day. */
export const SOON: Notice = { deadline: "收到后尽快改正报送", contact: "" };

/**
 * Fills the reporter's fresh `form` with what its workbooks said, with the `issues` found on their cells, and with a
 * word on the blanks of ids that are `owed`.
 */
export function sentBack(
  form: ReporterForm,
  contents: readonly WorkbookContent[],
  { issues, owed }: { issues: readonly Issue[]; owed: readonly string[] },
  plans: readonly Plan[],
  notice: Notice = SOON,
): SentBack {
  const catalogue = catalogueOf(plans);
  const blank = formWorkbook(form, notice);
  const fillable = blank.map(withNames);
  const spots = new Set(fillable.flatMap((sheet) => sheet.spots.map((spot) => keyIn(sheet, spot))));
  const cells = contents.flatMap((content) =>
    placedCells(reportedLines(content, catalogue, form.year), blank),
  );
  const answers = new Map(
    cells.filter(({ cell }) => (cell?.display ?? "") !== "").map(({ spot, cell }) => [spot, cell]),
  );
  // Who deleted a printed name had a reason: printed again it would take what stands beside it.
  const deleted = new Set(
    cells.filter(({ isName, spot }) => isName && !answers.has(spot)).map(({ spot }) => spot),
  );
  const comments = new Map<string, string[]>();
  const rest = gravestFirst(issues).filter((each) => {
    const at = cells.find(({ place }) => each.where !== null && place === cellKey(each.where));
    const spot = [at?.spot, at?.main].find((key) => key !== undefined && spots.has(key));
    if (spot === undefined) return true;
    comments.set(spot, [...(comments.get(spot) ?? []), commentOf(each)]);
    return false;
  });
  for (const sheet of blank) {
    for (const spot of sheet.spots.filter((each) => isOwed(each, owed))) {
      const key = keyIn(sheet, spot);
      if (!answers.has(key) && !comments.has(key)) comments.set(key, [ASK_FOR_BLANK[spot.role] ?? ""]);
    }
  }
  const sheets = fillable.map((sheet, at) => {
    const answer = (spot: Spot) => {
      const key = keyIn(sheet, spot);
      const own = answerOf(answers.get(key) ?? null, comments.get(key) ?? []);
      return deleted.has(key) ? { text: "", ...own } : own;
    };
    const filled = filledForm([sheet], answer)[0] ?? sheet;
    return { layout: filled.layout, spots: blank[at]?.spots ?? [] };
  });
  return { sheets, rest };
}

function keyIn({ layout }: FormSheet, { row, role }: Spot): string {
  return spotAt(layout.name, row, role);
}

/** What stands in the cells of rows that have a line in the fresh form. */
function placedCells(lines: readonly ReportedLine[], blank: readonly FormSheet[]): PlacedCell[] {
  return [...placesOf(lines, blank)].flatMap(([{ main, cells }, at]) =>
    cells.map(({ place, role, cell }) => ({
      place,
      spot: role === null ? "" : spotAt(at.sheet, at.row, role),
      main: spotAt(at.sheet, at.row, main),
      cell,
      isName: role === "group",
    })),
  );
}

/** What is asked for in a cell that was left blank, by the role of its column. */
const ASK_FOR_BLANK: Partial<Record<Spot["role"], string>> = {
  value: "请填写本年数；没有数据的，请选择缺报原因",
  status: "请选择进展状态，并填写年度进展",
  measureStatus: "请选择落实状态，并填写落实情况",
};

function isOwed({ id, role, detail }: Spot, owed: readonly string[]): boolean {
  return ASK_FOR_BLANK[role] !== undefined && owed.includes(id) && (detail === "" || role === "status");
}

function commentOf(found: Issue): string {
  const next = adviceFor(found);
  return next === "" ? questionFor(found) : `${questionFor(found)}。${next}`;
}

/** What stood in the cell: a plain number as one, anything else as the text that was seen. */
function answerOf(cell: Cell | null, comments: readonly string[]): Answer {
  const comment = comments.length === 0 ? {} : { comment: OWN_COMMENT + [...new Set(comments)].join("\n") };
  if (cell === null) return comment;
  const isNumber = cell.content.type === "number" && /^\d+(?:\.\d+)?$/u.test(cell.display);
  return { text: isNumber ? "" : cell.display, number: isNumber ? cell.display : null, ...comment };
}

/** The rows of the tables of a workbook, whatever its layout. */
function reportedLines(
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

/** Columns that name groups: the form's own, and those of other layouts. */
const GROUP_ROLES = ["group", "town", "institution", "sex", "age", "residence"] as const;

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
    return [{ place, role, cell: grid.cell(row, column) }];
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
