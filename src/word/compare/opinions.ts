import path from "node:path";
import { groupBy } from "../../terms/group-by.js";
import type { Change } from "./changes.js";
import { plain } from "./pairs.js";
import type { Passage } from "./passages.js";
import type { Finding, Rechecked } from "./rechecked.js";

/** What an office wants changed in one passage, or remarked on it. */
export interface Opinion {
  file: string;
  /** 区教委, or 区教委（张三） where the change bears a name of its own. */
  office: string;
  passage: Passage | null;
  /** Where it stands in a table; "" elsewhere. */
  inTable: string;
  before: string;
  after: string;
  /** What it remarked on the passage, a line each. */
  comment: string;
  /** Why it cannot simply be taken over: "" mostly. */
  note: string;
}

/** Two offices or more that want the same passage otherwise. */
export interface Clash {
  file: string;
  passage: Passage;
  /** The first of them, and the others. */
  office: string;
  others: readonly string[];
  text: string;
}

/** What all copies say, in the order of the report, and where they contradict each other. Pure. */
export function opinionsOf(copies: readonly Rechecked[]): { opinions: Opinion[]; clashes: Clash[] } {
  const all = copies.flatMap((copy) => copy.changes.map((change) => ({ copy, change })));
  const clashing = clashesIn(all);
  const opinions = copies.flatMap((copy) => [
    ...copy.changes.map((change) => opinionOf(copy, change, clashing.get(keyOf(copy, change))?.copies ?? [])),
    ...loneComments(copy),
  ]);
  const positions = new Map(copies.flatMap((copy) => [...copy.positions]));
  const at = ({ passage }: Opinion) => (passage === null ? 0 : (positions.get(passage) ?? passage.number));
  return {
    opinions: opinions.sort((a, b) => at(a) - at(b)),
    clashes: [...clashing.values()].map(clashOf),
  };
}

interface Said {
  copy: Rechecked;
  change: Change;
}

/** Changes that contradict each other: the first of them, and whose copies they stand in. */
interface Clashing {
  first: Said;
  copies: readonly Rechecked[];
}

/** Changes of one passage of one report: those of what was put in stand side by side. */
function keyOf({ report }: Rechecked, { before, within, kind }: Change): string {
  return kind === "insert" ? "" : JSON.stringify([report, plain(within ?? before)]);
}

function clashesIn(all: readonly Said[]): Map<string, Clashing> {
  const groups = groupBy(all, ({ copy, change }) => keyOf(copy, change));
  const clashing = [...groups].flatMap(([key, said]): [string, Clashing][] => {
    const [first] = said;
    const texts = new Set(said.map(({ change }) => plain(change.after)));
    const copies = [...new Set(said.map(({ copy }) => copy))];
    const isClash = key !== "" && texts.size > 1 && new Set(copies.map(({ file }) => file)).size > 1;
    return first === undefined || !isClash ? [] : [[key, { first, copies }]];
  });
  return new Map(clashing);
}

function clashOf({ first: { copy, change }, copies }: Clashing): Clash {
  const { office } = knownOf(copy);
  const others = othersOf(copy, copies);
  return { file: copy.file, passage: change.passage, office, others, text: change.before };
}

/** The other offices, or other copies of the same one by their files. */
function othersOf(copy: Rechecked, copies: readonly Rechecked[]): string[] {
  const own = knownOf(copy).office;
  const names = copies
    .filter((each) => each.file !== copy.file)
    .map((each) => {
      const { office } = knownOf(each);
      return office === own ? path.basename(each.file) : office;
    });
  return [...new Set(names)];
}

/** What is asked of a copy for each of its changes, gone through once: there may be thousands of them. */
interface Known {
  office: string;
  /** Their places among its comments and findings, by passage and by the passage's number. */
  comments: ReadonlyMap<Passage | null, readonly number[]>;
  findings: ReadonlyMap<number, readonly number[]>;
}

const KNOWN = new WeakMap<Rechecked, Known>();

function knownOf(copy: Rechecked): Known {
  const known = KNOWN.get(copy) ?? {
    office: officeOf(copy),
    comments: groupBy([...copy.comments.keys()], (at) => copy.comments[at]?.passage ?? null),
    findings: groupBy([...copy.findings.keys()], (at) => copy.findings[at]?.issue.where?.paragraph ?? -1),
  };
  KNOWN.set(copy, known);
  return known;
}

/** What stands at the places that some keys have, in its order, each once. */
function placed<K, T>(keys: readonly K[], places: ReadonlyMap<K, readonly number[]>, all: readonly T[]): T[] {
  const found = new Set(keys.flatMap((key) => places.get(key) ?? []));
  return [...found].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
}

function opinionOf(copy: Rechecked, change: Change, clash: readonly Rechecked[]): Opinion {
  const { passage, passages, inTable, before, after, author } = change;
  const { office, comments, findings } = knownOf(copy);
  const others = othersOf(copy, clash);
  const remarks = placed(passages, comments, copy.comments);
  const numbers = passages.map(({ number }) => number);
  const found = placed(numbers, findings, copy.findings);
  const note = [
    ...(others.length === 0 ? [] : [`与${others.join("、")}的修改不一致，待商定`]),
    ...found.filter(({ issue }) => issue.severity === "error").map(notedOf),
  ].join("；");
  const comment = remarks.map(({ text }) => text).join("\n");
  return { file: copy.file, office: signed(office, author), passage, inTable, before, after, comment, note };
}

function notedOf({ issue, written, right }: Finding): string {
  if (issue.code === "word/withheld") return `“${written}”在公开版中不公布`;
  return right === "" ? issue.message : `“${written}”与数据不符，应为${right}`;
}

/** An office, with the name of whoever wrote for it. */
function signed(office: string, author: string): string {
  return author === "" || author === office ? office : `${office}（${author}）`;
}

/** Comments on passages that nobody changed. */
function loneComments(copy: Rechecked): Opinion[] {
  const changed = new Set(copy.changes.flatMap(({ passages }) => passages));
  return copy.comments
    .filter(({ passage }) => passage === null || !changed.has(passage))
    .map(({ author, passage, quoted, text }) => {
      const office = signed(knownOf(copy).office, author);
      const inTable = passage?.inTable ?? "";
      return {
        file: copy.file,
        office,
        passage,
        inTable,
        before: quoted,
        after: "",
        comment: text,
        note: "",
      };
    });
}

/** What a file name says beside the report's own name. */
const OFFICE = /\p{sc=Han}/u;
const NOT_AN_OFFICE = /规划|报告|稿|^\d+$|^副本$|意见/u;

/** Whose copy it is: by the file's name, else by who changed most of it. */
export function officeOf({ file, changes, comments }: Rechecked): string {
  const stem = path.basename(file).replace(/\.[^.]+$/u, "");
  const named = stem
    .split(/[-_—－\s（）()【】]+/u)
    .find((part) => OFFICE.test(part) && !NOT_AN_OFFICE.test(part));
  if (named !== undefined) return named;
  const authors = [...changes, ...comments].map(({ author }) => author).filter((author) => author !== "");
  const [most] = [...groupBy(authors, (author) => author)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? stem;
}
