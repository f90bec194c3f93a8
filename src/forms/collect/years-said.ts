import { FORM_TITLE } from "../../data/form-words.js";
import { isAccount } from "../../data/ledger/entry.js";
import { yearsNamed } from "../../data/sheet/years.js";
import { issue, type Issue } from "../../issues/issue.js";
import { groupBy } from "../../terms/group-by.js";
import type { Returned } from "./returned.js";

/** A year that a sheet of a form says it is of. */
interface YearSaid {
  /** The sheet's name. */
  table: string;
  year: number;
}

/**
 * A form says its year on every sheet: over its tables and in the rows of projects and measures. Where they contradict
 * one another somebody has changed one of them, and nobody can tell whose year the figures are of.
 */
export function yearsContradict({ isForm, content, entries }: Returned): Issue | null {
  if (!isForm) return null;
  const said = [...titleYears(content), ...rowYears(entries)];
  if (new Set(said.map(({ year }) => year)).size < 2) return null;
  const told = new Map(said.map((each) => [`${each.table}\n${each.year}`, each]));
  return issue("ledger/years-contradict", { file: content.name }, { said: [...told.values()] });
}

function titleYears({ sheets }: Returned["content"]): YearSaid[] {
  return sheets.flatMap(({ name, rows }) => {
    const cells = rows.flatMap((row) => row.cells);
    const title = cells.find(({ display }) => display.includes(FORM_TITLE))?.display ?? "";
    const [year, other] = yearsNamed(title);
    return year === undefined || other !== undefined ? [] : [{ table: name, year }];
  });
}

/** Of rows of several years on one sheet those of before are history, and say nothing of the form. */
function rowYears(entries: Returned["entries"]): YearSaid[] {
  const sheets = groupBy(
    entries.filter(({ kind }) => isAccount(kind)),
    ({ source }) => source.sheet,
  );
  return [...sheets].flatMap(([table, rows]) => {
    const [year, other] = new Set(rows.map((each) => each.year));
    return year === undefined || other !== undefined ? [] : [{ table, year }];
  });
}
