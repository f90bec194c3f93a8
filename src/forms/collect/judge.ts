import { agree } from "../../data/settle/agree.js";
import { groupBy } from "../../terms/group-by.js";
import { contentOf } from "../../data/ledger/columns.js";
import { figureKey, type LedgerEntry } from "../../data/ledger/entry.js";
import { compareText } from "../../terms/compare-text.js";
import { issue, type Issue } from "../../issues/issue.js";
import { type CellPlace, cellText, cellToFind } from "../../issues/place.js";

/** A finding about figures of several workbooks, and all their cells. */
export interface Dispute {
  issue: Issue;
  sources: readonly CellPlace[];
}

export interface Verdict {
  /** The lines to be added, in order. */
  fresh: readonly LedgerEntry[];
  disputes: readonly Dispute[];
}

/** What one workbook says of one figure, or of one project's year. */
interface Report {
  lines: readonly LedgerEntry[];
  first: LedgerEntry;
}

/**
 * Which of the lines of returned workbooks enter the ledger: those that say something new. Two workbooks
 * that give different figures for the same form year dispute, and neither enters unless it is of a file in
 * `accepted`; the other one is then kept as 未采用. A reporter who reports again corrects itself.
 */
export function judge(
  recorded: readonly LedgerEntry[],
  reported: readonly LedgerEntry[],
  accepted: ReadonlySet<string>,
): Verdict {
  const earlier = groupBy(recorded, figureKey);
  const matters = groupBy(reported, (entry) => `${figureKey(entry)}\n${entry.formYear}`);
  const verdicts = [...matters.values()].map((lines) => {
    const known = earlier.get(figureKey(lines[0]!)) ?? [];
    const sameForm = known.filter(({ formYear }) => formYear === lines[0]?.formYear);
    return settle(sameForm, reportsOf(lines), accepted);
  });
  const fresh = verdicts.flatMap((verdict) => verdict.fresh);
  const place = new Map(reported.map((entry, index) => [entry.source, index]));
  return {
    fresh: fresh.sort(
      (a, b) =>
        compareText(a.source.file, b.source.file) || (place.get(a.source) ?? 0) - (place.get(b.source) ?? 0),
    ),
    disputes: verdicts.flatMap(({ disputes }) => disputes),
  };
}

function reportsOf(lines: readonly LedgerEntry[]): Report[] {
  const byFile = groupBy(lines, ({ source, sha256 }) => `${source.file}\n${sha256}`);
  return [...byFile.values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ lines: same, first: same[0] }],
  );
}

function settle(
  recorded: readonly LedgerEntry[],
  reports: readonly Report[],
  accepted: ReadonlySet<string>,
): Verdict {
  const fresh = withoutCopies(reports.filter((report) => !isRecorded(report, recorded)));
  const chosen = chosenOf(reports, recorded, accepted);
  if (chosen !== null) return accept(chosen, fresh, recorded);
  const pair = disputed(fresh, recorded);
  if (pair !== null) return { fresh: [], disputes: [dispute(pair)] };
  const valued = new Set(
    fresh.filter(({ first }) => first.kind !== "缺报").map(({ first }) => first.reporter),
  );
  const kept = fresh.filter(({ first }) => first.kind !== "缺报" || !valued.has(first.reporter));
  return { fresh: kept.flatMap(({ lines }) => lines), disputes: [] };
}

/** Whether the ledger has a report already: from this very workbook, or as the last word of its reporter. */
function isRecorded({ lines, first }: Report, recorded: readonly LedgerEntry[]): boolean {
  const contents = lines.map(contentOf);
  const same = recorded.filter(({ sha256 }) => sha256 === first.sha256);
  if (same.length > 0 && isSubset(contents, same.map(contentWhateverDecided(first)))) return true;
  const own = recorded.filter(({ reporter, kind }) => reporter === first.reporter && kind !== "未采用");
  const last = own.filter(({ sha256, time }) => sha256 === own.at(-1)?.sha256 && time === own.at(-1)?.time);
  return last.length === lines.length && isSubset(contents, last.map(contentOf));
}

/** A figure that was decided against is known, too. */
function contentWhateverDecided({ kind }: LedgerEntry): (entry: LedgerEntry) => string {
  return (entry) => contentOf(entry.kind === "未采用" ? { ...entry, kind } : entry);
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  return some.every((each) => all.includes(each));
}

/** The same workbook under two names is one. */
function withoutCopies(reports: readonly Report[]): Report[] {
  const sorted = [...reports].sort((a, b) => compareText(a.first.source.file, b.first.source.file));
  const groups = groupBy(sorted, ({ lines }) => lines.map(contentOf).join("\n"));
  return [...groups.values()].flatMap(([first]) => first ?? []);
}

/** The value that counts so far among forms of this year. */
function standing(recorded: readonly LedgerEntry[]): LedgerEntry | null {
  return recorded.findLast(({ kind }) => kind === "数值" || kind === "分组") ?? null;
}

/** Two that cannot both be right: of two workbooks at hand, or of one and another reporter's line in the ledger. */
function disputed(
  fresh: readonly Report[],
  recorded: readonly LedgerEntry[],
): [LedgerEntry, LedgerEntry] | null {
  const valued = fresh.filter(({ first }) => first.kind !== "缺报");
  const before = standing(recorded);
  for (const [index, { first, lines }] of valued.entries()) {
    const other = valued.slice(index + 1).find((each) => contradict(lines, each.lines));
    if (other !== undefined) return [first, other.first];
    if (before !== null && before.reporter !== first.reporter && contradict(lines, [before]))
      return [before, first];
  }
  return null;
}

function contradict(a: readonly LedgerEntry[], b: readonly LedgerEntry[]): boolean {
  const [one, other] = [a[0]?.value, b[0]?.value];
  if (one && other) return !agree(one, other);
  return a.map(contentOf).join("\n") !== b.map(contentOf).join("\n");
}

function dispute([a, b]: readonly [LedgerEntry, LedgerEntry]): Dispute {
  const [first, second] = compareText(a.source.file, b.source.file) <= 0 ? [a, b] : [b, a];
  const told = ({ display, source }: LedgerEntry) => ({ display, cell: cellToFind(source) });
  const args = {
    indicator: first.id,
    year: first.year,
    group: first.group,
    first: told(first),
    second: told(second),
    files: [...new Set([first.source.file, second.source.file])],
  };
  return { issue: issue("ledger/conflict", first.source, args), sources: [first.source, second.source] };
}

/** The report `accepted` names for this figure; null for none, or where two that it names contradict. */
function chosenOf(
  reports: readonly Report[],
  recorded: readonly LedgerEntry[],
  accepted: ReadonlySet<string>,
): Report | null {
  const before = standing(recorded);
  const named = [
    ...reports.filter(({ first }) => accepted.has(first.source.file) && first.kind !== "缺报"),
    ...(before !== null && accepted.has(before.source.file) ? [{ first: before, lines: [before] }] : []),
  ];
  const [chosen, ...others] = named;
  return chosen === undefined || others.some((each) => contradict(chosen.lines, each.lines)) ? null : chosen;
}

/** What agrees with the chosen report enters, the rest is kept as decided against; the chosen one comes last. */
function accept(chosen: Report, fresh: readonly Report[], recorded: readonly LedgerEntry[]): Verdict {
  const others = fresh.filter(({ first }) => first.source !== chosen.first.source && first.kind !== "缺报");
  const against = others.filter(({ lines }) => contradict(lines, chosen.lines));
  const agreeing = others.filter((each) => !against.includes(each));
  const before = standing(recorded);
  const isNew = fresh.includes(chosen);
  const overruled = before !== null && contradict([before], chosen.lines);
  return {
    fresh: [
      ...against.flatMap(({ lines }) => lines.map((line) => ({ ...line, kind: "未采用" as const }))),
      ...agreeing.flatMap(({ lines }) => lines),
      ...(isNew || overruled ? chosen.lines : []),
    ],
    disputes: against.map(({ first }) => refusal(first, chosen.first)),
  };
}

function refusal(first: LedgerEntry, chosen: LedgerEntry): Dispute {
  const { id: indicator, year, group, display: shown, source } = first;
  const args = { indicator, year, group, shown, accepted: `${chosen.display}（${cellText(chosen.source)}）` };
  return { issue: issue("ledger/accepted-elsewhere", source, args), sources: [source] };
}
