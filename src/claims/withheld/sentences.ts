import type { Indicator } from "../../plan/plan.js";
import { checkParagraph, type Checked } from "../check.js";
import type { Claim } from "../claim.js";
import { verdictOf } from "../compare/verdict.js";
import type { Figure } from "../figure.js";
import { tokenise } from "../grammar/tokenise.js";
import type { Token } from "../grammar/token.js";
import { sentencesOf, type Tight } from "../text/tight.js";
import { guardedOf, isInternal, whyOf, type Disclosure, type Editions } from "./editions.js";
import { couldBe, isHarmless } from "./figures.js";
import { namedIn, yearsIn } from "./named.js";

/**
 * What a text tells that the public edition does not: claims that all figures can answer and those of the edition
 * cannot, and figures beside the name of such a row that no claim accounts for. `own`: sentences of the edition itself,
 * as `statementsIn` has them, which tell nothing. Pure.
 */
export function disclosuresIn(
  text: string,
  editions: Editions,
  own: ReadonlySet<string> = new Set(),
): Disclosure[] {
  const checked = checkParagraph(text, editions.all);
  const statements = partsIn(text).filter((each) => !own.has(each.text));
  const claimed = checked.flatMap((each) =>
    statements.some(({ at }) => at.includes(each.claim.at)) ? ofClaim(each, editions) : [],
  );
  const beside = statements.flatMap((statement) => unclaimed(statement, checked, editions));
  return [...claimed, ...beside].sort((a, b) => a.at - b.at);
}

/** The sentences of a text, parted at semicolons, too, without white space. */
export function statementsIn(text: string): string[] {
  return partsIn(text).map((part) => part.text);
}

function partsIn(text: string): Tight[] {
  return sentencesOf(text).flatMap(partsOf);
}

function ofClaim({ claim, verdict }: Checked, editions: Editions): Disclosure[] {
  if (!("options" in claim)) return [];
  const { options, at, written, years } = claim;
  const [first] = options;
  const open = verdictOf(claim, editions.open);
  if (first === undefined || open.state === "agree") return [];
  const figure = figureOf(claim);
  const isKnown = verdict.state === "agree" || (verdict.state === "differ" && open.state === "unmatched");
  // Words that no fact answers may be of something else: 投入120万元.
  const isOfRow = isKnown || figure === null || options.some((each) => couldBe(figure, each, editions));
  if (!isOfRow) return [];
  const disclosed = (why: Disclosure["why"], { name }: Indicator) => [{ at, written, name, why }];
  const internal = options.filter((each) => isInternal(each, editions));
  const [hidden] = internal;
  if (hidden !== undefined && (internal.length === options.length || verdict.state === "agree"))
    return disclosed("internal", hidden);
  if (figure === null || options.some((each) => isHarmless(figure, each, editions))) return [];
  const [year = 0] = years;
  if (options.every(({ id }) => editions.small.get(id)?.has(year))) return disclosed("small", first);
  return isKnown ? disclosed("derived", first) : [];
}

/** What a claim says in figures; a goal is the plan's own, and no secret. */
function figureOf(claim: Claim): Figure | null {
  if (claim.kind === "streak") return claim.held;
  return "figure" in claim && claim.kind !== "target" ? claim.figure : null;
}

/** The pieces of a sentence between its semicolons. */
function partsOf({ text, at, isTorn }: Tight): Tight[] {
  const marks = [...text.matchAll(/；/gu)].map(({ index }) => index);
  return [-1, ...marks].map((mark, nth) => {
    const end = marks[nth];
    return { text: text.slice(mark + 1, end), at: at.slice(mark + 1, end), isTorn };
  });
}

/** Another place's, a goal's or a survey's figures are none of ours. */
const NOT_OURS = new Set<Token["kind"]>(["other", "otherGoal", "intent", "survey"]);

/** Figures of a sentence that names a guarded row which could be its, in whatever words no claim was read. */
function unclaimed(sentence: Tight, checked: readonly Checked[], editions: Editions): Disclosure[] {
  const tokens = tokenise(sentence.text, editions.all.vocabulary);
  const rows = guardedOf(namedIn(tokens), yearsIn(tokens), editions);
  if (rows.length === 0 || tokens.some(({ kind }) => NOT_OURS.has(kind))) return [];
  return tokens
    .flatMap(({ figures }) => figures)
    .flatMap((figure): Disclosure[] => {
      const at = sentence.at[figure.start] ?? 0;
      const row = rows.find((each) => couldBe(figure, each, editions));
      if (row === undefined || isClaimed(at, checked)) return [];
      return [{ at, written: figure.text, name: row.name, why: whyOf(row, editions) }];
    });
}

/** What was read as a claim was answered there; what nothing could be compared with was not. */
function isClaimed(place: number, checked: readonly Checked[]): boolean {
  return checked.some(
    ({ claim: { at, written, kind } }) => kind !== "unmatched" && at <= place && place < at + written.length,
  );
}
