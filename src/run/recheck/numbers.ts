import { checkParagraph } from "../../claims/check.js";
import type { Facts } from "../../claims/facts.js";
import { issue } from "../../issues/issue.js";
import { numberChanges, type ChangedNumber } from "../../word/compare/numbers.js";
import { plain, type Pair } from "../../word/compare/pairs.js";
import type { Passage } from "../../word/compare/passages.js";
import type { Finding } from "../../word/compare/rechecked.js";
import { frameOf, placeIn } from "./claims.js";
import type { Original } from "./original.js";
import { largest } from "../../terms/long-lists.js";

/** A number of the program's own that somebody typed over, and whether what became of its sentence is told elsewhere. */
interface Doubted extends ChangedNumber {
  /** A claim of its sentence differs from the data. */
  isTold: boolean;
  /** Its sentence was worded otherwise, with other numbers: the number that stood here is no longer right in it. */
  isReworded: boolean;
}

/**
 * Numbers of a generated text that were typed over and that the data do not confirm: differences, counts and ranks are
 * the program's as much as the figures they come of. A number that is right by the data is a person's to choose.
 */
function doubtedNumbers(before: string, after: string, facts: Facts): Doubted[] {
  const { changed, reworded } = numberChanges(before, after);
  if (changed.length === 0) return [];
  const checked = checkParagraph(after, facts);
  return changed.flatMap((number) => {
    const isInside = within(after, number.at);
    const own = checked.filter(({ claim }) => isInside(claim.at));
    const isTold = own.some(({ verdict }) => verdict.state === "differ");
    const agreeing = own.filter(({ verdict }) => verdict.state === "agree");
    const isClaimed = agreeing.some(
      ({ claim: { at, written } }) => at <= number.at && number.at < at + written.length,
    );
    const isYear = after.startsWith("年", number.at + number.written.length) && agreeing.length > 0;
    if (!isTold && (isClaimed || isYear)) return [];
    const wasInside = within(before, number.from);
    const isReworded = reworded.came.some(isInside) || reworded.went.some(wasInside);
    return [{ ...number, isTold, isReworded }];
  });
}

/** Whether a place stands in the sentence around another. */
function within(text: string, at: number): (place: number) => boolean {
  const end = text.slice(at).search(/[。；！？]/u);
  const last = end < 0 ? text.length : at + end;
  const first = largest(["。", "；", "！", "？"].map((mark) => text.lastIndexOf(mark, at - 1)));
  return (place) => place > first && place <= last;
}

/** `after` with the doubted numbers as the program has them, where their sentences are otherwise as they were. */
export function withOwnNumbers(before: string, after: string, facts: Facts): string {
  return doubtedNumbers(before, after, facts)
    .filter(({ isReworded }) => !isReworded)
    .toReversed()
    .reduce(
      (text, { at, written, right }) => text.slice(0, at) + right + text.slice(at + written.length),
      after,
    );
}

/** What is told of such numbers, but for those that `told` says in the same paragraph. */
export function numberFindings(
  file: string,
  pairs: readonly Pair[],
  { facts, own }: Pick<Original, "facts" | "own">,
  isKnown: (passage: Passage) => boolean,
  told: readonly Finding[],
): Finding[] {
  return pairs.flatMap(({ ours, theirs }) => {
    if (ours === null || theirs === null || !own.has(plain(ours.text)) || !isKnown(theirs.passage)) return [];
    const { passage } = theirs;
    const text = passage.after;
    return doubtedNumbers(ours.text, text, facts).flatMap(({ right, written, isTold }): Finding[] => {
      const isSaid = told.some(
        (each) => each.text === text && each.written.includes(written) && each.right.includes(right),
      );
      if (isTold || isSaid) return [];
      const found = issue("word/number-changed", placeIn(file, passage), { written, right }, frameOf(text));
      return [{ issue: found, text, written, right, source: "" }];
    });
  });
}
