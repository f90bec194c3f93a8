import { join } from "node:path";
import { UTF8_ONLY } from "../files/decode.js";
import { jsonOf } from "../files/json.js";
import { readText } from "../files/read.js";
import { issue, type Issue } from "../issues/issue.js";
import {
  textOf,
  type GeneratedText,
  type GeneratedTexts,
  type NarrativeSection,
  type Slot,
} from "./narrative.js";
import type { KeptReferences } from "./pointing.js";

/** Beside the narratives, relative to the data folder: what the report said of each part when it was written out. */
export const WRITTEN_FILE = "narrative/.written.json";

const MOST_BYTES = 20 * 1024 * 1024;

/** By the names of narrative files, then by the ids of parts: the report's own text that people were given to amend. */
export type WrittenParts = Readonly<Record<string, Readonly<Record<string, readonly GeneratedText[]>>>>;

export interface WrittenReading {
  parts: WrittenParts;
  references: KeptReferences;
  /** As it stands; null where there is none, or none that can be read. */
  bytes: Buffer | null;
  issues: readonly Issue[];
}

/** Reads what is kept in a data folder of what people were given and wrote. Without the file nothing is known, nor told. */
export async function readWritten(dataFolder: string): Promise<WrittenReading> {
  const { text, content, refusal } = await readText(join(dataFolder, WRITTEN_FILE), MOST_BYTES, UTF8_ONLY);
  if (refusal?.why === "missing") return { ...NOTHING_KEPT, issues: [] };
  if (refusal !== null) return unread(refusal.reason);
  const { writtenShape } = await import("./written-shape.js");
  const parsed = writtenShape.safeParse(jsonOf(text));
  return parsed.success ? { ...parsed.data, bytes: content, issues: [] } : unread("内容不是本程序写出的");
}

function unread(reason: string): WrittenReading {
  return {
    ...NOTHING_KEPT,
    issues: [issue("narrative/written-unreadable", { file: WRITTEN_FILE }, { reason })],
  };
}

const NOTHING_KEPT = { parts: {}, references: {}, bytes: null };

/** The file's bytes: the same parts give the same, whatever order they came in. */
export function writtenBytes({ parts, references }: Pick<WrittenReading, "parts" | "references">): Buffer {
  const kept = { schemaVersion: 1, parts: sorted(parts), references: sorted(references) };
  return Buffer.from(`${JSON.stringify(kept, null, 2)}\n`);
}

/** By file and by what is kept of each; files of which nothing is kept are left out. */
function sorted<Kept>(files: Readonly<Record<string, Readonly<Record<string, Kept>>>>) {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([, own]) => Object.keys(own).length > 0)
      .sort(byName)
      .map(([file, own]) => [file, Object.fromEntries(Object.entries(own).sort(byName))]),
  );
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** What a part said when people's text was written from it and no longer says, and what it says instead. */
interface Difference {
  then: readonly string[];
  now: readonly string[];
}

function differenceOf(then: readonly GeneratedText[], now: readonly GeneratedText[]): Difference {
  const [before, after] = [sentencesOf(then), sentencesOf(now)];
  const without = (all: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
    [...all].filter(([key]) => !others.has(key)).map(([, sentence]) => sentence);
  return { then: without(before, after), now: without(after, before) };
}

/** The sentences of a part, by what they say: the number of a picture or a table in the report is not of it. */
function sentencesOf(texts: readonly GeneratedText[]): Map<string, string> {
  const sentences = texts
    .flatMap(({ heading, text }) => `${heading}${text}`.split(/(?<=[。；])/u))
    .map((each) => each.trim())
    .filter((each) => each !== "");
  return new Map(sentences.map((each) => [each.replaceAll(/([图表])\d+/gu, "$1"), each]));
}

/** Whether people's own words stand in the place of what is generated, the generated not being called for. */
export function isAmended({ blocks }: NarrativeSection): boolean {
  return (
    blocks.every(({ kind }) => kind !== "auto" && kind !== "drop") &&
    blocks.some(({ kind }) => kind !== "heading")
  );
}

/** The parts of a file that people wrote from figures that have changed since, each a finding at its heading. */
export function outOfDate(
  sections: readonly NarrativeSection[],
  parts: WrittenParts,
  own: GeneratedTexts,
  slots: readonly Slot[],
): Issue[] {
  return sections.flatMap((section) => {
    const { where, slot } = section;
    const difference = changedSince(section, parts, own);
    if (difference === null) return [];
    const heading = slots.find(({ id }) => id === slot)?.heading ?? slot;
    return [issue("narrative/out-of-date", where, { heading, ...difference })];
  });
}

/** null where nothing is kept of a section, or it says by itself what the part says now. */
function changedSince(
  section: NarrativeSection,
  parts: WrittenParts,
  own: GeneratedTexts,
): Difference | null {
  const then = parts[section.where.file]?.[section.slot];
  if (then === undefined || !isAmended(section)) return null;
  const difference = differenceOf(then, own.get(section.slot) ?? []);
  return difference.then.length + difference.now.length === 0 ? null : difference;
}

/** What is to be kept of a file's parts. */
export interface Kept {
  parts: WrittenParts[string];
  /** Those whose figures changed and which people have amended since: nothing in them is of the old text alone. */
  renewed: readonly Slot["id"][];
}

/**
 * Goes over a file's parts again: parts without people's text are dropped, and of those that changed the ones people
 * have brought up to date are kept as they are now.
 */
export function keptOf(
  file: string,
  sections: readonly NarrativeSection[],
  all: WrittenParts,
  own: GeneratedTexts,
): Kept {
  const renewed = sections.filter((section) => {
    const difference = changedSince(section, all, own);
    return difference !== null && !holdsOld(section, difference, own);
  });
  const ids = renewed.map(({ slot }) => slot);
  const there = new Set(sections.filter(isAmended).map(({ slot }) => slot));
  const kept = Object.entries(all[file] ?? {}).filter(([slot]) => there.has(slot));
  const parts = kept.map(
    ([slot, then]) => [slot, ids.includes(slot) ? (own.get(slot) ?? []) : then] as const,
  );
  return { parts: Object.fromEntries(parts), renewed: ids };
}

const FIGURE = /\d+(?:\.\d+)?/gu;

/** Whether people's text still says a sentence or a figure that only the old text had. */
function holdsOld({ blocks, slot }: NarrativeSection, { then }: Difference, own: GeneratedTexts): boolean {
  const text = blocks.map(textOf).join("\n");
  const figuresIn = (said: string): string[] => said.match(FIGURE) ?? [];
  const now = new Set(figuresIn((own.get(slot) ?? []).map((each) => each.heading + each.text).join("\n")));
  const old = new Set(then.flatMap(figuresIn).filter((figure) => !now.has(figure)));
  return then.some((sentence) => text.includes(sentence)) || figuresIn(text).some((each) => old.has(each));
}
