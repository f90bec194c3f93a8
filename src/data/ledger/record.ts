import type { InputFile } from "../dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import { agree } from "../settle/agree.js";
import { theMorePrecise } from "../settle/series.js";
import { figureKey, isAccount, type LedgerEntry } from "./entry.js";
import { isValued, observationIn, observationOf, type StandingFigure, type Valued } from "./observation.js";

/** The monitoring database of a data folder. */
export interface Ledger {
  input: InputFile;
  record: LedgerRecord;
}

/** What the lines of a ledger say, joined figure by figure. It grows with the figures, not with the lines. */
export interface LedgerRecord {
  /** By `figureKey`. */
  figures: ReadonlyMap<string, FigureRecord>;
  /** By `figureKey`: the lines of the workbook that told last of a project's or a measure's year. */
  accounts: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** How many lines each id has, and in which units its figures were reported. */
  ids: ReadonlyMap<string, { count: number; measures: ReadonlySet<string> }>;
  /** SHA-256 of the workbooks that were collected, and how they were called. */
  collected: ReadonlySet<string>;
  files: ReadonlySet<string>;
  /** Who reported something, by form year. */
  reporters: ReadonlyMap<number, ReadonlySet<string>>;
}

/** What was ever reported of one figure. */
export interface FigureRecord {
  /** What the forms of each year came to, form years ascending. */
  rounds: readonly Round[];
  /** Values that were reported and count no more. */
  past: PastValues;
}

/**
 * What the forms of one year say of a figure: while they come in, the last line counts, and what it corrects was
 * never printed.
 */
export interface Round {
  formYear: number;
  figure: StandingFigure | null;
  /** Why there is none. */
  gap: LedgerEntry | null;
  /** The figure that its reporter took back. */
  withdrawn: Valued | null;
}

/**
 * Side by side, each with the SHA-256 of its workbook: of a ledger's lines most are past, and an object for each would
 * take more than all that counts.
 */
export interface PastValues {
  values: readonly Decimal[];
  workbooks: readonly string[];
}

export interface LedgerRecorder {
  /** Takes the next line. */
  take: (entry: LedgerEntry) => void;
  record: LedgerRecord;
}

/** A record that grows with each line it is given, oldest first. */
export function ledgerRecorder(): LedgerRecorder {
  const figures = new Map<string, GrowingFigure>();
  const accounts = new Map<string, LedgerEntry[]>();
  const ids = new Map<string, { count: number; measures: Set<string> }>();
  const collected = new Set<string>();
  const files = new Set<string>();
  const reporters = new Map<number, Set<string>>();
  const take = (entry: LedgerEntry): void => {
    takeId(ids, entry);
    collected.add(entry.sha256);
    files.add(entry.source.file);
    setIn(reporters, entry.formYear).add(entry.reporter);
    if (isAccount(entry.kind)) takeAccount(accounts, entry);
    else takeFigure(figures, entry);
  };
  return { take, record: { figures, accounts, ids, collected, files, reporters } };
}

/** The record of some lines, oldest first. */
export function ledgerRecordOf(entries: readonly LedgerEntry[]): LedgerRecord {
  const { take, record } = ledgerRecorder();
  for (const entry of entries) take(entry);
  return record;
}

function setIn<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  const known = sets.get(key) ?? new Set<V>();
  sets.set(key, known);
  return known;
}

function takeId(
  ids: Map<string, { count: number; measures: Set<string> }>,
  { id, unit, value }: LedgerEntry,
): void {
  const known = ids.get(id) ?? { count: 0, measures: new Set() };
  known.count += 1;
  if (value !== null) known.measures.add(unit);
  ids.set(id, known);
}

/** A reporter's lines on a project's year belong together: those of the workbook it sent last. */
function takeAccount(accounts: Map<string, LedgerEntry[]>, entry: LedgerEntry): void {
  const key = figureKey(entry);
  const lines = accounts.get(key);
  const last = lines?.at(-1);
  if (lines !== undefined && last?.sha256 === entry.sha256 && last.time === entry.time) lines.push(entry);
  else accounts.set(key, [entry]);
}

interface GrowingFigure extends FigureRecord {
  rounds: Round[];
  past: { values: Decimal[]; workbooks: string[] };
}

function takeFigure(figures: Map<string, GrowingFigure>, entry: LedgerEntry): void {
  const key = figureKey(entry);
  let figure = figures.get(key);
  if (figure === undefined) figures.set(key, (figure = { rounds: [], past: NO_PAST }));
  // A figure that was decided against never counts, but is known.
  if (entry.kind === "未采用") setAside(figure, entry);
  else if (isValued(entry)) takeValue(figure, roundIn(figure, entry.formYear), entry);
  else takeGap(figure, roundIn(figure, entry.formYear), entry);
}

function roundIn({ rounds }: GrowingFigure, formYear: number): Round {
  const at = rounds.findIndex((each) => each.formYear >= formYear);
  const found = rounds[at];
  if (found?.formYear === formYear) return found;
  const round: Round = { formYear, figure: null, gap: null, withdrawn: null };
  rounds.splice(at < 0 ? rounds.length : at, 0, round);
  return round;
}

/** Of figures of one form year that agree the more precise speaks; a reporter's own later one always does. */
function takeValue(figure: GrowingFigure, round: Round, entry: Valued): void {
  const before = round.figure;
  if (before !== null) setAside(figure, before.entry);
  const joins =
    before !== null && !sameReporter(before.entry, entry) && agree(before.entry.value, entry.value);
  const joined = joins ? theMorePrecise(observationIn(before), observationOf(entry)) : null;
  round.figure = { entry, joined };
  round.gap = null;
  round.withdrawn = null;
}

/** Only who reported a figure can take it back; what another reporter leaves out stands. */
function takeGap(figure: GrowingFigure, round: Round, entry: LedgerEntry): void {
  const before = round.figure;
  if (before !== null && !sameReporter(before.entry, entry)) return;
  if (before !== null) setAside(figure, before.entry);
  round.withdrawn = before?.entry ?? round.withdrawn;
  round.gap = entry;
  round.figure = null;
}

function sameReporter(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.reporter === b.reporter;
}

/** Most figures are reported once. */
const NO_PAST: GrowingFigure["past"] = { values: [], workbooks: [] };

function setAside(figure: GrowingFigure, { value, sha256 }: LedgerEntry): void {
  if (value === null) return;
  if (figure.past === NO_PAST) figure.past = { values: [], workbooks: [] };
  figure.past.values.push(value);
  figure.past.workbooks.push(sha256);
}
