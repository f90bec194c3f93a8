import type { LedgerRecord } from "../../data/ledger/record.js";
import { standingOf, type Standing } from "../../data/ledger/standing.js";
import { reporterForms, type ReporterForm } from "../write/reporter-forms.js";
import type { Plan } from "../../plan/plan.js";

/** 齐全: everything asked for is there. 不齐: something is missing or wrong. 未报: nothing came back. */
type ReturnState = "齐全" | "不齐" | "未报";

/** Where a reporter stands with what it is asked for in a year. */
export interface ReporterSummary {
  reporter: string;
  state: ReturnState;
  /** Figures asked for (rows, parts, comparison series) and what became of them. */
  expected: number;
  received: number;
  /** Missing with a reason. */
  excused: number;
  /** Missing without one: ids, in the order of the form. */
  missing: readonly string[];
  /** Projects asked for, and those nothing is known of. */
  projects: number;
  projectsMissing: readonly string[];
  /** Measures of the plan asked for, and those nothing is known of. */
  measures: number;
  measuresMissing: readonly string[];
  /** Findings of severity error in the workbooks of this run. */
  errors: number;
  /** Whether the plan's 责任单位 of its rows are confirmed. */
  confirmed: boolean;
}

/** What this run saw of a reporter. */
export interface Seen {
  reporter: string;
  errors: number;
  /** Tables of towns or institutions that are not full. */
  blanks: number;
}

/** One entry per reporter that the plans ask for something in `year`, in the order of its forms. */
export function summaryOf(
  plans: readonly Plan[],
  record: LedgerRecord,
  year: number,
  seen: readonly Seen[],
): ReporterSummary[] {
  const standing = standingOf(record);
  const returned = new Set([...(record.reporters.get(year) ?? []), ...seen.map(({ reporter }) => reporter)]);
  const confirmed = confirmedReporters(plans);
  return reporterForms(plans, { series: {}, groups: [], sample: false }, year).map((form) => {
    const counts = countsOf(form, standing);
    const own = seen.filter(({ reporter }) => reporter === form.reporter);
    const errors = own.reduce((sum, each) => sum + each.errors, 0);
    const blanks = own.reduce((sum, each) => sum + each.blanks, 0);
    const complete = owedIn(counts).length + errors + blanks === 0;
    const state = complete ? "齐全" : returned.has(form.reporter) ? "不齐" : "未报";
    return { reporter: form.reporter, state, ...counts, errors, confirmed: confirmed.has(form.reporter) };
  });
}

function countsOf(
  { sections, projects, measures, year }: ReporterForm,
  standing: Standing,
): Omit<ReporterSummary, "reporter" | "state" | "errors" | "confirmed"> {
  const ids = sections.flatMap(({ lines }) => lines.map(({ indicator }) => indicator.id));
  const inYear = <T extends { year: number }>(items: readonly T[]) =>
    items.filter((each) => each.year === year);
  const received = new Set(
    [...inYear(standing.observations), ...inYear(standing.groups)].map(({ indicator }) => indicator),
  );
  const excused = new Set(inYear(standing.gaps).map(({ indicator }) => indicator));
  const told = new Set(inYear(standing.projects).map(({ project }) => project));
  const answered = new Set(inYear(standing.measures).map(({ measure }) => measure));
  return {
    expected: ids.length,
    received: ids.filter((id) => received.has(id)).length,
    excused: ids.filter((id) => !received.has(id) && excused.has(id)).length,
    missing: ids.filter((id) => !received.has(id) && !excused.has(id)),
    projects: projects.length,
    projectsMissing: projects.map(({ id }) => id).filter((id) => !told.has(id)),
    measures: measures.length,
    measuresMissing: measures.map(({ id }) => id).filter((id) => !answered.has(id)),
  };
}

/** The ids of what is asked for and not there. */
export function owedIn({
  missing,
  projectsMissing,
  measuresMissing,
}: Pick<ReporterSummary, "missing" | "projectsMissing" | "measuresMissing">): string[] {
  return [...missing, ...projectsMissing, ...measuresMissing];
}

function confirmedReporters(plans: readonly Plan[]): Set<string> {
  const rows = plans.flatMap((plan) => plan.rows.map(({ reporters }) => reporters));
  const open = new Set(rows.filter(({ confirmed }) => !confirmed).map(({ names }) => names[0]));
  return new Set(rows.flatMap(({ names }) => names.slice(0, 1)).filter((name) => !open.has(name)));
}
