/**
 * Middles of pieces of these lengths as near as possible to where they are wanted, in order, `gap` apart,
 * between two bounds. Pieces too many for the room begin at the lower bound and run over.
 */
export function spread(
  pieces: readonly { at: number; length: number }[],
  low: number,
  high: number,
  gap: number,
): number[] {
  let free = low;
  const forward = pieces.map(({ at, length }) => {
    const middle = Math.max(at, free + length / 2);
    free = middle + length / 2 + gap;
    return middle;
  });
  let limit = high;
  const backward = [...forward].reverse().map((middle, at) => {
    const length = pieces[pieces.length - 1 - at]?.length ?? 0;
    const moved = Math.min(middle, limit - length / 2);
    limit = moved - length / 2 - gap;
    return moved;
  });
  const middles = backward.reverse();
  const first = (middles[0] ?? low) - (pieces[0]?.length ?? 0) / 2;
  return first < low ? forward : middles;
}
