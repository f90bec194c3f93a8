import { checkParagraph } from "../../claims/check.js";
import type { Facts } from "../../claims/facts.js";
import { gapsBetween } from "../../report/diff/aligned.js";
import { issue } from "../../issues/issue.js";
import { groupBy } from "../../terms/group-by.js";
import { isSameButUnit, numberChanges, type ChangedNumber } from "../../word/compare/numbers.js";
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
    // 提高0.11% may be as right as 0.11个百分点: the program's unit stays all the same.
    if (!isTold && (isClaimed || isYear) && !isSameButUnit(number.right, number.written)) return [];
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

/** A piece of a sentence up to a mark, and where it begins. */
interface Clause {
  text: string;
  at: number;
}

function clausesOf(text: string): Clause[] {
  return [...text.matchAll(/[^，。；：！？]+[，。；：！？]?/gu)].map(({ 0: clause, index }) => ({
    text: clause,
    at: index,
  }));
}

/**
 * `after` with the program's own words where what came in their stead is contradicted by the data (上升 for 下降, another
 * status), and what that was. What people put in beside it stays.
 */
export function withOwnWords(
  before: string,
  after: string,
  facts: Facts,
): { text: string; refused: readonly string[] } {
  const wrongIn = (text: string): number[] =>
    checkParagraph(text, facts).flatMap(({ claim, verdict }) =>
      verdict.state === "differ" ? [claim.at] : [],
    );
  const [wrong, wasWrong] = [wrongIn(after), wrongIn(before)];
  if (wrong.length === 0 || wasWrong.length > 0) return { text: after, refused: [] };
  const isWrong = ({ at, text }: Clause): boolean =>
    wrong.some((place) => place >= at && place < at + text.length);
  const swaps = gapsBetween(clausesOf(before), clausesOf(after), ({ text }) => plain(text))
    .filter((gap) => gap.before.length === gap.after.length)
    .flatMap((gap) =>
      gap.after.flatMap((said, nth) => {
        const own = gap.before[nth];
        return own !== undefined && isWrong(said) ? [{ said, own }] : [];
      }),
    );
  const text = swaps.reduceRight(
    (whole, { said, own }) => whole.slice(0, said.at) + own.text + whole.slice(said.at + said.text.length),
    after,
  );
  return { text, refused: swaps.map(({ said }) => said.text) };
}

/** What is told of such numbers, but for those that `told` says in the same paragraph. */
export function numberFindings(
  file: string,
  pairs: readonly Pair[],
  { facts, own }: Pick<Original, "facts" | "own">,
  isKnown: (passage: Passage) => boolean,
  told: readonly Finding[],
): Finding[] {
  const toldIn = groupBy(told, ({ text }) => text);
  return pairs.flatMap(({ ours, theirs }) => {
    if (ours === null || theirs === null || !own.has(plain(ours.text)) || !isKnown(theirs.passage)) return [];
    const { passage } = theirs;
    const text = passage.after;
    return doubtedNumbers(ours.text, text, facts).flatMap(({ right, written, isTold }): Finding[] => {
      const isSaid = toldIn
        .get(text)
        ?.some((each) => each.written.includes(written) && each.right.includes(right));
      if (isTold || isSaid === true) return [];
      const found = issue("word/number-changed", placeIn(file, passage), { written, right }, frameOf(text));
      return [{ issue: found, text, written, right, source: "" }];
    });
  });
}
