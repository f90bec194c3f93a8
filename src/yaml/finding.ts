import { issue, type Issue, type IssueCode, type Place } from "../issues/issue.js";

/** Steps from the top of a plan file to a value: ["rows", 3, "target", "value"]. */
export type Path = readonly (string | number)[];

/** An issue that knows its place in the file's structure, not yet in its lines. */
export interface Finding {
  path: Path;
  /** Whether the caret goes under the key itself or under its value. */
  under: "key" | "value";
  /** The issue, once line and column are known. */
  at(where: Place, frame: string): Issue;
}

/** Makes a finding about the value (or, with `under`, the key) at `path`. */
export function finding<C extends IssueCode>(
  code: C,
  path: Path,
  args: Parameters<typeof issue<C>>[2],
  under: Finding["under"] = "value",
): Finding {
  return { path, under, at: (where, frame) => issue(code, where, args, frame) };
}
