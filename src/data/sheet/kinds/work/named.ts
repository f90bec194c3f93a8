import { issue, type Issue } from "../../../../issues/issue.js";
import type { Plan } from "../../../../plan/plan.js";
import { nearest } from "../../../../terms/nearest.js";
import type { Fate } from "../../../coverage/fate.js";
import { isFigure } from "../../../coverage/figures.js";
import { sourceAt } from "../../../settle/place.js";
import type { Role } from "../../head/words.js";
import { codedIn } from "../../match/match.js";
import { nameKey } from "../../normalise.js";
import type { SheetContext } from "../../reading.js";
import { columnOf } from "../../table/table.js";

type Source = ReturnType<typeof sourceAt>;

/** What a line names, or the finding that says why nothing is. */
export type Found<T> = { found: T; doubts: (where: Source) => Issue[] } | { issue: (where: Source) => Issue };

/** What lines of one kind may name: the plans' projects, or their measures. */
interface Nameable<T, Entry> {
  byId: ReadonlyMap<string, T>;
  byKey: ReadonlyMap<string, readonly Entry[]>;
  of: (entry: Entry) => T;
  nameOf: (each: T) => string;
  /** What a name means that several of them have: the first, or none of them. */
  ofEqual: "first" | "none";
  unknown: "data/unknown-project" | "data/unknown-measure";
}

/** What a line names by its code, else by its name, the sheet's plan breaking ties; both must agree. */
export function byCodeOrName<T extends { id: string }, Entry extends { plan: Plan }>(
  { plan }: SheetContext,
  { row, code, name }: { row: number; code: string; name: string },
  { byId, byKey, of, nameOf, ofEqual, unknown }: Nameable<T, Entry>,
): Found<T> {
  const coded = codedIn(byId, code);
  const all = byKey.get(nameKey(name)) ?? [];
  const own = all.filter((each) => each.plan === plan);
  const named = (own.length > 0 ? own : all).map(of);
  const [first, second] = named;
  if (coded !== undefined && first !== undefined && !named.includes(coded)) {
    const args = { rows: [row], code, expected: nameOf(coded), name, other: first.id };
    return { issue: (where) => issue("data/code-contradicts-name", where, args) };
  }
  const found = coded ?? (ofEqual === "none" && second !== undefined ? undefined : first);
  if (found !== undefined) {
    const args = { rows: [row], code, name, expected: nameOf(found) };
    const isDoubtful = coded !== undefined && first === undefined && isUnlike(name, nameOf(found));
    return { found, doubts: (where) => (isDoubtful ? [issue("data/code-unlike-name", where, args)] : []) };
  }
  const [guess] = byKey.get(nearest(nameKey(name), [...byKey.keys()]) ?? "") ?? [];
  const args = { row, name: name || code, nearest: guess === undefined ? null : nameOf(of(guess)) };
  return { issue: (where) => issue(unknown, where, args) };
}

/** Fewer letters in common than half of the shorter name's make it another's. */
const LEAST_ALIKE = 0.5;

function isUnlike(name: string, expected: string): boolean {
  const [written, known] = [nameKey(name), nameKey(expected)];
  if (written === "" || known.includes(written) || written.includes(known)) return false;
  const common = [...new Set(written)].filter((letter) => known.includes(letter)).length;
  return common < Math.min(new Set(written).size, new Set(known).size) * LEAST_ALIKE;
}

/** What becomes of the figures of a line in the columns of these roles. */
export function figuresIn(
  context: SheetContext,
  row: number,
  roles: readonly Role[],
  fate: (source: Source) => Fate,
): Fate[] {
  return roles.flatMap((role) => {
    const column = columnOf(context.table, role);
    const cell = column === null ? null : context.grid.cell(row, column);
    return column === null || cell === null || !isFigure(cell) ? [] : [fate(sourceAt(context, row, column))];
  });
}
