import type { Issue } from "../../issues/issue.js";
import type { CellPlace } from "../../issues/place.js";
import type { Decimal } from "../../terms/decimal.js";
import { append } from "../../terms/long-lists.js";
import type { Fate } from "../coverage/fate.js";
import type { Catalogue } from "../catalogue.js";
import type {
  Gap,
  GroupFigure,
  MeasureReport,
  Observation,
  ProjectProgress,
  ReaderNote,
  ReferenceFigure,
} from "../dataset.js";
import type { Footnote } from "./footnotes/footnotes.js";
import type { Grid } from "./grid.js";
import type { FormYear } from "./years.js";
import type { Surroundings } from "./surroundings.js";
import type { Column } from "./table/columns.js";
import type { Table } from "./table/table.js";
import type { Plan } from "../../plan/plan.js";

/** An observation before its workbook is known as a whole. */
type Reported = Omit<Observation, "formYear">;

/** One line of 重点项目进展; `status` null where the line leaves it blank. */
export type ProjectLine = Omit<ProjectProgress, "status"> & { status: ProjectProgress["status"] | null };

/** One line of 措施落实. */
export interface MeasureLine extends MeasureReport {
  measure: string;
  year: number;
}

/** What stands under a form's 基期数, which only shows what is known. */
export interface BaseFigure {
  indicator: string;
  /** Null where it is no figure that can be read. */
  value: Decimal | null;
  display: string;
  source: CellPlace;
}

/** What one sheet (or row) gave. */
export interface Reading {
  observations: readonly Reported[];
  groups: readonly GroupFigure[];
  references: readonly ReferenceFigure[];
  projects: readonly ProjectLine[];
  measures: readonly MeasureLine[];
  gaps: readonly Gap[];
  bases: readonly BaseFigure[];
  notes: readonly ReaderNote[];
  issues: readonly Issue[];
  /** What became of the figures it looked at. */
  fates: readonly Fate[];
}

export const NOTHING: Reading = {
  observations: [],
  groups: [],
  references: [],
  projects: [],
  measures: [],
  gaps: [],
  bases: [],
  notes: [],
  issues: [],
  fates: [],
};

/** Joins what rows and sheets gave, in order. */
export function joined(readings: readonly Reading[]): Reading {
  const some = readings.filter((each) => each !== NOTHING);
  const [only] = some;
  if (only === undefined) return NOTHING;
  if (some.length === 1) return only;
  return {
    observations: concatenated(some, (each) => each.observations),
    groups: concatenated(some, (each) => each.groups),
    references: concatenated(some, (each) => each.references),
    projects: concatenated(some, (each) => each.projects),
    measures: concatenated(some, (each) => each.measures),
    gaps: concatenated(some, (each) => each.gaps),
    bases: concatenated(some, (each) => each.bases),
    notes: concatenated(some, (each) => each.notes),
    issues: concatenated(some, (each) => each.issues),
    fates: concatenated(some, (each) => each.fates),
  };
}

/** A sheet of 40,000 rows joins as many readings, most parts of which are empty. */
function concatenated<T>(readings: readonly Reading[], part: (reading: Reading) => readonly T[]): T[] {
  const all: T[] = [];
  for (const reading of readings) append(all, part(reading));
  return all;
}

/** A reading of nothing but findings. */
export function onlyIssues(issues: readonly Issue[]): Reading {
  return issues.length === 0 ? NOTHING : { ...NOTHING, issues };
}

/** A reading of nothing but what became of figures. */
export function onlyFates(fates: readonly Fate[]): Reading {
  return fates.length === 0 ? NOTHING : { ...NOTHING, fates };
}

/** A recognised sheet and what is known around it. */
export interface SheetContext {
  file: string;
  sheet: string;
  grid: Grid;
  table: Table;
  catalogue: Catalogue;
  /** The plan the sheet speaks of, or null. */
  plan: Plan | null;
  /** What stands around the table says of its figures. */
  surroundings: Surroundings;
  /** What notes say of signs that figures, names and headings bear. */
  footnotes: readonly Footnote[];
  /** The year the table is about. */
  formYear: FormYear;
}

/** What rows of tables are about. */
export type Subject = "indicators" | "projects" | "measures";

/** One of the kinds of sheet that are read: adding a kind is adding an entry to the list of them. */
export interface SheetKind {
  /** 指标数据 */
  name: string;
  /** The headings by which it is known, for messages. */
  headings: string;
  /** What its rows are about. */
  of: Subject;
  accepts(columns: readonly Column[]): boolean;
  read(context: SheetContext): Reading;
}
