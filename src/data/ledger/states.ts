import { join, posix } from "node:path";
import { listFolder } from "../../files/list.js";
import { readText } from "../../files/read.js";
import { issue, type Issue } from "../../issues/issue.js";

/** What belongs to the ledger lies in a folder beside it: no workbook in it is read. */
export const LEDGER_FOLDER = "监测数据库";
/** In the data folder. */
export const STATES_FOLDER = posix.join(LEDGER_FOLDER, "备份");

/** What the last run called its copy: it tells of lines that were lost together with the newest copy. In the data folder. */
export const LAST_RUN_FILE = posix.join(LEDGER_FOLDER, "最近一次采集.txt");

/** A copy of the ledger as a run left it, or of what stood in its place before it was restored. */
export interface LedgerState {
  /** Of the file. */
  name: string;
  /** Rises by one from copy to copy. */
  number: number;
  /** 20260520-093000: when its last line was collected, or when it was set aside. */
  stamp: string;
  /** How many lines, and the seal of the last one; null for what was set aside as it stood. */
  ledger: { lines: number; seal: string } | null;
}

const NAME = /^(\d{4,})_(\d{8}-\d{6})_(?:(\d+)行_(c[0-9a-f]{10})|原样)\.csv$/u;

/** The copies beside the ledger of a data folder, the newest first; files of other names are none. */
export async function ledgerStates(
  folder: string,
): Promise<{ states: readonly LedgerState[]; issues: readonly Issue[] }> {
  const { entries, refusal } = await listFolder(join(folder, STATES_FOLDER));
  if (entries === null) {
    const { why, reason } = refusal;
    const file = STATES_FOLDER;
    return { states: [], issues: why === "missing" ? [] : [issue("ledger/no-list", { file }, { reason })] };
  }
  const states = entries.flatMap(({ name }) => stateOf(name) ?? []);
  return { states: states.sort((a, b) => b.number - a.number), issues: [] };
}

/** A name is no longer. */
const MOST_BYTES = 1024;

/** The copy that the last run left, whether it is still there or not; null where nothing tells. */
export async function lastRunState(folder: string): Promise<LedgerState | null> {
  const { text } = await readText(join(folder, LAST_RUN_FILE), MOST_BYTES, ["utf-8"]);
  return text === null ? null : stateOf(text.trim());
}

function stateOf(name: string): LedgerState | null {
  const [, number, stamp = "", lines, seal] = NAME.exec(name) ?? [];
  if (number === undefined) return null;
  const ledger = lines === undefined || seal === undefined ? null : { lines: Number(lines), seal };
  return { name, number: Number(number), stamp, ledger };
}

/** The next copy's name, its state being the ledger's or null for one set aside at `time`. */
export function nextState(
  states: readonly LedgerState[],
  time: string,
  ledger: LedgerState["ledger"],
): LedgerState {
  const number = (states[0]?.number ?? 0) + 1;
  const stamp = stampOf(time);
  const what = ledger === null ? "原样" : `${ledger.lines}行_${ledger.seal}`;
  return { name: `${String(number).padStart(4, "0")}_${stamp}_${what}.csv`, number, stamp, ledger };
}

/** 2026-05-20T09:30:00+08:00, as the clock on the wall showed it. */
function stampOf(time: string): string {
  const [year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] =
    time.match(/\d+/gu) ?? [];
  return `${year}${month}${day}-${hour}${minute}${second}`;
}

/** The copy the ledger has to go on from: the newest there is, or the one of the last run if that is gone. */
export function newestState(
  states: readonly LedgerState[],
  lastRun: LedgerState | null,
): (LedgerState & { ledger: { lines: number; seal: string } }) | null {
  const all = lastRun === null ? states : [lastRun, ...states].sort((a, b) => b.number - a.number);
  for (const state of all) if (state.ledger !== null) return { ...state, ledger: state.ledger };
  return null;
}
