import { EXIT, ReportError } from "../../issues/error.js";
import { hasErrors, issue, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import { catalogueOf } from "../catalogue.js";
import { datasetOfReadings } from "../settle/dataset-of.js";
import { workbookReading } from "../settle/workbook-reading.js";
import type { SheetCoverage } from "../coverage/coverage.js";
import type { Dataset } from "../dataset.js";
import { idleIds } from "../ledger/merge.js";
import { ledgerCoverage } from "../ledger/coverage.js";
import { readRecord } from "../ledger/read.js";
import { readPublished } from "../published/read.js";
import { EMPTY_HINT, readFolder } from "./read-folder.js";
import { readManifest, type ManifestReading } from "./read-manifest.js";

/** A data folder as it was read. */
export interface FolderReading {
  dataset: Dataset;
  issues: Issue[];
  /** What became of every figure on every sheet; counted when it is asked for. */
  coverage: () => Promise<SheetCoverage[]>;
  /** Nothing in the folder can be used; null where something can. */
  failure: ReportError | null;
}

/**
 * Reads the ledger, every workbook and manifest.yaml under `folder` into one data set for all `plans`.
 * Names of files are relative to the folder. Throws ReportError (exit 2) where there is no folder, no
 * workbook in it, or none that holds anything; everything else that is wrong is a finding. The manifest may
 * already be being read beside.
 */
export async function readData(
  folder: string,
  plans: readonly Plan[],
  reading: Promise<ManifestReading> = readManifest(folder),
): Promise<FolderReading> {
  const read = await readWhatever(folder, plans, reading);
  if (read.failure !== null) throw read.failure;
  return read;
}

/** The same, also where nothing in the folder can be used: what is wrong with it is told then, too. */
export async function readWhatever(
  folder: string,
  plans: readonly Plan[],
  reading: Promise<ManifestReading> = readManifest(folder),
): Promise<FolderReading> {
  const catalogue = catalogueOf(plans);
  const { listing, files } = await readFolder(folder, (content) => workbookReading(content, catalogue));
  const { ledger, issues: ledgerIssues } = await readRecord(folder);
  if (listing.workbooks.length === 0 && listing.ledger === null) {
    const told = [...listing.issues, ...ledgerIssues];
    throw new ReportError(`数据文件夹“${folder}”中没有工作簿`, EXIT.usage, EMPTY_HINT, told);
  }
  const { manifest, issues: manifestIssues } = await reading;
  const { published, issues: publishedIssues } = await readPublished(folder);
  const { dataset, issues, coverage } = datasetOfReadings(files, {
    manifest,
    plans,
    catalogue,
    ledger,
    extent: "folder",
    published,
  });
  const unread = listing.otherLedgers.map((file) => issue("ledger/elsewhere", { file }, {}));
  const all = [
    ...manifestIssues,
    ...ledgerIssues,
    ...publishedIssues,
    ...unread,
    ...listing.issues,
    ...issues,
  ];
  return {
    dataset: { ...dataset, hasErrors: hasErrors(all) },
    issues: all,
    failure: holdsNothing(dataset)
      ? new ReportError(`数据文件夹“${folder}”中没有读到任何可用的数据`, EXIT.usage, EMPTY_HINT, all)
      : null,
    coverage: async () => [
      ...(listing.ledger === null ? [] : [await ledgerCoverage(folder, idleIds(ledger, plans))]),
      ...coverage(),
    ],
  };
}

/** Gaps count as reading: a form that says 缺 everywhere is an answer, not an empty folder. */
function holdsNothing({ series, groups, progress, measures, gaps }: Dataset): boolean {
  const told = groups.length + progress.length + measures.length + gaps.length;
  return Object.keys(series).length + told === 0;
}
