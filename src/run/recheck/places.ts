import { escapedLine } from "../../narrative/escaped.js";
import { textOf, type Narrative, type Slot } from "../../narrative/narrative.js";
import { slotsFor, withoutNumber } from "../../narrative/slots.js";
import type { Block } from "../../report/model.js";
import { partOfBlock } from "../../report/numbering/parts.js";
import { plain } from "../../word/compare/pairs.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import { outlineOf, type Part } from "../../word/write/outline.js";
import type { Original } from "./original.js";

/** A paragraph of the report that people may write, and the part it is of. */
export interface Place {
  /** Its part and how many there are of it before: the same in every copy of a report. */
  id: string;
  slot: Slot["id"];
  kind: "heading" | "item" | "paragraph";
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
  const { summary, opening, chapters, annexes } = outlineOf(model);
  const blocks = [...(summary === null ? [] : [summary]), ...chapters].flatMap(blocksIn);
  const all = [...opening, ...blocks, ...annexes.flatMap((annex) => annex.blocks)].flatMap((block) =>
    placesOf(block, narrative, slots),
  );
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

function blocksIn({ blocks, sections }: Part): Block[] {
  return [...blocks, ...sections.flatMap((section) => section.blocks)];
}

/** The paragraphs of a block as the document has them, where people may write them. */
function placesOf(
  block: Block,
  narrative: Narrative | null,
  slots: readonly Slot[],
): { said: string; place: Omit<Place, "id"> }[] {
  const slotOf = (text: string): Slot["id"] => partOfBlock(block) || writtenIn(narrative, text);
  const paragraphs = block.paragraphs.flatMap(({ heading, text }) => [
    { kind: "heading" as const, marker: "", said: heading, text: withoutNumber(heading) },
    { kind: "paragraph" as const, marker: "", said: text, text },
  ]);
  const items = block.prose.flatMap(({ items: own, gap }) =>
    gap
      ? []
      : own.map((item) => {
          const { kind, marker, runs } = item;
          const text = textOf(item);
          const markdown = runs
            .map((run) => (run.strong ? `**${escapedLine(run.text)}**` : escapedLine(run.text)))
            .join("");
          return { kind, marker, said: marker + text, text, markdown };
        }),
  );
  return [...paragraphs.map((each) => ({ ...each, markdown: escapedLine(each.text) })), ...items].flatMap(
    ({ said, ...place }) => {
      const slot = slotOf(place.text);
      const isKnown = said !== "" && slots.some(({ id }) => id === slot);
      return isKnown ? [{ said: plain(said), place: { slot, ...place } }] : [];
    },
  );
}

/** The part in which people wrote a text; "" where they did not. */
function writtenIn(narrative: Narrative | null, text: string): Slot["id"] {
  const bare = (said: string) => plain(said).replace(/[。.]$/u, "");
  const section = narrative?.sections.find(({ blocks }) =>
    blocks.some((block) => bare(textOf(block)) === bare(text)),
  );
  return section?.slot ?? "";
}
