import path from "node:path";
import { EXIT, ReportError } from "../../issues/error.js";
import { readNarrativeFile } from "../../narrative/file.js";
import { labelled, labelsIn, withoutLeftNotes } from "../../narrative/note-labels.js";
import { headingsOf, namedBelow } from "../../narrative/headings.js";
import {
  textOf,
  type NarrativeBlock,
  type Generated,
  type ReportKind,
  type Slot,
} from "../../narrative/narrative.js";
import { apart } from "../../terms/footnotes.js";
import { parseNarrative } from "../../narrative/parse.js";
import { ancestors, JOINT, narrativeName, slotsFor } from "../../narrative/slots.js";
import { isAmended } from "../../narrative/written.js";
import { plain } from "../../word/compare/pairs.js";
import { headingsFor, saveNarrative, writtenRecord } from "../save-narrative.js";
import type { Original } from "./original.js";
import type { Written } from "./taking.js";

/** What became of a narrative file: the headings that were written, and those that were not, being unsound. */
export interface WrittenFile {
  file: string;
  /** Of parts told as out of date that are no more. */
  renewed: readonly string[];
  headings: readonly string[];
  unsound: readonly string[];
}

/**
 * Puts the sections into the narrative file of one kind of report, which wins over the year's. All else in it stays;
 * a section that would not be read back as it was meant is left out. Throws ReportError where the file cannot be read.
 */
export async function writeSections(
  dataFolder: string,
  { plan, narrative }: Pick<Original, "plan" | "narrative">,
  { kind, year }: { kind: ReportKind; year: number },
  sections: ReadonlyMap<Slot["id"], readonly Written[]>,
  said: Generated,
): Promise<WrittenFile> {
  const file = narrativeName(plan, year, kind);
  const { content, bytes: earlier, issues } = await readNarrativeFile(path.join(dataFolder, file), file);
  const refusal = issues.find(({ severity }) => severity === "error");
  // Its content is "" then: what people wrote would be lost.
  if (refusal !== undefined)
    throw new ReportError(`${file} 没有写回：${refusal.message}`, EXIT.usage, refusal.hint);
  const slots = slotsFor(kind, plan);
  const written: Slot[] = [];
  const unsound: string[] = [];
  let text = (content ?? "").replace(/\r\n?/gu, "\n");
  for (const slot of slots) {
    const own = sections.get(slot.id);
    if (own === undefined) continue;
    const next = withSection(text, file, slot, own, slots);
    if (isSound(text, next, { file, slot, own, slots })) {
      text = next;
      written.push(slot);
    } else unsound.push(slot.heading);
  }
  const headings = written.map(({ heading }) => heading);
  if (headings.length === 0) return { file, headings, unsound, renewed: [] };
  const end = content?.includes("\r\n") === true ? "\r\n" : "\n";
  const bytes = Buffer.from(text.replaceAll("\n", end));
  // What people wrote before in the place of a part was not written from what it says now.
  const own = new Set(narrative?.sections.filter(isAmended).map(({ slot }) => slot));
  const given = written.filter(({ id }) => !own.has(id));
  const sectionsNow = parseNarrative(file, text, slots).sections;
  const { record, renewed } = await writtenRecord(dataFolder, file, sectionsNow, {
    said,
    given,
    pointing: written,
  });
  await saveNarrative(dataFolder, [{ name: file, earlier, bytes }, ...record]);
  return { file, headings, unsound, renewed: headingsFor(renewed, slots) };
}

function withSection(
  content: string,
  file: string,
  slot: Slot,
  own: readonly Written[],
  slots: readonly Slot[],
): string {
  const section = parseNarrative(file, content, slots).sections.find((each) => each.slot === slot.id);
  const lines = content.split("\n");
  const start = section?.where.line;
  if (start === undefined) {
    const [parent] = ancestors(slot, slots);
    const heading = `# ${parent === undefined ? "" : parent.heading + JOINT}${slot.heading}`;
    const body = noted(bodyOf(own, 1), content);
    return [...(content.trim() === "" ? [] : [content.trimEnd(), ""]), heading, "", body, ""].join("\n");
  }
  const depth = depthOf(lines[start - 1] ?? "");
  const end = lines.findIndex((line, at) => at >= start && endsSection(line, depth, slot, slots));
  const before = lines.slice(0, start);
  const rest = end < 0 ? [] : ["", ...lines.slice(end)];
  const body = noted(bodyOf(own, depth), [...before, ...rest].join("\n"));
  const next = [...before, "", body, ...(rest.length === 0 ? [""] : rest)].join("\n");
  return withoutLeftNotes(content, next);
}

/** A section's text with its footnotes below it, labelled otherwise than those of the rest of the file. */
function noted(body: string, rest: string): string {
  const { text, notes } = labelled(body, labelsIn(rest));
  return [text, ...notes].join("\n\n");
}

function depthOf(line: string): number {
  return /^ {0,3}([#＃]{1,6})/u.exec(line)?.[1]?.length ?? 0;
}

function endsSection(line: string, depth: number, slot: Slot, slots: readonly Slot[]): boolean {
  const own = depthOf(line);
  if (own === 0) return false;
  return own <= depth || namedBelow(headingsOf(slots), slot, line.replace(/^[\s#＃]+/u, "")) !== null;
}

/**
 * What is said of a part: nothing where only headings are left of it. A single heading at the top stays by itself
 * where nobody changed it; another is written as a sentence in bold. Further ones are people's own.
 */
function saidOf(own: readonly Written[]): readonly Written[] {
  const [head] = own;
  if (own.every(({ kind }) => kind === "heading")) return [];
  const isLone = head?.kind === "heading" && own.filter(({ kind }) => kind === "heading").length === 1;
  return isLone && head.kept ? own.slice(1) : own;
}

function bodyOf(own: readonly Written[], depth: number): string {
  const said = saidOf(own);
  const [head, next, ...others] = said;
  if (head?.kind !== "heading" || said.slice(1).some(({ kind }) => kind === "heading"))
    return linesOf(said, depth).join("\n\n") || "〔不写〕";
  if (next?.kind === "table") return linesOf(said, depth).join("\n\n");
  const first = `**${head.markdown}**${next?.markdown ?? ""}`;
  return [first, ...linesOf(others, depth)].join("\n\n");
}

/** What stands between two items of a list is set inside the first: outside it there would be two lists. */
function linesOf(own: readonly Written[], depth: number): string[] {
  const listed = (beside: readonly Written[]): boolean =>
    beside.find(({ kind }) => kind === "item" || kind === "heading")?.kind === "item";
  return own.map((each, at) => {
    const line = lineOf(each, depth);
    const isOwn = each.kind === "item" || each.kind === "heading";
    const isInside = !isOwn && listed(own.slice(0, at).toReversed()) && listed(own.slice(at + 1));
    return isInside ? line.replaceAll(/^(?=.)/gmu, "   ") : line;
  });
}

function lineOf({ kind, marker, markdown }: Written, depth: number): string {
  if (kind === "heading") return `${"#".repeat(Math.min(depth + 1, 6))} ${markdown}`;
  if (kind === "paragraph" || kind === "table") return markdown;
  return /\d|[\u2460-\u2473]/u.test(marker) ? `1. ${markdown}` : `- ${markdown}`;
}

interface Wish {
  file: string;
  slot: Slot;
  own: readonly Written[];
  slots: readonly Slot[];
}

/** Whether the reader of narratives finds in the section what was meant, and all other sections as they were. */
function isSound(before: string, next: string, { file, slot, own, slots }: Wish): boolean {
  const meant = saidOf(own);
  const [was, is] = [before, next].map((text) => readAs(text, file, slots));
  const read = is?.get(slot.id) ?? "";
  const others = (read: ReadonlyMap<Slot["id"], string> | undefined) =>
    [...(read ?? [])].filter(([id]) => id !== slot.id).join("\n");
  if (others(was) !== others(is)) return false;
  if (!meant.some(({ kind }) => kind === "table"))
    return read === plain(meant.map(({ text }) => text).join(""));
  // Lines around a table become its title, its notes: each is found again, though not in this order.
  const pieces = meant.flatMap(({ text }) => text.split("\n")).flatMap(apart);
  return pieces.every((text) => read.includes(plain(text.replace(AROUND_TABLE, ""))));
}

/** What a table's title, notes and source begin with. */
const AROUND_TABLE = /^(?:表\s*[\d.\-—]*|注[:：]|(?:资料|数据)来源[:：])\s*/u;

function saidIn(block: NarrativeBlock): string {
  if (block.table === null) return textOf(block);
  const { title, unit, head, rows, notes, source } = block.table;
  const inUnit = unit === "" ? "" : `（单位：${unit}）`;
  return [title, inUnit, ...head, ...rows.flat(), ...notes, source].join("");
}

/** What each section says, without its marks. */
function readAs(text: string, file: string, slots: readonly Slot[]): ReadonlyMap<Slot["id"], string> {
  const { sections } = parseNarrative(file, text, slots);
  return new Map(sections.map(({ slot, blocks }) => [slot, plain(blocks.map(saidIn).join(""))]));
}
