import { join } from "node:path";
import { sha256 } from "../../files/digest.js";
import { readBytes } from "../../files/read.js";
import { issue, type Issue } from "../../issues/issue.js";
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

/** A hundred thousand lines: a district with all its towns fills them in some decades. */
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Reads the monitoring database of a data folder. A folder without one has nothing recorded yet; one that
 * cannot be read is an error, which stops whoever would add to it.
 */
export async function readLedger(folder: string): Promise<StoredLedger> {
  const { content: bytes, refusal } = await readBytes(join(folder, LEDGER_FILE), MOST_BYTES);
  if (refusal !== null) {
    const { why, reason } = refusal;
    const issues = why === "missing" ? [] : [issue("ledger/unreadable", { file: LEDGER_FILE }, { reason })];
    return { ledger: null, bytes: Buffer.alloc(0), issues };
  }
  const { entries, issues } = parseLedger(LEDGER_FILE, bytes);
  const input = { file: LEDGER_FILE, bytes: bytes.length, sha256: sha256(bytes) };
  return { ledger: { input, entries }, bytes, issues };
}
