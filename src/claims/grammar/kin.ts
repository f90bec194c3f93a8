import type { Names, OfIndicators } from "./names.js";

/** Another row's name, and which of its letters a name beside it does not share. */
export interface Kin {
  key: string;
  thing: OfIndicators;
  /** What comes before is how both begin, what comes from `to` on is how both end. */
  from: number;
  to: number;
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
  const own = [...known].filter(([, each]) => each.kind === "indicators" && each.name === name);
  return [...known].flatMap(([key, thing]) => {
    if (thing.kind !== "indicators" || thing.options.length > 1) return [];
    // Of 城乡…覆盖率, which is two rows, either is a name beside it.
    if (options.length === 1 && thing.options.some((each) => options.includes(each))) return [];
    const all = own.map(([mine]) => parted(mine, key));
    const [best] = all.sort((a, b) => a.to - a.from - (b.to - b.from));
    if (best === undefined || best.to <= best.from || key.length - (best.to - best.from) < LEAST_SHARED)
      return [];
    return [{ key, thing, ...best }];
  });
}

/** Where two names go apart, seen from the other one. */
function parted(mine: string, other: string): { from: number; to: number } {
  let from = 0;
  while (from < other.length && mine[from] === other[from]) from += 1;
  let end = 0;
  while (end < other.length - from && end < mine.length && mine.at(-1 - end) === other.at(-1 - end)) end += 1;
  return { from, to: other.length - end };
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
