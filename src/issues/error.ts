import type { Issue } from "./issue.js";

/** Exit codes other programs rely on. */
export const EXIT = { done: 0, findings: 1, usage: 2, noBrowser: 3, bug: 70 } as const;
export type FailureCode = 1 | 2 | 3;

/**
 * An expected failure: bad input, wrong usage, no browser. Its message is Chinese, for the user,
 * and is printed without a stack; `hint` says what to do next. Anything else that is thrown is a bug.
 */
export class ReportError extends Error {
  override readonly name = "ReportError";
  constructor(
    message: string,
    readonly exitCode: FailureCode,
    readonly hint: string = "",
    readonly issues: readonly Issue[] = [],
  ) {
    super(message);
  }
}
