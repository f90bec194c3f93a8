import type { PrintPage } from "./browser/page.js";
import { pointsOf, type Places } from "./pdf/places.js";
import { linkTo, removeMarks } from "./place-links.js";

/*
 * A picture that does not fit on the rest of its page moves on to the next and leaves a hole behind. Word and LaTeX let
 * the text that follows it fill the hole; Chromium does not, and a float would cut a sentence in two. So the first
 * print, which nobody sees, tells where pictures leave holes, and the paragraph behind such a picture changes places
 * with it. The text that cites a picture still stands before it, and no picture overtakes another.
 *
 * The page says what may change places: `<html data-pictures="SELECTOR" data-fillers="SELECTOR" data-hole-to="MM">`, and
 * with `data-headed="SELECTOR"` which of the fillers bear a heading: the paragraphs behind such a one go with it.
 * There is a hole where the last line of a text begins less than so many millimetres below the upper edge of its sheet
 * and the picture behind it stands on another. A page that does not say so is left as it is.
 */

/** Makes the ends of text before pictures, and these pictures, link targets: only those are found in the PDF. */
export async function markHoles(page: PrintPage): Promise<void> {
  await unmarkHoles(page);
  await linkTo(page, await page.evaluate(markPictures, MARK), MARK);
}

const MARK = "hole-mark";

/**
 * Fills the holes that a print shows on sheets where that `may` be done, and marks what stands before pictures now. The
 * sheets on which there was something to fill them with.
 */
export async function fillHoles(
  page: PrintPage,
  printed: Places,
  holeTo: number,
  may: (sheet: number) => boolean,
): Promise<number[]> {
  const sheetOf = (at: number): number => printed.get(`hole-before-${at}`)?.sheet ?? 0;
  const holes = holesOf(printed, holeTo).filter((at) => may(sheetOf(at)));
  if (holes.length === 0) return [];
  const filled = await page.evaluate(fill, holes);
  await markHoles(page);
  return filled.map(sheetOf);
}

/** Keeps in mind how these runs stand, for `restoreOrder`. */
export async function keepOrder(page: PrintPage, runs: readonly number[]): Promise<void> {
  if (runs.length > 0) await page.evaluate(keep, runs);
}

/** Takes back what has changed places in these runs since, and marks what stands before pictures now. */
export async function restoreOrder(page: PrintPage, runs: readonly number[]): Promise<void> {
  await page.evaluate(restore, runs);
  await markHoles(page);
}

/** Takes the marks away. */
export async function unmarkHoles(page: PrintPage): Promise<void> {
  await removeMarks(page, MARK);
}

/** The numbers of the pictures that stand on another sheet than the text before them, where that ends well above the foot of its own. */
function holesOf(places: Places, millimetres: number): number[] {
  return [...places].flatMap(([id, picture]) => {
    const at = /^hole-picture-(\d+)$/.exec(id)?.[1];
    const before = places.get(`hole-before-${at}`);
    if (at === undefined || before === undefined) return [];
    return picture.sheet > before.sheet && before.depth < pointsOf(millimetres) ? [Number(at)] : [];
  });
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  id: string;
  dataset: Record<string, string | undefined>;
  parentElement: Element | null;
  previousElementSibling: Element | null;
  nextElementSibling: Element | null;
  lastElementChild: Element | null;
  children: Iterable<Element>;
  /** What stood in the parents of its pictures, one behind the other. */
  keptOrder?: { parent: Element; children: Element[] }[];
  matches(selector: string): boolean;
  querySelectorAll(selector: string): Iterable<Element>;
  append(...children: Element[]): void;
  prepend(...children: Element[]): void;
  before(...others: Element[]): void;
  setAttribute(name: string, value: string): void;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  createElement(name: string): Element;
};

/** The ids of what it has marked. */
function markPictures(name: string): string[] {
  const { pictures = "" } = document.documentElement.dataset;
  if (pictures === "") return [];
  const mark = (id: string): Element => {
    const span = document.createElement("span");
    span.id = id;
    span.setAttribute("class", name);
    return span;
  };
  return [...document.querySelectorAll(pictures)].flatMap((picture, at) => {
    let before = picture.previousElementSibling;
    while (before?.lastElementChild?.matches("p, div, figcaption") === true) before = before.lastElementChild;
    const [end, start] = [mark(`hole-before-${at}`), mark(`hole-picture-${at}`)];
    if (before === null) return [];
    before.append(end);
    picture.prepend(start);
    return [end.id, start.id];
  });
}

/** Which of the holes it has filled. */
function fill(holes: readonly number[]): number[] {
  const { pictures = "", fillers = "", headed = ":not(*)" } = document.documentElement.dataset;
  const all = [...document.querySelectorAll(pictures)];
  const passageFrom = (start: Element): Element[] => {
    const passage = [start];
    let next = start.matches(headed) ? start.nextElementSibling : null;
    for (; next?.matches(fillers) === true && next.matches("p"); next = next.nextElementSibling)
      passage.push(next);
    return passage;
  };
  const moves = holes.flatMap((at) => {
    const picture = all[at];
    let next = picture?.nextElementSibling ?? null;
    while (next?.matches(pictures) === true) next = next.nextElementSibling;
    return picture !== undefined && next?.matches(fillers) === true
      ? [{ at, picture, passage: passageFrom(next) }]
      : [];
  });
  // Of pictures behind each other the first one takes the text.
  for (const { picture, passage } of moves.reverse()) picture.before(...passage);
  return moves.map(({ at }) => at);
}

function keep(runs: readonly number[]): void {
  const { runs: selector = "", pictures = "" } = document.documentElement.dataset;
  const all = [...document.querySelectorAll(selector)];
  for (const run of runs.map((at) => all[at])) {
    if (run === undefined || pictures === "") continue;
    const parents = new Set([...run.querySelectorAll(pictures)].map(({ parentElement }) => parentElement));
    run.keptOrder = [...parents].flatMap((parent) =>
      parent === null ? [] : [{ parent, children: [...parent.children] }],
    );
  }
}

function restore(runs: readonly number[]): void {
  const all = [...document.querySelectorAll(document.documentElement.dataset["runs"] ?? "")];
  for (const { parent, children } of runs.flatMap((at) => all[at]?.keptOrder ?? []))
    parent.append(...children);
}
