import type { Issue } from "../../issues/issue.js";
import type { Catalogue } from "../catalogue.js";
import type { Gap, GroupFigure, Observation, ProjectProgress, ReaderNote } from "../dataset.js";
import type { Grid } from "./grid.js";
import type { Column, Table } from "./table.js";
import type { Plan } from "../../plan/plan.js";

/** An observation before its workbook is known as a whole. */
type Reported = Omit<Observation, "formYear">;

/** One line of 重点项目进展; `status` null where the line leaves it blank. */
export type ProjectLine = Omit<ProjectProgress, "status"> & { status: ProjectProgress["status"] | null };

/** What one sheet (or row) gave. */
export interface Reading {
  observations: readonly Reported[];
  groups: readonly GroupFigure[];
  projects: readonly ProjectLine[];
  gaps: readonly Gap[];
  notes: readonly ReaderNote[];
  issues: readonly Issue[];
}

export const NOTHING: Reading = {
  observations: [],
  groups: [],
  projects: [],
  gaps: [],
  notes: [],
  issues: [],
};

/** Joins what rows and sheets gave, in order. */
export function joined(readings: readonly Reading[]): Reading {
  return {
    observations: readings.flatMap((each) => each.observations),
    groups: readings.flatMap((each) => each.groups),
    projects: readings.flatMap((each) => each.projects),
    gaps: readings.flatMap((each) => each.gaps),
    notes: readings.flatMap((each) => each.notes),
    issues: readings.flatMap((each) => each.issues),
  };
}

/** A reading of nothing but findings. */
export function onlyIssues(...issues: Issue[]): Reading {
  return { ...NOTHING, issues };
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
}

/** One of the kinds of sheet that are read: adding a kind is adding an entry to the list of them. */
export interface SheetKind {
  /** 指标数据 */
  name: string;
  /** The headings by which it is known, for messages. */
  headings: string;
  accepts(columns: readonly Column[]): boolean;
  read(context: SheetContext): Reading;
}
