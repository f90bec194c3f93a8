import { spanOf, type Rewritten } from "../text/canonical.js";
import type { Named, Names, OfIndicators } from "./names.js";
import { lettersOf, lettersOfNames, weightOf, type Letters, type Row } from "./worded.js";

/** What a clause names by a measure, at its beginning. */
const PHRASE = /(?<=^|[，；：])[^，；：。\d]{3,16}?(?:率|比例)/gu;
const MEASURE = /(?:率|比例)$/u;
/** So much of what is written, and of the name, is in the other. */
const LEAST_WRITTEN = 0.6;
const LEAST_NAMED = 0.4;
/** So much more than in any other row's name. */
const AHEAD = 0.15;
const LEAST_LETTERS = 4;
const LEAST_WHOLE = 5;

/**
 * 职业教育女生比例 for 中职女生占比: most letters of a row's name, and some that are not. It may be anybody's; what is told of it
 * is held once a figure of the sentence is the row's to its digits.
 */
export function nearlyNames(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  if (!/\d/u.test(text)) return [];
  const known = lettersOfNames(names);
  return [...letters.text.matchAll(PHRASE)].flatMap(({ index, 0: phrase }) => {
    const span = spanOf(letters, index, index + phrase.length);
    const isFree = !told.some(({ start, end }) => start < span.end && span.start < end);
    const thing = isFree ? nearest(phrase, known) : null;
    return thing === null ? [] : [{ thing, ...span, doubt: "whose" as const }];
  });
}

function nearest(phrase: string, known: Letters): OfIndicators | null {
  const own = lettersOf(phrase);
  const measure = MEASURE.exec(phrase)?.[0] ?? "";
  if (own.length < LEAST_LETTERS) return null;
  const best = new Map<string, { thing: OfIndicators; share: number }>();
  for (const { thing, key, letters } of sharing(own, known)) {
    if (!key.endsWith(measure)) continue;
    // 中小学生近视率: a whole name with more before it is another's.
    if (key.length >= LEAST_WHOLE && phrase.endsWith(key)) return null;
    const common = commonLetters(own, letters);
    const named = weightOf(common, known) / weightOf(letters, known);
    if (common.length < LEAST_WRITTEN * own.length || named < LEAST_NAMED) continue;
    const share = named * (common.length / own.length);
    if (share > (best.get(thing.name)?.share ?? 0)) best.set(thing.name, { thing, share });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.share - a.share);
  return first === undefined || first.share - (second?.share ?? 0) < AHEAD ? null : first.thing;
}

/** Rows whose names have so many of the letters that they may be meant. */
function sharing(own: string, known: Letters): Row[] {
  const many = new Map<Row, number>();
  for (const letter of own)
    for (const row of known.with.get(letter) ?? []) many.set(row, (many.get(row) ?? 0) + 1);
  return [...many].flatMap(([row, count]) => (count >= LEAST_WRITTEN * own.length ? [row] : []));
}

/** Letters of both; each is in the order of the alphabet. */
function commonLetters(one: string, other: string): string {
  let rest = other;
  return [...one]
    .filter((letter) => {
      const at = rest.indexOf(letter);
      if (at >= 0) rest = rest.slice(at + 1);
      return at >= 0;
    })
    .join("");
}
