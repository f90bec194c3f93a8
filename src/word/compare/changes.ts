import { shownFootnotes } from "../../terms/footnotes.js";
import { waiting } from "../../terms/waiting.js";
import type { Mark, Piece } from "../read/document.js";
import { KNOWN_AGAIN, plain, type Pair } from "./pairs.js";
import { PARAGRAPH_END, type Passage } from "./passages.js";

/** One person's change of one passage. */
export interface Change {
  /** Where it stands in the copy; of what was taken out, where it stood. */
  passage: Passage;
  kind: "edit" | "insert" | "delete" | "move";
  /** "" of what was put in. */
  before: string;
  /** "" of what was taken out. */
  after: string;
  /** "" where the change was not tracked. */
  author: string;
  date: string;
  /** Where it stands in a table, as it is told; "" elsewhere. */
  inTable: string;
  /** The text that a piece was moved out of. */
  within?: string;
  /** `passage`, and the cells that came or went with it. */
  passages: readonly Passage[];
}

/** Every change of a copy: those that were tracked, by person, and those that nobody tracked, in the order of the text. */
export function changesOf(passages: readonly Passage[], pairs: readonly Pair[]): Change[] {
  const all = [...passages.flatMap(trackedIn), ...pairs.flatMap(untracked)];
  return reunited(all).sort((a, b) => a.passage.number - b.passage.number);
}

/** What each person did to a passage, as if the others had done nothing. */
function trackedIn(passage: Passage): Change[] {
  const { pieces, before } = passage;
  const marks = pieces
    .flatMap(({ inserted, deleted }) => [inserted, deleted])
    .filter((mark) => mark !== null);
  return [...new Set(marks.map(({ author }) => author))].flatMap((author) => {
    const after = pieces.map((piece) => (isKept(piece, author) ? piece.text : "")).join("");
    if (after === before) return [];
    const own = marks.filter((mark) => mark.author === author);
    const date = own.map((mark) => mark.date).reduce((latest, each) => (each > latest ? each : latest), "");
    const kind = kindOf(before, after, own);
    return [{ ...placed(passage), kind, ...said(before, after), author, date }];
  });
}

function isKept({ inserted, deleted }: Piece, author: string): boolean {
  return (inserted === null || inserted.author === author) && deleted?.author !== author;
}

function kindOf(before: string, after: string, marks: readonly Mark[]): Change["kind"] {
  if (marks.length > 0 && marks.every(({ moved }) => moved)) return "move";
  return before.trim() === "" ? "insert" : after.trim() === "" ? "delete" : "edit";
}

function said(before: string, after: string): Pick<Change, "before" | "after"> {
  const lines = (text: string) => shownFootnotes(text).replaceAll(PARAGRAPH_END, "\n").trim();
  return { before: lines(before), after: lines(after) };
}

function untracked({ ours, theirs, moved }: Pair): Change[] {
  const [before, after] = [ours?.text ?? "", theirs?.text ?? ""];
  const passage = (theirs ?? ours)?.passage;
  if (passage === undefined || (plain(before) === plain(after) && !moved)) return [];
  const kind = moved ? "move" : kindOf(before, after, []);
  return [{ ...placed(passage), kind, ...said(before, after), author: "", date: "" }];
}

function placed(passage: Passage): Pick<Change, "passage" | "passages" | "inTable"> {
  return { passage, passages: [passage], inTable: passage.inTable };
}

/**
 * Where each passage of a copy stands in the program's own text, by its counterpart there or by that of the one before
 * it: so changes of several copies stand in one order. Pure.
 */
export function positionsOf(passages: readonly Passage[], pairs: readonly Pair[]): Map<Passage, number> {
  const own = new Map(
    pairs.flatMap(({ ours, theirs }) =>
      ours && theirs ? [[theirs.passage, ours.passage.number] as const] : [],
    ),
  );
  const gone = pairs.flatMap(({ ours }) =>
    ours === null ? [] : [[ours.passage, ours.passage.number] as const],
  );
  let last = 0;
  const theirs = passages.map((passage) => {
    last = own.get(passage) ?? (pairs.length === 0 ? passage.number : last);
    return [passage, last] as const;
  });
  return new Map([...gone, ...theirs]);
}

/**
 * Both ends of what a person moved are one change, at its new place: a whole paragraph, or a piece of one that came
 * elsewhere.
 */
function reunited(changes: readonly Change[]): Change[] {
  const left = waiting(
    changes.flatMap((change) => {
      const text = addedTo(change.after, change.before);
      return isKnownAgain(text, change.after) ? [{ change, key: keyOf(change.author, text) }] : [];
    }),
    ({ key }) => key,
  );
  const taken = new Set<Change>();
  const found = changes.map((change): Change => {
    const text = addedTo(change.before, change.after);
    const from = isKnownAgain(text, change.before) ? left(keyOf(change.author, text))?.change : undefined;
    if (from === undefined) return change;
    taken.add(from);
    const passages = [...new Set([...change.passages, ...from.passages])];
    return { ...change, kind: "move", before: text, after: text, passages, within: from.before };
  });
  return found.filter((change) => !taken.has(change));
}

const keyOf = (author: string, text: string): string => JSON.stringify([author, plain(text)]);

/** What came or went is a whole paragraph, nothing being left beside it, or a piece that is long enough. */
function isKnownAgain(text: string, beside: string): boolean {
  return text !== "" && (beside === "" || plain(text).length >= KNOWN_AGAIN);
}

/** What the one text has in one piece more than the other; "" where that is not all. */
function addedTo(less: string, more: string): string {
  let from = 0;
  while (from < less.length && less[from] === more[from]) from += 1;
  const rest = less.slice(from);
  return more.endsWith(rest) && more.length > less.length
    ? more.slice(from, more.length - rest.length).trim()
    : "";
}
