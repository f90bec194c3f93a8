import { shownFootnotes } from "../../terms/footnotes.js";
import { groupBy } from "../../terms/group-by.js";
import type { Slot } from "../../narrative/narrative.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { placeOfTable, placesIn, type Place } from "./places.js";
import type { Original } from "./original.js";
import type { RecheckedCopy } from "./recheck.js";
import { plain } from "../../word/compare/pairs.js";
import { ledAs, leftOf, saidAs, WHY, type Edit, type LeftOut, type Written } from "./taking.js";

export interface WriteBack {
  /** The parts that people changed, each whole, by their ids. */
  sections: ReadonlyMap<Slot["id"], readonly Written[]>;
  left: readonly LeftOut[];
}

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
      { place, passage, text: null, cells: new Map(), added: [], clashes: false },
    ]),
  );
  const left = copies.flatMap((copy) => leftOf(copy, copy.original === original ? places : null, edits));
  withoutTwice([...edits.values()]);
  const changed = [...edits.values()].filter(
    ({ text, cells, added }) => text !== null || cells.size > 0 || added.length > 0,
  );
  const barred = [
    { slots: unplacedTables(original, places), why: WHY.ownTable },
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
  return { sections, left: [...cellsTogether(left), ...notWritten] };
}

/**
 * A paragraph on which the copies do not agree stays as it is: what one of them has joined it to stays, too, and what
 * one has split off it comes with it. Else it would stand there twice.
 */
function withoutTwice(edits: readonly Edit[]): void {
  const kept = edits.filter(({ clashes }) => clashes).map(({ place }) => plain(place.text));
  const isIn = (text: string, whole: string): boolean => text.length >= SHORTEST_PART && whole.includes(text);
  for (const edit of edits) {
    const [said, was] = [plain(edit.text ?? ""), plain(edit.place.text)];
    edit.clashes ||= kept.some((text) => isIn(text, said) && !isIn(text, was));
    edit.added = edit.added.filter(({ text }) => !kept.some((whole) => isIn(plain(text), whole)));
  }
}

const SHORTEST_PART = 5;

const MOST_CELLS = 3;

/** Cells of one table that are left out for one reason are told in a line. */
function cellsTogether(left: readonly LeftOut[]): LeftOut[] {
  const groups = groupBy(left, (each): LeftOut | string => {
    const { file, passage, why } = each;
    return passage.cell === null ? each : `${passage.cell.table} ${why} ${file}`;
  });
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined || own.length === 1) return own;
    const shown = own.slice(0, MOST_CELLS).map(({ text }) => text);
    const more = own.length > MOST_CELLS ? `等${own.length}格` : "";
    return [{ ...first, text: `${shown.join("、")}${more}` }];
  });
}

/** Parts with a table of people's that is not found in the report again: it would be lost. */
function unplacedTables({ narrative }: Original, places: ReadonlyMap<Passage, Place>): Set<Slot["id"]> {
  const placed = new Set([...places.values()].map(({ table }) => table));
  const lost = narrative?.sections.filter(({ blocks }) =>
    blocks.some(({ table }) => table !== null && !placed.has(table)),
  );
  return new Set(lost?.map(({ slot }) => slot));
}

function writtenOf({ place: asIs, text, cells, added, clashes }: Edit): Written[] {
  const place = clashes ? asIs : withCells(asIs, cells);
  const { kind, marker } = place;
  const own =
    text === null || clashes
      ? [{ ...place, kept: place.generated }]
      : text
          .split(PARAGRAPH_END)
          .filter((each) => each.trim() !== "")
          .map((each, at) => (at === 0 ? { ...ledAs(place, saidAs(each)), kind, marker } : saidAs(each)));
  return [...own, ...added.filter((each) => each.text.trim() !== "")];
}

function withCells(place: Place, cells: Edit["cells"]): Place {
  const { id, slot, table } = place;
  if (table === null || cells.size === 0) return place;
  const [head = [], ...rows] = [table.head, ...table.rows].map((row, nth) =>
    row.map((text, column) => cells.get(`${nth}:${column}`) ?? text),
  );
  return placeOfTable(id, slot, { ...table, head, rows });
}
