import type { Indicator } from "../../plan/plan.js";
import { indicatorsOf } from "../../plan/lookup.js";
import { guardedOf, whyOf, type Disclosure, type Editions } from "./editions.js";
import { isHarmless, isOpen } from "./figures.js";
import { namedIn, tokensOf, yearsIn } from "./named.js";

/**
 * What a cell of a table tells that the public edition does not: its figures are of the rows that the words around it
 * name, in the years that stand there. `around`: the table's title, what heads its column, what its line begins with.
 * Pure.
 */
export function disclosedInCell(cell: string, around: readonly string[], editions: Editions): Disclosure[] {
  const said = around.map((text) => text.normalize("NFKC").trim());
  const words = tokensOf(said.map((text) => text.replace(/^\d{4}$/u, "$&年")).join("\t"), editions);
  const years = yearsIn(words);
  const [row] = guardedOf([...namedIn(words), ...byId(said, editions)], years, editions);
  if (row === undefined) return [];
  const why = whyOf(row, editions);
  return tokensOf(cell, editions)
    .flatMap(({ figures }) => figures)
    .filter(
      (figure) =>
        why === "internal" || !(isHarmless(figure, row, editions) || isOpen(figure, row, years, editions)),
    )
    .map(({ text }) => ({ at: cell.indexOf(text), written: text, name: row.name, why }));
}

/** Rows by their ids: W03 beside a name that was shortened. */
function byId(said: readonly string[], { all }: Editions): Indicator[] {
  return indicatorsOf(all.plan).filter(({ id }) => said.includes(id));
}
