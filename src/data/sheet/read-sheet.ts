import { bugText } from "../../issues/bug.js";
import { issue, type Issue } from "../../issues/issue.js";
import { firstBy } from "../../terms/first-by.js";
import { nearest } from "../../terms/nearest.js";
import { LIMITS, Refused, meter, refused as refusedFile } from "../../workbook/read/guard.js";
import { columnLetters } from "../../workbook/address.js";
import type { Cell, Sheet } from "../../workbook/sheet.js";
import { planNamed, type Catalogue } from "../catalogue.js";
import { known, refused, type Fate } from "../coverage/fate.js";
import { figuresInRows, isFigure } from "../coverage/figures.js";
import { notesBelow, surroundings, withoutMonth } from "./surroundings.js";
import { derivedFigures, spendOnFormulas } from "./formula/derived-figures.js";
import { footnoted } from "./footnotes/footnotes.js";
import { gridOf, type Grid } from "./grid.js";
import { SHEET_KINDS } from "./kinds/kinds.js";
import { cards, type LaidOut } from "./laid-otherwise.js";
import { columnwise } from "./laid/columnwise.js";
import { crossed } from "./laid/crossed.js";
import { ofWomen } from "./laid/of-women.js";
import { titled } from "./laid/titled.js";
import { codeKey } from "./match/match.js";
import { nameKey, tightText } from "./normalise.js";
import { quoted } from "./quoted.js";
import {
  NOTHING,
  joined,
  onlyFates,
  onlyIssues,
  type Reading,
  type SheetContext,
  type SheetKind,
  type Subject,
} from "./reading.js";
import { outside, restOf } from "./rest.js";
import { isSignature } from "./signature.js";
import { ofDecember } from "./table/december.js";
import type { HeadRules } from "./table/bands.js";
import { tablesOn } from "./table/find.js";
import { withSites } from "./table/sites.js";
import { withSamePeriods } from "./table/same-period.js";
import { stripsOf } from "./table/strips.js";
import { withOffices, withUnits } from "./table/unit-columns.js";
import { relativeTitle, withNamesYears, withRowYears, type RelativeTitle } from "./table/row-years.js";
import { cutAtHeads } from "./table/heads-again.js";
import { readRateTable } from "./rate-table.js";
import { withoutStruck } from "./struck-names.js";
import { transposed, type Transposed } from "./transposed.js";
import { formYear } from "./years.js";
import { OWN_COMMENT, isFrontSheet, isGuide } from "../form-words.js";

/**
 * Reads the sheets of a workbook, which together may ask for so many looks and no more. What asks for more is read not at
 * all: half a workbook's figures would pass for all of them.
 */
export function readSheets(file: string, sheets: readonly Sheet[], catalogue: Catalogue): Reading {
  const spend = meter(LIMITS.steps, () => refusedFile("workbook/too-laborious", {}));
  const counted = { ...catalogue, lexicon: { ...catalogue.lexicon, spend } };
  try {
    return joined(sheets.map((sheet) => readSheet(file, sheet, counted)));
  } catch (error) {
    if (error instanceof Refused) return onlyIssues([error.finding(file)]);
    throw error;
  }
}

/**
 * Recognises the tables of a sheet by their heads and reads them. Hidden, empty and foreign sheets give findings at
 * most. Every figure on the sheet comes with what became of it.
 */
export function readSheet(file: string, sheet: Sheet, catalogue: Catalogue): Reading {
  try {
    const leftOut = onlyFates(leftOutFates(file, sheet));
    const reading = readRows(file, sheet, catalogue);
    const beside = [
      ...commentsBeside(file, sheet, reading),
      ...readUnseen(file, sheet, reading),
      ...derivedFigures({ file, sheet: sheet.name }, sheet, reading, catalogue),
    ];
    return joined([reading, onlyIssues(beside), leftOut]);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const where = { file, sheet: sheet.name };
    return onlyIssues([issue("workbook/reader-failed", where, { bug: bugText(error) })]);
  }
}

/** Comments are heard by nobody: they may say that a figure is another's. Only of a sheet that is read, and not our own. */
function commentsBeside(file: string, { name, comments }: Sheet, { fates }: Reading): Issue[] {
  const told = comments.filter(({ text }) => !text.includes(OWN_COMMENT));
  const [first] = told;
  if (first === undefined || !fates.some(({ as }) => as === "read")) return [];
  const args = { comments: told.map(({ address, text }) => ({ cell: address, text: quoted(text) })) };
  return [issue("data/comments", { file, sheet: name, cell: first.address }, args)];
}

/** Figures are read that nobody sees who looks at the sheet: in hidden rows, or those of a filter, and in hidden columns. */
function readUnseen(file: string, sheet: Sheet, { fates }: Reading): Issue[] {
  const cells = fates.flatMap(({ as, source: { cell, hidden } }) =>
    as === "read" && hidden !== undefined ? [cell] : [],
  );
  const [first] = cells;
  return first === undefined
    ? []
    : [issue("data/hidden-read", { file, sheet: sheet.name, cell: first }, { cells })];
}

function readRows(file: string, sheet: Sheet, catalogue: Catalogue): Reading {
  const where = { file, sheet: sheet.name };
  const cells = figuresInRows(sheet.rows);
  const all = (make: (source: Fate["source"]) => Fate) =>
    cells.map(({ address }) => make({ cell: address, ...where }));
  if (sheet.rows.every((row) => row.cells.length === 0)) return NOTHING;
  if (sheet.hidden) {
    const fates = all((source) => refused(source, "sheet"));
    return { ...onlyIssues([issue("data/hidden-sheet", where, {})]), fates };
  }
  const grid = gridOf(sheet, catalogue.lexicon.spend);
  const at = { ...where, grid, catalogue };
  const reading = readGrid(at, cells);
  if (reading === null) return withoutTable(file, sheet, grid, catalogue, cells, all);
  // Its rows may be ours by what stands over their figures.
  const isNobodys = reading.issues.some(({ code }) => code === "data/no-rows");
  return (isNobodys ? readLaidOtherwise(at, sheet, cells, BY_COLUMNS) : null) ?? reading;
}

type OnGrid = Pick<SheetContext, "file" | "sheet" | "catalogue" | "grid">;

/** Reads the tables of a sheet, and tells what none of them claims; null where it has none. */
function readGrid(at: OnGrid, cells: readonly Cell[]): Reading | null {
  const reading = readTables(at);
  return reading === null ? null : toldOnce(joined([reading, remaining(at, cells, reading)]));
}

function readTables(at: OnGrid): Reading | null {
  const { grid, catalogue } = at;
  const rulesOn = (part: Grid): HeadRules => ({
    lexicon: catalogue.lexicon,
    accepts: (columns) => SHEET_KINDS.some((kind) => kind.accepts(columns)),
    isLine: linesIn(part, catalogue),
  });
  const tables = stripsOf(grid, rulesOn).flatMap((strip) => {
    const rules = rulesOn(strip);
    return tablesOn(strip, rules).map((table) => ({ strip, rules, table }));
  });
  if (tables.length === 0) return null;
  const top = tables[0]?.table.title ?? "";
  return joined(
    tables.map(({ strip, rules, table }) =>
      readParts(
        cutAtHeads(strip, table, rules)
          .map((part) => withSites(strip, withOffices(strip, part, catalogue.lexicon)))
          .map((part) => withUnits(strip, part, rules.isLine, catalogue.lexicon))
          .map((part) => withRowYears(strip, part, rules.isLine, catalogue.lexicon))
          .map((part) => readTable({ ...at, grid: strip, table: part }, top)),
      ),
    ),
  );
}

/** Reads cards, years or towns down with indicators across, and the like. What is told by its row cannot be found where that is none of the sheet's. */
function readLaidOtherwise(
  at: OnGrid,
  sheet: Sheet,
  cells: readonly Cell[],
  layouts: readonly Layout[],
): Reading | null {
  for (const lay of layouts) {
    const laid = lay({ ...at, sheet });
    const reading = laid === null ? null : readLaid(at, laid, cells);
    if (reading !== null) return reading;
  }
  return null;
}

function readLaid(at: OnGrid, laid: LaidOut, cells: readonly Cell[]): Reading | null {
  const isOurs = ({ as }: Fate) => as === "read" || (laid.inPlace === true && as === "refused");
  const tables = laid.grids.flatMap((grid) => readTables({ ...at, grid }) ?? []);
  const tried = readParts(tables);
  if (!tried.fates.some(isOurs)) return null;
  const out = new Set(laid.others?.map(({ source }) => source.cell));
  const left = cells.filter(({ address }) => !out.has(address));
  const reading = toldOnce(joined([tried, remaining(at, left, tried)]));
  if (laid.inPlace !== true && reading.issues.some(({ namesRows }) => namesRows)) return null;
  // What a part of the figures makes of a row is told with its name.
  const codes = new Set(laid.told.map(({ code }) => code));
  const issues = reading.issues.filter(({ code }) => !codes.has(code));
  return joined([onlyIssues(laid.told), { ...reading, issues }, onlyFates(laid.others ?? [])]);
}

/** The first of two readings that gives the district no fewer figures than the other. */
function firstOfMost(one: Reading | null, other: Reading | null): Reading | null {
  if (one === null || other === null) return one ?? other;
  return one.observations.length >= other.observations.length ? one : other;
}

type Layout = (at: Omit<OnGrid, "sheet"> & { sheet: Sheet }) => LaidOut | null;

/** Names that the columns complete. */
const BY_COLUMNS: readonly Layout[] = [ofWomen, crossed];
const LAYOUTS: readonly Layout[] = [cards, columnwise, ...BY_COLUMNS, titled];

/** A part of a table that has none of our rows is no news where another part has. */
function readParts(parts: readonly Reading[]): Reading {
  const reading = joined(parts);
  const isOurs = parts.some(({ fates }) => fates.some(({ as }) => as !== "known"));
  if (parts.length === 1 || !isOurs) return reading;
  return { ...reading, issues: reading.issues.filter(({ code }) => code !== "data/no-rows") };
}

/** What the name of the sheet or file says is said of each of its tables. */
function toldOnce(reading: Reading): Reading {
  const issues = firstBy(reading.issues, ({ code, message, where }) =>
    JSON.stringify([code, message, where]),
  );
  return { ...reading, issues };
}

/**
 * The kind of a table: of several that accept its head the one whose subjects most of its rows name. 状态 may stand beside
 * the figures of indicators as it does beside projects.
 */
function kindOf({
  grid,
  table,
  catalogue,
}: Pick<SheetContext, "grid" | "table" | "catalogue">): SheetKind | undefined {
  const kinds = SHEET_KINDS.filter((kind) => kind.accepts(table.columns));
  const [first, ...others] = [...new Set(kinds.map(({ of }) => of))];
  if (first === undefined || others.length === 0) return kinds[0];
  const count = (subject: Subject) =>
    table.body.filter((row) => subjectsOf(grid, row, catalogue).has(subject)).length;
  const most = others.reduce((best, each) => (count(each) > count(best) ? each : best), first);
  return kinds.find(({ of }) => of === most);
}

/** Whether a row names an indicator, a project or a measure of the plans, by code or by name. */
function linesIn(grid: Grid, catalogue: Catalogue): (row: number) => boolean {
  return (row) => subjectsOf(grid, row, catalogue).size > 0;
}

/** Twice what the longest name takes with its unit and its marks: what is longer is prose. */
const LONGEST_NAME = 150;
/** A measure's, WM10.12, with blanks and marks. */
const LONGEST_CODE = 20;

/** What of the plans a row names, by code or by name. */
function subjectsOf(grid: Grid, row: number, catalogue: Catalogue): Set<Subject> {
  const { byId, byKey, projects, projectsByKey, measures, measuresByKey } = catalogue;
  const found = new Set<Subject>();
  for (const { content, display } of grid.own(row)) {
    if (content.type !== "text" || display.length > LONGEST_NAME) continue;
    const code = display.length > LONGEST_CODE ? "" : codeKey(display);
    const name = nameKey(display);
    if (byId.has(code) || byKey.has(name)) found.add("indicators");
    if (projects.has(code) || projectsByKey.has(name)) found.add("projects");
    if (measures.has(code) || measuresByKey.has(name)) found.add("measures");
  }
  return found;
}

/** `top`: what stands above the first table of the sheet. */
function readTable(
  typed: Omit<SheetContext, "plan" | "surroundings" | "formYear" | "footnotes">,
  top: string,
): Reading {
  const kind = kindOf(typed);
  if (kind === undefined) return NOTHING;
  spendOnFormulas(typed);
  const december = ofDecember(typed);
  const whole = { ...typed, table: withSamePeriods(december?.table ?? typed.table) };
  const at = { ...whole, ...footnoted(whole) };
  const { sheet, table, file, catalogue } = at;
  const around = surroundings(at, catalogue.lexicon, catalogue.plans);
  const heard = december === null ? around : withoutMonth(around, catalogue.lexicon, catalogue.plans);
  const relative = relativeTitle(table, catalogue.lexicon);
  const formYear = orYear(yearOfTable(at, relative, top), december?.year ?? null);
  const context: SheetContext = {
    ...at,
    table: formYear.type === "none" ? withNamesYears(at.grid, table) : table,
    plan: planNamed(catalogue.plans, [sheet, table.title, file]),
    surroundings: { ...heard, asked: heard.asked.filter(({ cell }) => cell !== (relative?.address ?? "")) },
    formYear,
  };
  const standing = withoutStruck(context);
  return joined([kind.read(standing.context), standing.told, onlyFates(restOf(context))]);
}

function orYear(found: SheetContext["formYear"], year: number | null): SheetContext["formYear"] {
  return found.type === "none" && year !== null ? { type: "year", year } : found;
}

/** The year a table is about; 上年情况 and 本年情况 above it speak of the year that the sheet's first title names. */
function yearOfTable(
  at: Pick<SheetContext, "file" | "sheet" | "grid" | "table" | "catalogue">,
  relative: RelativeTitle | null,
  top: string,
): SheetContext["formYear"] {
  const { file, sheet, table, catalogue } = at;
  const notes = notesBelow(at, catalogue.lexicon);
  const own = formYear({ title: table.title, sheet, file, notes });
  if (relative === null) return own;
  const found = own.type === "none" ? formYear({ title: top, sheet, file, notes }) : own;
  return found.type === "year" ? { type: "year", year: found.year + relative.offset } : found;
}

/** Figures that no table claims: words are words, and of numbers somebody must know. */
function remaining(
  at: Pick<SheetContext, "file" | "sheet" | "catalogue" | "grid">,
  cells: readonly Cell[],
  reading: Reading,
): Reading {
  const claimed = new Set(reading.fates.map(({ source }) => source.cell));
  const free = cells.filter(({ address }) => !claimed.has(address));
  const signed = free.filter(({ row }) => isSignature(at.grid.own(row)[0]?.display ?? ""));
  const source = ({ address }: Cell) => ({ file: at.file, sheet: at.sheet, cell: address });
  const fates = [...signed.map((cell) => known(source(cell), "remark")), ...outside(free, at)];
  const placed = new Set(fates.map((fate) => fate.source.cell));
  const loose = free.filter(({ address }) => !placed.has(address));
  const isOurs = reading.fates.some(({ as }) => as !== "known");
  if (loose.length === 0 || !isOurs) {
    return onlyFates([...fates, ...loose.map((cell) => known(source(cell), "other-sheet"))]);
  }
  const [first] = loose;
  const told = issue("data/unplaced", first === undefined ? at : source(first), { cells: loose });
  return {
    ...onlyIssues([told]),
    fates: [...fates, ...loose.map((cell) => refused(source(cell), "unplaced"))],
  };
}

/** Why there is no table of ours: it is not ours, or nobody would know it by its head. */
function withoutTable(
  file: string,
  sheet: Sheet,
  grid: Grid,
  catalogue: Catalogue,
  cells: readonly Cell[],
  all: (make: (source: Fate["source"]) => Fate) => Fate[],
): Reading {
  const where = { file, sheet: sheet.name };
  const isLine = linesIn(grid, catalogue);
  const known_ = all((source) => known(source, "other-sheet"));
  if (isGuide(sheet)) return onlyFates(known_);
  const at = { ...where, grid, catalogue };
  const otherwise = firstOfMost(readLaidOtherwise(at, sheet, cells, LAYOUTS), readRateTable(at));
  if (otherwise !== null) return otherwise;
  const turned = transposed(grid, catalogue);
  if (turned !== null) {
    return { ...onlyIssues([toldTurned(where, turned)]), fates: all((source) => refused(source, "sheet")) };
  }
  const lines = grid.rows.filter(
    (row) => isLine(row) && grid.own(row).some(({ content }) => content.type === "number"),
  );
  const ours = lines.length > 0 ? lines : titlesNaming(grid, catalogue);
  if (ours.length === 0 && isFrontSheet(tightText(sheet.name)) && !isTable(grid)) {
    return { ...onlyIssues([issue("data/front-sheet", where, {})]), fates: known_ };
  }
  const names = SHEET_KINDS.map(({ name }) => name);
  const found = issue("data/unrecognised-sheet", where, {
    nearest: nearest(tightText(sheet.name), names),
    kinds: SHEET_KINDS.map(({ name, headings }) => `${name}（${headings}）`),
    rows: ours,
    titled: lines.length === 0 && ours.length > 0,
  });
  return {
    ...onlyIssues([found]),
    fates: ours.length === 0 ? known_ : all((source) => refused(source, "sheet")),
  };
}

function toldTurned(where: { file: string; sheet: string }, turned: Transposed): Issue {
  const { rows, names, counts, twice } = turned;
  const columns = twice.map(({ column, display }) => ({
    letters: columnLetters(column),
    heading: quoted(display),
  }));
  return columns.length > 0
    ? issue("data/side-by-side", where, { columns })
    : issue("data/transposed", where, { rows, names: names.map(quoted), counts: counts.map(quoted) });
}

/** Titles are not longer, and stand no lower. */
const TITLE = { longest: 60, lowest: 20 };
/** Shorter names are words of other sentences, too. */
const SHORTEST_NAME = 6;

/** Names are looked for in a text by the machine's own search: so many of them cost what a look at a cell does. */
const NAMES_A_LOOK = 4;

/** The rows of titles over figures that name an indicator of the plans: 2025年各镇街免疫规划疫苗接种率. */
function titlesNaming(grid: Grid, { byKey }: Catalogue): number[] {
  if (!isTable(grid)) return [];
  const names = [...byKey.keys()].filter((key) => key.length >= SHORTEST_NAME);
  const isNaming = ({ content, display }: Cell) => {
    if (content.type !== "text" || display.length > TITLE.longest) return false;
    grid.spend(display.length + Math.ceil(names.length / NAMES_A_LOOK));
    const key = nameKey(display);
    return key.length >= SHORTEST_NAME && names.some((name) => key.includes(name));
  };
  return grid.rows.filter((row) => row <= TITLE.lowest && grid.own(row).some(isNaming));
}

/** A date has its numbers in cells of their own sometimes; a table has rows of numbers. */
function isTable(grid: Grid): boolean {
  const numbers = (row: number) => grid.own(row).filter(({ content }) => content.type === "number").length;
  return grid.rows.filter((row) => numbers(row) >= 2).length >= 2;
}

/** Cells that the rows leave out: covered by a merged block, or told by the reader of the file. */
function leftOutFates(file: string, sheet: Sheet): Fate[] {
  return sheet.leftOut
    .filter(({ cell }) => isFigure(cell))
    .map(({ why, cell }) => {
      const source = { file, sheet: sheet.name, cell: cell.address };
      return why === "covered"
        ? known(source, "covered")
        : refused(source, why === "uneven" ? "line" : "unplaced");
    });
}
