import type { Imprint } from "../write/imprint.js";
import { agree } from "../../data/settle/agree.js";
import type { Observation, Series } from "../../data/dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { figureKey, type LedgerEntry } from "../../data/ledger/entry.js";
import { isValued } from "../../data/ledger/observation.js";
import { ledgerRecordOf } from "../../data/ledger/record.js";
import { standingOf } from "../../data/ledger/standing.js";
import { inPlaceOrder } from "../../data/settle/place.js";
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
  /** Of 上年数 that say something else: each may be this year's figure in the wrong column. */
  issues: readonly Issue[];
}

/** What was sent back: reports, and the figures that stood on the form already. */
interface SentIn {
  entries: readonly LedgerEntry[];
  shown: readonly LedgerEntry[];
  unanswered: ReadonlySet<string>;
  imprint: Imprint | null;
}

/** What was known before a run. */
export interface Known {
  /** The ledger's lines on the figures at hand. */
  recorded: readonly LedgerEntry[];
  folder: FolderSeries;
  /** Whether anything is recorded of an id for a year before. */
  hasHistory: (id: string, before: number) => boolean;
}

/**
 * A form shows last year's figure and brings it back: that is no report. An echo is a 上年数 that the
 * record has or has had, whole or with fewer digits; one nobody has recorded is news, and one that differs
 * is a revision. What a reporter itself wrote into the same form before says nothing about what the form showed.
 * Where this year's figure is blank, what stands in its neighbour may be it: then it is no report either. A form that
 * says what it went out with is believed: what is that still is an echo, whatever the record says today.
 */
export function withoutEchoes(returned: readonly SentIn[], known: Known): Sifted {
  const reports = returned.flatMap(({ entries }) => entries);
  const inLedger = groupBy(known.recorded, figureKey);
  const atHand = groupBy(reports, figureKey);
  const sifted = returned.map(({ shown, unanswered, imprint }) =>
    shown.map((line) => {
      const key = figureKey(line);
      const told = { ledger: inLedger.get(key) ?? [], atHand: atHand.get(key) ?? [] };
      const printed = imprint?.previous.get(line.id) ?? null;
      if (printed !== null && repeats(line, printed)) return { line, is: "echo" as const, asked: null };
      return { line, ...verdictOn(line, { ...told, printed }, known, unanswered) };
    }),
  );
  const all = sifted.flat();
  return {
    reports: returned.flatMap(({ entries }, at) => [
      ...entries,
      ...(sifted[at] ?? []).filter(({ is }) => is === "report").map(({ line }) => line),
    ]),
    echoes: all.filter(({ is }) => is === "echo").map(({ line }) => line),
    issues: askedOf(all.flatMap(({ line, asked }) => (asked === null ? [] : [{ line, ...asked }]))),
  };
}

interface Verdict {
  is: "report" | "echo" | "held";
  asked: Asked | null;
}

/** That a 上年数 is not what the form went out with. */
interface Asked {
  code: "ledger/previous-changed" | "ledger/previous-held";
  /** What it went out with; null for nothing. */
  old: string | null;
}

/** One or two are asked each for itself; a column of them was filled in the wrong place, or revised as a whole. */
const LEAST_ASKED = 3;

function askedOf(all: readonly (Asked & { line: LedgerEntry })[]): Issue[] {
  const inOrder = inPlaceOrder(all, ({ line }) => line.source);
  const columns = groupBy(inOrder, ({ code, line }) =>
    [code, line.source.file, line.sha256, line.source.sheet, line.year].join("\n"),
  );
  return [...columns.values()].flatMap((same) => {
    const each = same.length < LEAST_ASKED ? same.map((one) => [one]) : [same];
    return each.flatMap((several) => {
      const [first] = several;
      if (first === undefined) return [];
      const { code, line } = first;
      const cells = several.map((one) => one.line.source);
      const found = issue(code, line.source, {
        figures: several.map(({ old, line: { id, display } }) => ({ indicator: id, old, shown: display })),
        cells: cells.map(({ cell }) => cell),
        year: line.year,
      });
      return { ...found, cells: cells.length > 1 ? cells : [] };
    });
  });
}

function verdictOn(
  line: LedgerEntry,
  {
    ledger,
    atHand,
    ...form
  }: Readonly<Record<"ledger" | "atHand", readonly LedgerEntry[]>> & { printed: Decimal | null },
  { folder, hasHistory }: Known,
  unanswered: ReadonlySet<string>,
): Verdict {
  const beside = ledger.length === 0 ? inFolder(folder, line) : null;
  const printed = [
    ...ledger.filter((each) => !isOwn(line, each)),
    ...atHand,
    ...(beside === null ? [] : [beside]),
  ];
  // 99.94 rounds to the 99.9 that the form showed, and may be this year's all the same.
  const isKnown = form.printed !== null || unanswered.has(line.id) ? repeats : agreeing;
  const agrees = printed.some(({ value }) => value !== null && isKnown(line, value));
  const values = [...printed, ...ledger.filter((each) => isOwn(line, each)).slice(-1)];
  const isEcho = values.some(({ value }) => value !== null && repeats(line, value));
  const isNews = form.printed === null && printed.length === 0 && !hasHistory(line.id, line.formYear);
  const old = form.printed?.toFixed() ?? printed.findLast(({ value }) => value !== null)?.display ?? null;
  if (unanswered.has(line.id) && !agrees) return { is: "held", asked: { code: "ledger/previous-held", old } };
  const isTold = !agrees && !isNews && line.remark === "";
  return {
    is: isEcho ? "echo" : "report",
    asked: isTold ? { code: "ledger/previous-changed", old } : null,
  };
}

/** Of its reporter's own, in the same form: what it wrote there last counts, not what came before. */
function isOwn({ formYear, reporter }: LedgerEntry, each: LedgerEntry): boolean {
  return each.formYear === formYear && each.reporter === reporter;
}

/** Equal, or with digits left out: the form shows only those of its row. */
function repeats({ value }: LedgerEntry, recorded: Decimal): boolean {
  return value !== null && value.decimalPlaces() <= recorded.decimalPlaces() && agree(value, recorded);
}

function agreeing({ value }: LedgerEntry, recorded: Decimal): boolean {
  return value !== null && agree(value, recorded);
}

function inFolder(folder: FolderSeries, { id, year }: LedgerEntry): Observation | null {
  return folder[id]?.find((each) => each.year === year) ?? null;
}

/**
 * Echoes that are not what counts now, a finding a form: figures that were corrected after it had gone out, and those
 * that the folder knows nothing of, which another folder has printed. `entries` is the ledger as it is now.
 */
export function outdatedEchoes(
  echoes: readonly LedgerEntry[],
  entries: readonly LedgerEntry[],
  folder: FolderSeries,
): readonly Issue[] {
  const asked = new Set(echoes.map(figureKey));
  const lines = entries.filter((each) => isValued(each) && asked.has(figureKey(each)));
  const { observations } = standingOf(ledgerRecordOf(lines));
  const known = new Map(observations.map((each) => [`${each.indicator} ${each.year}`, each]));
  const stale = echoes.flatMap((line) => {
    const now = known.get(`${line.id} ${line.year}`) ?? inFolder(folder, line);
    return now !== null && repeats(line, now.value) ? [] : [{ line, now: now?.display ?? null }];
  });
  return [...groupBy(stale, ({ line }) => line.source.file).values()].flatMap((form) => [
    ...echoIssue(
      form.filter(({ now }) => now !== null),
      "ledger/outdated-echo",
    ),
    ...echoIssue(
      form.filter(({ now }) => now === null),
      "ledger/printed-elsewhere",
    ),
  ]);
}

function echoIssue(
  stale: readonly { line: LedgerEntry; now: string | null }[],
  code: "ledger/outdated-echo" | "ledger/printed-elsewhere",
): Issue[] {
  const [first] = stale;
  if (first === undefined) return [];
  const figures = stale.map(({ line: { id, display }, now }) => ({ id, shown: display, now: now ?? "" }));
  return [issue(code, first.line.source, { figures, year: first.line.year })];
}
