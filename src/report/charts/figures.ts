import { chineseNumber } from "../words/wording.js";

/** What is drawn in one figure, and what that is called. */
export interface Figure<T> {
  items: readonly T[];
  id: string;
  title: string;
}

/**
 * What one figure would be too high for is shared evenly among several, each whole on its page and with a caption of
 * its own: …（一）, …（二）.
 */
export function figuresOf<T>(
  items: readonly T[],
  most: number,
  { id, title }: { id: string; title: string },
): Figure<T>[] {
  const lists = evenly(items, Math.ceil(items.length / most));
  if (lists.length === 1) return [{ items, id, title }];
  return lists.map((own, at) => ({
    items: own,
    id: `${id}-${at + 1}`,
    title: `${title}（${chineseNumber(at + 1)}）`,
  }));
}

/** In their order, into so many lists of which the first are at most one longer. */
function evenly<T>(items: readonly T[], count: number): T[][] {
  const [size, longer] = [Math.floor(items.length / count), items.length % count];
  return Array.from({ length: count }, (_, at) => {
    const start = at * size + Math.min(at, longer);
    return items.slice(start, start + size + (at < longer ? 1 : 0));
  });
}
