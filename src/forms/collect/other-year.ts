import { figureKey } from "../../data/ledger/entry.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { FolderSeries } from "./echo.js";
import type { Returned } from "./returned.js";
import { yearsContradict } from "./years-said.js";

/** Returned workbooks, told apart by the year that is being collected. */
export interface OfYear {
  taken: readonly Returned[];
  issues: readonly Issue[];
  /** The year that forms of another one should have been of; null where none is. */
  meant: number | null;
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
  /** Who reported something, by form year. */
  reporters: ReadonlyMap<number, ReadonlySet<string>>;
}

/** The years of forms that come together and are none of those before, told apart from the one that is meant. */
interface Mixed {
  years: readonly number[];
  /** The year that is due, where one of them is of it; null where nothing says which is meant. */
  meant: number | null;
}

/** Forms of several years in one run, of which the user names none: null for forms of one year. */
function mixedYears(returned: readonly Returned[], { due, named }: Season, known: Known): Mixed | null {
  const fresh = returned.filter(
    (each) => each.isForm && each.formYear > 0 && !known.collected.has(each.content.sha256),
  );
  const years = [...new Set(fresh.map(({ formYear }) => formYear))].sort((a, b) => a - b);
  if (named || years.length < 2) return null;
  return { years, meant: due !== null && years.includes(due) ? due : null };
}

/**
 * Forms of which nothing is taken: those that contradict themselves, and those of another year than the one that is
 * being collected, which the user names or of which the record has figures already: last
 * year's form sent back, with last year's figures or with this year's. Nobody can tell which, so that none of it is
 * taken; who means it says so by the year. Of forms of several years in one run those of the year that is due are taken,
 * and none where none is of it. A workbook that was collected before has nothing new in it: where its reporter has a
 * form of the year, it merely lies there; else it may have come for that form, and that is told.
 */
export function ofYear(returned: readonly Returned[], season: Season, known: Known): OfYear {
  const { year, due, named } = season;
  const mixed = mixedYears(returned, season, known);
  const told = returned
    .filter((each) => !liesThere(each))
    .map((each) => ({ each, issue: yearsContradict(each) ?? yearIssue(each) }));
  const isOther = told.some(({ issue: found }) => found?.code === "ledger/other-year");
  function liesThere({ isForm, formYear, content, reporter }: Returned): boolean {
    const wanted = mixed?.meant ?? year;
    if (!isForm || formYear <= 0 || formYear === wanted || !known.collected.has(content.sha256)) return false;
    const isAtHand = returned.some((each) => each.reporter === reporter && each.formYear === wanted);
    return isAtHand || known.reporters.get(wanted)?.has(reporter) === true;
  }
  function yearIssue(each: Returned): Issue | null {
    const { isForm, formYear, content } = each;
    const where = { file: content.name };
    const isMixed =
      isForm && mixed !== null && mixed.meant !== formYear && !known.collected.has(content.sha256);
    if (isMixed && formYear > 0)
      return mixed.meant === null
        ? issue("ledger/years-mixed", where, { of: formYear, years: mixed.years })
        : issue("ledger/other-year", where, { of: formYear, year: mixed.meant });
    if (!isForm || formYear <= 0 || !(named || isKnown(each, known))) return null;
    if (formYear !== year)
      return known.collected.has(content.sha256)
        ? issue("ledger/collected-before", where, { of: formYear, year })
        : issue("ledger/other-year", where, { of: formYear, year });
    if (due === null || formYear >= due) return null;
    return known.collected.has(content.sha256)
      ? issue("ledger/collected-before", where, { of: formYear, year: due })
      : issue("ledger/other-year", where, { of: formYear, year: due });
  }
  return {
    taken: told.flatMap(({ each, issue: found }) => (found?.severity === "error" ? [] : [each])),
    issues: told.flatMap(({ issue: found }) => found ?? []),
    meant: isOther ? (mixed?.meant ?? Math.max(year, due ?? 0)) : null,
  };
}

function isKnown({ entries, formYear }: Returned, { keys, folder }: Known): boolean {
  return entries.some(
    (line) =>
      line.year === formYear &&
      (keys.has(figureKey(line)) || folder[line.id]?.some((each) => each.year === line.year)),
  );
}
