import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { LEDGER_FILE } from "../ledger/entry.js";
import { compareText } from "../sheet/normalise.js";

/** What a data folder holds for us, relative to it, with forward slashes, in stable order. */
export interface FolderListing {
  workbooks: readonly string[];
  /** The monitoring database, or null. */
  ledger: string | null;
  /** Ledgers in subfolders, copies mostly: they are not read. */
  otherLedgers: readonly string[];
}

/** Tables of other programs are listed too, so that a finding can say what to do with them. */
const WORKBOOK = /\.(?:xlsx|xlsm|csv|xls|xlsb|et|ett|ods)$/iu;
/** People's texts live here; the folder belongs to the report's narrative. */
const NARRATIVE = "narrative";

/**
 * Lists the workbooks in `folder` and its subfolders: no lock files of an open Excel (~$…), no hidden
 * files, nothing under narrative/. Symbolic links are not followed: they may lead out of the folder.
 */
export async function listFolder(folder: string): Promise<FolderListing> {
  const files = await filesUnder(folder, "");
  return {
    workbooks: files.filter((file) => WORKBOOK.test(file) && !isLedger(file)).sort(compareText),
    ledger: files.find((file) => file === LEDGER_FILE) ?? null,
    otherLedgers: files.filter((file) => isLedger(file) && file !== LEDGER_FILE).sort(compareText),
  };
}

function isLedger(file: string): boolean {
  return posix.basename(file) === LEDGER_FILE;
}

async function filesUnder(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith("~$") || entry.name.startsWith(".")) continue;
    const path = prefix + entry.name;
    if (entry.isFile()) found.push(path);
    else if (entry.isDirectory() && path !== NARRATIVE) found.push(...(await filesUnder(folder, `${path}/`)));
  }
  return found;
}
