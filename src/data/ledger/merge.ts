import { issue, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import { catalogueOf, type Catalogue } from "../catalogue.js";
import type { ReaderNote, Revision } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import { reporterNames } from "../settle/reporters.js";
import { compare, recordedIn, type WorkbookFigures } from "./compare.js";
import type { Ledger } from "./record.js";
import { collectedNotes } from "./reader-notes.js";
import { standingOf } from "./standing.js";

/** The record, completed by what only workbooks say. */
export interface Merged extends Omit<WorkbookFigures, "file" | "sha256"> {
  revisions: readonly Revision[];
  /** Of figures the ledger holds; those of workbooks are their readings' own. */
  readerNotes: readonly ReaderNote[];
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
  const { known, issues } = knownIds(ledger, catalogue);
  const standing = standingOf(ledger.record, (id) => known.has(id));
  const reporters = reporterNames(catalogue.plans);
  const recorded = recordedIn(ledger.record, known, standing, { reporters, workbooks });
  const compared = workbooks.map((workbook) => compare(workbook, recorded));
  const rest = joinedFigures(compared.map(({ rest }) => rest));
  return {
    observations: [...standing.observations, ...rest.observations],
    groups: [...standing.groups.map((figure) => ({ figure, formYear: figure.year })), ...rest.groups],
    projects: [...standing.projects, ...rest.projects],
    measures: [...standing.measures, ...rest.measures],
    gaps: [...standing.gaps, ...rest.gaps],
    readerNotes: collectedNotes(standing.observations, catalogue),
    revisions: [...standing.revisions, ...onceEach(compared.flatMap(({ revisions }) => revisions))],
    issues: [...issues, ...standing.issues, ...compared.flatMap((each) => each.issues)],
  };
}

/** What several workbooks say alike was revised once. */
function onceEach(revisions: readonly Revision[]): Revision[] {
  const alike = groupBy(
    revisions,
    ({ indicator, year, old }) => `${indicator} ${year} ${old.value.toString()}`,
  );
  return [...alike.values()].flatMap(([first]) => first ?? []);
}

function joinedFigures(parts: readonly Omit<WorkbookFigures, "file" | "sha256">[]): Merged {
  return {
    observations: parts.flatMap(({ observations }) => observations),
    groups: parts.flatMap(({ groups }) => groups),
    projects: parts.flatMap(({ projects }) => projects),
    measures: parts.flatMap(({ measures }) => measures),
    gaps: parts.flatMap(({ gaps }) => gaps),
    revisions: [],
    readerNotes: [],
    issues: [],
  };
}

/** The ids whose lines are left alone. */
export function idleIds(ledger: Ledger | null, plans: readonly Plan[]): Set<string> {
  if (ledger === null) return new Set();
  const { known } = knownIds(ledger, catalogueOf(plans));
  return new Set([...ledger.record.ids.keys()].filter((id) => !known.has(id)));
}

/** Lines of rows that no plan has (any more) are left alone, and so are those in another unit than the plan's. */
function knownIds(
  { record, input }: Ledger,
  catalogue: Catalogue,
): Pick<Merged, "issues"> & { known: ReadonlySet<string> } {
  const issues: Issue[] = [];
  const known = new Set<string>();
  for (const [id, { count, measures }] of record.ids) {
    const indicator = catalogue.byId.get(id)?.indicator;
    if (indicator === undefined && !catalogue.projects.has(id) && !catalogue.measures.has(id)) {
      issues.push(issue("ledger/unknown-id", { file: input.file }, { id, count }));
      continue;
    }
    const other = [...measures].find((unit) => unit !== indicator?.unit);
    if (other === undefined) known.add(id);
    else {
      const args = { id, recorded: other, unit: indicator?.unit ?? "" };
      issues.push(issue("ledger/unit-differs", { file: input.file }, args));
    }
  }
  return { known, issues };
}
