import path from "node:path";
import { LEDGER_FILE, MOST_LEDGER_BYTES } from "../../data/ledger/entry.js";
import { readState } from "../../data/ledger/read.js";
import { ledgerStates, type LedgerState } from "../../data/ledger/states.js";
import { digestOf } from "../../files/digest.js";
import { EXIT, ReportError } from "../../issues/error.js";
import { hasErrors } from "../../issues/issue.js";
import { withCollectLock, type CollectWorld } from "./lock.js";
import { putBackState } from "./store.js";

/**
 * Puts the copy of that number in the place of the ledger, which is kept beside it whatever it is. Throws
 * ReportError (exit 2) where there is no such copy, (exit 1) where it is damaged itself.
 */
export async function restoreInto(
  folder: string,
  number: number,
  { time, system, ...world }: CollectWorld,
): Promise<LedgerState> {
  return withCollectLock(folder, world, async (lock) => {
    const { states, issues: unlisted } = await ledgerStates(folder);
    const state = states.find((each) => each.number === number);
    if (state === undefined) {
      const hint = "不写编号时列出所有备份：report collect --restore";
      throw new ReportError(`没有第${number}份备份`, EXIT.usage, hint, unlisted);
    }
    const { file, issues } = await readState(folder, state);
    if (file === null || hasErrors(issues)) {
      const message = `第${number}份备份本身不完整，没有恢复，监测数据库没有改动`;
      throw new ReportError(message, EXIT.findings, "请恢复另一份；需要看它的内容，可另行打开", issues);
    }
    const present = await presentLedger(folder);
    await putBackState(folder, { name: state.name, file }, { states, present }, { lock, time, system });
    return state;
  });
}

/** null where there is none. */
async function presentLedger(folder: string): Promise<{ sha256: string } | null> {
  const file = path.join(folder, LEDGER_FILE);
  const { sha256, refusal } = await digestOf(file, MOST_LEDGER_BYTES);
  if (refusal === null) return { sha256 };
  if (refusal.why === "missing") return null;
  const message = `现有的“${file}”读不出来，不能留存，没有恢复：${refusal.reason}`;
  throw new ReportError(message, EXIT.usage, "请关闭打开它的程序，或把它移到别处后重试");
}
