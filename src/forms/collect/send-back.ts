import { OWN_COMMENT } from "../../data/form-words.js";
import { catalogueOf, type Catalogue } from "../../data/catalogue.js";
import { gridOf, type Grid } from "../../data/sheet/grid.js";
import { codedIn } from "../../data/sheet/match.js";
import { nameKey, tightText } from "../../data/sheet/normalise.js";
import { findTable } from "../../data/sheet/table/find.js";
import { hasRole, textIn, type Table } from "../../data/sheet/table/table.js";
import type { FormSheet, Spot } from "../write/form-sheet.js";
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

/** A reporter's form to be sent back: what it reported, and a comment where something is in question. */
export interface SentBack {
  sheets: readonly FormSheet[];
  /** Findings that no cell of the form can show: of a whole sheet, or of a row the reporter is not asked for. */
  rest: readonly Issue[];
}

/** A cell of a returned workbook, by what it answers. */
interface ReportedCell {
  /** As a finding says it: file, sheet and address. */
  place: string;
  spot: string;
  /** The spot of the same line that shows what is found beside the open cells (a wrong unit, a wrong code). */
  main: string;
  cell: Cell | null;
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
  const spots = new Set(blank.flatMap((sheet) => sheet.spots.map(spotKey)));
  const cells = contents.flatMap((content) => reportedCells(content, catalogue));
  const answers = new Map(cells.filter(({ cell }) => cell !== null).map(({ spot, cell }) => [spot, cell]));
  const comments = new Map<string, string[]>();
  const rest = gravestFirst(issues).filter((each) => {
    const at = cells.find(({ place }) => each.where !== null && place === cellKey(each.where));
    const spot = [at?.spot, at?.main].find((key) => key !== undefined && spots.has(key));
    if (spot === undefined) return true;
    comments.set(spot, [...(comments.get(spot) ?? []), commentOf(each)]);
    return false;
  });
  const blanks = blank.flatMap((sheet) => sheet.spots).filter((spot) => isOwed(spot, owed));
  for (const spot of blanks) {
    const key = spotKey(spot);
    if (!answers.has(key) && !comments.has(key)) comments.set(key, [ASK_FOR_BLANK[spot.role] ?? ""]);
  }
  const answer = (spot: Spot) =>
    answerOf(answers.get(spotKey(spot)) ?? null, comments.get(spotKey(spot)) ?? []);
  return { sheets: filledForm(blank, answer), rest };
}

function spotKey({ id, role, detail }: Pick<Spot, "id" | "role" | "detail">): string {
  return [id, role, tightText(detail)].join("\n");
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

/** The cells of the tables of a workbook, whatever its layout. */
function reportedCells({ name, sheets }: WorkbookContent, catalogue: Catalogue): ReportedCell[] {
  return sheets.flatMap((sheet) => {
    const grid = gridOf(sheet);
    const table = findTable(
      grid,
      (columns) =>
        hasRole(columns, "code", "name", "projectCode", "measureCode") &&
        hasRole(columns, "value", "status", "measureStatus"),
    );
    if (table === null) return [];
    return table.body.flatMap((row) => {
      const id = idOf(grid, table, row, catalogue);
      return id === null ? [] : lineCells({ file: name, sheet: sheet.name }, grid, table, row, id);
    });
  });
}

function lineCells(
  sheet: { file: string; sheet: string },
  grid: Grid,
  table: Table,
  row: number,
  id: string,
): ReportedCell[] {
  const detail = textIn(grid, table, row, "group") || textIn(grid, table, row, "quantity");
  const said = (["measureStatus", "status"] as const).find((role) => hasRole(table.columns, role));
  const main = spotKey({ id, detail, role: said ?? "value" });
  return table.columns.flatMap(({ column, heading: { role } }) => {
    if (role === "yearValue" || role === null) return [];
    const place = cellKey({ ...sheet, cell: cellAddress(row, column) });
    return [{ place, spot: spotKey({ id, role, detail }), main, cell: grid.cell(row, column) }];
  });
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
