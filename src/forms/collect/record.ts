import { datasetOf } from "../../data/settle/dataset-of.js";
import type { Dataset, Manifest } from "../../data/dataset.js";
import { LEDGER_FILE, figureKey, type LedgerEntry } from "../../data/ledger/entry.js";
import { readFolder } from "../../data/folder/read-folder.js";
import { readManifest } from "../../data/folder/read-manifest.js";
import { isDoubt, type Issue } from "../../issues/issue.js";
import type { Plan } from "../../plan/plan.js";
import type { WorkbookContent } from "../../workbook/read/read.js";
import type { Collected } from "./collect.js";
import type { Returned } from "./returned.js";
import { cellKey, type CellPlace } from "../../issues/place.js";

/** What a data folder holds beside its ledger. */
export interface Beside {
  workbooks: readonly WorkbookContent[];
  manifest: Manifest;
}

/** The district's record: the ledger, and what only workbooks of the data folder say. */
export interface DistrictRecord {
  dataset: Dataset;
  /** Findings on figures of the ledger, each with the line it is about. */
  findings: readonly LedgerFinding[];
  /** Those the manifest excuses. */
  excused: readonly LedgerFinding[];
}

interface LedgerFinding {
  issue: Issue;
  line: LedgerEntry;
}

/** Where nothing has been collected, or is not to count. */
export const NO_LEDGER = { record: null, lines: [] } as const;
type NoLedger = typeof NO_LEDGER;

/** Reads what lies in `folder` beside the ledger, a returned workbook that lies there itself left out. */
export async function readBeside(folder: string, returned: readonly Returned[]): Promise<Beside> {
  const collected = new Set(returned.map(({ content }) => content.sha256));
  const [{ files }, { manifest }] = await Promise.all([
    readFolder(folder, (content) => content),
    readManifest(folder),
  ]);
  return { workbooks: files.filter(({ sha256 }) => !collected.has(sha256)), manifest };
}

export function recordOf(
  { workbooks, manifest }: Beside,
  { record, lines: told }: Pick<Collected, "record" | "lines"> | NoLedger,
  plans: readonly Plan[],
): DistrictRecord {
  const ledger =
    record === null || record.ids.size === 0
      ? null
      : { input: { file: LEDGER_FILE, bytes: 0, sha256: "" }, record };
  const { dataset, issues } = datasetOf(workbooks, manifest, plans, ledger);
  // A finding stands on the very source of the line it is about: two workbooks may have one name.
  const lines = new Map<Issue["where"] | CellPlace, LedgerEntry>(told.map((line) => [line.source, line]));
  const onLines = (found: readonly Issue[]): LedgerFinding[] =>
    found.flatMap((issue) => {
      const line = lines.get(issue.where);
      return line === undefined ? [] : [{ issue, line }];
    });
  return { dataset, findings: onLines(issues), excused: onLines(dataset.silenced.map(({ issue }) => issue)) };
}

/**
 * What is found on the figures of a returned workbook: on their own, and beside the other years and rows
 * of the record they have entered. Of 上年数 only the record knows whether it is odd, or the year after it.
 */
export function findingsOn(
  { entries, shown, issues }: Returned,
  { findings, excused }: DistrictRecord,
): readonly Issue[] {
  const own = new Map([...entries, ...shown].map((line) => [reportKey(line), line.source]));
  const onOwn = (found: readonly LedgerFinding[]): Issue[] =>
    found.flatMap(({ issue, line }) => {
      const where = own.get(reportKey(line));
      return where === undefined ? [] : [{ ...issue, where }];
    });
  const beside = onOwn(findings);
  const told = new Set([...beside, ...onOwn(excused)].flatMap(mattersOf));
  const printed = new Set(shown.map(({ source }) => cellKey(source)));
  const isRefused = ({ code, severity }: Issue) => severity === "error" && !isDoubt(code);
  const alone = issues.filter(
    (each) =>
      !told.has(matterOf(each)) &&
      (isRefused(each) || each.where === null || !printed.has(cellKey(each.where))),
  );
  return [...alone, ...beside];
}

/** The same in a line of the ledger and in a workbook that says it again, under another name or saved anew. */
function reportKey(line: LedgerEntry): string {
  const { kind, formYear, value, project } = line;
  return [figureKey(line), kind, formYear, value?.toFixed() ?? "", project?.quantity ?? ""].join("\n");
}

/** The same of each of its cells. */
function mattersOf(found: Issue): string[] {
  return [matterOf(found), ...found.cells.map((where) => matterOf({ ...found, where }))];
}

/** What a finding is about. Beside the other years a figure may be doubted for another reason than alone. */
function matterOf({ code, where }: Issue): string {
  const matter = isDoubt(code) ? "doubt" : code;
  return where === null ? matter : [matter, cellKey(where)].join("\n");
}
