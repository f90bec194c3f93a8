import type { Issue } from "../issue.js";
import type { Plan } from "../plan/plan.js";
import type { WorkbookContent } from "../workbook/read.js";
import { catalogueOf, type Catalogue } from "./catalogue.js";
import { checkCoverage, checkFigures } from "./checks.js";
import type { Dataset, Gap, Manifest, Observation, Series } from "./dataset.js";
import { groupBy } from "./group-by.js";
import { settleGroups, type DatedGroup } from "./groups.js";
import { compareText } from "./normalise.js";
import { inPlaceOrder } from "./place.js";
import { settleProjects } from "./projects.js";
import { readSheet } from "./read-sheet.js";
import { joined, type Reading } from "./reading.js";
import { settle } from "./series.js";
import { graded } from "./severities.js";
import { silence } from "./silences.js";

/** What one workbook gave, with its form year: the latest year it has a figure for. */
interface WorkbookReading {
  reading: Reading;
  /** 0 where it has none. */
  formYear: number;
}

/**
 * Makes one data set of workbooks already read, for all `plans`, and checks it. Pure: the same files
 * in any order give the same data set and the same findings, ordered by file, sheet and cell.
 * What is not there is told only where the files are a whole data folder.
 */
export function datasetOf(
  files: readonly WorkbookContent[],
  manifest: Manifest,
  plans: readonly Plan[],
  extent: "folder" | "files" = "files",
): { dataset: Dataset; issues: Issue[] } {
  const sorted = [...files].sort((a, b) => compareText(a.name, b.name));
  const catalogue = catalogueOf(plans);
  const workbooks = sorted.map((file) => readSheets(file, catalogue));
  const settled = settle(workbooks.flatMap(datedObservations));
  const groups = settleGroups(workbooks.flatMap(datedGroups));
  const projects = settleProjects(workbooks.flatMap(({ reading }) => reading.projects));
  const figures: Omit<Dataset, "silenced"> = {
    manifest,
    inputs: sorted.map(({ name, bytes, sha256 }) => ({ file: name, bytes, sha256 })),
    series: settled.series,
    groups: groups.groups,
    progress: projects.progress,
    revisions: settled.revisions,
    gaps: openGaps([...workbooks.flatMap(timelyGaps), ...settled.gaps], settled.series),
    readerNotes: inPlaceOrder(
      workbooks.flatMap(({ reading }) => reading.notes),
      ({ source }) => source,
    ),
  };
  const found = [
    ...sorted.flatMap(({ issues }) => issues),
    ...workbooks.flatMap(({ reading }) => reading.issues),
    ...settled.issues,
    ...groups.issues,
    ...projects.issues,
  ];
  const absent = extent === "folder" ? checkCoverage(figures, plans) : [];
  const checked = [...graded(found, plans), ...checkFigures(figures, plans), ...absent];
  const told = inPlaceOrder(checked, ({ where }) => where);
  const { issues, silenced, idle } = silence(told, manifest.silences);
  return { dataset: { ...figures, silenced }, issues: [...graded(idle, plans), ...issues] };
}

function readSheets({ name, sheets }: WorkbookContent, catalogue: Catalogue): WorkbookReading {
  const reading = joined(sheets.map((sheet) => readSheet(name, sheet, catalogue)));
  const dated = [...reading.observations, ...reading.groups];
  return { reading, formYear: dated.reduce((latest, { year }) => Math.max(latest, year), 0) };
}

function datedObservations({ reading, formYear }: WorkbookReading): Observation[] {
  return reading.observations.map((each) => ({ ...each, formYear }));
}

function datedGroups({ reading, formYear }: WorkbookReading): DatedGroup[] {
  return reading.groups.map((figure) => ({ figure, formYear }));
}

/** Columns drawn for years to come are no gaps: blanks after the form year that give no reason are left out. */
function timelyGaps({ reading, formYear }: WorkbookReading): Gap[] {
  return reading.gaps.filter(
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
