import { issue, type Issue } from "../issues/issue.js";

/** Nobody mends more in one go; a file that is something else altogether would have thousands. */
const MOST = 200;

/** As many items as are told, in their order: errors before others, because they stop the report. */
export function gravest<T>(items: readonly T[], isError: (item: T) => boolean): T[] {
  if (items.length <= MOST) return [...items];
  const errorsFirst = new Set([...items.filter(isError), ...items]);
  const chosen = new Set([...errorsFirst].slice(0, MOST));
  return items.filter((each) => chosen.has(each));
}

/** The finding that says how many of a file's findings are not told; none where all are. */
export function leftOut(file: string, told: number, all: number): Issue[] {
  return told === all ? [] : [issue("narrative/too-many", { file }, { told, left: all - told })];
}

/** The findings of one file, as many as are told, and how many are not. */
export function bounded(file: string, issues: readonly Issue[]): Issue[] {
  const told = gravest(issues, ({ severity }) => severity === "error");
  return [...told, ...leftOut(file, told.length, issues.length)];
}
