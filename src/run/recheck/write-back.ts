import { shownFootnotes } from "../../terms/footnotes.js";
import { escapedLine } from "../../narrative/escaped.js";
import type { Slot } from "../../narrative/narrative.js";
import { plain } from "../../word/compare/pairs.js";
import { isTracked, PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { tableLines } from "../../word/narrative/markdown.js";
import { groupBy } from "../../terms/group-by.js";
import { placesIn, type Place } from "./places.js";
import { withOwnNumbers } from "./numbers.js";
import type { Original } from "./original.js";
import type { RecheckedCopy } from "./recheck.js";
import { disclosing } from "./withheld.js";
import { append } from "../../terms/long-lists.js";

/** A paragraph of a part as it is to stand in a narrative file. */
export type Written = Pick<Place, "marker" | "text" | "markdown"> & {
  /** A table's text is that of its cells, a line each. */
  kind: Place["kind"] | "table";
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

export interface WriteBack {
  /** The parts that people changed, each whole, by their ids. */
  sections: ReadonlyMap<Slot["id"], readonly Written[]>;
  left: readonly LeftOut[];
}

/** What becomes of a place: what the copies say in its stead ("" where they drop it), and what they put behind it. */
interface Edit {
  place: Place;
  /** Where it stands in the program's document. */
  passage: Passage;
  /** null: as it is. */
  text: string | null;
  added: Written[];
  /** Copies want it otherwise in different ways. */
  clashes: boolean;
}

const WHY = {
  table: "表格由数据生成",
  fixed: "封面、标题、页眉页脚和图表由程序生成",
  clash: "几个单位改得不一致，请商定",
  untracked: "底稿与现在编出的报告不同，未留痕的改动分不清是谁改的",
  ownTable: "这一部分有文字材料中写的表格，请直接改文字材料",
  withheld: "写有公开版不公布的数",
  edition: "这一部分公开版与内部版写法不同，写回会使内部版缺数，请在内部版的稿子上改",
};

/**
 * What copies of one report change in its parts: a part that is changed is written whole, with what nobody changed as
 * it is. A figure of the program's stays what the data say. `taken`: parts that copies of the other edition have written.
 * Pure.
 */
export function writeBack(
  original: Original,
  copies: readonly RecheckedCopy[],
  taken: ReadonlySet<Slot["id"]> = new Set(),
): WriteBack {
  const places = placesIn(original);
  const edits = new Map<Place["id"], Edit>(
    [...places].map(([passage, place]) => [
      place.id,
      { place, passage, text: null, added: [], clashes: false },
    ]),
  );
  const left = copies.flatMap((copy) => leftOf(copy, copy.original === original ? places : null, edits));
  const changed = [...edits.values()].filter(({ text, added }) => text !== null || added.length > 0);
  const withTables = new Set(
    original.narrative?.sections
      .filter(({ blocks }) => blocks.some(({ table }) => table !== null))
      .map(({ slot }) => slot),
  );
  const barred = [
    { slots: withTables, why: WHY.ownTable },
    { slots: original.toldOtherwise, why: WHY.edition },
    { slots: taken, why: WHY.clash },
  ];
  const whyNot = ({ place }: Edit): string | null =>
    barred.find(({ slots }) => slots.has(place.slot))?.why ?? null;
  const written = changed.filter((edit) => whyNot(edit) === null);
  const writable = new Set(written.map(({ place }) => place.slot));
  const sections = new Map(
    [...writable].map((slot) => {
      const own = [...edits.values()].filter(({ place }) => place.slot === slot);
      return [slot, own.flatMap(writtenOf)] as const;
    }),
  );
  const file = copies[0]?.file ?? "";
  const notWritten = changed.flatMap((edit): LeftOut[] => {
    const { passage, place, clashes } = edit;
    const why = whyNot(edit) ?? (clashes ? WHY.clash : null);
    return why === null ? [] : [{ file, passage, text: shownFootnotes(place.text), why }];
  });
  return { sections, left: [...left, ...notWritten] };
}

/** One copy whose changes are being taken into `edits`. */
interface Taking {
  copy: RecheckedCopy;
  places: ReadonlyMap<Passage, Place>;
  edits: ReadonlyMap<Place["id"], Edit>;
  /** Passages of the copy whose text has been taken. */
  said: Set<Passage>;
  /** Where passages of the copy stand in the report. */
  anchors: Map<Passage, Place>;
  tells: ReturnType<typeof disclosing>;
  left: LeftOut[];
}

/**
 * Takes the changes of one copy into `edits`; gives those that belong to no part. `known`: the places of its original,
 * where they have been looked up.
 */
function leftOf(
  copy: RecheckedCopy,
  known: ReadonlyMap<Passage, Place> | null,
  edits: ReadonlyMap<Place["id"], Edit>,
): LeftOut[] {
  const { original } = copy;
  const places = known ?? (original === null ? new Map<Passage, Place>() : placesIn(original));
  const tells = original === null ? () => [] : disclosing(original);
  const taking: Taking = { copy, places, edits, tells, said: new Set(), anchors: new Map(), left: [] };
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
  const { pairs, compared, original } = copy;
  return pairs.flatMap(({ ours, theirs }) => {
    if (ours === null) return [];
    const place = places.get(ours.passage);
    // Of several paragraphs that became one the first has its text.
    const typed = theirs === null || said.has(theirs.passage) ? "" : restored(theirs.passage, compared);
    const isOwn = original?.own.has(plain(ours.text)) ?? false;
    const text = isOwn && original !== null ? withOwnNumbers(ours.text, typed, original.facts) : typed;
    if (theirs !== null) said.add(theirs.passage);
    if (place !== undefined && theirs !== null) anchors.set(theirs.passage, place);
    if (plain(text) === plain(ours.text)) return [];
    const edit = place === undefined ? undefined : edits.get(place.id);
    const passage = theirs?.passage ?? ours.passage;
    if (place === undefined || edit === undefined) leave(taking, passage, text || ours.text);
    else if (!isKnown(copy, theirs?.passage)) leave(taking, passage, text || ours.text, WHY.untracked);
    else if (tells(text).length > 0) leave(taking, passage, text, WHY.withheld);
    else if (text.trim() === "") return [{ edit, passage: ours.passage, was: ours.text }];
    else put(edit, bare(text, place));
    return [];
  });
}

/** What people put in as paragraphs of their own; gives the chapters in which something was refused. */
function takeAdded(taking: Taking): Set<string> {
  const { copy, edits, said, anchors, tells } = taking;
  const refused = new Set<string>();
  const tables = ownTables(copy.passages, said);
  let anchor: Place | null = null;
  let chapter = "";
  for (const passage of copy.passages) {
    if ((passage.path[0] ?? "") !== chapter) anchor = null;
    chapter = passage.path[0] ?? "";
    anchor = anchors.get(passage) ?? anchor;
    if (said.has(passage) || plain(passage.after) === "") continue;
    const table = tables.get(passage.cell?.table ?? -1);
    const edit =
      anchor === null || (passage.cell !== null && table === undefined) ? undefined : edits.get(anchor.id);
    // A table comes whole with its first cell.
    if (table !== undefined && table[0] !== passage) continue;
    const texts = (table ?? [passage]).map(({ after }) => after);
    const shown = texts.join(" ");
    if (edit === undefined) leave(taking, passage, shown, table === undefined ? undefined : WHY.fixed);
    else if (!isKnown(copy, passage)) leave(taking, passage, shown, WHY.untracked);
    else if (texts.some((text) => tells(text).length > 0)) {
      leave(taking, passage, shown, WHY.withheld);
      refused.add(chapter);
    } else if (table === undefined) append(edit.added, passage.after.split(PARAGRAPH_END).map(saidAs));
    else putTable(edit, table);
  }
  return refused;
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

function put(edit: Edit, text: string): void {
  if (edit.text === null) edit.text = text;
  else if (plain(edit.text) !== plain(text)) edit.clashes = true;
}

/** Without the marker of an item, which the report gives itself. */
function bare(text: string, { marker }: Place): string {
  return marker !== "" && text.trimStart().startsWith(marker) ? text.trimStart().slice(marker.length) : text;
}

function writtenOf({ place, text, added, clashes }: Edit): Written[] {
  const { kind, marker } = place;
  const own =
    text === null || clashes
      ? [{ ...place, kept: place.generated }]
      : text
          .split(PARAGRAPH_END)
          .filter((each) => each.trim() !== "")
          .map((each, at) => ({ ...saidAs(each), ...(at === 0 ? { kind, marker } : {}) }));
  return [...own, ...added.filter((each) => each.text.trim() !== "")];
}

function saidAs(text: string): Written {
  const line = text.replaceAll(/\s*\n\s*/gu, "").trim();
  return { kind: "paragraph", marker: "", text: line, markdown: escapedLine(line), kept: false };
}
