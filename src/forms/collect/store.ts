import { BYTE_ORDER_MARK, LEDGER_HEAD, ledgerLine } from "../../data/ledger/columns.js";
import { LEDGER_FILE, type LedgerEntry } from "../../data/ledger/entry.js";
import type { StoredLedger } from "../../data/ledger/read.js";
import type { Lock } from "../../files/lock.js";
import { writeOutputs } from "../../files/outputs.js";

const LINE_END = "\r\n";

/** The bytes of a ledger with `fresh` lines behind those it has, which stay as they are. */
export function appended({ ledger, bytes }: StoredLedger, fresh: readonly LedgerEntry[]): Buffer {
  const before = ledger?.entries.length ?? 0;
  const lines = fresh.map((entry, index) => ledgerLine(entry, before + index + 1) + LINE_END).join("");
  if (ledger === null) return Buffer.from(BYTE_ORDER_MARK + LEDGER_HEAD + LINE_END + lines);
  const ended = bytes.at(-1) === "\n".charCodeAt(0);
  return Buffer.concat([bytes, Buffer.from((ended ? "" : LINE_END) + lines)]);
}

/**
 * Puts `bytes` in the place of the ledger: whoever reads, and whatever happens, finds the old ledger or the
 * new one. The caller holds `lock`.
 */
export async function replaceLedger(folder: string, bytes: Buffer, lock: Lock): Promise<void> {
  await writeOutputs(folder, [{ name: LEDGER_FILE, bytes }], {
    next: "原有的监测数据库没有改动；请关闭打开它的程序（如 Excel）后重试",
    ready: () => lock.check(),
    alone: true,
  });
}
