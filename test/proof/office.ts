import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll } from "vitest";

/** A file type as LibreOffice's --convert-to names it. */
export type Target = "xlsx" | "pdf" | typeof CSV;

/**
 * Comma, double quote, UTF-8; texts unquoted, cells as shown, no formulas; every sheet in a file of its own
 * named `<workbook>-<sheet>.csv`. The tokens: LibreOffice Help, "Filter Options for CSV".
 */
export const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

/**
 * Comma, double quote, UTF-8, from the first line on, every column as it looks: what the import dialog
 * offers for a file with UTF-8's mark. A conversion opens no dialog and takes the system's code page.
 */
const OPENED_CSV = "--infilter=CSV:44,34,76,1";

/** A folder for the proofs of one file, and a LibreOffice that has its profile there and nowhere else. */
export function officeFolder() {
  let path = "";
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), "proof-"));
  });
  afterAll(() => rm(path, { recursive: true }));
  async function run(...order: readonly string[]): Promise<void> {
    const profile = `-env:UserInstallation=${pathToFileURL(join(path, "profile")).href}`;
    await promisify(execFile)("soffice", [profile, "--headless", ...order]);
  }
  return {
    file: (...names: readonly string[]) => join(path, ...names),
    /** Opens the files and saves each as `target` in `folder`, under its own base name. */
    convert: (files: readonly string[], target: Target, folder: string) =>
      run("--convert-to", target, "--outdir", folder, ...files),
    /** Opens a CSV as a table and saves it as a workbook in `folder`, under its own base name. */
    openCsv: (file: string, folder: string) =>
      run(OPENED_CSV, "--convert-to", "xlsx", "--outdir", folder, file),
  };
}
