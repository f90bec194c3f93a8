/**
 * A table that is asked for words from outside: it answers for those it holds and for no other. An object as it is
 * written down answers for `constructor` and `toString`, too, which stand in cells and plans if somebody puts
 * them there.
 */
export function tableOf<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
