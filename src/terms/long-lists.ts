/**
 * Lists as long as some file makes them: a call takes a hundred thousand arguments or so, and ends the program at
 * more. What Math.max and push would take as arguments is taken here one by one.
 */

/** The largest of the numbers and of `least`; -Infinity where there is neither. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const each of numbers) most = Math.max(most, each);
  return most;
}

/** The smallest of the numbers and of `most`; Infinity where there is neither. */
export function smallest(numbers: Iterable<number>, most = Infinity): number {
  let least = most;
  for (const each of numbers) least = Math.min(least, each);
  return least;
}

/** Puts `more` behind what `list` has. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}
