import path from "node:path";
import {
  BYTE_ORDER_MARK,
  FIRST_SEAL,
  LEDGER_HEAD,
  LINE_END,
  ledgerLine,
  sealedLine,
} from "../../data/ledger/columns.js";
import { LEDGER_FILE, MOST_LEDGER_BYTES, type LedgerEntry } from "../../data/ledger/entry.js";
import { ledgerParser } from "../../data/ledger/parse.js";
import type { StoredFile, StoredLedger } from "../../data/ledger/read.js";
import { LAST_RUN_FILE, nextState, STATES_FOLDER, type LedgerState } from "../../data/ledger/states.js";
import { changedMeanwhile, copyOf } from "../../files/copy.js";
import { readByteLines } from "../../files/lines.js";
import type { Lock } from "../../files/lock.js";
import { ensureWritable, writeOutputs, type NamedContent } from "../../files/outputs.js";
import { allLeftoversIn, discard, SYSTEM, type System, type Writer } from "../../files/replace.js";

/** How many copies of the ledger lie beside it. */
const COPIES = 10;

/** What a ledger is written with: the lock that the caller holds, and the time for what is set aside. */
export interface Writing {
  lock: Lock;
  /** 2026-05-20T09:30:00+08:00 */
  time: string;
  system?: System | undefined;
}

/** A ledger that is to be written. */
interface NewLedger {
  content: Writer;
  /** 序号 of its last line, and its seal. */
  lines: number;
  seal: string;
}

/**
 * Puts `fresh` lines behind those of the ledger, and a copy of it all beside it: whoever reads, and whatever
 * happens, finds the old ledger or the new one. A ledger that another program or version has written is written
 * anew, and kept as it was. Throws ReportError where that cannot be done, and says what is so then.
 */
export async function addLines(
  folder: string,
  { file, states }: StoredLedger,
  fresh: readonly LedgerEntry[],
  writing: Writing,
): Promise<void> {
  const ledger = withLines(
    file === null ? NOTHING : wholeLedger(path.join(folder, LEDGER_FILE), file),
    fresh,
  );
  await writeLedger(folder, ledger, { states, replaced: file?.asWritten === false ? file : null }, writing);
}

/** Puts a copy of the ledger in its place; what stood there is kept beside it, whatever it was. */
export async function putBackState(
  folder: string,
  { name, file }: { name: string; file: StoredFile },
  { states, present }: { states: readonly LedgerState[]; present: { sha256: string } | null },
  writing: Writing,
): Promise<void> {
  const ledger = wholeLedger(path.join(folder, STATES_FOLDER, name), file);
  await writeLedger(folder, ledger, { states, replaced: present && { input: present } }, writing);
}

/** A ledger without lines. */
const NOTHING: NewLedger = {
  content: (write) => write(Buffer.from(BYTE_ORDER_MARK + LEDGER_HEAD + LINE_END)),
  lines: 0,
  seal: FIRST_SEAL,
};

function wholeLedger(at: string, { input, lines, seal, asWritten, ended }: StoredFile): NewLedger {
  const copy = copyOf(at, MOST_LEDGER_BYTES, input.sha256);
  const whole: Writer = async (write) => {
    await copy(write);
    if (!ended) await write(Buffer.from(LINE_END));
  };
  return { content: asWritten ? whole : rewritten(at, input.sha256), lines, seal };
}

/** The lines of a ledger as this version of the program writes them. */
function rewritten(at: string, sha256: string): Writer {
  return async (write) => {
    let before = FIRST_SEAL;
    let block = BYTE_ORDER_MARK + LEDGER_HEAD + LINE_END;
    const parser = ledgerParser(LEDGER_FILE, (_, told) => {
      const { text, seal } = sealedLine(told(), before);
      before = seal;
      block += text + LINE_END;
    });
    const { read } = await readByteLines(at, MOST_LEDGER_BYTES, parser.take, async () => {
      await write(Buffer.from(block));
      block = "";
    });
    if (read?.sha256 !== sha256) throw changedMeanwhile(at, "内容与刚才读到的不同");
  };
}

function withLines(before: NewLedger, fresh: readonly LedgerEntry[]): NewLedger {
  let { lines, seal } = before;
  const texts = fresh.map((entry) => {
    const line = ledgerLine(entry, (lines += 1), seal);
    seal = line.seal;
    return line.text + LINE_END;
  });
  const content: Writer = async (write) => {
    await before.content(write);
    await write(Buffer.from(texts.join("")));
  };
  return { content, lines, seal };
}

const WORDS = {
  unchanged: "，本次没有写入任何数据",
  next: "原有的监测数据库没有改动；请关闭打开它的程序（如 Excel）后重试",
};

/** Writes the ledger, its copy, what that is called, and a copy of what it replaces where that is not among them: all or nothing. */
async function writeLedger(
  folder: string,
  { content, lines, seal }: NewLedger,
  before: { states: readonly LedgerState[]; replaced: { input: { sha256: string } } | null },
  { lock, time, system = SYSTEM }: Writing,
): Promise<void> {
  const copies = path.join(folder, STATES_FOLDER);
  const words = { ...WORDS, within: folder };
  await ensureWritable(copies, words);
  await discard(await allLeftoversIn(copies));
  const aside =
    before.replaced === null ? [] : [setAside(folder, before.replaced.input, before.states, time)];
  const states = [...aside.map(({ state }) => state), ...before.states];
  const state = nextState(states, time, { lines, seal });
  // The ledger goes first: one that has more lines than its newest copy is no doubtful one, one with fewer is.
  const outputs: NamedContent[] = [
    ...aside.map(({ output }) => output),
    { name: LEDGER_FILE, content },
    { name: path.posix.join(STATES_FOLDER, state.name), content },
    { name: LAST_RUN_FILE, content: (write) => write(Buffer.from(state.name + LINE_END)) },
  ];
  await writeOutputs(folder, outputs, { ...words, ready: () => lock.check(), alone: true }, system);
  await discard(outdated([state, ...states]).map(({ name }) => path.join(copies, name)));
}

function setAside(
  folder: string,
  { sha256 }: { sha256: string },
  states: readonly LedgerState[],
  time: string,
): { state: LedgerState; output: NamedContent } {
  const state = nextState(states, time, null);
  const content = copyOf(path.join(folder, LEDGER_FILE), MOST_LEDGER_BYTES, sha256);
  return { state, output: { name: path.posix.join(STATES_FOLDER, state.name), content } };
}

/** So many states of the ledger are kept, and as many of what stood in its place. */
function outdated(states: readonly LedgerState[]): LedgerState[] {
  const [ours, others] = [true, false].map((own) => states.filter(({ ledger }) => (ledger !== null) === own));
  return [ours ?? [], others ?? []].flatMap((each) => each.slice(COPIES));
}
