import type { PrintPage } from "./browser/page.js";
import type { Places } from "./pdf/places.js";
import { linkTo, removeMarks } from "./place-links.js";

/*
 * A table whose rows stand in groups may go on within one of them on the next sheet, and there nobody sees in which:
 * Chromium repeats the head of a table and nothing else. So where a print shows that a sheet begins within a group, its
 * line is set there once more. The page says what such a line is and what stands behind it then:
 * `<html data-group-lines="SELECTOR" data-again="（续）">`; a line set again has the class `again`.
 */

/** Makes the rows of such tables link targets: only those are found in the PDF. */
export async function markGroupRows(page: PrintPage): Promise<void> {
  await linkTo(page, await page.evaluate(markRows, MARK), MARK);
}

const MARK = "group-mark";

/** Takes the marks away; the lines stay. */
export async function unmarkGroupRows(page: PrintPage): Promise<void> {
  await removeMarks(page, MARK);
}

/** A row of a table in groups. */
interface Row {
  /** It is a group's line. */
  line: boolean;
  /** It is the first of its table. */
  first: boolean;
  /** The line of its group stands before it once more. */
  led: boolean;
}

/**
 * Sets lines again where sheets begin within a group, and takes those away with which none begins any more; on each sheet
 * as much of that as `may` be done. The sheets on which something has changed.
 */
export async function repeatGroupLines(
  page: PrintPage,
  printed: Places,
  may: (sheet: number) => "all" | "what is wrong" | "nothing",
): Promise<number[]> {
  const sheetOf = (at: number): number => printed.get(`group-row-${at}`)?.sheet ?? 0;
  const rows = await page.evaluate(readRows);
  const changed = [...rows.entries()].filter(([at, { line, first, led }]) => {
    const begins = !line && !first && sheetOf(at) > sheetOf(at - 1);
    if (led === begins) return false;
    const allowed = may(sheetOf(at));
    return led ? allowed !== "nothing" : allowed === "all";
  });
  if (changed.length > 0)
    await page.evaluate(
      toggleLines,
      changed.map(([at]) => at),
    );
  return changed.map(([at]) => sheetOf(at));
}

/** What we use of the page's own objects; the functions below run in the page. */
interface Element {
  id: string;
  textContent: string;
  dataset: Record<string, string | undefined>;
  classList: { add(name: string): void; contains(name: string): boolean };
  parentElement: Element | null;
  previousElementSibling: Element | null;
  firstElementChild: Element | null;
  children: Iterable<Element>;
  matches(selector: string): boolean;
  closest(selector: string): Element | null;
  cloneNode(deep: boolean): Element;
  prepend(child: Element): void;
  before(other: Element): void;
  remove(): void;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<Element>;
}
declare const document: {
  documentElement: Element;
  querySelectorAll(selector: string): Iterable<Element>;
  createElement(name: string): Element;
};

/** Numbers the rows as they stand, from 0. The ids of what it has marked. */
function markRows(name: string): string[] {
  const { groupLines = "" } = document.documentElement.dataset;
  if (groupLines === "") return [];
  const bodies = new Set(
    [...document.querySelectorAll(groupLines)].map(({ parentElement }) => parentElement),
  );
  const rows = [...bodies].flatMap((body) => [...(body?.children ?? [])]);
  return rows.map((row, at) => {
    row.dataset["groupRow"] = String(at);
    const mark = document.createElement("span");
    mark.setAttribute("class", name);
    mark.id = `group-row-${at}`;
    row.firstElementChild?.prepend(mark);
    return mark.id;
  });
}

function readRows(): Row[] {
  const { groupLines = "" } = document.documentElement.dataset;
  return [...document.querySelectorAll("[data-group-row]")].map((row) => ({
    line: row.matches(groupLines),
    first: row.previousElementSibling === null,
    led: row.previousElementSibling?.classList.contains("again") === true,
  }));
}

/** Sets the line of its group before a row, or takes it away again. */
function toggleLines(rows: readonly number[]): void {
  const { groupLines = "", again = "" } = document.documentElement.dataset;
  const all = [...document.querySelectorAll("[data-group-row]")];
  for (const row of rows.map((at) => all[at])) {
    let above = row?.previousElementSibling ?? null;
    if (above?.classList.contains("again") === true) {
      above.remove();
      continue;
    }
    while (above !== null && (!above.matches(groupLines) || above.classList.contains("again")))
      above = above.previousElementSibling;
    if (row === undefined || above === null) continue;
    const line = above.cloneNode(true);
    for (const mark of line.querySelectorAll("[id]")) mark.remove();
    delete line.dataset["groupRow"];
    line.classList.add("again");
    // Who hears the table read out hears the group's name once.
    line.setAttribute("aria-hidden", "true");
    for (const cell of line.children) cell.textContent += again;
    row.before(line);
  }
}
