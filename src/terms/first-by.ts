/** Those of the items whose key none before them has. */
export function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const before = seen.size;
    return seen.add(keyOf(item)).size > before;
  });
}
