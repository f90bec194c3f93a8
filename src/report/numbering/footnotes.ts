import { footnoteMark, notedPieces } from "../../terms/footnotes.js";
import type { Prose, ProseItem, ProseRun } from "../model.js";

/** Counts the footnotes of a report. */
export interface FootnoteCounter {
  /** People's text with marks in the place of its footnotes. */
  marked: (prose: Prose) => Prose;
  /** The footnotes that were marked since this was last asked. */
  taken: () => ProseItem[];
}

export function footnoteCounter(): FootnoteCounter {
  let count = 0;
  let waiting: ProseItem[] = [];
  const pointing = (text: string): ProseRun => {
    count += 1;
    const [note, marker] = [String(count), footnoteMark(count)];
    waiting.push({ kind: "footnote", marker, runs: [{ text, strong: false, note: "" }], note });
    return { text: marker, strong: false, note };
  };
  const markedRun = (run: ProseRun): ProseRun[] =>
    notedPieces(run.text).map(({ text, isNote }) => (isNote ? pointing(text) : { ...run, text }));
  return {
    marked: ({ items, gap }) => ({
      items: items.map((item) => ({ ...item, runs: item.runs.flatMap(markedRun) })),
      gap,
    }),
    taken: () => {
      const footnotes = waiting;
      waiting = [];
      return footnotes;
    },
  };
}
