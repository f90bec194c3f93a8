import { placeOf, spanOf, type Rewritten } from "../text/canonical.js";
import { SHORTEST_TAIL, tailsOf } from "./kin.js";
import { BARRIER, type Named, type Names } from "./names.js";

/** What sets one name beside the next. */
export const AND = "(?:以及|、|和|与|及|或)";
const MARKS = new RegExp(AND, "gu");

/** A mark between two names, in the letters of the text: a comma has none of its own. */
interface Mark {
  from: number;
  to: number;
}

/** A name in each of several: 村（社区）党组织|成员、|书记|中女性比例, where each has the first part and the last. */
export function jointNames(text: string, letters: Rewritten, whole: readonly Named[], names: Names): Named[] {
  const marks = [...text.matchAll(MARKS)]
    .filter(
      ({ index, 0: { length } }) => !whole.some(({ start, end }) => start <= index && index + length < end),
    )
    .map(({ index, 0: { length } }) => ({
      from: placeOf(letters, index),
      to: placeOf(letters, index + length),
    }));
  return marks.flatMap((last, nth) => {
    const joint = jointAt(letters, marks.slice(0, nth), last, names);
    return joint.length > 0 ? joint : endShared(letters, last, whole, names);
  });
}

/** 专业技术人员|、高级专业技术人员中女性: what is whole behind the mark lends its end to what stands before it. */
function endShared(letters: Rewritten, { from, to }: Mark, whole: readonly Named[], names: Names): Named[] {
  const behind = whole.find(({ start }) => placeOf(letters, start) === to);
  if (behind?.thing.kind !== "indicators" || behind.thing.options.length > 1) return [];
  const end = letters.text.slice(to, placeOf(letters, behind.end));
  const piece = sinceBarrier(letters.text.slice(Math.max(0, from - LONGEST), from));
  for (let length = piece.length; length >= LEAST_PIECE; length -= 1)
    for (let cut = 1; cut < end.length; cut += 1) {
      const own = piece.slice(-length);
      const thing =
        names.known.get(`${own}${end.slice(-cut)}`) ?? names.known.get(`${own}${end.slice(-cut)}比例`);
      const isOther =
        thing?.kind === "indicators" && thing.options.length === 1 && thing.name !== behind.thing.name;
      // The letters of the piece with an end of their own are that name already.
      if (isOther && !names.known.has(own)) return [{ thing, ...spanOf(letters, from - length, from) }];
    }
  return [];
}

const LEAST_PIECE = 4;

const LONGEST = 24;

function jointAt(letters: Rewritten, marks: readonly Mark[], last: Mark, names: Names): Named[] {
  const ahead = untilBarrier(letters.text.slice(last.to, last.to + LONGEST));
  const behind = sinceBarrier(letters.text.slice(Math.max(0, last.from - 2 * LONGEST), last.from));
  for (let length = ahead.length; length >= SHORTEST_TAIL; length -= 1)
    for (const { head, thing } of tailsOf(names).get(ahead.slice(0, length)) ?? []) {
      const at = behind.lastIndexOf(head);
      if (at < 0) continue;
      const from = last.from - behind.length + at;
      const pieces = piecesOf([...marks, last], from, head.length);
      const others = pieces.map((piece) => ofPiece(piece, head, ahead.slice(0, length), letters, names));
      if (others.some((each) => each === null)) continue;
      const end = { thing, ...spanOf(letters, last.to, last.to + length) };
      return [...others.filter((each) => each !== null), end];
    }
  return [];
}

interface Piece {
  from: number;
  to: number;
  /** Letters of the first piece that belong to all. */
  shared: number;
}

/** What is told one by one, between what all begin with and the last mark. */
function piecesOf(marks: readonly Mark[], from: number, shared: number): Piece[] {
  const within = marks.filter((mark) => mark.from > from + shared);
  const starts = [from, ...within.slice(0, -1).map(({ to }) => to)];
  return starts.map((start, nth) => ({
    from: start,
    to: within[nth]?.from ?? start,
    shared: nth === 0 ? shared : 0,
  }));
}

/** The piece with what all begin with and as much of the last one's end as makes it a name. */
function ofPiece(
  { from, to, shared }: Piece,
  head: string,
  tail: string,
  letters: Rewritten,
  names: Names,
): Named | null {
  const own = letters.text.slice(from + shared, to);
  if (own === "") return null;
  for (let cut = 0; cut <= tail.length; cut += 1) {
    const thing = names.known.get(`${head}${own}${tail.slice(tail.length - cut)}`);
    if (thing?.kind === "indicators") return { thing, ...spanOf(letters, from, to) };
  }
  return null;
}

function untilBarrier(text: string): string {
  const found = text.search(BARRIER);
  return found < 0 ? text : text.slice(0, found);
}

function sinceBarrier(text: string): string {
  const last = [...text].findLastIndex((letter) => BARRIER.test(letter));
  return text.slice(last + 1);
}
