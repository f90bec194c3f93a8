import type { Claim, Verdict } from "./claim.js";
import { claimsOf } from "./compose/compose.js";
import { fresh } from "./compose/state.js";
import { claimsOfTable, type TypedTable } from "./compose/table.js";
import { verdictOf } from "./compare/verdict.js";
import type { Facts } from "./facts.js";
import { stretchesOf, type TableCell } from "./text/lines.js";
import { sentencesOf } from "./text/tight.js";

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
    return sentencesOf(stretch.text).flatMap((sentence) => {
      const checked = claimsOf(sentence, state, facts.vocabulary)
        .map(({ from, ...claim }) => ({ ...claim, at: stretch.start + (sentence.at[from] ?? 0) }))
        .map((claim) => ({ claim, verdict: verdictOf(claim, facts) }));
      return checked.map((each) => confirmed(each, checked, facts));
    });
  });
}

/** A name that leaves open what it is of is certain once another figure of the sentence is the row's to its digits. */
function confirmed(own: Checked, all: readonly Checked[], facts: Facts): Checked {
  const { claim, verdict } = own;
  if (verdict.state !== "unmatched" || claim.doubt === null || !("options" in claim)) return own;
  const isConfirmed = all.some(
    (other) =>
      other !== own &&
      other.verdict.state === "agree" &&
      isOfOne(other.claim, claim) &&
      isTelling(other.claim),
  );
  return isConfirmed ? { claim, verdict: verdictOf({ ...claim, sure: true }, facts) } : own;
}

function isOfOne(one: Claim, other: Claim): boolean {
  const ids = (claim: Claim): string =>
    "options" in claim && claim.doubt !== null ? claim.options.map(({ id }) => id).join() : "";
  return ids(one) !== "" && ids(one) === ids(other);
}

/** Fewer people or households are as many by chance. */
const LEAST_TELLING = 100;

/** So many digits are not those of another measure by chance. */
function isTelling(claim: Claim): boolean {
  if (claim.kind !== "level" || claim.figure.hedge !== "exact") return false;
  const { value, unit } = claim.figure;
  if (value.isInteger()) return unit !== "" && value.gte(LEAST_TELLING);
  return value.decimalPlaces() > 1 || value.precision() > 2;
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
