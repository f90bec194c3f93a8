import { FORM_TITLE } from "../../data/form-words.js";
import { headingName, type Role } from "../../data/sheet/head/words.js";
import { cellAddress } from "../../workbook/address.js";
import type { LayoutCell, LayoutRow, SheetLayout } from "../../workbook/write/layout.js";
import { textCell } from "./cells.js";
import { signatureLine } from "./signatures.js";
import type { ReporterForm } from "./reporter-forms.js";

/**
 * A column of a form. One with a role is headed as the reader of that role expects and is read again;
 * `note` heads one that is only shown.
 */
export type Column<L> = ({ role: Role } | { note: string }) & {
  width: number;
  /** `at` gives the address of the same line's cell under another role. */
  cell: (line: L, at: (role: Role) => string) => LayoutCell;
  /** Told once for all lines of a block: one cell over them. */
  whole?: boolean;
};

/** A cell to be filled in and what it is asked for: the 本年数 of W04, the 数值 of a town. */
export interface Spot {
  /** 1-based. */
  row: number;
  column: number;
  /** An indicator's or a project's id. */
  id: string;
  role: Role;
  /** The town, institution or quantity; "" where the figure is the id's own. */
  detail: string;
}

export interface FormSheet {
  layout: SheetLayout;
  spots: readonly Spot[];
}

/** Lines under one heading of the table; lines with one `block` key in a row belong together. */
interface Section<L> {
  /** "" for none. */
  heading: string;
  lines: readonly L[];
}

interface Asked<L> {
  name: string;
  columns: readonly Column<L>[];
  sections: readonly Section<L>[];
  /** Which figure the line asks for. */
  subject: (line: L) => { id: string; detail: string };
}

const HEAD_ROW = 3;
const SAMPLE = "　　示例数据，不得报送";

/** Rows from the top of a sheet down, with what is merged and what is to be filled in among them. */
interface Part {
  rows: readonly LayoutRow[];
  merges: SheetLayout["merges"];
  spots: readonly Spot[];
}

/** A sheet of a form: title, unit, head, lines, signatures. */
export function formSheet<L>(form: ReporterForm, asked: Asked<L>): FormSheet {
  const { name, columns, sections } = asked;
  const top: Part = {
    rows: topRows(form, columns),
    merges: [across(1, 1, columns.length), across(2, 1, columns.length)],
    spots: [],
  };
  const body = sections.reduce((above, section) => beneath(above, sectionPart(section, asked, above)), top);
  const { rows, merges, spots } = beneath(body, signaturePart(columns, body.rows.length + 1));
  return { layout: { ...pageOf(form, name, columns), rows, merges }, spots };
}

function beneath(above: Part, part: Part): Part {
  return {
    rows: [...above.rows, ...part.rows],
    merges: [...above.merges, ...part.merges],
    spots: [...above.spots, ...part.spots],
  };
}

function sectionPart<L>({ heading, lines }: Section<L>, asked: Asked<L>, above: Part): Part {
  const { columns, subject } = asked;
  const row = above.rows.length + 1;
  const head: Part = {
    rows: heading === "" ? [] : [filledRow(columns.length, textCell(heading, "group"))],
    merges: heading === "" ? [] : [across(row, 1, columns.length)],
    spots: [],
  };
  return blocksOf(lines, (line) => subject(line).id).reduce(
    (part, block) => beneath(part, blockPart(block, asked, row + part.rows.length)),
    head,
  );
}

/** Lines of one row or project, `top` being the first one's row. */
function blockPart<L>(block: readonly L[], { columns, subject }: Asked<L>, top: number): Part {
  const cells = block.map((line, index) => lineCells(line, columns, top + index, index === 0));
  return {
    rows: cells.map((each) => ({ height: null, cells: each })),
    merges: wholeColumns(columns, top, block.length),
    spots: block.flatMap((line, index) =>
      spotsIn(cells[index] ?? [], columns, top + index, subject(line), index === 0),
    ),
  };
}

/** Points of blank paper above the signatures. */
const GAP = 10;

function signaturePart(columns: readonly Column<never>[], top: number): Part {
  const { row, blocks } = signatureLine(columns.map(({ width }) => width));
  return {
    rows: [{ height: GAP, cells: [] }, row],
    merges: blocks.map(({ left, right }) => across(top + 1, left, right)),
    spots: [],
  };
}

function topRows(
  { title, year, reporter, sample }: ReporterForm,
  columns: readonly Column<never>[],
): LayoutRow[] {
  return [
    filledRow(columns.length, textCell(`${title}${year}${FORM_TITLE}表`, "title")),
    filledRow(columns.length, textCell(`填报单位：${reporter}${sample ? SAMPLE : ""}`, "paragraph")),
    { height: null, cells: columns.map((column) => textCell(headingOf(column), "head")) },
  ];
}

function headingOf(column: { role: Role } | { note: string }): string {
  return "role" in column ? headingName(column.role) : column.note;
}

function filledRow(width: number, first: LayoutCell): LayoutRow {
  const rest = Array.from({ length: width - 1 }, () => ({ ...first, text: "" }));
  return { height: null, cells: [first, ...rest] };
}

/** Neighbouring lines with the same key. */
function blocksOf<L>(lines: readonly L[], key: (line: L) => string): L[][] {
  const blocks: L[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const [first] = last ?? [];
    if (last !== undefined && first !== undefined && key(first) === key(line)) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function lineCells<L>(line: L, columns: readonly Column<L>[], row: number, first: boolean): LayoutCell[] {
  const at = (role: Role) =>
    cellAddress(row, columns.findIndex((column) => "role" in column && column.role === role) + 1);
  return columns.map((column) => {
    const cell = column.cell(line, at);
    return first || !column.whole ? cell : { ...cell, text: "", number: null };
  });
}

function wholeColumns<L>(columns: readonly Column<L>[], top: number, height: number): SheetLayout["merges"] {
  if (height === 1) return [];
  return columns.flatMap(({ whole }, index) =>
    whole ? [{ top, left: index + 1, bottom: top + height - 1, right: index + 1 }] : [],
  );
}

function across(row: number, left: number, right: number): SheetLayout["merges"][number] {
  return { top: row, left, bottom: row, right };
}

function pageOf(
  { reporter, year }: ReporterForm,
  name: string,
  columns: readonly Column<never>[],
): Omit<SheetLayout, "rows" | "merges"> {
  return {
    name,
    widths: columns.map(({ width }) => width),
    frozen: { rows: HEAD_ROW, columns: 0 },
    print: {
      landscape: true,
      repeatRows: { first: HEAD_ROW, last: HEAD_ROW },
      footer: `${reporter}　${name}（${year}年）`,
    },
    protected: true,
  };
}

/** A cell over a whole block is one spot, the first line's. */
function spotsIn(
  cells: readonly LayoutCell[],
  columns: readonly Column<never>[],
  row: number,
  subject: { id: string; detail: string },
  first: boolean,
): Spot[] {
  return columns.flatMap((column, index) =>
    "role" in column && cells[index]?.entry !== undefined && (first || !column.whole)
      ? [{ row, column: index + 1, role: column.role, ...subject }]
      : [],
  );
}
