import { EXIT, ReportError } from "../../issues/error.js";
import { issue, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import { datasetOf } from "../settle/dataset-of.js";
import type { Dataset } from "../dataset.js";
import { readLedger } from "../ledger/read.js";
import { EMPTY_HINT, readFolder } from "./read-folder.js";
import { readManifest, type ManifestReading } from "./read-manifest.js";

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
): Promise<{ dataset: Dataset; issues: Issue[] }> {
  const { listing, files } = await readFolder(folder);
  if (listing.workbooks.length === 0 && listing.ledger === null) {
    throw new ReportError(`数据文件夹“${folder}”中没有工作簿`, EXIT.usage, EMPTY_HINT, listing.issues);
  }
  const { manifest, issues: manifestIssues } = await reading;
  const { ledger, issues: ledgerIssues } = await readLedger(folder);
  const { dataset, issues } = datasetOf(files, manifest, plans, ledger, "folder");
  const unread = listing.otherLedgers.map((file) => issue("ledger/elsewhere", { file }, {}));
  const all = [...manifestIssues, ...ledgerIssues, ...unread, ...listing.issues, ...issues];
  if (holdsNothing(dataset)) {
    throw new ReportError(`数据文件夹“${folder}”中没有读到任何可用的数据`, EXIT.usage, EMPTY_HINT, all);
  }
  return { dataset, issues: all };
}

/** Gaps count as reading: a form that says 缺 everywhere is an answer, not an empty folder. */
function holdsNothing({ series, groups, progress, gaps }: Dataset): boolean {
  return Object.keys(series).length + groups.length + progress.length + gaps.length === 0;
}
