import { issue, type Place } from "../../../issues/issue.js";
import type { Entry } from "../../catalogue.js";
import { groupBy } from "../../../terms/group-by.js";
import { matchRow, nearestName, type Match } from "../match.js";
import { sourceAt } from "../../settle/place.js";
import { NOTHING, joined, onlyIssues, type Reading, type SheetContext } from "../reading.js";
import { columnOf, textIn } from "../table.js";

/** What a kind reads from a row once it is known whose it is. */
export type RowReader = (row: number, entry: Entry) => Reading;

interface MatchedRow {
  row: number;
  /** The row's name as it stands, the part's name of a compound row. */
  name: string;
  code: string;
  where: Place;
  match: Match;
}

/**
 * Reads the rows of a table that report our indicators. `filled` says whether a row holds figures at
 * all: one that does not is a section head or a note, and nobody is told of it.
 */
export function readIndicatorRows(
  context: SheetContext,
  filled: (row: number) => boolean,
  read: RowReader,
): Reading {
  const rows = matchRows(context);
  const readings = rows.map((each) => readRow(context, each, filled(each.row), read));
  const foreign = rows.filter(({ row, match }) => match.type === "foreign" && filled(row));
  const matched = rows.some(({ match }) => match.type === "matched");
  return joined([...readings, matched ? lookAlikes(context, foreign) : noRows(context, foreign)]);
}

function matchRows(context: SheetContext): MatchedRow[] {
  const { catalogue, grid, table, plan } = context;
  const nameColumns = table.columns.filter(({ heading }) => heading.role === "name");
  const codeColumn = columnOf(table, "code") ?? nameColumns[0]?.column ?? 1;
  let above: Entry | null = null;
  return table.body.map((row) => {
    const names = nameColumns
      .map(({ column }) => grid.text(row, column))
      .filter((name, index, all) => name !== "" && name !== all[index - 1]);
    const code = textIn(grid, table, row, "code");
    const number = textIn(grid, table, row, "number");
    const match = matchRow(catalogue, { code, number, names, plan, above });
    if (match.type === "matched") above = match.entry;
    return { row, name: names.at(-1) ?? "", code, where: sourceAt(context, row, codeColumn), match };
  });
}

function readRow(context: SheetContext, found: MatchedRow, filled: boolean, read: RowReader): Reading {
  const { row, match } = found;
  if (match.type === "matched") {
    if (match.entry.compound) return filled ? compoundValue(context, found, match.entry) : NOTHING;
    return joined([
      match.doubt === null ? NOTHING : codeUnlikeName(found, match.entry),
      read(row, match.entry),
    ]);
  }
  if (!filled || match.type === "foreign") return NOTHING;
  return unmatched(found, match, read);
}

function unmatched(
  { row, name, code, where }: MatchedRow,
  match: Exclude<Match, { type: "matched" | "foreign" }>,
  read: RowReader,
): Reading {
  switch (match.type) {
    case "contradiction": {
      const { entry, named } = match;
      const args = { code, expected: entry.indicator.name, name, other: named.indicator.id };
      return joined([
        onlyIssues(issue("data/code-contradicts-name", where, args)),
        refused(read(row, entry)),
      ]);
    }
    case "ambiguous":
      return onlyIssues(
        issue("data/ambiguous-name", where, {
          name,
          candidates: match.candidates.map(({ indicator }) => indicator.id),
        }),
      );
    case "unknownCode":
      return onlyIssues(issue("data/unknown-code", where, { code, nearest: match.nearest }));
  }
}

/** The figures of a row whose owner is in dispute enter no series. */
function refused(reading: Reading): Reading {
  const gaps = reading.observations.map(({ indicator, year, display, source, remark }) => ({
    indicator,
    year,
    display,
    source,
    remark,
    reason: "refused" as const,
    statedReason: "",
  }));
  return { ...NOTHING, gaps };
}

function codeUnlikeName({ code, name, where }: MatchedRow, { indicator }: Entry): Reading {
  return onlyIssues(issue("data/code-unlike-name", where, { code, name, expected: indicator.name }));
}

function compoundValue({ catalogue }: SheetContext, { where }: MatchedRow, entry: Entry): Reading {
  const parts = catalogue.entries.filter(
    (each) => each.row === entry.row && each.judged !== null && each !== entry,
  );
  return onlyIssues(
    issue("data/compound-value", where, {
      name: entry.indicator.name,
      parts: parts.map(({ indicator }) => `${indicator.id} ${indicator.name}`),
    }),
  );
}

/** More names than this in one warning are read by nobody. */
const MOST_NAMES = 10;
/** A bureau's table holds some hundred foreign names; comparing tens of thousands would take minutes. */
const MOST_COMPARED = 1000;

/** One warning a sheet for the names that look like ours; the hundred others of a bureau's table are no news. */
function lookAlikes({ file, sheet, catalogue }: SheetContext, foreign: readonly MatchedRow[]): Reading {
  const distinct = [...groupBy(foreign, ({ name }) => name).values()].flatMap(([first]) => first ?? []);
  const close = distinct.slice(0, MOST_COMPARED).flatMap(({ name, where }) => {
    const nearest = nearestName(catalogue, name);
    return nearest === null ? [] : [{ name, cell: where.cell ?? "", nearest }];
  });
  if (close.length === 0) return NOTHING;
  const args = { count: foreign.length, close: close.slice(0, MOST_NAMES), more: close.length > MOST_NAMES };
  return onlyIssues(issue("data/unmatched-names", { file, sheet }, args));
}

function noRows(context: SheetContext, foreign: readonly MatchedRow[]): Reading {
  if (foreign.length === 0) return NOTHING;
  const { file, sheet } = context;
  const none = issue("data/no-rows", { file, sheet }, { count: foreign.length });
  return joined([onlyIssues(none), lookAlikes(context, foreign)]);
}
