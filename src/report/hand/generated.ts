import type {
  GeneratedText,
  GeneratedTexts,
  NarrativeBlock,
  NarrativeSection,
  Slot,
} from "../../narrative/narrative.js";
import { ancestors } from "../../narrative/slots.js";
import type { Passage } from "../numbering/passage.js";
import { blocksOf, type Part, type UnnumberedBlock } from "../numbering/unnumbered.js";

/** The report's own text by parts, in words: `wording` puts in what a text points to. */
export function generatedTexts(
  parts: readonly Part[],
  wording: (text: Passage) => string,
): Map<Slot["id"], GeneratedText[]> {
  const texts = new Map<Slot["id"], GeneratedText[]>();
  for (const block of parts.flatMap(blocksOf).filter(({ part, open }) => part !== "" && !open)) {
    const said = textsOf(block, wording);
    if (said.length > 0) texts.set(block.part, [...(texts.get(block.part) ?? []), ...said]);
  }
  return texts;
}

function textsOf({ paragraphs }: UnnumberedBlock, wording: (text: Passage) => string): GeneratedText[] {
  return paragraphs
    .map(({ heading, text }) => ({ heading: wording(heading), text: wording(text) }))
    .filter(({ heading, text }) => heading + text !== "");
}

/**
 * The sections that say anything else than the report does by itself. One that stands inside another of these is
 * kept with it, for the outer one takes the place of both texts.
 */
export function amended(
  sections: readonly NarrativeSection[],
  slots: readonly Slot[],
  texts: GeneratedTexts,
): NarrativeSection[] {
  const kept = new Set<Slot["id"]>();
  for (const slot of slots) {
    const section = sections.find((each) => each.slot === slot.id);
    // What people alone write replaces nothing.
    const inKept = ancestors(slot, slots).some(({ id, writer }) => writer === "report" && kept.has(id));
    if (section !== undefined && (inKept || !repeats(section, texts.get(slot.id) ?? []))) kept.add(slot.id);
  }
  return sections.filter(({ slot }) => kept.has(slot));
}

function repeats({ blocks }: NarrativeSection, texts: readonly GeneratedText[]): boolean {
  const isPlain = ({ kind }: NarrativeBlock): boolean => kind === "paragraph";
  return (
    blocks.length === texts.length &&
    blocks.every((block, at) => {
      const { heading = "", text = "" } = texts[at] ?? {};
      return isPlain(block) && sameRuns(block, [heading, text]);
    })
  );
}

/**
 * The heading in bold and the text behind it; spaces at the ends of either say nothing. Nor do the numbers of what it
 * points to: with a table of people's own before them the report's are counted on, and only its own text knows.
 */
function sameRuns({ runs }: NarrativeBlock, [heading, text]: readonly [string, string]): boolean {
  const said = [
    { text: heading.trim(), strong: true },
    { text: text.trim(), strong: false },
  ].filter((run) => run.text !== "");
  return (
    runs.length === said.length &&
    runs.every(
      (run, at) =>
        unnumbered(run.text.trim()) === unnumbered(said[at]?.text ?? "") && run.strong === said[at]?.strong,
    )
  );
}

/** 见图2至图4、附表1-2 without its numbers. */
function unnumbered(text: string): string {
  return text.replace(/((?:附?[图表]|附件))\d+(?:-\d+)?/gu, "$1");
}
