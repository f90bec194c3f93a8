import { isNoFigure } from "../../data/sheet/cell.js";
import { OWN_COMMENT } from "../../data/form-words.js";
import { catalogueOf } from "../../data/catalogue.js";
import type { FormSheet, Spot } from "../write/form-sheet.js";
import { filledForm, formWorkbook, type Answer } from "../write/form-workbook.js";
import type { Notice } from "../write/guide-sheet.js";
import type { ReporterForm } from "../write/reporter-forms.js";
import { placesTold, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import type { Cell } from "../../workbook/sheet.js";
import { gravestFirst } from "../../issues/order.js";
import { cellKey } from "../../issues/place.js";
import { adviceFor, questionFor } from "./advice.js";
import { placesOf, rowOf, spotAt, withNames } from "./placing.js";
import { reportedLines, type ReportedLine } from "./reported-lines.js";

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
 * The reporter's form to be sent back: the fresh `form` with what its workbooks said, with the `issues` found on their
 * cells, and with a word on the blanks of ids that are `owed`. What no cell can show, of a whole workbook or sheet or
 * of a row the reporter is not asked for, stands on the first sheet.
 */
export function sentBack(
  form: ReporterForm,
  contents: readonly WorkbookContent[],
  { issues, owed }: { issues: readonly Issue[]; owed: readonly string[] },
  plans: readonly Plan[],
  notice: Notice = SOON,
): FormSheet[] {
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
  const { comments, rest } = commentsOn(issues, cells, spots);
  for (const sheet of blank) {
    for (const spot of sheet.spots.filter((each) => isOwed(each, owed))) {
      const key = keyIn(sheet, spot);
      const isOpen = isNoFigure(answers.get(key)?.display ?? "");
      if (isOpen && !comments.has(key)) comments.set(key, [ASK_FOR_BLANK[spot.role] ?? ""]);
    }
  }
  const questions = rest.map(commentOf);
  const asked = formWorkbook(form, { ...notice, questions }).slice(0, 1);
  const sheets = fillable.map((sheet, at) => {
    const answer = (spot: Spot) => {
      const key = keyIn(sheet, spot);
      const own = answerOf(answers.get(key) ?? null, comments.get(key) ?? []);
      return deleted.has(key) ? { text: "", ...own } : own;
    };
    const filled = filledForm([sheet], answer)[0] ?? sheet;
    return { layout: filled.layout, spots: blank[at]?.spots ?? [] };
  });
  return [...asked, ...sheets.slice(asked.length)];
}

/** What is to be said at which spot, and the findings that no spot shows. */
function commentsOn(
  issues: readonly Issue[],
  cells: readonly PlacedCell[],
  spots: ReadonlySet<string>,
): { comments: Map<string, string[]>; rest: Issue[] } {
  const byPlace = new Map(cells.map((each) => [each.place, each]));
  const comments = new Map<string, string[]>();
  const note = (spot: string, text: string) => comments.set(spot, [...(comments.get(spot) ?? []), text]);
  const rest = gravestFirst(issues).filter((each) => {
    const shown = placesTold(each).flatMap((place) => {
      const at = byPlace.get(cellKey(place));
      return [at?.spot, at?.main].find((key) => key !== undefined && spots.has(key)) ?? [];
    });
    const [first, ...others] = new Set(shown);
    if (first === undefined) return true;
    note(first, commentOf(each));
    for (const other of others) note(other, `同第${rowOf(first)}行的批注`);
    return false;
  });
  return { comments, rest };
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
