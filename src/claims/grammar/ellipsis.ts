import { canonical, placeOf, spanOf, type Rewritten } from "../text/canonical.js";
import { caseNames } from "./cases.js";
import { groupedNames } from "./grouped.js";
import { AND, jointNames } from "./joint.js";
import { kinOf, tailsOf, type Kin } from "./kin.js";
import { BARRIER, type Named, type Names } from "./names.js";
import { aloneNames, coverageNames, partedNames, ratioNames, staffTopicNames, topicNames } from "./parted.js";
import { nearlyNames } from "./nearly.js";
import { wordedNames } from "./worded.js";
import { isFollowedByItsUnit, standsAlone } from "./standing.js";

/** Finds names that no list has: `told` are those found before. */
type Finder = (text: string, letters: Rewritten, told: readonly Named[], names: Names) => Named[];

/** What is longer is a list or a page that lost its marks: there a piece of a name may stand for anything. */
const LONGEST_SENTENCE = 1000;

/** The ways a name is short or otherwise put, the surest first. */
const FINDERS: readonly Finder[] = [
  jointNames,
  caseNames,
  groupedNames,
  besideOthers,
  partedNames,
  ratioNames,
  topicNames,
  wordedNames,
  // 小学生每天平均睡9.2小时，初中生8.4小时: beside what is put in other words.
  besideOthers,
  aloneNames,
  coverageNames,
  staffTopicNames,
  nearlyNames,
];

/**
 * Names that leave out what they share with another one in the sentence (小学生、初中生近视率; 初中生近视率比小学生高;
 * 城市社区家长学校覆盖率97.3%，农村为77.2%; 党组织成员、书记中女性比例) or stand in other words.
 */
export function shortNames(text: string, letters: Rewritten, whole: readonly Named[], names: Names): Named[] {
  if (text.length > LONGEST_SENTENCE) return [];
  const all = FINDERS.reduce((told, find) => [...told, ...find(text, letters, told, names)], whole);
  const short = all.slice(whole.length);
  return short.map((each) => (isBegun(each, all, letters, names) ? { ...each, doubt: null } : each));
}

/** 女性, 儿童: many names begin with so few letters. */
const LEAST_BEGUN = 4;

/** 区级工作部门领导班子中配有女干部的占86.49%，女性担任正职的占16.22%: the end of a name that begins as the one before it. */
function isBegun(short: Named, all: readonly Named[], letters: Rewritten, names: Names): boolean {
  if (short.doubt !== "which") return false;
  const place = (index: number): number => placeOf(letters, index);
  const [last] = all
    .filter((each) => each.end <= short.start && each.doubt == null && each.thing.kind === "indicators")
    .sort((a, b) => b.end - a.end);
  const tail = letters.text.slice(place(short.start), place(short.end));
  return (
    last !== undefined &&
    (tailsOf(names).get(tail) ?? []).some(
      ({ head, thing }) =>
        thing.name === short.thing.name &&
        head.length >= LEAST_BEGUN &&
        letters.text.startsWith(head, place(last.start)),
    )
  );
}

/**
 * Pieces of a name that stand apart from it, where they are parted from the rest of the text: left to right, each by
 * the name that is nearest to it.
 */
function besideOthers(text: string, letters: Rewritten, told: readonly Named[], names: Names): Named[] {
  const candidatesOf = (near: Named): Candidate[] => {
    if (near.thing.kind !== "indicators") return [];
    // Of a name's hundreds of kin hardly any is in the text.
    const present = kinOf(near.thing, names).filter(({ core }) => letters.text.includes(core));
    return present.flatMap((kin) =>
      shortIn(letters, kin)
        .filter((short) => isApart(text, short, near))
        .map((short) => ({
          short: { ...short, doubt: near.doubt ?? null },
          distance: Math.abs(short.start - near.start),
        })),
    );
  };
  let pool = told.flatMap(candidatesOf);
  const taken = [...told];
  for (;;) {
    const free = pool.filter(
      ({ short }) => !taken.some(({ start, end }) => start < short.end && short.start < end),
    );
    const [next] = free.sort((a, b) => a.short.start - b.short.start || a.distance - b.distance);
    if (next === undefined) return taken.slice(told.length);
    taken.push(ofAny(next.short, text, names));
    pool = [...free, ...candidatesOf(next.short)];
  }
}

/** 毛入学率 is that of any row whose name ends with it, the nearest first. */
function ofAny(short: Named, text: string, names: Names): Named {
  if (short.thing.kind !== "indicators") return short;
  const tail = canonical(text.slice(short.start, short.end), BARRIER).text;
  const others = (tailsOf(names).get(tail) ?? []).flatMap(({ thing }) => thing.options);
  const options = [...new Set([...short.thing.options, ...others])];
  return { ...short, thing: { ...short.thing, options } };
}

interface Candidate {
  short: Named;
  distance: number;
}

const SHORTEST = 2;
const LEAST_LEFT_OUT = 2;
/** 女性失业保险参保人数…，工伤保险参保人数: what so long an end is shared by leaves out 女, too. */
const LONG_END = 4;

/** What a name may end with, when all between its beginning and this is left out. */
const ENDS = ["配备率", "覆盖率", "参保率", "筛查率", "巩固率", "死亡率"];

/** Wherever the letters have what tells the one name from the other, with as much around it as is written. */
function shortIn(letters: Rewritten, { key, core, from, to, thing }: Kin): Named[] {
  const found: Named[] = [];
  for (let at = letters.text.indexOf(core); at >= 0; at = letters.text.indexOf(core, at + 1)) {
    let [start, end] = [at, at + core.length];
    while (from - (at - start) > 0 && letters.text[start - 1] === key[from - (at - start) - 1]) start -= 1;
    while (
      to + (end - at - core.length) < key.length &&
      letters.text[end] === key[to + (end - at - core.length)]
    )
      end += 1;
    // 区级工作部门配备率: its beginning and the measure alone.
    const tail = ENDS.find((each) => key.endsWith(each) && letters.text.startsWith(each, end));
    if (tail !== undefined && start === at && from === 0 && end < letters.text.length) end += tail.length;
    const length = end - start;
    const isLong = key.length - to >= LONG_END || key.length - length >= LEAST_LEFT_OUT;
    if (length >= SHORTEST && length < key.length && isLong)
      found.push({ thing, ...spanOf(letters, start, end) });
  }
  return found;
}

/** Whether a piece stands by itself as a name would: in a list before the name that is whole, or anywhere behind it. */
function isApart(text: string, short: Named, near: Named): boolean {
  if (!standsAlone(text, short)) return false;
  return short.start < near.start
    ? isChain(text.slice(short.end, near.start))
    : isFollowedByItsUnit(text, short);
}

/** From a piece to the whole name behind it there are others, and marks between them. */
function isChain(text: string): boolean {
  const bare = text.replace(BRACKETED, "");
  return CHAIN.test(bare) && bare.split(BETWEEN).every(({ length }) => length <= LONGEST_PIECE);
}

const BRACKETED = /（[^）]{1,20}）/gu;
const BETWEEN = new RegExp(AND, "u");
const CHAIN = new RegExp(`^${AND}(?:[、\\p{Script=Han}\\d—]*${AND})?$`, "u");
const LONGEST_PIECE = 14;
