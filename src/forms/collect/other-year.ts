import { figureKey } from "../../data/ledger/entry.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { FolderSeries } from "./echo.js";
import type { Returned } from "./returned.js";

/** Returned workbooks, told apart by the year that is being collected. */
export interface OfYear {
  taken: readonly Returned[];
  issues: readonly Issue[];
}

/**
 * Forms of another year than the one that is being collected, of which the record has figures already: last
 * year's form sent back, with last year's figures or with this year's. Nobody can tell which, so that none of it is
 * taken; who means it says so by the year.
 */
export function ofYear(
  returned: readonly Returned[],
  year: number,
  { keys, folder }: { keys: ReadonlySet<string>; folder: FolderSeries },
): OfYear {
  const isKnown = ({ entries, formYear }: Returned): boolean =>
    entries.some(
      (line) =>
        line.year === formYear &&
        (keys.has(figureKey(line)) || folder[line.id]?.some((each) => each.year === line.year)),
    );
  const isOther = (each: Returned): boolean =>
    each.isForm && each.formYear > 0 && each.formYear !== year && isKnown(each);
  return {
    taken: returned.filter((each) => !isOther(each)),
    issues: returned
      .filter(isOther)
      .map(({ content, formYear }) =>
        issue("ledger/other-year", { file: content.name }, { of: formYear, year }),
      ),
  };
}
