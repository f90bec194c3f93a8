import { issue } from "../../issues/issue.js";
import { traitsOf } from "../../plan/target-kinds.js";
import { cellAddress, columnLetters } from "../../workbook/address.js";
import type { Catalogue, Entry } from "../catalogue.js";
import { known, read, refused, type Fate } from "../coverage/fate.js";
import { isFigure } from "../coverage/figures.js";
import type { Gap } from "../dataset.js";
import { readCell } from "./cell.js";
import type { Grid } from "./grid.js";
import { headingOf } from "./head/heading.js";
import { measureOf } from "./kinds/indicator-row.js";
import { nameKey, unitInName, unitKey } from "./normalise.js";
import { quoted } from "./quoted.js";
import { NOTHING, joined, onlyFates, onlyIssues, type Reading } from "./reading.js";
import { notesBelow, surroundings } from "./surroundings.js";
import type { Table } from "./table/table.js";
import { isTotal, isWholeName } from "./total.js";
import { formYear } from "./years.js";

/** A table of one indicator and the counts that it comes of, each in a column under a name of its own: 应检人数, 实检人数, 婚检率. */
interface RateTable {
  entry: Entry;
  head: number;
  column: number;
  /** Where the district's figures stand. */
  rows: readonly { row: number; year: number }[];
}

interface At {
  file: string;
  sheet: string;
  grid: Grid;
  catalogue: Catalogue;
}

/**
 * Reads such a table where it is clear which figures are the district's and of which year: a row for each year, a
 * single row or the one of 合计 on a sheet that names its year. Null for any other table.
 */
export function readRateTable(at: At): Reading | null {
  const table = rateTable(at);
  if (table === null) return null;
  const { entry, column, head, rows } = table;
  const { file, sheet, grid } = at;
  const where = { file, sheet, cell: cellAddress(head, column) };
  const args = {
    letters: columnLetters(column),
    heading: quoted(grid.text(head, column)),
    indicator: entry.indicator.id,
    years: rows.map(({ year }) => year),
  };
  return joined([
    onlyIssues([issue("data/rate-table", where, args)]),
    ...rows.map((each) => readFigure(at, table, each)),
    onlyFates(restOf(at, table)),
  ]);
}

function rateTable(at: At): RateTable | null {
  const { grid, catalogue, file, sheet } = at;
  const named = grid.rows
    .flatMap((row) => grid.own(row))
    .filter(({ content, display }) => content.type === "text" && catalogue.byKey.has(nameKey(display)));
  const [name, another] = named;
  const [entry, ambiguous] = name === undefined ? [] : (catalogue.byKey.get(nameKey(name.display)) ?? []);
  if (name === undefined || entry === undefined || another !== undefined || ambiguous !== undefined)
    return null;
  const stated = unitInName(name.display);
  const isOurs = !entry.compound && (stated === "" || unitKey(stated) === unitKey(entry.indicator.unit));
  const heads = grid.own(name.row);
  if (!isOurs || heads.length < 2 || heads.some(({ content }) => content.type !== "text")) return null;
  const body = grid.rows.filter((row) => row > name.row && grid.cell(row, name.column) !== null);
  const table = tableAround(grid, name.row, body);
  if (surroundings({ file, sheet, grid, table }, catalogue.lexicon, catalogue.plans).other !== null)
    return null;
  const about = formYear({
    title: table.title,
    sheet,
    file,
    notes: notesBelow({ grid, table }, catalogue.lexicon),
  });
  const rows =
    byYear(at, body, name.column) ?? (about.type === "year" ? ofOneYear(at, entry, body, about.year) : null);
  return rows === null ? null : { entry, head: name.row, column: name.column, rows };
}

function tableAround(grid: Grid, head: number, body: readonly number[]): Table {
  const above = grid.rows.filter((row) => row < head).flatMap((row) => grid.own(row));
  const title = above.map(({ display }) => display).join("\n");
  return {
    columns: [],
    head: { top: head, bottom: head },
    from: 1,
    to: Infinity,
    body,
    years: new Map(),
    isPart: false,
    above,
    title,
  };
}

/** A row for each year, 2024年, 2025年 in its first cell and no word of anybody's in the others; null where one has another. */
function byYear({ grid, catalogue }: At, body: readonly number[], column: number): RateTable["rows"] | null {
  const rows = body.map((row) => {
    const [first, ...others] = grid.own(row).filter((cell) => cell.column !== column);
    const said = headingOf([first?.display ?? ""], catalogue.lexicon);
    const isYear = said.role === "yearValue" && said.other === null && said.leftover === "";
    const isOwn = others.every(
      ({ content, display }) => content.type !== "text" || isTotal(display, catalogue.lexicon),
    );
    return { row, year: isYear && isOwn ? (said.year ?? 0) : 0 };
  });
  const years = new Set(rows.map(({ year }) => year));
  return rows.length === 0 || years.has(0) || years.size < rows.length ? null : rows;
}

/** The only row, where nothing says whose it is, or the one of 合计 among those of towns, which are no indicator by towns. */
function ofOneYear(
  { grid, catalogue }: At,
  { judged }: Entry,
  body: readonly number[],
  year: number,
): RateTable["rows"] | null {
  const words = (row: number) => grid.own(row).filter(({ content }) => content.type === "text");
  const totals = body.filter((row) =>
    words(row).some(({ display }) => isWholeName(display, catalogue.lexicon)),
  );
  const bySites = judged !== null && traitsOf(judged.target).sites !== null;
  const [only, another] = body.length === 1 && body.every((row) => words(row).length === 0) ? body : totals;
  return only === undefined || another !== undefined || bySites ? null : [{ row: only, year }];
}

function readFigure(
  { file, sheet, grid }: At,
  { entry, column }: RateTable,
  { row, year }: RateTable["rows"][number],
): Reading {
  const source = { file, sheet, cell: cellAddress(row, column) };
  const cell = grid.cell(row, column);
  const reading = readCell(cell, measureOf(entry), source);
  const common = { indicator: entry.indicator.id, year, source, display: cell?.display ?? "", remark: "" };
  if (reading.type !== "figure") {
    const reason: Gap["reason"] = reading.type === "refused" ? "refused" : reading.reason;
    return {
      ...NOTHING,
      gaps: [{ ...common, reason, statedReason: "" }],
      issues: reading.issue === null ? [] : [reading.issue],
      fates: [reading.issue === null ? known(source, "missing-mark") : refused(source, "cell")],
    };
  }
  const none = { numerator: null, denominator: null, dataSource: "", reporter: "" };
  return {
    ...NOTHING,
    observations: [{ ...common, ...none, value: reading.value }],
    notes: reading.notes.map((note) => ({ ...common, ...note })),
    fates: [read(source)],
  };
}

/** What the other figures on the sheet are. */
function restOf({ file, sheet, grid }: At, { head, column, rows }: RateTable): Fate[] {
  const own = new Set(rows.map(({ row }) => row));
  const cells = grid.rows.flatMap((row) => grid.own(row)).filter(isFigure);
  return cells
    .filter((cell) => !(own.has(cell.row) && cell.column === column))
    .map(({ row, address, column: at }) => {
      const reason =
        row < head
          ? "title"
          : row === head
            ? "head"
            : own.has(row)
              ? "count-column"
              : at === column
                ? "other-site"
                : "count-column";
      return known({ file, sheet, cell: address }, reason);
    });
}
