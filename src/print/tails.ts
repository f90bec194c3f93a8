import type { PrintPage } from "./browser/page.js";
import { pointsOf, type Places } from "./pdf/places.js";
import { linkTo, removeMarks } from "./place-links.js";

/*
 * What ends with a new page behind it may leave some lines alone on its last sheet: two rows of a table, a source. It is
 * then set a little tighter, so that they fit on the sheet before. The page says what ends so, and what few lines are:
 * `<html data-runs="SELECTOR" data-tail-to="MM">`; how it is set tighter is the style's business, by the class `tight`.
 */

/** Makes the starts and ends of the runs link targets: only those are found in the PDF. */
export async function markRuns(page: PrintPage): Promise<void> {
  await linkTo(page, await page.evaluate(markEnds, MARK), MARK);
}

const MARK = "run-mark";

/** Takes the marks away. */
export async function unmarkRuns(page: PrintPage): Promise<void> {
  await removeMarks(page, MARK);
}

/** The last sheet of each run that ends with a few lines alone on it, by its number. */
export async function tailsOf(page: PrintPage, printed: Places): Promise<Map<number, number>> {
  return tailsIn(printed, await page.evaluate(tailTo));
}

/** The sheets of each run, counted, where its end stands less than so many millimetres below the edge of its last one. */
function tailsIn(places: Places, millimetres: number): Map<number, number> {
  const tails = new Map<number, number>();
  for (const [id, end] of places) {
    const at = /^run-end-(\d+)$/.exec(id)?.[1];
    const start = places.get(`run-start-${at}`);
    if (at === undefined || start === undefined || start.sheet === end.sheet) continue;
    if (end.depth < pointsOf(millimetres)) tails.set(Number(at), end.sheet - start.sheet + 1);
  }
  return tails;
}

/** Sets runs tighter, or as they were. */
export async function setTight(page: PrintPage, runs: readonly number[], tight: boolean): Promise<void> {
  await page.evaluate(toggle, runs, tight);
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  id: string;
  dataset: Record<string, string | undefined>;
  classList: { toggle(name: string, on: boolean): void };
  append(...children: Element[]): void;
  prepend(...children: Element[]): void;
  setAttribute(name: string, value: string): void;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  createElement(name: string): Element;
};

function tailTo(): number {
  return Number(document.documentElement.dataset["tailTo"] ?? 0);
}

/** The ids of what it has marked. */
function markEnds(name: string): string[] {
  const { runs = "" } = document.documentElement.dataset;
  if (runs === "") return [];
  const mark = (id: string): Element => {
    const element = document.createElement("div");
    element.setAttribute("class", name);
    element.id = id;
    return element;
  };
  return [...document.querySelectorAll(runs)].flatMap((run, at) => {
    const [start, end] = [mark(`run-start-${at}`), mark(`run-end-${at}`)];
    run.prepend(start);
    run.append(end);
    return [start.id, end.id];
  });
}

function toggle(runs: readonly number[], tight: boolean): void {
  const all = [...document.querySelectorAll(document.documentElement.dataset["runs"] ?? "")];
  for (const at of runs) all[at]?.classList.toggle("tight", tight);
}
