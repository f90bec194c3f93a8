import { issue } from "../../issues/issue.js";
import { cellKey } from "../../issues/place.js";
import { groupBy } from "../../terms/group-by.js";
import type { Check } from "./check.js";
import { latestOf, typed } from "./doubts/doubt.js";

/** Quotients that were read as so many per 100: certain, but to be seen, once a row. */
export const perHundred: Check = ({ readerNotes, series }, { byId }) => {
  const notes = readerNotes.filter(({ kind }) => kind === "perHundred");
  return [...groupBy(notes, ({ indicator }) => indicator)].flatMap(([id, own]) => {
    const entry = byId.get(id);
    const figures = (series[id] ?? []).filter(({ source }) =>
      own.some((note) => cellKey(note.source) === cellKey(source)),
    );
    if (entry === undefined || figures.length === 0) return [];
    const latest = latestOf(figures);
    const args = { ...typed(entry, figures), read: latest.value.toString() };
    const cells = figures.map(({ source }) => source);
    return { ...issue("data/ratio-per-hundred", latest.source, args), cells };
  });
};
