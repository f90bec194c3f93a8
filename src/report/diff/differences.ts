import type { PrintedReport, Statement } from "../../data/published/record.js";
import { statusName, type Status } from "../../terms/status.js";
import { gapsBetween } from "./aligned.js";

/** A report to be compared, and what it is called. */
export interface Compared {
  /** 已发布/women-2025-annual.json（第1版，2026-06-20） */
  label: string;
  /** The report's name. */
  name: string;
  report: PrintedReport;
}

/** What changed from one report to another; "" stands for what is not in one of them. */
export interface Differences {
  before: Pick<Compared, "label" | "name">;
  after: Pick<Compared, "label" | "name">;
  figures: readonly (Change & { indicator: string; year: number; group: string })[];
  statuses: readonly (Change & { id: string })[];
  sentences: readonly (Omit<Change, "name"> & { part: string })[];
}

interface Change {
  name: string;
  from: string;
  to: string;
}

/** Figures, statuses of rows and projects, and sentences that are not the same in both. */
export function differencesOf(before: Compared, after: Compared): Differences {
  const [from, to] = [before.report.statement, after.report.statement];
  return {
    before: { label: before.label, name: before.name },
    after: { label: after.label, name: after.name },
    figures: figureChanges(from, to),
    statuses: statusChanges(from, to),
    sentences: sentenceChanges(from, to),
  };
}

/** The keys of both, those of the first in its order, then what only the second has. */
function eachKey<T>(
  from: readonly T[],
  to: readonly T[],
  keyOf: (item: T) => string,
): { one: T | undefined; other: T | undefined }[] {
  const [before, after] = [from, to].map((all) => new Map(all.map((each) => [keyOf(each), each])));
  const keys = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...keys].map((key) => ({ one: before?.get(key), other: after?.get(key) }));
}

function figureChanges(from: Statement, to: Statement): Differences["figures"] {
  const names = new Map([...from.rows, ...to.rows].map(({ id, name }) => [id, name]));
  const keyOf = ({ indicator, year, group }: Statement["figures"][number]) =>
    [indicator, year, group].join("\n");
  return eachKey(from.figures, to.figures, keyOf).flatMap(({ one, other }) => {
    const either = one ?? other;
    if (either === undefined || (one?.shown === other?.shown && one?.value === other?.value)) return [];
    const { indicator, year, group } = either;
    const name = names.get(indicator) ?? "";
    return [{ indicator, name, year, group, ...shownChange(one, other) }];
  });
}

type Shown = { shown: string; value: string } | undefined;

/** What is printed; the exact figures where that looks the same. */
function shownChange(one: Shown, other: Shown): { from: string; to: string } {
  const isSame = one?.shown === other?.shown;
  return { from: (isSame ? one?.value : one?.shown) ?? "", to: (isSame ? other?.value : other?.shown) ?? "" };
}

interface Standing {
  id: string;
  name: string;
  said: string;
}

function statusChanges(from: Statement, to: Statement): Differences["statuses"] {
  return eachKey(standingsOf(from), standingsOf(to), ({ id }) => id).flatMap(({ one, other }) => {
    const either = one ?? other;
    if (either === undefined || one?.said === other?.said) return [];
    return [{ id: either.id, name: either.name, from: one?.said ?? "", to: other?.said ?? "" }];
  });
}

function standingsOf({ rows, projects, kind }: Statement): Standing[] {
  const said = (status: Status): string => statusName(status, kind === "final");
  return [
    ...rows.map(({ id, name, status }) => ({ id, name, said: said(status) })),
    ...projects.map(({ id, name, status }) => ({ id, name, said: status })),
  ];
}

/** Sentences in order; what replaces another stands beside it. */
function sentenceChanges(from: Statement, to: Statement): Differences["sentences"] {
  const gaps = gapsBetween(from.sentences, to.sentences, ({ part, text }) => `${part}\n${text}`);
  return gaps.flatMap(({ before, after }) => {
    const parts = [...new Set([...before, ...after].map(({ part }) => part))];
    return parts.flatMap((part) => {
      const [gone, come] = [before, after].map((all) => all.filter((each) => each.part === part));
      const rows = Math.max(gone?.length ?? 0, come?.length ?? 0);
      return Array.from({ length: rows }, (_, at) => {
        return { part, from: gone?.[at]?.text ?? "", to: come?.[at]?.text ?? "" };
      });
    });
  });
}
