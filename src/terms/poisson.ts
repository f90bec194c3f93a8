/** Bounds as floating-point numbers: an interval is an estimate, no status is judged by its last digits. */
export interface Bounds {
  low: number;
  high: number;
}

/** What each tail of a 95 % interval leaves out. */
const TAIL = 0.025;

/**
 * Exact 95 % confidence interval of the mean of a Poisson count, e.g. 1 → 0.0253–5.572.
 * F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936) 437–442.
 */
export function poissonInterval(events: number): Bounds {
  // Generous ends for the search: the upper limit is near k + 2√k + 3.
  const far = events + 5 * Math.sqrt(events) + 10;
  const { atLeast, atMost } = poisson(events);
  return {
    low: events === 0 ? 0 : crossing(0, events, atLeast),
    high: crossing(events, far, atMost),
  };
}

/**
 * Exact 95 % confidence interval of the ratio of two Poisson means, from the counts `one` : `other`.
 * Given their sum, the first count is binomial with p = λ₁/(λ₁+λ₂) (J. Przyborowski, H. Wilenski,
 * Biometrika 31 (1940) 313–323); the limits of p (C. J. Clopper, E. S. Pearson, Biometrika 26 (1934)
 * 404–413) give those of λ₁/λ₂ = p/(1−p). `other` must not be 0: the ratio would have no upper limit.
 */
export function ratioInterval(one: number, other: number): Bounds {
  const all = one + other;
  const share = one / all;
  const { atLeast, atMost } = binomial(one, all);
  const low = one === 0 ? 0 : crossing(0, share, atLeast);
  const high = crossing(share, 1, atMost);
  return { low: low / (1 - low), high: high / (1 - high) };
}

/**
 * How likely chance alone gives a count as far on its own side of n·p, or farther: P(X ≤ k) below it, P(X ≥ k)
 * above, X binomial. Exact sums, as doubles.
 */
export function binomialTail(k: number, n: number, p: number): number {
  if (p <= 0 || p >= 1) return k === n * p ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const { atLeast, atMost } = binomial(k, n);
  return k < n * p ? atMost(p) : atLeast(p);
}

/**
 * Where a tail that rises or falls from `from` to `to` is what an interval leaves out, to the last digits: by the
 * chord of its logarithm, which is nearly straight, with the Illinois rule (M. Dowell, P. Jarratt, BIT 11 (1971)
 * 168–174), in some eight steps where halving takes fifty, each a sum of hundreds of terms.
 */
function crossing(from: number, to: number, tail: (x: number) => number): number {
  const above = (x: number): number => Math.log(tail(x) / TAIL);
  let [kept, last] = [from, to];
  let [keptAbove, lastAbove] = [above(kept), above(last)];
  for (let step = 0; step < 100; step++) {
    const chord = last - (lastAbove * (last - kept)) / (lastAbove - keptAbove);
    const inside = chord > Math.min(kept, last) && chord < Math.max(kept, last);
    // At the ends a tail is 0 or 1, and its logarithm no number: there it is halved.
    const next = inside ? chord : (kept + last) / 2;
    const nextAbove = above(next);
    if (Math.abs(nextAbove) < 1e-14 || next === last || next === kept) return next;
    if (nextAbove < 0 === lastAbove < 0) keptAbove /= 2;
    else [kept, keptAbove] = [last, lastAbove];
    [last, lastAbove] = [next, nextAbove];
  }
  return last;
}

/** P(X ≥ k) for means up to k, P(X ≤ k) for means from k on: the terms fall from the first one on. */
function poisson(k: number) {
  const ways = logFactorial(k);
  const term = (mean: number): number => Math.exp(k * Math.log(mean) - mean - ways);
  return {
    atLeast: (mean: number): number => fallingSum(term(mean), (step) => mean / (k + step)),
    atMost: (mean: number): number => fallingSum(term(mean), (step) => (k - step + 1) / mean),
  };
}

/** P(X ≥ k) of n trials for p up to k/n, P(X ≤ k) for p from k/n on. */
function binomial(k: number, n: number) {
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  const term = (p: number): number => Math.exp(ways + k * Math.log(p) + (n - k) * Math.log1p(-p));
  return {
    atLeast: (p: number): number => {
      const odds = p / (1 - p);
      return fallingSum(term(p), (step) => ((n - k - step + 1) / (k + step)) * odds);
    },
    atMost: (p: number): number => {
      const odds = p / (1 - p);
      return fallingSum(term(p), (step) => (k - step + 1) / (n - k + step) / odds);
    },
  };
}

/** first·(1 + r₁ + r₁r₂ + …) for ratios that fall below 1, as far as a double can tell. */
function fallingSum(first: number, ratio: (step: number) => number): number {
  let [sum, term] = [first, first];
  for (let step = 1; term > sum * Number.EPSILON; step++) {
    term *= ratio(step);
    sum += term;
  }
  return sum;
}

/** ln n!: multiplied out while that is exact, then Stirling's series, whose error is below 1e-15 from 20 on. */
function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1;
    for (let factor = 2; factor <= n; factor++) product *= factor;
    return Math.log(product);
  }
  const square = n * n;
  const series = (1 - (1 / 30 - (1 / 105 - 1 / (140 * square)) / square) / square) / (12 * n);
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
