import { shownFootnotes } from "../../terms/footnotes.js";
import { escapedLine } from "../../narrative/escaped.js";
import { withoutNumber } from "../../narrative/slots.js";
import { plain } from "../../word/compare/pairs.js";
import { isTracked, PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { tableLines } from "../../word/narrative/markdown.js";
import { groupBy } from "../../terms/group-by.js";
import { append } from "../../terms/long-lists.js";
import { unbrokenLine } from "../../terms/plain-text.js";
import { placesIn, writtenRow, type Place } from "./places.js";
import { withOwnNumbers, withOwnWords } from "./numbers.js";
import type { RecheckedCopy } from "./recheck.js";
import { disclosing } from "./withheld.js";

/** A paragraph of a part as it is to stand in a narrative file. */
export type Written = Pick<Place, "kind" | "marker" | "text" | "markdown"> & {
  /** As the program has it. */
  kept: boolean;
};

/** A change that does not go into a narrative file, and why. */
export interface LeftOut {
  file: string;
  passage: Passage;
  text: string;
  why: string;
}

/** What becomes of a place: what the copies say in its stead ("" where they drop it), and what they put behind it. */
export interface Edit {
  place: Place;
  /** Where it stands in the program's document. */
  passage: Passage;
  /** null: as it is. */
  text: string | null;
  /** What the copies say in cells of a table of people's, by "row:column", the head being row 0. */
  cells: Map<string, string>;
  added: Written[];
  /** Copies want it otherwise in different ways. */
  clashes: boolean;
}

export const WHY = {
  table: "表格由数据生成",
  fixed: "封面、标题、页眉页脚和图表由程序生成",
  clash: "几个单位改得不一致，请商定",
  untracked: "底稿与现在编出的报告不同，未留痕的改动分不清是谁改的",
  ownTable: "文字材料中写的表格，题名、行、列请直接在文字材料中改",
  moved: "移到了不能写回的地方",
  contradicted: "与数据不符，仍用程序写的文字",
  withheld: "写有公开版不公布的数",
  edition: "这一部分公开版与内部版写法不同，写回会使内部版缺数，请在内部版的稿子上改",
};

/** One copy whose changes are being taken into `edits`. */
interface Taking {
  copy: RecheckedCopy;
  places: ReadonlyMap<Passage, Place>;
  edits: ReadonlyMap<Place["id"], Edit>;
  /** Passages of the copy whose text has been taken. */
  said: Set<Passage>;
  /** What stands elsewhere in the copy, nobody having tracked that: with what it is in the report. */
  moved: Map<Passage, Edit>;
  /** Where passages of the copy stand in the report. */
  anchors: Map<Passage, Place>;
  tells: ReturnType<typeof disclosing>;
  left: LeftOut[];
}

/**
 * Takes the changes of one copy into `edits`; gives those that belong to no part. `known`: the places of its original,
 * where they have been looked up.
 */
export function leftOf(
  copy: RecheckedCopy,
  known: ReadonlyMap<Passage, Place> | null,
  edits: ReadonlyMap<Place["id"], Edit>,
): LeftOut[] {
  const { original } = copy;
  const places = known ?? (original === null ? new Map<Passage, Place>() : placesIn(original));
  const tells = original === null ? () => [] : disclosing(original);
  const taking: Taking = {
    copy,
    places,
    edits,
    tells,
    said: new Set(),
    moved: new Map(),
    anchors: new Map(),
    left: [],
  };
  const gone = takeChanged(taking);
  const refused = takeAdded(taking);
  // What came in its stead may be what was refused: then it stays.
  for (const { edit, passage, was } of gone)
    if (refused.has(passage.path[0] ?? "")) leave(taking, passage, was, WHY.withheld);
    else put(edit, "");
  return taking.left;
}

function leave(
  { copy: { file }, left }: Taking,
  passage: Passage,
  text: string,
  why: string = passage.cell === null ? WHY.fixed : WHY.table,
): void {
  left.push({ file, passage, text: shownFootnotes(text), why });
}

function isKnown({ isOther }: RecheckedCopy, passage: Passage | undefined): boolean {
  return !isOther || (passage !== undefined && isTracked(passage));
}

/** What became of the program's paragraphs; gives those that are gone. */
function takeChanged(taking: Taking): { edit: Edit; passage: Passage; was: string }[] {
  const { copy, places, edits, said, anchors, tells } = taking;
  const { pairs, compared } = copy;
  const tables = new Map(
    [...places].flatMap(([{ cell }, place]) =>
      place.kind === "table" && cell !== null ? [[cell.table, place]] : [],
    ),
  );
  return pairs.flatMap(({ ours, theirs, moved }) => {
    if (ours === null) return [];
    const table = tables.get(ours.passage.cell?.table ?? -1);
    if (table !== undefined) {
      takeCell(taking, table, ours.passage, theirs?.passage ?? null);
      return [];
    }
    const place = places.get(ours.passage);
    // Of several paragraphs that became one the first has its text.
    const typed = theirs === null || said.has(theirs.passage) ? "" : restored(theirs.passage, compared);
    const text = theirs === null ? typed : asOwn(taking, ours.text, typed, theirs.passage);
    if (theirs !== null) said.add(theirs.passage);
    const edit = place === undefined ? undefined : edits.get(place.id);
    if (moved && theirs !== null && edit !== undefined) {
      if (isKnown(copy, theirs.passage)) taking.moved.set(theirs.passage, edit);
      else leave(taking, theirs.passage, ours.text, WHY.untracked);
      return [];
    }
    if (place !== undefined && theirs !== null) anchors.set(theirs.passage, place);
    if (plain(text) === plain(ours.text) && !isSplit(text, ours.text)) return [];
    const passage = theirs?.passage ?? ours.passage;
    if (place === undefined || edit === undefined) leave(taking, passage, text || ours.text);
    else if (!isKnown(copy, theirs?.passage)) leave(taking, passage, text || ours.text, WHY.untracked);
    else if (tells(text).length > 0) leave(taking, passage, text, WHY.withheld);
    else if (text.trim() === "") return [{ edit, passage: ours.passage, was: ours.text }];
    else put(edit, bare(text, place));
    return [];
  });
}

/** A generated paragraph without what the data contradict: numbers, their units, directions, statuses. */
function asOwn(taking: Taking, was: string, typed: string, passage: Passage): string {
  const { original } = taking.copy;
  if (original === null || !original.own.has(plain(was))) return typed;
  const { text, refused } = withOwnWords(was, withOwnNumbers(was, typed, original.facts), original.facts);
  for (const words of refused) leave(taking, passage, words, WHY.contradicted);
  return text;
}

/** What became of a cell of a table that people wrote. */
function takeCell(taking: Taking, table: Place, ours: Passage, theirs: Passage | null): void {
  const { copy, edits, said, anchors, tells } = taking;
  const edit = edits.get(table.id);
  if (theirs !== null) {
    said.add(theirs);
    anchors.set(theirs, table);
  }
  const text = theirs?.after ?? "";
  if (plain(text) === plain(ours.after)) return;
  const passage = theirs ?? ours;
  const shown = text || ours.after;
  const row = ours.cell === null ? -1 : writtenRow(ours.cell);
  if (theirs === null || edit === undefined || row < 0) leave(taking, passage, shown, WHY.ownTable);
  else if (!isKnown(copy, theirs)) leave(taking, passage, shown, WHY.untracked);
  else if (tells(text).length > 0) leave(taking, passage, shown, WHY.withheld);
  else putCell(edit, `${row}:${ours.cell?.column}`, unbrokenLine(text));
}

function putCell(edit: Edit, at: string, text: string): void {
  const before = edit.cells.get(at);
  if (before === undefined) edit.cells.set(at, text);
  else if (plain(before) !== plain(text)) edit.clashes = true;
}

/** What people put in as paragraphs of their own; gives the chapters in which something was refused. */
function takeAdded(taking: Taking): Set<string> {
  const { copy, edits, places, said, anchors, tells } = taking;
  const refused = new Set<string>();
  const tables = ownTables(copy.passages, said);
  let anchor: Place | null = null;
  let chapter = "";
  for (const passage of copy.passages) {
    if ((passage.path[0] ?? "") !== chapter) anchor = null;
    chapter = passage.path[0] ?? "";
    anchor = anchors.get(passage) ?? anchor;
    const from = taking.moved.get(passage);
    if (from !== undefined) putElsewhere(taking, from, passage, anchor);
    if (said.has(passage) || plain(passage.after) === "") continue;
    const table = tables.get(passage.cell?.table ?? -1);
    const edit =
      anchor === null || (passage.cell !== null && table === undefined) ? undefined : edits.get(anchor.id);
    // A table comes whole with its first cell.
    if (table !== undefined && table[0] !== passage) continue;
    const texts = (table ?? [passage]).map(({ after }) => after);
    const shown = texts.join(" ");
    if (passage.cell !== null && table === undefined && anchor?.kind === "table")
      leave(taking, passage, shown, WHY.ownTable);
    else if (edit === undefined) leave(taking, passage, shown, table === undefined ? undefined : WHY.fixed);
    else if (!isKnown(copy, passage)) leave(taking, passage, shown, WHY.untracked);
    else if (texts.some((text) => tells(text).length > 0)) {
      leave(taking, passage, shown, WHY.withheld);
      refused.add(chapter);
    } else if (table === undefined)
      append(
        edit.added,
        passage.after.split(PARAGRAPH_END).map((text) => asItem(text, edit.place, places)),
      );
    else putTable(edit, table);
  }
  return refused;
}

/** 一是, （2）, 3.: numerals that number the items of a list. */
const NUMERAL = /[一二三四五六七八九十\d]{1,3}/u;

/** 五是…, put into a list of such: an item of it, which the report numbers anew. */
function asItem(text: string, { slot }: Place, places: Taking["places"]): Written {
  const items = [...places.values()].filter((place) => place.slot === slot && place.kind === "item");
  const like = items.find(({ marker }) => marker !== "" && markerIn(text, marker) !== "");
  if (like === undefined) return asNeighbour(text, slot, places);
  const { kind, marker } = like;
  const said = saidAs(text.trimStart().slice(markerIn(text, marker).length));
  return { ...ledAs(like, said), kind, marker };
}

/** 二是…, moved among paragraphs that begin so and have their first sentences in bold. */
function asNeighbour(text: string, slot: Place["slot"], places: Taking["places"]): Written {
  const said = saidAs(text);
  const like = [...places.values()].find(
    (place) => place.slot === slot && LED.exec(place.markdown)?.groups?.["head"] !== undefined,
  );
  return like === undefined || !HEAD.test(said.text) ? said : ledAs(like, said);
}

/** 五是 of 五是抓筛查能力, where 一是 is what a marker looks like; "" where it begins with none. */
function markerIn(text: string, marker: string): string {
  const [before = "", after = ""] = marker.split(NUMERAL);
  const begins = text.trimStart();
  const numeral = begins.startsWith(before) ? NUMERAL.exec(begins.slice(before.length)) : null;
  const end = before.length + (numeral?.[0].length ?? 0);
  const isOne = numeral?.index === 0 && before + after !== "" && begins.startsWith(after, end);
  return isOne ? begins.slice(0, end + after.length) : "";
}

/** A paragraph as it is behind another one: its own place is empty then. */
function putElsewhere(taking: Taking, from: Edit, passage: Passage, anchor: Place | null): void {
  const edit = anchor === null ? undefined : taking.edits.get(anchor.id);
  if (edit === undefined) return leave(taking, passage, from.place.text, WHY.moved);
  put(from, "");
  const { generated, ...place } = from.place;
  // Several copies may move it alike.
  if (edit.added.every(({ text }) => plain(text) !== plain(place.text)))
    edit.added.push({ ...place, kept: generated });
}

/** The tables that people put in whole, by their numbers: none of their cells is the program's. */
function ownTables(passages: readonly Passage[], said: ReadonlySet<Passage>): Map<number, Passage[]> {
  const cells = passages.filter(
    ({ cell, story, after }) => cell !== null && story === "body" && after.trim() !== "",
  );
  const tables = groupBy(cells, ({ cell }) => cell?.table ?? -1);
  return new Map([...tables].filter(([, own]) => !own.some((cell) => said.has(cell))));
}

const MOST_IN_TITLE = 40;

/** A short line of theirs right above a table is its title. */
function putTable({ added }: Edit, table: readonly Passage[]): void {
  const above = added.at(-1);
  const isTitle =
    above?.kind === "paragraph" && above.text.length <= MOST_IN_TITLE && !/[。；：:]$/u.test(above.text);
  if (above !== undefined && isTitle && !above.text.startsWith("表"))
    added.splice(-1, 1, saidAs(`表 ${above.text}`));
  const text = table.map(({ after }) => after.replaceAll(/\s+/gu, " ")).join("\n");
  added.push({ kind: "table", marker: "", text, markdown: tableLines(table).join("\n").trim(), kept: false });
}

/** A passage's text with every figure of the program's as the data have it. */
function restored(passage: Passage, compared: RecheckedCopy["compared"]): string {
  return compared
    .filter(({ at, state, written }) => at === passage && state === "differ" && written !== "")
    .toSorted((a, b) => b.offset - a.offset)
    .reduce(
      (text, { written, right, offset }) =>
        text.startsWith(written, offset)
          ? text.slice(0, offset) + right + text.slice(offset + written.length)
          : text,
      passage.after,
    );
}

/** In more paragraphs than it was. */
function isSplit(text: string, was: string): boolean {
  const count = (said: string): number =>
    said.split(PARAGRAPH_END).filter((each) => each.trim() !== "").length;
  return count(text) > count(was);
}

function put(edit: Edit, text: string): void {
  const before = edit.text;
  // Who only splits a paragraph says nothing against what another has written in it.
  const asIs = (said: string): boolean => plain(said) === plain(edit.place.text);
  if (before === null || asIs(before)) edit.text = text;
  else if (!asIs(text) && plain(before) !== plain(text)) edit.clashes = true;
}

/** Without the marker of an item or the number of a heading, which the report gives itself. */
function bare(text: string, { kind, marker }: Place): string {
  if (kind === "heading") return withoutNumber(text);
  return marker !== "" && text.trimStart().startsWith(marker) ? text.trimStart().slice(marker.length) : text;
}

export function saidAs(text: string): Written {
  const line = unbrokenLine(text);
  return { kind: "paragraph", marker: "", text: line, markdown: escapedLine(line), kept: false };
}

/** A numeral before what is in bold: 二是**推进生育全程服务。** */
const LED =
  /^(?<head>(?:[一二三四五六七八九十]{1,3}是|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、]))?\*\*/u;
const HEAD = /^(?:[一二三四五六七八九十]{1,3}是|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、])/u;

/** What began with a sentence in bold still does: one in a list that does not would stand out. */
export function ledAs({ kind, markdown }: Place, said: Written): Written {
  const led = kind === "heading" ? null : LED.exec(markdown);
  if (led === null) return said;
  const head = led.groups?.["head"] === undefined ? "" : (HEAD.exec(said.text)?.[0] ?? "");
  const own = said.text.slice(head.length);
  const [lead = ""] = /^[^。！？；：]{2,}[。！？；：]/u.exec(own) ?? [];
  if (lead === "" || lead.length === own.length) return said;
  const rest = own.slice(lead.length);
  return { ...said, markdown: `${escapedLine(head)}**${escapedLine(lead)}**${escapedLine(rest)}` };
}
