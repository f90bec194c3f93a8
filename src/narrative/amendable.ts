import { escaped, escapedLine } from "./escaped.js";
import { headingOf } from "./skeleton.js";
import type { GeneratedText, GeneratedTexts, Slot } from "./narrative.js";
import { ancestors } from "./slots.js";

/**
 * The headings of `slots` for a narrative file, each with the report's own text below it to amend. `wanted` are the
 * parts to be written; the headings they stand under come with them.
 */
export function amendable(slots: readonly Slot[], wanted: readonly Slot[], texts: GeneratedTexts): string {
  const ids = new Set(wanted.flatMap((slot) => [slot, ...ancestors(slot, slots)]).map(({ id }) => id));
  const isWanted = new Set(wanted.map(({ id }) => id));
  return slots
    .filter(({ id }) => ids.has(id))
    .flatMap((slot) => [
      headingOf(slot, slots),
      ...(isWanted.has(slot.id) ? (texts.get(slot.id) ?? []).map(paragraphOf) : []),
    ])
    .map((text) => `${text}\n`)
    .join("\n");
}

function paragraphOf({ heading, text }: GeneratedText): string {
  const said = text.trim();
  return heading === "" ? escapedLine(said) : `**${escaped(heading.trim())}**${escaped(said)}`;
}
