import { issue, type Issue } from "../../../issues/issue.js";
import { groupBy } from "../../../terms/group-by.js";
import type { Cell } from "../../../workbook/sheet.js";
import type { KnownReason } from "../../coverage/reasons.js";
import { sourceAt } from "../../settle/place.js";
import { headingOf } from "../head/heading.js";
import type { Heading } from "../head/token.js";
import type { SheetContext } from "../reading.js";
import { withoutFigureMarks } from "../normalise.js";
import { quoted } from "../quoted.js";
import type { Line } from "./lines.js";
import { IN_REMARKS, worded, type Found } from "./qualifiers.js";

/** What a note says of whatever bears its mark. */
interface Marked {
  mark: string;
  said: Heading;
  /** ①为2024年数据 */
  text: string;
  note: Cell;
}

/** ①为2024年数据, 带*的为全市数. */
const MARKED =
  /([*＊★☆▲△※①-⑳])(?:号|标记|者|的)*(?:指标|数据|数字|项|行)*[为是系:：]*([^*＊★☆▲△※①-⑳,，;；。]{1,30})/gu;
/** Nobody explains marks in more words. */
const LONGEST_NOTE = 200;
/** Nor more of them; each is looked for in every row. */
const MOST_MARKS = 50;

/** The marks that notes beneath a table explain. */
export function marksIn({ catalogue, grid }: SheetContext, lines: readonly Line[]): Marked[] {
  const notes = lines.filter(({ match, hasFigure }) => match.type === "foreign" && !hasFigure);
  const all = notes.flatMap(({ row }) => {
    const [note] = grid.own(row);
    if (note === undefined || note.content.type !== "text" || note.display.length > LONGEST_NOTE) return [];
    const said = note.display.replace(/\s/gu, "").matchAll(MARKED);
    return [...said].map(([text, mark = "", rest = ""]) => {
      return { mark, said: headingOf([rest], catalogue.lexicon), text, note };
    });
  });
  const once = new Map(all.filter(({ said }) => said.leftover === "").map((each) => [each.text, each]));
  return [...once.values()].slice(0, MOST_MARKS);
}

/** Whether one of the cells is a text with the mark. */
export function bears(cells: readonly Cell[], mark: string): boolean {
  return cells.some(({ content, display }) => content.type === "text" && display.includes(mark));
}

/** Rows that bear the mark of a note which says that their figures are others; of 94.88① beside 94.1 that figure alone. */
export function byMark(
  context: SheetContext,
  lines: readonly Line[],
  ofOtherYear: (row: number, said: Heading) => KnownReason | null,
): Found[] {
  return marksIn(context, lines).flatMap(({ mark, said, text, note }) => {
    const reason = worded(IN_REMARKS)(said);
    const marked = lines
      .filter(({ row }) => row !== note.row)
      .flatMap(({ row }) => {
        const bearing = context.grid.own(row).filter((cell) => bears([cell], mark));
        const years = bearing.map(({ column }) => yearOfColumn(context, column));
        const isOfRow = years.includes(null);
        return isOfRow ? [{ row, year: null }] : years.map((year) => ({ row, year }));
      })
      .flatMap(({ row, year }) => {
        const why = reason ?? (year === null ? ofOtherYear(row, said) : ofYear(said, year));
        return why === null ? [] : [{ row, year, why }];
      });
    const where = sourceAt(context, note.row, note.column);
    const told = { noun: "表下的说明", text: quoted(text) };
    const alike = groupBy(marked, ({ year, why }) => `${String(year)} ${why}`);
    return [...alike.values()].flatMap((same): Found[] => {
      const [first] = same;
      if (first === undefined) return [];
      const { year, why } = first;
      const rows = same.map(({ row }) => row);
      return [{ rows, reason: why, said: told, where, ...(year === null ? {} : { year }) }];
    });
  });
}

/** The year of a column of figures, where it is not the only one; null for any other column. */
function yearOfColumn({ table }: SheetContext, column: number): number | null {
  const dated = table.columns.filter(({ heading }) => heading.role === "yearValue");
  return dated.length < 2 ? null : (dated.find((each) => each.column === column)?.heading.year ?? null);
}

/** 2024年数据 of a figure of 2025. */
function ofYear(said: Heading, year: number): KnownReason | null {
  if (said.role === "previous" || said.role === "base") return "other-year";
  return said.role === "yearValue" && said.year !== null && said.year !== year ? "other-year" : null;
}

/** Signs behind figures, 98.5*, that no text on the sheet explains: read, but who set them meant something. One finding a table. */
export function unexplainedMarks(context: SheetContext, lines: readonly Line[]): Issue[] {
  const { grid, table } = context;
  const columns = table.columns.filter(({ heading }) => OWN.has(heading.role)).map(({ column }) => column);
  const found = lines
    .filter(({ match, hasFigure }) => match.type === "matched" && hasFigure)
    .flatMap(({ row }) => columns.flatMap((column) => grid.cell(row, column) ?? []))
    .flatMap((cell) => {
      const mark = cell.content.type === "text" ? markBehind(cell.content.text) : "";
      return mark === "" ? [] : [{ cell, mark }];
    });
  if (found.length === 0) return [];
  const marked = new Set(found.map(({ cell }) => cell));
  const marks = [...new Set(found.map(({ mark }) => mark))].slice(0, MOST_MARKS);
  const words = grid.rows.flatMap((row) => grid.own(row)).filter((cell) => !marked.has(cell));
  const open = new Set(marks.filter((mark) => !words.some(({ display }) => display.includes(mark))));
  const told = found.filter(({ mark }) => open.has(mark));
  const [lead] = told;
  if (lead === undefined) return [];
  const figures = told.map(({ cell: { address, display } }) => ({ cell: address, shown: quoted(display) }));
  return [issue("data/unexplained-marks", sourceAt(context, lead.cell.row, lead.cell.column), { figures })];
}

const OWN: ReadonlySet<unknown> = new Set(["yearValue", "value", "done"]);

/** ① of 98.5①, [1] of 98.5[1]; "" for a figure alone. */
function markBehind(text: string): string {
  return text.slice(withoutFigureMarks(text).length).trim();
}
