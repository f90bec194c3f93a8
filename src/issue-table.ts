export type Severity = "error" | "warning" | "note";

/** One kind of finding: how bad it is and how it is worded. Codes are stable; wording may change. */
export interface IssueDefinition<A> {
  severity: Severity;
  message: (args: A) => string;
  hint?: (args: A) => string;
}

function define<A>(
  severity: Severity,
  message: (args: A) => string,
  hint?: (args: A) => string,
): IssueDefinition<A> {
  return hint ? { severity, message, hint } : { severity, message };
}

/**
 * The table of codes and severities. Error: the figure is refused and no report is printed (except
 * as 初稿 with --draft). Warning: the figure stands, a person should look. Note: what the reader did
 * to a cell beyond reading a number.
 */
export const ISSUES = {
  "plan/unknown-key": define<{ key: string; nearest: string | null }>(
    "error",
    ({ key }) => `不认识的键“${key}”`,
    ({ nearest }) =>
      nearest === null ? "请删除该键，或对照 report schema 的说明" : `是否要写“${nearest}”？`,
  ),
} as const;

export type IssueCode = keyof typeof ISSUES;
