import { openPdf } from "../print/read-back.js";

/** A run of text with its place in points from the lower left corner. */
interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface Page {
  width: number;
  height: number;
  runs: readonly Run[];
  /** All text of the page line by line, without white space. */
  text: string;
}

export async function pagesOf(bytes: Uint8Array): Promise<Page[]> {
  const pdf = await openPdf(bytes);
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [
            {
              text: item.str,
              x: Number(item.transform[4]),
              y: Number(item.transform[5]),
              width: item.width,
              size: item.height,
            },
          ]
        : [],
    );
    pages.push({ width, height, runs, text: lineByLine(runs) });
  }
  return pages;
}

/** Runs of one font come together in the file; a reader reads from top to bottom and left to right. */
function lineByLine(runs: readonly Run[]): string {
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
