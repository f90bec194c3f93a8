import type { PrintPage } from "./browser/page.js";
import type { PdfFile } from "./pdf/file.js";
import { targetSheets } from "./pdf/places.js";

/*
 * A row `data-continued` in a table's head says 续表1 on every sheet after the first. Chromium repeats heads as they
 * are, so the first sheet has it, too, under the caption: unseen, but found by whoever searches or copies. Where the
 * whole table stands on one sheet there is nothing to go on with, and the row is emptied; its height stays.
 */

/** Makes the ends of such tables link targets: only those are found in the PDF. How many tables there are. */
export async function markContinued(page: PrintPage): Promise<number> {
  return page.evaluate(markTables);
}

/** Empties the rows of the tables that the first print has on one sheet, and takes the marks away. */
export async function emptyContinued(page: PrintPage, count: number, printed: PdfFile): Promise<void> {
  const sheets = targetSheets(printed);
  const whole = Array.from({ length: count }, (_, at) => {
    const first = sheets.get(`continued-from-${at}`);
    return first !== undefined && first === sheets.get(`continued-to-${at}`);
  });
  await page.evaluate(emptyRows, whole);
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  id: string;
  textContent: string;
  firstElementChild: Element | null;
  closest(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  append(...children: Element[]): void;
  remove(): void;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}
declare const document: {
  body: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  getElementById(id: string): Element | null;
  createElement(name: string): Element;
};

function markTables(): number {
  const links = document.createElement("div");
  links.id = "continued-links";
  links.setAttribute("style", "position: absolute; top: 0; left: 0; font-size: 1px");
  const rows = [...document.querySelectorAll("tr[data-continued]")];
  rows.forEach((row, at) => {
    const table = row.closest("table");
    const last = [...(table?.querySelectorAll("tr") ?? [])].at(-1);
    const marks: [Element | undefined, string][] = [
      [row, `continued-from-${at}`],
      [last, `continued-to-${at}`],
    ];
    for (const [target, id] of marks) {
      if (target === undefined || target.id !== "") continue;
      target.id = id;
      const link = document.createElement("a");
      link.setAttribute("href", `#${id}`);
      link.textContent = "0";
      links.append(link);
    }
  });
  document.body.append(links);
  return rows.length;
}

function emptyRows(whole: readonly boolean[]): void {
  document.getElementById("continued-links")?.remove();
  [...document.querySelectorAll("tr[data-continued]")].forEach((row, at) => {
    const cell = row.firstElementChild;
    if (whole[at] === true && cell !== null) cell.textContent = "";
  });
  for (const marked of document.querySelectorAll('[id^="continued-"]')) marked.removeAttribute("id");
}
