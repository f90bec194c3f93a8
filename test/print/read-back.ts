import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A run of text on a page, with its place in points from the lower left corner. */
export interface Run {
  text: string;
  x: number;
  y: number;
  /** Points, along the line and across it. */
  width: number;
  size: number;
}

export interface Sheet {
  width: number;
  height: number;
  runs: Run[];
  text: string;
}

/** Opens a PDF with an independent reader: none of our own code looks at the file here. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

export async function sheetsOf(pdf: PDFDocumentProxy): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
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
    sheets.push({
      width,
      height,
      runs,
      text: runs
        .map(({ text }) => text)
        .join("")
        .replace(/\s/g, ""),
    });
  }
  return sheets;
}

/** Bookmarks with the sheet each leads to, counted from 1, in reading order. */
export async function bookmarksOf(pdf: PDFDocumentProxy): Promise<[title: string, sheet: number][]> {
  const found: [string, number][] = [];
  for (const { title, dest } of await pdf.getOutline()) {
    const page = (Array.isArray(dest) ? dest : []) as Parameters<PDFDocumentProxy["getPageIndex"]>;
    found.push([title, (await pdf.getPageIndex(page[0])) + 1]);
  }
  return found;
}
