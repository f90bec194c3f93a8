import type { PrintPage } from "./browser/page.js";
import type { Place, Places } from "./pdf/places.js";
import { linkTo, removeMarks } from "./place-links.js";

/*
 * Runs are the parts of a page that begin and end with a page of their own, body and annexes: what moves within one
 * leaves the others as they are. So only those in which something was moved are printed again. The page says which they
 * are: `<html data-runs="SELECTOR">`; they are numbered as they stand, from 0.
 */

/** Makes the starts and ends of the runs link targets: only those are found in the PDF. */
export async function markRuns(page: PrintPage): Promise<void> {
  await linkTo(page, await page.evaluate(markEnds, MARK), MARK);
}

const MARK = "run-mark";

/** Takes the marks away, and shows all of them. */
export async function unmarkRuns(page: PrintPage): Promise<void> {
  await page.evaluate(hideOnly, []);
  await removeMarks(page, MARK);
}

/** A run's first sheet and the place of its end. */
export interface Run {
  first: number;
  end: Place;
}

/** The runs that a print shows, by their numbers. */
export function runsIn(places: Places): Map<number, Run> {
  const runs = new Map<number, Run>();
  for (const [id, end] of places) {
    const at = /^run-end-(\d+)$/u.exec(id)?.[1];
    const start = places.get(`run-start-${at}`);
    if (at !== undefined && start !== undefined) runs.set(Number(at), { first: start.sheet, end });
  }
  return new Map([...runs].sort(([one], [other]) => one - other));
}

export function sheetsOf({ first, end }: Run): number {
  return end.sheet - first + 1;
}

/** The number of the run that has this sheet; null where none does. */
export function runAt(runs: ReadonlyMap<number, Run>, sheet: number): number | null {
  for (const [at, { first, end }] of runs) if (first <= sheet && sheet <= end.sheet) return at;
  return null;
}

/**
 * The places after something has moved in these runs, since a print before: only they are printed anew, the others are
 * where it follows from that. null among them stands for what is in no run, and moves all. The others stay hidden until the
 * next print.
 */
export async function printRuns(
  page: PrintPage,
  moved: readonly (number | null)[],
  before: Places,
  print: () => Promise<Places>,
): Promise<Places> {
  const runs = runsIn(before);
  const shown = new Set(moved.filter((at) => at !== null));
  const isWhole = moved.includes(null) || !areApart([...runs.values()]);
  await page.evaluate(hideOnly, isWhole ? [] : [...runs.keys()].filter((at) => !shown.has(at)));
  const now = await print();
  return isWhole ? now : joined(before, now, shown);
}

/** No sheet belongs to two. */
function areApart(runs: readonly Run[]): boolean {
  return runs.every(({ first }, at) => at === 0 || first > (runs[at - 1]?.end.sheet ?? 0));
}

/** Places of a print, and of a later one that shows some of its runs only: these may have grown or shrunk since. */
export function joined(before: Places, now: Places, shown: ReadonlySet<number>): Places {
  const [old, fresh] = [runsIn(before), runsIn(now)];
  /** How many sheets later than before stands what follows the runs before this one. */
  const laterAt = (sheet: number): number =>
    [...shown].reduce((later, at) => {
      const [was, is] = [old.get(at), fresh.get(at)];
      return was !== undefined && is !== undefined && was.end.sheet < sheet
        ? later + sheetsOf(is) - sheetsOf(was)
        : later;
    }, 0);
  const all = new Map<string, Place>();
  for (const [id, { sheet, depth }] of before) {
    const at = runAt(old, sheet);
    if (at === null || !shown.has(at)) all.set(id, { sheet: sheet + laterAt(sheet), depth });
  }
  for (const [id, { sheet, depth }] of now) {
    const at = runAt(fresh, sheet);
    const [was, is] = at === null ? [] : [old.get(at), fresh.get(at)];
    if (was !== undefined && is !== undefined && shown.has(at ?? -1))
      all.set(id, { sheet: was.first + laterAt(was.first) + sheet - is.first, depth });
  }
  return all;
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  id: string;
  dataset: Record<string, string | undefined>;
  style: {
    setProperty(name: string, value: string, priority: string): void;
    removeProperty(name: string): void;
  };
  append(...children: Element[]): void;
  prepend(...children: Element[]): void;
  setAttribute(name: string, value: string): void;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  createElement(name: string): Element;
};

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

function hideOnly(runs: readonly number[]): void {
  const { runs: selector = "" } = document.documentElement.dataset;
  if (selector === "") return;
  for (const [at, { style }] of [...document.querySelectorAll(selector)].entries()) {
    if (runs.includes(at)) style.setProperty("display", "none", "important");
    else style.removeProperty("display");
  }
}
