import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ReportError } from "../error.js";
import type { Issue } from "../issue.js";
import type { Plan } from "../plan/plan.js";
import { readWorkbook, type WorkbookContent } from "../workbook/read.js";
import { datasetOf } from "./dataset-of.js";
import type { Dataset, Manifest } from "./dataset.js";
import { listFolder } from "./folder.js";
import { readLedger } from "./ledger/read.js";
import { NO_MANIFEST, parseManifest } from "./manifest.js";

const MISSING_HINT =
  "请把监测工作簿（.xlsx 或 .csv）放进该文件夹，或用 --data 指定所在文件夹；想先看看效果请用 --demo";

/**
 * Reads the ledger, every workbook and manifest.yaml under `folder` into one data set for all `plans`.
 * Names of files are relative to the folder. Throws ReportError (exit 2) where there is no folder, no
 * workbook in it, or none that holds anything; everything else that is wrong is a finding.
 */
export async function readData(
  folder: string,
  plans: readonly Plan[],
): Promise<{ dataset: Dataset; issues: Issue[] }> {
  await requireFolder(folder);
  const listing = await listFolder(folder);
  if (listing.workbooks.length === 0 && listing.ledger === null) {
    throw new ReportError(`数据文件夹“${folder}”中没有工作簿`, 2, MISSING_HINT);
  }
  const { manifest, issues: manifestIssues } = await readManifest(folder, listing.manifest);
  const files = await readWorkbooks(folder, listing.workbooks);
  const { ledger, issues: ledgerIssues } = await readLedger(folder);
  const { dataset, issues } = datasetOf(files, manifest, plans, ledger, "folder");
  const all = [...manifestIssues, ...ledgerIssues, ...issues];
  if (holdsNothing(dataset)) {
    throw new ReportError(`数据文件夹“${folder}”中没有读到任何可用的数据`, 2, MISSING_HINT, all);
  }
  return { dataset, issues: all };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === "ENOENT" || found.code === "ENOTDIR") {
      throw new ReportError(`没有数据文件夹“${folder}”`, 2, MISSING_HINT);
    }
    throw new ReportError(`数据文件夹“${folder}”打不开：${found.message}`, 2, "请检查该文件夹的访问权限");
  }
  if (!found.isDirectory()) throw new ReportError(`“${folder}”不是文件夹`, 2, MISSING_HINT);
}

async function readManifest(
  folder: string,
  name: string | null,
): Promise<{ manifest: Manifest; issues: Issue[] }> {
  if (name === null) return { manifest: NO_MANIFEST, issues: [] };
  return parseManifest(name, await readFile(join(folder, name), "utf8"));
}

/** One after another: each may take as much memory as its guard allows. */
async function readWorkbooks(folder: string, names: readonly string[]): Promise<WorkbookContent[]> {
  const files: WorkbookContent[] = [];
  for (const name of names) files.push(await readWorkbook(join(folder, name), name));
  return files;
}

/** Gaps count as reading: a form that says 缺 everywhere is an answer, not an empty folder. */
function holdsNothing({ series, groups, progress, gaps }: Dataset): boolean {
  return Object.keys(series).length + groups.length + progress.length + gaps.length === 0;
}
