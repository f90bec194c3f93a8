import { unitOf } from "../../terms/unit.js";
import { scale } from "../scale.js";
import { canonical, type Rewritten } from "../text/canonical.js";
import { figureAt } from "./figures.js";
import { kinOf, tailsOf, type Kin } from "./kin.js";
import { BARRIER, type Named, type Names, type OfIndicators } from "./names.js";

/** What sets one name beside the next. */
const AND = "(?:以及|、|和|与|及|或)";

/**
 * Names that leave out what they share with another one in the sentence: 小学生、初中生近视率; 初中生近视率比小学生高;
 * 城市社区家长学校覆盖率97.3%，农村为77.2%; 党组织成员、书记中女性比例.
 */
export function shortNames(text: string, whole: readonly Named[], names: Names): Named[] {
  const letters = canonical(text, BARRIER);
  const joint = jointNames(text, letters, whole, names);
  const told = [...whole, ...joint];
  return [...joint, ...besideOthers(text, letters, told, names)];
}

/** A name in each of several: 村（社区）党组织|成员、|书记|中女性比例, where each has the first part and the last. */
function jointNames(text: string, letters: Rewritten, whole: readonly Named[], names: Names): Named[] {
  return [...text.matchAll(new RegExp(AND, "gu"))].flatMap(({ index, 0: mark }) => {
    const [left, right] = [placeOf(letters, index), placeOf(letters, index + mark.length)];
    const isWhole = whole.some(({ start, end }) => start <= index + mark.length && index + mark.length < end);
    return isWhole ? [] : jointAt(letters, left, right, names);
  });
}

const LONGEST = 24;

function jointAt(letters: Rewritten, left: number, right: number, names: Names): Named[] {
  const ahead = untilBarrier(letters.text.slice(right, right + LONGEST));
  const behind = sinceBarrier(letters.text.slice(Math.max(0, left - 2 * LONGEST), left));
  for (let length = ahead.length; length >= SHORTEST_TAIL; length -= 1)
    for (const { head, thing } of tailsOf(names).get(ahead.slice(0, length)) ?? []) {
      const at = behind.lastIndexOf(head);
      if (at < 0) continue;
      const pieces = piecesOf(letters, left - behind.length + at, left, head.length);
      const others = pieces.map((piece) => ofPiece(piece, head, ahead.slice(0, length), letters, names));
      if (others.some((each) => each === null)) continue;
      return [...others.filter((each) => each !== null), placed(thing, letters, right, right + length)];
    }
  return [];
}

const SHORTEST_TAIL = 3;

interface Piece {
  from: number;
  to: number;
  /** Letters of the first piece that belong to all. */
  shared: number;
}

/** What is told one by one, between what all begin with and the last mark. */
function piecesOf({ text }: Rewritten, from: number, to: number, shared: number): Piece[] {
  const marks = [...text.slice(from + shared, to).matchAll(/以及|和|与|及|或/gu)];
  const starts = [from, ...marks.map(({ index, 0: mark }) => from + shared + index + mark.length)];
  const ends = [...marks.map(({ index }) => from + shared + index), to];
  return starts.map((start, nth) => ({ from: start, to: ends[nth] ?? to, shared: nth === 0 ? shared : 0 }));
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
    if (thing?.kind === "indicators") return placed(thing, letters, from, to);
  }
  return null;
}

/**
 * Pieces of a name that stand apart from it, where they are parted from the rest of the text: left to right, each by
 * the name that is nearest to it.
 */
function besideOthers(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  const candidatesOf = (near: Named): Candidate[] =>
    near.thing.kind !== "indicators"
      ? []
      : kinOf(near.thing, names).flatMap((kin) =>
          shortIn(letters, kin)
            .filter((short) => isApart(text, short, near))
            .map((short) => ({ short, distance: Math.abs(short.start - near.start) })),
        );
  let pool = told.flatMap(candidatesOf);
  const taken = [...told];
  for (;;) {
    const free = pool.filter(
      ({ short }) => !taken.some(({ start, end }) => start < short.end && short.start < end),
    );
    const [next] = free.sort((a, b) => a.short.start - b.short.start || a.distance - b.distance);
    if (next === undefined) return taken.slice(told.length);
    taken.push(next.short);
    pool = [...free, ...candidatesOf(next.short)];
  }
}

interface Candidate {
  short: Named;
  distance: number;
}

const SHORTEST = 2;
const LEAST_LEFT_OUT = 2;

/** Wherever the letters have what tells the one name from the other, with as much around it as is written. */
function shortIn(letters: Rewritten, { key, from, to, thing }: Kin): Named[] {
  const core = key.slice(from, to);
  const found: Named[] = [];
  for (let at = letters.text.indexOf(core); at >= 0; at = letters.text.indexOf(core, at + 1)) {
    let [start, end] = [at, at + core.length];
    while (from - (at - start) > 0 && letters.text[start - 1] === key[from - (at - start) - 1]) start -= 1;
    while (
      to + (end - at - core.length) < key.length &&
      letters.text[end] === key[to + (end - at - core.length)]
    )
      end += 1;
    const length = end - start;
    if (length >= SHORTEST && key.length - length >= LEAST_LEFT_OUT)
      found.push(placed(thing, letters, start, end));
  }
  return found;
}

/** Where a piece of a name may begin, and what may follow it: anything else makes it a piece of another word. */
const BEFORE =
  /(?:^|[，、；：（“”(]|[比较与和同跟及而]|其中|分别|高于|低于|高出|超过|少于|多于|优于|落后于?|领先于?|不及|不如|是|为|相当于)$/u;
const AFTER = new RegExp(
  `^(?:$|[，、；：）”(（\\d]|${AND}|[为达是仅约近超逾突则也均都各分高低多少相差升降增提减上下稳保持仍由从比较同已未尚首翻再略]|有所|不到|不足)`,
  "u",
);
const SHARE = /^占(?!比)/u;
const SHARE_NAME = /(?:占比|比例|比重)$/u;

function isApart(text: string, { start, end, thing }: Named, near: Named): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (!BEFORE.test(before)) return false;
  if (
    !(
      AFTER.test(after) ||
      (SHARE.test(after) && SHARE_NAME.test(thing.kind === "indicators" ? thing.name : ""))
    )
  )
    return false;
  if (start < near.start) return CHAIN.test(text.slice(end, near.start));
  return thing.kind === "indicators" && isOfUnit(after, thing);
}

/** From a piece to the whole name behind it there are others, and marks between them. */
const CHAIN = new RegExp(
  `^(?:（[^）]{1,20}）)?(?:${AND}[\\p{Script=Han}\\d—]{1,14}(?:（[^）]{1,20}）)?)*${AND}$`,
  "u",
);

/** Measure words of one sort of thing. */
const MEASURE_WORDS = [
  ["人", "名", "位"],
  ["个", "家", "所"],
  ["件", "起"],
  ["户"],
  ["张"],
  ["小时"],
  ["岁"],
  ["年"],
];

/** The next figure of the clause, if there is one, is in the unit of the thing: 初中生35人 is nothing of 近视率. */
function isOfUnit(after: string, { options }: OfIndicators): boolean {
  const clause = /^[^，；]*/u.exec(after)?.[0] ?? "";
  for (let at = 0; at < clause.length; at += 1) {
    const figure = figureAt(clause, at);
    if (figure === null) continue;
    const unit = unitOf(options[0]?.unit ?? "");
    if (figure.points || figure.form !== "number") return true;
    // 工伤387件 is none of the people insured.
    const counted =
      unit.per !== null ||
      MEASURE_WORDS.some((words) =>
        [unit.thing, unitOf(figure.unit).thing].every((each) => words.includes(each)),
      );
    return counted && scale(unit, figure.unit) !== null;
  }
  return true;
}

function placed(thing: Named["thing"], { from, to }: Rewritten, start: number, end: number): Named {
  return { thing, start: from[start] ?? 0, end: to[end - 1] ?? 0 };
}

/** The first letter that stands at a place of the text, or behind it. */
function placeOf({ from }: Rewritten, index: number): number {
  const place = from.findIndex((each) => each >= index);
  return place < 0 ? from.length : place;
}

const untilBarrier = (text: string): string => text.slice(0, endOf(text.search(BARRIER), text.length));
const endOf = (found: number, length: number): number => (found < 0 ? length : found);

function sinceBarrier(text: string): string {
  const last = [...text].findLastIndex((letter) => BARRIER.test(letter));
  return text.slice(last + 1);
}
