import { amountText, type Change } from "./change.js";
import { runsAgainst, saidText, type Said } from "./row-sentence.js";
import { uncited } from "./cited.js";
import { trimmedAlone, trimmedTogether } from "./idle-zeros.js";
import { shared, type Verdict } from "./rules/rule-words.js";
import { enumerate, isListable, sentence } from "./wording.js";

/** More rows than this in one sentence are hard to follow when read aloud. */
const MOST_IN_A_SENTENCE = 4;

/**
 * Sentences for rows in order; neighbours of which the same is said share one: 分别为…和…。 Those that differ in all but a
 * kept demand share that: …；…，均符合“提高”的目标要求。
 */
export function neighbourSentences(rows: readonly Said[]): string[] {
  const groups = grouped(rows, (group, row) => group.every((each) => fits(each, row)));
  const chains = grouped(groups, (chain, group) => demandFits([...chain.flat(), ...group]));
  return chains.map(chainText);
}

/** Neighbours together, as many as `joins` lets and a sentence holds. */
function grouped<T>(items: readonly T[], joins: (group: readonly T[], item: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && last.length < MOST_IN_A_SENTENCE && joins(last, item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Whether all of them keep one demand, and it is the last that is said of each. */
function demandFits(rows: readonly Said[]): boolean {
  const [first] = rows;
  return (
    rows.length <= MOST_IN_A_SENTENCE &&
    first !== undefined &&
    first.verdict.lead.startsWith(KEPT) &&
    rows.every((row) => isPlain(row) && verdictsFit(first, row))
  );
}

/** How the verdict on a demand begins that is kept. */
const KEPT = "符合";

function chainText(chain: readonly (readonly Said[])[]): string {
  const texts = chain.map((group, at) => {
    if (chain.length === 1) return groupText(group);
    const last = at === chain.length - 1;
    return groupText(group.map((row) => ({ ...row, verdict: last ? ofAll(row.verdict, group) : UNSAID })));
  });
  return texts.map((text, at) => (at < texts.length - 1 ? text.replace(/。$/u, "；") : text)).join("");
}

/** A shared sentence says 均 by itself. */
function ofAll(verdict: Verdict, { length }: readonly Said[]): Verdict {
  return length === 1 ? { ...verdict, lead: `均${verdict.lead}` } : verdict;
}

const UNSAID = shared("");

function groupText(group: readonly Said[]): string {
  const isTrue = group.every(({ trueToShown }) => trueToShown);
  if (group.length > 1) return sharedSentence(isTrue ? trimmedRows(group) : group);
  const text = saidText(group[0]!);
  return isTrue ? trimmedAlone(text) : text;
}

/** Rows of which the same is said, their figures without idle zeros where all have such: what is equal then is one. */
function trimmedRows(group: readonly Said[]): readonly Said[] {
  const text = sharedSentence(group);
  if (trimmedTogether(text) === text) return group;
  return group.map((row) => ({
    ...row,
    value: trimmedTogether(row.value),
    changes: row.changes.map((change) => ({
      ...change,
      amount: { ...change.amount, number: trimmedTogether(change.amount.number) },
    })),
  }));
}

/**
 * Whether the same is said of both: unit, changes and verdict alike, nothing of their own to note, and
 * names that can be listed without being taken apart.
 */
function fits(a: Said, b: Said): boolean {
  return (
    [a, b].every((row) => isPlain(row) && isListable(row.name)) &&
    a.unit === b.unit &&
    a.course === b.course &&
    verdictsFit(a, b) &&
    changesFit(a.changes, b.changes) &&
    runsAgainst(a) === runsAgainst(b)
  );
}

function isPlain({ verdict, notes, aside, caution }: Said): boolean {
  return !verdict.alone && notes.length === 0 && aside === "" && caution === "";
}

function verdictsFit(a: Said, b: Said): boolean {
  const same = (part: "lead" | "figure" | "tail"): boolean => a.verdict[part] === b.verdict[part];
  return same("lead") && same("figure") && same("tail");
}

function changesFit(a: readonly Change[], b: readonly Change[]): boolean {
  return a.length === b.length && a.every((change, index) => changeFits(change, b[index]!));
}

/** Amounts of one unit share a clause, whichever way they went; ups and downs of other kinds stand alone. */
function changeFits(a: Change, b: Change): boolean {
  const shareable = a.kind === "moved" || a.kind === "level";
  return shareable && a.kind === b.kind && a.year === b.year && a.amount.unit === b.amount.unit;
}

/** 甲和乙分别为94.12%和95.30%，分别比2024年提高0.32个和0.40个百分点，均提前达到94%的目标。 */
function sharedSentence(group: readonly Said[]): string {
  const names = enumerate(group.map(({ name }) => name));
  return sentence([
    `${names}${sharedValues(group.map(({ value }) => value))}`,
    sharedChanges(group),
    group[0]!.course,
    sharedVerdict(group),
  ]);
}

/** 分别为94.12%和95.30%; 均为94.12%. */
function sharedValues(values: readonly string[]): string {
  const same = values.every((value) => uncited(value) === uncited(values[0]!));
  return same ? `均为${values[0]}` : `分别为${enumerate(values)}`;
}

/** Each change in a clause, but 均 said once of both and a level once for both years: 均与2024年、2020年持平. */
function sharedChanges(group: readonly Said[]): string {
  const bases = group[0]!.changes.map((_, index) => group.map((row) => row.changes[index]!));
  if (bases.length > 1 && bases.flat().every(({ kind }) => kind === "level"))
    return `均与${bases.map((changes) => `${changes[0]!.year}年`).join("、")}持平`;
  const against = runsAgainst(group[0]!);
  const clauses = bases.map((changes, at) => `${against && at > 0 ? "但" : ""}${sharedChange(changes)}`);
  const alike = clauses.length > 1 && clauses.every((clause) => clause.startsWith("均"));
  return alike ? `均${clauses.map((clause) => clause.slice(1)).join("、")}` : clauses.join("，");
}

function sharedChange(changes: readonly Change[]): string {
  const { kind, year, verb, amount } = changes[0]!;
  if (kind === "level") return `均与${year}年持平`;
  if (changes.some((change) => change.verb !== verb)) {
    const moves = changes.map((change) => `${change.verb}${amountText(change.amount)}`);
    return `分别比${year}年${enumerate(moves)}`;
  }
  if (changes.every((change) => change.amount.number === amount.number)) {
    return `均比${year}年${verb}${amountText(amount)}`;
  }
  const amounts = enumerate(changes.map((change) => `${change.amount.number}${change.amount.counter}`));
  return `分别比${year}年${verb}${amounts}${amount.unit}`;
}

/** So many kept targets are told by their number. */
const MANY = 4;

/** 均提前达到94%的目标, 4项指标继续保持达标. */
function sharedVerdict(group: readonly Said[]): string {
  const { year, lead, figure, tail } = group[0]!.verdict;
  if (lead === "") return "";
  if (group.length >= MANY && lead.startsWith("继续")) return `${group.length}项指标继续保持达标`;
  return `${year}${lead.startsWith("尚") ? "" : "均"}${lead}${figure}${tail}`;
}

/** So many rows of a paragraph with one course: it is told of all of them in the end. */
const SHARING = 3;

/** 五年来逐年提高: as `steady` of the courses of an evaluation says it. */
const STEADY = /^(?<span>\p{Script=Han}+年来)逐年\p{Script=Han}{2}$/u;

/**
 * Rows of a paragraph, and the sentence that tells once of them what would be said of each: 儿童视力健康各项指标五年来均逐年
 * 改善。 But for one of them: 除小学生近视率外，儿童视力健康各项指标…。 "" where not so many share a course; `subject` is what the
 * paragraph is about, and `others` are told in it without a course.
 */
export function sharedCourse(
  rows: readonly Said[],
  { subject, others }: { subject: string; others: readonly string[] },
): { rows: readonly Said[]; closing: string } {
  const spanOf = ({ course }: Said): string => STEADY.exec(course)?.groups?.["span"] ?? "";
  const alike = rows.map((row) =>
    rows.filter((other) => spanOf(row) !== "" && spanOf(other) === spanOf(row)),
  );
  const steady = alike.find(({ length }) => length >= SHARING);
  if (steady === undefined) return { rows, closing: "" };
  const [apart = "", ...more] = [
    ...rows.filter((row) => !steady.includes(row)).map(({ name }) => name),
    ...others,
  ];
  if (more.length > 0) return { rows, closing: "" };
  const but = apart === "" ? "" : `除${apart}外，`;
  return {
    rows: rows.map((row) => (steady.includes(row) ? { ...row, course: "" } : row)),
    // A health that goes down is none that gets better: of rates that should fall, too, it is this that is said.
    closing: sentence([`${but}${subject}各项指标${spanOf(steady[0]!)}均逐年改善`]),
  };
}
