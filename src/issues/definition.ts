export type Severity = "error" | "warning" | "note";

/** What people call them, the worst first. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "提醒",
  note: "说明",
};

/** One kind of finding: how bad it is and how it is worded. Codes are stable; wording may change. */
export interface IssueDefinition<A> {
  severity: Severity;
  message: (args: A) => string;
  hint?: (args: A) => string;
}

/** An entry of the table of findings: its arguments are typed, so that no message is made without them. */
export function define<A>(
  severity: Severity,
  message: (args: A) => string,
  hint?: (args: A) => string,
): IssueDefinition<A> {
  return hint ? { severity, message, hint } : { severity, message };
}
