import { figureKey } from "../../data/ledger/entry.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { FolderSeries } from "./echo.js";
import type { Returned } from "./returned.js";
import { yearsContradict } from "./years-said.js";

/** Returned workbooks, told apart by the year that is being collected. */
export interface OfYear {
  taken: readonly Returned[];
  issues: readonly Issue[];
}

/** Which year is being collected. */
export interface Season {
  /** The year that the user names, else the latest that anything speaks of. */
  year: number;
  /** The year that is due by the calendar where the user names none; else null. */
  due: number | null;
  /** Whether the user names it: then no form of another year is meant. */
  named: boolean;
}

/** In what comes of a year's work the figures are asked for in the year after. `time` is ISO 8601. */
export function yearDue(time: string): number {
  return Number(time.slice(0, 4)) - 1;
}

/** What is known before the run. */
interface Known {
  /** By `figureKey`. */
  keys: ReadonlySet<string>;
  folder: FolderSeries;
  /** SHA-256 of the workbooks that were collected. */
  collected: ReadonlySet<string>;
}

/**
 * Forms of which nothing is taken: those that contradict themselves, and those of another year than the one that is
 * being collected, which the user names or of which the record has figures already: last
 * year's form sent back, with last year's figures or with this year's. Nobody can tell which, so that none of it is
 * taken; who means it says so by the year. A workbook that was collected before has nothing new in it: of an earlier
 * year than the one that is due it may have come for the form of this one, and that is told.
 */
export function ofYear(returned: readonly Returned[], { year, due, named }: Season, known: Known): OfYear {
  const told = returned.map((each) => ({ each, issue: yearsContradict(each) ?? yearIssue(each) }));
  function yearIssue(each: Returned): Issue | null {
    const { isForm, formYear, content } = each;
    if (!isForm || formYear <= 0 || !(named || isKnown(each, known))) return null;
    const where = { file: content.name };
    if (formYear !== year) return issue("ledger/other-year", where, { of: formYear, year });
    if (due === null || formYear >= due) return null;
    return known.collected.has(content.sha256)
      ? issue("ledger/collected-before", where, { of: formYear, year: due })
      : issue("ledger/other-year", where, { of: formYear, year: due });
  }
  return {
    taken: told.flatMap(({ each, issue: found }) => (found?.severity === "error" ? [] : [each])),
    issues: told.flatMap(({ issue: found }) => found ?? []),
  };
}

function isKnown({ entries, formYear }: Returned, { keys, folder }: Known): boolean {
  return entries.some(
    (line) =>
      line.year === formYear &&
      (keys.has(figureKey(line)) || folder[line.id]?.some((each) => each.year === line.year)),
  );
}
