import { groupBy } from "./group-by.js";

/** Hands out the items under a key, the first of them first and each of them once. */
export function waiting<T>(items: readonly T[], keyOf: (item: T) => string): (key: string) => T | undefined {
  const queues = new Map([...groupBy(items, keyOf)].map(([key, own]) => [key, own.values()] as const));
  return (key) => queues.get(key)?.next().value;
}
