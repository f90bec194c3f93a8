import { join, posix } from "node:path";
import { listFolder, MOST_ENTRIES, standingAt, type Entry } from "../../files/list.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { issue, type Issue } from "../../issues/issue.js";
import { compareText } from "../../terms/compare-text.js";
import { LEDGER_FILE } from "../ledger/entry.js";
import { PUBLISHED_FOLDER } from "../published/folder.js";
import { LEDGER_FOLDER } from "../ledger/states.js";

/** What a data folder holds for us, relative to it, with forward slashes, in stable order. */
export interface FolderListing {
  workbooks: readonly string[];
  /** The monitoring database, or null. */
  ledger: string | null;
  /** Ledgers in subfolders, copies mostly: they are not read. */
  otherLedgers: readonly string[];
  /** Texts, pictures and archives. */
  papers: readonly string[];
  /** What could not be looked into, so that nothing that may hold figures is left out in silence. */
  issues: readonly Issue[];
}

/** Tables of other programs are listed too, so that a finding can say what to do with them. */
const WORKBOOK = /\.(?:xlsx|xlsm|csv|xls|xlsb|et|ett|ods)$/iu;

/** Whether a file is a workbook by its name. */
export function isWorkbook(name: string): boolean {
  return WORKBOOK.test(name);
}

/** What people send figures in where they were asked for a workbook. */
const PAPER = /\.(?:docx?|rtf|wps|txt|pdf|ofd|pptx?|dps|html?|eml|jpe?g|png|bmp|tiff?|heic|zip|rar|7z)$/iu;

/** People's texts live here; the folder belongs to the report's narrative. */
const NARRATIVE = "narrative";

/**
 * Lists the workbooks in `folder` and its subfolders: no lock files of an open Excel (~$…), no hidden
 * files, nothing under narrative/, 已发布/ and 监测数据库/. Symbolic links are not followed, they may lead out of the folder, but told.
 * Throws ReportError (exit 2) where the folder cannot be listed, or holds far more than a data folder.
 */
export async function listWorkbooks(folder: string): Promise<FolderListing> {
  const found: Found = { files: [], issues: [], seen: 0 };
  await look(folder, "", found);
  const files = found.files.sort(compareText);
  return {
    workbooks: files.filter((file) => isWorkbook(file) && !isLedger(file)),
    ledger: files.find((file) => file === LEDGER_FILE) ?? null,
    otherLedgers: files.filter((file) => isLedger(file) && file !== LEDGER_FILE),
    papers: files.filter((file) => PAPER.test(file)),
    issues: found.issues,
  };
}

function isLedger(file: string): boolean {
  return posix.basename(file) === LEDGER_FILE;
}

interface Found {
  files: string[];
  issues: Issue[];
  /** Entries of all kinds. */
  seen: number;
}

async function look(folder: string, prefix: string, found: Found): Promise<void> {
  const { entries, refusal } = await listFolder(join(folder, prefix), MOST_ENTRIES - found.seen);
  if (refusal !== null) {
    const { why, reason } = refusal;
    if (why === "too-large") throw unlisted(folder, `其中的文件超过${MOST_ENTRIES}个`);
    if (prefix === "") throw unlisted(folder, reason);
    found.issues.push(issue("workbook/unreadable-folder", { file: prefix }, { reason }));
    return;
  }
  found.seen += entries.length;
  for (const entry of entries) {
    const path = prefix + entry.name;
    if (/^(?:~\$|\.)/u.test(entry.name) || path === NARRATIVE || path === PUBLISHED_FOLDER || isCopies(entry))
      continue;
    if (entry.is === "folder" && path !== LEDGER_FILE) {
      if (isWorkbook(path)) found.issues.push(issue("workbook/not-a-file", { file: path }, {}));
      await look(folder, `${path}/`, found);
    } else if (entry.is !== "link" || path === LEDGER_FILE) found.files.push(path);
    else if (await mayHoldFigures(folder, path, entry))
      found.issues.push(issue("workbook/link", { file: path }, {}));
  }
}

/** The copies beside a ledger are no workbooks, wherever it lies. */
function isCopies({ name, is }: Entry): boolean {
  return is === "folder" && name === LEDGER_FOLDER;
}

/** A pipe or a device that is called like a workbook is refused by whoever reads it. */
async function mayHoldFigures(folder: string, path: string, { name }: Entry): Promise<boolean> {
  return isWorkbook(name) || (await standingAt(join(folder, path)).catch(() => null)) === "folder";
}

function unlisted(folder: string, reason: string): ReportError {
  return new ReportError(
    `文件夹“${folder}”打不开：${reason}`,
    EXIT.usage,
    "请检查路径和访问权限；数据文件夹中只放监测工作簿和文字材料",
  );
}
