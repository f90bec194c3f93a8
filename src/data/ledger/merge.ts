import { issue, type Issue } from "../../issue.js";
import type { Catalogue } from "../catalogue.js";
import { agree } from "../agree.js";
import type { Gap, Observation, Revision } from "../dataset.js";
import { groupBy } from "../group-by.js";
import type { DatedGroup } from "../groups.js";
import { spoken } from "../place.js";
import type { ProjectLine } from "../reading.js";
import { reporterOf, unitNames } from "../reporters.js";
import { figureKey, type EntryKind, type Ledger, type LedgerEntry } from "./entry.js";
import { isValued, standingOf, type Standing } from "./standing.js";

/** What one workbook of the data folder gave. */
export interface WorkbookFigures {
  file: string;
  sha256: string;
  observations: readonly Observation[];
  groups: readonly DatedGroup[];
  projects: readonly ProjectLine[];
  gaps: readonly Gap[];
}

/** The record, completed by what only workbooks say. */
export interface Merged extends Omit<WorkbookFigures, "file" | "sha256"> {
  revisions: readonly Revision[];
  issues: readonly Issue[];
}

/**
 * Where a ledger exists it is the record. Figures it has are taken from it, and a workbook that says
 * otherwise is an error until collected; figures it has not are taken from the workbooks, with a warning.
 */
export function mergeLedger(
  workbooks: readonly WorkbookFigures[],
  ledger: Ledger | null,
  catalogue: Catalogue,
): Merged {
  if (ledger === null) return joinedFigures(workbooks);
  const { known, issues } = knownEntries(ledger, catalogue);
  const standing = standingOf(known);
  const record = { ...recordOf(known, standing), units: unitNames(catalogue.plans) };
  const compared = workbooks.map((workbook) => compare(workbook, record));
  const rest = joinedFigures(compared.map(({ rest }) => rest));
  return {
    observations: [...standing.observations, ...rest.observations],
    groups: [...standing.groups.map((figure) => ({ figure, formYear: figure.year })), ...rest.groups],
    projects: [...standing.projects, ...rest.projects],
    gaps: [...standing.gaps, ...rest.gaps],
    revisions: standing.revisions,
    issues: [...issues, ...standing.issues, ...compared.flatMap((each) => each.issues)],
  };
}

function joinedFigures(parts: readonly Omit<WorkbookFigures, "file" | "sha256">[]): Merged {
  return {
    observations: parts.flatMap(({ observations }) => observations),
    groups: parts.flatMap(({ groups }) => groups),
    projects: parts.flatMap(({ projects }) => projects),
    gaps: parts.flatMap(({ gaps }) => gaps),
    revisions: [],
    issues: [],
  };
}

/** Lines of rows that no plan has (any more) are left alone, and so are those in another unit than the plan's. */
function knownEntries(
  { entries, input }: Ledger,
  catalogue: Catalogue,
): Pick<Merged, "issues"> & { known: LedgerEntry[] } {
  const byId = groupBy(entries, ({ id }) => id);
  const issues: Issue[] = [];
  const known: LedgerEntry[] = [];
  for (const [id, same] of byId) {
    const indicator = catalogue.byId.get(id)?.indicator;
    if (indicator === undefined && !catalogue.projects.has(id)) {
      issues.push(issue("ledger/unknown-id", { file: input.file }, { id, count: same.length }));
      continue;
    }
    const other = same.find(({ unit, value }) => value !== null && unit !== indicator?.unit);
    if (other === undefined) known.push(...same);
    else {
      const args = { id, recorded: other.unit, unit: indicator?.unit ?? "" };
      issues.push(issue("ledger/unit-differs", { file: input.file }, args));
    }
  }
  return { known, issues };
}

type RecordedValue = Pick<Observation, "value" | "display" | "source">;

/** The ledger, ready to be asked for one figure. */
interface Recorded {
  entries: ReadonlyMap<string, readonly LedgerEntry[]>;
  /** The values that count, by figure. */
  values: ReadonlyMap<string, RecordedValue>;
  /** By project and year. */
  accounts: ReadonlyMap<string, readonly ProjectLine[]>;
  /** The plans' names of units. */
  units: readonly string[];
}

function recordOf(
  entries: readonly LedgerEntry[],
  { observations, groups, projects }: Standing,
): Omit<Recorded, "units"> {
  return {
    entries: groupBy(entries, figureKey),
    values: new Map<string, RecordedValue>([
      ...observations.map((each) => [keyOf("数值", each), each] as const),
      ...groups.map((each) => [keyOf("分组", each), each] as const),
    ]),
    accounts: groupBy(projects, ({ project, year }) => `${project} ${year}`),
  };
}

function keyOf(
  kind: EntryKind,
  figure: { indicator: string; year: number; grouping?: string; group?: string },
): string {
  const { indicator: id, year, grouping = "", group = "" } = figure;
  return figureKey({ kind, id, year, grouping, group, reporter: "" });
}

/** What of a workbook the ledger does not have, and where the two differ. */
function compare(workbook: WorkbookFigures, record: Recorded): { rest: WorkbookFigures; issues: Issue[] } {
  const { file, sha256, gaps } = workbook;
  const observations = workbook.observations.filter((each) => !record.entries.has(keyOf("数值", each)));
  const groups = workbook.groups.filter(({ figure }) => !record.entries.has(keyOf("分组", figure)));
  const projects = workbook.projects.filter((line) => !isAccountedFor(line, record));
  const rest = {
    ...workbook,
    observations,
    groups,
    projects,
    gaps: gaps.filter((each) => !record.entries.has(keyOf("缺报", each))),
  };
  const count = observations.length + groups.length + projects.length;
  const uncollected = count === 0 ? [] : [issue("ledger/not-collected", { file }, { count })];
  const figures = [
    ...workbook.observations.map((each) => ({ ...each, key: keyOf("数值", each), group: "" })),
    ...workbook.groups.map(({ figure }) => ({ ...figure, key: keyOf("分组", figure) })),
  ].flatMap((each) => differs(each, sha256, record));
  return {
    rest,
    issues: [...uncollected, ...figures, ...workbook.projects.flatMap((line) => otherAccount(line, record))],
  };
}

/** A figure the ledger has otherwise, unless it took it from this very workbook and knows better since. */
function differs(
  figure: (Observation & { key: string; group: string }) | (DatedGroup["figure"] & { key: string }),
  sha256: string,
  { entries, values }: Recorded,
): Issue[] {
  const { key, indicator, year, group, value, display, source } = figure;
  const lines = entries.get(key);
  const standing = values.get(key);
  if (lines === undefined || (standing !== undefined && agree(standing.value, value))) return [];
  if (lines.some((line) => line.sha256 === sha256 && isValued(line) && line.value.eq(value))) return [];
  const recorded =
    standing === undefined ? null : { display: standing.display, cell: spoken(standing.source) };
  return [issue("ledger/differs", source, { indicator, year, group, shown: display, recorded })];
}

function isAccountedFor({ project, year, unit }: ProjectLine, { accounts, units }: Recorded): boolean {
  const recorded = accounts.get(`${project} ${year}`) ?? [];
  const reporter = reporterOf(unit, units);
  return recorded.length > 0 && (reporter === "" || recorded.some((line) => line.unit === reporter));
}

/** A line on a project whose status or quantity no line of the ledger has. */
function otherAccount(line: ProjectLine, record: Recorded): Issue[] {
  if (!isAccountedFor(line, record)) return [];
  const { project, year, source } = line;
  const recorded = record.accounts.get(`${project} ${year}`) ?? [];
  return recorded.some((each) => sayTheSame(each, line))
    ? []
    : [issue("ledger/project-differs", source, { project, year })];
}

function sayTheSame(recorded: ProjectLine, line: ProjectLine): boolean {
  const told = ({ quantities }: ProjectLine) =>
    quantities.map(({ name, done }) => `${name}:${done?.toFixed() ?? ""}`).join("\n");
  return recorded.status === line.status && told(recorded) === told(line);
}
