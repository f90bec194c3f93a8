import type { Archive } from "../../workbook/read/archive.js";
import { refused } from "../../workbook/read/guard.js";
import { readXml, type Attributes } from "../../workbook/read/xml.js";
import { append } from "../../terms/long-lists.js";
import type { CellAt, Mark, Piece, Story, Tracked, WordParagraph } from "./document.js";
import { isFormula, isFormulaText, isOfFormula, signBefore, signBehind } from "./formulas.js";
import type { Counts, Reader } from "./limits.js";
import type { Lists } from "./lists.js";
import { beginMark, endMark, isIn, namesAround, noMarks, putIn, type OpenMarks } from "./marks.js";
import { ownText } from "./own-text.js";
import { levelOf, type Styles } from "./styles.js";

/** A paragraph as it is read: the notes it points at are still elsewhere. */
export interface ReadParagraph extends WordParagraph {
  pieces: ReadPiece[];
  /** The id of the note it is of; "" of the text. */
  note: string;
  /** So many pieces had been read with its last one. */
  last: number;
}

/** `note`: the story and the id of the note that it points at; "" of text. */
export type ReadPiece = Piece & { note: string };

interface Open extends ReadParagraph {
  end: Tracked;
}

interface Table {
  index: number;
  row: number;
  /** Of the cell that is read, so many of which it takes up, and where the next one begins. */
  column: number;
  span: number;
  next: number;
  /** What was done to the row as a whole. */
  change: Tracked;
}

/** What is remembered from element to element. */
interface Walk {
  styles: Styles;
  lists: Lists;
  story: Story;
  /** Names of the open elements. */
  path: string[];
  /** So many elements deep begins what is passed over; 0 for nothing. */
  passedFrom: number;
  /** A text box stands inside a paragraph. */
  open: Open[];
  tables: Table[];
  tableCount: number;
  /** Insertions and deletions around what is read, the outermost first. */
  tracked: { inserted: boolean; mark: Mark }[];
  bookmarks: OpenMarks;
  comments: OpenMarks;
  /** Pieces so far, those included that became one with the piece before. */
  read: number;
  /** Of the note that is being read. */
  note: string;
  done: ReadParagraph[];
  relooked: number;
  count: Counts;
  own: Draft["own"];
}

const UNCHANGED: Tracked = { inserted: null, deleted: null };

/** What the part of each story begins with. */
const ROOTS: Readonly<Record<Story, string>> = {
  body: "document",
  footnote: "footnotes",
  endnote: "endnotes",
  header: "hdr",
  footer: "ftr",
};

/** What the parts of one document have in common. */
export interface Draft extends Reader {
  styles: Styles;
  lists: Lists;
}

/** Paragraphs of a part, and how many changes of looks alone there are. */
export async function readBody(
  archive: Archive,
  part: string,
  draft: Draft,
  story: Story,
): Promise<{ paragraphs: readonly ReadParagraph[]; relooked: number }> {
  const walk: Walk = {
    ...{ ...draft, story, path: [], passedFrom: 0, open: [], tables: [], tableCount: 0, tracked: [] },
    ...{ bookmarks: noMarks(), comments: noMarks(), read: 0, note: "", done: [], relooked: 0 },
  };
  let rooted = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (!rooted && name !== ROOTS[story]) throw refused("workbook/not-a-workbook", { what: "其他文件" });
      rooted = true;
      openElement(walk, name, attributes);
    },
    text(text) {
      const name = walk.path.at(-1);
      const isText = name === "t" || name === "delText" || isFormulaText(name);
      if (walk.passedFrom === 0 && isText) addText(walk, text);
    },
    close: () => closeElement(walk),
  });
  return { paragraphs: walk.done, relooked: walk.relooked };
}

/** What a reader of the text does not see: earlier looks, the second drawing of a text box, readings above characters. */
const PASSED = /(?:PrChange|^tblGridChange|^rt|:Fallback)$/u;
const LOOKS = /^[pr]PrChange$/u;

function openElement(walk: Walk, name: string, attributes: Attributes): void {
  walk.path.push(name);
  if (walk.passedFrom > 0) return;
  if (LOOKS.test(name)) walk.relooked += 1;
  if (PASSED.test(name)) walk.passedFrom = walk.path.length;
  else if (isOfFormula(name)) openInFormula(walk, name, attributes);
  else OPENERS.get(name)?.(walk, attributes);
}

function closeElement(walk: Walk): void {
  const name = walk.path.at(-1) ?? "";
  if (walk.passedFrom === 0) CLOSERS.get(name)?.(walk);
  if (walk.passedFrom === 0 && signBehind(name) !== "") addText(walk, signBehind(name));
  if (walk.path.length === walk.passedFrom) walk.passedFrom = 0;
  walk.path.pop();
}

type Opener = (walk: Walk, attributes: Attributes) => void;

const OPENERS: ReadonlyMap<string, Opener> = new Map<string, Opener>([
  ["p", openParagraph],
  ["pStyle", setStyle],
  [
    "outlineLvl",
    (walk, attributes) => setOpen(walk, (open) => (open.level = levelOf(attributes.get("val") ?? ""))),
  ],
  ["numId", setList],
  ["tab", (walk) => void (walk.path.at(-2) === "r" && addText(walk, "\t"))],
  ["br", (walk, attributes) => void (attributes.get("type") === undefined && addText(walk, "\n"))],
  ["cr", (walk) => addText(walk, "\n")],
  ["noBreakHyphen", (walk) => addText(walk, "-")],
  ["drawing", addPicture],
  ["pict", addPicture],
  ["object", addPicture],
  ["tbl", openTable],
  [
    "tr",
    (walk) =>
      setTable(walk, (table) => Object.assign(table, { row: table.row + 1, next: 0, change: UNCHANGED })),
  ],
  ["gridBefore", (walk, attributes) => setTable(walk, (table) => (table.next = columnsOf(attributes)))],
  ["tc", openCell],
  ["gridSpan", widenCell],
  ["ins", (walk, attributes) => openChange(walk, attributes, true, false)],
  ["del", (walk, attributes) => openChange(walk, attributes, false, false)],
  ["moveTo", (walk, attributes) => openChange(walk, attributes, true, true)],
  ["moveFrom", (walk, attributes) => openChange(walk, attributes, false, true)],
  ["bookmarkStart", openBookmark],
  ["bookmarkEnd", closeBookmark],
  ["commentRangeStart", openRemark],
  ["commentRangeEnd", closeRemark],
  ["commentReference", remarkHere],
  ["footnote", openNote],
  ["endnote", openNote],
  ["footnoteReference", (walk, attributes) => pointHere(walk, "footnote", attributes)],
  ["endnoteReference", (walk, attributes) => pointHere(walk, "endnote", attributes)],
]);

const CLOSERS: ReadonlyMap<string, (walk: Walk) => void> = new Map([
  ["p", (walk) => append(walk.done, walk.open.splice(-1))],
  ["tbl", (walk) => void walk.tables.pop()],
  ...["ins", "del", "moveTo", "moveFrom"].map(
    (name) => [name, (walk: Walk) => void (isAround(walk) && walk.tracked.pop())] as const,
  ),
]);

function openParagraph(walk: Walk): void {
  const table = walk.tables.at(-1);
  if (table === undefined) walk.count.paragraphs(1);
  else walk.count.cells(1);
  walk.open.push({
    ...{ pieces: [], style: "", level: 0, story: walk.story, note: walk.note, list: null },
    ...{ pictures: 0, formulas: 0, last: 0 },
    end: { ...UNCHANGED },
    cell: table === undefined ? null : cellOf(table),
  });
}

function cellOf({ index, row, column, span }: Table): CellAt {
  return { table: index, row, column, span };
}

function openCell(walk: Walk): void {
  setTable(walk, (table) => Object.assign(table, { column: table.next, span: 1, next: table.next + 1 }));
}

function widenCell(walk: Walk, attributes: Attributes): void {
  const span = columnsOf(attributes);
  setTable(walk, (table) => Object.assign(table, { span, next: table.column + span }));
}

/** A table of Word has no more columns. */
const MOST_COLUMNS = 63;

function columnsOf(attributes: Attributes): number {
  const columns = Number(attributes.get("val") ?? "1");
  return Number.isInteger(columns) ? Math.min(Math.max(columns, 1), MOST_COLUMNS) : 1;
}

function setOpen({ open }: Walk, set: (paragraph: Open) => void): void {
  const paragraph = open.at(-1);
  if (paragraph !== undefined) set(paragraph);
}

function setStyle(walk: Walk, attributes: Attributes): void {
  const style = walk.styles.get(attributes.get("val") ?? "");
  const { name = "", level = 0, list = "" } = style ?? {};
  setOpen(walk, (open) => Object.assign(open, { style: name, level, list: walk.lists.get(list) ?? null }));
}

/** 0 takes a paragraph out of the list of its style. */
function setList(walk: Walk, attributes: Attributes): void {
  if (walk.path.at(-2) !== "numPr") return;
  const list = walk.lists.get(attributes.get("val") ?? "") ?? null;
  setOpen(walk, (open) => (open.list = list));
}

function addPicture(walk: Walk): void {
  setOpen(walk, (open) => (open.pictures += 1));
}

function openInFormula(walk: Walk, name: string, attributes: Attributes): void {
  if (isFormula(name)) setOpen(walk, (open) => (open.formulas += 1));
  const sign = signBefore(name, attributes.get("val") ?? "");
  if (sign !== "") addText(walk, sign);
}

function openTable(walk: Walk): void {
  const place = { row: -1, column: -1, span: 1, next: 0 };
  walk.tables.push({ index: walk.tableCount, ...place, change: UNCHANGED });
  walk.tableCount += 1;
}

function setTable({ tables }: Walk, set: (table: Table) => void): void {
  const table = tables.at(-1);
  if (table !== undefined) set(table);
}

/** An insertion or deletion around text; others stand among properties, of a row or of a paragraph's end. */
function isAround({ path }: Walk): boolean {
  return !/Pr$/u.test(path.at(-2) ?? "");
}

function openChange(walk: Walk, attributes: Attributes, inserted: boolean, moved: boolean): void {
  walk.count.changes(1);
  const [author = "", date = ""] = ["author", "date"].map((key) => walk.own(attributes.get(key) ?? ""));
  const mark = { author, date, moved };
  if (isAround(walk)) walk.tracked.push({ inserted, mark });
  const [parent, above] = [walk.path.at(-2), walk.path.at(-3)];
  const change = inserted ? { inserted: mark } : { deleted: mark };
  if (parent === "rPr" && above === "pPr") setOpen(walk, (open) => Object.assign(open.end, change));
  if (parent === "trPr") setTable(walk, (table) => (table.change = { ...table.change, ...change }));
}

function historyOf({ tracked, tables }: Walk): Tracked {
  const row = tables.at(-1)?.change ?? UNCHANGED;
  return {
    inserted: tracked.findLast(({ inserted }) => inserted)?.mark ?? row.inserted,
    deleted: tracked.findLast(({ inserted }) => !inserted)?.mark ?? row.deleted,
  };
}

function openNote(walk: Walk, attributes: Attributes): void {
  walk.note = walk.own(attributes.get("id") ?? "");
}

function pointHere(walk: Walk, story: Story, attributes: Attributes): void {
  walk.count.marks(1);
  addPiece(walk, "", noteKey(story, walk.own(attributes.get("id") ?? "")));
}

/** Footnotes and endnotes have ids of their own. */
export function noteKey(story: Story, id: string): string {
  return `${story} ${id}`;
}

/** Noncharacters, which Unicode keeps for use inside a program. */
const INNER = /[\uFDD0-\uFDEF]/gu;

function addText(walk: Walk, text: string): void {
  walk.count.characters(text.length);
  addPiece(walk, ownText(text.replace(INNER, "")), "");
}

function addPiece(walk: Walk, text: string, note: string): void {
  setOpen(walk, (paragraph) => {
    const [bookmarks, comments] = [namesAround(walk.bookmarks), namesAround(walk.comments)];
    walk.count.repeated((bookmarks.length + comments.length) * (1 + text.length));
    const piece = { text, note, ...historyOf(walk), bookmarks, comments };
    const last = paragraph.pieces.at(-1);
    if (last !== undefined && isAlike(last, piece)) last.text += text;
    else paragraph.pieces.push(piece);
    walk.read += 1;
    paragraph.last = walk.read;
  });
}

/** Between two marks all pieces have the same lists. */
function isAlike(one: ReadPiece, other: ReadPiece): boolean {
  return (
    one.note === "" &&
    other.note === "" &&
    one.bookmarks === other.bookmarks &&
    one.comments === other.comments &&
    isSameMark(one.inserted, other.inserted) &&
    isSameMark(one.deleted, other.deleted)
  );
}

function isSameMark(one: Mark | null, other: Mark | null): boolean {
  return (
    one === other ||
    (one?.author === other?.author && one?.date === other?.date && one?.moved === other?.moved)
  );
}

/** Of the many that programs set for themselves nothing is asked. */
const OF_PROGRAMS = /^(?:_|$)/u;

function openBookmark(walk: Walk, attributes: Attributes): void {
  const name = attributes.get("name") ?? "";
  if (OF_PROGRAMS.test(name)) return;
  walk.count.marks(1);
  beginMark(walk.bookmarks, attributes.get("id") ?? "", { name: walk.own(name), since: walk.read });
}

/** A bookmark with nothing in it keeps its place. */
function closeBookmark(walk: Walk, attributes: Attributes): void {
  const mark = endMark(walk.bookmarks, attributes.get("id") ?? "");
  if (mark === undefined) return;
  setOpen(walk, (paragraph) => {
    if (!putIn(walk.bookmarks, mark, paragraph))
      paragraph.pieces.push({ text: "", note: "", ...UNCHANGED, bookmarks: [mark.name], comments: [] });
  });
}

function openRemark(walk: Walk, attributes: Attributes): void {
  const id = walk.own(attributes.get("id") ?? "");
  walk.count.marks(1);
  beginMark(walk.comments, id, { name: id, since: walk.read });
}

function closeRemark(walk: Walk, attributes: Attributes): void {
  const mark = endMark(walk.comments, attributes.get("id") ?? "");
  if (mark !== undefined) setOpen(walk, (paragraph) => void isIn(walk.comments, mark, paragraph));
}

/** A comment on a place has no range of its own. */
function remarkHere(walk: Walk, attributes: Attributes): void {
  const id = walk.own(attributes.get("id") ?? "");
  walk.count.marks(1);
  const mark = walk.comments.open.get(id) ?? { name: id, since: walk.read };
  setOpen(walk, (paragraph) => {
    if (!putIn(walk.comments, mark, paragraph))
      paragraph.pieces.push({ text: "", note: "", ...UNCHANGED, bookmarks: [], comments: [id] });
  });
}
