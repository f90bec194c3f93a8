import type { PrintPage } from "./browser/page.js";
import { markGroupRows, repeatGroupLines, unmarkGroupRows } from "./group-lines.js";
import { fillHoles, keepOrder, markHoles, restoreOrder, unmarkHoles } from "./holes.js";
import { readPdf } from "./pdf/file.js";
import { targetPlaces, type Places } from "./pdf/places.js";
import { joined, markRuns, printRuns, runAt, runsIn, sheetsOf, unmarkRuns, type Run } from "./runs.js";
import { setTight, tailsOf } from "./tails.js";

/** A paragraph fills a hole or most of it; the later rounds are for what the first one moved. */
const FILLINGS = 4;

/** A line set again moves what stands below it, and so where later sheets begin. */
const REPEATINGS = 4;

/** How far a run has come. */
interface Treatment {
  stage: "as it is" | "tighter" | "settled";
  /** How often its holes were filled in this stage. */
  fillings: number;
  /** How often lines of groups were set again in it, or taken away. */
  repeatings: number;
  /** What a print showed before it was set tighter. */
  before: Places;
}

/** The runs by their numbers, and what stands in none by null. */
type Treatments = Map<number | null, Treatment>;

/** What the page says a hole is, and few lines: read once, for each question costs some milliseconds. */
interface Limits {
  holeTo: number;
  tailTo: number;
}

/** What is to be printed anew, and where all stands until then. */
interface Step {
  moved: readonly (number | null)[];
  places: Places;
}

/**
 * The places of a print that nobody sees, with the page made such that no picture leaves a hole behind and no last sheet holds a
 * few lines alone, where that can be helped, and each that begins within a group of a table says so. One that is so already
 * is printed once.
 */
export async function printWithFullPages(page: PrintPage): Promise<Places> {
  await markRuns(page);
  await markHoles(page);
  await markGroupRows(page);
  const treatments: Treatments = new Map();
  const limits = await page.evaluate(readLimits);
  let step = await treat(page, await printed(page), treatments, limits);
  while (step.moved.length > 0) {
    const places = await printRuns(page, step.moved, step.places, () => printed(page));
    step = await treat(page, places, treatments, limits);
  }
  await unmarkGroupRows(page);
  await unmarkHoles(page);
  await unmarkRuns(page);
  return step.places;
}

/** Does what the print asks for next. Each run goes its own way: a print shows what was done in all of them. */
async function treat(page: PrintPage, places: Places, treatments: Treatments, limits: Limits): Promise<Step> {
  const runs = runsIn(places);
  for (const at of [...runs.keys(), null])
    if (!treatments.has(at))
      treatments.set(at, { stage: "as it is", fillings: 0, repeatings: 0, before: places });
  const filled = await fillRuns(page, places, treatments, limits);
  const tails = tailsOf(places, limits.tailTo);
  const next = { tighter: [] as number[], looser: [] as number[] };
  for (const [at, treatment] of treatments) {
    if (filled.includes(at)) continue;
    const hasTail = at !== null && tails.has(at);
    if (treatment.stage === "as it is" && hasTail) {
      Object.assign(treatment, { stage: "tighter", fillings: 0, before: places });
      next.tighter.push(at);
      continue;
    }
    // Only what becomes a sheet shorter by it stays tighter.
    if (treatment.stage === "tighter" && hasTail && !isShorter(at, runs, treatment)) next.looser.push(at);
    treatment.stage = "settled";
  }
  await keepOrder(page, next.tighter);
  await setTight(page, next.tighter, true);
  const now = await asBefore(page, next.looser, places, treatments);
  const grouped = await repeatInRuns(page, now, treatments);
  return { moved: [...filled, ...next.tighter, ...grouped], places: now };
}

function isShorter(at: number, runs: ReadonlyMap<number, Run>, { before }: Treatment): boolean {
  const [now, then] = [runs.get(at), runsIn(before).get(at)];
  return now !== undefined && then !== undefined && sheetsOf(now) < sheetsOf(then);
}

/** The places with these runs as they were before they were set tighter: that was printed already. */
async function asBefore(
  page: PrintPage,
  looser: readonly number[],
  places: Places,
  treatments: Treatments,
): Promise<Places> {
  if (looser.length === 0) return places;
  await setTight(page, looser, false);
  await restoreOrder(page, looser);
  return looser.reduce((all, at) => joined(all, treatments.get(at)?.before ?? all, new Set([at])), places);
}

/** The settled runs in which sheets begin within other groups of tables than before, the groups named there. */
async function repeatInRuns(
  page: PrintPage,
  places: Places,
  treatments: Treatments,
): Promise<(number | null)[]> {
  const runs = runsIn(places);
  const sheets = await repeatGroupLines(page, places, (sheet) => {
    const { stage, repeatings } = treatments.get(runAt(runs, sheet)) ?? { stage: "as it is", repeatings: 0 };
    if (stage !== "settled") return "nothing";
    return repeatings < REPEATINGS ? "all" : "what is wrong";
  });
  const repeated = [...new Set(sheets.map((sheet) => runAt(runs, sheet)))];
  for (const treatment of repeated.map((at) => treatments.get(at)))
    if (treatment !== undefined) treatment.repeatings += 1;
  return repeated;
}

/** The runs of which a hole was filled. */
async function fillRuns(
  page: PrintPage,
  places: Places,
  treatments: Treatments,
  { holeTo }: Limits,
): Promise<(number | null)[]> {
  const runs = runsIn(places);
  const sheets = await fillHoles(page, places, holeTo, (sheet) => {
    const treatment = treatments.get(runAt(runs, sheet));
    return treatment !== undefined && treatment.stage !== "settled" && treatment.fillings < FILLINGS;
  });
  const filled = [...new Set(sheets.map((sheet) => runAt(runs, sheet)))];
  for (const treatment of filled.map((at) => treatments.get(at)))
    if (treatment !== undefined) treatment.fillings += 1;
  return filled;
}

async function printed(page: PrintPage): Promise<Places> {
  return targetPlaces(readPdf(await page.print({ tagged: false })));
}

/** What we use of the page's own objects; the function below runs in the page. */
declare const document: {
  documentElement: { dataset: Record<string, string | undefined> };
};

function readLimits(): Limits {
  const { holeTo = "0", tailTo = "0" } = document.documentElement.dataset;
  return { holeTo: Number(holeTo), tailTo: Number(tailTo) };
}
