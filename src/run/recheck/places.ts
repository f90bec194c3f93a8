import { escapedLine } from "../../narrative/escaped.js";
import { footnote } from "../../terms/footnotes.js";
import { textOf, type Narrative, type NarrativeTable, type Slot } from "../../narrative/narrative.js";
import { slotsFor, withoutNumber } from "../../narrative/slots.js";
import { textInTable, writtenTable } from "../../narrative/table-lines.js";
import type { Block, ProseRun } from "../../report/model.js";
import { partOfBlock } from "../../report/numbering/parts.js";
import { NOT_APPLICABLE } from "../../report/words/number.js";
import { groupBy } from "../../terms/group-by.js";
import { plain } from "../../word/compare/pairs.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { blocksIn, outlineOf } from "../../word/write/outline.js";
import { saidIn, type Original } from "./original.js";

/** A paragraph of the report that people may write, or a table that they wrote, and the part it is of. */
export interface Place {
  /** Its part and how many there are of it before: the same in every copy of a report. */
  id: string;
  slot: Slot["id"];
  kind: "heading" | "item" | "paragraph" | "table";
  /** The program says it by itself. */
  generated: boolean;
  /** （1）, 一是 before an item; "" otherwise. */
  marker: string;
  /** Without number and marker; of a table all that it says, a line each. */
  text: string;
  /** As Markdown, with what is bold in people's own text. */
  markdown: string;
  /** Null for all but a table. */
  table: NarrativeTable | null;
}

/** The places of the program's own document, by the passages that hold them; a table's is its first cell. */
export function placesIn({ model, passages, narrative, plan }: Original): Map<Passage, Place> {
  const slots = slotsFor(model.kind, plan);
  const blocks = blocksIn(outlineOf(model));
  const items = blocks.flatMap(({ prose }) => prose.flatMap((each) => each.items));
  const footnotes = new Map(items.map((item) => [item.note, textOf(item)]));
  const wrote = writtenOnce(narrative);
  const all = blocks.flatMap((block) => placesOf(block, wrote, slots, footnotes));
  const waiting = new Map<string, Place[]>();
  const counts = new Map<Slot["id"], number>();
  for (const { said, place } of all) {
    const nth = counts.get(place.slot) ?? 0;
    counts.set(place.slot, nth + 1);
    waiting.set(said, [...(waiting.get(said) ?? []), { id: `${place.slot}#${nth}`, ...place }]);
  }
  const tables = tablePlaces(passages, narrative);
  const found = passages.flatMap((passage) => {
    const table = tables.get(passage);
    if (table !== undefined) return [[passage, table] as const];
    if (passage.cell !== null || passage.after.includes(PARAGRAPH_END)) return [];
    const place = waiting.get(plain(passage.after))?.shift();
    return place === undefined ? [] : [[passage, place] as const];
  });
  return new Map(found);
}

/** The tables that people wrote, by the first cells of what the document has of them. */
function tablePlaces(passages: readonly Passage[], narrative: Narrative | null): Map<Passage, Place> {
  const written = (narrative?.sections ?? []).flatMap(({ slot, blocks }) =>
    blocks.flatMap(({ table }) => (table === null ? [] : [{ slot, table }])),
  );
  if (written.length === 0) return new Map();
  const waiting = groupBy(written, ({ table: { head, rows } }) => gridText([...head, ...rows.flat()]));
  const cells = passages.filter(
    ({ cell, story }) => cell !== null && writtenRow(cell) >= 0 && story === "body",
  );
  const found = [...groupBy(cells, ({ cell }) => cell?.table ?? -1).values()].flatMap((own, nth) => {
    const table = waiting.get(gridText(own.map(({ after }) => after)))?.shift();
    const [first] = own;
    if (table === undefined || first === undefined) return [];
    return [[first, placeOfTable(`${table.slot}#table${nth}`, table.slot, table.table)] as const];
  });
  return new Map(found);
}

/** The row of a table's cell as people wrote it, its head being row 0; the document has its title above that. */
export function writtenRow({ row }: { row: number }): number {
  return row - 1;
}

/** A cell in which nothing was written is printed with a dash. */
function gridText(cells: readonly string[]): string {
  return cells.map((text) => plain(text === NOT_APPLICABLE ? "" : text)).join("|");
}

export function placeOfTable(id: Place["id"], slot: Slot["id"], table: NarrativeTable): Place {
  const texts = { text: textInTable(table), markdown: writtenTable(table), table };
  return { id, slot, kind: "table", generated: false, marker: "", ...texts };
}

/** The paragraphs of a block as the document has them, where people may write them. */
function placesOf(
  block: Block,
  wrote: ReturnType<typeof writtenOnce>,
  slots: readonly Slot[],
  footnotes: ReadonlyMap<string, string>,
): { said: string; place: Omit<Place, "id"> }[] {
  const part = partOfBlock(block);
  const noted = ({ text, note }: ProseRun): string =>
    note === "" ? text : footnote(footnotes.get(note) ?? "");
  const paragraphs = block.paragraphs.flatMap(({ heading, text }) => [
    { kind: "heading" as const, marker: "", said: heading, text: withoutNumber(heading) },
    { kind: "paragraph" as const, marker: "", said: text, text },
  ]);
  const items = block.prose.flatMap(({ items: own, gap }) =>
    gap
      ? []
      : own.flatMap(({ kind, marker, runs }) => {
          if (kind === "footnote") return [];
          const text = runs.map(noted).join("");
          const markdown = runs
            .map((run) => (run.strong ? `**${escapedLine(run.text)}**` : escapedLine(noted(run))))
            .join("");
          return [{ kind, marker, said: marker + text, text, markdown }];
        }),
  );
  return [...paragraphs.map((each) => ({ ...each, markdown: escapedLine(each.text) })), ...items].flatMap(
    ({ said, ...place }) => {
      const own = part === "" ? wrote(place.text) : null;
      const slot = own?.slot ?? part;
      // A heading on a line of its own is printed without the mark it was written with.
      const heading =
        own === null || place.kind !== "heading" ? {} : { text: own.said, markdown: escapedLine(own.said) };
      const isKnown = said !== "" && slots.some(({ id }) => id === slot);
      return isKnown
        ? [{ said: plain(said), place: { slot, generated: own === null, ...place, ...heading, table: null } }]
        : [];
    },
  );
}

/**
 * Tells the part in which people wrote a text, and how; null where they did not. The same may stand in several parts:
 * it is looked for in the part of the text before it first, and each is told once.
 */
function writtenOnce(narrative: Narrative | null): (text: string) => WrittenText | null {
  const bare = (said: string): string => plain(said).replace(/[。.]$/u, "");
  const all = (narrative?.sections ?? []).flatMap(({ slot, blocks }) =>
    blocks.flatMap(saidIn).map((said): WrittenText => ({ slot, said })),
  );
  const waiting = groupBy(all, ({ said }) => bare(said));
  let last: Slot["id"] | null = null;
  return (text) => {
    const own = waiting.get(bare(text)) ?? [];
    const at = Math.max(
      own.findIndex(({ slot }) => slot === last),
      0,
    );
    const found = own[at] ?? null;
    // The last one is told again and again: a document may have what the file has once.
    if (own.length > 1) own.splice(at, 1);
    last = found?.slot ?? last;
    return found;
  };
}

interface WrittenText {
  slot: Slot["id"];
  said: string;
}
