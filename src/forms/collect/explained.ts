import { placesTold, type Issue, type IssueCode } from "../../issues/issue.js";
import { parseAddress } from "../../workbook/address.js";

/**
 * Findings that another of the same rows explains: that one says what to do, these only that something differs. Where a
 * figure stands under 上年数, its 分子 and 分母 have none beside them.
 */
const EXPLAINED: readonly { code: IssueCode; by: IssueCode }[] = [
  { code: "data/doubting-remarks", by: "ledger/previous-remarked" },
  { code: "data/fraction-without-value", by: "ledger/previous-held" },
];

/** The findings of a form without those that others of all their rows explain. */
export function withoutExplained(issues: readonly Issue[]): Issue[] {
  return EXPLAINED.reduce<Issue[]>(
    (left, { code, by }) => {
      const explained = new Set(left.filter((each) => each.code === by).flatMap(rowsOf));
      return left.filter((each) => each.code !== code || !rowsOf(each).every((row) => explained.has(row)));
    },
    [...issues],
  );
}

/** The rows of a finding's cells. */
function rowsOf(found: Issue): string[] {
  return placesTold(found).map(({ file, sheet, cell = "" }) =>
    [file, sheet, parseAddress(cell)?.row].join("\n"),
  );
}
