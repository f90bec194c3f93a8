import type { Position } from "../../address.js";
import { finishedCell } from "../cell.js";
import { numberContent } from "../content.js";
import type { SheetGatherer } from "../rows.js";
import { lostString, seenText, type StringItem } from "../strings.js";
import { NO_STYLE, type CellStyle } from "../styles.js";
import type { Content, Formula } from "../../sheet.js";
import type { Globals } from "./globals.js";
import { gatherNotes, type Notes } from "./notes.js";
import type { Counts } from "./counts.js";
import { formulaText } from "./formula-text.js";
import { CONTINUE, fieldsOf, recordsFrom, type Fields } from "./records.js";
import { withRuns, type Start } from "./text.js";

/** Where a walk through the records of one sheet stands. */
interface Walk {
  globals: Globals;
  sheet: SheetGatherer;
  counts: Counts;
  /** A formula whose text stands in a record of its own, which follows. */
  awaited: FormulaHead | null;
  /** Formulas that several cells share, by the row and column of the first. */
  shared: Map<string, Formula>;
  notes: Notes;
}

/** Place and style, with which every record of a cell begins. */
interface Head {
  at: Position;
  style: CellStyle;
}

interface FormulaHead extends Head {
  formula: Formula;
}

type Taker = (walk: Walk, data: Buffer) => void;

/** What is heard of a sheet's records ([MS-XLS] 2.4), by their numbers. */
const TAKERS: ReadonlyMap<number, Taker> = new Map<number, Taker>([
  [0xfd, sharedText],
  [0x204, ownText],
  [0xd6, ownText],
  [0x203, (walk, data) => withHead(walk, data, (fields, head) => keepNumber(walk, head, fields.double()))],
  [
    0x27e,
    (walk, data) =>
      withHead(walk, data, (fields, head) => keepNumber(walk, head, shortNumber(fields.long()))),
  ],
  [0xbd, shortNumbers],
  [0x205, truthOrError],
  [0x06, formula],
  [0x206, formula],
  [0x406, formula],
  [0x207, formulaResult],
  [0x4bc, sharedFormula],
  [0xe5, merges],
  [0x208, row],
  [0x7d, columns],
  [0x23e, view],
  [0x5d, ({ notes }, data) => notes.object(data)],
  [0x1b6, ({ notes }, data) => notes.box(data)],
  [CONTINUE, ({ notes }, data) => notes.continued(data)],
  [0x1c, ({ notes }, data) => notes.note(data)],
]);

/** Reads the records of one sheet into `sheet`. */
export function readSheetRecords(
  stream: Buffer,
  offset: number,
  globals: Globals,
  sheet: SheetGatherer,
  counts: Counts,
): void {
  const notes = gatherNotes(globals, counts);
  const walk: Walk = { globals, sheet, counts, awaited: null, shared: new Map(), notes };
  let depth = 0;
  for (const { type, data } of recordsFrom(stream, offset, counts.record)) {
    if (type === 0x0809) depth += 1;
    else if (type === 0x0a) depth -= 1;
    // Cells of a chart inside the sheet are its own.
    else if (depth === 1) TAKERS.get(type)?.(walk, data);
  }
  notes.finish(sheet);
}

function withHead(walk: Walk, data: Buffer, take: (fields: Fields, head: Head) => void): void {
  walk.counts.cells(1);
  const fields = fieldsOf(data);
  const at = { row: fields.word() + 1, column: fields.word() + 1 };
  take(fields, { at, style: walk.globals.styles[fields.word()] ?? NO_STYLE });
}

function keepNumber(
  { globals, sheet }: Walk,
  { at, style }: Head,
  number: number,
  formula: Formula | null = null,
): void {
  // Adding 0 makes a negative zero plain.
  keep(sheet, at, numberContent(number + 0, style, globals.date1904), style, formula);
}

/** Content of which all is struck out or nothing. */
function keep(
  sheet: SheetGatherer,
  at: Position,
  content: Content,
  style: CellStyle,
  formula: Formula | null = null,
): void {
  const struck = style.struck ? { text: "", whole: true } : null;
  sheet.keep(finishedCell(at, { content, struck }, style, formula));
}

function keepText(walk: Walk, { at, style }: Head, item: StringItem, formula: Formula | null = null): void {
  if (item === null) return walk.sheet.tooLong(at);
  const { text, struck } = seenText(item, style.struck);
  if (text === "" && formula === null) return;
  walk.sheet.keep(finishedCell(at, { content: { type: "text", text }, struck }, style, formula));
}

function sharedText(walk: Walk, data: Buffer): void {
  withHead(walk, data, (fields, head) => {
    const item = walk.globals.strings[fields.long()];
    if (item === undefined) throw lostString();
    keepText(walk, head, item);
  });
}

/** A text in the cell itself; in Excel 5 and 95 its runs stand behind it. */
function ownText(walk: Walk, data: Buffer): void {
  withHead(walk, data, (fields, head) => {
    const { texts, fonts, version } = walk.globals;
    const text = texts.text(fields, 2);
    const hasRuns = version === "BIFF5" && typeof text === "string" && fields.left() > 1;
    keepText(walk, head, hasRuns ? withRuns(text, byteStarts(walk, fields), fonts) : text);
  });
}

function byteStarts({ counts }: Walk, fields: Fields): Start[] {
  const length = fields.byte();
  counts.runs(length);
  return Array.from({ length }, () => ({ from: fields.byte(), font: fields.byte() }));
}

const HUNDREDTH = 1;
const WHOLE = 2;

/** A number in four bytes ([MS-XLS] 2.5.217 RkNumber). */
function shortNumber(bits: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE((bits & ~3) >>> 0, 4);
  const value = (bits & WHOLE) === 0 ? bytes.readDoubleLE(0) : (bits | 0) >> 2;
  return (bits & HUNDREDTH) === 0 ? value : value / 100;
}

function shortNumbers(walk: Walk, data: Buffer): void {
  const fields = fieldsOf(data);
  const row = fields.word() + 1;
  // The last two bytes say once more which column is the last.
  for (let column = fields.word() + 1; fields.left() > 2; column += 1) {
    const style = walk.globals.styles[fields.word()] ?? NO_STYLE;
    keepNumber(walk, { at: { row, column }, style }, shortNumber(fields.long()));
  }
}

const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

function errorOf(code: number): Content {
  return { type: "error", code: ERRORS.get(code) ?? "#VALUE!" };
}

function truthOrError(walk: Walk, data: Buffer): void {
  withHead(walk, data, (fields, { at, style }) => {
    const value = fields.byte();
    const isError = fields.byte() === 1;
    keep(walk.sheet, at, isError ? errorOf(value) : { type: "boolean", value: value !== 0 }, style);
  });
}

/** What a formula's result is where it is no number ([MS-XLS] 2.5.133 FormulaValue). */
const RESULTS: ReadonlyMap<number, (walk: Walk, head: FormulaHead, value: number) => void> = new Map([
  [0, (walk: Walk, head: FormulaHead) => void (walk.awaited = head)],
  [
    1,
    ({ sheet }: Walk, { at, style, formula: own }: FormulaHead, value: number) =>
      keep(sheet, at, { type: "boolean", value: value !== 0 }, style, own),
  ],
  [
    2,
    ({ sheet }: Walk, { at, style, formula: own }: FormulaHead, value: number) =>
      keep(sheet, at, errorOf(value), style, own),
  ],
  [3, (walk: Walk, head: FormulaHead) => keepText(walk, head, "", head.formula)],
]);

const SHARED = 0x01;

/** The formula of a cell: its own, or the one it shares with the cell its only token names. */
function formulaOf(walk: Walk, at: Position, fields: Fields): Formula {
  const own: Formula = { ...at, text: "" };
  // Excel 5 and 95 wrote other references.
  if (walk.globals.version !== "BIFF8" || fields.left() < FORMULA_HEAD) return own;
  fields.skip(FORMULA_HEAD - 2);
  const length = fields.word();
  const tokens = fields.bytes(Math.min(length, fields.left()));
  if (tokens[0] !== SHARED || tokens.length !== 5)
    return { ...own, text: formulaText(tokens, at, walk.counts.tokens) };
  const key = `${tokens.readUInt16LE(1)} ${tokens.readUInt16LE(3)}`;
  const shared = walk.shared.get(key) ?? own;
  walk.shared.set(key, shared);
  return shared;
}

/** Flags, a place in a chain, and how many bytes the tokens have. */
const FORMULA_HEAD = 8;

/** What stands behind the first formula of those that share it. */
function sharedFormula(walk: Walk, data: Buffer): void {
  const fields = fieldsOf(data);
  const top = fields.word();
  fields.skip(2);
  const left = fields.byte();
  fields.skip(3);
  const shared = walk.shared.get(`${top} ${left}`);
  const tokens = fields.bytes(Math.min(fields.word(), fields.left()));
  if (shared !== undefined) shared.text = formulaText(tokens, shared, walk.counts.tokens);
}

function formula(walk: Walk, data: Buffer): void {
  withHead(walk, data, (fields, place) => {
    const result = fields.bytes(8);
    const head = { ...place, formula: formulaOf(walk, place.at, fields) };
    if (result.readUInt16LE(6) !== 0xffff) keepNumber(walk, head, result.readDoubleLE(0), head.formula);
    else RESULTS.get(result.readUInt8(0))?.(walk, head, result.readUInt8(2));
  });
}

function formulaResult(walk: Walk, data: Buffer): void {
  const { awaited, globals } = walk;
  walk.awaited = null;
  if (awaited !== null) keepText(walk, awaited, globals.texts.text(fieldsOf(data), 2), awaited.formula);
}

function merges({ sheet }: Walk, data: Buffer): void {
  const fields = fieldsOf(data);
  for (let left = fields.word(); left > 0; left -= 1) {
    const [top, bottom, first, last] = [fields.word(), fields.word(), fields.word(), fields.word()];
    sheet.merge({ top: top + 1, bottom: bottom + 1, left: first + 1, right: last + 1 });
  }
}

const HIDDEN_ROW = 0x20;

function row({ sheet }: Walk, data: Buffer): void {
  const fields = fieldsOf(data);
  const number = fields.word() + 1;
  fields.skip(10);
  if ((fields.word() & HIDDEN_ROW) !== 0) sheet.hidden(number);
}

const HIDDEN_COLUMN = 0x01;

function columns({ sheet }: Walk, data: Buffer): void {
  const fields = fieldsOf(data);
  const [from, to, width] = [fields.word() + 1, fields.word() + 1, fields.word()];
  fields.skip(2);
  if ((fields.word() & HIDDEN_COLUMN) !== 0 || width === 0) sheet.hideColumns({ from, to });
}

const SHOWS_ZEROS = 0x10;

function view({ sheet }: Walk, data: Buffer): void {
  if ((fieldsOf(data).word() & SHOWS_ZEROS) === 0) sheet.hideZeros();
}
