import type { Claim, Verdict } from "./claim.js";
import { claimsOf } from "./compose/compose.js";
import { fresh } from "./compose/state.js";
import { claimsOfTable, type TypedTable } from "./compose/table.js";
import { verdictOf } from "./compare/verdict.js";
import type { Facts } from "./facts.js";
import { stretchesOf, type TableCell } from "./text/lines.js";
import { besideOthers, type Held } from "./neighbours.js";
import { clauseAt, sentencesOf } from "./text/tight.js";

/** A claim with what came of it. */
export interface Checked {
  claim: Claim;
  verdict: Verdict;
}

/** Every claim of a paragraph, held against the facts, in the order of the text; lines with tabs are a table. Pure. */
export function checkParagraph(paragraph: string, facts: Facts): Checked[] {
  const state = fresh(facts.vocabulary.period);
  return stretchesOf(paragraph).flatMap((stretch) => {
    if (stretch.kind === "table")
      return checkTable(stretch, facts).map(({ cell: { start }, claim, verdict }) => ({
        claim: { ...claim, at: start + claim.at },
        verdict,
      }));
    let earlier: readonly Held[] = [];
    return sentencesOf(stretch.text).flatMap((sentence) => {
      const held = claimsOf(sentence, state, facts.vocabulary).map(({ from, ...found }) => {
        const claim = { ...found, at: stretch.start + (sentence.at[from] ?? 0) };
        return { claim, verdict: verdictOf(claim, facts), clause: clauseAt(sentence.text, from) };
      });
      const told = held.map((each) => ({
        claim: each.claim,
        verdict: besideOthers(each, held, facts, earlier),
      }));
      earlier = held;
      return told;
    });
  });
}

/** Every claim of a table, each with its cell: its place is one in the cell's text. Pure. */
export function checkTable<Cell extends TableCell>(
  table: TypedTable<Cell>,
  facts: Facts,
): (Checked & { cell: Cell })[] {
  return claimsOfTable(table, facts.vocabulary).map((each) => ({
    ...each,
    verdict: verdictOf(each.claim, facts),
  }));
}

/** 校核 212处：相符207，不符3，无法比对2 */
export interface ClaimCounts {
  checked: number;
  agree: number;
  differ: number;
  unmatched: number;
}

export function addCounts(one: ClaimCounts, other: ClaimCounts): ClaimCounts {
  return {
    checked: one.checked + other.checked,
    agree: one.agree + other.agree,
    differ: one.differ + other.differ,
    unmatched: one.unmatched + other.unmatched,
  };
}

export function countsOf(checked: readonly Checked[]): ClaimCounts {
  const count = (state: Verdict["state"]): number =>
    checked.filter(({ verdict }) => verdict.state === state).length;
  return {
    checked: checked.length,
    agree: count("agree"),
    differ: count("differ"),
    unmatched: count("unmatched"),
  };
}
