import type { PrintPage } from "./browser/page.js";
import { fillHoles, markHoles, unmarkHoles } from "./holes.js";
import { readPdf, type PdfFile } from "./pdf/file.js";
import { markRuns, setTight, tailsOf, unmarkRuns } from "./tails.js";

/** A paragraph fills a hole or most of it; the later rounds are for what the first one moved. */
const ROUNDS = 4;

/**
 * A print for its places only, with the page made such that no picture leaves a hole behind and no last sheet holds a
 * few lines alone, where that can be helped. One that is so already is printed once.
 */
export async function printWithFullPages(page: PrintPage): Promise<PdfFile> {
  await markRuns(page);
  const pdf = await tightened(page, await filled(page));
  await unmarkRuns(page);
  return pdf;
}

async function filled(page: PrintPage): Promise<PdfFile> {
  await markHoles(page);
  let pdf = await printed(page);
  for (let round = 0; round < ROUNDS && (await fillHoles(page, pdf)); round += 1) pdf = await printed(page);
  await unmarkHoles(page);
  return pdf;
}

/** Only what becomes a sheet shorter by it stays tighter. */
async function tightened(page: PrintPage, first: PdfFile): Promise<PdfFile> {
  const tails = await tailsOf(page, first);
  if (tails.size === 0) return first;
  await setTight(page, [...tails.keys()], true);
  const pdf = await filled(page);
  const left = await tailsOf(page, pdf);
  const inVain = [...tails].filter(([run, sheets]) => (left.get(run) ?? 0) >= sheets).map(([run]) => run);
  if (inVain.length === 0) return pdf;
  await setTight(page, inVain, false);
  return filled(page);
}

async function printed(page: PrintPage): Promise<PdfFile> {
  return readPdf(await page.print({ tagged: false }));
}
