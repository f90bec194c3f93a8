import type { Issue, IssueCode } from "../../../src/issues/issue.js";
import { book, codesOf, read, sheet, type Written } from "../book.js";

/** The findings on one row's figures of 2020, 2021, …, from B2 on. */
export function findingsOf(id: string, ...values: Written[]): string[] {
  return codesOf({ issues: [...issuesOf(id, values)] });
}

/** Those that doubt a figure, with how bad they are: "error data/magnitude G2". */
export function doubtsOf(id: string, ...values: Written[]): string[] {
  return issuesOf(id, values)
    .filter(({ code, severity }) => severity !== "note" && !OTHERS.includes(code))
    .map(({ code, severity, where }) => `${severity} ${code} ${where?.cell}`);
}

const OTHERS: readonly IssueCode[] = ["data/baseline-differs", "data/flat-series"];

export function findingOn(code: IssueCode, id: string, ...values: Written[]): Issue | undefined {
  return issuesOf(id, values).find((issue) => issue.code === code);
}

function issuesOf(id: string, values: readonly Written[]): readonly Issue[] {
  const head = ["编号", ...values.map((_value, index) => `${2020 + index}年`)];
  return read(book("a.xlsx", sheet("数据", [head, [id, ...values]]))).issues;
}
