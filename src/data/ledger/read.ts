import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Issue } from "../../issues/issue.js";
import { LEDGER_FILE, type Ledger } from "./entry.js";
import { parseLedger } from "./parse.js";

/** A ledger as it lies on the disk, with its bytes: what is added is added to them. */
export interface StoredLedger {
  /** null where the data folder has none. */
  ledger: Ledger | null;
  /** Empty where there is none. */
  bytes: Buffer;
  issues: readonly Issue[];
}

/** Reads the monitoring database of a data folder. A folder without one has nothing recorded yet. */
export async function readLedger(folder: string): Promise<StoredLedger> {
  const bytes = await readFile(join(folder, LEDGER_FILE)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (bytes === null) return { ledger: null, bytes: Buffer.alloc(0), issues: [] };
  const { entries, issues } = parseLedger(LEDGER_FILE, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ledger: { input: { file: LEDGER_FILE, bytes: bytes.length, sha256 }, entries }, bytes, issues };
}
