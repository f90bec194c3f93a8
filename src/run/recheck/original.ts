import { factsOf, type Facts } from "../../claims/facts.js";
import type { Editions } from "../../claims/withheld/editions.js";
import type { Dataset } from "../../data/dataset.js";
import {
  textOf,
  type GeneratedTexts,
  type Narrative,
  type NarrativeBlock,
  type Slot,
} from "../../narrative/narrative.js";
import { isAmended } from "../../narrative/written.js";
import type { Plan } from "../../plan/plan.js";
import { redHeadOf } from "../../render/red-head.js";
import type { ReportModel } from "../../report/model.js";
import { plain } from "../../word/compare/pairs.js";
import { PARAGRAPH_END, passagesOf, type Passage } from "../../word/compare/passages.js";
import type { ReportOf } from "../../word/compare/rechecked.js";
import type { WordContent } from "../../word/read/document.js";
import { UNCOUNTED } from "../../word/read/limits.js";
import { readWordBytes } from "../../word/read/read.js";
import { writeWord } from "../../word/write/write.js";
import { editionsOf } from "../edition.js";
import type { Input } from "../input.js";
import { generated } from "../own-words.js";
import { modelHash, reportId } from "../report-id.js";
import { REPORT_KINDS } from "../report-kinds.js";
import { jobFor, modelFor } from "../reports.js";
import type { Settings } from "../settings.js";

/** The report as the program writes it from the data at hand: what a copy is held against. */
export interface Original {
  plan: Plan;
  /** What the copy's edition tells. */
  facts: Facts;
  /** Of a public edition; null of the internal one, which tells all. */
  editions: Editions | null;
  passages: readonly Passage[];
  /** What an unamended copy of it has in its properties. */
  hash: string;
  pictures: number;
  model: ReportModel;
  narrative: Narrative | null;
  /** What the program says by itself, in the form of `plain`: it agrees with the data, having been made of them. */
  own: ReadonlySet<string>;
  /** Parts of a public edition in which it says by itself what the internal one does not: a narrative serves both. */
  toldOtherwise: ReadonlySet<Slot["id"]>;
}

/** Makes the original of a copy: once for all copies of one report, since each takes as long as the report itself. */
export type OriginalFor = (report: ReportOf, plan: Plan, copy: CopyFacts) => Promise<Original>;

/** What a copy says of how it was made. */
interface CopyFacts {
  hash: string;
  created: string;
}

export function originals(input: Input, settings: Settings): OriginalFor {
  const made = new Map<string, Promise<Original>>();
  return (report, plan, { hash, created }) => {
    const key = JSON.stringify([report, hash, created]);
    const original = made.get(key) ?? originalOf(report, plan, { hash, created }, input, settings);
    made.set(key, original);
    return original;
  };
}

/**
 * Writes the report again and reads it back, so that both sides of a comparison went through the same reader. The
 * copy's own day and hash decide how it was made: as a draft or not.
 */
async function originalOf(
  report: ReportOf,
  plan: Plan,
  copy: CopyFacts,
  input: Input,
  settings: Settings,
): Promise<Original> {
  const { year, kind, edition } = report;
  const recipe = REPORT_KINDS[kind];
  const job = await jobFor(recipe, plan, input, year, { ...settings, edition });
  const asOf = copy.created || settings.asOf;
  const way = async (draft: boolean) => {
    const { model } = await modelFor(recipe, job, input, { ...settings, asOf, draft, edition });
    return { model, hash: modelHash(model) };
  };
  const usual = await way(settings.draft);
  const other = usual.hash === copy.hash ? usual : await way(!settings.draft);
  const { model, hash } = other.hash === copy.hash ? other : usual;
  const id = reportId(report);
  const redHead = await redHeadOf(model, { override: settings.templatesFolder });
  const bytes = await writeWord(model, { id, hash, date: asOf, pages: {}, pictures: {}, redHead });
  const { content } = await readWordBytes(Buffer.from(bytes), id, UNCOUNTED);
  if (content === null) throw new Error("our own document cannot be read");
  const editions = edition === "public" ? editionsOf(plan, input.dataset, year) : null;
  const facts = editions?.open ?? factsOf(plan, input.dataset, year, input.plans);
  const passages = passagesOf(content);
  const { narrative } = job.written;
  const own = generatedIn(passages, narrative);
  const toldOtherwise =
    edition === "public" ? await withheldParts(report, plan, input.dataset, narrative) : new Set<string>();
  const pictures = picturesIn(content);
  return { plan, facts, editions, passages, hash, pictures, own, toldOtherwise, model, narrative };
}

/** Parts that people have not written, or not wholly, and that a public edition tells otherwise than the internal one. */
async function withheldParts(
  { kind, year }: ReportOf,
  plan: Plan,
  dataset: Dataset,
  narrative: Narrative | null,
): Promise<Set<Slot["id"]>> {
  const [{ texts: open }, { texts: full }] = await Promise.all([
    generated(kind, plan, dataset, year, { edition: "public" }),
    generated(kind, plan, dataset, year),
  ]);
  const people = new Set(narrative?.sections.filter(isAmended).map(({ slot }) => slot));
  const said = (texts: GeneratedTexts, slot: Slot["id"]): string => JSON.stringify(texts.get(slot) ?? []);
  const slots = [...open.keys(), ...full.keys()];
  return new Set(slots.filter((slot) => !people.has(slot) && said(open, slot) !== said(full, slot)));
}

/** What people wrote for the report is not the program's own, though it stands in it. */
function generatedIn(passages: readonly Passage[], narrative: Narrative | null): Set<string> {
  const texts = new Set(passages.flatMap(({ after }) => after.split(PARAGRAPH_END)).map(plain));
  const blocks = narrative?.sections.flatMap((section) => section.blocks) ?? [];
  for (const said of blocks.flatMap(saidIn)) texts.delete(plain(said));
  return texts;
}

/** What a block of people's is printed as: a sentence in bold that it begins with is a heading of its own. */
export function saidIn({ runs }: Pick<NarrativeBlock, "runs">): string[] {
  const [opening, ...rest] = runs;
  const whole = textOf({ runs });
  return opening?.strong === true ? [whole, opening.text, textOf({ runs: rest })] : [whole];
}

/** Watermarks left out: each program has as many headers as it likes. */
export function picturesIn({ paragraphs }: WordContent): number {
  const own = paragraphs.filter(({ story }) => story !== "header" && story !== "footer");
  return own.reduce((sum, { pictures }) => sum + pictures, 0);
}
