import type { PrintPage } from "./browser/page.js";
import { pointsOf, type Places } from "./pdf/places.js";
import { runsIn, sheetsOf } from "./runs.js";

/*
 * A run may leave some lines alone on its last sheet: two rows of a table, a source. It is then set a little tighter, so
 * that they fit on the sheet before. The page says what few lines are: `<html data-tail-to="MM">`; how it is set tighter
 * is the style's business, by the class `tight`.
 */

/** The runs that end with a few lines alone on their last sheet. */
export function tailsOf(printed: Places, tailTo: number): Set<number> {
  const edge = pointsOf(tailTo);
  const tails = [...runsIn(printed)].filter(([, run]) => sheetsOf(run) > 1 && run.end.depth < edge);
  return new Set(tails.map(([at]) => at));
}

/** Sets runs tighter, or as they were. */
export async function setTight(page: PrintPage, runs: readonly number[], tight: boolean): Promise<void> {
  if (runs.length > 0) await page.evaluate(toggle, runs, tight);
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  dataset: Record<string, string | undefined>;
  classList: { toggle(name: string, on: boolean): void };
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
};

function toggle(runs: readonly number[], tight: boolean): void {
  const all = [...document.querySelectorAll(document.documentElement.dataset["runs"] ?? "")];
  for (const at of runs) all[at]?.classList.toggle("tight", tight);
}
