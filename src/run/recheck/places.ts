import { escapedLine } from "../../narrative/escaped.js";
import { footnote } from "../../terms/footnotes.js";
import { textOf, type Narrative, type Slot } from "../../narrative/narrative.js";
import { slotsFor, withoutNumber } from "../../narrative/slots.js";
import type { Block, ProseRun } from "../../report/model.js";
import { partOfBlock } from "../../report/numbering/parts.js";
import { plain } from "../../word/compare/pairs.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { blocksIn, outlineOf } from "../../word/write/outline.js";
import { saidIn, type Original } from "./original.js";

/** A paragraph of the report that people may write, and the part it is of. */
export interface Place {
  /** Its part and how many there are of it before: the same in every copy of a report. */
  id: string;
  slot: Slot["id"];
  kind: "heading" | "item" | "paragraph";
  /** The program says it by itself. */
  generated: boolean;
  /** （1）, 一是 before an item; "" otherwise. */
  marker: string;
  /** Without number and marker. */
  text: string;
  /** As Markdown, with what is bold in people's own text. */
  markdown: string;
}

/** The places of the program's own document, by the passages that hold them. */
export function placesIn({ model, passages, narrative, plan }: Original): Map<Passage, Place> {
  const slots = slotsFor(model.kind, plan);
  const blocks = blocksIn(outlineOf(model));
  const items = blocks.flatMap(({ prose }) => prose.flatMap((each) => each.items));
  const footnotes = new Map(items.map((item) => [item.note, textOf(item)]));
  const all = blocks.flatMap((block) => placesOf(block, narrative, slots, footnotes));
  const waiting = new Map<string, Place[]>();
  const counts = new Map<Slot["id"], number>();
  for (const { said, place } of all) {
    const nth = counts.get(place.slot) ?? 0;
    counts.set(place.slot, nth + 1);
    waiting.set(said, [...(waiting.get(said) ?? []), { id: `${place.slot}#${nth}`, ...place }]);
  }
  const found = passages.flatMap((passage) => {
    if (passage.cell !== null || passage.after.includes(PARAGRAPH_END)) return [];
    const place = waiting.get(plain(passage.after))?.shift();
    return place === undefined ? [] : [[passage, place] as const];
  });
  return new Map(found);
}

/** The paragraphs of a block as the document has them, where people may write them. */
function placesOf(
  block: Block,
  narrative: Narrative | null,
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
      const own = part === "" ? writtenIn(narrative, place.text) : null;
      const slot = own?.slot ?? part;
      // A heading on a line of its own is printed without the mark it was written with.
      const heading =
        own === null || place.kind !== "heading" ? {} : { text: own.said, markdown: escapedLine(own.said) };
      const isKnown = said !== "" && slots.some(({ id }) => id === slot);
      return isKnown
        ? [{ said: plain(said), place: { slot, generated: own === null, ...place, ...heading } }]
        : [];
    },
  );
}

/** The part in which people wrote a text, and how; null where they did not. */
function writtenIn(narrative: Narrative | null, text: string): { slot: Slot["id"]; said: string } | null {
  const bare = (said: string) => plain(said).replace(/[。.]$/u, "");
  const written = narrative?.sections.flatMap(({ slot, blocks }) =>
    blocks.flatMap(saidIn).map((said) => ({ slot, said })),
  );
  return written?.find(({ said }) => bare(said) === bare(text)) ?? null;
}
