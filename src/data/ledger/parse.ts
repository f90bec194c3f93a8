import { byteText, textOfBytes, type ByteText } from "../../files/lines.js";
import { issue, type Issue } from "../../issues/issue.js";
import {
  FIRST_SEAL,
  LEDGER_HEADS,
  checkCode,
  sealedLine,
  sealOf,
  sealOfBytes,
  type LedgerVersion,
} from "./columns.js";
import { decodeField, joinFields, splitFields } from "./csv-line.js";
import type { LedgerEntry } from "./entry.js";
import { entryReader } from "./entry-of.js";

/** A line that is not as it was written. */
export interface DamagedLine {
  /** Of the file, 1-based. */
  line: number;
  /** Its place among the lines of the ledger, from 1, by its neighbours. */
  number: number;
  fields: readonly string[];
}

/** What the lines of a ledger came to. */
export interface ParsedLedger {
  /** null where the head is none of ours: then no line was read. */
  version: LedgerVersion | null;
  /** 序号 of the last line, and its seal. */
  lines: number;
  seal: string;
  /** The seal of the line that was to be watched; null where there is no such line. */
  watched: string | null;
  /** Lines another program has written anew without changing what they say. */
  rewritten: number;
  /** The highest 序号 there is. */
  most: number;
  /** How many lines are not as they were written, and the first of them. */
  changed: number;
  damaged: readonly DamagedLine[];
  issues: readonly Issue[];
}

/** Gets what a line says, and on demand its text as the program writes it, without the codes. */
export type GiveLine = (entry: LedgerEntry, told: () => string) => void;

/** Takes the lines of a ledger one after another, the head first. */
export interface LedgerParser {
  take: (line: ByteText) => void;
  /** Of the head: null before it was taken, and where it is none of ours. */
  version: () => LedgerVersion | null;
  end: () => ParsedLedger;
}

interface State extends Omit<ParsedLedger, "damaged" | "issues"> {
  /** Of the file. */
  line: number;
  /** null behind a line that does not say its own. */
  before: string | null;
  /** How many lines do not go on from the one before them. */
  strays: number;
  separator: string;
  damaged: DamagedLine[];
  issues: Issue[];
}

/** More than anybody looks through, and than memory is worth. */
const MOST_DAMAGED = 10_000;

/**
 * A parser of the ledger that findings call `file`; `give` gets what its lines say, oldest first, and how they say it, without
 * the codes. A line that is not as it was written gives nothing: nothing is repaired. One that another program has only quoted or
 * parted otherwise is known by its code. `watch` is the 序号 of a line whose seal is asked for.
 */
export function ledgerParser(file: string, give: GiveLine, watch: number | null = null): LedgerParser {
  const state: State = {
    version: null,
    separator: ",",
    line: 0,
    lines: 0,
    seal: FIRST_SEAL,
    before: FIRST_SEAL,
    watched: null,
    rewritten: 0,
    most: 0,
    strays: 0,
    changed: 0,
    damaged: [],
    issues: [],
  };
  const entryOf = entryReader();
  const read = (line: ByteText) =>
    takeLine(state, line, file, ({ fields, told }) => {
      const entry = entryOf(decoded(fields, line));
      if (entry !== null) give(entry, told);
      return entry !== null;
    });
  return {
    take: (line) => {
      state.line += 1;
      if (state.line === 1) takeHead(state, textOfBytes(line), file);
      else if (state.version !== null && /[^,;\t"\s]/u.test(line)) {
        read(line);
        if (state.lines === watch) state.watched = state.seal;
      }
    },
    version: () => state.version,
    end: () => ({ ...state, issues: toldOnce(state) }),
  };
}

/** Most lines have nothing that was guarded. */
function decoded(fields: readonly ByteText[], line: ByteText): readonly ByteText[] {
  return /['\\]/u.test(line) ? (fields.map(decodeField) as ByteText[]) : fields;
}

/** A line or two may be gone or be moved; who sorts the lines moves all of them. */
const MOST_STRAYS = 2;

/** Many lines that do not go on from the one before them are one event. */
function toldOnce({ issues, strays }: State): readonly Issue[] {
  const [first] = issues.filter(({ code }) => STRAYS.has(code));
  if (strays <= MOST_STRAYS || first === undefined) return issues;
  const rest = issues.filter(({ code }) => !STRAYS.has(code));
  return [...rest, issue("ledger/out-of-order", first.where, { count: strays })];
}

const STRAYS: ReadonlySet<string> = new Set(["ledger/broken-chain", "ledger/out-of-sequence"]);

const SEPARATORS = [",", ";", "\t"];

function takeHead(state: State, line: string, file: string): void {
  for (const separator of SEPARATORS) {
    const fields = withoutPadding(splitFields(line, separator), 0);
    const version = (["chained", "single"] as const).find(
      (each) => LEDGER_HEADS[each].join("\n") === fields.join("\n"),
    );
    if (version === undefined) continue;
    Object.assign(state, { version, separator });
    if (line !== joinFields(LEDGER_HEADS[version])) state.rewritten += 1;
    return;
  }
  state.issues.push(issue("ledger/head", { file, line: 1 }, headTold(line)));
}

/** What a head has too little or too much of; nothing of a line that is no head. */
function headTold(line: string): { missing: string[]; extra: string[]; isHead: boolean } {
  const known: readonly string[] = LEDGER_HEADS.chained;
  const heads = SEPARATORS.map((separator) => splitFields(line, separator).map((field) => field.trim()));
  const shared = (fields: readonly string[]): number => fields.filter((each) => known.includes(each)).length;
  const fields = heads.find((each) => shared(each) * 2 > known.length) ?? [];
  const missing = known.filter((each) => !fields.includes(each));
  const extra = fields.filter((each) => each !== "" && !known.includes(each));
  return { missing, extra, isHead: fields.length > 0 };
}

/** Another program may put empty fields behind the last one. */
function withoutPadding(fields: string[], least: number): string[] {
  while (fields.length > least && fields.at(-1)?.trim() === "") fields.pop();
  return fields;
}

/** A line whose codes were looked at. */
interface Checked {
  /** As they stand in it, without the codes; and they in one, as the program writes them. */
  fields: readonly ByteText[];
  told: () => string;
  /** 连环码; null in a ledger without. */
  seal: string | null;
  /** Whether it goes on from the line before it. */
  follows: boolean;
}

function takeLine(state: State, line: ByteText, file: string, give: (line: Checked) => boolean): void {
  const checked = untouched(state, line) ?? sound(state, textOfBytes(line));
  const number = Number(checked?.fields[0]);
  if (checked === null || !give(checked)) {
    takeDamaged(state, textOfBytes(line));
    return;
  }
  if (!checked.follows || number !== state.lines + 1) {
    const expected = state.lines + 1;
    const found =
      number === expected
        ? issue("ledger/broken-chain", { file, line: state.line }, {})
        : issue("ledger/out-of-sequence", { file, line: state.line }, { number, expected });
    state.strays += 1;
    if (state.strays <= MOST_STRAYS) state.issues.push(found);
  }
  state.lines = number;
  state.most = Math.max(state.most, number);
  // A line of 0.1.0 has no seal: this is the one it gets when it is carried over.
  state.seal = checked.seal ?? sealedLine(checked.told(), state.seal).seal;
  state.before = state.seal;
}

/** The line as the program wrote it behind the one before it: its seal tells that of both. */
function untouched({ version, before }: State, line: ByteText): Checked | null {
  if (version !== "chained" || before === null) return null;
  const cut = line.lastIndexOf(",");
  const checked = line.slice(0, Math.max(cut, 0)) as ByteText;
  const seal = line.slice(cut + 1);
  if (sealOfBytes(checked, before) !== seal) return null;
  // Separators and quotes are one byte, which no other character holds.
  const fields = splitFields(checked) as ByteText[];
  if (fields.length !== LEDGER_HEADS.single.length) return null;
  fields.pop();
  const told = () => textOfBytes(checked.slice(0, checked.lastIndexOf(",")) as ByteText);
  return { fields, told, seal, follows: true };
}

/** The line whatever stands before it and however it was written: its own code tells that of what it says. */
function sound(state: State, line: string): Checked | null {
  const { version, separator, before } = state;
  if (version === null) return null;
  const count = LEDGER_HEADS[version].length;
  const all = withoutPadding(splitFields(line, separator), count);
  if (all.length !== count) return null;
  const fields = all.slice(0, LEDGER_HEADS.single.length - 1);
  const told = joinFields(fields);
  const [code = "", seal = null] = all.slice(fields.length);
  if (checkCode(told) !== code) return null;
  if (line !== joinFields(all)) state.rewritten += 1;
  // Behind a line that was changed beyond its own seal nobody can tell.
  const follows = seal === null || before === null || sealOf(`${told},${code}`, before) === seal;
  return { fields: fields.map(byteText), told: () => told, seal, follows };
}

function takeDamaged(state: State, line: string): void {
  const fields = withoutPadding(splitFields(line, state.separator), 0);
  const stated = fields.at(LEDGER_HEADS.chained.length - 1);
  state.lines += 1;
  state.most = Math.max(state.most, state.lines);
  state.changed += 1;
  state.before = stated !== undefined && /^c[0-9a-f]{10}$/u.test(stated) ? stated : null;
  if (state.before !== null) state.seal = state.before;
  if (state.damaged.length < MOST_DAMAGED)
    state.damaged.push({ line: state.line, number: state.lines, fields });
}
