import type { PrintPage } from "./browser/page.js";
import { markGroupRows, repeatGroupLines, unmarkGroupRows } from "./group-lines.js";
import { fillHoles, markHoles, unmarkHoles } from "./holes.js";
import { readPdf } from "./pdf/file.js";
import { targetPlaces, type Places } from "./pdf/places.js";
import { markRuns, printRuns, runAt, runsIn, sheetsOf, unmarkRuns } from "./runs.js";
import { setTight, tailsOf } from "./tails.js";

/** A paragraph fills a hole or most of it; the later rounds are for what the first one moved. */
const FILLINGS = 4;

/** A line set again moves what stands below it, and so where later sheets begin. */
const REPEATINGS = 4;

/** How far a run has come. */
interface Treatment {
  stage: "as it is" | "tighter" | "looser again" | "settled";
  /** How often its holes were filled in this stage. */
  fillings: number;
  /** How many sheets it had before it was set tighter. */
  sheetsBefore: number;
}

/** The runs by their numbers, and what stands in none by null. */
type Treatments = Map<number | null, Treatment>;

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
  let places = await printed(page);
  let moved = await treat(page, places, treatments);
  while (moved.length > 0) {
    places = await printRuns(page, moved, places, () => printed(page));
    moved = await treat(page, places, treatments);
  }
  places = await withGroupLines(page, places);
  await unmarkGroupRows(page);
  await unmarkHoles(page);
  await unmarkRuns(page);
  return places;
}

/** The places with the groups of tables named where sheets begin within them. */
async function withGroupLines(page: PrintPage, before: Places): Promise<Places> {
  let places = before;
  for (let round = 0; ; round += 1) {
    const sheets = await repeatGroupLines(page, places, round >= REPEATINGS);
    if (sheets.length === 0) return places;
    const runs = runsIn(places);
    const moved = [...new Set(sheets.map((sheet) => runAt(runs, sheet)))];
    places = await printRuns(page, moved, places, () => printed(page));
  }
}

/** Does what the print asks for next, and returns in which runs that was. */
async function treat(page: PrintPage, places: Places, treatments: Treatments): Promise<(number | null)[]> {
  const runs = runsIn(places);
  for (const at of [...runs.keys(), null])
    if (!treatments.has(at)) treatments.set(at, { stage: "as it is", fillings: 0, sheetsBefore: 0 });
  const filled = await fillRuns(page, places, treatments);
  const tails = await tailsOf(page, places);
  const next = { tighter: [] as number[], looser: [] as number[] };
  for (const [at, run] of runs) {
    const treatment = treatments.get(at);
    if (treatment === undefined || filled.includes(at)) continue;
    const { stage, sheetsBefore } = treatment;
    const sheets = sheetsOf(run);
    const hasTail = tails.has(at);
    if (stage === "as it is" && hasTail) {
      treatments.set(at, { stage: "tighter", fillings: 0, sheetsBefore: sheets });
      next.tighter.push(at);
    } else if (stage === "tighter" && hasTail && sheets >= sheetsBefore) {
      // Only what becomes a sheet shorter by it stays tighter.
      treatments.set(at, { stage: "looser again", fillings: 0, sheetsBefore });
      next.looser.push(at);
    } else treatment.stage = "settled";
  }
  await setTight(page, next.tighter, true);
  await setTight(page, next.looser, false);
  return [...filled, ...next.tighter, ...next.looser];
}

/** The runs of which a hole was filled. */
async function fillRuns(page: PrintPage, places: Places, treatments: Treatments): Promise<(number | null)[]> {
  const runs = runsIn(places);
  const sheets = await fillHoles(page, places, (sheet) => {
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
