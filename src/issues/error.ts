import { plainText } from "../terms/plain-text.js";
import type { Issue } from "./issue.js";

declare const named: unique symbol;

/** A number that has its name in EXIT: the compiler takes no bare 2. */
type Named<N extends number> = N & { readonly [named]: true };

function code<N extends number>(value: N): Named<N> {
  return value as Named<N>;
}

/** Exit codes other programs rely on. */
export const EXIT = { done: code(0), findings: code(1), usage: code(2), noBrowser: code(3), bug: code(70) };
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
export type FailureCode = (typeof EXIT)["findings" | "usage" | "noBrowser"];

/**
 * An expected failure: bad input, wrong usage, no browser. Its message is Chinese, for the user,
 * and is printed without a stack; `hint` says what to do next. Anything else that is thrown is a bug.
 */
export class ReportError extends Error {
  override readonly name = "ReportError";
  constructor(
    message: string,
    readonly exitCode: FailureCode,
    hint = "",
    readonly issues: readonly Issue[] = [],
  ) {
    // Paths, what a browser wrote, who holds a lock: names from outside stand in it.
    super(plainText(message));
    this.hint = plainText(hint);
  }
  readonly hint: string;
}
