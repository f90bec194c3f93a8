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

/** A folder for the proofs of one file, and a LibreOffice that has its profile there and nowhere else. */
export function officeFolder() {
  let path = "";
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), "proof-"));
  });
  afterAll(() => rm(path, { recursive: true }));
  return {
    file: (...names: readonly string[]) => join(path, ...names),
    /** Opens the files and saves each as `target` in `folder`, under its own base name. */
    async convert(files: readonly string[], target: Target, folder: string): Promise<void> {
      const profile = `-env:UserInstallation=${pathToFileURL(join(path, "profile")).href}`;
      const order = ["--headless", "--convert-to", target, "--outdir", folder];
      await promisify(execFile)("soffice", [profile, ...order, ...files]);
    },
  };
}
