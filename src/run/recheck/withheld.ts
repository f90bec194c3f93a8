import { disclosedInCell } from "../../claims/withheld/cells.js";
import type { Disclosure } from "../../claims/withheld/editions.js";
import { disclosuresIn, statementsIn } from "../../claims/withheld/sentences.js";
import { apart } from "../../terms/footnotes.js";
import { issue, type Place } from "../../issues/issue.js";
import { WITHHELD } from "../../report/words/number.js";
import type { PlacedComment } from "../../word/compare/remarks.js";
import { plain, type Pair } from "../../word/compare/pairs.js";
import { PARAGRAPH_END, type Passage } from "../../word/compare/passages.js";
import type { Finding } from "../../word/compare/rechecked.js";
import { typedCells, wordsAround } from "./cells.js";
import { frameOf, placeIn } from "./claims.js";
import type { Original } from "./original.js";

/** A copy, as far as one asks it what it tells. */
interface Copy {
  file: string;
  passages: readonly Passage[];
  pairs: readonly Pair[];
  comments: readonly PlacedComment[];
}

/** What a text tells that a copy of `original` must not; nothing of an internal edition. */
export function disclosing({ editions, own }: Original): (text: string) => readonly Disclosure[] {
  if (editions === null) return () => [];
  const statements = new Set([...own].flatMap(statementsIn));
  return (text) =>
    own.has(plain(text)) ? [] : apart(text).flatMap((each) => disclosuresIn(each, editions, statements));
}

/** What people put into a public copy that its edition does not tell: in its text, its tables and its comments. */
export function withheldFindings({ file, passages, pairs, comments }: Copy, original: Original): Finding[] {
  const { editions } = original;
  if (editions === null) return [];
  const inText = disclosing(original);
  const typed = typedCells(passages, pairs);
  const around = wordsAround(passages);
  const findings = passages.flatMap((passage) =>
    passage.after.split(PARAGRAPH_END).flatMap((text) => {
      const said = inText(text);
      const stood = typed.get(passage);
      const found = said.length > 0 || stood === undefined ? said : inCell(text, stood, passage);
      return found.map((each) => findingOf(placeIn(file, passage), text, each, "稿中"));
    }),
  );
  function inCell(text: string, stood: string, passage: Passage): readonly Disclosure[] {
    if (editions === null) return [];
    const words = around(passage);
    const found = disclosedInCell(text, words, editions);
    const isFilled = stood.includes(WITHHELD) && /\p{Nd}/u.test(text) && found.length === 0;
    const name = words.find((each) => /\p{Script=Han}{2}/u.test(each)) ?? "";
    return isFilled ? [{ at: 0, written: text.trim(), name, why: "small" }] : found;
  }
  const remarks = comments.flatMap(({ passage, text }) => {
    const place = passage === null ? { file } : placeIn(file, passage);
    return inText(text).map((each) => findingOf(place, text, each, "批注中"));
  });
  return [...findings, ...remarks];
}

function findingOf(place: Place, text: string, { written, name, why }: Disclosure, within: string): Finding {
  const found = issue("word/withheld", place, { name, written, why, within }, frameOf(text));
  return { issue: found, text, written, right: "", source: "" };
}
