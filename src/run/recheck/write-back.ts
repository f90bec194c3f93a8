import { escapedLine } from "../../narrative/escaped.js";
import type { Slot } from "../../narrative/narrative.js";
import { plain } from "../../word/compare/pairs.js";
import { isTracked, PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { placesIn, type Place } from "./places.js";
import { withOwnNumbers } from "./numbers.js";
import type { Original } from "./original.js";
import type { RecheckedCopy } from "./recheck.js";

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
  added: string[];
  /** Copies want it otherwise in different ways. */
  clashes: boolean;
}

const WHY = {
  table: "表格由数据生成",
  fixed: "封面、标题和图表由程序生成",
  clash: "几个单位改得不一致，请商定",
  untracked: "底稿与现在编出的报告不同，未留痕的改动分不清是谁改的",
  ownTable: "这一部分有文字材料中写的表格，请直接改文字材料",
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
    return why === null ? [] : [{ file, passage, text: place.text, why }];
  });
  return { sections, left: [...left, ...notWritten] };
}

/**
 * Takes the changes of one copy into `edits`; gives those that belong to no part. `known`: the places of its original,
 * where they have been looked up.
 */
function leftOf(
  { file, pairs, passages, compared, original, isOther }: RecheckedCopy,
  known: ReadonlyMap<Passage, Place> | null,
  edits: ReadonlyMap<Place["id"], Edit>,
): LeftOut[] {
  const places = known ?? (original === null ? new Map<Passage, Place>() : placesIn(original));
  const left: LeftOut[] = [];
  const anchors = new Map<Passage, Place>();
  const told = (passage: Passage, text: string, why = passage.cell === null ? WHY.fixed : WHY.table): void =>
    void left.push({ file, passage, text, why });
  const isKnown = (passage: Passage | undefined): boolean =>
    !isOther || (passage !== undefined && isTracked(passage));
  const said = new Set<Passage>();
  for (const { ours, theirs } of pairs) {
    if (ours === null) continue;
    const place = places.get(ours.passage);
    // Of several paragraphs that became one the first has its text.
    const typed = theirs === null || said.has(theirs.passage) ? "" : restored(theirs.passage, compared);
    const isOwn = original?.own.has(plain(ours.text)) ?? false;
    const text = isOwn && original !== null ? withOwnNumbers(ours.text, typed, original.facts) : typed;
    if (theirs !== null) said.add(theirs.passage);
    if (place !== undefined && theirs !== null) anchors.set(theirs.passage, place);
    if (plain(text) === plain(ours.text)) continue;
    const edit = place === undefined ? undefined : edits.get(place.id);
    if (place === undefined || edit === undefined) told(theirs?.passage ?? ours.passage, text || ours.text);
    else if (!isKnown(theirs?.passage))
      told(theirs?.passage ?? ours.passage, text || ours.text, WHY.untracked);
    else put(edit, bare(text, place));
  }
  let anchor: Place | null = null;
  let chapter = "";
  for (const passage of passages) {
    if ((passage.path[0] ?? "") !== chapter) anchor = null;
    chapter = passage.path[0] ?? "";
    anchor = anchors.get(passage) ?? anchor;
    if (said.has(passage) || plain(passage.after) === "") continue;
    const edit = anchor === null || passage.cell !== null ? undefined : edits.get(anchor.id);
    if (edit === undefined) told(passage, passage.after);
    else if (!isKnown(passage)) told(passage, passage.after, WHY.untracked);
    else edit.added.push(...passage.after.split(PARAGRAPH_END));
  }
  return left;
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
      ? [{ ...place, kept: true }]
      : text
          .split(PARAGRAPH_END)
          .filter((each) => each.trim() !== "")
          .map((each, at) => ({ ...said(each), ...(at === 0 ? { kind, marker } : {}) }));
  return [...own, ...added.filter((each) => each.trim() !== "").map(said)];
}

function said(text: string): Written {
  const line = text.replaceAll(/\s*\n\s*/gu, "").trim();
  return { kind: "paragraph", marker: "", text: line, markdown: escapedLine(line), kept: false };
}
