import { numberChanges, type NumberChanges } from "./numbers.js";
import { plain, type Pair } from "./pairs.js";
import type { Passage } from "./passages.js";

/** A figure of the program's text, and what stands in its place in the copy. */
export interface ComparedFigure {
  /** W22.1 as r_W22_1_2025_3 has it: W22_1. */
  row: string;
  year: number;
  right: string;
  /** As it is in the copy, all changes accepted; "" where it is gone. */
  written: string;
  /** Where `written` begins in the text of `at`, of one that differs. */
  offset: number;
  state: "agree" | "differ" | "moved" | "gone";
  /** Where it stands in the copy; null where that is gone, too. */
  at: Passage | null;
  /** Where it stood. */
  from: Passage;
  /** False where its bookmark is lost and the text told. */
  marked: boolean;
}

const NAME = /^r_(.+)_(\d{4})_\d+$/u;

/** Every bookmarked figure of the program's text, found in the copy by its bookmark, else by the text around it. */
export function comparedFigures(
  ours: readonly Passage[],
  theirs: readonly Passage[],
  pairs: readonly Pair[],
): ComparedFigure[] {
  const counterparts = new Map(
    pairs.flatMap(({ ours: one, theirs: other }) =>
      one && other ? [[one.passage, other.passage] as const] : [],
    ),
  );
  const origins = new Map([...counterparts].map(([one, other]) => [other, one]));
  const found = new Map(
    theirs.flatMap((passage) => namesIn(passage).map((name) => [name, passage] as const)),
  );
  const pasted = new Map(
    theirs.flatMap((passage) =>
      passage.before.trim() === "" ? [[plain(passage.after), passage] as const] : [],
    ),
  );
  const marks = new Map<Passage, Marked>();
  return ours.flatMap((from) => {
    const inText = byText(from, counterparts.get(from) ?? null);
    return namesIn(from).map((name): ComparedFigure => {
      const [, row = "", year = ""] = NAME.exec(name) ?? [];
      const right = figureIn(marked(from, marks), name, "").text;
      const place = found.get(name);
      const common = { row, year: Number(year), right, from };
      if (place === undefined) return { ...common, ...inText(right), marked: false };
      const { text: written, offset } = figureIn(marked(place, marks), name, right);
      // Who cuts a paragraph and pastes it elsewhere leaves its bookmarks behind.
      const again =
        written === "" && place.after.trim() === "" ? pasted.get(marked(place, marks).was()) : undefined;
      if (again !== undefined)
        return { ...common, written: right, offset: 0, state: "moved", at: again, marked: true };
      // Some programs leave the bookmark empty beside what was typed over it.
      const retyped = written === "" && counterparts.get(from) === place ? inText(right) : null;
      if (retyped !== null && retyped.state !== "gone") return { ...common, ...retyped, marked: true };
      const isMoved = origins.get(place) !== from && counterparts.get(from) !== place;
      const state = stateOf(written, right, isMoved);
      const at = place.after.trim() === "" ? null : place;
      return { ...common, written, offset, state, at, marked: true };
    });
  });
}

function stateOf(written: string, right: string, isMoved: boolean): ComparedFigure["state"] {
  if (written === "") return "gone";
  if (!isSame(written, right)) return "differ";
  return isMoved ? "moved" : "agree";
}

/** Words beside a figure do not change it: 约94.88%; whether they are right, the claims tell. */
function isSame(written: string, right: string): boolean {
  const [all, own] = [plain(written), plain(right)];
  return all === own || (all.includes(own) && !/\d/u.test(all.replace(own, "")));
}

function namesIn({ pieces }: Passage): string[] {
  return [...new Set(pieces.flatMap(({ bookmarks }) => bookmarks.filter((name) => NAME.test(name))))];
}

/** A passage as its bookmarks part it: gone through once, however many there are. */
interface Marked {
  /** All changes accepted. */
  text: string;
  /** Where in that text each piece begins; of the place behind the last one where it ends. */
  starts: readonly number[];
  /** The pieces in each bookmark, by its name. */
  places: ReadonlyMap<string, readonly number[]>;
  isDeleted: (at: number) => boolean;
  /** In a bookmark of a figure; so is what lies beyond the passage. */
  isMarked: (at: number) => boolean;
  /** Put in, and in no bookmark of a figure. */
  isNew: (at: number) => boolean;
  /** The text before all changes, in the form of `plain`. */
  was: () => string;
}

function marked(passage: Passage, known: Map<Passage, Marked>): Marked {
  const found = known.get(passage) ?? markedIn(passage);
  known.set(passage, found);
  return found;
}

function markedIn({ pieces, before }: Passage): Marked {
  const places = new Map<string, number[]>();
  const starts = [0];
  const kept = pieces.map(({ text, deleted, bookmarks }, at) => {
    for (const name of new Set(bookmarks)) {
      const own = places.get(name);
      if (own === undefined) places.set(name, [at]);
      else own.push(at);
    }
    const left = deleted === null ? text : "";
    starts.push((starts[at] ?? 0) + left.length);
    return left;
  });
  const ofFigures = pieces.map(({ bookmarks }) => bookmarks.some((each) => NAME.test(each)));
  const isMarked = (at: number): boolean => ofFigures[at] ?? true;
  let was: string | null = null;
  return {
    text: kept.join(""),
    starts,
    places,
    isDeleted: (at) => pieces[at]?.deleted !== null,
    isMarked,
    isNew: (at) => (pieces[at]?.inserted ?? null) !== null && !isMarked(at),
    was: () => (was ??= plain(before)),
  };
}

/** So much of what was put in beside a bookmark may be a figure. */
const MOST_BESIDE = 200;
/** So much of a text is looked at for the one figure that stands at its edge. */
const AT_EDGE = 40;

/**
 * What stands in a bookmark, all changes accepted. Who types over a figure may leave the new one beside the bookmark,
 * with the old one struck out inside: then what was put in at its edges belongs to it. `offset`: where it begins in
 * that text.
 */
function figureIn(passage: Marked, name: string, right: string): { text: string; offset: number } {
  const { text, starts, isDeleted, isMarked } = passage;
  const own = passage.places.get(name) ?? [];
  const [first = 0, last = 0] = [own[0], own.at(-1)];
  const [start = 0, end = text.length] = [starts[first], starts[last + 1]];
  const inside = text.slice(start, end);
  const isTouched = own.some(isDeleted) || inside === "";
  if (/\d/u.test(right) && inside !== "" && !/[\d０-９]/u.test(inside)) {
    // Typed over without a trace, the digits may stand beside the bookmark, and it holds the unit alone.
    const [before, after] = [text.slice(Math.max(0, start - AT_EDGE), start), text.slice(end, end + AT_EDGE)];
    const digits = isMarked(first - 1) ? "" : (/\d[\d.,，]*$/u.exec(before)?.[0] ?? "");
    const more = isMarked(last + 1) ? "" : (/^\d+(?:[.,，]\d+)*/u.exec(after)?.[0] ?? "");
    if (digits + more !== "") return trimmed(digits + inside + more, start - digits.length);
  }
  if (!isTouched || plain(inside) === plain(right)) return alone(trimmed(inside, start), right);
  const [from, to] = withBeside(passage, first, last);
  return shortened(alone(trimmed(text.slice(from, to), from), right));
}

/** Where in the text the pieces from `first` to `last` begin and end, with what was put in beside them. */
function withBeside({ starts, isNew }: Marked, first: number, last: number): [number, number] {
  const [start, end] = [starts[first] ?? 0, starts[last + 1] ?? 0];
  let [from, to] = [first, last + 1];
  while (isNew(from - 1) && start - (starts[from] ?? 0) < MOST_BESIDE) from -= 1;
  while (isNew(to) && (starts[to] ?? 0) - end < MOST_BESIDE) to += 1;
  return [Math.max(starts[from] ?? 0, start - MOST_BESIDE), Math.min(starts[to] ?? end, end + MOST_BESIDE)];
}

function trimmed(text: string, offset: number): { text: string; offset: number } {
  return { text: text.trim(), offset: offset + text.length - text.trimStart().length };
}

/** One number after the other in what may be one figure: 1：1.6, 16.04/10万. */
const NUMBERS = /\p{Nd}+(?:[.．,，]\p{Nd}+)*/gu;

/** The figure without words that were typed over it together with it: 95.88% of 孕产妇系统管理率为95.88%. */
function alone(found: { text: string; offset: number }, right: string): { text: string; offset: number } {
  const { text, offset } = found;
  const [own, all] = [[...right.matchAll(NUMBERS)], [...text.matchAll(NUMBERS)]];
  const wasLast = own.at(-1);
  const unit = wasLast === undefined ? "" : right.slice(wasLast.index + wasLast[0].length);
  const behind = (number: RegExpExecArray): string => text.slice(number.index + number[0].length);
  // 6个月内婴儿纯母乳喂养率为70.40%: the one with its unit.
  const [alike] = own.length === 1 && unit !== "" ? all.filter((each) => behind(each).startsWith(unit)) : [];
  const numbers = all.length === own.length || alike === undefined ? all : [alike];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || numbers.length !== own.length) return found;
  const sign = /[-+－＋]$/u.exec(text.slice(0, first.index))?.[0] ?? "";
  const start = first.index - sign.length;
  const end = last.index + last[0].length;
  const tail = text.slice(end);
  // Another unit than it had belongs to what was typed.
  return {
    text: text.slice(start, end) + (tail.startsWith(unit) ? unit : tail),
    offset: offset + start,
  };
}

const LONGEST_FIGURE = 16;
const NUMBER = /\d+(?:[.,，]\d+)*(?:%|％|\u2030)?/gu;

/** The figure that a longer text begins with. */
function shortened({ text, offset }: { text: string; offset: number }): { text: string; offset: number } {
  if (text.length <= LONGEST_FIGURE) return { text, offset };
  const [first] = text.matchAll(NUMBER);
  return first === undefined ? { text: "", offset } : { text: first[0], offset: offset + first.index };
}

type Found = Pick<ComparedFigure, "written" | "offset" | "state" | "at">;

/**
 * Looks for figures without bookmarks in the paragraph that was `from`: what it lost, and what came in its place. Both
 * are compared once the first is asked for.
 */
function byText(from: Passage, at: Passage | null): (right: string) => Found {
  if (at === null || at.after.trim() === "")
    return () => ({ written: "", offset: 0, state: "gone", at: null });
  let known: { changed: NumberChanges["changed"]; gone: readonly (string | undefined)[] } | null = null;
  const compared = () => {
    const { changed, reworded } = numberChanges(from.after, at.after);
    return { changed, gone: reworded.went.map((place) => firstNumber(from.after, place)) };
  };
  return (right) => {
    const { changed, gone } = (known ??= compared());
    const [number = right] = numbersIn(right);
    const own = changed.find((each) => bare(plain(each.right)) === bare(number));
    if (own !== undefined) {
      const written = firstNumber(at.after, own.at) ?? own.written;
      return { written, offset: own.at, state: "differ", at };
    }
    if (gone.includes(number)) return { written: "", offset: 0, state: "gone", at };
    return { written: right, offset: 0, state: "agree", at };
  };
}

/** The number that begins at a place. */
function firstNumber(text: string, at: number): string | undefined {
  return numbersIn(text.slice(at, at + AT_EDGE))[0];
}

function numbersIn(text: string): string[] {
  return plain(text).match(NUMBER) ?? [];
}

/** A number without the sign behind it. */
function bare(number: string): string {
  return number.replace(/(?:个?[百千]分点|[%\u2030]|万)$/u, "");
}
