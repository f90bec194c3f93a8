import { issue, type Issue } from "../issues/issue.js";
import { textOf, type NarrativeBlock } from "../narrative/narrative.js";
import type { ScoredIndicator } from "../score/scorecard.js";
import type { KindOfReport, Material } from "./report-kinds.js";

/**
 * What people wrote with figures of rows that a public edition does not tell, wherever in the report it stands: nobody
 * but they can take it out. What the edition says by itself they may have kept as it is.
 */
export async function toldInProse(recipe: KindOfReport, material: Material): Promise<Issue[]> {
  const { scorecard, written } = material;
  if (written.narrative === null) return [];
  const withheld = scorecard.rows
    .flatMap((row): readonly ScoredIndicator[] => [row, ...row.parts])
    .filter((scored) => scored.withheld.length > 0);
  const texts = await recipe.texts({ ...material, written: { ...written, narrative: null } });
  const own = new Set([...texts.values()].flat().flatMap(({ heading, text }) => sentencesIn(heading + text)));
  const sentences = written.narrative.sections
    .flatMap(({ blocks }) => blocks.flatMap(textsOf))
    .flatMap(sentencesIn)
    .filter((text) => /\p{Nd}/u.test(text) && !own.has(text));
  return withheld.flatMap(({ indicator: { name, aliases } }) =>
    sentences
      .filter((text) => [name, ...aliases].some((each) => text.includes(each)))
      .map((text) => issue("report/withheld-in-prose", null, { name, text })),
  );
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[。；])/u).map((each) => each.trim());
}

/** A block's text; of a table each line with its head, and what stands around it. */
function textsOf(block: NarrativeBlock): string[] {
  const { table } = block;
  if (table === null) return [textOf(block)];
  const { title, head, rows, notes, source } = table;
  return [...rows.map((row) => [title, ...head, ...row].join(" ")), ...notes, source];
}
