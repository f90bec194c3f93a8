import { issue, type Issue } from "../issues/issue.js";
import { gravestFirst } from "../issues/order.js";

/** Nobody mends more in one go; a file that is something else altogether would have thousands. */
const MOST = 200;

/** As many items of a text as are told, in their order: those with the gravest findings. */
export function gravest<T>(items: readonly T[], issueOf: (item: T) => Issue): T[] {
  if (items.length <= MOST) return [...items];
  const issues = items.map(issueOf);
  const chosen = new Set(gravestFirst(issues).slice(0, MOST));
  return items.filter((_, index) => chosen.has(issues[index] as Issue));
}

/** The finding that says how many of a file's findings are not told; none where all are. */
export function leftOut(file: string, told: number, all: number): Issue[] {
  return told === all ? [] : [issue("narrative/too-many", { file }, { told, left: all - told })];
}

/** The findings of one file, as many as are told, and how many are not. */
export function bounded(file: string, issues: readonly Issue[]): Issue[] {
  const told = gravest(issues, (each) => each);
  return [...told, ...leftOut(file, told.length, issues.length)];
}
