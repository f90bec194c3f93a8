import { join, posix } from "node:path";
import { readByteLines, type LinesRead } from "../../files/lines.js";
import { hasErrors, issue, type Issue } from "../../issues/issue.js";
import type { InputFile } from "../dataset.js";
import type { LedgerVersion } from "./columns.js";
import { changesOf } from "./changes.js";
import { LEDGER_FILE, MOST_LEDGER_BYTES } from "./entry.js";
import { ledgerParser, type GiveLine, type ParsedLedger } from "./parse.js";
import { ledgerRecorder, type Ledger } from "./record.js";
import { lastRunState, ledgerStates, newestState, STATES_FOLDER, type LedgerState } from "./states.js";

/** A ledger as it lies on the disk: what is added goes behind it. */
export interface StoredLedger {
  /** null where the data folder has none that can be read. */
  file: StoredFile | null;
  /** The copies beside it, the newest first. */
  states: readonly LedgerState[];
  issues: readonly Issue[];
}

export interface StoredFile {
  input: InputFile;
  /** 序号 of its last line, and its seal. */
  lines: number;
  seal: string;
  /** Byte for byte as the program writes it; else it is written anew before something is added. */
  asWritten: boolean;
  /** Whether the last line has its end. */
  ended: boolean;
  version: LedgerVersion;
}

/**
 * Reads the monitoring database of a data folder through; `give` gets what its lines say, oldest first, and is
 * not to be believed where `file` comes to null. A folder without one has nothing recorded yet; one that cannot be
 * read, or is not as it was left, is an error, which stops whoever would add to it.
 */
export async function readLedger(folder: string, give: GiveLine = () => undefined): Promise<StoredLedger> {
  const { states, issues: unlisted } = await ledgerStates(folder);
  const newest = newestState(states, await lastRunState(folder));
  const parser = ledgerParser(LEDGER_FILE, give, newest?.ledger.lines);
  const { read, refusal } = await readByteLines(join(folder, LEDGER_FILE), MOST_LEDGER_BYTES, parser.take);
  if (refusal !== null) {
    const gone = newest && {
      lines: newest.ledger.lines,
      copies: states.some(({ ledger }) => ledger !== null),
    };
    const found = notRead(refusal.why, refusal.reason, gone);
    return { file: null, states, issues: [...unlisted, ...found] };
  }
  const parsed = parser.end();
  const changed = await changesOf(folder, parsed, newest);
  const found = [...unlisted, ...parsed.issues, ...changed, ...beside(parsed, newest)];
  const issues = hasErrors(found) ? found : [...found, ...form(parsed, read, newest !== null)];
  return { file: storedFile(parsed, read), states, issues: inLineOrder(issues) };
}

/** A copy of the ledger by itself: whether it can take its place. */
export async function readState(
  folder: string,
  { name }: LedgerState,
): Promise<{ file: StoredFile | null; issues: readonly Issue[] }> {
  const where = posix.join(STATES_FOLDER, name);
  const parser = ledgerParser(where, () => undefined);
  const { read, refusal } = await readByteLines(join(folder, where), MOST_LEDGER_BYTES, parser.take);
  if (refusal !== null) {
    return { file: null, issues: [issue("ledger/unreadable", { file: where }, { reason: refusal.reason })] };
  }
  const parsed = parser.end();
  const damaged = parsed.damaged.map(({ line }) => issue("ledger/changed-line", { file: where, line }, {}));
  return { file: storedFile(parsed, read), issues: [...parsed.issues, ...damaged] };
}

/** The ledger of a folder, joined figure by figure; null where there is none that can be read. */
export async function readRecord(
  folder: string,
): Promise<{ ledger: Ledger | null; issues: readonly Issue[] }> {
  const { take, record } = ledgerRecorder();
  const { file, issues } = await readLedger(folder, take);
  return { ledger: file === null ? null : { input: file.input, record }, issues };
}

function notRead(why: string, reason: string, gone: { lines: number; copies: boolean } | null): Issue[] {
  const where = { file: LEDGER_FILE };
  if (why === "missing") return gone === null ? [] : [issue("ledger/gone", where, gone)];
  return [issue(why === "not-text" ? "ledger/not-text" : "ledger/unreadable", where, { reason })];
}

function storedFile(parsed: ParsedLedger, read: LinesRead): StoredFile | null {
  const { version, lines, seal, rewritten } = parsed;
  if (version === null) return null;
  const { bytes, sha256, encoding, marked, ended } = read;
  return {
    input: { file: LEDGER_FILE, bytes, sha256 },
    lines,
    seal,
    ended,
    version,
    asWritten: rewritten === 0 && encoding === "utf-8" && marked && version === "chained",
  };
}

/** What only the copies beside the ledger can tell: whether it is the one that the last run left, or goes on from it. */
function beside(
  { version, lines, most, watched, changed, issues }: ParsedLedger,
  newest: ReturnType<typeof newestState>,
): Issue[] {
  const where = { file: LEDGER_FILE };
  // An empty file has no head that could be none of ours: a disk was lost before what was written reached it.
  if (version === null && (issues.length > 0 || newest === null)) return [];
  if (newest === null)
    return version === "chained" && lines > 0 ? [issue("ledger/no-copies", where, {})] : [];
  const { ledger, name } = newest;
  if (most < ledger.lines) return [issue("ledger/shorter", where, { lines: most, were: ledger.lines, name })];
  // Without 连环码 what it must have been is known up to the line of the copy.
  const isBeyond = version === "single" && lines > ledger.lines;
  const isOther = isBeyond || watched !== ledger.seal;
  return isOther && changed + issues.length === 0 ? [issue("ledger/another", where, { name })] : [];
}

/** How it was written, where it says all it said. */
function form(
  { version, rewritten }: ParsedLedger,
  { encoding, marked }: LinesRead,
  hasCopies: boolean,
): Issue[] {
  const where = { file: LEDGER_FILE };
  if (version === null) return [];
  // Who has copies had the column, too.
  const dropped = version === "single" && hasCopies;
  if (dropped || rewritten > 0 || encoding !== "utf-8" || !marked)
    return [issue("ledger/rewritten", where, { dropped })];
  return version === "single" ? [issue("ledger/unchained", where, {})] : [];
}

function inLineOrder(issues: readonly Issue[]): Issue[] {
  const line = ({ where }: Issue) => where?.line ?? 0;
  return [...issues].sort((a, b) => line(a) - line(b));
}
