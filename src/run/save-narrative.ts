import path from "node:path";
import { ensureWritable, writeOutputs, type NamedBytes } from "../files/outputs.js";
import { readBytes } from "../files/read.js";
import { EXIT, ReportError } from "../issues/error.js";
import type { Generated, GeneratedText, NarrativeSection, Slot } from "../narrative/narrative.js";
import { referencesToKeep } from "../narrative/pointing.js";
import { keptOf, readWritten, WRITTEN_FILE, writtenBytes } from "../narrative/written.js";

const NEXT = "请关闭正在编辑该文件的程序，或检查访问权限";

/** A file beside people's text as it is to stand; `name` is relative to the data folder. */
export interface NarrativeBytes {
  name: string;
  /** What stood in it when it was read; null where there was none. */
  earlier: Buffer | null;
  bytes: Buffer;
}

/**
 * Writes narrative files, all in one folder, together. Throws ReportError where it cannot, or where somebody changed
 * one since it was read.
 */
export async function saveNarrative(dataFolder: string, files: readonly NarrativeBytes[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const folder = path.join(dataFolder, path.dirname(first.name));
  const outputs = files.map(({ name, bytes }): NamedBytes => ({ name: path.basename(name), bytes }));
  await ensureWritable(folder, { next: NEXT, within: dataFolder });
  await writeOutputs(folder, outputs, {
    next: NEXT,
    within: dataFolder,
    ready: async () => {
      for (const { name, earlier } of files) await unchanged(path.join(dataFolder, name), earlier);
    },
  });
}

async function unchanged(file: string, earlier: Buffer | null): Promise<void> {
  const { content } = await readBytes(file, Infinity);
  if (content === null ? earlier === null : earlier?.equals(content) === true) return;
  throw new ReportError(`${file} 刚刚被改动，没有写入`, EXIT.usage, "请保存并关闭该文件后重试");
}

/** What is to be kept of the text that the parts of a file were written from. */
export interface WrittenRecord {
  /** Empty where the file that keeps it stays as it is. */
  record: readonly NarrativeBytes[];
  /** The parts that were out of date and are no more. */
  renewed: readonly NarrativeSection["slot"][];
}

interface Renewal {
  said: Generated;
  given: readonly Slot[];
  pointing: readonly Slot[];
}

/**
 * Goes over what is kept of narrative `file`, whose sections are given as they are to stand: `given` are the parts
 * written now from what the report says by itself, `said`; what the parts `pointing` point to is what bears that number
 * in `said`. Throws ReportError where what is kept of other parts cannot be read, and would be lost.
 */
export async function writtenRecord(
  dataFolder: string,
  file: string,
  sections: readonly NarrativeSection[],
  { said: { texts, captions }, given, pointing }: Renewal,
): Promise<WrittenRecord> {
  const { parts, references, bytes: earlier, issues } = await readWritten(dataFolder);
  const [unread] = issues;
  if (unread !== undefined)
    throw new ReportError(`${WRITTEN_FILE} ${unread.message}`, EXIT.usage, unread.hint);
  const isGiven = ({ slot }: NarrativeSection): boolean => given.some(({ id }) => id === slot);
  const others = sections.filter((section) => !isGiven(section));
  const kept = keptOf(file, others, parts, texts);
  const now = given.flatMap(({ id }): [Slot["id"], readonly GeneratedText[]][] => {
    const text = texts.get(id);
    return text === undefined ? [] : [[id, text]];
  });
  const own = { ...kept.parts, ...Object.fromEntries(now) };
  const pointed = referencesToKeep(sections, pointing, references[file] ?? {}, captions);
  const bytes = writtenBytes({
    parts: { ...parts, [file]: own },
    references: { ...references, [file]: pointed },
  });
  const isEmpty = Object.keys(own).length + Object.keys(pointed).length === 0;
  const stays = earlier === null ? isEmpty : earlier.equals(bytes);
  return { record: stays ? [] : [{ name: WRITTEN_FILE, earlier, bytes }], renewed: kept.renewed };
}

/** The headings of parts, for a person. */
export function headingsFor(ids: readonly Slot["id"][], slots: readonly Slot[]): string[] {
  return ids.map((id) => slots.find((slot) => slot.id === id)?.heading ?? id);
}

/** Tells of parts that are told as out of date no more; "" without any. */
export function renewedText(headings: readonly string[]): string {
  return headings.length === 0 ? "" : `数据变化以后已经改好的部分，以后不再提示：${headings.join("、")}\n`;
}
