import type { CellPlace } from "../../issues/place.js";
import { placesTold, hasErrors, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import { catalogueOf, type Catalogue } from "../catalogue.js";
import type { Figures } from "../checks/check.js";
import { checkCoverage, checkFigures } from "./checks.js";
import { coverageAfter, type Aftermath, type SheetCoverage } from "../coverage/coverage.js";
import type { Dataset, Gap, Manifest, Series } from "../dataset.js";
import { groupBy } from "../../terms/group-by.js";
import type { WorkbookFigures } from "../ledger/compare.js";
import type { Ledger } from "../ledger/record.js";
import { mergeLedger, type Merged } from "../ledger/merge.js";
import type { Published } from "../published/record.js";
import { publishedRevisions } from "../published/revisions.js";
import { NO_STRAYS, strayBases, type StrayBases } from "./base-figures.js";
import { settleGroups } from "./groups.js";
import { compareText } from "../../terms/compare-text.js";
import { inPlaceOrder } from "./place.js";
import { settleMeasures } from "./measures.js";
import { withoutMisplaced } from "./previous-alone.js";
import { settleProjects } from "./projects.js";
import { settleReferences } from "./references.js";
import type { Reading } from "../sheet/reading.js";
import { settle } from "./series.js";
import { graded } from "./severities.js";
import { silence } from "./silences.js";
import { workbookReading, type WorkbookReading } from "./workbook-reading.js";

/**
 * Makes one data set of workbooks already read and of the ledger, which is the record where there is one,
 * for all `plans`, and checks it. Pure: the same files in any order give the same data set and the same findings, ordered by file, sheet and cell.
 * What is not there is told only where the files are a whole data folder.
 */
export function datasetOf(
  files: readonly WorkbookContent[],
  manifest: Manifest,
  plans: readonly Plan[],
  ledger: Ledger | null = null,
  extent: "folder" | "files" = "files",
): DatasetReading {
  const catalogue = catalogueOf(plans);
  const readings = files.map((file) => workbookReading(file, catalogue));
  return datasetOfReadings(readings, { manifest, plans, catalogue, ledger, extent });
}

/** A data set, what was found in it, and what became of every figure of its workbooks. */
export interface DatasetReading {
  dataset: Dataset;
  issues: Issue[];
  coverage: () => SheetCoverage[];
}

/** What workbooks are made a data set with. */
export interface Circumstances {
  manifest: Manifest;
  plans: readonly Plan[];
  /** Of the same plans. */
  catalogue: Catalogue;
  ledger: Ledger | null;
  extent: "folder" | "files";
  /** Reports frozen in the folder. */
  published?: readonly Published[];
}

/** `datasetOf` workbooks whose sheets have been read by `workbookReading`. */
export function datasetOfReadings(
  readings: readonly WorkbookReading[],
  circumstances: Circumstances,
): DatasetReading {
  const { manifest, plans, extent } = circumstances;
  const workbooks = [...readings].sort((a, b) => compareText(a.file.name, b.file.name));
  const settled = settledOf(workbooks, circumstances);
  const figures = figuresOf(workbooks, settled, circumstances);
  const found = [
    ...workbooks.flatMap(({ file }) => file.issues),
    ...workbooks.flatMap(({ reading }) => reading.issues),
    ...Object.values(settled).flatMap(({ issues }) => issues),
  ];
  const absent = extent === "folder" ? checkCoverage(figures, plans) : [];
  const checked = [...graded(found, plans), ...checkFigures(figures, plans), ...absent];
  const told = inPlaceOrder(checked, ({ where }) => where);
  const { issues, silenced, idle } = silence(told, manifest.silences);
  const after = aftermathOf(settled);
  return {
    dataset: { ...figures, silenced, hasErrors: hasErrors(issues) },
    issues: [...graded(idle, plans), ...issues],
    coverage: () => {
      const coverageOf = coverageAfter(after);
      return workbooks.flatMap(({ file, sheets, reading }) => coverageOf(file.name, sheets, reading.fates));
    },
  };
}

/** What workbooks and ledger say, each kind of it settled; findings are told in this order. */
function settledOf(workbooks: readonly WorkbookReading[], { ledger, catalogue, extent }: Circumstances) {
  const reported = mergeLedger(workbooks.map(workbookFigures), ledger, catalogue);
  const placed = withoutMisplaced(reported.observations, workbooks, extent);
  const series = settle(placed.observations);
  return {
    reported,
    placed,
    series,
    bases: extent === "folder" ? basesAstray(workbooks, reported, series, catalogue) : NO_STRAYS,
    groups: settleGroups(reported.groups, catalogue),
    projects: settleProjects(reported.projects),
    measures: settleMeasures(reported.measures),
    references: settleReferences(
      workbooks.flatMap(({ reading }) => reading.references),
      catalogue,
    ),
  };
}

type Settled = ReturnType<typeof settledOf>;

/** Only the whole of a folder tells what a form showed. */
function basesAstray(
  workbooks: readonly WorkbookReading[],
  reported: Merged,
  { series, revisions }: ReturnType<typeof settle>,
  catalogue: Catalogue,
): StrayBases {
  const bases = workbooks.flatMap(({ reading }) => reading.bases);
  return strayBases(bases, { series, revisions: [...reported.revisions, ...revisions] }, catalogue);
}

function figuresOf(
  workbooks: readonly WorkbookReading[],
  { reported, series: settled, groups, projects, measures, references }: Settled,
  { manifest, ledger, catalogue, published = [] }: Circumstances,
): Figures {
  const revisions = [...reported.revisions, ...settled.revisions];
  return {
    manifest,
    inputs: [
      ...(ledger === null ? [] : [ledger.input]),
      ...workbooks
        .filter(({ isProduced }) => !isProduced)
        .map(({ file: { name, bytes, sha256 } }) => ({ file: name, bytes, sha256 })),
    ],
    series: settled.series,
    groups: groups.groups,
    references: references.references,
    progress: projects.progress,
    measures: measures.measures,
    revisions: [...revisions, ...publishedRevisions(settled.series, published, catalogue, revisions)],
    published,
    gaps: openGaps([...reported.gaps, ...settled.gaps], settled.series),
    readerNotes: inPlaceOrder(
      [...reported.readerNotes, ...workbooks.flatMap(({ reading }) => reading.notes)],
      ({ source }) => source,
    ),
  };
}

/** What became of cells after their sheets were read. */
function aftermathOf({
  reported,
  placed,
  bases,
  series: settled,
  groups,
  projects,
  references,
}: Settled): Aftermath {
  return {
    refused: [
      ...placed.refused,
      ...bases.refused,
      ...settled.gaps.map(({ source }) => source),
      ...groups.refused,
      ...references.refused,
      ...overruled(reported.issues),
    ],
    rows: [...projects.refused, ...groups.strangers],
    standing: Object.values(settled.series).flatMap((series) => series.map(({ source }) => source)),
  };
}

/** The cells of workbooks that the ledger knows otherwise. */
function overruled(issues: readonly Issue[]): CellPlace[] {
  const places = issues.filter(({ code }) => code === "ledger/differs").flatMap(placesTold);
  return places.flatMap((place) =>
    place.sheet !== undefined && place.cell !== undefined
      ? [{ file: place.file, sheet: place.sheet, cell: place.cell }]
      : [],
  );
}

function workbookFigures({ file, reading, formYear }: WorkbookReading): WorkbookFigures {
  return {
    file: file.name,
    sha256: file.sha256,
    observations: reading.observations.map((each) => ({ formYear, ...each })),
    groups: reading.groups.map((figure) => ({ figure, formYear })),
    projects: reading.projects,
    measures: reading.measures,
    gaps: timelyGaps(reading, formYear),
  };
}

/** Columns drawn for years to come are no gaps: blanks after the form year that give no reason are left out. */
function timelyGaps({ gaps }: Reading, formYear: number): Gap[] {
  return gaps.filter(
    ({ reason, statedReason, year }) => reason !== "blank" || statedReason !== "" || year <= formYear,
  );
}

/** What a gap says, most telling first. */
const REASONS: readonly Gap["reason"][] = ["refused", "belowUnit", "dash", "blank"];

/** The gaps no other cell's figure fills: every refused cell, else the most telling cell of a row and year. */
function openGaps(gaps: readonly Gap[], series: Readonly<Record<string, Series>>): Gap[] {
  const open = gaps.filter(({ indicator, year }) => !series[indicator]?.some((each) => each.year === year));
  const byCell = groupBy(open, ({ indicator, year }) => `${indicator} ${year}`);
  const kept = [...byCell.values()].flatMap((same) => {
    const refused = same.filter(({ reason }) => reason === "refused");
    const stated = same.filter(({ statedReason }) => statedReason !== "");
    const telling = REASONS.flatMap((each) => same.find(({ reason }) => reason === each) ?? []);
    return refused.length > 0 ? refused : [...stated, ...telling].slice(0, 1);
  });
  return inPlaceOrder(kept, ({ source }) => source);
}
