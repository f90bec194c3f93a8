import { join } from "node:path";
import type { Dataset } from "../data/dataset.js";
import { listFolder } from "../files/list.js";
import type { Issue } from "../issues/issue.js";
import type { Narrative, ReportKind, Slot } from "../narrative/narrative.js";
import { readNarrative, type NarrativeReading, type WordFile } from "../narrative/read.js";
import { everySlot, narrativeName, requiredGaps, slotsFor, wordNarrative } from "../narrative/slots.js";
import { pointed, points, type KeptReferences } from "../narrative/pointing.js";
import { outOfDate, readWritten } from "../narrative/written.js";
import type { Plan } from "../plan/plan.js";
import type { Edition } from "../report/context.js";
import type { ClaimCounts } from "../claims/check.js";
import { checkTexts } from "./check-prose.js";

/** What people wrote for one plan's report. */
export interface WrittenNarrative extends NarrativeReading {
  slots: readonly Slot[];
  missingSlots: readonly Slot[];
}

/** The same, checked against the figures. */
export interface PlanNarrative extends Omit<WrittenNarrative, "texts"> {
  /** Findings on figures and words of people's text, told in full before a report is printed. */
  prose: readonly Issue[];
  claims: ClaimCounts;
}

export async function writtenNarrative(
  kind: ReportKind,
  plan: Plan,
  year: number,
  dataFolder: string,
): Promise<WrittenNarrative> {
  const word = await wordFiles(dataFolder, plan, kind, year);
  const reading = await readNarrative(dataFolder, plan, kind, year, word);
  const slots = slotsFor(kind, plan);
  return { ...reading, slots, missingSlots: requiredGaps(reading.narrative, slots) };
}

/** Where people's text lies in a data folder. */
export const NARRATIVE_FOLDER = "narrative";

/** The Word files of one report by their names, those of its kind before those of the year. */
async function wordFiles(
  dataFolder: string,
  plan: Plan,
  kind: ReportKind,
  year: number,
): Promise<WordFile[]> {
  const { entries } = await listFolder(join(dataFolder, NARRATIVE_FOLDER));
  const named = (entries ?? [])
    .filter((each) => !isOfPrograms(each.name))
    .map(({ name }) => ({ name, serves: wordNarrative(name, plan) }))
    .filter(({ serves }) => serves?.year === year && (serves.kind === null || serves.kind === kind))
    .sort((a, b) => Number(a.serves?.kind === null) - Number(b.serves?.kind === null));
  if (named.length === 0) return [];
  // Few write in Word: its reader is loaded for them alone.
  const { readWordNarrative } = await import("../word/narrative/read.js");
  return Promise.all(
    named.map(async ({ name, serves }) => {
      const file = `${NARRATIVE_FOLDER}/${name}`;
      const known = serves?.kind === null ? everySlot(plan) : slotsFor(kind, plan);
      return { file, text: await readWordNarrative(join(dataFolder, file), file, known) };
    }),
  );
}

/** Files that programs keep beside those they have open. */
export function isOfPrograms(name: string): boolean {
  return /^(?:\.|~\$)/u.test(name);
}

export async function planNarrative(
  kind: ReportKind,
  plan: Plan,
  dataset: Dataset,
  year: number,
  {
    dataFolder,
    plans,
    edition = "internal",
  }: { dataFolder: string; plans: readonly Plan[]; edition?: Edition },
): Promise<PlanNarrative> {
  const { texts, ...reading } = await writtenNarrative(kind, plan, year, dataFolder);
  const name = narrativeName(plan, year, kind);
  // Only a file of the kind may have been written from the report.
  const own = reading.inputs.some(({ file }) => file === name)
    ? await (await import("./own-words.js")).ownWords(kind, plan, dataset, year)
    : null;
  const { issues, claims } = checkTexts(texts, plan, dataset, year, { own: own?.words ?? "", plans });
  const { narrative } = reading;
  const { parts, references, issues: unread } = await readWritten(dataFolder);
  const late = own === null ? [] : outOfDate(narrative?.sections ?? [], parts, own.texts, reading.slots);
  const report = { kind, plan, dataset, year };
  const { narrative: said, issues: lost } = await pointedNow(narrative, references, report, edition);
  return { ...reading, narrative: said, prose: [...unread, ...late, ...lost, ...issues], claims };
}

/** What people's text is in: of a kind, on a plan's year. */
interface WrittenFor {
  kind: ReportKind;
  plan: Plan;
  dataset: Dataset;
  year: number;
}

/** People's text with the numbers of pictures and tables as the report has them now; most of it has none. */
export async function pointedNow(
  narrative: Narrative | null,
  references: KeptReferences,
  { kind, plan, dataset, year }: WrittenFor,
  edition: Edition,
): Promise<{ narrative: Narrative | null; issues: readonly Issue[] }> {
  if (narrative === null || !points(narrative)) return { narrative, issues: [] };
  const { generated } = await import("./own-words.js");
  const { captions: written } = await generated(kind, plan, dataset, year, { narrative });
  const { captions: printed } =
    edition === "internal"
      ? { captions: written }
      : await generated(kind, plan, dataset, year, { narrative, edition });
  const { REPORT_KINDS } = await import("./report-kinds.js");
  return pointed(narrative, references, { written, printed, report: REPORT_KINDS[kind].name });
}
