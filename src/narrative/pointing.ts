import { issue, type Issue, type Place } from "../issues/issue.js";
import { append } from "../terms/long-lists.js";
import type { Narrative, NarrativeBlock, NarrativeSection, Slot } from "./narrative.js";
import { alike, pointersIn, relabelled, sentencesOf, type Captions } from "./references.js";

/**
 * What people's sentences pointed to when they were written, by narrative files and sentences: of each number in one
 * what bore it then. A report's numbers shift with its data; a sentence nobody has touched means what it meant.
 */
export type KeptReferences = Readonly<Record<string, FileReferences>>;

type FileReferences = Readonly<Record<string, Titles>>;

/** What bore a number, by that. */
type Titles = Readonly<Record<string, string>>;

/** The numbers of a report: as people's text was written with, and as they are printed now. */
export interface Numbers {
  written: Captions;
  printed: Captions;
  /** 年度统计监测报告: for messages. */
  report: string;
}

/** Whether people's text points to anything by its number. */
export function points({ sections }: Pick<Narrative, "sections">): boolean {
  return sections.some((section) => textsIn(section).some((text) => pointersIn(text).length > 0));
}

/**
 * People's text with every number it points with as the report has it now, and what is to be looked at: what the report
 * does not have, and numbers in sentences that were changed since, where they name another thing now.
 */
export function pointed(
  narrative: Narrative,
  kept: KeptReferences,
  numbers: Numbers,
): { narrative: Narrative; issues: Issue[] } {
  const issues: Issue[] = [];
  const standing = new Set(narrative.sections.flatMap(sentencesIn));
  const sections = narrative.sections.map((section) => {
    const own = kept[section.where.file] ?? {};
    const gone = Object.entries(own).flatMap(([each, titles]) => (standing.has(each) ? [] : [titles]));
    const blocks = section.blocks.map((block) =>
      withTexts(block, (text) =>
        sentencesOf(text)
          .map((sentence) => {
            const read = sentenceNow(sentence, own[sentence.trim()] ?? {}, gone, numbers, block.where);
            append(issues, read.issues);
            return read.text;
          })
          .join(""),
      ),
    );
    return { ...section, blocks };
  });
  return { narrative: { ...narrative, sections }, issues };
}

function sentenceNow(
  sentence: string,
  then: Titles,
  gone: readonly Titles[],
  { written, printed, report }: Numbers,
  where: Place,
): { text: string; issues: Issue[] } {
  const issues: Issue[] = [];
  const text = relabelled(sentence, (label) => {
    const title = then[label];
    const now = labelOf(title ?? written.get(label), label, printed);
    const before = title ?? earlierTitle(label, gone, printed.get(now ?? label));
    if (before !== undefined && (now === null || before !== printed.get(now)))
      issues.push(issue("narrative/reference-moved", where, movedTo(label, before, printed)));
    else if (now === null && !printed.has(label))
      issues.push(
        issue("narrative/reference-missing", where, { label, report, known: alike(label, printed.keys()) }),
      );
    return now;
  });
  return { text, issues };
}

/** The number that what is called so bears now; null where nothing is, or several are. */
function labelOf(title: string | undefined, label: string, printed: Captions): string | null {
  if (title === undefined) return null;
  if (printed.get(label) === title) return label;
  const [found, second] = alike(label, printed.keys()).filter((each) => printed.get(each) === title);
  return second === undefined ? (found ?? null) : null;
}

/** What sentences that are no more called so: one may be what a changed one was. Where any meant what it is now, that. */
function earlierTitle(label: string, gone: readonly Titles[], now: string | undefined): string | undefined {
  const titles = gone.flatMap((each) => each[label] ?? []);
  return titles.find((title) => title === now) ?? titles[0];
}

function movedTo(label: string, before: string, printed: Captions) {
  return { label, before, moved: labelOf(before, label, printed), title: printed.get(label) ?? null };
}

/**
 * What is to be kept of a file's sentences: of those that were kept and stand as they stood what they pointed to then,
 * as long as the report has it; of others in the parts `renewed` what bears the numbers now.
 */
export function referencesToKeep(
  sections: readonly NarrativeSection[],
  renewed: readonly Pick<Slot, "id">[],
  own: FileReferences,
  captions: Captions,
): FileReferences {
  const titles = new Set(captions.values());
  const entries = sections.flatMap((section) => {
    const isRenewed = renewed.some(({ id }) => id === section.slot);
    return sentencesIn(section).flatMap((sentence): [string, Titles][] => {
      const then = own[sentence];
      const now = isRenewed ? nowIn(sentence, captions) : {};
      const lasts = then !== undefined && Object.values(then).every((title) => titles.has(title));
      const kept = lasts || !isRenewed ? (then ?? {}) : now;
      return Object.keys(kept).length === 0 ? [] : [[sentence, kept]];
    });
  });
  return Object.fromEntries(entries);
}

function nowIn(sentence: string, captions: Captions): Record<string, string> {
  const found = pointersIn(sentence).flatMap(({ label }): [string, string][] => {
    const title = captions.get(label);
    return title === undefined ? [] : [[label, title]];
  });
  return Object.fromEntries(found);
}

function sentencesIn(section: Pick<NarrativeSection, "blocks">): string[] {
  return textsIn(section)
    .flatMap(sentencesOf)
    .map((each) => each.trim());
}

function textsIn({ blocks }: Pick<NarrativeSection, "blocks">): string[] {
  return blocks.flatMap(({ runs, table }) => [...runs.map(({ text }) => text), ...(table?.notes ?? [])]);
}

function withTexts(block: NarrativeBlock, change: (text: string) => string): NarrativeBlock {
  const { runs, table } = block;
  return {
    ...block,
    runs: runs.map((run) => ({ ...run, text: change(run.text) })),
    table: table === null ? null : { ...table, notes: table.notes.map(change) },
  };
}
