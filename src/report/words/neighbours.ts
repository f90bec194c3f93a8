import type { Change } from "./change.js";
import { saidText, type Said } from "./row-sentence.js";
import { enumerate, isListable, sentence } from "./wording.js";

/** More rows than this in one sentence are hard to follow when read aloud. */
const MOST_IN_A_SENTENCE = 3;

/** Sentences for rows in order; neighbours of which the same is said share one: 分别为…和…。 */
export function neighbourSentences(rows: readonly Said[]): string[] {
  const groups: Said[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && last.length < MOST_IN_A_SENTENCE && last.every((each) => fits(each, row)))
      last.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => (group.length === 1 ? saidText(group[0]!) : sharedSentence(group)));
}

/**
 * Whether the same is said of both: unit, changes and verdict alike, nothing of their own to note, and
 * names that can be listed without being taken apart.
 */
function fits(a: Said, b: Said): boolean {
  const plain = [a, b].every(
    ({ name, verdict, notes, copula }) =>
      !verdict.alone && notes.length === 0 && copula === "为" && isListable(name),
  );
  return plain && a.unit === b.unit && verdictsFit(a, b) && changesFit(a.changes, b.changes);
}

function verdictsFit(a: Said, b: Said): boolean {
  return a.verdict.lead === b.verdict.lead && a.verdict.tail === b.verdict.tail;
}

function changesFit(a: readonly Change[], b: readonly Change[]): boolean {
  return a.length === b.length && a.every((change, index) => changeFits(change, b[index]!));
}

function changeFits(a: Change, b: Change): boolean {
  const shareable = a.kind === "moved" || a.kind === "level";
  return (
    shareable &&
    a.kind === b.kind &&
    a.verb === b.verb &&
    a.year === b.year &&
    a.amount.unit === b.amount.unit
  );
}

/** 甲和乙分别为94.12%和95.30%，分别比2024年提高0.32个和0.40个百分点，均提前达到2030年目标值（≥94%）。 */
function sharedSentence(group: readonly Said[]): string {
  const names = enumerate(group.map(({ name }) => name));
  const values = enumerate(group.map(({ value }) => value));
  const changes = group[0]!.changes.map((_, index) => sharedChange(group.map((row) => row.changes[index]!)));
  return sentence([`${names}分别为${values}`, ...changes, sharedVerdict(group)]);
}

function sharedChange(changes: readonly Change[]): string {
  const { kind, year, verb, amount } = changes[0]!;
  if (kind === "level") return `均与${year}年持平`;
  if (changes.every((change) => change.amount.number === amount.number)) {
    return `均比${year}年${verb}${amount.number}${amount.counter}${amount.unit}`;
  }
  const amounts = enumerate(changes.map((change) => `${change.amount.number}${change.amount.counter}`));
  return `分别比${year}年${verb}${amounts}${amount.unit}`;
}

function sharedVerdict(group: readonly Said[]): string {
  const { lead, tail } = group[0]!.verdict;
  if (lead === "") return "";
  const brackets = group.map(({ verdict }) => verdict.bracket);
  if (brackets[0] === "") return `均${lead}`;
  const same = brackets.every((bracket) => bracket === brackets[0]);
  return `均${lead}（${same ? brackets[0] : `分别为${enumerate(brackets)}`}）${tail}`;
}
