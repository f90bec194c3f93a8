import path, { join } from "node:path";
import type { Dataset } from "../data/dataset.js";
import { listFolder } from "../files/list.js";
import { issue, type Issue } from "../issues/issue.js";
import { nearest } from "../terms/nearest.js";
import type { Plan } from "../plan/plan.js";
import { addCounts, countsOf, type ClaimCounts } from "../claims/check.js";
import { readNarrativeFile, type FileText } from "../narrative/file.js";
import type { ReportKind, Slot } from "../narrative/narrative.js";
import type { OwnWords } from "./own-words.js";
import { bounded } from "../narrative/most-findings.js";
import { marksIssues } from "../narrative/read.js";
import { parseNarrative } from "../narrative/parse.js";
import { everySlot, narrativeName, slotsFor, wordNarrative } from "../narrative/slots.js";
import { points } from "../narrative/pointing.js";
import { outOfDate, readWritten, type WrittenReading } from "../narrative/written.js";
import { kindsDue } from "./report-kinds.js";
import { checkProse, type CheckedProse } from "./check-prose.js";
import { isOfPrograms, NARRATIVE_FOLDER as FOLDER, pointedNow, writtenNarrative } from "./narratives.js";
import { append } from "../terms/long-lists.js";

const KINDS: readonly ReportKind[] = ["annual", "midterm", "final"];

/**
 * Findings in every narrative file of a data folder, whichever report it is for: headings, markup, figures.
 * What a report would miss is left to that report. A file no plan and year would read is a warning.
 */
export async function checkNarratives(
  dataFolder: string,
  plans: readonly Plan[],
  dataset: Dataset,
): Promise<CheckedProse> {
  const { entries, refusal } = await listFolder(join(dataFolder, FOLDER));
  if (refusal !== null) return found(refusal.why === "missing" ? [] : [unreadable(refusal.reason)]);
  const { issues: unread, ...kept } = await readWritten(dataFolder);
  const issues: Issue[] = [...unread];
  let claims: ClaimCounts = countsOf([]);
  for (const { name } of entries.filter((each) => !isOfPrograms(each.name))) {
    const checked = await checkFile(dataFolder, name, { plans, dataset, kept });
    append(issues, checked.issues);
    claims = addCounts(claims, checked.claims);
  }
  return { issues, claims };
}

/** Findings where no figure was read. */
function found(issues: readonly Issue[]): CheckedProse {
  return { issues, claims: countsOf([]) };
}

function unreadable(reason: string): Issue {
  return issue("narrative/unreadable", { file: `${FOLDER}/` }, { reason });
}

async function checkFile(
  dataFolder: string,
  name: string,
  { plans, dataset, kept }: { plans: readonly Plan[]; dataset: Dataset; kept: Kept },
): Promise<CheckedProse> {
  const file = `${FOLDER}/${name}`;
  const serves = servesOf(name, plans);
  if (serves === null) return found([unknownFile(name, plans)]);
  const { plan, year, kind } = serves;
  const slots = kind === null ? everySlot(plan) : slotsFor(kind, plan);
  const { content, input, issues, paragraphs } = await readText(join(dataFolder, file), file, slots);
  if (content === null || input === null) return found(issues);
  const { source, sections, issues: headings } = parseNarrative(file, content, slots, paragraphs);
  const passages = sections.flatMap((section) => section.passages);
  const ofSections = sections.flatMap((section) => [...section.issues, ...marksIssues(section, slots)]);
  const ofText = bounded(file, [...headings, ...ofSections]);
  const own = await ownOf(kind, plan, dataset, year);
  const late = outOfDate(sections, kept.parts, own.texts, slots);
  const lost = points({ sections }) ? await lostIn(file, serves, dataFolder, { dataset, kept }) : [];
  const prose = checkProse({ source, passages }, plan, dataset, year, { own: own.words, plans });
  return { issues: [...issues, ...ofText, ...late, ...lost, ...prose.issues], claims: prose.claims };
}

/** What is kept of what people were given and wrote. */
type Kept = Pick<WrittenReading, "parts" | "references">;

/** Numbers in a file that its reports do not have, or that name another thing in them by now. */
async function lostIn(
  file: string,
  { plan, year, kind }: Serves,
  dataFolder: string,
  { dataset, kept }: { dataset: Dataset; kept: Kept },
): Promise<Issue[]> {
  const { start, end } = plan.period;
  if (year < start || year > end) return [];
  const kinds = kind === null ? kindsDue(plan, year).map((recipe) => recipe.kind) : [kind];
  const found = await Promise.all(
    kinds.map(async (each) => {
      // With what other files have for the report: their tables are counted, too.
      const { narrative } = await writtenNarrative(each, plan, year, dataFolder);
      return pointedNow(narrative, kept.references, { kind: each, plan, dataset, year }, "internal");
    }),
  );
  const own = found.flatMap(({ issues }) => issues).filter(({ where }) => where?.file === file);
  return [...new Map(own.map((each) => [`${each.where?.line} ${each.message}`, each])).values()];
}

interface Serves {
  plan: Plan;
  year: number;
  /** null: all kinds of the year. */
  kind: ReportKind | null;
}

/** What a file is for, by its name; null of one that no report reads. */
function servesOf(name: string, plans: readonly Plan[]): Serves | null {
  const [, id, year, of] = /^(.+)-(\d{4})(?:-([a-z]+))?\.md$/u.exec(name) ?? [];
  const kind = KINDS.find((each) => each === of) ?? null;
  const plan = plans.find((each) => each.id === id);
  if (plan !== undefined && (of === undefined || kind !== null)) return { plan, year: Number(year), kind };
  const [inWord] = plans.flatMap((each) => {
    const serves = wordNarrative(name, each);
    return serves === null ? [] : [{ plan: each, ...serves }];
  });
  return inWord ?? null;
}

function unknownFile(name: string, plans: readonly Plan[]): Issue {
  const [year] = /(?<=-)\d{4}(?!\d)/u.exec(name) ?? [];
  const known = plans.flatMap((each) =>
    [null, ...KINDS].map((kind) =>
      path.posix.basename(narrativeName(each, Number(year ?? each.period.end), kind)),
    ),
  );
  const ids = plans.map((each) => each.id);
  const args = { nearest: nearest(name, known), ids };
  return issue("narrative/unknown-file", { file: `${FOLDER}/${name}` }, args);
}

async function readText(file: string, name: string, slots: readonly Slot[]): Promise<FileText> {
  if (!/\.docx$/iu.test(file)) return readNarrativeFile(file, name);
  const { readWordNarrative } = await import("../word/narrative/read.js");
  return readWordNarrative(file, name, slots);
}

/** What the report says by itself that a file of its kind may have been written from. */
async function ownOf(kind: ReportKind | null, plan: Plan, dataset: Dataset, year: number): Promise<OwnWords> {
  const { start, end } = plan.period;
  if (kind === null || year < start || year > end)
    return { texts: new Map(), captions: new Map(), words: "" };
  const { ownWords } = await import("./own-words.js");
  return ownWords(kind, plan, dataset, year);
}
