/* Made-up districts, the same for the same seed. */

/** Numbers between 0 and 1 as if by chance: T. Ettinger's mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of `base` there are, each with the probability `rate`. */
export function counted(base: number, rate: number, random: () => number): number {
  let count = 0;
  for (let each = 0; each < base; each++) if (random() < rate) count += 1;
  return count;
}

/** The same for many, by the normal curve where that is near enough. */
export function shareCounted(base: number, rate: number, random: () => number): number {
  const spread = base * rate * (1 - rate);
  if (spread < 50) return counted(base, rate, random);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(base * rate + normal * Math.sqrt(spread));
}

/** How many events there are where `base` × `rate` are expected: waiting times are added up. */
export function poissonCounted(base: number, rate: number, random: () => number): number {
  let [count, waited] = [0, -Math.log(1 - random())];
  while (waited < base * rate) {
    count += 1;
    waited -= Math.log(1 - random());
  }
  return count;
}
