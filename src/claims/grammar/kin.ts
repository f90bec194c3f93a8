import type { Names, OfIndicators } from "./names.js";

/** Another row's name, and which of its letters a name beside it does not share. */
export interface Kin {
  key: string;
  thing: OfIndicators;
  /** What comes before is how both begin, what comes from `to` on is how both end. */
  from: number;
  to: number;
  /** What is between, which tells it from the name beside it. */
  core: string;
}

/** Two names are kin that share so many letters of their ends. */
const LEAST_SHARED = 2;

const KIN = new WeakMap<Names, Map<string, readonly Kin[]>>();

/** The names of other rows that begin or end as a row's own names do. */
export function kinOf(thing: OfIndicators, names: Names): readonly Kin[] {
  const known = KIN.get(names) ?? new Map<string, readonly Kin[]>();
  KIN.set(names, known);
  const kin = known.get(thing.name) ?? kinIn(thing, names);
  known.set(thing.name, kin);
  return kin;
}

function kinIn({ name, options }: OfIndicators, { known }: Names): Kin[] {
  const own = [...known].flatMap(([key, each]) =>
    each.kind === "indicators" && each.name === name ? [key] : [],
  );
  const found: Kin[] = [];
  for (const [key, thing] of known) {
    if (thing.kind !== "indicators" || thing.options.length > 1) continue;
    // Of 城乡…覆盖率, which is two rows, either is a name beside it.
    if (options.length === 1 && thing.options.some((each) => options.includes(each))) continue;
    const kin = nearest(own, key, thing);
    if (kin !== null) found.push(kin);
  }
  return found;
}

/** Of a row's own names the one that shares most with another name; null where none shares enough. */
function nearest(own: readonly string[], key: string, thing: OfIndicators): Kin | null {
  let best: Kin | null = null;
  for (const mine of own) {
    const from = sharedAhead(mine, key);
    const to = key.length - sharedBehind(mine, key, key.length - from);
    if (to > from && (best === null || to - from < best.to - best.from))
      best = { key, thing, from, to, core: key.slice(from, to) };
    if (to <= from) return null;
  }
  return best !== null && key.length - (best.to - best.from) >= LEAST_SHARED ? best : null;
}

/** Letters with which both begin. */
function sharedAhead(mine: string, other: string): number {
  let many = 0;
  while (many < other.length && mine[many] === other[many]) many += 1;
  return many;
}

/** Letters with which both end, of so many at most. */
function sharedBehind(mine: string, other: string, most: number): number {
  let many = 0;
  while (many < most && many < mine.length && mine.at(-1 - many) === other.at(-1 - many)) many += 1;
  return many;
}

/** What a name begins with, where its end stands by itself. */
export interface Head {
  head: string;
  thing: OfIndicators;
}

/** Ends of names that may stand by themselves. */
export const SHORTEST_TAIL = 3;
const TAILS = new WeakMap<Names, ReadonlyMap<string, readonly Head[]>>();

/** Every end of a name, with what comes before it: 书记女比例 of 村社区党组织书记女比例. */
export function tailsOf(names: Names): ReadonlyMap<string, readonly Head[]> {
  const known = TAILS.get(names) ?? tailsIn(names);
  TAILS.set(names, known);
  return known;
}

/** So many letters has the longest of them. */
export function longestTail(names: Names): number {
  const known =
    LONGEST.get(names) ?? [...tailsOf(names).keys()].reduce((most, { length }) => Math.max(most, length), 0);
  LONGEST.set(names, known);
  return known;
}

const LONGEST = new WeakMap<Names, number>();
const BEGINNINGS = new WeakMap<Names, ReadonlySet<string>>();

/** What the ends of names begin with, two letters each: most of a text begins none of them. */
export function tailBeginnings(names: Names): ReadonlySet<string> {
  const known = BEGINNINGS.get(names) ?? new Set([...tailsOf(names).keys()].map((tail) => tail.slice(0, 2)));
  BEGINNINGS.set(names, known);
  return known;
}

function tailsIn({ known }: Names): ReadonlyMap<string, readonly Head[]> {
  const tails = new Map<string, Head[]>();
  for (const [key, thing] of known) {
    if (thing.kind !== "indicators") continue;
    for (let at = 1; key.length - at >= SHORTEST_TAIL; at += 1) {
      const heads = tails.get(key.slice(at)) ?? [];
      heads.push({ head: key.slice(0, at), thing });
      tails.set(key.slice(at), heads);
    }
  }
  return tails;
}
