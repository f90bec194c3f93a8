import { agree } from "../../data/settle/agree.js";
import type { Series } from "../../data/dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { figureKey, type LedgerEntry } from "../../data/ledger/entry.js";
import { isValued } from "../../data/ledger/observation.js";
import { ledgerRecordOf } from "../../data/ledger/record.js";
import { standingOf } from "../../data/ledger/standing.js";
import type { Decimal } from "../../terms/decimal.js";
import { issue, type Issue } from "../../issues/issue.js";

/** The figures that count of what only workbooks of the data folder say, by indicator id. */
export type FolderSeries = Readonly<Record<string, Series>>;

/** Lines of returned workbooks, told apart. */
export interface Sifted {
  /** What they report. */
  reports: readonly LedgerEntry[];
  /** 上年数 that say only what the form showed. */
  echoes: readonly LedgerEntry[];
}

/** What was sent back: reports, and the figures that stood on the form already. */
interface SentIn {
  entries: readonly LedgerEntry[];
  shown: readonly LedgerEntry[];
}

/**
 * A form shows last year's figure and brings it back: that is no report. An echo is a 上年数 that the
 * record has or has had, whole or with fewer digits; one nobody has recorded is news, and one that differs
 * is a revision. What a reporter itself wrote into the same form before says nothing about what the form showed.
 */
export function withoutEchoes(
  returned: readonly SentIn[],
  recorded: readonly LedgerEntry[],
  folder: FolderSeries,
): Sifted {
  const reports = returned.flatMap(({ entries }) => entries);
  const inLedger = groupBy(recorded, figureKey);
  const atHand = groupBy(reports, figureKey);
  const isEcho = (line: LedgerEntry): boolean => {
    const key = figureKey(line);
    const ledger = inLedger.get(key) ?? [];
    const values = [...showable(line, ledger), ...(atHand.get(key) ?? [])].flatMap(
      ({ value }) => value ?? [],
    );
    const beside = ledger.length === 0 ? folderValue(folder, line) : null;
    return [...values, ...(beside === null ? [] : [beside])].some((value) => repeats(line, value));
  };
  const shown = returned.map((each) => groupBy(each.shown, isEcho));
  return {
    reports: returned.flatMap(({ entries }, at) => [...entries, ...(shown[at]?.get(false) ?? [])]),
    echoes: shown.flatMap((each) => each.get(true) ?? []),
  };
}

/** Of the lines on a figure those a form could show: what its reporter wrote into it last counts, not what came before. */
function showable({ formYear, reporter }: LedgerEntry, lines: readonly LedgerEntry[]): LedgerEntry[] {
  const isOwn = (each: LedgerEntry) => each.formYear === formYear && each.reporter === reporter;
  return [...lines.filter((each) => !isOwn(each)), ...lines.filter(isOwn).slice(-1)];
}

/** Equal, or with digits left out: the form shows only those of its row. */
function repeats({ value }: LedgerEntry, recorded: Decimal): boolean {
  return value !== null && value.decimalPlaces() <= recorded.decimalPlaces() && agree(value, recorded);
}

function folderValue(folder: FolderSeries, { id, year }: LedgerEntry): Decimal | null {
  return folder[id]?.find((each) => each.year === year)?.value ?? null;
}

/** Echoes of figures that were corrected after the form had gone out; `entries` is the ledger as it is now. */
export function outdatedEchoes(
  echoes: readonly LedgerEntry[],
  entries: readonly LedgerEntry[],
): readonly Issue[] {
  const asked = new Set(echoes.map(figureKey));
  const lines = entries.filter((each) => isValued(each) && asked.has(figureKey(each)));
  const { observations } = standingOf(ledgerRecordOf(lines));
  return echoes.flatMap((line) => {
    const now = observations.find(({ indicator, year }) => indicator === line.id && year === line.year);
    if (now === undefined || repeats(line, now.value)) return [];
    const args = { indicator: line.id, year: line.year, shown: line.display, now: now.display };
    return issue("ledger/outdated-echo", line.source, args);
  });
}
