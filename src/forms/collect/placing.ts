import { tightText } from "../../data/sheet/normalise.js";
import { headingName, type Role } from "../../data/sheet/head/words.js";
import { groupBy } from "../../terms/group-by.js";
import type { FormSheet, Spot } from "../write/form-sheet.js";

/** A row of a workbook that came back, by what it says it is of: "" and null where it says nothing. */
export interface ReportedRow {
  sheet: string;
  row: number;
  id: string | null;
  /** The town, institution or quantity. */
  detail: string;
  /** Whether its table is one of towns, institutions or other groups. */
  grouped: boolean;
  /** Of another year than the form. */
  otherYear: boolean;
  /** Whether anybody wrote into it. */
  written: boolean;
}

/** A line of the fresh form. */
interface Line {
  sheet: string;
  row: number;
  id: string;
  detail: string;
  grouped: boolean;
  /** Its name is to be written by the reporter. */
  open: boolean;
}

/** A spot of a form by its cell. */
export function spotAt(sheet: string, row: number, role: Role): string {
  return [tightText(sheet), row, role].join("\n");
}

/** The row of a spot. */
export function rowOf(spot: string): string {
  return spot.split("\n")[1] ?? "";
}

/**
 * Where the rows of a workbook stand in the fresh form: in the line they name; those that name none where they stood,
 * unless another row has it; else in a line that nobody has named yet. What is not found has no line.
 */
export function placesOf<R extends ReportedRow>(
  rows: readonly R[],
  form: readonly FormSheet[],
): Map<R, { sheet: string; row: number }> {
  const lines = form.flatMap(linesOf);
  const named = new Map(lines.filter(({ open }) => !open).map((line) => [nameOf(line), line]));
  const standing = new Map(lines.map((line) => [`${tightText(line.sheet)}\n${line.row}`, line]));
  const places = new Map<R, Line>();
  const taken = new Set<Line>();
  const put = (row: R, line: Line | undefined) => {
    if (line === undefined) return;
    places.set(row, line);
    if (row.written) taken.add(line);
  };
  const left = () => rows.filter((row) => !places.has(row));
  const namedBy = (row: R) => (row.id === null || row.otherYear ? undefined : named.get(nameOf(row)));
  const standingAt = ({ sheet, row }: R) => standing.get(`${tightText(sheet)}\n${row}`);
  for (const row of rows) if (namedBy(row) === standingAt(row)) put(row, namedBy(row));
  for (const row of left()) {
    const line = namedBy(row);
    if (line !== undefined && !(row.grouped && taken.has(line))) put(row, line);
  }
  for (const row of left()) {
    const line = standingAt(row);
    const isOf = line !== undefined && (row.id === null || row.id === line.id) && !taken.has(line);
    if (isOf) put(row, line);
  }
  for (const row of left().filter((each) => each.written && each.grouped))
    put(
      row,
      lines.find((line) => line.open && line.id === row.id && !taken.has(line)),
    );
  return places;
}

function nameOf({ id, detail, grouped }: Pick<ReportedRow, "id" | "detail" | "grouped">): string {
  return [id, tightText(detail), grouped].join("\n");
}

function linesOf({ layout, spots }: FormSheet): Line[] {
  const grouped = groupColumn({ layout }) > 0;
  return [...groupBy(spots, ({ row }) => row).values()].flatMap((own): Line[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { row, id, detail } = first;
    return [{ sheet: layout.name, row, id, detail, grouped, open: own.some(({ role }) => role === "group") }];
  });
}

/** The column that names towns or institutions; 0 for none. */
function groupColumn({ layout }: Pick<FormSheet, "layout">): number {
  const heading = headingName("group");
  const head = layout.rows.find(({ cells }) => cells.some(({ text }) => text === heading));
  return (head?.cells.findIndex(({ text }) => text === heading) ?? -1) + 1;
}

/** A form with its printed names among its spots: a row that came back under another name keeps that. */
export function withNames({ layout, spots }: FormSheet): FormSheet {
  const column = groupColumn({ layout });
  if (column === 0) return { layout, spots };
  const open = new Set(spots.flatMap(({ role, row }) => (role === "group" ? [row] : [])));
  const printed = spots.filter(({ role, row }) => role === "value" && !open.has(row));
  return { layout, spots: [...spots, ...printed.map((spot): Spot => ({ ...spot, column, role: "group" }))] };
}
