import { ISSUES, type IssueCode, type IssueDefinition, type Severity } from "./issue-table.js";

export type { IssueCode, Severity };

/** Where a finding stands: file:line:column for text, file, sheet and cell for workbooks. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
  sheet?: string;
  cell?: string;
}

/** A finding as data: its wording and severity come from the issue table. */
export interface Issue {
  code: IssueCode;
  severity: Severity;
  message: string;
  /** What to do next; "" where the message already says it. */
  hint: string;
  where: Place | null;
  /** Lines of the user's own file around the place, already aligned; "" for workbooks. */
  frame: string;
}

type Arguments<C extends IssueCode> = (typeof ISSUES)[C] extends IssueDefinition<infer A> ? A : never;

/** Makes the finding `code`, worded from `args`, at `where`. */
export function issue<C extends IssueCode>(
  code: C,
  where: Place | null,
  args: Arguments<C>,
  frame = "",
): Issue {
  const definition = ISSUES[code] as IssueDefinition<Arguments<C>>;
  return {
    code,
    severity: definition.severity,
    message: definition.message(args),
    hint: definition.hint?.(args) ?? "",
    where,
    frame,
  };
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some((each) => each.severity === "error");
}
