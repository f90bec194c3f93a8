import { disclosedInCell } from "../claims/withheld/cells.js";
import type { Editions } from "../claims/withheld/editions.js";
import { disclosuresIn, statementsIn } from "../claims/withheld/sentences.js";
import { apart } from "../terms/footnotes.js";
import { issue, type Issue } from "../issues/issue.js";
import { textOf, type NarrativeBlock, type NarrativeTable } from "../narrative/narrative.js";
import type { KindOfReport, Material } from "./report-kinds.js";

/** A figure in what people wrote, by the row's name, and the sentence or the line of a table that has it. */
interface Told {
  name: string;
  text: string;
}

/**
 * What people wrote with figures that a public edition does not tell, wherever in the report it stands: nobody but they
 * can take it out. What the edition says by itself they may have kept as it is.
 */
export async function toldInProse(
  recipe: KindOfReport,
  material: Material,
  editions: Editions,
): Promise<Issue[]> {
  const { written } = material;
  if (written.narrative === null) return [];
  const { texts } = await recipe.texts({ ...material, written: { ...written, narrative: null } });
  const own = new Set(
    [...texts.values()].flat().flatMap(({ heading, text }) => statementsIn(heading + text)),
  );
  const told = written.narrative.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => toldIn(block, (text) => inText(text, editions, own), editions));
  const once = new Map(told.map((each) => [`${each.name}\n${each.text}`, each]));
  return [...once.values()].map((each) => issue("report/withheld-in-prose", null, each));
}

function toldIn(block: NarrativeBlock, inText: (text: string) => Told[], editions: Editions): Told[] {
  const { table } = block;
  if (table === null) return apart(textOf(block)).flatMap(inText);
  const { title, head, rows, notes, source } = table;
  const lines = rows.flatMap((row) => inLine(row, table, editions));
  return [...lines, ...[title, ...head, ...rows.flat(), ...notes, source].flatMap(inText)];
}

function inText(text: string, editions: Editions, own: ReadonlySet<string>): Told[] {
  return disclosuresIn(text, editions, own).map(({ at, name }) => ({ name, text: sentenceAt(text, at) }));
}

/** The sentence around a place, with the mark it ends with. */
function sentenceAt(text: string, at: number): string {
  const ends = [...text.matchAll(/[。；]/gu)].map(({ index }) => index + 1);
  const start = ends.findLast((end) => end <= at) ?? 0;
  return text
    .slice(
      start,
      ends.find((end) => end > at),
    )
    .trim();
}

function inLine(row: readonly string[], { title, head }: NarrativeTable, editions: Editions): Told[] {
  const text = [title, ...head, ...row].join(" ");
  return row.flatMap((cell, at) => {
    const around = [title, head[at] ?? "", ...row.filter((_, other) => other !== at)];
    return disclosedInCell(cell, around, editions).map(({ name }) => ({ name, text }));
  });
}
