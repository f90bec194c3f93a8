import { join } from "node:path";
import { readLines } from "../../files/lines.js";
import { issue, type Issue } from "../../issues/issue.js";
import { groupBy } from "../../terms/group-by.js";
import { columnLetters } from "../../workbook/address.js";
import { LEDGER_HEADS } from "./columns.js";
import { decodeField, splitFields } from "./csv-line.js";
import { LEDGER_FILE, MOST_LEDGER_BYTES } from "./entry.js";
import type { DamagedLine, ParsedLedger } from "./parse.js";
import { STATES_FOLDER, type LedgerState } from "./states.js";

/** A field that is not what it was. */
interface ChangedCell {
  line: number;
  /** 1-based. */
  column: number;
  was: string;
  now: string;
}

/**
 * The findings on lines that are not as they were written: field by field where a copy of the ledger has the line
 * as it was, else the line.
 */
export async function changesOf(
  folder: string,
  { damaged, changed }: ParsedLedger,
  newest: LedgerState | null,
): Promise<Issue[]> {
  const before =
    newest === null || damaged.length === 0
      ? new Map<number, string[]>()
      : await linesIn(folder, newest, damaged);
  const unknown = damaged.filter(({ number }) => !before.has(number));
  const cells = damaged.flatMap((each) => changedCells(each, before.get(each.number)));
  const columns = groupBy(cells, ({ column }) => column);
  return [
    ...unknown.slice(0, MOST_TOLD).map(({ line }) => issue("ledger/changed-line", at(line), {})),
    ...[...columns.values()].flatMap(toldCells),
    ...(changed > MOST_TOLD && unknown.length > MOST_TOLD
      ? [issue("ledger/changed-lines", at(), { count: changed })]
      : []),
  ];
}

/** So many of a kind are told one by one. */
const MOST_TOLD = 5;

function at(line?: number, column?: number): { file: string; line?: number; column?: number } {
  return {
    file: LEDGER_FILE,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** The lines of the same 序号 in a copy, which is whole or not there. */
async function linesIn(
  folder: string,
  { name }: LedgerState,
  damaged: readonly DamagedLine[],
): Promise<Map<number, string[]>> {
  const wanted = new Set(damaged.map(({ number }) => number));
  const found = new Map<number, string[]>();
  let number = -1;
  await readLines(join(folder, STATES_FOLDER, name), MOST_LEDGER_BYTES, (line) => {
    number += 1;
    if (wanted.has(number)) found.set(number, splitFields(line));
  });
  return found;
}

function changedCells({ line, fields }: DamagedLine, before: readonly string[] | undefined): ChangedCell[] {
  if (before === undefined) return [];
  const columns = Array.from({ length: Math.max(before.length, fields.length) }, (_, index) => index);
  return columns.flatMap((index) => {
    const [was = "", now = ""] = [before[index], fields[index]];
    return was === now ? [] : [{ line, column: index + 1, was: decodeField(was), now: decodeField(now) }];
  });
}

/** The changes in one column: one by one while they are few, else the first of them with their number. */
function toldCells(cells: readonly ChangedCell[]): Issue[] {
  const [first] = cells;
  if (first === undefined) return [];
  const more = cells.length > MOST_TOLD ? cells.length : 0;
  return (more > 0 ? [first] : cells).map(({ line, column, was, now }) => {
    const name = `${columnLetters(column)}列${headingOf(column)}`;
    return issue("ledger/changed-cell", at(line, column), { name, was, now, more });
  });
}

function headingOf(column: number): string {
  const heading = LEDGER_HEADS.chained[column - 1];
  return heading === undefined ? "" : `“${heading}”`;
}
