import type { PrintPage } from "./browser/page.js";
import { fillHoles, markHoles, unmarkHoles } from "./holes.js";
import { readPdf } from "./pdf/file.js";
import { targetPlaces, type Places } from "./pdf/places.js";
import { markRuns, setTight, tailsOf, unmarkRuns } from "./tails.js";

/** A paragraph fills a hole or most of it; the later rounds are for what the first one moved. */
const ROUNDS = 4;

/**
 * The places of a print that nobody sees, with the page made such that no picture leaves a hole behind and no last sheet holds a
 * few lines alone, where that can be helped. One that is so already is printed once.
 */
export async function printWithFullPages(page: PrintPage): Promise<Places> {
  await markRuns(page);
  const places = await tightened(page, await filled(page));
  await unmarkRuns(page);
  return places;
}

async function filled(page: PrintPage): Promise<Places> {
  await markHoles(page);
  let places = await printed(page);
  for (let round = 0; round < ROUNDS && (await fillHoles(page, places)); round += 1)
    places = await printed(page);
  await unmarkHoles(page);
  return places;
}

/** Only what becomes a sheet shorter by it stays tighter. */
async function tightened(page: PrintPage, first: Places): Promise<Places> {
  const tails = await tailsOf(page, first);
  if (tails.size === 0) return first;
  await setTight(page, [...tails.keys()], true);
  const places = await filled(page);
  const left = await tailsOf(page, places);
  const inVain = [...tails].filter(([run, sheets]) => (left.get(run) ?? 0) >= sheets).map(([run]) => run);
  if (inVain.length === 0) return places;
  await setTight(page, inVain, false);
  return filled(page);
}

async function printed(page: PrintPage): Promise<Places> {
  return targetPlaces(readPdf(await page.print({ tagged: false })));
}
