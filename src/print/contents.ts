import { EXIT, ReportError } from "../issues/error.js";
import type { PrintPage } from "./browser/page.js";
import { printWithFullPages } from "./full-pages.js";
import { readPdf, type PdfFile } from "./pdf/file.js";
import { bookmarks, targetPlaces, type Places } from "./pdf/places.js";

/** An entry of the 目录: what it leads to. */
interface Entry {
  id: string;
  /** The heading's text without white space; "" where the target is no heading and makes no bookmark. */
  heading: string;
  exists: boolean;
}

/** Numbers settle in one round; a second and third are for an entry that a wider number made wrap. */
const ROUNDS = 3;

/**
 * Prints the page with true page numbers in its 目录: in every `<span data-page-for="ID">`, the printed
 * number of the page on which the element with that id starts, `unnumbered` sheets not counted.
 *
 * Chromium has no target-counter(), so the numbers come from a first print. That one is invisible: the
 * layout is the same, but no glyph is drawn and no font embedded, which halves its time. What is handed
 * on is always checked against its own link targets and bookmarks.
 */
export async function printWithContents(page: PrintPage, unnumbered: number): Promise<PdfFile> {
  const entries = await page.evaluate(markEntries);
  refuseDangling(entries);
  if (entries.length === 0) return readPdf(await page.print({ tagged: true }));
  await page.evaluate(setVisible, false);
  const first = await printWithFullPages(page);
  let numbers = pageNumbers(first, entries, unnumbered);
  await page.evaluate(setVisible, true);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(fillEntries, numbers);
    const pdf = readPdf(await page.print({ tagged: true }));
    const printed = pageNumbers(targetPlaces(pdf), entries, unnumbered);
    if (printed.join() === numbers.join()) return agreed(pdf, entries, printed, unnumbered);
    numbers = printed;
  }
  throw new Error("the page numbers of the contents do not settle");
}

/** The number printed on the page of every entry's target, as text. */
function pageNumbers(places: Places, entries: readonly Entry[], unnumbered: number): string[] {
  return entries.map(({ id }) => {
    const sheet = places.get(id)?.sheet;
    if (sheet === undefined) throw new Error(`the printed PDF has no link target "${id}"`);
    return String(sheet - unnumbered);
  });
}

/** Returns `pdf` if its bookmarks say the same as its 目录; they are found by another way of the browser's. */
function agreed(
  pdf: PdfFile,
  entries: readonly Entry[],
  numbers: readonly string[],
  unnumbered: number,
): PdfFile {
  const marked = new Set(bookmarks(pdf).map(({ title, sheet }) => `${bare(title)} ${sheet - unnumbered}`));
  entries.forEach(({ id, heading }, index) => {
    if (heading === "" || marked.has(`${bare(heading)} ${numbers[index]}`)) return;
    throw new Error(`contents and bookmarks of the printed PDF disagree on "${id}"`);
  });
  return pdf;
}

function bare(text: string): string {
  return text.replace(/\s/g, "");
}

function refuseDangling(entries: readonly Entry[]): void {
  const missing = entries.filter(({ exists }) => !exists).map(({ id }) => id);
  if (missing.length === 0) return;
  throw new ReportError(
    `目录指向网页中没有的标题：${missing.join("、")}`,
    EXIT.usage,
    "请检查模板：data-page-for 的值须是某个标题的 id",
  );
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  textContent: string;
  style: { visibility: string };
  dataset: Record<string, string | undefined>;
  tagName: string;
  firstElementChild: Element | null;
  closest(selector: string): Element | null;
  append(child: Element): void;
  setAttribute(name: string, value: string): void;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  getElementById(id: string): Element | null;
  createElement(name: string): Element;
};

/**
 * Lists the entries and makes links of those that are none: only targets of links are found in the PDF.
 * The digits stand in for the real ones, so that the first print is laid out like the last.
 */
function markEntries(): Entry[] {
  return [...document.querySelectorAll("[data-page-for]")].map((span) => {
    const id = span.dataset["pageFor"] ?? "";
    const target = document.getElementById(id);
    let place = span;
    if (span.closest("a[href]") === null) {
      place = document.createElement("a");
      place.setAttribute("href", `#${encodeURIComponent(id)}`);
      place.setAttribute("style", "color: inherit; text-decoration: none");
      span.append(place);
    }
    place.textContent = "00";
    const heading = target !== null && /^H[1-6]$/.test(target.tagName) ? target.textContent : "";
    return { id, heading, exists: target !== null };
  });
}

function fillEntries(numbers: readonly string[]): void {
  [...document.querySelectorAll("[data-page-for]")].forEach((span, index) => {
    (span.firstElementChild ?? span).textContent = numbers[index] ?? "";
  });
}

function setVisible(visible: boolean): void {
  document.documentElement.style.visibility = visible ? "" : "hidden";
}
