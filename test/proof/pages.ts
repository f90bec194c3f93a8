import { openPdf, sheetsOf, type Run, type Sheet } from "../print/read-back.js";

/** A page whose text is in the order it is read in: line by line, without white space. */
export type Page = Sheet;

export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const sheets = await sheetsOf(await openPdf(bytes));
  return sheets.map((sheet) => ({ ...sheet, text: lineByLine(sheet.runs) }));
}

/** Runs of one font come together in the file; a reader reads from top to bottom and left to right. */
export function lineByLine(runs: readonly Run[]): string {
  const inOrder = runs.toSorted((a, b) => Math.round(b.y) - Math.round(a.y) || a.x - b.x);
  return inOrder.map(({ text }) => text.replace(/\s/g, "")).join("");
}

/** Pairs of lines that lie over one another: the row was too low for its text. */
export function overlaps({ runs }: Page): string[] {
  return runs.flatMap((upper) =>
    runs.filter((lower) => collide(upper, lower)).map((lower) => `${upper.text} / ${lower.text}`),
  );
}

/** Points: the margin to the left and right that sheets are written with is 0.6 inches. */
const MARGIN = 0.6 * 72 - 1;

/** Runs that reach into the margins. */
export function outside({ runs, width: sheet }: Page): string[] {
  return runs.filter(({ x, width }) => x < MARGIN || x + width > sheet - MARGIN).map(({ text }) => text);
}

/** Lines are set at least 1.1 times their size apart; runs of one line share its base. */
function collide(upper: Run, lower: Run): boolean {
  const drop = upper.y - lower.y;
  const shared = Math.min(upper.x + upper.width, lower.x + lower.width) - Math.max(upper.x, lower.x);
  return drop > 0.5 && drop < 0.85 * Math.min(upper.size, lower.size) && shared > 1;
}
