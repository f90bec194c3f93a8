/** A place where two lists differ: what stands there in each. */
export interface Gap<T> {
  before: readonly T[];
  after: readonly T[];
}

/** A table of all pairs beyond this would take more memory than a comparison is worth. */
const MOST_PAIRS = 4_000_000;

/** A stretch of two lists that is the same in both, or a gap. */
export interface Stretch<T> extends Gap<T> {
  same: boolean;
}

/** From where to where it goes in both lists. */
interface Reach {
  same: boolean;
  from: readonly [number, number];
  to: readonly [number, number];
}

/** Where `after` differs from `before`, in order: what lies between the items that both have in common. */
export function gapsBetween<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): Gap<T>[] {
  return stretchesBetween(before, after, key)
    .filter(({ same }) => !same)
    .map((gap) => ({ before: gap.before, after: gap.after }));
}

/** Both lists through, in order: what they have in common, and the gaps between. */
export function stretchesBetween<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  mostPairs = MOST_PAIRS,
): Stretch<T>[] {
  const [a, b] = [before.map(key), after.map(key)];
  const start = common(a, b, (list, at) => list[at]);
  const end = common(a.slice(start), b.slice(start), (list, at) => list[list.length - 1 - at]);
  const [inner, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const shared = commonPlaces(inner, other, mostPairs);
  const reaches: Reach[] = [];
  const add = (same: boolean, from: Reach["from"], to: Reach["to"]) => {
    if (from[0] === to[0] && from[1] === to[1]) return;
    const last = reaches.at(-1);
    if (last?.same === same) last.to = to;
    else reaches.push({ same, from, to });
  };
  add(true, [0, 0], [start, start]);
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...shared, [inner.length, other.length] as const]) {
    add(false, [start + i, start + j], [start + nextI, start + nextJ]);
    if (nextI < inner.length && nextJ < other.length) {
      add(true, [start + nextI, start + nextJ], [start + nextI + 1, start + nextJ + 1]);
    }
    [i, j] = [nextI + 1, nextJ + 1];
  }
  add(true, [a.length - end, b.length - end], [a.length, b.length]);
  return reaches.map(({ same, from, to }) => ({
    same,
    before: before.slice(from[0], to[0]),
    after: after.slice(from[1], to[1]),
  }));
}

/** How many items from one end are the same in both. */
function common(
  a: readonly string[],
  b: readonly string[],
  at: (list: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && at(a, count) === at(b, count)) count += 1;
  return count;
}

/**
 * Places that two lists have in common, in order. Long ones are held together first by what stands once in each (B. Cohen's
 * patience diff): a report amended on its first page and its last has thousands of lines between them.
 */
function commonPlaces(a: readonly string[], b: readonly string[], mostPairs: number): [number, number][] {
  if (a.length * b.length <= mostPairs) return longestCommon(a, b);
  const held = rising(sharedOnce(a, b));
  const places: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...held, [a.length, b.length] as const]) {
    const [one, other] = [a.slice(i, nextI), b.slice(j, nextJ)];
    // Where nothing holds it together, a stretch that is still too long is taken for different.
    const within = one.length * other.length > mostPairs ? [] : longestCommon(one, other);
    for (const [atI, atJ] of within) places.push([i + atI, j + atJ]);
    if (nextI < a.length && nextJ < b.length) places.push([nextI, nextJ]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return places;
}

/** Where what stands once in each list stands, in the order of the first. */
function sharedOnce(a: readonly string[], b: readonly string[]): [number, number][] {
  const [once, other] = [placesOfOnce(a), placesOfOnce(b)];
  return [...once].flatMap(([text, i]): [number, number][] => {
    const j = other.get(text);
    return j === undefined ? [] : [[i, j]];
  });
}

function placesOfOnce(list: readonly string[]): Map<string, number> {
  const [once, again] = [new Map<string, number>(), new Set<string>()];
  list.forEach((text, at) => {
    if (once.has(text)) again.add(text);
    else once.set(text, at);
  });
  for (const text of again) once.delete(text);
  return once;
}

/** The longest run of pairs whose second places rise as the first do, by patience sorting. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  /** The pair with the lowest second place that a run of so many can end with, and what stands before each pair. */
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, place], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const run: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

/** The places of a longest common subsequence, by the usual table of lengths. */
function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
