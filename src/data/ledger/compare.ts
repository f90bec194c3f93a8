import { issue, type Issue } from "../../issues/issue.js";
import type { DifferingTold } from "../../issues/ledger.js";
import { agree } from "../settle/agree.js";
import type { Gap, GroupFigure, Observation, Revision } from "../dataset.js";
import type { Decimal } from "../../terms/decimal.js";
import { groupBy } from "../../terms/group-by.js";
import type { DatedGroup } from "../settle/groups.js";
import type { MeasureLine, ProjectLine } from "../sheet/reading.js";
import { reporterOf } from "../settle/reporters.js";
import { figureKey, type EntryKind } from "./entry.js";
import type { FigureRecord, LedgerRecord } from "./record.js";
import type { Standing } from "./standing.js";
import { cellText, hiddenText } from "../../issues/place.js";

/** What one workbook of the data folder gave. */
export interface WorkbookFigures {
  file: string;
  sha256: string;
  observations: readonly Observation[];
  groups: readonly DatedGroup[];
  projects: readonly ProjectLine[];
  measures: readonly MeasureLine[];
  gaps: readonly Gap[];
}

/** The ledger, ready to be asked for one figure. */
export interface Recorded {
  /** All that was ever reported of a figure; undefined where nothing was, or of an id that no plan has. */
  figure: (key: string) => FigureRecord | undefined;
  /** The values that count, by figure. */
  values: ReadonlyMap<string, Observation | GroupFigure>;
  /** By project and year. */
  accounts: ReadonlyMap<string, readonly ProjectLine[]>;
  /** By measure and year. */
  measures: ReadonlyMap<string, readonly MeasureLine[]>;
  /** The plans' names of 责任单位. */
  reporters: readonly string[];
  /** SHA-256 of the workbooks that were collected. */
  collected: ReadonlySet<string>;
  /** All of the data folder. */
  workbooks: readonly WorkbookFigures[];
}

export function recordedIn(
  { figures, collected }: LedgerRecord,
  known: ReadonlySet<string>,
  { observations, groups, projects, measures }: Standing,
  around: Pick<Recorded, "reporters" | "workbooks">,
): Recorded {
  return {
    ...around,
    collected,
    figure: (key) => (known.has(idIn(key)) ? figures.get(key) : undefined),
    values: new Map<string, Observation | GroupFigure>([
      ...observations.map((each) => [keyOf("数值", each), each] as const),
      ...groups.map((each) => [keyOf("分组", each), each] as const),
    ]),
    accounts: groupBy(projects, ({ project, year }) => `${project} ${year}`),
    measures: groupBy(measures, ({ measure, year }) => `${measure} ${year}`),
  };
}

function idIn(key: string): string {
  return key.slice(0, key.indexOf("\n"));
}

function keyOf(
  kind: EntryKind,
  figure: { indicator: string; year: number; grouping?: string; group?: string },
): string {
  const { indicator: id, year, grouping = "", group = "" } = figure;
  return figureKey({ kind, id, year, grouping, group, reporter: "" });
}

/** What of a workbook the ledger does not have, what of it later forms revised, and where the two differ. */
export function compare(
  workbook: WorkbookFigures,
  record: Recorded,
): { rest: WorkbookFigures; revisions: Revision[]; issues: Issue[] } {
  const { file, sha256, gaps } = workbook;
  const isNew = (key: string) => record.figure(key) === undefined;
  const observations = workbook.observations.filter((each) => isNew(keyOf("数值", each)));
  const groups = workbook.groups.filter(({ figure }) => isNew(keyOf("分组", figure)));
  const projects = workbook.projects.filter((line) => !isAccountedFor(line, record));
  const measures = workbook.measures.filter((line) => recordedMeasure(line, record) === null);
  const rest = {
    ...workbook,
    observations,
    groups,
    projects,
    measures,
    gaps: gaps.filter((each) => isNew(keyOf("缺报", each))),
  };
  const news = observations.filter((each) => !isEcho(each, workbook, record));
  const count = news.length + groups.length + projects.length + measures.length;
  const uncollected = count === 0 ? [] : [issue("ledger/not-collected", { file }, { count })];
  const revisions = workbook.observations.flatMap((each) => revisedSince(each, record));
  const revised = new Set(revisions.map(({ old }) => old));
  const groupsTold = workbook.groups.map((each) => ({ each, found: groupRevisedSince(each, record) }));
  const figures = [
    ...workbook.observations
      .filter((each) => !revised.has(each) && !isOutdated(each, sha256, record))
      .map((each) => ({ ...each, key: keyOf("数值", each), group: "" })),
    ...groupsTold
      .filter(({ found }) => found === null)
      .map(({ each: { figure } }) => ({ ...figure, key: keyOf("分组", figure) })),
  ].flatMap((each) => differs(each, sha256, record));
  return {
    rest,
    revisions,
    issues: [
      ...uncollected,
      ...groupsTold.flatMap(({ found }) => found ?? []),
      ...differing(figures),
      ...otherAccounts(workbook.projects.filter((line) => isOtherAccount(line, record))),
      ...otherMeasures(workbook.measures.filter((line) => isOtherMeasure(line, record))),
    ],
  };
}

/**
 * A past year's figure of a workbook that was collected and did not enter: the form repeats what another
 * workbook of the folder says, which is the one to be collected.
 */
function isEcho(figure: Observation, workbook: WorkbookFigures, { collected, workbooks }: Recorded): boolean {
  const { indicator, year, formYear, value } = figure;
  if (year >= formYear || !collected.has(workbook.sha256)) return false;
  const others = workbooks.filter((each) => each.sha256 !== workbook.sha256);
  return others.some(({ observations }) =>
    observations.some(
      (each) => each.indicator === indicator && each.year === year && agree(each.value, value),
    ),
  );
}

/**
 * A figure that only forms of later years told the ledger of, and otherwise: they correct what this workbook says, as
 * a later workbook would.
 */
function revisedSince(figure: Observation, { figure: told, values }: Recorded): Revision[] {
  const { indicator, year, formYear } = figure;
  const key = keyOf("数值", figure);
  const now = values.get(key);
  const isLater = told(key)?.rounds.every((round) => round.formYear > formYear) ?? false;
  if (!isLater || now === undefined || !("formYear" in now) || agree(now.value, figure.value)) return [];
  return [{ indicator, year, old: figure, new: now }];
}

/** The same of a town or institution; nobody prints what it was, so that it is told here. */
function groupRevisedSince(
  { figure, formYear }: DatedGroup,
  { figure: told, values }: Recorded,
): Issue | null {
  const key = keyOf("分组", figure);
  const now = values.get(key);
  const isLater = told(key)?.rounds.every((round) => round.formYear > formYear) ?? false;
  if (!isLater || now === undefined || agree(now.value, figure.value)) return null;
  const { indicator, year, group } = figure;
  return issue("data/group-revised", now.source, {
    indicator,
    year,
    group,
    first: { display: now.display, cell: cellText(now.source) },
    second: { display: figure.display, cell: cellText(figure.source) },
  });
}

/** A past year's figure of a workbook that was collected: the form shows what was corrected after it had gone out. */
function isOutdated(figure: Observation, sha256: string, { collected, figure: told }: Recorded): boolean {
  const record = told(keyOf("数值", figure));
  if (asItStoodThen(record, figure)) return true;
  const isOld = figure.year < figure.formYear && collected.has(sha256);
  return isOld && valuesEver(record).some(({ value }) => agree(value, figure.value));
}

/** What the forms up to the workbook's own year came to, before a later year's form revised it. */
function asItStoodThen(record: FigureRecord | undefined, { formYear, value }: Observation): boolean {
  const then = record?.rounds.filter((round) => round.formYear <= formYear && round.figure !== null).at(-1);
  return then?.figure != null && agree(then.figure.entry.value, value);
}

/** A figure of a workbook and what the ledger has of it. */
interface Differing {
  source: Observation["source"];
  told: DifferingTold;
}

/** A figure the ledger has otherwise, unless it took it from this very workbook and knows better since. */
function differs(
  figure: (Observation & { key: string; group: string }) | (DatedGroup["figure"] & { key: string }),
  sha256: string,
  { figure: told, values }: Recorded,
): Differing[] {
  const { key, indicator, year, group, value, display, source } = figure;
  const record = told(key);
  const standing = values.get(key);
  if (record === undefined || (standing !== undefined && agree(standing.value, value))) return [];
  if (valuesEver(record).some((each) => each.sha256 === sha256 && each.value.eq(value))) return [];
  const shown = display + hiddenText(source);
  const recorded =
    standing === undefined ? null : { display: standing.display, cell: cellText(standing.source) };
  return [{ source, told: { indicator, year, group, shown, recorded } }];
}

/** One column that differs in several rows was pasted over, or is of another time: that is one matter. */
function differing(figures: readonly Differing[]): Issue[] {
  const columns = groupBy(figures, ({ source: { sheet, cell } }) => `${sheet}\n${cell.replace(ROW, "")}`);
  return [...columns.values()].flatMap((same) => {
    const each = same.length < LEAST_ROWS ? same.map((one) => [one]) : [same];
    return each.map((several) => {
      const sources = several.map(({ source }) => source);
      const args = { figures: several.map(({ told }) => told), cells: sources.map(({ cell }) => cell) };
      const found = issue("ledger/differs", sources[0] ?? null, args);
      return { ...found, cells: sources.length > 1 ? sources : [] };
    });
  });
}

const ROW = /\d+$/u;
/** One or two are told each for itself. */
const LEAST_ROWS = 3;

/** Every number that a line has had for a figure. */
function valuesEver(record: FigureRecord | undefined): { value: Decimal; sha256: string }[] {
  if (record === undefined) return [];
  const { values, workbooks } = record.past;
  const past = values.map((value, at) => ({ value, sha256: workbooks[at] ?? "" }));
  return [...past, ...record.rounds.flatMap(({ figure }) => figure?.entry ?? [])];
}

function isAccountedFor(line: ProjectLine, { accounts, reporters }: Recorded): boolean {
  const recorded = accounts.get(`${line.project} ${line.year}`) ?? [];
  const reporter = reporterOf(line.reporter, reporters);
  return recorded.length > 0 && (reporter === "" || recorded.some((each) => each.reporter === reporter));
}

/** Whether a line tells of a project a status or quantity that no line of the ledger has. */
function isOtherAccount(line: ProjectLine, record: Recorded): boolean {
  if (!isAccountedFor(line, record)) return false;
  const recorded = record.accounts.get(`${line.project} ${line.year}`) ?? [];
  return !recorded.some((each) => sayTheSame(each, line));
}

/** One finding for the projects of a sheet and year. */
function otherAccounts(lines: readonly ProjectLine[]): Issue[] {
  return bySheet(lines).flatMap((same) => {
    const { year = 0, source = null } = same[0] ?? {};
    const projects = [...new Set(same.map(({ project }) => project))];
    return issue("ledger/project-differs", source, { projects, year });
  });
}

function bySheet<L extends ProjectLine | MeasureLine>(lines: readonly L[]): L[][] {
  return [...groupBy(lines, ({ source, year }) => `${source.sheet}\n${year}`).values()];
}

function sayTheSame(recorded: ProjectLine, line: ProjectLine): boolean {
  const told = ({ quantities }: ProjectLine) =>
    quantities.map(({ name, done }) => `${name}:${done?.toFixed() ?? ""}`).join("\n");
  return recorded.status === line.status && told(recorded) === told(line);
}

/** What the ledger has of a measure's year of this reporter, or of any where the line names none; null for nothing. */
function recordedMeasure(
  line: MeasureLine,
  { measures, reporters }: Recorded,
): readonly MeasureLine[] | null {
  const reporter = reporterOf(line.reporter, reporters);
  const recorded = (measures.get(`${line.measure} ${line.year}`) ?? []).filter(
    (each) => reporter === "" || each.reporter === reporter,
  );
  return recorded.length === 0 ? null : recorded;
}

/** Whether a line says of a measure otherwise than the ledger. */
function isOtherMeasure(line: MeasureLine, record: Recorded): boolean {
  const { status, progress } = line;
  const recorded = recordedMeasure(line, record);
  return recorded !== null && !recorded.some((each) => each.status === status && each.progress === progress);
}

/** One finding for the measures of a sheet and year. */
function otherMeasures(lines: readonly MeasureLine[]): Issue[] {
  return bySheet(lines).flatMap((same) => {
    const { year = 0, source = null } = same[0] ?? {};
    const measures = [...new Set(same.map(({ measure }) => measure))];
    return issue("ledger/measure-differs", source, { measures, year });
  });
}
