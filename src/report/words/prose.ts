import type { Narrative, NarrativeBlock, Slot } from "../../narrative/narrative.js";
import { proseBlock } from "../blocks.js";
import type { ProseItem } from "../model.js";
import type { UnnumberedBlock } from "../numbering/unnumbered.js";

/** What people wrote in a slot, or null where they wrote nothing. */
export function proseOf(narrative: Narrative | null | undefined, slot: Slot["id"]): UnnumberedBlock | null {
  const items = proseItems(narrative, slot);
  return items.length === 0 ? null : proseBlock({ items, gap: false });
}

/** The items of a slot, in the order they were written; [] where it is empty. */
export function proseItems(narrative: Narrative | null | undefined, slot: Slot["id"]): ProseItem[] {
  const section = narrative?.sections.find((each) => each.slot === slot);
  return section === undefined ? [] : section.blocks.map(itemOf);
}

function itemOf({ kind, marker, runs }: NarrativeBlock): ProseItem {
  return { kind, marker, runs: runs.map(({ text, strong }) => ({ text, strong })) };
}

/** A heading of ours over a piece of people's text. */
export function proseHeading(text: string): ProseItem {
  return { kind: "heading", marker: "", runs: [{ text, strong: false }] };
}

/** A paragraph of a draft that says what is still to be written. */
export function gapBlock(text: string): UnnumberedBlock {
  return proseBlock({
    items: [{ kind: "paragraph", marker: "", runs: [{ text, strong: false }] }],
    gap: true,
  });
}
