import type { PrintPage } from "./browser/page.js";
import type { Places } from "./pdf/places.js";
import { linkTo, removeMarks } from "./place-links.js";

/*
 * A row `data-continued` in a table's head says 续表1 on every sheet after the first. Chromium repeats heads as they
 * are, so the first sheet has it, too, under the caption: unseen, but found by whoever searches or copies. Where the
 * whole table stands on one sheet there is nothing to go on with, and the row is emptied; its height stays.
 */

/** Makes the ends of such tables link targets: only those are found in the PDF. How many tables there are. */
export async function markContinued(page: PrintPage): Promise<number> {
  const { count, ids } = await page.evaluate(markTables);
  await linkTo(page, ids, MARK);
  return count;
}

const MARK = "continued-mark";

/** Empties the rows of the tables that the first print has on one sheet, and takes the marks away. */
export async function emptyContinued(page: PrintPage, count: number, printed: Places): Promise<void> {
  const whole = Array.from({ length: count }, (_, at) => {
    const first = printed.get(`continued-from-${at}`)?.sheet;
    return first !== undefined && first === printed.get(`continued-to-${at}`)?.sheet;
  });
  await removeMarks(page, MARK);
  await page.evaluate(emptyRows, whole);
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  id: string;
  textContent: string;
  firstElementChild: Element | null;
  closest(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  removeAttribute(name: string): void;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<Element>;
};

function markTables(): { count: number; ids: string[] } {
  const ids: string[] = [];
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
      ids.push(id);
    }
  });
  return { count: rows.length, ids };
}

function emptyRows(whole: readonly boolean[]): void {
  [...document.querySelectorAll("tr[data-continued]")].forEach((row, at) => {
    const cell = row.firstElementChild;
    if (whole[at] === true && cell !== null) cell.textContent = "";
  });
  for (const marked of document.querySelectorAll('[id^="continued-"]')) marked.removeAttribute("id");
}
